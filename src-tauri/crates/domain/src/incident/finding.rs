//! Times that nobody keeps: a limit that was missed again and again, in incidents and drills alike.

use super::{Clock, ClockState, Incident, clocks};
use crate::number::{PolicyNumber, TimeframeNumber};
use crate::organization::calendar::Calendar;
use crate::policy::{Policy, PolicyVersion};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// How often a time is missed, without being kept once, before it is named: a rule of the product.
const MISSES: u32 = 2;

/// A time of a policy in force that was missed and never kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Unkept {
    /// The policy.
    pub policy: PolicyNumber,
    /// The timeframe.
    pub timeframe: TimeframeNumber,
    /// How often it was kept.
    pub kept: u32,
    /// How often it was missed: done too late, or not done when the incident was closed after the time was over.
    pub missed: u32,
    /// What was found and what to do.
    pub words: String,
}

/// The times of policies in force that were missed twice or more and never kept, by policy and number.
///
/// Incidents under an earlier version count where that version says the same: who does what, by when, after what.
#[must_use]
pub fn unkept(
    incidents: &[Incident],
    policies: &[Policy],
    calendar: &Calendar,
    zone: &TimeZone,
    now: Timestamp,
) -> Vec<Unkept> {
    let mut tallies: BTreeMap<(&PolicyNumber, TimeframeNumber), Tally> = BTreeMap::new();
    let today = zone.to_datetime(now).date();
    for incident in incidents {
        let Some(policy) = policies.iter().find(|policy| policy.number == incident.policy) else { continue };
        let Some((version, current)) = policy.version(&incident.version).zip(policy.in_force_on(today))
        else {
            continue;
        };
        for clock in clocks(incident, version, calendar, zone, now) {
            if is_unchanged(version, current, &clock.timeframe) {
                let tally = tallies.entry((&policy.number, clock.timeframe.clone())).or_default();
                tally.add(incident, clock);
            }
        }
    }
    let unkept = tallies.into_iter().filter(|(_, tally)| tally.kept == 0 && tally.missed >= MISSES);
    unkept.filter_map(|((policy, timeframe), tally)| finding(policy, timeframe, tally)).collect()
}

#[derive(Default)]
struct Tally {
    kept: u32,
    missed: u32,
    last: Option<Clock>,
}

impl Tally {
    fn add(&mut self, incident: &Incident, clock: Clock) {
        // While an incident is open, an act may have been done and not been entered yet.
        let missed = match clock.state {
            ClockState::Missed => true,
            ClockState::Overdue => !incident.is_open(),
            _ => false,
        };
        self.missed += u32::from(missed);
        self.kept += u32::from(clock.state == ClockState::Kept);
        self.last = Some(clock);
    }
}

fn is_unchanged(then: &PolicyVersion, now: &PolicyVersion, number: &TimeframeNumber) -> bool {
    let row = |version: &PolicyVersion| {
        let row = version.timeframes.iter().find(|row| row.number == *number)?;
        Some((row.duty(), row.is_deadline(), row.length()?))
    };
    row(then).is_some_and(|before| row(now) == Some(before))
}

fn finding(policy: &PolicyNumber, timeframe: TimeframeNumber, tally: Tally) -> Option<Unkept> {
    let Tally { kept, missed, last } = tally;
    let Clock { role, action, limit, trigger, .. } = last?;
    let words = format!(
        "{policy} {timeframe} was missed {missed} times and never kept: {role}, {action} {limit} of {trigger}. Nobody \
         seems able to keep this time: change it in the next version, or give the role the means to keep it."
    );
    Some(Unkept { policy: policy.clone(), timeframe, kept, missed, words })
}
