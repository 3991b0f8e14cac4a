//! The recovery key: opening with it, and printing it anew.

use crate::account::{Wrong, same_login};
use crate::automatic::{self, BeforeMigration};
use crate::command::Empty;
use crate::command::workspace::{Passphrase, Recover, Recovered, RecoverySheet, ToReset, close};
use crate::error::{CommandError, CommandResult, ErrorCode};
use crate::identity::{self, issue, new_authority};
use crate::opening::begin;
use crate::provision::Account;
use crate::state::{Session, State};
use crate::unlock;
use jiff::Timestamp;
use riskwright_domain::organization::{Access, Person};
use riskwright_store::{Act, RecoveryKey, SlotChange, Store};
use secrecy::{ExposeSecret, SecretString};
use serde_json::json;
use std::path::Path;

/// Opens with the recovery key and gives a security official a new passphrase, and with it a new identity.
///
/// Other people's slots stay, unless `keys.json` was lost or damaged: then the answer names whom the official has to
/// reset.
///
/// # Errors
/// `invalid` with every wrong field, `wrong_passphrase` for another workspace's key, `forbidden` for a login that is
/// no security official's, or what the store answers.
pub fn recover(state: &mut State, request: Recover) -> CommandResult<Recovered> {
    let key = key(&request.recovery_key, &request.passphrase)?;
    let path = Path::new(&request.path);
    let mut before_migration = BeforeMigration::default();
    let memory = state.memory.clone();
    let mut store = Store::recover(path, &key, |store| before_migration.back_up(memory.as_deref(), store))?;
    let content = store.read(riskwright_store::content::load)?;
    let official = official(&content.people, &request.login)?;
    let to_reset = if store.keys_are_lost() { others(content.people, &official) } else { Vec::new() };
    let at = Timestamp::now();
    // The authority's key was sealed under the passphrase that is lost.
    let authority = new_authority(&content.organization.name, at)?;
    let account = Account {
        person: official.number.clone(),
        name: official.name.clone(),
        login: official.login.clone().unwrap_or_default(),
        access: official.access.clone(),
        passphrase: request.passphrase,
    };
    let issued = issue(&account, &authority, at)?;
    let private = issued.slot.private.clone();
    let act = Act { command: "workspace::recover", by: &account.login, at };
    store.write_with_slots(&act, |writer| -> CommandResult<_> {
        writer.event("workspace::recover", &json!({ "person": official.number }))?;
        writer.put_certificate(&identity::of_authority(authority.certificate())?)?;
        writer.put_certificate(&issued.certificate)?;
        Ok(((), vec![SlotChange::Set(issued.slot)]))
    })?;
    let mut session = Session::new(store, path.to_path_buf(), official, account.login, private);
    unlock::tell(&mut session)?;
    session.event("workspace::open", &json!({}))?;
    session.record_certificates()?;
    before_migration.tell(&mut session);
    automatic::daily(memory.as_deref(), &mut session);
    automatic::sweep(memory.as_deref(), &session);
    close(state, Empty {})?;
    let opened = begin(state, session)?;
    let (path, organization, person) = (opened.path, opened.organization, opened.person);
    Ok(Recovered { path, organization, person, to_reset })
}

/// The recovery key, to be printed anew; an event in the trail.
///
/// # Errors
/// `wrong_passphrase`, `too_many_tries`.
pub fn recovery_sheet(state: &mut State, request: Passphrase) -> CommandResult<RecoverySheet> {
    let now = state.clock.now();
    let session = state.session()?;
    session.ask_again(&request.passphrase, now)?;
    session.event("workspace::recovery_sheet", &json!({}))?;
    Ok(RecoverySheet {
        organization: session.content()?.organization.name.clone(),
        workspace: session.store.workspace().to_string(),
        recovery_key: session.store.recovery_key().text().expose_secret().to_owned(),
        made_at: now,
        made_by: session.person.name.clone(),
    })
}

fn key(typed: &SecretString, passphrase: &SecretString) -> CommandResult<RecoveryKey> {
    let key = RecoveryKey::parse(typed);
    let mut wrong = Wrong::default();
    if let Err(error) = &key {
        wrong.add("recovery_key", "malformed", &format!("Not a recovery key: {error}."));
    }
    wrong.passphrase("passphrase", passphrase);
    wrong.refuse("The workspace cannot be recovered yet.")?;
    key.map_err(|_| CommandError::internal("recovery"))
}

fn others(people: Vec<Person>, official: &Person) -> Vec<ToReset> {
    let others = people.into_iter().filter(|person| person.number != official.number);
    others
        .filter_map(|person| Some(ToReset { number: person.number, name: person.name, login: person.login? }))
        .collect()
}

fn official(people: &[Person], login: &str) -> CommandResult<Person> {
    let own = |person: &Person| person.login.as_deref().is_some_and(|own| same_login(own, login));
    let official = |person: &Person| person.access.contains(&Access::Official);
    people.iter().find(|person| own(person) && official(person)).cloned().ok_or_else(|| {
        CommandError::new(ErrorCode::Forbidden, "This login is not a security official's.")
            .hint("Name the login of a security official of this workspace.")
    })
}
