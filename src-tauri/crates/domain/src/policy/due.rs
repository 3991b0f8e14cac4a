//! When a policy must be looked at again: its review, an assessment that a newer one superseded, a risk that rose.
//!
//! What that does to the support of a practice is in `practice::check`, to the coverage of a risk in [`super::coverage`].

use super::{Policy, PolicyVersion, coverage};
use crate::assessment::Assessment;
use crate::assessment::register::Registers;
use crate::number::{AssessmentNumber, PolicyNumber, RiskNumber};
use crate::risk::Level;
use crate::workspace::Content;
use jiff::Unit;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// How near the review of a version is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ReviewDue {
    /// Days until the last day for it; below 0 once that day has passed.
    pub days: i32,
    /// How urgent that is.
    pub step: ReviewStep,
}

/// Steps of a reminder: 30 days, 7 days and 1 day ahead, and after.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
pub enum ReviewStep {
    /// Within 30 days.
    #[serde(rename = "within_30")]
    Within30,
    /// Within 7 days.
    #[serde(rename = "within_7")]
    Within7,
    /// Today or tomorrow.
    #[serde(rename = "tomorrow_or_today")]
    TomorrowOrToday,
    /// The last day has passed.
    #[serde(rename = "overdue")]
    Overdue,
}

/// A policy whose version in force rests on something that changed since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Stale {
    /// The policy.
    pub policy: PolicyNumber,
    /// The version in force.
    pub version: String,
    /// What changed, each once.
    pub reasons: Vec<StaleReason>,
}

/// What changed since a version was approved or last reviewed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum StaleReason {
    /// A newer assessment was approved.
    AssessmentSuperseded {
        /// The assessment it was prepared from.
        assessment: AssessmentNumber,
        /// The newer one.
        by: AssessmentNumber,
        /// Day of that approval.
        since: Date,
    },
    /// A risk that a statement answers was rated higher.
    RiskRerated {
        /// The risk.
        risk: RiskNumber,
        /// The level before.
        from: Level,
        /// The level now.
        to: Level,
        /// Day of the new rating.
        since: Date,
    },
}

/// How near the review of a version is; none where no day is set or it is more than 30 days away.
#[must_use]
pub fn review_due(version: &PolicyVersion, on: Date) -> Option<ReviewDue> {
    let days = on.until((Unit::Day, version.next_review?)).ok()?.get_days();
    let step = match days {
        ..0 => ReviewStep::Overdue,
        0..=1 => ReviewStep::TomorrowOrToday,
        2..=7 => ReviewStep::Within7,
        8..=30 => ReviewStep::Within30,
        _ => return None,
    };
    Some(ReviewDue { days, step })
}

/// The policies in force on a day whose basis changed since they were last held against it, in the order of the
/// content: the assessment was superseded, or a linked risk was rated higher.
#[must_use]
pub fn stale(content: &Content, on: Date) -> Vec<Stale> {
    let registers = Registers::new(&content.assessments);
    let in_force = content.policies.iter().filter_map(|policy| Some((policy, policy.in_force_on(on)?)));
    in_force.filter_map(|(policy, version)| of_version(&registers, policy, version, on)).collect()
}

/// The newer assessment and the day of its approval, if it superseded the one that a version was prepared from and
/// no review of the version was held since.
#[must_use]
pub fn superseded_basis<'a>(
    registers: &Registers<'a>,
    version: &PolicyVersion,
    on: Date,
) -> Option<(&'a Assessment, Date)> {
    let assessment = registers.assessment(version.assessment.as_ref()?.as_str())?;
    let (by, since) = registers.superseded_by(assessment, on)?;
    let reviewed = version.reviews.iter().any(|review| since <= review.on && review.on <= on);
    (!reviewed).then_some((by, since))
}

fn of_version(
    registers: &Registers<'_>,
    policy: &Policy,
    version: &PolicyVersion,
    on: Date,
) -> Option<Stale> {
    let links = version.statements.iter().flat_map(|statement| &statement.risks);
    let risen = links.filter_map(|link| {
        let rise = coverage::rerating(registers, version, link, on)?;
        let risk = link.risk.clone();
        Some(StaleReason::RiskRerated { risk, from: rise.from, to: rise.to, since: rise.on })
    });
    let superseded = superseded_basis(registers, version, on).zip(version.assessment.clone());
    let superseded = superseded.map(|((by, since), assessment)| StaleReason::AssessmentSuperseded {
        assessment,
        by: by.number.clone(),
        since,
    });
    let reasons: BTreeSet<StaleReason> = superseded.into_iter().chain(risen).collect();
    let reasons: Vec<StaleReason> = reasons.into_iter().collect();
    let (policy, version) = (policy.number.clone(), version.number.clone());
    (!reasons.is_empty()).then_some(Stale { policy, version, reasons })
}
