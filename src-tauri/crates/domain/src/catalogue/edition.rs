//! Editions of rules and catalogues: which text was in force on which day.
//!
//! A proposed edition is a list of changes to another edition. It never changes a result while its status is
//! proposed; given a status and a first day it takes effect from that day.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One edition of a rule or of a catalogue, with its source.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct RuleEdition {
    /// Rule and edition: `171.203/2020-11-04`.
    pub id: String,
    /// The rule it is an edition of: `171.203`.
    pub rule: String,
    /// Official title, or ours for a catalogue.
    pub title: String,
    /// Where the text stands: `45 CFR 171.203`.
    pub citation: String,
    /// Federal Register documents that made the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub register: Vec<String>,
    /// Proposed, in force, superseded or withdrawn.
    pub status: EditionStatus,
    /// First day in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effective_from: Option<Date>,
    /// Last day in force; open where absent, until the next edition starts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effective_to: Option<Date>,
    /// The edition that this one changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub based_on: Option<String>,
    /// Last day for comments on a proposal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comments_closed_on: Option<Date>,
    /// What was read.
    pub source: String,
    /// The day as of which the source was found to say this.
    pub confirmed_on: Date,
    /// What a reader should know.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// What it changes in the edition it is based on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<EditionChange>,
    /// What to watch beyond the items of the catalogue.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub watch: Vec<WatchItem>,
    /// Recollections to check at the source; kept out of everything that leaves the program.
    #[serde(default, skip_serializing)]
    #[schemars(skip)]
    #[ts(skip)]
    pub unverified: Vec<String>,
}

impl RuleEdition {
    /// Whether the edition was the text in force on the day.
    ///
    /// A superseded edition still was in its time; a proposed or withdrawn one never.
    #[must_use]
    pub fn in_force_on(&self, date: Date) -> bool {
        self.has_been_law()
            && self.effective_from.is_some_and(|first| first <= date)
            && self.effective_to.is_none_or(|last| date <= last)
    }

    /// Whether the edition is or was in force on some day.
    #[must_use]
    pub fn has_been_law(&self) -> bool {
        matches!(self.status, EditionStatus::InForce | EditionStatus::Superseded)
    }
}

/// Where an edition is in its life.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum EditionStatus {
    /// Published for comment.
    #[default]
    Proposed,
    /// The text in force from its first day.
    InForce,
    /// Replaced by a later edition.
    Superseded,
    /// A proposal that was given up.
    Withdrawn,
}

/// One change that an edition makes to the edition it is based on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct EditionChange {
    /// The item concerned.
    pub item: String,
    /// Added, changed or removed.
    pub kind: ChangeKind,
    /// The change in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
}

/// Kinds of change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// A new item.
    Add,
    /// Fields of an item get other values.
    Set,
    /// An item goes.
    Remove,
}

/// A subject of a proposal that no item of the catalogue stands for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct WatchItem {
    /// Id: `W-898-3`.
    pub id: String,
    /// The subject.
    pub subject: String,
    /// Details from secondary sources, to check; kept out of everything that leaves the program.
    #[serde(default, skip_serializing)]
    #[schemars(skip)]
    #[ts(skip)]
    pub unverified: Vec<String>,
}
