//! Legal holds: while one is in force, what it covers is not disposed of.

use super::record::RecordName;
use crate::number::PersonNumber;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use validator::Validate;

/// An order that records be kept whatever the schedule says: litigation, investigation, audit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS, Validate)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct LegalHold {
    /// Number: `H-001`.
    pub number: String,
    /// The matter.
    #[validate(length(min = 3, max = 200))]
    pub title: String,
    /// Why.
    #[validate(length(min = 10, max = 4000))]
    pub reason: String,
    /// Who placed it.
    pub placed_by: PersonNumber,
    /// First day.
    pub placed_on: Date,
    /// What it covers; everything if empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<RecordName>,
    /// When it ended, if it did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub released: Option<Release>,
}

/// The end of a hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Release {
    /// Who ended it.
    pub by: PersonNumber,
    /// Last day.
    pub on: Date,
    /// Why.
    pub reason: String,
}

impl LegalHold {
    /// Whether nobody has ended it.
    #[must_use]
    pub fn in_force(&self) -> bool {
        self.released.is_none()
    }

    /// Whether it keeps a record that goes by one of these names: its own, or that of what it belongs to. A
    /// hold on a part keeps the whole.
    #[must_use]
    pub fn covers(&self, names: &[RecordName]) -> bool {
        let named = || self.records.iter().any(|record| names.contains(&record.kept_as()));
        self.in_force() && (self.records.is_empty() || named())
    }
}
