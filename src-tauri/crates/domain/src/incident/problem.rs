//! What is wrong with an incident as it was entered, complete and with places.

use super::{Incident, is_same_event};
use crate::number::{INCIDENT, TimeframeNumber};
use crate::policy::PolicyVersion;
use crate::text::blank;
use crate::workspace::{Problem, ProblemCode};
use jiff::Timestamp;
use std::collections::BTreeSet;

/// The severities of the grammar.
const SEVERITIES: [&str; 4] = ["1", "2", "3", "4"];

/// Everything amiss by an instant, with places within the incident as JSON pointers (RFC 6901).
///
/// Events and timeframes that the version does not have, what occurs twice, what lies in the future, what was done
/// before its clock started, empty texts, a severity other than `1` to `4`, a number of another form.
#[must_use]
pub fn problems(incident: &Incident, version: &PolicyVersion, now: Timestamp) -> Vec<Problem> {
    let mut found = fields(incident);
    found.extend(moments(incident, version, now));
    found.extend(done(incident, version, now));
    found.extend(not_needed(incident, version));
    found
}

fn fields(incident: &Incident) -> Vec<Problem> {
    let mut found = Vec::new();
    if !INCIDENT.fits(&incident.number) {
        found.push(problem("/number", ProblemCode::MalformedNumber, &incident.number));
    }
    if blank(&incident.title) {
        found.push(problem("/title", ProblemCode::TooShort, ""));
    }
    let severity = incident.severity.as_deref().filter(|one| !SEVERITIES.contains(&one.trim()));
    found.extend(severity.map(|one| problem("/severity", ProblemCode::NotAllowed, one)));
    if incident.outcome.as_ref().is_some_and(|outcome| blank(&outcome.text)) {
        found.push(problem("/outcome/text", ProblemCode::TooShort, ""));
    }
    found
}

fn moments(incident: &Incident, version: &PolicyVersion, now: Timestamp) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for (at, moment) in incident.moments.iter().enumerate() {
        let place = format!("/moments/{at}/event");
        if !version.timeframes.iter().any(|row| is_same_event(&row.trigger, &moment.event)) {
            found.push(problem(&place, ProblemCode::UnknownReference, &moment.event));
        }
        if !seen.insert(moment.event.trim().to_lowercase()) {
            found.push(problem(&place, ProblemCode::Duplicate, &moment.event));
        }
        if now < moment.at {
            found.push(future(format!("/moments/{at}/at"), moment.at, now));
        }
    }
    found
}

fn done(incident: &Incident, version: &PolicyVersion, now: Timestamp) -> Vec<Problem> {
    let numbers: Vec<&TimeframeNumber> = incident.done.iter().map(|one| &one.timeframe).collect();
    let mut found = references("/done", &numbers, version);
    for (at, one) in incident.done.iter().enumerate() {
        let place = format!("/done/{at}/at");
        let row = version.timeframes.iter().find(|row| row.number == one.timeframe);
        let start = row.and_then(|row| incident.moment(&row.trigger)).filter(|start| one.at < *start);
        if let Some(start) = start {
            let value = format!("{} is before the start {start}", one.at);
            found.push(problem(&place, ProblemCode::DateOrder, &value));
        }
        if now < one.at {
            found.push(future(place, one.at, now));
        }
    }
    found
}

fn not_needed(incident: &Incident, version: &PolicyVersion) -> Vec<Problem> {
    let numbers: Vec<&TimeframeNumber> = incident.not_needed.iter().map(|one| &one.timeframe).collect();
    let mut found = references("/not_needed", &numbers, version);
    for (at, one) in incident.not_needed.iter().enumerate() {
        if blank(&one.reason) {
            found.push(problem(format!("/not_needed/{at}/reason"), ProblemCode::TooShort, ""));
        }
        if incident.done_at(&one.timeframe).is_some() {
            let value = format!("{} was done", one.timeframe);
            found.push(problem(format!("/not_needed/{at}/timeframe"), ProblemCode::NotAllowed, &value));
        }
    }
    found
}

/// Timeframes that the version does not have, and those named twice.
fn references(list: &str, numbers: &[&TimeframeNumber], version: &PolicyVersion) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for (at, number) in numbers.iter().enumerate() {
        let place = format!("{list}/{at}/timeframe");
        if !version.timeframes.iter().any(|row| row.number == **number) {
            found.push(problem(&place, ProblemCode::UnknownReference, number.as_str()));
        }
        if !seen.insert(number.as_str()) {
            found.push(problem(&place, ProblemCode::Duplicate, number.as_str()));
        }
    }
    found
}

fn future(path: String, at: Timestamp, now: Timestamp) -> Problem {
    problem(path, ProblemCode::DateOrder, &format!("{at} is after {now}"))
}

fn problem(path: impl Into<String>, code: ProblemCode, value: &str) -> Problem {
    Problem { path: path.into(), code, value: value.to_owned() }
}
