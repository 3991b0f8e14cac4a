//! The incident clock: what happened when, against the times that the policy in force sets.

mod act;
mod form;

pub use super::Empty;
pub use act::{close, open, save};
pub use form::*;

use crate::error::{CommandError, CommandResult};
use crate::history::known::zone;
use crate::state::{Session, State};
use crate::words;
use jiff::Timestamp;
use jiff::civil::Date;
use riskwright_domain::incident::{Clock, ClockState, Incident, clocks, unkept};
use riskwright_domain::policy::{Phase, Policy, PolicyVersion, Timeframe};
use riskwright_domain::workspace::Content;
use riskwright_store::Kind;

/// Every incident and drill, open ones first, and the times that nobody keeps.
///
/// # Errors
/// What the store answers.
pub fn list(state: &mut State, _: Empty) -> CommandResult<IncidentList> {
    let now = state.clock.now();
    let session = state.session()?;
    let today = session.today()?;
    let content = session.content()?;
    let mut incidents: Vec<IncidentRow> =
        content.incidents.iter().map(|one| row(content, one, now)).collect();
    incidents.reverse();
    incidents.sort_by_key(|one| !one.open);
    let policies = content.policies.iter().filter_map(|one| clocked(one, today)).collect();
    let calendar = content.organization.calendar();
    let findings = unkept(&content.incidents, &content.policies, &calendar, &zone(content), now);
    Ok(IncidentList { incidents, findings, policies })
}

/// One incident with its clocks.
///
/// # Errors
/// `not_found`.
pub fn get(state: &mut State, name: IncidentName) -> CommandResult<IncidentDetail> {
    let now = state.clock.now();
    detail(state.session()?, &name.number, now)
}

/// The incident as it is now.
fn detail(session: &mut Session, number: &str, now: Timestamp) -> CommandResult<IncidentDetail> {
    let content = session.content()?;
    let incident = find(content, number)?.clone();
    let policy = words::policy(content, incident.policy.as_str())?;
    let version = version(policy, &incident)?;
    let clocks = running(content, &incident, version, now);
    let events = events(version);
    let policy = format!("{} {}, version {}", policy.number, policy.title, version.number);
    let revision = session.store.read(|reader| reader.revision_number(Kind::Incident, number))?;
    Ok(IncidentDetail { incident, policy, events, revision, clocks })
}

/// The incident.
///
/// # Errors
/// `not_found`.
fn find<'a>(content: &'a Content, number: &str) -> CommandResult<&'a Incident> {
    let found = content.incidents.iter().find(|one| one.number == number);
    found.ok_or_else(|| CommandError::not_found("incident", number))
}

/// The version whose times count for the incident.
fn version<'a>(policy: &'a Policy, incident: &Incident) -> CommandResult<&'a PolicyVersion> {
    policy.version(&incident.version).ok_or_else(|| CommandError::not_found("version", &incident.version))
}

/// The clocks of an incident at an instant.
pub(crate) fn running(
    content: &Content,
    incident: &Incident,
    version: &PolicyVersion,
    now: Timestamp,
) -> Vec<Clock> {
    clocks(incident, version, &content.organization.calendar(), &zone(content), now)
}

/// Events that start a clock of the version, each once, in its order.
fn events(version: &PolicyVersion) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let measured = |row: &&Timeframe| row.is_deadline() && row.phase != Phase::Govern;
    for row in version.timeframes.iter().filter(measured) {
        if !found.contains(&row.trigger) {
            found.push(row.trigger.clone());
        }
    }
    found
}

fn row(content: &Content, incident: &Incident, now: Timestamp) -> IncidentRow {
    let policy = words::policy(content, incident.policy.as_str()).ok();
    let version = policy.and_then(|policy| policy.version(&incident.version));
    let clocks = version.map(|version| running(content, incident, version, now)).unwrap_or_default();
    let count = |state: ClockState| {
        u32::try_from(clocks.iter().filter(|one| one.state == state).count()).unwrap_or(u32::MAX)
    };
    IncidentRow {
        number: incident.number.clone(),
        title: incident.title.clone(),
        drill: incident.drill,
        open: incident.outcome.is_none(),
        severity: incident.severity.clone(),
        began: incident.moments.iter().map(|one| one.at).min(),
        kept: count(ClockState::Kept),
        missed: count(ClockState::Missed),
        running: count(ClockState::Running),
        overdue: count(ClockState::Overdue),
    }
}

/// A policy in force that sets times for incidents.
fn clocked(policy: &Policy, on: Date) -> Option<ClockedPolicy> {
    let version = policy.in_force_on(on)?;
    let events = events(version);
    let (number, title) = (policy.number.clone(), policy.title.clone());
    (!events.is_empty()).then(|| ClockedPolicy { number, title, version: version.number.clone(), events })
}
