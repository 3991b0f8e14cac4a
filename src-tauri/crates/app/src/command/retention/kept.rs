//! The retention schedule of the open workspace: its rows, and why a record may not go.

use super::RetentionRow;
use crate::error::{CommandError, CommandResult, ErrorCode};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use riskwright_domain::retention::{
    DOCUMENT, EVIDENCE, INCIDENT, InEffect, Kept, POLICY_VERSION, PRACTICE, RecordName, RetentionState,
    Workspace, WrittenDocument,
};
use riskwright_domain::workspace::Content;
use riskwright_store::{DocumentSummary, Kind, Reader, content};
use std::collections::BTreeMap;

/// The schedule on a day, from one consistent view.
///
/// # Errors
/// What the store answers.
pub(super) fn schedule(reader: &Reader<'_>, today: Date) -> CommandResult<Vec<Kept>> {
    let content = content::load(reader)?;
    let zone = TimeZone::get(&content.organization.time_zone).unwrap_or(TimeZone::UTC);
    let written = |document: DocumentSummary| WrittenDocument {
        number: document.number,
        policy: document.policy,
        version: document.version,
        written_on: day(document.written_at, &zone),
    };
    let documents: Vec<WrittenDocument> = reader.documents()?.into_iter().map(written).collect();
    let mut first_recorded = BTreeMap::new();
    for kind in Kind::DISPOSABLE {
        for (id, at) in reader.first_recorded(kind)? {
            first_recorded.insert(RecordName::new(kind.name(), id), day(at, &zone));
        }
    }
    let holds = reader.legal_holds()?;
    let workspace = Workspace {
        content: &content,
        documents: &documents,
        first_recorded: &first_recorded,
        holds: &holds,
    };
    Ok(riskwright_domain::retention::schedule(workspace, today))
}

/// The kind of a record that nothing keeps; `deed` says what was to be done with it.
///
/// # Errors
/// `not_found` for what is not under the rule, `retained` with everything that keeps the record.
pub(in crate::command) fn refuse_kept(
    reader: &Reader<'_>,
    record: &RecordName,
    deed: &str,
    today: Date,
) -> CommandResult<Kind> {
    let absent = || CommandError::not_found(&record.kind, &record.id);
    let kind = Kind::DISPOSABLE.into_iter().find(|kind| kind.name() == record.kind).ok_or_else(|| {
        absent().hint("Policy versions, assessments, practices, incidents, documents and evidence are disposed of by themselves; the rest goes with them.")
    })?;
    let kept = schedule(reader, today)?.into_iter().find(|one| one.record == *record).ok_or_else(absent)?;
    if kept.state == RetentionState::Disposable { Ok(kind) } else { Err(retained(&kept, deed, today)) }
}

/// A row for a person.
pub(super) fn row(content: &Content, documents: &[DocumentSummary], kept: Kept) -> RetentionRow {
    RetentionRow {
        title: title(content, documents, &kept.record).unwrap_or_else(|| kept.record.id.clone()),
        created_on: kept.lifetime.created_on,
        last_in_effect: kept.lifetime.last_in_effect(),
        protected_until: kept.lifetime.protected_until(),
        state: kept.state,
        holds: kept.holds,
        needed_by: kept.needed_by,
        record: kept.record,
    }
}

fn retained(kept: &Kept, deed: &str, today: Date) -> CommandError {
    let mut reasons = Vec::new();
    if kept.lifetime.in_effect == InEffect::Still {
        reasons.push("it is in effect".to_owned());
    }
    if let Some(last) = kept.lifetime.protected_until().filter(|last| today <= *last) {
        reasons.push(format!("45 CFR 164.316(b)(2)(i) protects it until {last}"));
    }
    if !kept.holds.is_empty() {
        reasons.push(format!("it is held by {}", kept.holds.join(", ")));
    }
    if !kept.needed_by.is_empty() {
        reasons.push(format!("it is needed by {}", kept.needed_by.join(", ")));
    }
    let message = format!("{} cannot be {deed}: {}.", kept.record.id, reasons.join("; "));
    CommandError::new(ErrorCode::Retained, message)
        .hint("`retention::list` tells for every record what keeps it and until when.")
}

fn title(content: &Content, documents: &[DocumentSummary], record: &RecordName) -> Option<String> {
    let id = record.id.as_str();
    match record.kind.as_str() {
        POLICY_VERSION => version_title(content, id),
        PRACTICE => {
            let practice = content.practices.iter().find(|one| one.number.as_str() == id)?;
            Some(format!("{id} {}", practice.title))
        }
        INCIDENT => {
            let incident = content.incidents.iter().find(|one| one.number == id)?;
            Some(format!("{id} {}", incident.title))
        }
        EVIDENCE => {
            let evidence = content.evidence.iter().find(|one| one.number.as_str() == id)?;
            Some(format!("{id} {}", evidence.title))
        }
        DOCUMENT => {
            let document = documents.iter().find(|one| one.number == id)?;
            Some(format!("{id} PDF of {} version {}", document.policy, document.version))
        }
        _ => {
            let assessment = content.assessments.iter().find(|one| one.number.as_str() == id)?;
            Some(format!("{id} Risk assessment {}", assessment.year))
        }
    }
}

fn version_title(content: &Content, id: &str) -> Option<String> {
    let (number, version) = id.split_once('/')?;
    let policy = content.policies.iter().find(|policy| policy.number.as_str() == number)?;
    Some(format!("{number} {}, version {version}", policy.title))
}

/// The civil date of an instant.
fn day(at: Timestamp, zone: &TimeZone) -> Date {
    at.to_zoned(zone.clone()).date()
}
