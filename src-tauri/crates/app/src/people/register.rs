//! Who is in the register: adding and changing a person, giving an account.

use super::{find, row};
use crate::account::{Wrong, has_other_official, is_taken};
use crate::command::person::{AddPerson, GiveAccount, NewAccount, PersonRow, SavePerson};
use crate::error::{CommandError, CommandResult, ErrorCode};
use crate::identity::{self, issue};
use crate::provision::Account;
use crate::state::{Session, State};
use riskwright_documents::signature::Authority;
use riskwright_domain::number::PersonNumber;
use riskwright_domain::organization::{Access, Person};
use riskwright_store::{Kind, Reader, Series, SlotChange, Writer};
use uuid::Uuid;

/// A new person; with an account, a slot and a signing identity come with it.
///
/// # Errors
/// `invalid` with every wrong field.
pub fn add(state: &mut State, request: AddPerson) -> CommandResult<PersonRow> {
    let at = state.clock.now();
    let session = state.session()?;
    let taken = |reader: &Reader<'_>| match &request.account {
        Some(account) => is_taken(reader, &account.login, None),
        None => Ok(false),
    };
    let taken = session.store.read(taken)?;
    let mut wrong = Wrong::default();
    wrong_words(&mut wrong, &request.name, &request.title);
    if let Some(account) = &request.account {
        wrong_account(&mut wrong, account, taken);
    }
    wrong.refuse("The person cannot be added yet.")?;
    let authority = request.account.is_some().then(|| session.authority(at)).transpose()?;
    let number = session.write_with_slots("person::add", |writer| {
        let mut person = Person {
            id: Uuid::now_v7(),
            number: writer.next_number(Series::Person)?.as_str().into(),
            name: request.name.trim().to_owned(),
            title: request.title.trim().to_owned(),
            login: None,
            access: Vec::new(),
            function: request.function,
        };
        let changes = match request.account.zip(authority) {
            Some((account, authority)) => opened(writer, &mut person, account, &authority, at)?,
            None => {
                writer.put_person(&person)?;
                Vec::new()
            }
        };
        Ok((person.number, changes))
    })?;
    session.know_authorities()?;
    row(session, &number)
}

/// An account for somebody who has none.
///
/// # Errors
/// `not_found`, `exists` where there is an account, `invalid` with every wrong field.
pub fn give_account(state: &mut State, request: GiveAccount) -> CommandResult<PersonRow> {
    let at = state.clock.now();
    let session = state.session()?;
    let mut person = find(session.content()?, &request.number)?.clone();
    if person.login.is_some() {
        return Err(CommandError::new(ErrorCode::Exists, "This person has an account already.")
            .hint("Give a new passphrase instead."));
    }
    let own = Some(&person.number);
    let taken = session.store.read(|reader| is_taken(reader, &request.account.login, own))?;
    let mut wrong = Wrong::default();
    wrong_account(&mut wrong, &request.account, taken);
    wrong.refuse("The account cannot be made yet.")?;
    let authority = session.authority(at)?;
    session.write_with_slots("person::give_account", |writer| {
        Ok(((), opened(writer, &mut person, request.account, &authority, at)?))
    })?;
    session.know_authorities()?;
    row(session, &request.number)
}

/// Changes a person; the login stays.
///
/// # Errors
/// `not_found`, `invalid` with every wrong field, `conflict` when somebody changed the person meanwhile.
pub fn save(state: &mut State, request: SavePerson) -> CommandResult<PersonRow> {
    let session = state.session()?;
    let content = session.content()?;
    let known = find(content, &request.number)?.clone();
    let mut wrong = Wrong::default();
    wrong_words(&mut wrong, &request.name, &request.title);
    match &known.login {
        Some(_) => wrong.access("access", &request.access),
        None if !request.access.is_empty() => {
            wrong.add("access", "no_account", "Without an account there is no access to give.");
        }
        None => {}
    }
    let leaves = known.access.contains(&Access::Official) && !request.access.contains(&Access::Official);
    if leaves && !has_other_official(&content.people, &known.number) {
        wrong.add("access", "last_official", "The workspace needs a security official: name another first.");
    }
    wrong.refuse("The person cannot be saved yet.")?;
    let changed = Person {
        name: request.name.trim().to_owned(),
        title: request.title.trim().to_owned(),
        function: request.function,
        access: request.access,
        ..known
    };
    session.write("person::save", |writer| {
        let current = writer.revision_number(Kind::Person, changed.number.as_str())?;
        if current != request.based_on_revision {
            return Err(meanwhile());
        }
        writer.put_person(&changed)?;
        Ok(())
    })?;
    row(session, &request.number)
}

fn opened(
    writer: &mut Writer<'_>,
    person: &mut Person,
    account: NewAccount,
    authority: &Authority,
    at: jiff::Timestamp,
) -> CommandResult<Vec<SlotChange>> {
    // Somebody may have taken the login since it was looked up.
    if is_taken(writer, &account.login, Some(&person.number))? {
        let mut wrong = Wrong::default();
        wrong_taken(&mut wrong);
        wrong.refuse("The account cannot be made.")?;
    }
    person.login = Some(account.login);
    person.access = account.access;
    writer.put_person(person)?;
    identified(writer, person, account.passphrase, authority, at)
}

/// A new identity for a person with an account: its certificate is recorded, its slot is to be written.
pub(super) fn identified(
    writer: &mut Writer<'_>,
    person: &Person,
    passphrase: secrecy::SecretString,
    authority: &Authority,
    at: jiff::Timestamp,
) -> CommandResult<Vec<SlotChange>> {
    let account = Account {
        person: person.number.clone(),
        name: person.name.clone(),
        login: person.login.clone().unwrap_or_default(),
        access: person.access.clone(),
        passphrase,
    };
    let issued = issue(&account, authority, at)?;
    writer.put_certificate(&identity::of_authority(authority.certificate())?)?;
    writer.put_certificate(&issued.certificate)?;
    Ok(vec![SlotChange::Set(issued.slot)])
}

fn wrong_words(wrong: &mut Wrong, name: &str, title: &str) {
    wrong.text("name", name, 2, 120);
    wrong.text("title", title, 2, 120);
}

fn wrong_account(wrong: &mut Wrong, account: &NewAccount, taken: bool) {
    wrong.login("account/login", &account.login);
    if taken {
        wrong_taken(wrong);
    }
    wrong.access("account/access", &account.access);
    wrong.passphrase("account/passphrase", &account.passphrase);
}

fn wrong_taken(wrong: &mut Wrong) {
    wrong.add("account/login", "taken", "This login is or was somebody's: the trail names people by it.");
}

fn meanwhile() -> CommandError {
    CommandError::new(ErrorCode::Conflict, "Somebody changed this person meanwhile.")
        .hint("Look at the person as it is now, then save again.")
}

impl Session {
    fn know_authorities(&mut self) -> CommandResult<()> {
        let certificates = self.store.read(|reader| reader.certificates())?;
        self.trust_in(&certificates);
        Ok(())
    }
}

/// The person whose account it is, if there is one.
pub(super) fn with_account(session: &mut Session, number: &PersonNumber) -> CommandResult<Person> {
    let person = find(session.content()?, number)?.clone();
    if person.login.is_none() {
        return Err(CommandError::new(ErrorCode::NotFound, format!("{} has no account.", person.name))
            .hint("Give this person an account first."));
    }
    Ok(person)
}
