//! Normative statements: one duty of one role, and what it answers.

use super::Alignment;
use crate::number::{Citation, RiskNumber, StatementNumber};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A numbered sentence: `<Role> shall <verb> <object> [when <condition>] [<timeframe>].`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Identity across versions; nil until the workspace gives one.
    #[serde(default)]
    pub id: Uuid,
    /// Number within the policy.
    pub number: StatementNumber,
    /// The role that has the duty.
    pub role: String,
    /// The whole sentence.
    pub text: String,
    /// Whether the duty stops or limits access, exchange or use of EHI.
    #[serde(default)]
    pub restricts_ehi: bool,
    /// Risks it answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub risks: Vec<RiskLink>,
    /// Safeguard items it implements.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub safeguards: Vec<Citation>,
    /// Standards it follows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alignments: Vec<Alignment>,
}

/// The tie between a statement and a risk it answers: 45 CFR 171.203(d)(2).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct RiskLink {
    /// The risk.
    pub risk: RiskNumber,
    /// What following the statement does to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effect: Option<Effect>,
    /// Hash of the rating that was answered; given when the version is sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating_hash: Option<String>,
    /// Level of that rating.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<crate::risk::Level>,
}

/// What a statement does to a risk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// Lowers the adverse likelihood by so many levels.
    LowersLikelihood(u8),
    /// Lowers the impact by so many levels.
    LowersImpact(u8),
    /// Lets it be noticed: what is noticed.
    Detects(String),
    /// Helps to recover: what is recovered.
    Recovers(String),
}

impl Effect {
    /// Whether the effect says anything: at least one level, or a benefit in words.
    #[must_use]
    pub fn is_stated(&self) -> bool {
        match self {
            Self::LowersLikelihood(levels) | Self::LowersImpact(levels) => (1..=4).contains(levels),
            Self::Detects(benefit) | Self::Recovers(benefit) => !benefit.trim().is_empty(),
        }
    }

    /// The effect in words for paper and screen.
    #[must_use]
    pub fn label(&self) -> String {
        let levels = |count: &u8| if *count == 1 { "1 level".to_owned() } else { format!("{count} levels") };
        match self {
            Self::LowersLikelihood(count) => format!("lowers likelihood by {}", levels(count)),
            Self::LowersImpact(count) => format!("lowers impact by {}", levels(count)),
            Self::Detects(what) => format!("detects: {what}"),
            Self::Recovers(what) => format!("recovers: {what}"),
        }
    }
}
