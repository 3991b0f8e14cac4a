//! The registers of all assessments side by side: which copy of a risk counts on a day, and what became of it.
//!
//! A risk keeps its number across assessments; each assessment holds its own copy.

use super::{Assessment, AssessmentKind, AssessmentStatus};
use crate::number::RiskNumber;
use crate::risk::{Level, Risk, RiskState};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Indexes over assessments, oldest first.
#[derive(Debug)]
pub struct Registers<'a> {
    assessments: &'a [Assessment],
    by_number: BTreeMap<&'a str, &'a Assessment>,
    successors: BTreeMap<&'a str, &'a Assessment>,
    risks: BTreeMap<&'a str, Vec<Registered<'a>>>,
}

/// A risk as one assessment's register has it.
#[derive(Debug, Clone, Copy)]
pub struct Registered<'a> {
    /// The risk.
    pub risk: &'a Risk,
    /// The assessment it is in.
    pub assessment: &'a Assessment,
}

/// A rating that rose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rerating {
    /// The level before.
    pub from: Level,
    /// The level now.
    pub to: Level,
    /// Day of the new rating.
    pub on: Date,
}

impl Registered<'_> {
    /// Whether likelihood and impact are rated.
    #[must_use]
    pub fn is_rated(&self) -> bool {
        self.risk.status >= RiskState::Analyzed && self.risk.residual.is_some()
    }

    /// Whether the register it is in was approved by the day.
    #[must_use]
    pub fn approved_by(&self, day: Date) -> bool {
        self.assessment.approved_on().is_some_and(|approved| approved <= day)
    }
}

impl<'a> Registers<'a> {
    /// The indexes; linear in the risks but for the logarithm of look-up.
    #[must_use]
    pub fn new(assessments: &'a [Assessment]) -> Self {
        Self {
            assessments,
            by_number: assessments.iter().map(|one| (one.number.as_str(), one)).collect(),
            successors: successors(assessments),
            risks: copies(assessments),
        }
    }

    /// The assessment with the number.
    #[must_use]
    pub fn assessment(&self, number: &str) -> Option<&'a Assessment> {
        self.by_number.get(number).copied()
    }

    /// The approved assessment that took the place of this one, and since when, if it had by the day.
    #[must_use]
    pub fn superseded_by(&self, assessment: &Assessment, day: Date) -> Option<(&'a Assessment, Date)> {
        let successor = *self.successors.get(assessment.number.as_str())?;
        let since = successor.approved_on().filter(|since| *since <= day)?;
        (assessment.status == AssessmentStatus::Superseded).then_some((successor, since))
    }

    /// The risk as the newest register has it that was approved by the day; else as the newest assessment
    /// begun by the day has it.
    #[must_use]
    pub fn risk_on(&self, number: &RiskNumber, day: Date) -> Option<Registered<'a>> {
        let copies = self.risks.get(number.as_str())?;
        let approved = copies.iter().rev().find(|copy| copy.approved_by(day));
        approved.or_else(|| copies.iter().rev().find(|copy| self.is_newest(copy.assessment, day))).copied()
    }

    /// Whether the risk is closed, or a later assessment of the whole organization no longer has it.
    #[must_use]
    pub fn is_over(&self, found: &Registered<'_>, day: Date) -> bool {
        let dropped = self
            .superseded_by(found.assessment, day)
            .is_some_and(|(successor, _)| successor.kind == AssessmentKind::Annual);
        found.risk.status == RiskState::Closed || dropped
    }

    /// How the rating of a risk rose between two days; `level` is what it was rated by the first day, or else
    /// the register of that day is asked.
    #[must_use]
    pub fn rerating(
        &self,
        number: &RiskNumber,
        level: Option<Level>,
        since: Date,
        day: Date,
    ) -> Option<Rerating> {
        let now = self.risk_on(number, day)?.risk;
        let (on, to) = now.rated_on.zip(now.level())?;
        if on <= since || day < on {
            return None;
        }
        let rated_by = |copy: &Registered<'_>| copy.risk.rated_on.is_some_and(|rated| rated <= since);
        let then = self.risk_on(number, since).filter(rated_by);
        let from = level.or_else(|| then.and_then(|copy| copy.risk.level()))?;
        (from < to).then_some(Rerating { from, to, on })
    }

    fn is_newest(&self, assessment: &Assessment, day: Date) -> bool {
        let newest = self.assessments.iter().rev().find(|one| one.started_on <= day);
        newest.is_some_and(|newest| newest.number == assessment.number)
    }
}

/// Each approved assessment by the number of the one it follows.
fn successors(assessments: &[Assessment]) -> BTreeMap<&str, &Assessment> {
    let approved = || assessments.iter().filter(|one| one.approved_on().is_some());
    let next =
        approved().zip(approved().skip(1)).map(|(before, successor)| (before.number.as_str(), successor));
    let named = approved().filter_map(|successor| Some((successor.previous.as_ref()?.as_str(), successor)));
    next.chain(named).collect()
}

/// The copies of each risk, oldest assessment first.
fn copies(assessments: &[Assessment]) -> BTreeMap<&str, Vec<Registered<'_>>> {
    let mut risks: BTreeMap<&str, Vec<Registered<'_>>> = BTreeMap::new();
    for assessment in assessments {
        for risk in &assessment.risks {
            risks.entry(risk.number.as_str()).or_default().push(Registered { risk, assessment });
        }
    }
    risks
}
