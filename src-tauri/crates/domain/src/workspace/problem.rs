//! What is wrong with a content: every broken rule, with its place and data for the cure.
//!
//! Shape (types, missing and unknown fields) is checked against the JSON Schema before this; here are the
//! rules between fields and records.

use super::Content;
use super::index::Index;
use crate::catalogue::Catalogue;
use crate::policy::PolicyVersion;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One broken rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Problem {
    /// Place in the content as a JSON pointer (RFC 6901): `/assessments/0/risks/3/asset`.
    pub path: String,
    /// What kind of problem.
    pub code: ProblemCode,
    /// The offending value, or what is missing.
    pub value: String,
}

/// Kinds of problem.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum ProblemCode {
    /// A number or id occurs twice.
    Duplicate,
    /// A reference names nothing.
    UnknownReference,
    /// A number does not have its form.
    MalformedNumber,
    /// A text is too short or empty.
    TooShort,
    /// A text is too long.
    TooLong,
    /// A number is out of range.
    OutOfRange,
    /// Dates stand in the wrong order.
    DateOrder,
    /// A state that the rules do not allow.
    NotAllowed,
    /// The file is of a newer version of the program.
    NewerFormat,
    /// A sealed content does not match its hash.
    SealBroken,
}

/// Every rule that the content breaks: numbers, references, dates, in document order within each.
#[must_use]
pub fn problems(content: &Content, catalogue: &Catalogue) -> Vec<Problem> {
    let index = Index::of(content);
    let mut found = index.duplicates(content);
    found.extend(super::reference::problems(content, catalogue, &index));
    found.extend(super::index::malformed(content));
    found.extend(crate::framework::problems(&content.frameworks));
    found.extend(dates(content));
    found
}

fn dates(content: &Content) -> Vec<Problem> {
    let mut found = Vec::new();
    for (at, policy) in content.policies.iter().enumerate() {
        for (number, version) in policy.versions.iter().enumerate() {
            let place = format!("/policies/{at}/versions/{number}");
            found.extend(version_dates(version, &place));
        }
    }
    for (at, practice) in content.practices.iter().enumerate() {
        if let (Some(start), Some(end)) = (practice.start_date, practice.end_date)
            && end < start
        {
            found.push(order(
                format!("/practices/{at}/end_date"),
                format!("{end} is before the start {start}"),
            ));
        }
    }
    found
}

fn version_dates(version: &PolicyVersion, place: &str) -> Vec<Problem> {
    let mut found = Vec::new();
    if let (Some(from), Some(to)) = (version.effective_from, version.effective_to)
        && to < from
    {
        found.push(order(
            format!("{place}/effective_to"),
            format!("{to} is before the first day in force {from}"),
        ));
    }
    if let (Some(from), Some(approved)) = (version.effective_from, version.approved_on())
        && from < approved
    {
        found.push(order(
            format!("{place}/effective_from"),
            format!("{from} is before the approval of {approved}"),
        ));
    }
    found
}

fn order(path: String, value: String) -> Problem {
    Problem { path, code: ProblemCode::DateOrder, value }
}
