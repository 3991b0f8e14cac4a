//! What keeps a version from being approved or put into force, complete, each with its place.
//!
//! The rule asks for written policies (45 CFR 164.316) and 171.203(d) for what they rest on and say; that nobody may
//! approve or publish without it, that two approve, and that a review is at most twelve months away are rules of the
//! product. Nothing here changes a version.

mod approvals;
mod basis;
mod sections;
mod times;

pub use approvals::{approver_refusal, lacking};
pub use times::options;

use super::{Policy, PolicyVersion};
use crate::approval::Capacity;
use crate::assessment::Assessment;
use crate::catalogue::Catalogue;
use crate::policy::Phase;
use crate::policy::lint::Code;
use crate::risk::acceptance::Term;
use crate::workspace::Content;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Longest time from the first day in force, or a review, to the next review: a rule of the product.
pub const REVIEW: Term = Term::Months(12);

/// What the gates look at.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a> {
    /// The catalogue.
    pub catalogue: &'a Catalogue,
    /// The whole content.
    pub content: &'a Content,
    /// The policy.
    pub policy: &'a Policy,
    /// The version.
    pub version: &'a PolicyVersion,
    /// The day.
    pub on: Date,
}

/// Something that keeps a version back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Refusal {
    /// Place within the version as a JSON pointer (RFC 6901): `/statements/2/text`.
    pub path: String,
    /// What is amiss.
    pub code: RefusalCode,
    /// The row concerned, or what is missing.
    pub subject: String,
    /// Whether it only deserves a look.
    pub warning: bool,
}

/// Kinds of refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum RefusalCode {
    /// The purpose has fewer than 40 characters.
    PurposeShort,
    /// No asset is in scope.
    ScopeWithoutAsset,
    /// The event of a timeframe is not among the definitions.
    TriggerUndefined,
    /// A role that acts is not among the roles.
    RoleUnlisted,
    /// A section is empty.
    SectionEmpty,
    /// A statement names no role, or its sentence does not begin with it.
    RoleMissing,
    /// A statement rests on no risk and no required safeguard.
    NoBasis,
    /// A statement rests on a duty alone, in a policy that may restrict EHI.
    DutyAlone,
    /// A link names no risk of the assessment.
    RiskUnknown,
    /// A link does not say what it does to the risk.
    EffectMissing,
    /// The version names no assessment, or one that is not approved.
    AssessmentNotApproved,
    /// No statement answers a risk.
    NoRisk,
    /// A time in a sentence or a row is not objective, or beyond a limit of the law.
    Time {
        /// What the linter says.
        code: Code,
    },
    /// No timeframe for a phase, here or incorporated.
    NoTimeframe {
        /// The phase.
        phase: Phase,
    },
    /// No parameter for a phase, here or incorporated.
    NoParameter {
        /// The phase.
        phase: Phase,
    },
    /// A parameter has no comparator, value or unit.
    ParameterIncomplete,
    /// An incorporated policy is not in force, so that its times and parameters do not count yet.
    NotInForce,
    /// A later phase ends before an earlier one of the same event and severity.
    OutOfOrder,
    /// An addressable item has no approved decision.
    DecisionNotApproved,
    /// A statement of a policy names no element of a standard that qualifies.
    NoStandard,
    /// An element that the framework does not have.
    ElementUnknown,
    /// A framework edition that a newer one supersedes.
    StandardSuperseded,
    /// The sanction policy is not named.
    SanctionsUnnamed,
    /// An exception may last longer than twelve months, or no length is said.
    ExceptionUnlimited,
    /// The interval of review is not from 1 to 12 months.
    ReviewInterval,
    /// An approval in a capacity is missing.
    ApprovalMissing {
        /// The capacity.
        capacity: Capacity,
    },
    /// An approval is of other content.
    ApprovalOfOther,
    /// The author alone approved.
    AuthorAlone,
    /// It would begin before it was approved, or has no day to begin on.
    EffectiveDay,
    /// The next review is not set, or more than twelve months away.
    NextReview,
}

/// What keeps a version from being approved: its content.
#[must_use]
pub fn before_approval(scene: Scene<'_>) -> Vec<Refusal> {
    let mut found = sections::refusals(scene);
    found.extend(basis::refusals(scene));
    found.extend(times::refusals(scene));
    found
}

/// What keeps a version from being put into force: its content, its approvals, its days.
#[must_use]
pub fn before_publication(scene: Scene<'_>) -> Vec<Refusal> {
    let mut found = before_approval(scene);
    found.extend(approvals::refusals(scene));
    found
}

/// Whether a list holds anything but warnings.
#[must_use]
pub fn refuses(found: &[Refusal]) -> bool {
    found.iter().any(|one| !one.warning)
}

impl Scene<'_> {
    fn assessment(&self) -> Option<&Assessment> {
        let named = self.version.assessment.as_ref()?;
        self.content.assessments.iter().find(|one| one.number == *named)
    }
}

fn refusal(path: impl Into<String>, code: RefusalCode, subject: impl ToString) -> Refusal {
    Refusal { path: path.into(), code, subject: subject.to_string(), warning: false }
}

fn warning(path: impl Into<String>, code: RefusalCode, subject: impl ToString) -> Refusal {
    Refusal { warning: true, ..refusal(path, code, subject) }
}
