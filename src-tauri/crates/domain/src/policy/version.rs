//! One version of a policy: everything that is printed, and what was approved.

use super::{Acknowledgement, Parameter, Statement, Timeframe};
use crate::approval::{Approval, Rejection};
use crate::number::{AssessmentNumber, AssetNumber, Citation, PersonNumber, PolicyNumber};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A version of a policy; the sections of a complete policy as typed fields.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PolicyVersion {
    /// Identity; nil until the workspace gives one.
    #[serde(default)]
    pub id: Uuid,
    /// Version number: `1.0`.
    pub number: String,
    /// Where in its life it is.
    pub status: VersionStatus,
    /// Who wrote it.
    pub author: PersonNumber,
    /// Day it was begun.
    pub created_on: Date,
    /// Why this version was written.
    pub change_reason: String,
    /// The assessment it was prepared from: 45 CFR 171.203(d)(2).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assessment: Option<AssessmentNumber>,
    /// First day in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effective_from: Option<Date>,
    /// Last day in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effective_to: Option<Date>,
    /// Day by which it must be reviewed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_review: Option<Date>,
    /// Which duty and which risk it serves.
    pub purpose: String,
    /// What it applies to.
    pub scope: PolicyScope,
    /// Terms as used here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub definitions: Vec<Definition>,
    /// Roles and authority.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<PolicyRole>,
    /// Numbered normative sentences.
    pub statements: Vec<Statement>,
    /// Steps, tools, forms, records; CommonMark.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub procedures: String,
    /// Times for identifying, responding to and addressing incidents, and for upkeep.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub timeframes: Vec<Timeframe>,
    /// Thresholds, severities, escalation points.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parameters: Vec<Parameter>,
    /// Effective policies whose timeframes and parameters count here too, named on paper.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub incorporates: Vec<PolicyNumber>,
    /// Safeguard items it carries.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub safeguards: Vec<Citation>,
    /// Who is similarly situated, the rule, how exceptions are granted: 45 CFR 171.203(c).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub even_application: Option<String>,
    /// Which access may be limited, for how long, and what was weighed instead: 45 CFR 171.203(b).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effect_on_access: Option<String>,
    /// The four factors of 45 CFR 164.306(b)(2).
    pub factors: Factors,
    /// What follows a violation; names the sanction policy.
    pub sanctions: String,
    /// Who may grant an exception, for how long, on what record.
    pub exceptions: String,
    /// Who is trained, when, on what proof.
    pub training: String,
    /// Measures, evidence, owner.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub monitoring: String,
    /// Interval of review in months, at most 12.
    pub review_months: u8,
    /// Events that start a review.
    pub review_triggers: Vec<String>,
    /// Who can read it and where: 45 CFR 164.316(b)(2)(ii).
    pub availability: String,
    /// Law and documents beside it, among them state law the organization entered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<String>,
    /// Reviews held since it took effect.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reviews: Vec<PolicyReview>,
    /// To whom it was given and how.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub distribution: Vec<Distribution>,
    /// Who has read it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub acknowledgements: Vec<Acknowledgement>,
    /// Decisions that it was not ready.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rejections: Vec<Rejection>,
    /// Approvals of the sealed content.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub approvals: Vec<Approval>,
    /// The content as it was approved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seal: Option<Seal>,
}

impl PolicyVersion {
    /// Whether the version is in force on a day: status effective or superseded, the day within its dates,
    /// and at least one approval given by then.
    #[must_use]
    pub fn in_force_on(&self, day: Date) -> bool {
        let lived = matches!(
            self.status,
            VersionStatus::Effective
                | VersionStatus::Superseded
                | VersionStatus::Retired
                | VersionStatus::Archived
        );
        let begun = self.effective_from.is_some_and(|from| from <= day);
        let ended = self.effective_to.is_some_and(|to| to < day);
        lived && begun && !ended && self.approvals.iter().any(|approval| approval.on <= day)
    }

