//! Backups that nobody asks for: on the first opening of a day and before a migration.
//!
//! Whatever goes wrong with one is left as an event in the trail and never stops the opening.

use crate::backup_folder::BackupFolder;
use crate::command::backup::{BackupReason, BackupRow};
use crate::error::CommandResult;
use crate::state::{Session, civil_today};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use riskwright_store::{Act, Store};
use serde_json::{Value, json};
use std::path::Path;

/// The backup before a migration, made while there is no session yet and told to the trail once there is one.
#[derive(Default)]
pub struct BeforeMigration {
    outcome: Option<CommandResult<BackupRow>>,
}

impl BeforeMigration {
    /// Makes the backup of a workspace that still has its earlier schema.
    pub fn back_up(&mut self, memory: Option<&Path>, store: &Store) {
        let folder = memory.map(|memory| BackupFolder::of(memory, store.workspace()));
        self.outcome = folder.map(|folder| folder.make(store, BackupReason::Migration, Timestamp::now()));
    }

    /// Leaves an event about it.
    pub fn tell(self, session: &mut Session) {
        if let Some(outcome) = self.outcome {
            tell(session, BackupReason::Migration, &outcome);
        }
    }
}

/// Makes the backup of the day if there is none yet and the settings want one.
pub fn daily(memory: Option<&Path>, session: &mut Session) {
    let Some(memory) = memory else { return };
    let folder = BackupFolder::of(memory, session.store.workspace());
    let Some(zone) = wanted_in(session) else { return };
    let today = civil_today(&zone);
    let zone = TimeZone::get(&zone).unwrap_or(TimeZone::UTC);
    if folder.has(BackupReason::Daily, today, &zone) {
        return;
    }
    let outcome = folder.make(&session.store, BackupReason::Daily, Timestamp::now());
    tell(session, BackupReason::Daily, &outcome);
    if outcome.is_ok() {
        folder.thin_out(today, &zone);
    }
}

/// Removes what looking at backups left behind.
pub fn sweep(memory: Option<&Path>, session: &Session) {
    if let Some(memory) = memory {
        BackupFolder::of(memory, session.store.workspace()).sweep_previews();
    }
}

/// The organization's zone, if the settings want a backup a day.
fn wanted_in(session: &mut Session) -> Option<String> {
    let settings = session.store.read(|reader| reader.settings()).ok()?;
    let zone = session.content().ok()?.organization.time_zone.clone();
    settings.daily_backup.then_some(zone)
}

fn tell(session: &mut Session, reason: BackupReason, outcome: &CommandResult<BackupRow>) {
    let (name, body) = event(reason, outcome);
    let act = Act { command: name, by: Act::PROGRAM, at: Timestamp::now() };
    // A trail that cannot be written to is told by whatever the person does next.
    let _ = session.store.write(&act, |writer| writer.event(name, &body));
}

fn event(reason: BackupReason, outcome: &CommandResult<BackupRow>) -> (&'static str, Value) {
    match outcome {
        Ok(row) => ("backup::make", json!({ "name": row.name, "reason": reason })),
        Err(error) => ("backup::failed", json!({ "code": error.code, "reason": reason })),
    }
}
