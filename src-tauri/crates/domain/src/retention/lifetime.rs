//! When a record was created and when it was last in effect, read from what the record itself says.
//!
//! An end that nobody recorded is not guessed: the record counts as in effect.

use super::period::six_years_after;
use super::record::WrittenDocument;
use crate::assessment::Assessment;
use crate::incident::Incident;
use crate::organization::Evidence;
use crate::policy::{Policy, PolicyVersion, VersionStatus};
use crate::practice::{Practice, PracticeState};
use crate::workspace::Content;
use jiff::civil::Date;

/// The days that the retention period of a record is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lifetime {
    /// Day of creation.
    pub created_on: Date,
    /// Whether and until when it was in effect.
    pub in_effect: InEffect,
    /// Day of the last act recorded in it: a review, a judgement, an approval.
    pub last_act: Option<Date>,
}

/// Whether a record is in effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InEffect {
    /// It is, or nobody has recorded its end.
    Still,
    /// It was, until this day.
    Until(Date),
    /// It never was: a draft, a file.
    Never,
}

impl Lifetime {
    /// The last day in effect, where there is one.
    #[must_use]
    pub fn last_in_effect(&self) -> Option<Date> {
        match self.in_effect {
            InEffect::Until(day) => Some(day),
            InEffect::Still | InEffect::Never => None,
        }
    }

    /// The last day on which the rule protects it; `None` while it is in effect.
    #[must_use]
    pub fn protected_until(&self) -> Option<Date> {
        self.counted_from().map(six_years_after)
    }

    /// The later of creation, last effect and last act; `None` while it is in effect.
    #[must_use]
    pub fn counted_from(&self) -> Option<Date> {
        if self.in_effect == InEffect::Still {
            return None;
        }
        Some(self.created_on).max(self.last_in_effect()).max(self.last_act)
    }
}

/// A policy version: created when it was begun, first recorded or approved, whichever came first.
pub(super) fn of_version(
    policy: &Policy,
    version: &PolicyVersion,
    recorded: Option<Date>,
    today: Date,
) -> Lifetime {
    let approved = version.approvals.iter().map(|approval| approval.on);
    let created_on = approved.clone().chain(recorded).fold(version.created_on, Date::min);
    let reviewed = version.reviews.iter().map(|review| review.on);
    let given = version.distribution.iter().map(|one| one.on);
    let read = version.acknowledgements.iter().map(|one| one.on);
    let last_act = approved.chain(reviewed).chain(given).chain(read).max();
    Lifetime { created_on, in_effect: version_in_effect(policy, version, today), last_act }
}

fn version_in_effect(policy: &Policy, version: &PolicyVersion, today: Date) -> InEffect {
    if matches!(version.status, VersionStatus::Draft | VersionStatus::InReview) {
        return InEffect::Never;
    }
    let followed = || {
        let later = policy.versions.iter().skip_while(|other| other.number != version.number).skip(1);
        let begun = later.filter(|other| other.is_frozen()).find_map(|other| other.effective_from)?;
        begun.yesterday().ok()
    };
    let end = match version.status {
        VersionStatus::Superseded | VersionStatus::Archived => version.effective_to.or_else(followed),
        _ => version.effective_to,
    };
    ended(end, today)
}

/// An assessment: in effect while it counts, or until the next one was approved.
pub(super) fn of_assessment(
    content: &Content,
    assessment: &Assessment,
    recorded: Option<Date>,
    today: Date,
) -> Lifetime {
    let approved = assessment.approvals.iter().map(|approval| approval.on);
    let created_on = approved.clone().chain(recorded).fold(assessment.started_on, Date::min);
    let rated = assessment.risks.iter().filter_map(|risk| risk.rated_on);
    let last_act = approved.chain(rated).max();
    Lifetime { created_on, in_effect: assessment_in_effect(content, assessment, today), last_act }
}

fn assessment_in_effect(content: &Content, assessment: &Assessment, today: Date) -> InEffect {
    if content.current_assessment().is_some_and(|current| current.number == assessment.number) {
        return InEffect::Still;
    }
    if assessment.approved_on().is_none() {
        return InEffect::Never;
    }
    let later = content.assessments.iter().skip_while(|other| other.number != assessment.number).skip(1);
    ended(later.filter_map(Assessment::approved_on).next(), today)
}

/// A practice: in effect until its last day.
pub(super) fn of_practice(practice: &Practice, recorded: Option<Date>, today: Date) -> Lifetime {
    let decided = practice.decision.as_ref().map(|decision| decision.on);
    let judged = practice.judgements.iter().map(|judgement| judgement.on);
    let reviewed = practice.reviews.iter().map(|review| review.on);
    let applied = practice.application.records.iter().map(|record| record.on);
    let trained = practice.application.training.iter().map(|training| training.completed_on);
    let acts = judged.chain(reviewed).chain(applied).chain(trained).chain(decided);
    let created_on = acts.clone().chain(practice.start_date).chain(recorded).min();
    let in_effect = match practice.state {
        PracticeState::Proposed => InEffect::Never,
        PracticeState::Active | PracticeState::Ended => ended(practice.end_date, today),
    };
    Lifetime { created_on: created_on.unwrap_or(today), in_effect, last_act: acts.max() }
}

/// An incident or a drill: in effect until it is closed; what was logged of it is documentation of an action,
/// 45 CFR 164.308(a)(6)(ii) and 164.316(b)(1)(ii).
pub(super) fn of_incident(incident: &Incident, recorded: Option<Date>, today: Date) -> Lifetime {
    let closed = incident.outcome.as_ref().map(|outcome| outcome.on);
    let created_on = recorded.or(closed).unwrap_or(today);
    Lifetime { created_on, in_effect: ended(closed, today), last_act: closed }
}

/// A document: as the version it prints, at least from the day it was written.
pub(super) fn of_document(document: &WrittenDocument, version: Option<&Lifetime>) -> Lifetime {
    Lifetime {
        created_on: document.written_on,
        in_effect: version.map_or(InEffect::Never, |version| version.in_effect),
        last_act: version.and_then(Lifetime::counted_from),
    }
}

/// Evidence: as the latest of what uses it, at least from its date.
pub(super) fn of_evidence(evidence: &Evidence, users: &[Lifetime]) -> Lifetime {
    let last_in_effect = users.iter().filter_map(Lifetime::last_in_effect).max();
    let in_effect = if users.iter().any(|user| user.in_effect == InEffect::Still) {
        InEffect::Still
    } else {
        last_in_effect.map_or(InEffect::Never, InEffect::Until)
    };
    let last_act = users.iter().filter_map(Lifetime::counted_from).max();
    Lifetime { created_on: evidence.on, in_effect, last_act }
}

/// A last day that is over; today is still in effect.
fn ended(end: Option<Date>, today: Date) -> InEffect {
    match end {
        Some(end) if end < today => InEffect::Until(end),
        _ => InEffect::Still,
    }
}
