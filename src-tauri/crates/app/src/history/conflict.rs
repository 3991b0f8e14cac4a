//! Saving a record that somebody else may have saved since: what both changed is kept, a contradiction is named.

use crate::error::{CommandError, CommandResult, ErrorCode, FieldConflict};
use riskwright_domain::audit::Revision;
use riskwright_domain::workspace::merge::{Conflict, merge, value_at};
use riskwright_store::{Kind, Reader, RevisionFilter};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The record that a request is about and the revision that its values were based on.
#[derive(Debug, Clone, Copy)]
pub struct Based<'a> {
    /// Kind of record.
    pub kind: Kind,
    /// Id within the kind.
    pub id: &'a str,
    /// Revision of the record that whoever saves had before them.
    pub revision: i64,
}

/// The record as it is to be saved: the change, made on the record it was based on, merged with what others saved
/// since.
///
/// # Errors
/// `conflict` with every field that both changed; without fields where the base was removed or disposed of; or
/// what the change answers.
pub fn carried_over<T: Serialize + DeserializeOwned>(
    reader: &Reader<'_>,
    based: &Based<'_>,
    change: impl FnOnce(T) -> CommandResult<T>,
) -> CommandResult<T> {
    let value = |record: &T| serde_json::to_value(record).unwrap_or_default();
    let merged = merged_since(reader, based, value, |base| Ok(value(&change(base)?)))?;
    // Two changes that fit one by one can still make a record that has no form.
    serde_json::from_value(merged).map_err(|_| plain())
}

/// As [`carried_over`], for a record that may not be there yet: revision 0 says that there was none.
///
/// # Errors
/// `conflict` where there is one meanwhile; else as [`carried_over`].
pub fn begun_or_carried<T: Serialize + DeserializeOwned>(
    reader: &Reader<'_>,
    based: &Based<'_>,
    change: impl FnOnce(Option<T>) -> CommandResult<T>,
) -> CommandResult<T> {
    if based.revision != 0 {
        return carried_over(reader, based, |base| change(Some(base)));
    }
    let last = reader.last_revision(based.kind, based.id)?;
    match last.filter(|line| line.body.as_deref() != Some("null")) {
        Some(line) => Err(begun_meanwhile(&line)),
        None => change(None),
    }
}

/// As [`carried_over`], for the part of a record that `part` shows; `change` answers the part as it is wanted.
///
/// # Errors
/// As [`carried_over`].
pub fn merged_since<T: DeserializeOwned>(
    reader: &Reader<'_>,
    based: &Based<'_>,
    part: impl Fn(&T) -> Value,
    change: impl FnOnce(T) -> CommandResult<Value>,
) -> CommandResult<Value> {
    let filter = RevisionFilter { kind: Some(based.kind), id: Some(based.id), ..RevisionFilter::default() };
    let mut lines = reader.revisions(&filter)?;
    lines.retain(|line| line.number >= based.revision);
    let base: T =
        lines.first().filter(|line| line.number == based.revision).and_then(record).ok_or_else(plain)?;
    let current: T = lines.last().and_then(record).ok_or_else(plain)?;
    let (before, now) = (part(&base), part(&current));
    let wanted = change(base)?;
    merge(&before, &now, &wanted).map_err(|conflicts| {
        let states: Vec<(&Revision, Option<Value>)> =
            lines.iter().map(|line| (line, record(line).map(|record: T| part(&record)))).collect();
        contradicted(conflicts, &states)
    })
}

/// `None` where the record was removed or its body disposed of.
fn record<T: DeserializeOwned>(line: &Revision) -> Option<T> {
    serde_json::from_str(line.body.as_deref()?).ok()
}

fn contradicted(conflicts: Vec<Conflict>, states: &[(&Revision, Option<Value>)]) -> CommandError {
    let found = conflicts.into_iter().filter_map(|one| {
        let line = changed_by(&one.pointer, states)?;
        Some(FieldConflict {
            field: one.pointer,
            theirs: one.theirs,
            yours: one.yours,
            by: line.by.clone(),
            at: line.recorded_at,
        })
    });
    CommandError {
        conflicts: found.collect(),
        ..CommandError::new(ErrorCode::Conflict, "Somebody changed the same meanwhile; nothing was saved.")
            .hint("Look at both values, keep what is right, then save again.")
    }
}

/// The newest line that gave a field another value.
fn changed_by<'a>(pointer: &str, states: &[(&'a Revision, Option<Value>)]) -> Option<&'a Revision> {
    let value = |state: &Option<Value>| state.as_ref().and_then(|state| value_at(state, pointer)).cloned();
    let pairs = states.iter().zip(states.iter().skip(1)).rev();
    let mut changes = pairs.filter(|((_, before), (_, after))| value(before) != value(after));
    changes.next().map(|(_, (line, _))| *line).or_else(|| states.last().map(|(line, _)| *line))
}

fn begun_meanwhile(line: &Revision) -> CommandError {
    let theirs = line.body.as_deref().and_then(|body| serde_json::from_str(body).ok());
    let conflict = FieldConflict {
        field: String::new(),
        theirs,
        yours: None,
        by: line.by.clone(),
        at: line.recorded_at,
    };
    CommandError { conflicts: vec![conflict], ..plain() }
}

fn plain() -> CommandError {
    CommandError::new(
        ErrorCode::Conflict,
        "What this change was based on is no longer there; nothing was saved.",
    )
    .hint("Look at the record as it is now, then save again.")
}
