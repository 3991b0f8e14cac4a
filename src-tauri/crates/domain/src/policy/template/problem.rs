//! What is wrong with a template: every fault with file, line and reason.

use crate::number::{Citation, PolicyNumber};
use crate::policy::Phase;
use crate::policy::lint::Code;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One fault in a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS, thiserror::Error)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
#[error("{file}{}: {place}: {reason}", line.map_or_else(String::new, |line| format!(":{line}")))]
pub struct TemplateProblem {
    /// The file as handed in.
    pub file: String,
    /// Line from 1, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// The row or section concerned: `S-03`, `purpose`.
    pub place: String,
    /// What is wrong.
    pub reason: TemplateProblemCode,
}

/// Kinds of fault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum TemplateProblemCode {
    /// The text is no YAML of this shape.
    #[error("{detail}")]
    Unparsable {
        /// What the parser says.
        detail: String,
    },
    /// The catalogue has no such policy.
    #[error("the catalogue has no policy {policy}")]
    UnknownPolicy {
        /// The number.
        policy: PolicyNumber,
    },
    /// The id is taken by an earlier row.
    #[error("the id is taken by an earlier row")]
    DuplicateId,
    /// Something named is not there, or not in every case in which it is named.
    #[error("names {reference}, which is not there, or not always when this is")]
    Missing {
        /// What is named.
        reference: String,
    },
    /// A sentence is not `<Role> shall …` with one duty.
    #[error("must read `<Role> shall …` with exactly one `shall` and a full stop")]
    NotOneDuty,
    /// A statement answers no threat and carries no required safeguard, or may not stand on a duty alone.
    #[error("answers no threat and has no required safeguard to stand on")]
    NoBasis,
    /// An effect says nothing.
    #[error("the effect says nothing")]
    NoEffect,
    /// No statement that every organization gets carries a safeguard of the policy.
    #[error("no unconditional statement carries {citation}")]
    NotCarried {
        /// The safeguard.
        citation: Citation,
    },
    /// A section that the policy must have is empty.
    #[error("the section is empty")]
    Empty,
    /// A policy that may restrict EHI has no unconditional row for a phase.
    #[error("no unconditional row for the phase `{}`", phase.label())]
    NoPhase {
        /// The phase.
        phase: Phase,
    },
    /// A parameter is not complete.
    #[error("needs a name, a comparator, and a value with a unit or a closed list")]
    Incomplete,
    /// A time is not objective.
    #[error("{text:?} is not objective ({code:?})")]
    Time {
        /// What the linter says.
        code: Code,
        /// The words.
        text: String,
    },
    /// The interval of review is not from 1 to 12 months.
    #[error("the interval of review must be from 1 to 12 months")]
    ReviewInterval,
}
