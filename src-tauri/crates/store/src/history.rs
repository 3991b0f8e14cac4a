//! Lines of the history for whoever takes acts back, and writing a record back as a line has it.

use crate::error::StoreError;
use crate::kind::Kind;
use crate::past::Past;
use crate::reader::Reader;
use crate::table::revision::{self, COLUMNS};
use crate::table::row::{Change, List, REORDERED, rows};
use crate::writer::Writer;
use riskwright_domain::audit::Revision;
use rusqlite::params;
use serde_json::Value;

/// The body of a record that was removed.
pub(crate) const REMOVED: &str = "null";

/// Bodies of records are left out: they are large and not asked for.
const LINES: &str = "SELECT sequence, kind, id, number, recorded_at, by, command, schema,
    CASE WHEN kind = 'event' THEN body END, body_hash, previous_hash
    FROM revision WHERE by = ?1 AND command IN (SELECT value FROM json_each(?2)) ORDER BY sequence";

impl Reader<'_> {
    /// The lines that a person's commands of these names left, oldest first; only events have their body.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn lines_by(&self, by: &str, commands: &[&str]) -> Result<Vec<Revision>, StoreError> {
        let names = Value::from(commands.to_vec()).to_string();
        let mut statement = self.connection.prepare_cached(LINES)?;
        Ok(statement.query_map(params![by, names], revision::revision)?.collect::<Result<_, _>>()?)
    }

    /// The revision of a record with this number.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn revision(&self, kind: Kind, id: &str, number: i64) -> Result<Option<Revision>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM revision WHERE kind = ?1 AND id = ?2 AND number = ?3");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut found = statement.query_map(params![kind.name(), id, number], revision::revision)?;
        Ok(found.next().transpose()?)
    }

    /// The last revision of a record.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn last_revision(&self, kind: Kind, id: &str) -> Result<Option<Revision>, StoreError> {
        let number = self.revision_number(kind, id)?;
        self.revision(kind, id, number)
    }

    /// The ids of a record's list in the order that the list had before a line of the history was written.
    fn order_before(&self, list: &List<'_>, sequence: i64) -> Result<Vec<String>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM revision WHERE sequence < ?1 AND (kind = ?2 OR id = '{REORDERED}') ORDER BY sequence"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut past = Past::default();
        for line in statement.query_map(params![sequence, list.kind.name()], revision::revision)? {
            past.follow(line?);
        }
        let owner = list.of.map(|(_, id)| id);
        Ok(past.list(list.kind, owner).into_iter().map(|(id, _)| id.to_owned()).collect())
    }
}

impl Writer<'_> {
    /// Makes a record be what a body of the history says; a record that was removed since the line `stood_before`
    /// takes the place it had in its list then.
    ///
    /// # Errors
    /// [`StoreError::Unwritable`] for a kind whose rows are more than their body, or a body that is no JSON;
    /// [`StoreError::Reference`] at commit where what it names is gone; else if the database refuses.
    pub fn put_body(
        &mut self,
        kind: Kind,
        id: &str,
        body: &str,
        stood_before: i64,
    ) -> Result<(), StoreError> {
        let unwritable = || StoreError::Unwritable { kind, id: id.to_owned() };
        let list = list_of(kind, id).ok_or_else(unwritable)?;
        if body == REMOVED {
            self.remove(kind, id)?;
            return Ok(());
        }
        let record: Value = serde_json::from_str(body).map_err(|_| unwritable())?;
        let known = list.of.map_or(0, |(_, owner)| owner.len() + 1);
        let key = id.get(known..).ok_or_else(unwritable)?;
        if self.put(list, key, &record)? == Change::Added {
            self.take_place(list, id, stood_before)?;
        }
        Ok(())
    }

    /// Moves a record that was just added behind the nearest record that stood in front of it then.
    fn take_place(&mut self, list: List<'_>, id: &str, sequence: i64) -> Result<(), StoreError> {
        let then = self.order_before(&list, sequence)?;
        let Some(place) = then.iter().position(|one| one == id) else { return Ok(()) };
        let rows = rows(self.connection, list)?.into_iter().map(|(id, _)| id);
        let mut now: Vec<String> = rows.filter(|one| one != id).collect();
        let in_front =
            then.iter().take(place).rev().find_map(|one| now.iter().position(|other| other == one));
        now.insert(in_front.map_or(0, |at| at + 1), id.to_owned());
        self.order(list, &now)
    }
}

/// The id of the record that a record belongs to, read off its own id.
pub(crate) fn owner(kind: Kind, id: &str) -> Option<&str> {
    list_of(kind, id)?.of.map(|(_, owner)| owner)
}

/// The list that a record stands in; none for what has no body of its own or more than a body.
pub(crate) fn list_of(kind: Kind, id: &str) -> Option<List<'_>> {
    let first = || id.split_once('/').map(|(owner, _)| owner);
    match kind {
        Kind::Event | Kind::Document => None,
        Kind::Organization
        | Kind::Person
        | Kind::Evidence
        | Kind::Assessment
        | Kind::Policy
        | Kind::Practice
        | Kind::Settings
        | Kind::Certificate
        | Kind::LegalHold
        | Kind::Trigger
        | Kind::Incident
        | Kind::Framework => Some(List::all(kind)),
        Kind::Asset
        | Kind::FactorAnswer
        | Kind::ThreatDisposition
        | Kind::Risk
        | Kind::SafeguardStatus
        | Kind::AddressableDecision => Some(List::of(kind, "assessment", first()?)),
        Kind::PolicyVersion => Some(List::of(kind, "policy", first()?)),
        Kind::Approval => approved(id),
    }
}

/// `AS-2026/P-001/executive` or `POL-11/1.0/P-001/executive`.
fn approved(id: &str) -> Option<List<'_>> {
    let (rest, _) = id.rsplit_once('/')?;
    let (owner, _) = rest.rsplit_once('/')?;
    let column = if owner.contains('/') { "policy_version" } else { "assessment" };
    Some(List::of(Kind::Approval, column, owner))
}