    /// The day of the first approval.
    #[must_use]
    pub fn approved_on(&self) -> Option<Date> {
        self.approvals.iter().map(|approval| approval.on).min()
    }

    /// The day the content was last held against the register: its approval, or the latest review by the day.
    #[must_use]
    pub fn looked_at_by(&self, day: Date) -> Option<Date> {
        let reviewed = self.reviews.iter().map(|review| review.on).filter(|on| *on <= day).max();
        self.approved_on().max(reviewed)
    }

    /// The version without the ratings that its links were sealed with.
    #[must_use]
    pub fn without_ratings(mut self) -> Self {
        for link in self.statements.iter_mut().flat_map(|one| &mut one.risks) {
            (link.rating_hash, link.level) = (None, None);
        }
        self
    }

    /// The version without what comes after approval: status, end, next review, reviews, distribution,
    /// acknowledgements, rejections, approvals, seal.
    #[must_use]
    pub fn without_life(&self) -> Self {
        Self {
            status: VersionStatus::Draft,
            effective_to: None,
            next_review: None,
            reviews: Vec::new(),
            distribution: Vec::new(),
            acknowledgements: Vec::new(),
            rejections: Vec::new(),
            approvals: Vec::new(),
            seal: None,
            ..self.clone()
        }
    }

    /// Whether the content may be changed: neither with the approvers nor approved.
    #[must_use]
    pub fn is_changeable(&self) -> bool {
        self.status == VersionStatus::Draft
    }

    /// Whether it was approved, or is beyond that.
    #[must_use]
    pub fn is_frozen(&self) -> bool {
        !matches!(self.status, VersionStatus::Draft | VersionStatus::InReview)
    }
}

/// Life of a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum VersionStatus {
    /// Being written.
    Draft,
    /// With the approvers.
    InReview,
    /// Approved, not yet in force.
    Approved,
    /// In force.
    Effective,
    /// Followed by a newer version.
    Superseded,
    /// Ended without a successor.
    Retired,
    /// Kept until its retention ends.
    Archived,
}

/// What a policy applies to.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct PolicyScope {
    /// In words: people, sites, vendors.
    pub text: String,
    /// Assets in scope.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assets: Vec<AssetNumber>,
}

/// A term as the policy uses it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// The term.
    pub term: String,
    /// Its meaning.
    pub meaning: String,
}

/// A role that the policy gives duties or authority.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct PolicyRole {
    /// The role as statements write it.
    pub role: String,
    /// What it decides or does.
    pub authority: String,
    /// Whether it may stop access to EHI.
    #[serde(default)]
    pub may_stop_access: bool,
}

/// The four factors of 45 CFR 164.306(b)(2), as weighed for this policy.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Factors {
    /// Size, complexity and capabilities.
    pub size: String,
    /// Technical infrastructure, hardware and software security capabilities.
    pub infrastructure: String,
    /// Costs of security measures.
    pub cost: String,
    /// Probability and criticality of potential risks to ePHI.
    pub probability: String,
}

/// A review of a version in force.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct PolicyReview {
    /// When.
    pub on: Date,
    /// By whom.
    pub by: PersonNumber,
    /// What was found and decided.
    pub outcome: String,
}

/// Availability to those who apply it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Distribution {
    /// When.
    pub on: Date,
    /// To whom.
    pub to: String,
    /// How.
    pub how: String,
}

/// The sealed content of an approved version: what approvals and reprints rest on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Seal {
    /// SHA-256 (hex) of canonical JSON of version data, rendered blocks and template hash.
    pub content_hash: String,
    /// SHA-256 (hex) of the template the blocks came from.
    pub template_hash: String,
    /// The rendered blocks as canonical JSON.
    pub blocks: String,
}

/// The identity of nothing: what takes part in a hash instead of a workspace's own id.
#[must_use]
pub fn no_id() -> Uuid {
    Uuid::nil()
}
