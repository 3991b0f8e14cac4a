//! The three stages of one risk — inherent, residual, target — and the order they must keep.
//! The rating of each stage is `rate`'s; when a risk may be submitted is the life cycle's.

use crate::risk::level::Level;
use crate::risk::record::Likelihoods;

/// One risk as it would be without own safeguards, as it is today, and as it shall be once treated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stages<'a> {
    /// Rated as if no own safeguard worked.
    pub inherent: Option<&'a Likelihoods>,
    /// Rated with the controls that have evidence today.
    pub residual: &'a Likelihoods,
    /// Rated as if the planned treatment were done.
    pub target: Option<&'a Likelihoods>,
}

/// A rule of the stages that is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StageProblem {
    /// Own safeguards seem to make things worse: a warning.
    #[error("residual {value:?} {residual} is above inherent {inherent}")]
    ResidualAboveInherent { value: StageValue, residual: Level, inherent: Level },
    /// Treatment would raise the risk: an error.
    #[error("target risk {target} exceeds residual risk {residual}")]
    TargetAboveResidual { target: Level, residual: Level },
    /// A level without a rationale is not a result: an error.
    #[error("a rationale is required")]
    RationaleRequired,
}

/// What is compared between two stages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StageValue {
    /// Likelihood of initiation or occurrence.
    Initiation,
    /// Likelihood of adverse impact.
    Adverse,
    /// The highest of the three impacts.
    Impact,
}

impl StageProblem {
    /// Whether the problem refuses the risk; if not, it is a warning.
    #[must_use]
    pub const fn is_error(self) -> bool {
        matches!(self, Self::TargetAboveResidual { .. } | Self::RationaleRequired)
    }
}

/// Every rule of the stages that is broken: residual above inherent warns, target above residual is an error.
#[must_use]
pub fn check_stages(stages: Stages<'_>) -> Vec<StageProblem> {
    let mut problems = Vec::new();
    if let Some(inherent) = stages.inherent {
        problems.extend(above_inherent(stages.residual, inherent));
    }
    let residual = stages.residual.rating().level;
    if let Some(target) = stages.target.map(|target| target.rating().level)
        && target > residual
    {
        problems.push(StageProblem::TargetAboveResidual { target, residual });
    }
    problems
}

/// As [`check_stages`], and the rationale that a rating must have once it is submitted.
#[must_use]
pub fn check_submission(stages: Stages<'_>, rationale: &str) -> Vec<StageProblem> {
    let mut problems = check_stages(stages);
    if rationale.trim().is_empty() {
        problems.push(StageProblem::RationaleRequired);
    }
    problems
}

fn above_inherent(residual: &Likelihoods, inherent: &Likelihoods) -> impl Iterator<Item = StageProblem> {
    let values = [
        (StageValue::Initiation, residual.initiation, inherent.initiation),
        (StageValue::Adverse, residual.adverse, inherent.adverse),
        (StageValue::Impact, residual.impact.highest(), inherent.impact.highest()),
    ];
    values
        .into_iter()
        .filter(|(_, residual, inherent)| residual > inherent)
        .map(|(value, residual, inherent)| StageProblem::ResidualAboveInherent { value, residual, inherent })
}
