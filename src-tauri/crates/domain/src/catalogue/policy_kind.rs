//! The policies that together carry the Security Rule, before an organization writes its own.

use super::edition::RuleEdition;
use super::item::{Item, Set};
use crate::number::{Citation, PolicyNumber};
use crate::policy::timeframe::Phase;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One edition of the policy catalogue.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PolicyCatalogue {
    /// Which edition.
    pub edition: RuleEdition,
    /// The policies.
    pub policies: Set<PolicyKind>,
}

/// A policy that entities need, with what it covers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PolicyKind {
    /// Number: `POL-11`.
    pub id: PolicyNumber,
    /// Title.
    pub title: String,
    /// What it is for.
    pub purpose: String,
    /// Safeguards that it implements.
    pub covers: Vec<Citation>,
    /// Other law that it serves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also_serves: Vec<Citation>,
    /// When an entity needs it; always, where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub needed_when: Option<String>,
    /// Related subcategories of NIST CSF 2.0.
    pub csf_2_0: Vec<String>,
    /// Starting values for its timeframes.
    pub example_timeframes: Vec<ExampleTimeframe>,
    /// Whether practices under it may restrict access, exchange or use of EHI.
    pub may_restrict_ehi: bool,
    /// What a reader should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Item for PolicyKind {
    fn id(&self) -> &str {
        self.id.as_str()
    }
}

/// A starting value for a timeframe; the entity sets its own from its risks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ExampleTimeframe {
    /// Identify, respond, address, or upkeep.
    pub phase: Phase,
    /// The event whose time stamp starts the clock.
    pub trigger: String,
    /// `within`, `no later than`, `every` or `for`.
    pub comparator: String,
    /// Whole number from 1.
    pub quantity: i64,
    /// `minutes`, `hours`, `calendar days`, `business days`, `weeks`, `months`, `years`.
    pub unit: String,
    /// Who acts.
    pub role: String,
    /// What is done.
    pub action: String,
    /// The law, or `product default`.
    pub basis: String,
    /// The law that sets an outer limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_limit: Option<Citation>,
    /// What a reader should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Recollections to check at the source; kept out of everything that leaves the program.
    #[serde(default, skip_serializing)]
    #[schemars(skip)]
    #[ts(skip)]
    pub unverified: Vec<String>,
}
