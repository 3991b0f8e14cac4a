//! From a passphrase to a session: the slot, the person, what the trail has to be told, what is due.

use crate::automatic::{self, BeforeMigration};
use crate::command::workspace::Opened;
use crate::error::CommandResult;
use crate::identity::own_slot;
use crate::memory::{self, RecentWorkspace};
use crate::state::{Session, State};
use crate::unlock;
use jiff::Timestamp;
use riskwright_domain::number::PersonNumber;
use riskwright_domain::organization::Person;
use riskwright_store::{KdfCost, OpenError, Opened as StoreOpened, Store};
use secrecy::SecretString;
use serde_json::json;
use std::path::Path;
use unicode_normalization::UnicodeNormalization;

/// Opens a workspace as a person; an event in the trail.
///
/// # Errors
/// `wrong_passphrase`, `too_many_tries`, or what the store answers.
pub fn session(path: &Path, login: &str, passphrase: &SecretString) -> CommandResult<Session> {
    session_at(None, Timestamp::now(), path, login, passphrase)
}

/// As [`session`]; with a folder of the program's own the backups due are made there.
///
/// # Errors
/// As [`session`].
pub fn session_at(
    memory: Option<&Path>,
    now: Timestamp,
    path: &Path,
    login: &str,
    passphrase: &SecretString,
) -> CommandResult<Session> {
    let mut before_migration = BeforeMigration::default();
    let (opened, person) = unlock::tried(path, now, || {
        let back_up = |store: &Store| before_migration.back_up(memory, store);
        let opened = Store::open_with(path, login, passphrase, back_up)?;
        let person = holder(&opened.store, &opened.person, login)?;
        Ok((opened, person))
    })?;
    let StoreOpened { store, private, .. } = opened;
    let login = person.login.clone().unwrap_or_else(|| login.to_owned());
    let mut session = Session::new(store, path.to_path_buf(), person, login, private);
    unlock::tell(&mut session)?;
    session.event("workspace::open", &json!({}))?;
    session.record_certificates()?;
    before_migration.tell(&mut session);
    automatic::daily(memory, &mut session);
    automatic::sweep(memory, &session);
    // A folder whose keys cannot be replaced now is asked again next time.
    let _ = session.store.raise_cost(KdfCost::standard(), &own_slot(&session, passphrase));
    Ok(session)
}

/// What the page is told of an open workspace.
///
/// # Errors
/// What the store answers.
pub fn opened(session: &mut Session) -> CommandResult<Opened> {
    Ok(Opened {
        path: session.path.display().to_string(),
        organization: session.content()?.organization.name.clone(),
        person: session.person.clone(),
    })
}

/// Makes a session the program's, and remembers the workspace.
///
/// # Errors
/// What the store answers.
pub fn begin(state: &mut State, mut session: Session) -> CommandResult<Opened> {
    let opened = opened(&mut session)?;
    let alone = session.content()?.people.iter().filter(|person| person.login.is_some()).count() == 1;
    let login = alone.then(|| session.login.clone());
    memory::opened_by(state.memory.as_deref(), &session.path, login.as_deref());
    let recent = RecentWorkspace {
        path: opened.path.clone(),
        name: opened.organization.clone(),
        opened_at: Timestamp::now(),
    };
    memory::opened(state.memory.as_deref(), recent);
    state.locked = None;
    state.session = Some(session);
    Ok(opened)
}

/// The person whose slot it is; a slot left over from a closed account, or of another login, opens nothing.
fn holder(store: &Store, number: &PersonNumber, login: &str) -> Result<Person, OpenError> {
    let person = store.read(|reader| reader.person(number))?;
    let same = |person: &Person| person.login.as_deref().is_some_and(|own| own.nfc().eq(login.nfc()));
    person.filter(same).ok_or(OpenError::WrongLoginOrPassphrase)
}
