//! Safeguards: the status of each of the items, and the decisions on addressable specifications.

mod decision;
mod list;
mod status;

pub use super::Empty;
pub use super::saved::Saved;
pub use decision::{approve, decide};
pub use list::list;
pub use status::save;

use crate::error::{CommandError, CommandResult};
use jiff::civil::Date;
use riskwright_domain::assessment::{AddressableDecision, SafeguardState, SafeguardStatus};
use riskwright_domain::catalogue::{Catalogue, Safeguard, SecurityRule};
use riskwright_domain::number::{AssessmentNumber, Citation};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Every safeguard item of the rule in force.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct SafeguardList {
    /// Number of the assessment.
    pub assessment: AssessmentNumber,
    /// Whether it may still be changed.
    pub open: bool,
    /// Edition of the rule.
    pub edition: String,
    /// The items in the order of the rule.
    pub items: Vec<SafeguardRow>,
}

/// An item, what is in place for it, and the decision on it where it is addressable.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct SafeguardRow {
    /// The item.
    pub safeguard: Safeguard,
    /// The mark in words: `Required`.
    pub mark: String,
    /// The status it has.
    pub status: Option<SafeguardStatus>,
    /// Statuses the rule allows for it.
    pub allowed: Vec<SafeguardState>,
    /// Revision of the status; 0 where there is none.
    pub status_revision: i64,
    /// The decision, for an addressable specification.
    pub decision: Option<AddressableDecision>,
    /// Revision of the decision; 0 where there is none.
    pub decision_revision: i64,
    /// What the decision lacks, by field; empty where none is asked.
    pub decision_lacks: Vec<String>,
    /// Policies whose catalogue entry or text covers it.
    pub policies: Vec<String>,
    /// Risks whose threat it bears on.
    pub risks: Vec<String>,
}

/// The status of an item.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveSafeguard {
    /// The status.
    pub status: SafeguardStatus,
    /// The revision this change was based on; 0 for a first status.
    pub based_on_revision: i64,
}

/// The decision on an addressable specification; its approval is an act of its own.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveDecision {
    /// The decision.
    pub decision: AddressableDecision,
    /// The revision this change was based on; 0 for a first decision.
    pub based_on_revision: i64,
}

/// Approves decisions.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ApproveDecisions {
    /// The specifications.
    pub specifications: Vec<Citation>,
    /// What the person declares.
    pub statement: String,
}

/// The Security Rule as in force on a day, else its newest edition.
fn rule_on(day: Date) -> CommandResult<&'static SecurityRule> {
    let editions = &Catalogue::embedded().security_rules;
    editions.on(day).or(editions.latest()).ok_or_else(|| CommandError::internal("security-rule"))
}

/// The item of a citation; one paragraph has one, however it is written.
fn item(rule: &'static SecurityRule, citation: &Citation) -> CommandResult<&'static Safeguard> {
    let found = rule.safeguards.get(citation.as_str()).filter(|item| item.citation == *citation);
    found.ok_or_else(|| CommandError::not_found("safeguard", citation))
}
