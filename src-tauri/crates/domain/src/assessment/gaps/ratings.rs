//! A risk for each threat that applies, each rated with its rationale, and a plan or acceptance where it is high.

use super::{Found, GapCode, Item, Scene, only};
use crate::assessment::ThreatAnswer;
use crate::risk::acceptance::{latest, may_accept};
use crate::risk::{Acceptance, Level, Risk, RiskState};
use crate::text::blank;
use std::collections::BTreeSet;

/// One item a risk, and one a threat that applies and has none.
pub fn items(scene: &Scene<'_>) -> Vec<Item> {
    let risks = scene.assessment.risks.iter().enumerate().map(|(place, risk)| rated(scene, place, risk));
    let at_risk: BTreeSet<_> = scene.assessment.risks.iter().map(|risk| &risk.threat).collect();
    let applies = scene.assessment.threats.iter().filter(|one| one.answer == ThreatAnswer::Applicable);
    let without = applies.filter(|one| !at_risk.contains(&one.threat));
    let without = without.map(|one| vec![scene.blocking(GapCode::ThreatWithoutRisk, "/risks", &one.threat)]);
    risks.chain(without).collect()
}

fn rated(scene: &Scene<'_>, place: usize, risk: &Risk) -> Item {
    let field = |field: &str| format!("/risks/{place}/{field}");
    let gap = |code: GapCode, name: &str| scene.blocking(code, &field(name), &risk.number);
    let weakness = !risk.vulnerabilities.is_empty() || !risk.predisposing_conditions.is_empty();
    let above = risk.target.zip(risk.level()).is_some_and(|(target, level)| target.rating().level > level);
    let mut found = only([
        (risk.status < RiskState::Analyzed || risk.residual.is_none(), gap(GapCode::RiskNotRated, "status")),
        (!weakness, gap(GapCode::WeaknessMissing, "vulnerabilities")),
        (blank(&risk.effect), gap(GapCode::EffectMissing, "effect")),
        (blank(&risk.rationale), gap(GapCode::RationaleMissing, "rationale")),
        (above, gap(GapCode::TargetAboveResidual, "target")),
        scene.unconfirmed(risk.carried, &field("carried"), &risk.number),
    ]);
    found.extend(handled(scene, risk, &field));
    found
}

/// What a High or Very High risk lacks of a plan with a day, or an acceptance by the right role for a time
/// that the method allows.
fn handled(scene: &Scene<'_>, risk: &Risk, field: &impl Fn(&str) -> String) -> Option<Found> {
    if risk.level() < Some(Level::High) || risk.status == RiskState::Closed {
        return None;
    }
    if let Some(plan) = &risk.treatment {
        let overdue = plan.done_on.is_none() && plan.due < scene.on;
        return overdue.then(|| scene.open(GapCode::PlanOverdue, &field("treatment/due"), &risk.number));
    }
    let accepted = risk.acceptance.as_ref().filter(|one| one.on <= scene.on && scene.on <= one.expires);
    let Some(accepted) = accepted else {
        return Some(scene.blocking(GapCode::PlanMissing, &field("treatment"), &risk.number));
    };
    let refused = !is_allowed(scene, risk, accepted);
    refused.then(|| scene.blocking(GapCode::AcceptanceNotAllowed, &field("acceptance"), &risk.number))
}

/// Whether the method lets this person accept the risk for this time.
fn is_allowed(scene: &Scene<'_>, risk: &Risk, accepted: &Acceptance) -> bool {
    let by = scene.content.people.iter().find(|person| person.number == accepted.by);
    let Some((by, level)) = by.zip(risk.level()) else { return false };
    let organization = &scene.content.organization;
    may_accept(organization, by, &risk.owner, level, accepted.on)
        && accepted.expires <= latest(level, accepted.on)
}
