//! Limb by limb, what of an assessment covers 45 CFR 164.306(a)(1)-(4) and what does not; no judgement of the rule.

use super::answer_check::faults;
use super::carry::{ANSWER, ASSET, FLOW, RISK, SAFEGUARD, THREAT, VENDOR};
use super::{Assessment, SafeguardState, ThreatAnswer};
use crate::catalogue::{Catalogue, Factor, SecurityRule};
use crate::number::{Citation, ThreatId};
use crate::policy::coverage::{CoverageState, coverage};
use crate::retention::{POLICY, RecordName};
use crate::risk::{Risk, RiskState};
use crate::text::blank;
use crate::workspace::Content;
use jiff::civil::Date;
use serde::Serialize;

/// A limb with what bears on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Limb<'a> {
    /// The factor that states it.
    pub factor: &'a Factor,
    /// What bears on it, in the order of the work.
    pub covers: Vec<Cover>,
}

/// One respect in which a limb is covered, by some records and not by others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cover {
    /// The respect.
    pub what: CoverKind,
    /// Records that are as they must be.
    pub held: Vec<RecordName>,
    /// Records that are not.
    pub lacking: Vec<RecordName>,
}

/// Respects in which a limb is covered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CoverKind {
    /// Assets with an owner and three ratings.
    AssetsRated,
    /// Assets with a risk or the reason why none applies.
    AssetsAtRisk,
    /// Flows whose protection is described.
    FlowsProtected,
    /// Business associates with an agreement that runs and has its terms.
    AgreementsHeld,
    /// Technical and physical safeguards in place or with an equivalent.
    SafeguardsInPlace,
    /// Threats decided.
    ThreatsDecided,
    /// Threats that apply and have a risk.
    ThreatsAtRisk,
    /// Risks rated with a rationale.
    RisksRated,
    /// Risks above tolerance with a plan that runs or an acceptance that holds.
    RisksHandled,
    /// Risks above tolerance that an effective policy answers.
    RisksAnswered,
    /// Questions on access, on special records and on noticing misuse, answered.
    QuestionsAnswered,
    /// Security official on the day.
    OfficialNamed,
    /// Safeguards about the workforce in place or with an equivalent.
    WorkforceSafeguards,
    /// Policies with a version in force.
    PoliciesInForce,
}

/// Factors of 45 CFR 164.306(a)(1)-(4).
const LIMBS: [&str; 4] = ["F-a1", "F-a2", "F-a3", "F-a4"];
/// Sections with technical and physical safeguards.
const SYSTEMS: [&str; 2] = ["45 CFR 164.310", "45 CFR 164.312"];
/// Safeguards about the workforce: sanctions, official, workforce security, access, training.
const WORKFORCE: [&str; 5] = [
    "45 CFR 164.308(a)(1)(ii)(C)",
    "45 CFR 164.308(a)(2)",
    "45 CFR 164.308(a)(3)",
    "45 CFR 164.308(a)(4)",
    "45 CFR 164.308(a)(5)",
];

/// The four limbs in the order of the rule.
#[must_use]
pub fn limbs<'a>(
    catalogue: &'a Catalogue,
    content: &'a Content,
    assessment: &'a Assessment,
    on: Date,
) -> Vec<Limb<'a>> {
    let rule = catalogue.security_rules.on(on).or(catalogue.security_rules.latest());
    let Some(rule) = rule else { return Vec::new() };
    let scene = Scene { catalogue, rule, content, assessment, on };
    let factors = LIMBS.iter().filter_map(|id| rule.factors.get(id));
    factors.map(|factor| Limb { factor, covers: scene.covers(factor) }).collect()
}

struct Scene<'a> {
    catalogue: &'a Catalogue,
    rule: &'a SecurityRule,
    content: &'a Content,
    assessment: &'a Assessment,
    on: Date,
}

