//! What the linter has to say about a place in the text, and the closed list of its codes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Something that keeps a text from being objective, or may.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(optional_fields)]
pub struct Finding {
    /// Line from 1; of a structured row always 1.
    #[ts(type = "number")]
    pub line: usize,
    /// Column in Unicode scalar values from 1.
    #[ts(type = "number")]
    pub column: usize,
    /// How many Unicode scalar values the place is long.
    #[ts(type = "number")]
    pub length: usize,
    /// The words found there, with any line break as a space.
    pub text: String,
    /// What it is about.
    pub code: Code,
    /// How much it weighs.
    pub level: FindingLevel,
    /// What would be objective instead.
    pub suggestion: String,
    /// The field, where a structured row was checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
}

/// How much a finding weighs: an error keeps a policy from being approved.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum FindingLevel {
    /// Worth knowing.
    Info,
    /// To be weighed.
    Warning,
    /// To be mended before approval.
    Error,
}

/// What a finding is about.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// A word for time with no number.
    SubjectiveWord,
    /// Number and unit, but no event.
    MissingTrigger,
    /// A number without a unit.
    MissingUnit,
    /// Nobody is to act.
    MissingRole,
    /// Who acts is not in the roles table, or could be anyone.
    RoleUndefined,
    /// Two limits where one is needed.
    RangeNotSingleLimit,
    /// Few, several, some, about.
    VagueQuantity,
    /// Too many, excessive.
    VagueThreshold,
    /// Words with two meanings, such as biweekly.
    AmbiguousUnit,
    /// Days, neither calendar nor business, or a time of day nobody defined.
    UnitDayTypeUndefined,
    /// Zero, negative or not whole.
    QuantityNotPositive,
    /// Longer than the law allows.
    ExceedsLegalCap,
    /// Words after a limit that undo it.
    ConditionalEscape,
    /// As needed, with no interval.
    NoUpperBound,
    /// A phrase of the law that the law itself bounds, without the bound.
    LegalPhraseWithoutLimit,
    /// Shorter than the law asks for.
    BelowLegalFloor,
    /// A word that may be vague, or any such word in text that binds nobody.
    VagueWord,
    /// A duty in the passive that names nobody.
    PassiveWithoutAgent,
    /// A structured row without one of the comparators.
    MissingComparator,
    /// A structured row without an action.
    MissingAction,
}

impl Code {
    /// The level that the code alone gives; a vague word may also be mere information.
    #[must_use]
    pub const fn level(self) -> FindingLevel {
        match self {
            Self::VagueWord | Self::PassiveWithoutAgent => FindingLevel::Warning,
            _ => FindingLevel::Error,
        }
    }
}
