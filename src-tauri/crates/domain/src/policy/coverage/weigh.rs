//! From links to states: of one risk, and of a threat by its risks.

use super::{CoverageLack, CoverageLink, CoverageState, RiskCoverage, Standing, ThreatCoverage};
use crate::assessment::{Assessment, ThreatAnswer};
use crate::number::ThreatId;
use crate::risk::Risk;
use crate::workspace::Content;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Coverage of one risk by the links to it.
pub(super) fn of_risk(
    content: &Content,
    risk: &Risk,
    links: Option<&Vec<CoverageLink>>,
    on: Date,
) -> RiskCoverage {
    let all = links.map_or(&[][..], Vec::as_slice);
    let living: Vec<CoverageLink> =
        all.iter().filter(|link| link.standing != Standing::Ended).cloned().collect();
    let links = if living.is_empty() { all.to_vec() } else { living };
    let (state, mut lacks) = weigh(&links);
    let above = risk.level() > Some(content.organization.risk_tolerance) && !is_handled(risk, on);
    let state = if above && state == CoverageState::Covered { CoverageState::PartlyCovered } else { state };
    let unrated = risk.residual.is_none();
    let state = if unrated && state == CoverageState::Covered { CoverageState::PartlyCovered } else { state };
    lacks.extend(above.then_some(CoverageLack::AboveTolerance));
    lacks.extend(unrated.then_some(CoverageLack::NotRated));
    RiskCoverage {
        risk: risk.number.clone(),
        threat: risk.threat.clone(),
        level: risk.level(),
        state,
        links,
        lacks,
    }
}

/// State and lacks of a risk by its links alone.
fn weigh(links: &[CoverageLink]) -> (CoverageState, Vec<CoverageLack>) {
    let standing = |standing: Standing| links.iter().filter(move |link| link.standing == standing);
    if standing(Standing::InForce).any(|link| link.lacks.is_empty()) {
        return (CoverageState::Covered, Vec::new());
    }
    let mut lacks: Vec<CoverageLack> =
        standing(Standing::InForce).flat_map(|link| link.lacks.iter().copied()).collect();
    lacks.sort();
    lacks.dedup();
    let rerated = |link: &CoverageLink| link.lacks.contains(&CoverageLack::Rerated);
    if standing(Standing::InForce).next().is_some() {
        let stale = standing(Standing::InForce).all(rerated);
        return (if stale { CoverageState::Stale } else { CoverageState::PartlyCovered }, lacks);
    }
    if standing(Standing::ToCome).next().is_some() {
        return (CoverageState::PartlyCovered, vec![CoverageLack::OnlyDraft]);
    }
    match links.is_empty() {
        true => (CoverageState::Uncovered, vec![CoverageLack::NoStatement]),
        false => (CoverageState::Stale, vec![CoverageLack::VersionEnded]),
    }
}

/// Whether a plan runs or an acceptance holds.
fn is_handled(risk: &Risk, on: Date) -> bool {
    let planned = risk.treatment.as_ref().is_some_and(|plan| plan.done_on.is_none() && on <= plan.due);
    planned || risk.acceptance.as_ref().is_some_and(|accepted| accepted.on <= on && on <= accepted.expires)
}

/// Coverage of every threat that applies or has a risk.
pub(super) fn of_threats(assessment: &Assessment, risks: &[RiskCoverage]) -> Vec<ThreatCoverage> {
    let applies = assessment.threats.iter().filter(|one| one.answer == ThreatAnswer::Applicable);
    let mut threats: BTreeMap<&ThreatId, Vec<&RiskCoverage>> =
        applies.map(|one| (&one.threat, Vec::new())).collect();
    for risk in risks {
        threats.entry(&risk.threat).or_default().push(risk);
    }
    let rows = threats.into_iter().map(|(threat, risks)| ThreatCoverage {
        threat: threat.clone(),
        state: of_all(&risks),
        risks: risks.iter().map(|risk| risk.risk.clone()).collect(),
    });
    rows.collect()
}

fn of_all(risks: &[&RiskCoverage]) -> CoverageState {
    let all = |state: CoverageState| risks.iter().all(|risk| risk.state == state);
    let any = |state: CoverageState| risks.iter().any(|risk| risk.state == state);
    if all(CoverageState::Uncovered) {
        CoverageState::Uncovered
    } else if all(CoverageState::Covered) {
        CoverageState::Covered
    } else if any(CoverageState::Stale) {
        CoverageState::Stale
    } else {
        CoverageState::PartlyCovered
    }
}
