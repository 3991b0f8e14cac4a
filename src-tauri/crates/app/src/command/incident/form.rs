//! What the commands on incidents take and answer.

use jiff::Timestamp;
use riskwright_domain::incident::{Clock, Incident, Unkept};
use riskwright_domain::number::PolicyNumber;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Every incident and drill.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct IncidentList {
    /// Open ones first, then the newest first.
    pub incidents: Vec<IncidentRow>,
    /// Times that were missed again and again and never kept.
    pub findings: Vec<Unkept>,
    /// Policies in force that set times for incidents.
    pub policies: Vec<ClockedPolicy>,
}

/// A row of the list.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct IncidentRow {
    /// Number.
    pub number: String,
    /// What happened.
    pub title: String,
    /// Whether it was a drill.
    pub drill: bool,
    /// Whether it is not closed yet.
    pub open: bool,
    /// Severity, `1` to `4`.
    pub severity: Option<String>,
    /// The first event that was logged.
    pub began: Option<Timestamp>,
    /// Limits that were kept.
    pub kept: u32,
    /// Limits that were missed.
    pub missed: u32,
    /// Clocks that run.
    pub running: u32,
    /// Clocks that ran out.
    pub overdue: u32,
}

/// A policy that sets times for incidents.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct ClockedPolicy {
    /// Number.
    pub number: PolicyNumber,
    /// Title.
    pub title: String,
    /// The version in force.
    pub version: String,
    /// Events that start its clocks.
    pub events: Vec<String>,
}

/// Names an incident.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct IncidentName {
    /// The incident.
    pub number: String,
}

/// One incident.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct IncidentDetail {
    /// The incident.
    pub incident: Incident,
    /// The policy that sets its times, in words.
    pub policy: String,
    /// Events that start its clocks.
    pub events: Vec<String>,
    /// Its revision, to name when saving.
    pub revision: i64,
    /// Its clocks.
    pub clocks: Vec<Clock>,
}

/// An incident or a drill to log.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct OpenIncident {
    /// What happened, in a line.
    pub title: String,
    /// Whether it is a drill.
    pub drill: bool,
    /// Severity, `1` to `4`, if known.
    #[serde(default)]
    pub severity: Option<String>,
    /// The policy in force whose times count.
    pub policy: PolicyNumber,
    /// The event that was seen first.
    #[serde(default)]
    pub event: Option<String>,
    /// When; now if left out.
    #[serde(default)]
    pub at: Option<Timestamp>,
}

/// An incident as it is wanted.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveIncident {
    /// The whole incident; policy, version and end stay as they are.
    pub incident: Incident,
    /// The revision that it was changed from.
    pub based_on_revision: i64,
}

/// Closes an incident.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct CloseIncident {
    /// The incident.
    pub number: String,
    /// What was found and changed.
    pub outcome: String,
}
