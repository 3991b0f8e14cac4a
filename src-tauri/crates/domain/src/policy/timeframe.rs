//! Objective timeframes and other parameters: 45 CFR 171.203(d)(4).

use super::lint::{self, TimeframeFields};
use crate::number::{Citation, ParameterNumber, TimeframeNumber};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A time that a third party with the records could check.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Timeframe {
    /// Number within the policy.
    pub number: TimeframeNumber,
    /// Identify, respond, address, or upkeep.
    pub phase: Phase,
    /// Severity it is for, `1` to `4`; for all if empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<String>,
    /// Who acts.
    pub role: String,
    /// What is done: `contain the incident`.
    pub action: String,
    /// `within`, `no later than`, `every`, …
    pub comparator: String,
    /// Whole number from 1.
    pub quantity: i64,
    /// `minutes`, `hours`, `calendar days`, `business days`, `weeks`, `months`, `years`.
    pub unit: String,
    /// The event whose time stamp starts the clock.
    pub trigger: String,
    /// The law that sets an outer limit, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_limit: Option<Citation>,
}

impl Timeframe {
    /// What keeps the timeframe from being objective, complete.
    #[must_use]
    pub fn findings(&self) -> Vec<lint::Finding> {
        lint::check_timeframe(&TimeframeFields {
            trigger: &self.trigger,
            comparator: &self.comparator,
            quantity: self.quantity,
            unit: &self.unit,
            role: &self.role,
            action: &self.action,
        })
    }

    /// How long it is, in words: `4 hours`, `1 business day`.
    #[must_use]
    pub fn amount(&self) -> String {
        let unit = if self.quantity == 1 { self.unit.trim_end_matches('s') } else { self.unit.as_str() };
        format!("{} {unit}", self.quantity)
    }

    /// The time as a policy says it: `within 4 hours`.
    #[must_use]
    pub fn limit(&self) -> String {
        format!("{} {}", self.comparator, self.amount())
    }

    /// Whether a third party could check it: no error among the findings.
    #[must_use]
    pub fn is_objective(&self) -> bool {
        self.findings().iter().all(|finding| finding.level != lint::FindingLevel::Error)
    }
}

/// The phase of an incident a time or parameter is for.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Detection, report and triage up to declaring an incident.
    Identify,
    /// Containment, escalation, notices, evidence.
    Respond,
    /// Eradication, recovery, root cause, corrective action, lessons.
    Address,
    /// Upkeep of the program.
    Govern,
}

impl Phase {
    /// The phase in words.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Identify => "Identify",
            Self::Respond => "Respond",
            Self::Address => "Address",
            Self::Govern => "Govern",
        }
    }
}

/// A threshold, severity, escalation point, sample size or strength.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    /// Number within the policy.
    pub number: ParameterNumber,
    /// The phase it is for.
    pub phase: Phase,
    /// What is measured: `failed sign-ins`.
    pub name: String,
    /// `>=`, `>`, `=`, `<`, `<=` or `in`.
    pub comparator: String,
    /// The value, or a closed list with `in`.
    pub value: String,
    /// The unit, unless the value is a closed list.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit: String,
}

impl Parameter {
    /// Whether name, comparator, value and a unit or closed list are there.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        let listed = self.comparator == "in"
            && self.value.split(',').filter(|item| !item.trim().is_empty()).count() > 1;
        let measured = [">=", ">", "=", "<", "<="].contains(&self.comparator.as_str())
            && self.value.chars().any(|character| character.is_ascii_digit())
            && !self.unit.trim().is_empty();
        !self.name.trim().is_empty() && (listed || measured)
    }
}
