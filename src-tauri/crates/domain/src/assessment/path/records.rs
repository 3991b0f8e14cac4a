//! How the records stand that answer a question: one mark for each record there is to answer.

use super::Scene;
use crate::assessment::{
    AddressableDecision, Assessment, SafeguardState, SafeguardStatus, ThreatAnswer, ThreatDisposition,
};
use crate::catalogue::{AnsweredIn, Designation, Factor, Question, SafeguardKind};
use crate::number::ThreatId;
use crate::risk::{Risk, RiskState};
use crate::text::blank;

/// The factor whose question is on standards.
const STANDARDS: &str = "F-c";

/// How one record stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Nothing yet.
    Open,
    /// Begun, and not as it must be.
    Partly,
    /// Came forward and waits.
    Carried,
    /// Done.
    Done,
}

impl Mark {
    /// Done where it says what it must; not before it is confirmed.
    pub fn of(says: bool, carried: bool) -> Self {
        match (says, carried) {
            (false, _) => Self::Open,
            (true, true) => Self::Carried,
            (true, false) => Self::Done,
        }
    }
}

/// One mark for each record that the question is asked for.
pub fn marks(scene: &Scene<'_>, factor: &Factor, question: &Question, place: AnsweredIn) -> Vec<Mark> {
    let one = scene.assessment;
    match place {
        AnsweredIn::Assets => some(one.assets.iter().map(|it| Mark::of(it.owner.is_some(), it.carried))),
        AnsweredIn::Criticality => each(&one.assets, |it| Mark::of(it.criticality.is_some(), it.carried)),
        AnsweredIn::Capabilities => each(&one.assets, |it| Mark::of(it.capabilities.is_some(), it.carried)),
        AnsweredIn::Flows => each(&one.flows, |it| Mark::of(!blank(&it.protection), it.carried)),
        AnsweredIn::Vendors => {
            each(&one.vendors, |it| Mark::of(!it.business_associate || it.agreement_on.is_some(), it.carried))
        }
        AnsweredIn::OpenItems => {
            each(&one.open_items, |it| Mark::of(it.owner.is_some() && it.due.is_some(), false))
        }
        AnsweredIn::OwnThreats => each(&one.own_threats, |it| Mark::of(!blank(&it.description), it.carried)),
        AnsweredIn::Sources => some(one.sources.iter().map(|it| Mark::of(!blank(&it.name), false))),
        AnsweredIn::Threats => threats(scene, false),
        AnsweredIn::ImpermissibleUses => threats(scene, true),
        AnsweredIn::Weaknesses => weaknesses(one),
        AnsweredIn::Profile => vec![Mark::of(profile(scene, question), false)],
        AnsweredIn::Duties => vec![Mark::of(official(scene), false)],
        AnsweredIn::Ratings => ratings(one, question),
        AnsweredIn::Treatments => treatments(scene, question),
        AnsweredIn::Targets => targets(one),
        AnsweredIn::Safeguards => safeguards(scene, factor),
        AnsweredIn::Decisions => decisions(scene, question),
        AnsweredIn::Assessment => vec![Mark::of(!blank(&one.scope), false)],
    }
}

/// What the profile says of the question.
pub fn profile(scene: &Scene<'_>, question: &Question) -> bool {
    let organization = &scene.content.organization;
    let says = [
        ("Organization.size_band", organization.size_band.is_some()),
        ("Organization.complexity", !organization.complexity.is_empty()),
        ("Organization.actor_types", !organization.actor_types.is_empty()),
    ];
    let answer = scene.assessment.answers.iter().find(|one| one.question == question.id);
    // An organization may have nothing of a list; the mark says that this was looked at.
    let marked = answer.is_some_and(|one| one.complete);
    says.iter().any(|(field, said)| question.fills(field) && (*said || marked))
}

fn each<T>(records: &[T], mark: impl Fn(&T) -> Mark) -> Vec<Mark> {
    records.iter().map(mark).collect()
}

/// At least one record is needed: an empty list is one that is open.
fn some(marks: impl Iterator<Item = Mark>) -> Vec<Mark> {
    let marks: Vec<Mark> = marks.collect();
    if marks.is_empty() { vec![Mark::Open] } else { marks }
}

fn threats(scene: &Scene<'_>, impermissible: bool) -> Vec<Mark> {
    let editions = &scene.catalogue.threat_catalogues;
    let catalogue = editions.get(&scene.assessment.catalogue).or(editions.latest());
    let listed = catalogue.into_iter().flat_map(|one| one.threats.iter());
    let listed = listed.filter(|one| !impermissible || one.impermissible_use).map(|one| &one.id);
    let own = scene.assessment.own_threats.iter();
    let own = own.filter(|one| !impermissible || one.impermissible_use).map(|one| &one.id);
    listed.chain(own).map(|threat| decided(scene.assessment, threat)).collect()
}

fn decided(assessment: &Assessment, threat: &ThreatId) -> Mark {
    let Some(one) = assessment.threats.iter().find(|one| one.threat == *threat) else { return Mark::Open };
    match one.answer {
        ThreatAnswer::Applicable => Mark::of(true, one.carried),
        ThreatAnswer::NotApplicable => Mark::of(reasoned(one), one.carried),
        ThreatAnswer::Unsure => Mark::Partly,
    }
}

