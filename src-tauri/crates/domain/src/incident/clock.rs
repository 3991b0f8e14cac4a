//! The clocks of an incident: one per time that its policy sets for it.

use super::due::{Unmeasurable, due, is_measurable};
use super::{Incident, words};
use crate::number::TimeframeNumber;
use crate::organization::calendar::Calendar;
use crate::policy::{Phase, PolicyVersion, Timeframe};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A time of the policy, and how this incident stands to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(optional_fields)]
pub struct Clock {
    /// The timeframe.
    pub timeframe: TimeframeNumber,
    /// Its phase.
    pub phase: Phase,
    /// Who acts.
    pub role: String,
    /// What is done.
    pub action: String,
    /// The time: `within 4 hours`.
    pub limit: String,
    /// The event that starts the clock.
    pub trigger: String,
    /// When it started.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started: Option<Timestamp>,
    /// The last instant in time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Timestamp>,
    /// When it was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<Timestamp>,
    /// How it stands.
    pub state: ClockState,
    /// The same in a few words: `took 3 h 10 min of 4 hours`.
    pub words: String,
}

/// How a clock stands.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum ClockState {
    /// Its event has no time yet.
    NotStarted,
    /// Not done, and there is time left.
    Running,
    /// Not done, and the time is over.
    Overdue,
    /// Done in time.
    Kept,
    /// Done too late.
    Missed,
    /// This incident did not need it.
    NotNeeded,
    /// The timeframe says no end that could be measured.
    NotMeasurable,
}

/// The clocks of an incident as of an instant, in the order of the policy.
///
/// One for each timeframe that is for identifying, responding or addressing and for all severities or that of the
/// incident. A clock starts with the earliest moment of its event and stops when its action was first done; an act
/// before the start is in time.
#[must_use]
pub fn clocks(
    incident: &Incident,
    version: &PolicyVersion,
    calendar: &Calendar,
    zone: &TimeZone,
    now: Timestamp,
) -> Vec<Clock> {
    let rows = version.timeframes.iter().filter(|row| concerns(row, incident));
    rows.map(|row| clock(incident, row, calendar, zone, now)).collect()
}

fn concerns(row: &Timeframe, incident: &Incident) -> bool {
    let severity = row.severity.as_deref().map(str::trim);
    let same = severity.is_none_or(|severity| incident.severity.as_deref().map(str::trim) == Some(severity));
    row.phase != Phase::Govern && same
}

fn clock(
    incident: &Incident,
    row: &Timeframe,
    calendar: &Calendar,
    zone: &TimeZone,
    now: Timestamp,
) -> Clock {
    let started = incident.moment(&row.trigger);
    let done = incident.done_at(&row.number);
    let found = match started {
        Some(start) => due(row, start, calendar, zone).map(Some),
        None => is_measurable(row).map(|()| None),
    };
    let (state, words) = match incident.not_needed(&row.number) {
        Some(one) if done.is_none() => (ClockState::NotNeeded, words::not_needed(&one.reason)),
        _ => standing(row, started, found, done, now),
    };
    Clock {
        timeframe: row.number.clone(),
        phase: row.phase,
        role: row.role.clone(),
        action: row.action.clone(),
        limit: row.limit(),
        trigger: row.trigger.clone(),
        started,
        due: found.ok().flatten(),
        done,
        state,
        words,
    }
}

fn standing(
    row: &Timeframe,
    started: Option<Timestamp>,
    due: Result<Option<Timestamp>, Unmeasurable>,
    done: Option<Timestamp>,
    now: Timestamp,
) -> (ClockState, String) {
    let due = match due {
        Ok(due) => due,
        Err(why) => return (ClockState::NotMeasurable, words::not_measurable(why, row)),
    };
    let (Some(start), Some(due)) = (started, due) else {
        return (ClockState::NotStarted, words::not_started(row, done.is_some()));
    };
    match done {
        Some(done) if is_over(due, done) => (ClockState::Missed, words::missed(start, due, done)),
        Some(done) => (ClockState::Kept, words::kept(start, done, row)),
        None if is_over(due, now) => (ClockState::Overdue, words::late(due, now)),
        None => (ClockState::Running, words::left(due, now)),
    }
}

/// To the second, as times are entered: the second in which the time ends still counts.
fn is_over(due: Timestamp, at: Timestamp) -> bool {
    due.as_second() < at.as_second()
}