impl Scene<'_> {
    fn covers(&self, factor: &Factor) -> Vec<Cover> {
        match factor.id.as_str() {
            "F-a1" => self.all_ephi(),
            "F-a2" => self.threats(false),
            "F-a3" => {
                let mut covers = self.threats(true);
                covers.push(self.questions(factor));
                covers
            }
            _ => self.workforce(factor),
        }
    }

    fn all_ephi(&self) -> Vec<Cover> {
        let one = self.assessment;
        let at_risk = |number: &_| one.risks.iter().any(|risk| risk.asset == *number);
        let asset = |asset: &super::Asset| self.name(ASSET, asset.number.as_str());
        let rated = one.assets.iter().map(|it| (it.owner.is_some() && it.criticality.is_some(), asset(it)));
        let risks = one.assets.iter().map(|it| {
            let reasoned = it.no_risk_reason.as_ref().is_some_and(|reason| !blank(reason));
            (at_risk(&it.number) || reasoned, asset(it))
        });
        let flows = one.flows.iter().enumerate();
        let flows = flows.map(|(at, it)| (!blank(&it.protection), self.name(FLOW, &at.to_string())));
        let associates = one.vendors.iter().filter(|it| it.business_associate).map(|it| {
            let runs = it.agreement_ends.is_none_or(|ends| self.on <= ends);
            let held = it.agreement_on.is_some() && runs && it.agreement_terms == Some(true);
            (held, self.name(VENDOR, it.number.as_str()))
        });
        vec![
            cover(CoverKind::AssetsRated, rated),
            cover(CoverKind::AssetsAtRisk, risks),
            cover(CoverKind::FlowsProtected, flows),
            cover(CoverKind::AgreementsHeld, associates),
            self.safeguards(CoverKind::SafeguardsInPlace, &SYSTEMS),
        ]
    }

    /// All threats, or the uses and disclosures that are not permitted alone.
    fn threats(&self, impermissible: bool) -> Vec<Cover> {
        let listed = self.listed(impermissible);
        let decision = |id: &ThreatId| {
            self.assessment.threats.iter().find(|one| one.threat == *id).map(|one| one.answer)
        };
        let decided = listed.iter().map(|id| {
            let settled = decision(id).is_some_and(|answer| answer != ThreatAnswer::Unsure);
            (settled, self.name(THREAT, id.as_str()))
        });
        let applies: Vec<&ThreatId> =
            listed.iter().copied().filter(|id| decision(id) == Some(ThreatAnswer::Applicable)).collect();
        let at_risk = applies.iter().map(|id| {
            let has = self.assessment.risks.iter().any(|risk| risk.threat == **id);
            (has, self.name(THREAT, id.as_str()))
        });
        let risks: Vec<&Risk> = self
            .assessment
            .risks
            .iter()
            .filter(|risk| risk.status != RiskState::Closed && listed.contains(&&risk.threat))
            .collect();
        let name = |risk: &Risk| self.name(RISK, risk.number.as_str());
        let rated = risks.iter().map(|risk| (risk.residual.is_some() && !blank(&risk.rationale), name(risk)));
        let tolerance = self.content.organization.risk_tolerance;
        let above: Vec<&Risk> = risks.iter().copied().filter(|risk| risk.level() > Some(tolerance)).collect();
        let policies = coverage(self.content, self.on);
        let answered = |risk: &Risk| policies.of_risk(&risk.number) == CoverageState::Covered;
        vec![
            cover(CoverKind::ThreatsDecided, decided),
            cover(CoverKind::ThreatsAtRisk, at_risk),
            cover(CoverKind::RisksRated, rated),
            cover(CoverKind::RisksHandled, above.iter().map(|risk| (self.handled(risk), name(risk)))),
            cover(CoverKind::RisksAnswered, above.iter().map(|risk| (answered(risk), name(risk)))),
        ]
    }

    fn listed(&self, impermissible: bool) -> Vec<&ThreatId> {
        let editions = &self.catalogue.threat_catalogues;
        let catalogue = editions.get(&self.assessment.catalogue).or(editions.latest());
        let known = catalogue.into_iter().flat_map(|one| one.threats.iter());
        let known = known.filter(|one| !impermissible || one.impermissible_use).map(|one| &one.id);
        let own = self.assessment.own_threats.iter();
        let own = own.filter(|one| !impermissible || one.impermissible_use).map(|one| &one.id);
        known.chain(own).collect()
    }

    fn handled(&self, risk: &Risk) -> bool {
        let planned =
            risk.treatment.as_ref().is_some_and(|plan| plan.done_on.is_some() || self.on <= plan.due);
        let accepted = risk.acceptance.as_ref();
        planned || accepted.is_some_and(|one| one.on <= self.on && self.on <= one.expires)
    }

    fn workforce(&self, factor: &Factor) -> Vec<Cover> {
        let organization = &self.content.organization;
        let people = self.content.people.iter();
        let officials: Vec<_> =
            people.filter(|person| organization.has_security_official(person, self.on)).collect();
        let named = officials.iter().map(|person| RecordName::new("person", person.number.as_str()));
        let official = Cover {
            what: CoverKind::OfficialNamed,
            held: named.collect(),
            lacking: if officials.is_empty() {
                vec![RecordName::new("organization", "organization")]
            } else {
                Vec::new()
            },
        };
        let policies = self.content.policies.iter().map(|policy| {
            (policy.in_force_on(self.on).is_some(), RecordName::new(POLICY, policy.number.as_str()))
        });
        vec![
            official,
            self.questions(factor),
            self.safeguards(CoverKind::WorkforceSafeguards, &WORKFORCE),
            cover(CoverKind::PoliciesInForce, policies),
        ]
    }

    /// The questions of a factor that have an answer of their own.
    fn questions(&self, factor: &Factor) -> Cover {
        let own = factor.questions.iter().filter(|question| question.answered_in.is_none());
        let answered = own.map(|question| {
            let answer = self.assessment.answers.iter().find(|one| one.question == question.id);
            let sound = answer.is_some_and(|one| faults(question, one, self.content).is_empty());
            (sound, self.name(ANSWER, question.id.as_str()))
        });
        cover(CoverKind::QuestionsAnswered, answered)
    }

    /// Items below the citations that apply.
    fn safeguards(&self, what: CoverKind, below: &[&str]) -> Cover {
        let under = |citation: &Citation| below.iter().any(|prefix| citation.as_str().starts_with(prefix));
        let items = self.rule.safeguards.iter().filter(|item| under(&item.citation));
        let states = items.filter_map(|item| {
            let status = self.assessment.safeguards.iter().find(|one| one.safeguard == item.citation);
            let state = status.map(|one| one.status);
            if state == Some(SafeguardState::NotApplicable) {
                return None;
            }
            let held = matches!(state, Some(SafeguardState::InPlace | SafeguardState::Alternative));
            Some((held, self.name(SAFEGUARD, item.citation.as_str())))
        });
        cover(what, states)
    }

    fn name(&self, kind: &str, key: &str) -> RecordName {
        RecordName::new(kind, format!("{}/{key}", self.assessment.number))
    }
}

fn cover(what: CoverKind, records: impl Iterator<Item = (bool, RecordName)>) -> Cover {
    let (held, lacking): (Vec<_>, Vec<_>) = records.partition(|(held, _)| *held);
    let names = |pairs: Vec<(bool, RecordName)>| pairs.into_iter().map(|(_, name)| name).collect();
    Cover { what, held: names(held), lacking: names(lacking) }
}
