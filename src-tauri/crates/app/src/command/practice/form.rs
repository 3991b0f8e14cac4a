//! What the commands on practices take and answer.

use jiff::Timestamp;
use jiff::civil::Date;
use riskwright_domain::number::{
    AssetNumber, PersonNumber, PolicyNumber, PracticeNumber, PracticeTypeId, RiskNumber, StatementNumber,
};
use riskwright_domain::practice::Practice;
use riskwright_domain::practice::application::Deviation;
use riskwright_domain::practice::consistency::Consistency;
use riskwright_domain::practice::warnings::Warning;
use riskwright_domain::risk::Level;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Names a practice.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct PracticeName {
    /// The practice.
    pub number: PracticeNumber,
}

/// A practice with what is seen of it beside its check.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct PracticeDetail {
    /// The practice.
    pub practice: Practice,
    /// Its revision, to name when saving.
    pub revision: i64,
    /// A case determination that was decided does not change any more.
    pub locked: bool,
    /// Whether its records show one treatment for all classes of requestors.
    pub consistency: Consistency,
    /// Wording that invites the wrong reading.
    pub warnings: Vec<Warning>,
}

/// What a practice can be made of.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct PracticeOptions {
    /// Types of practice of the edition in force.
    pub practice_types: Vec<PracticeTypeChoice>,
    /// Policies in force.
    pub policies: Vec<PolicyChoice>,
    /// Risks of the register that counts today.
    pub risks: Vec<RiskChoice>,
    /// Systems of the inventory.
    pub assets: Vec<AssetChoice>,
    /// People.
    pub people: Vec<PersonChoice>,
    /// Roles of the organization and of its policies.
    pub roles: Vec<String>,
    /// Classes of requestors that practices and risks name already.
    pub requestor_classes: Vec<String>,
    /// Classes of data that practices and risks name already.
    pub data_classes: Vec<String>,
}

/// A type of practice to choose.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct PracticeTypeChoice {
    /// Its id.
    pub id: PracticeTypeId,
    /// Its name.
    pub label: String,
}

/// A policy in force to rest on.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct PolicyChoice {
    /// Its number.
    pub number: PolicyNumber,
    /// Its title.
    pub title: String,
    /// The version in force.
    pub version: String,
    /// Its statements.
    pub statements: Vec<StatementChoice>,
}

/// A statement to implement.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct StatementChoice {
    /// Its number.
    pub number: StatementNumber,
    /// Its text.
    pub text: String,
}

/// A risk to act on.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct RiskChoice {
    /// Its number.
    pub number: RiskNumber,
    /// Threat and asset in words.
    pub title: String,
    /// Its residual level; none where nobody rated it.
    pub level: Option<Level>,
}

/// A system to name.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct AssetChoice {
    /// Its number.
    pub number: AssetNumber,
    /// Its name.
    pub name: String,
}

/// A person to name.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct PersonChoice {
    /// The number.
    pub number: PersonNumber,
    /// The name.
    pub name: String,
}

/// A practice to register.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct BeginPractice {
    /// Its title.
    pub title: String,
    /// What exactly is done, 40 characters or more.
    pub description: String,
    /// Its type.
    #[serde(default)]
    pub practice_type: Option<PracticeTypeId>,
}

/// A practice as it is wanted.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct SavePractice {
    /// The whole practice; state, records, reviews, judgements and a decided determination stay as they are.
    pub practice: Practice,
    /// The revision that it was changed from.
    pub based_on_revision: i64,
}

/// One application of a practice to be recorded.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct RecordApplication {
    /// The practice.
    pub number: PracticeNumber,
    /// When it was applied.
    pub on: Date,
    /// The class of the requestor.
    pub requestor_class: String,
    /// What was done and how it ended.
    pub outcome: String,
    /// Whether access was limited this time.
    pub restricted: bool,
    /// Where the rule was not followed.
    #[serde(default)]
    pub deviation: Option<Deviation>,
}

/// Decides a case determination.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct DecideCase {
    /// The practice.
    pub number: PracticeNumber,
    /// When it was decided, if before it is written down; now if left out.
    #[serde(default)]
    pub decided_at: Option<Timestamp>,
}

/// A review of a practice that was held.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ReviewPractice {
    /// The practice.
    pub number: PracticeNumber,
    /// What was found.
    pub outcome: String,
    /// Whether something is left to be done.
    pub open_finding: bool,
}

/// The second approval of a full block.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ApproveBlock {
    /// The practice.
    pub number: PracticeNumber,
    /// On what record: minutes, ticket, message.
    pub record: String,
}

/// Begins or ends the use of a practice.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PracticeDay {
    /// The practice.
    pub number: PracticeNumber,
    /// The first or the last day; today if left out.
    #[serde(default)]
    pub on: Option<Date>,
}
