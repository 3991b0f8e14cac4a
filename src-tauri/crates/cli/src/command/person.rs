//! `riskwright person`.

use super::{opened, opened_with_passphrase};
use crate::Done;
use crate::arguments::{AddPerson, NewPassphrase, Person, Secret};
use crate::failure::Failure;
use crate::output::Output;
use crate::secret;
use riskwright_app::command::Empty;
use riskwright_app::command::person::{
    self as command, Access, ChangePassphrase, GiveAccount, NewAccount, PersonRow, RemoveAccount,
    RemovedAccount, ResetPassphrase,
};
use riskwright_app::{Effect, Needs};
use serde_json::json;
use std::path::Path;

/// Runs one of them.
pub fn run(person: &Person, secret: &Secret, output: &Output) -> Result<Done, Failure> {
    match person {
        Person::List { workspace } => list(workspace, secret, output),
        Person::Add(request) => add(request, secret, output),
        Person::Account { workspace, number, login, access, new } => {
            let account = account(login, access, new)?;
            give_account(workspace, number, account, secret, output)
        }
        Person::Passphrase { workspace, new } => passphrase(workspace, new, secret, output),
        Person::Reset { workspace, number, new } => reset(workspace, number, new, secret, output),
        Person::Remove { workspace, number, new_data_key } => {
            remove(workspace, number, *new_data_key, secret, output)
        }
    }
}

fn list(workspace: &Path, secret: &Secret, output: &Output) -> Result<Done, Failure> {
    let app = opened(workspace, secret)?;
    let list =
        app.run("person::list", Effect::Read, Needs::Account, |state| command::list(state, Empty {}))?;
    output.answer(&list, || list.people.iter().map(line).collect::<Vec<_>>().join("\n"));
    Ok(Done::Yes)
}

fn add(request: &AddPerson, secret: &Secret, output: &Output) -> Result<Done, Failure> {
    let account =
        request.login.as_ref().map(|login| account(login, &request.access, &request.new)).transpose()?;
    let app = opened(&request.workspace, secret)?;
    let person = command::AddPerson {
        name: request.name.clone(),
        title: request.title.clone(),
        function: request.function,
        account,
    };
    let row = app.run("person::add", Effect::Write, Needs::Official, |state| command::add(state, person))?;
    output.answer(&row, || format!("Added:\n{}", line(&row)));
    Ok(Done::Yes)
}

fn give_account(
    workspace: &Path,
    person: &str,
    account: NewAccount,
    secret: &Secret,
    output: &Output,
) -> Result<Done, Failure> {
    let app = opened(workspace, secret)?;
    let request = GiveAccount { number: person.into(), account };
    let row = app.run("person::give_account", Effect::Write, Needs::Official, |state| {
        command::give_account(state, request)
    })?;
    output.answer(&row, || format!("Has an account now:\n{}", line(&row)));
    Ok(Done::Yes)
}

fn passphrase(
    workspace: &Path,
    new: &NewPassphrase,
    secret: &Secret,
    output: &Output,
) -> Result<Done, Failure> {
    let (app, current) = opened_with_passphrase(workspace, secret)?;
    let request = ChangePassphrase { current, passphrase: secret::new_passphrase(new)? };
    app.run("person::change_passphrase", Effect::Write, Needs::Account, |state| {
        command::change_passphrase(state, request)
    })?;
    output.answer(&json!({}), || "The new passphrase holds from now on.".to_owned());
    Ok(Done::Yes)
}

fn reset(
    workspace: &Path,
    person: &str,
    new: &NewPassphrase,
    secret: &Secret,
    output: &Output,
) -> Result<Done, Failure> {
    let app = opened(workspace, secret)?;
    let request = ResetPassphrase { number: person.into(), passphrase: secret::new_passphrase(new)? };
    let row = app.run("person::reset_passphrase", Effect::Write, Needs::Official, |state| {
        command::reset_passphrase(state, request)
    })?;
    output.answer(&row, || format!("Has a new passphrase and a new signing identity:\n{}", line(&row)));
    Ok(Done::Yes)
}

fn remove(
    workspace: &Path,
    person: &str,
    new_data_key: bool,
    secret: &Secret,
    output: &Output,
) -> Result<Done, Failure> {
    let (app, passphrase) = opened_with_passphrase(workspace, secret)?;
    let request =
        RemoveAccount { number: person.into(), new_data_key, passphrase: new_data_key.then_some(passphrase) };
    let removed = app.run("person::remove_account", Effect::Write, Needs::Official, |state| {
        command::remove_account(state, request)
    })?;
    output.answer(&removed, || words(&removed));
    Ok(Done::Yes)
}

fn account(login: &str, access: &[Access], new: &NewPassphrase) -> Result<NewAccount, Failure> {
    let passphrase = secret::new_passphrase(new)?;
    Ok(NewAccount { login: login.to_owned(), access: access.to_vec(), passphrase })
}

fn line(row: &PersonRow) -> String {
    let person = &row.person;
    let account = match &person.login {
        Some(login) => format!("{login}: {}", person.access.iter().map(name).collect::<Vec<_>>().join(", ")),
        None => "no account".to_owned(),
    };
    let until = row.certificate.as_ref().map(|one| format!("; certificate until {}", one.valid_until));
    format!(
        "  {:<8} {}, {} ({account}{})",
        person.number,
        person.name,
        person.title,
        until.unwrap_or_default()
    )
}

fn name(access: &Access) -> String {
    serde_json::to_value(access).ok().and_then(|value| Some(value.as_str()?.to_owned())).unwrap_or_default()
}

fn words(removed: &RemovedAccount) -> String {
    let mut text = format!("Closed the account:\n{}", line(&removed.person));
    if let Some(key) = &removed.recovery_key {
        text += &format!(
            "\nEverything was encrypted anew. The old recovery sheet opens nothing any more; the new key, to be \
             printed and locked away:\n\n  {key}\n"
        );
    }
    if !removed.to_reset.is_empty() {
        text += &format!("\nTo be given a new passphrase: {}", removed.to_reset.join(", "));
    }
    text
}