fn reasoned(one: &ThreatDisposition) -> bool {
    one.reason.as_ref().is_some_and(|reason| !blank(reason))
}

/// One mark for each threat that applies.
fn weaknesses(assessment: &Assessment) -> Vec<Mark> {
    let applies = assessment.threats.iter().filter(|one| one.answer == ThreatAnswer::Applicable);
    let linked = |risk: &&Risk| !risk.vulnerabilities.is_empty() || !risk.predisposing_conditions.is_empty();
    let mark = |one: &ThreatDisposition| {
        let risks: Vec<&Risk> = assessment.risks.iter().filter(|risk| risk.threat == one.threat).collect();
        let all = !risks.is_empty() && risks.iter().all(linked);
        Mark::of(all, risks.iter().any(|risk| risk.carried))
    };
    applies.map(mark).collect()
}

fn official(scene: &Scene<'_>) -> bool {
    let organization = &scene.content.organization;
    scene.content.people.iter().any(|person| organization.has_security_official(person, scene.on))
}

fn ratings(assessment: &Assessment, question: &Question) -> Vec<Mark> {
    let why = question.fills("Risk.rationale");
    let open = assessment.risks.iter().filter(|risk| risk.status != RiskState::Closed);
    let says = |risk: &Risk| if why { !blank(&risk.rationale) } else { risk.residual.is_some() };
    open.map(|risk| Mark::of(says(risk), risk.carried)).collect()
}

/// Cost and comparison for each plan; a plan or an acceptance for each risk above tolerance.
fn treatments(scene: &Scene<'_>, question: &Question) -> Vec<Mark> {
    let open = scene.assessment.risks.iter().filter(|risk| risk.status != RiskState::Closed);
    if question.fills("TreatmentPlan") {
        let tolerance = scene.content.organization.risk_tolerance;
        let above = open.filter(|risk| risk.level() > Some(tolerance));
        let settled = |risk: &Risk| risk.treatment.is_some() || risk.acceptance.is_some();
        return above.map(|risk| Mark::of(settled(risk), risk.carried)).collect();
    }
    let plans = open.filter_map(|risk| Some((risk, risk.treatment.as_ref()?)));
    let cost = question.fills("Option.cost");
    let mark = plans.map(|(risk, plan)| {
        let costs = plan.cost_once.is_some() || plan.cost_yearly.is_some();
        let weighed = !plan.options.is_empty() || plan.four_factors.is_some();
        Mark::of(if cost { costs } else { weighed }, risk.carried)
    });
    mark.collect()
}

fn targets(assessment: &Assessment) -> Vec<Mark> {
    let open = assessment.risks.iter().filter(|risk| risk.status != RiskState::Closed);
    let planned = open.filter(|risk| risk.treatment.is_some());
    planned.map(|risk| Mark::of(risk.target.is_some(), risk.carried)).collect()
}

/// Every standard, or every required specification.
fn safeguards(scene: &Scene<'_>, factor: &Factor) -> Vec<Mark> {
    let standards = factor.id == STANDARDS;
    let asked = scene.rule.safeguards.iter().filter(|item| match standards {
        true => item.kind == SafeguardKind::Standard,
        false => item.designation == Designation::Required,
    });
    let mark = asked.map(|item| {
        let status = scene.assessment.safeguards.iter().find(|one| one.safeguard == item.citation);
        status.map_or(Mark::Open, |one| Mark::of(true, one.carried))
    });
    mark.collect()
}

/// Every addressable specification; of a question that an answer opens, those with that answer.
fn decisions(scene: &Scene<'_>, question: &Question) -> Vec<Mark> {
    let addressable =
        scene.rule.safeguards.iter().filter(|item| item.designation == Designation::Addressable);
    let wanted = question.asked_if.as_ref().map(|condition| condition.answer == "yes");
    let mark = addressable.filter_map(|item| {
        let decision = scene.assessment.decisions.iter().find(|one| one.specification == item.citation);
        let status = scene.assessment.safeguards.iter().find(|one| one.safeguard == item.citation);
        match (decision, wanted) {
            (Some(one), Some(wanted)) if one.reasonable != wanted => None,
            (None, Some(_)) => None,
            (None, None) => Some(Mark::Open),
            (Some(one), _) => Some(Mark::of(decision_says(one, status, question), one.carried)),
        }
    });
    mark.collect()
}

fn decision_says(one: &AddressableDecision, status: Option<&SafeguardStatus>, question: &Question) -> bool {
    let in_place = status.is_some_and(|status| status.status == SafeguardState::InPlace);
    let no_alternative = one.no_alternative_reason.as_ref().or(one.alternative.as_ref());
    let factors = [&one.size, &one.infrastructure, &one.cost, &one.probability];
    let says = [
        ("AddressableDecision.contribution", !blank(&one.contribution)),
        ("AddressableDecision.reasonable", factors.iter().all(|argument| !blank(argument))),
        ("AddressableDecision.implementation", in_place || one.implemented_by.is_some()),
        ("AddressableDecision.rationale", !blank(&one.rationale)),
        ("AddressableDecision.alternative", no_alternative.is_some_and(|text| !blank(text))),
        ("AddressableDecision.approval", one.approval.is_some() && one.review_on.is_some()),
        ("AddressableDecision", true),
    ];
    says.iter().any(|(field, said)| question.fills(field) && *said)
}
