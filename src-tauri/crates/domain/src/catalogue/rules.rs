//! The law on one day: which edition of each rule was in force.

use super::criterion::SecurityException;
use super::exception::ExceptionSet;
use super::safeguard::SecurityRule;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

/// The editions in force on one day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rules<'a> {
    /// The day.
    pub date: Date,
    /// 45 CFR Part 164 Subpart C.
    pub security_rule: &'a SecurityRule,
    /// 45 CFR 171.203.
    pub security_exception: &'a SecurityException,
    /// The exceptions of 45 CFR Part 171.
    pub exceptions: &'a ExceptionSet,
}

impl Rules<'_> {
    /// The ids to record with a result made under these rules.
    #[must_use]
    pub fn edition_ids(&self) -> EditionIds {
        EditionIds {
            security_rule: self.security_rule.edition.id.clone(),
            security_exception: self.security_exception.edition.id.clone(),
            exceptions: self.exceptions.edition.id.clone(),
        }
    }
}

/// The editions that a result was made under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct EditionIds {
    /// Edition of 45 CFR Part 164 Subpart C.
    pub security_rule: String,
    /// Edition of 45 CFR 171.203.
    pub security_exception: String,
    /// Edition of the exceptions of 45 CFR Part 171.
    pub exceptions: String,
}

/// The catalogue has no text that was in force on the day.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("no edition in force on {date}")]
pub struct NoEdition {
    /// The day asked for.
    pub date: Date,
    /// Every rule without an edition on that day.
    pub missing: Vec<MissingEdition>,
}

/// A rule of which no edition was in force on the day asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct MissingEdition {
    /// The rule: `part-171`.
    pub rule: String,
    /// The first day that any edition of it covers, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earliest: Option<Date>,
}
