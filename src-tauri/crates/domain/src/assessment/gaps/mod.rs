//! What an assessment still lacks before it may be approved, complete, by step of the work.
//!
//! Nothing here changes an assessment; who may approve it is answered in `approval`.

mod approval;
mod inventory;
mod organization;
mod ratings;
mod safeguards;
mod threats;

pub use approval::{ApproverFault, approver_faults};

use super::Assessment;
use crate::catalogue::Catalogue;
use crate::workspace::Content;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What an assessment lacks, and how far each step is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Gaps {
    /// Every gap, in the order of the steps.
    pub gaps: Vec<Gap>,
    /// The steps in order.
    pub steps: Vec<StepCount>,
}

impl Gaps {
    /// Whether nothing forbids approval.
    #[must_use]
    pub fn may_be_approved(&self) -> bool {
        !self.gaps.iter().any(|gap| gap.blocking)
    }
}

/// Something that is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Gap {
    /// The step it belongs to.
    pub step: Step,
    /// What is missing.
    pub code: GapCode,
    /// Place in the content as a JSON pointer (RFC 6901): `/assessments/0/assets/3/owner`.
    pub path: String,
    /// The record concerned, by number or id.
    pub subject: String,
    /// Whether the assessment may not be approved with it.
    pub blocking: bool,
}

/// The steps of an assessment, in order.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Profile and questions about the organization.
    Organization,
    /// Assets, flows, vendors.
    Inventory,
    /// Threats and hazards.
    Threats,
    /// Risks and their ratings.
    Ratings,
    /// Safeguards and addressable decisions.
    Safeguards,
    /// Open items, sources, approval.
    Approval,
}

/// How far a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct StepCount {
    /// The step.
    pub step: Step,
    /// Items without a gap.
    pub done: u32,
    /// Items in all.
    pub total: u32,
}

/// Kinds of gap.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum GapCode {
    /// A field of the organization's profile is empty.
    ProfileIncomplete,
    /// Nobody is security official on the day.
    NoSecurityOfficial,
    /// A required question has no answer.
    QuestionUnanswered,
    /// An answer does not hold what the question asks for.
    AnswerFaulty,
    /// A record came forward from the assessment before and was neither confirmed nor changed.
    NotConfirmed,
    /// The inventory is empty.
    NoAsset,
    /// An asset has no owner the organization knows.
    OwnerMissing,
    /// An asset lacks its three ratings.
    CriticalityMissing,
    /// An asset has neither a risk nor a reason why none applies.
    AssetWithoutRisk,
    /// A threat has no disposition.
    ThreatUndecided,
    /// A threat is still unsure.
    ThreatUnsure,
    /// Something is said not to apply, without a reason.
    ReasonMissing,
    /// A threat applies and has no risk.
    ThreatWithoutRisk,
    /// A risk is not rated yet.
    RiskNotRated,
    /// A risk names neither a vulnerability nor a predisposing condition.
    WeaknessMissing,
    /// A risk does not say what would happen.
    EffectMissing,
    /// A rating has no rationale.
    RationaleMissing,
    /// A target level is above the residual level.
    TargetAboveResidual,
    /// A High or Very High risk has neither a plan nor an acceptance that holds.
    PlanMissing,
    /// A High or Very High risk was accepted by a person or for a time that the method does not allow.
    AcceptanceNotAllowed,
    /// A plan is past its day and not done.
    PlanOverdue,
    /// A safeguard has no status.
    StatusMissing,
    /// A status that the rule does not allow for this item.
    StatusNotAllowed,
    /// A gap in a safeguard has no owner and day.
    ClosureMissing,
    /// An addressable specification has no decision.
    DecisionMissing,
    /// A decision lacks one of its arguments, or the alternative.
    DecisionIncomplete,
    /// A decision for an alternative is not approved.
    DecisionNotApproved,
    /// An open item has no owner and day.
    OpenItemWithoutOwner,
    /// The scope is not described.
    ScopeMissing,
    /// No source of threat information is named.
    SourcesMissing,
    /// Nobody of the organization may approve.
    NoApprover,
}

/// Everything an assessment lacks on a day.
#[must_use]
pub fn gaps(catalogue: &Catalogue, content: &Content, assessment: &Assessment, on: Date) -> Gaps {
    let scene = Scene::new(catalogue, content, assessment, on);
    let steps = [
        (Step::Organization, organization::items(&scene)),
        (Step::Inventory, inventory::items(&scene)),
        (Step::Threats, threats::items(&scene)),
        (Step::Ratings, ratings::items(&scene)),
        (Step::Safeguards, safeguards::items(&scene)),
        (Step::Approval, approval::items(&scene)),
    ];
    let mut result = Gaps::default();
    for (step, items) in steps {
        let questions = organization::questions(&scene, step);
        let items: Vec<Item> = items.into_iter().chain(questions).collect();
        let done = items.iter().filter(|item| item.is_empty()).count();
        result.steps.push(StepCount { step, done: count(done), total: count(items.len()) });
        let gaps = items.into_iter().flatten();
        result.gaps.extend(gaps.map(|Found { code, path, subject, blocking }| Gap {
            step,
            code,
            path,
            subject,
            blocking,
        }));
    }
    result
}

/// What every step is given.
struct Scene<'a> {
    catalogue: &'a Catalogue,
    content: &'a Content,
    assessment: &'a Assessment,
    on: Date,
    root: String,
}

/// One thing to be done; done when it has no gap.
type Item = Vec<Found>;

/// A gap, before its step is added.
struct Found {
    code: GapCode,
    path: String,
    subject: String,
    blocking: bool,
}

impl<'a> Scene<'a> {
    fn new(catalogue: &'a Catalogue, content: &'a Content, assessment: &'a Assessment, on: Date) -> Self {
        let place = content.assessments.iter().position(|one| one.number == assessment.number);
        let root = place.map_or_else(|| "/assessments/-".to_owned(), |place| format!("/assessments/{place}"));
        Self { catalogue, content, assessment, on, root }
    }

    /// A gap that forbids approval, at a place within the assessment.
    fn blocking(&self, code: GapCode, path: &str, subject: impl ToString) -> Found {
        Found { blocking: true, ..self.open(code, path, subject) }
    }

    /// A gap that is shown and does not forbid approval.
    fn open(&self, code: GapCode, path: &str, subject: impl ToString) -> Found {
        Found { code, path: format!("{}{path}", self.root), subject: subject.to_string(), blocking: false }
    }
}

impl Scene<'_> {
    /// The gap of a record that came forward and waits to be confirmed or changed.
    fn unconfirmed(&self, carried: bool, path: &str, subject: impl ToString) -> (bool, Found) {
        (carried, self.blocking(GapCode::NotConfirmed, path, subject))
    }
}

/// The gaps whose condition holds.
fn only(faults: impl IntoIterator<Item = (bool, Found)>) -> Item {
    faults.into_iter().filter(|(amiss, _)| *amiss).map(|(_, found)| found).collect()
}

fn count(items: usize) -> u32 {
    u32::try_from(items).unwrap_or(u32::MAX)
}
