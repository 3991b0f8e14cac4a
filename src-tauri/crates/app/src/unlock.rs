//! A passphrase is tried: after three wrong ones in a row the next has to wait, and the trail is told of them.

use crate::error::{CommandError, CommandResult, ErrorCode};
use crate::state::Session;
use jiff::Timestamp;
use riskwright_store::{Attempts, OpenError, Opened, Store};
use secrecy::SecretString;
use serde_json::json;
use std::path::Path;

/// Opens a workspace as a person, without a session.
///
/// # Errors
/// `too_many_tries`, `wrong_passphrase`, or what the store answers.
pub fn open(path: &Path, login: &str, passphrase: &SecretString) -> CommandResult<Opened> {
    tried(path, Timestamp::now(), || Store::open(path, login, passphrase))
}

/// Lets a passphrase be tried unless it has to wait; a wrong one is written down.
///
/// # Errors
/// `too_many_tries` without trying, or what the try answers.
pub fn tried<T>(
    folder: &Path,
    now: Timestamp,
    attempt: impl FnOnce() -> Result<T, OpenError>,
) -> CommandResult<T> {
    let mut attempts = Attempts::of(folder);
    let seconds = attempts.wait(now);
    if seconds > 0 {
        return Err(too_many(seconds));
    }
    attempt().map_err(|error| {
        if matches!(error, OpenError::WrongLoginOrPassphrase) {
            attempts.failed(now);
        }
        error.into()
    })
}

/// Tells the trail when passphrases were wrong, and forgets it.
///
/// # Errors
/// What the store answers; then nothing is forgotten.
pub fn tell(session: &mut Session) -> CommandResult<()> {
    let mut attempts = Attempts::of(&session.path);
    if attempts.times().is_empty() {
        return Ok(());
    }
    session.event("workspace::open_failed", &json!({ "at": attempts.times() }))?;
    attempts.clear();
    Ok(())
}

impl Session {
    /// Asks whoever has the workspace open for the passphrase again.
    ///
    /// # Errors
    /// `too_many_tries`, `wrong_passphrase`.
    pub fn ask_again(&mut self, passphrase: &SecretString, now: Timestamp) -> CommandResult<()> {
        let (person, _) = tried(&self.path, now, || self.store.unseal(&self.login, passphrase))?;
        if person != self.person.number {
            return Err(OpenError::WrongLoginOrPassphrase.into());
        }
        tell(self)
    }
}

fn too_many(seconds: i64) -> CommandError {
    let noun = if seconds == 1 { "second" } else { "seconds" };
    CommandError::new(
        ErrorCode::TooManyTries,
        format!("Too many wrong passphrases in a row: the next try is taken in {seconds} {noun}."),
    )
    .hint("Wait, then try again. The recovery sheet opens the workspace if the passphrase is lost.")
}
