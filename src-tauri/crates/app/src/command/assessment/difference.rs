//! What differs between two assessments, in words.

use super::form::*;
use crate::error::{CommandError, CommandResult};
use crate::state::{Session, State};
use crate::words;
use jiff::Timestamp;
use riskwright_domain::assessment::carry;
use riskwright_domain::assessment::difference::{self as found, Detail, Difference};
use riskwright_domain::assessment::{Assessment, DataFlow, SafeguardState, ThreatAnswer};
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::number::{AssessmentNumber, ThreatId};
use riskwright_domain::retention::RecordName;
use riskwright_domain::risk::Level;
use riskwright_domain::workspace::Content;
use riskwright_store::Kind;

/// Compares two assessments.
///
/// # Errors
/// `not_found` for a number, or where there are not two.
pub fn difference(state: &mut State, request: Compare) -> CommandResult<DifferenceView> {
    let session = state.session()?;
    let content = session.content()?.clone();
    let mut newest = content.assessments.iter().rev();
    let to = match &request.to {
        Some(number) => named(&content, number)?,
        None => newest.next().ok_or_else(|| CommandError::not_found("assessment", "yet"))?,
    };
    let from = match &request.from {
        Some(number) => named(&content, number)?,
        None => before(&content, to)?,
    };
    let mut changes = Vec::new();
    for one in found::difference(from, to) {
        changes.push(row(session, &content, from, to, one)?);
    }
    Ok(DifferenceView { from: from.number.clone(), to: to.number.clone(), changes })
}

fn named<'a>(content: &'a Content, number: &AssessmentNumber) -> CommandResult<&'a Assessment> {
    let mut all = content.assessments.iter();
    all.find(|one| one.number == *number).ok_or_else(|| CommandError::not_found("assessment", number))
}

/// The one it follows, else the one before it in the list.
fn before<'a>(content: &'a Content, to: &Assessment) -> CommandResult<&'a Assessment> {
    if let Some(number) = &to.previous {
        return named(content, number);
    }
    let place = content.assessments.iter().position(|one| one.number == to.number).unwrap_or_default();
    let earlier = content.assessments.iter().take(place).next_back();
    earlier.ok_or_else(|| CommandError::not_found("assessment", format!("before {}", to.number)))
}

fn row(
    session: &Session,
    content: &Content,
    from: &Assessment,
    to: &Assessment,
    one: Difference,
) -> CommandResult<DifferenceRow> {
    let of = if one.change == DifferenceKind::Gone { from } else { to };
    Ok(DifferenceRow {
        title: title(content, of, &one.record),
        change: one.change,
        words: in_words(&one.detail),
        recorded_at: recorded_at(session, of, &one.record)?,
        record: one.record,
    })
}

/// Flows and vendors stand in the row of their assessment.
fn recorded_at(session: &Session, of: &Assessment, record: &RecordName) -> CommandResult<Option<Timestamp>> {
    let kind = Kind::CURRENT.into_iter().find(|kind| kind.name() == record.kind);
    let (kind, id) = kind.map_or((Kind::Assessment, of.number.as_str()), |kind| (kind, record.id.as_str()));
    let line = session.store.read(|reader| reader.last_revision(kind, id))?;
    Ok(line.map(|line| line.recorded_at))
}

fn title(content: &Content, of: &Assessment, record: &RecordName) -> String {
    let key = record.id.split_once('/').map_or(record.id.as_str(), |(_, key)| key);
    let known = match record.kind.as_str() {
        carry::RISK => of
            .risks
            .iter()
            .find(|one| one.number.as_str() == key)
            .map(|one| words::threat(content, &one.threat)),
        carry::ASSET => of.assets.iter().find(|one| one.number.as_str() == key).map(|one| one.name.clone()),
        carry::VENDOR => of.vendors.iter().find(|one| one.number.as_str() == key).map(|one| one.name.clone()),
        carry::THREAT => Some(words::threat(content, &ThreatId::from(key))),
        carry::SAFEGUARD | carry::DECISION => {
            Catalogue::embedded().safeguard(key).map(|item| item.title.clone())
        }
        carry::ANSWER => {
            let mut editions = Catalogue::embedded().security_rules.iter();
            editions.find_map(|edition| edition.question(key)).map(|question| question.prompt.clone())
        }
        carry::FLOW => {
            let place = key.parse().ok().and_then(|place: usize| of.flows.get(place));
            return place.map_or_else(|| key.to_owned(), |flow| flow_title(content, flow));
        }
        _ => None,
    };
    known.map_or_else(|| key.to_owned(), |known| format!("{key} {known}"))
}

fn flow_title(content: &Content, flow: &DataFlow) -> String {
    let to = flow.to.as_ref().map(|to| words::asset(content, to)).or_else(|| flow.party.clone());
    let from = words::asset(content, &flow.from);
    format!("{from} to {} by {}", to.unwrap_or_else(|| "an outside party".to_owned()), flow.method)
}

fn in_words(detail: &Detail) -> String {
    let level = |level: &Option<Level>| level.map_or_else(|| "not rated".to_owned(), |one| one.to_string());
    match detail {
        Detail::Whole => String::new(),
        Detail::Level(before, after) => format!("{} → {}", level(before), level(after)),
        Detail::Status(before, after) => format!("{} → {}", status(*before), status(*after)),
        Detail::Threat(before, after) => format!("{} → {}", answer(*before), answer(*after)),
        Detail::Fields(names) => format!("other values: {}", names.join(", ").replace('_', " ")),
    }
}

fn status(state: SafeguardState) -> String {
    words::code(&state).replace('_', " ")
}

fn answer(answer: ThreatAnswer) -> String {
    words::code(&answer).replace('_', " ")
}
