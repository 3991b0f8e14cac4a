//! The exceptions of 45 CFR Part 171 and the rules that made them.

use super::edition::RuleEdition;
use super::item::{Item, Set};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One edition of the exceptions of Part 171.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ExceptionSet {
    /// Which text.
    pub edition: RuleEdition,
    /// The exceptions in order.
    pub exceptions: Set<Exception>,
    /// The rules that made and changed them.
    pub rule_history: Vec<RuleChange>,
    /// Reserved sections and subparts.
    pub reserved: Vec<String>,
    /// Sections that define terms.
    pub definitions: Vec<String>,
    /// Sections that are no exceptions.
    pub other: Vec<String>,
}

/// One exception of Part 171.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Exception {
    /// Id: `EX-203`.
    pub id: String,
    /// Section.
    pub citation: String,
    /// Subpart.
    pub subpart: Subpart,
    /// Short official title.
    pub title: String,
    /// How its conditions combine.
    pub logic: String,
    /// Its conditions in our words.
    pub conditions: Vec<String>,
    /// Rules that made and changed it.
    pub history: Vec<String>,
    /// What to keep.
    pub documentation_needed: Vec<String>,
    /// Deadlines that it sets.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deadlines: Vec<String>,
    /// How it stands to the Security Exception.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relation_to_security_exception: Option<String>,
    /// Recollections to check at the source; kept out of everything that leaves the program.
    #[serde(default, skip_serializing)]
    #[schemars(skip)]
    #[ts(skip)]
    pub unverified: Vec<String>,
}

impl Item for Exception {
    fn id(&self) -> &str {
        &self.id
    }

    fn citation(&self) -> Option<String> {
        Some(self.citation.clone())
    }
}

/// Subparts of Part 171 with exceptions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
pub enum Subpart {
    /// Not fulfilling requests.
    B,
    /// Procedures for fulfilling requests.
    C,
    /// Participation in TEFCA.
    D,
}

impl Subpart {
    /// What the subpart's exceptions are about.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::B => "Not fulfilling requests",
            Self::C => "Procedures for fulfilling requests",
            Self::D => "Participation in TEFCA",
        }
    }
}

/// A rule that made or changed Part 171, or proposes to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct RuleChange {
    /// Name: `HTI-3 Protecting Care Access`.
    pub rule: String,
    /// Federal Register citation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cite: Option<String>,
    /// Day of publication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Date>,
    /// Day from which it changed Part 171.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effective: Option<Date>,
    /// What it does to Part 171.
    pub effect: String,
    /// Where it is in its life.
    pub status: RuleChangeStatus,
    /// When this was found; absent if it was not read at a source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed_on: Option<Date>,
    /// What a reader should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Recollections to check at the source; kept out of everything that leaves the program.
    #[serde(default, skip_serializing)]
    #[schemars(skip)]
    #[ts(skip)]
    pub unverified: Vec<String>,
}

/// Where a rule is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum RuleChangeStatus {
    /// Final.
    Final,
    /// Published for comment.
    Proposed,
    /// Given up.
    Withdrawn,
    /// Announced without a text.
    Announced,
}
