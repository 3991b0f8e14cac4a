//! Incidents and drills: when what happened, held against the times that a policy sets (45 CFR 171.203(d)(4)).
//!
//! An incident records moments and what was done; [`clocks`] measures, [`unkept`] looks over many. What the review of
//! an incident changes in the register belongs to [`crate::trigger`].

mod clock;
mod due;
mod finding;
mod problem;
mod words;

pub use clock::{Clock, ClockState, clocks};
pub use finding::{Unkept, unkept};
pub use problem::problems;

use crate::number::{PolicyNumber, TimeframeNumber};
use crate::trigger::Outcome;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// An incident, or a drill of one, under one version of one policy.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Incident {
    /// Identity; nil until the workspace gives one.
    #[serde(default)]
    pub id: Uuid,
    /// Number: `IN-001`.
    pub number: String,
    /// What happened, in a few words.
    pub title: String,
    /// Whether it was an exercise.
    #[serde(default)]
    pub drill: bool,
    /// Severity, `1` to `4`; none until it is rated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<String>,
    /// The policy whose times count.
    pub policy: PolicyNumber,
    /// Its version: `1.0`.
    pub version: String,
    /// Events that start clocks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moments: Vec<Moment>,
    /// What was done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub done: Vec<Done>,
    /// What this incident did not need.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_needed: Vec<NotNeeded>,
    /// What it came to; open until there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
}

/// An event and its time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Moment {
    /// The event as a timeframe of the policy names it: `declaration`.
    pub event: String,
    /// When.
    pub at: Timestamp,
}

/// That the action of a timeframe was done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Done {
    /// The timeframe.
    pub timeframe: TimeframeNumber,
    /// When.
    pub at: Timestamp,
}

/// That the action of a timeframe was not needed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct NotNeeded {
    /// The timeframe.
    pub timeframe: TimeframeNumber,
    /// Why.
    pub reason: String,
}

impl Incident {
    /// Whether nobody closed it yet.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.outcome.is_none()
    }

    /// The earliest time of an event, by its words without differences of case and space around them.
    #[must_use]
    pub fn moment(&self, event: &str) -> Option<Timestamp> {
        let named = self.moments.iter().filter(|moment| is_same_event(&moment.event, event));
        named.map(|moment| moment.at).min()
    }

    /// The earliest time at which the action of a timeframe was done.
    #[must_use]
    pub fn done_at(&self, timeframe: &TimeframeNumber) -> Option<Timestamp> {
        self.done.iter().filter(|done| done.timeframe == *timeframe).map(|done| done.at).min()
    }

    fn not_needed(&self, timeframe: &TimeframeNumber) -> Option<&NotNeeded> {
        self.not_needed.iter().find(|one| one.timeframe == *timeframe)
    }
}

fn is_same_event(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}
