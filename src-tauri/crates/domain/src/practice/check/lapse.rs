//! What ends a support that was there: the dates and events of 45 CFR 171.200's "at all relevant times".
//!
//! A lapse is no fault of the documentation; it says that somebody must look again.

use super::finding::{Cure, FixTarget};
use super::subject::Subject;
use crate::assessment::register::Rerating;
use crate::number::RiskNumber;
use crate::policy::{VersionStatus, coverage, due};
use jiff::Span;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Days between reviews where the practice sets no interval.
const YEAR: u32 = 365;
/// Days within which a policy is reviewed after its assessment was superseded.
const POLICY_REVIEW: i64 = 30;

/// One reason why support has ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(optional_fields)]
pub struct Lapse {
    /// What kind.
    pub kind: LapseKind,
    /// The record that lapsed: `R-0021`, `POL-25 v1.0`.
    pub subject: String,
    /// First day without support, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
    /// What happened, in words.
    pub explanation: String,
    /// What to do.
    pub fix: String,
    /// Where.
    pub fix_target: FixTarget,
}

/// Kinds of lapse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum LapseKind {
    /// The day of the next review has passed.
    ReviewOverdue,
    /// The last review left a finding open.
    FindingOpen,
    /// The policy version is no longer in force.
    VersionEnded,
    /// A linked risk is closed or no longer in the register.
    RiskClosed,
    /// A linked risk was rated higher since the last review.
    RiskRerated,
    /// The policy rests on an assessment that was superseded more than 30 days ago.
    AssessmentSuperseded,
    /// The rule of application changed since the last review.
    RuleChanged,
}

impl Lapse {
    /// What mends it, for a criterion.
    #[must_use]
    pub fn cure(&self) -> Cure {
        Cure { fix: self.fix.clone(), target: self.fix_target.clone() }
    }
}

/// Everything that has lapsed by the day, complete.
#[must_use]
pub fn lapses(subject: &Subject<'_>) -> Vec<Lapse> {
    let single =
        [review(subject), version_ended(subject), assessment_superseded(subject), rule_changed(subject)];
    single.into_iter().flatten().chain(closed(subject)).chain(rerated(subject)).collect()
}

/// The last day on which support holds if nothing else happens; `None` where no day is set.
#[must_use]
pub fn supported_until(subject: &Subject<'_>) -> Option<Date> {
    let version = subject.implemented.and_then(|implemented| implemented.version.effective_to);
    let deadlines = [next_review(subject), version, subject.practice.end_date, policy_review_due(subject)];
    deadlines.into_iter().flatten().min()
}

/// The lapse of the practice's own review: overdue, or a finding left open.
#[must_use]
pub fn review(subject: &Subject<'_>) -> Option<Lapse> {
    let last = subject.last_review()?;
    if last.open_finding {
        let explanation = format!("The review of {} left a finding open.", last.on);
        let fix = "Settle the finding and record a review without open findings.";
        return Some(lapse(subject, LapseKind::FindingOpen, Some(last.on), explanation, fix));
    }
    let due = next_review(subject)?;
    let in_use_until = subject.practice.end_date.map_or(subject.on, |end| end.min(subject.on));
    if in_use_until <= due {
        return None;
    }
    let explanation = format!("The last review was on {}; the next was due by {due}.", last.on);
    let fix = "Review the practice and record the review under Practices.";
    Some(lapse(subject, LapseKind::ReviewOverdue, Some(days_after(due, 1)), explanation, fix))
}

/// The lapse of a version that was in force and no longer is.
#[must_use]
pub fn version_ended(subject: &Subject<'_>) -> Option<Lapse> {
    let named = subject.implemented?;
    let version = named.version;
    let current = named.policy.in_force_on(subject.on);
    let published =
        !matches!(version.status, VersionStatus::Draft | VersionStatus::InReview | VersionStatus::Approved);
    let began = version.effective_from.is_some_and(|from| from <= subject.on);
    let approved = version.approved_on().is_some_and(|approved| approved <= subject.on);
    if !(published && began && approved) || current.is_some_and(|current| current.number == version.number) {
        return None;
    }
    let since =
        version.effective_to.map(|last| days_after(last, 1)).or(current.and_then(|new| new.effective_from));
    let next = current.map_or_else(
        || "publish a version or end the practice".to_owned(),
        |new| format!("review the practice against v{} and name that version", new.number),
    );
    Some(Lapse {
        kind: LapseKind::VersionEnded,
        subject: named.name(),
        since: since.filter(|since| *since <= subject.on),
        explanation: format!("{} is no longer in force on {}.", named.name(), subject.on),
        fix: format!("{} is no longer in force: {next}.", named.name()),
        fix_target: subject.field("basis"),
    })
}

/// The date so many days later, or the last date there is.
pub(super) fn days_after(date: Date, days: i64) -> Date {
    Span::new().try_days(days).map_or(Date::MAX, |span| date.saturating_add(span))
}

