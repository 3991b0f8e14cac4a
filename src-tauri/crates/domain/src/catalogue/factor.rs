//! Guided questions on the general rules of 45 CFR 164.306; the rule sets no questionnaire, these are ours.

use super::item::Item;
use crate::number::QuestionId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A general requirement or a factor of 45 CFR 164.306 with its questions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Factor {
    /// Id: `F-b2iv`.
    pub id: String,
    /// Where the rule has it.
    pub citation: String,
    /// Short title, ours.
    pub title: String,
    /// The duty in our words.
    pub requirement: String,
    /// Why an assessment asks.
    pub why_it_matters: String,
    /// The questions in order.
    pub questions: Vec<Question>,
    /// What must hold before the factor counts as answered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub completeness_checks: Vec<String>,
    /// Values that follow from the answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub derived_values: Vec<String>,
    /// Recollections to check at the source; kept out of everything that leaves the program.
    #[serde(default, skip_serializing)]
    #[schemars(skip)]
    #[ts(skip)]
    pub unverified: Vec<String>,
}

impl Item for Factor {
    fn id(&self) -> &str {
        &self.id
    }

    fn citation(&self) -> Option<String> {
        Some(self.citation.clone())
    }
}

/// A question of the assessment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Question {
    /// Id: `Q001`.
    pub id: QuestionId,
    /// The question.
    pub prompt: String,
    /// The form of the answer.
    #[serde(rename = "type")]
    pub answer_type: AnswerType,
    /// Whether an assessment may be approved without an answer.
    pub required: bool,
    /// The choices, where it offers some.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<String>,
    /// How to answer.
    pub guidance: String,
    /// What proves the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// What the answer fills: records, their fields, and policies.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub feeds: Vec<String>,
    /// What it is asked once for.
    pub per: AskedPer,
    /// Columns of the rows, where the question is answered by rows of its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<Column>,
    /// The records that answer it, where those of the assessment do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered_in: Option<AnsweredIn>,
    /// When it may be said not to apply; never where this is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_applicable_if: Option<String>,
    /// An example of an answer, for an organization of some size.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub example: Option<Example>,
    /// What counts as an answer, where rows do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered_by: Option<String>,
    /// Asked only after this answer to another question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked_if: Option<AskedIf>,
    /// The law behind it, where it is not that of the factor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
    /// What a reader should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Recollections to check at the source; kept out of everything that leaves the program.
    #[serde(default, skip_serializing)]
    #[schemars(skip)]
    #[ts(skip)]
    pub unverified: Vec<String>,
}

impl Question {
    /// Whether a mark that the list is complete belongs to the answer.
    #[must_use]
    pub fn has_mark(&self) -> bool {
        self.answered_by.is_some() || self.answer_type == AnswerType::Acknowledge
    }

    /// Whether the answer is a list of rows; otherwise columns make one row.
    #[must_use]
    pub fn is_list(&self) -> bool {
        matches!(self.answer_type, AnswerType::Table | AnswerType::NumberTable | AnswerType::Matrix)
    }

    /// Whether the answer fills this field: `Organization.size_band`.
    #[must_use]
    pub fn fills(&self, field: &str) -> bool {
        self.feeds.iter().any(|fed| fed == field)
    }
}

/// A column of the rows that answer a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Column {
    /// Key of the value in a row.
    pub id: String,
    /// Heading.
    pub title: String,
    /// What it holds.
    pub kind: ColumnKind,
    /// Whether a row may leave it empty.
    #[serde(default)]
    pub optional: bool,
    /// The lowest number it may hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<u32>,
    /// The highest number it may hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<u32>,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum ColumnKind {
    /// Words.
    Text,
    /// A whole number, 0 or more.
    Number,
    /// Whole US dollars.
    Money,
    /// 0 to 100.
    Percentage,
    /// A civil date.
    Date,
    /// A person by number.
    Person,
    /// An asset by number.
    Asset,
    /// Yes or no.
    Choice,
}

/// The records of an assessment that answer a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum AnsweredIn {
    /// The list of assets.
    Assets,
    /// C/I/A criticality of each asset.
    Criticality,
    /// Security capabilities of each asset.
    Capabilities,
    /// Flows of ePHI.
    Flows,
    /// Vendors.
    Vendors,
    /// What could not be examined.
    OpenItems,
    /// The disposition of each threat.
    Threats,
    /// The disposition of each impermissible use or disclosure.
    ImpermissibleUses,
    /// The organization's own threats.
    OwnThreats,
    /// Weaknesses linked to the risks of each threat that applies.
    Weaknesses,
    /// Profile of the organization.
    Profile,
    /// Sources of threat information.
    Sources,
    /// Duties and their holders.
    Duties,
    /// Ratings of each risk.
    Ratings,
    /// What is done about each risk.
    Treatments,
    /// Target of each risk.
    Targets,
    /// The status of each safeguard item.
    Safeguards,
    /// The decision on each addressable specification.
    Decisions,
    /// The assessment itself: what it follows, when it is due.
    Assessment,
}

/// An answer as an organization might give it; ours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// Of a practice with about ten people.
    pub small: String,
    /// Of a hospital or another large organization.
    pub large: String,
}

/// An answer that opens a further question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct AskedIf {
    /// The other question.
    pub question: QuestionId,
    /// The answer to it.
    pub answer: String,
}

/// What a question is asked once for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum AskedPer {
    /// The whole organization.
    Organization,
    /// Each asset.
    Asset,
    /// Each threat.
    Threat,
    /// Each risk.
    Risk,
    /// Each measure under consideration.
    Measure,
    /// Each safeguard item.
    Safeguard,
    /// Each addressable specification.
    #[serde(rename = "addressable specification")]
    AddressableSpecification,
}

/// Forms of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum AnswerType {
    /// A mark that it was read.
    Acknowledge,
    /// Yes or no with a reason.
    BooleanExplain,
    /// Entries of the catalogue.
    CatalogSelect,
    /// One of the options.
    Choice,
    /// A date and a number.
    DateNumber,
    /// A date and words.
    DateText,
    /// A link to another record.
    Link,
    /// A link and a date.
    LinkDate,
    /// A grid of marks.
    Matrix,
    /// An amount and a date.
    MoneyDate,
    /// Some of the options.
    MultiChoice,
    /// A number.
    Number,
    /// Numbers by row.
    NumberTable,
    /// A share of a hundred.
    Percentage,
    /// A person.
    Person,
    /// A person and a date.
    PersonDate,
    /// One rating.
    Rating,
    /// Ratings for confidentiality, integrity and availability.
    RatingCia,
    /// Rows.
    Table,
    /// Words.
    Text,
    /// An objective timeframe.
    Timeframe,
}
