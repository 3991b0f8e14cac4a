//! The linter: finds times in policy text and says which of them a third party could check.
//!
//! 45 CFR 171.203(d)(4) asks for objective timeframes; what that takes is our reading, kept as data. Text goes through
//! tokens, sentences, limits and clauses, each looked at a bounded number of times, so that the work grows with the
//! length of the text and no more. Whether a policy may be approved is not decided here.

mod amount;
mod clause;
mod coordination;
mod cursor;
mod deadline;
mod definition;
mod escape;
mod event;
mod finding;
mod frequency;
mod judge;
mod legal;
mod limit;
mod loose;
mod number;
mod pattern;
mod place;
mod reading;
mod role;
mod row;
mod rules;
mod scan;
mod sense;
mod sentence;
mod shorthand;
mod stem;
mod timeframe;
mod token;
mod unit;
mod verb;
mod vocabulary;
mod voice;
mod window;
mod word;
mod word_set;

pub use finding::{Code, Finding, FindingLevel};
pub use row::{TimeframeFields, check_timeframe};
pub use timeframe::{FoundTimeframe, Relation, Unit};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Judges the times in a text: a sentence a line, or running prose.
///
/// Never fails: whatever the text, the report lists what was found, in order of place.
#[must_use]
pub fn lint(text: &str, options: &Options) -> Report {
    let mut judge = judge::Judge::new(text, options);
    sentence::for_each_sentence(text, |tokens| judge.sentence(tokens));
    judge.into_report()
}

/// What the linter is told about the text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Options {
    /// The roles table; without one, any subject or agent is a role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub roles: Option<Vec<String>>,
    /// Terms defined outside the text, such as "business day" or "business hours"; those that the text itself defines
    /// always count. Without a list, "business day" is taken to be defined elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub defined: Option<Vec<String>>,
    /// What part of a policy the text is.
    pub context: Context,
}

/// What part of a policy the text is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Context {
    /// Statements that bind: judged in full.
    #[default]
    Normative,
    /// The words of a rule: not judged.
    LegalQuotation,
    /// Definitions: a vague word is free where its definition gives a number.
    Definition,
    /// Purpose and background: words are pointed out as information.
    NonNormative,
}

/// What the linter found, in order of place.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Report {
    /// What is wrong or may be.
    pub findings: Vec<Finding>,
    /// Times with quantity, unit and event.
    pub timeframes: Vec<FoundTimeframe>,
}

impl Report {
    /// Whether anything keeps the text from being objective.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.level == FindingLevel::Error)
    }
}