/// The last day for the next review: the interval after the last, or the day a determination sets.
fn next_review(subject: &Subject<'_>) -> Option<Date> {
    let last = subject.last_review()?.on;
    let interval = subject.practice.review_interval_days.unwrap_or(YEAR);
    let regular = days_after(last, i64::from(interval));
    let case = subject.determination().and_then(|case| {
        let decided = case.decided_at.map(|at| subject.facts.date_of(at));
        case.review_on.filter(|_| decided.is_none_or(|decided| last <= decided))
    });
    Some(case.map_or(regular, |day| day.min(regular)))
}

fn assessment_superseded(subject: &Subject<'_>) -> Option<Lapse> {
    let named = subject.implemented?;
    let due = policy_review_due(subject).filter(|due| *due < subject.on)?;
    let assessment = named.version.assessment.as_ref()?;
    Some(Lapse {
        kind: LapseKind::AssessmentSuperseded,
        subject: assessment.to_string(),
        since: Some(days_after(due, 1)),
        explanation: format!("{assessment} was superseded and {} was not reviewed by {due}.", named.name()),
        fix: format!(
            "Review {} against the newer assessment and record the review under Policies.",
            named.name()
        ),
        fix_target: FixTarget::PolicyVersion {
            policy: named.policy.number.clone(),
            version: named.version.number.clone(),
            field: "reviews".to_owned(),
        },
    })
}

/// The last day to review the policy after its assessment was superseded, while no such review was held.
fn policy_review_due(subject: &Subject<'_>) -> Option<Date> {
    let version = subject.implemented?.version;
    let (_, since) = due::superseded_basis(&subject.facts.registers, version, subject.on)?;
    Some(days_after(since, POLICY_REVIEW))
}

fn rule_changed(subject: &Subject<'_>) -> Option<Lapse> {
    let changed = subject.practice.application.rule_changed_on.filter(|changed| *changed <= subject.on)?;
    let last = subject.last_review().filter(|last| last.on < changed)?;
    let explanation =
        format!("The rule of application changed on {changed}, after the review of {}.", last.on);
    let fix = "Review the practice under the changed rule and record the review.";
    Some(lapse(subject, LapseKind::RuleChanged, Some(changed), explanation, fix))
}

fn closed<'s>(subject: &'s Subject<'_>) -> impl Iterator<Item = Lapse> + 's {
    let over = subject.linked.iter().filter(|link| {
        link.registered.is_some_and(|found| subject.facts.registers.is_over(&found, subject.on))
    });
    over.map(|link| {
        let explanation = format!("{} is closed or no longer in the register.", link.number);
        let fix = format!("End the practice, or link a risk that is still open in place of {}.", link.number);
        Lapse {
            subject: link.number.to_string(),
            ..lapse(subject, LapseKind::RiskClosed, None, explanation, &fix)
        }
    })
}

/// Risks of the practice and of the statements it implements that were rated higher since its last review.
fn rerated(subject: &Subject<'_>) -> Vec<Lapse> {
    let Some(reviewed) = subject.last_review().map(|review| review.on) else { return Vec::new() };
    let mut found: Vec<(&RiskNumber, Rerating)> = Vec::new();
    for link in &subject.linked {
        let rerating = subject.facts.registers.rerating(link.number, link.level, reviewed, subject.on);
        found.extend(rerating.map(|rerating| (link.number, rerating)));
    }
    for link in subject.statements().into_iter().flat_map(|statement| &statement.risks) {
        let Some(named) = subject.implemented else { continue };
        let rerating = coverage::rerating(&subject.facts.registers, named.version, link, subject.on);
        found.extend(
            rerating.filter(|rerating| reviewed < rerating.on).map(|rerating| (&link.risk, rerating)),
        );
    }
    found.sort_by_key(|(number, _)| *number);
    found.dedup_by_key(|(number, _)| *number);
    found.into_iter().map(|(number, rerating)| rise(subject, number, rerating)).collect()
}

fn rise(subject: &Subject<'_>, number: &RiskNumber, rerating: Rerating) -> Lapse {
    let Rerating { from, to, on } = rerating;
    let explanation =
        format!("{number} was rated {to} on {on}; it was {from} when the practice was last reviewed.");
    let fix = format!("Review the practice against the new rating of {number} and record the review.");
    Lapse {
        subject: number.to_string(),
        ..lapse(subject, LapseKind::RiskRerated, Some(on), explanation, &fix)
    }
}

fn lapse(
    subject: &Subject<'_>,
    kind: LapseKind,
    since: Option<Date>,
    explanation: String,
    fix: &str,
) -> Lapse {
    let fix_target = match kind {
        LapseKind::RiskClosed => subject.field("risks"),
        _ => subject.field("reviews"),
    };
    Lapse { kind, subject: subject.name(), since, explanation, fix: fix.to_owned(), fix_target }
}
