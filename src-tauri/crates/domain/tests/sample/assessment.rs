//! The assessment AS-2026: questions, inventory, threats, risks, safeguards, decisions.

use crate::{SAMPLE, TODAY, assessment};
use jiff::Span;
use riskwright_domain::assessment::gaps::gaps;
use riskwright_domain::assessment::{SafeguardState, ThreatAnswer};
use riskwright_domain::catalogue::{Catalogue, Designation};
use riskwright_domain::risk::{Level, Likelihoods};
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn nothing_is_missing_for_approval() {
    let approved = assessment().approved_on().unwrap();
    let gaps = gaps(Catalogue::embedded(), &SAMPLE, assessment(), approved).gaps;
    assert_eq!(gaps, Vec::new());
}

#[test]
fn every_question_is_answered() {
    let rules = Catalogue::embedded().rules_on(assessment().started_on).unwrap();
    let asked: BTreeSet<String> = rules
        .security_rule
        .factors
        .iter()
        .flat_map(|factor| &factor.questions)
        .map(|one| one.id.to_string())
        .collect();
    let answered: BTreeSet<String> =
        assessment().answers.iter().map(|answer| answer.question.to_string()).collect();
    assert_eq!(asked.len(), 56);
    assert_eq!(answered, asked);
    assert_eq!(assessment().answers.len(), 56, "each once");
}

#[test]
fn every_asset_has_an_owner_ratings_and_a_risk_or_a_reason() {
    let assessment = assessment();
    let at_risk: BTreeSet<&str> = assessment.risks.iter().map(|risk| risk.asset.as_str()).collect();
    assert!(assessment.assets.len() >= 16, "{} assets", assessment.assets.len());
    for asset in &assessment.assets {
        assert!(asset.owner.is_some() && asset.criticality.is_some(), "{}", asset.number);
        assert!(
            at_risk.contains(asset.number.as_str()) != asset.no_risk_reason.is_some(),
            "{}",
            asset.number
        );
    }
}

#[test]
fn every_threat_is_decided_and_every_applicable_one_rated() {
    let assessment = assessment();
    let catalogue = &Catalogue::embedded().threat_catalogues.latest().unwrap().threats;
    let rated: BTreeSet<&str> = assessment.risks.iter().map(|risk| risk.threat.as_str()).collect();
    let decided: BTreeSet<&str> = assessment.threats.iter().map(|one| one.threat.as_str()).collect();
    assert_eq!(decided.len(), 99);
    assert!(catalogue.iter().all(|threat| decided.contains(threat.id.as_str())));
    for one in &assessment.threats {
        let reason = one.reason.as_deref().unwrap_or_default();
        match one.answer {
            ThreatAnswer::Applicable => assert!(rated.contains(one.threat.as_str()), "{}", one.threat),
            ThreatAnswer::NotApplicable => assert!(reason.chars().count() >= 20, "{}", one.threat),
            ThreatAnswer::Unsure => panic!("{} is unsure", one.threat),
        }
    }
}

#[test]
fn every_risk_fits_its_threat_and_says_why_it_is_rated_so() {
    for risk in &assessment().risks {
        let threat = Catalogue::embedded().threat(risk.threat.as_str()).unwrap();
        let fits = risk.vulnerabilities.iter().all(|one| threat.vulnerabilities.contains(one))
            && risk.predisposing_conditions.iter().all(|one| threat.predisposing_conditions.contains(one));
        assert!(fits, "{} exploits what {} does not", risk.number, risk.threat);
        assert!(
            !risk.vulnerabilities.is_empty() || !risk.predisposing_conditions.is_empty(),
            "{}",
            risk.number
        );
        assert!(risk.rationale.chars().count() >= 60, "{}: {}", risk.number, risk.rationale);
    }
}

#[test]
fn target_is_never_above_residual_nor_residual_above_inherent() {
    for risk in &assessment().risks {
        let residual = risk.level().unwrap();
        assert!(risk.target.is_none_or(|target| level(target) <= residual), "{}", risk.number);
        assert!(risk.inherent.is_none_or(|inherent| residual <= level(inherent)), "{}", risk.number);
    }
}

#[test]
fn the_register_has_a_believable_mix_of_levels() {
    let mut counts: BTreeMap<Level, usize> = BTreeMap::new();
    for risk in &assessment().risks {
        *counts.entry(risk.level().unwrap()).or_default() += 1;
    }
    let expected = [(Level::VeryLow, 1), (Level::Low, 44), (Level::Moderate, 40), (Level::High, 4)];
    assert_eq!(counts, BTreeMap::from(expected));
}

#[test]
fn every_risk_above_tolerance_has_a_plan_or_an_acceptance_that_holds() {
    let tolerance = SAMPLE.organization.risk_tolerance;
    let approved = assessment().approved_on().unwrap();
    for risk in assessment().risks.iter().filter(|risk| risk.level().unwrap() > tolerance) {
        let planned = risk.treatment.as_ref().is_some_and(|plan| approved < plan.due);
        let running = risk.treatment.as_ref().is_some_and(|plan| plan.done_on.is_none() && TODAY <= plan.due);
        let accepted = risk.acceptance.as_ref().is_some_and(|one| {
            TODAY <= one.expires && one.expires < one.on.saturating_add(Span::new().years(1))
        });
        assert!(running || accepted, "{} is neither treated nor accepted on {TODAY}", risk.number);
        assert!(risk.level().unwrap() < Level::High || planned, "{} is high and has no plan", risk.number);
    }
}

#[test]
fn every_safeguard_has_a_status_that_its_designation_allows() {
    let rule = Catalogue::embedded().rules_on(TODAY).unwrap().security_rule;
    let statuses: BTreeMap<&str, SafeguardState> =
        assessment().safeguards.iter().map(|one| (one.safeguard.as_str(), one.status)).collect();
    assert_eq!((assessment().safeguards.len(), statuses.len()), (68, 68));
    for item in rule.safeguards.iter() {
        let status = statuses[item.citation.as_str()];
        let addressable = item.designation == Designation::Addressable;
        assert!(status != SafeguardState::Alternative || addressable, "{}", item.citation);
        assert!(status != SafeguardState::NotApplicable || item.applies_if.is_some(), "{}", item.citation);
    }
    for one in &assessment().safeguards {
        let open = matches!(
            one.status,
            SafeguardState::Partial | SafeguardState::Planned | SafeguardState::NotInPlace
        );
        assert!(!open || one.owner.is_some() && one.due.is_some(), "{}", one.safeguard);
    }
}

#[test]
fn every_addressable_specification_is_decided_by_the_four_factors() {
    let decisions = &assessment().decisions;
    let decided: BTreeSet<&str> = decisions.iter().map(|one| one.specification.as_str()).collect();
    let rule = Catalogue::embedded().rules_on(TODAY).unwrap().security_rule;
    let addressable: BTreeSet<&str> = rule
        .safeguards
        .iter()
        .filter(|item| item.designation == Designation::Addressable)
        .map(|item| item.citation.as_str())
        .collect();
    assert_eq!((decisions.len(), &decided), (22, &addressable));
    for one in decisions {
        let argued =
            [&one.contribution, &one.size, &one.infrastructure, &one.cost, &one.probability, &one.rationale];
        assert!(argued.iter().all(|text| text.chars().count() >= 15), "{}", one.specification);
        assert!(one.approval.is_some() && one.review_on.is_some(), "{}", one.specification);
        assert_eq!(one.alternative.is_none(), one.reasonable, "{}", one.specification);
    }
    assert_eq!(decisions.iter().filter(|one| !one.reasonable).count(), 2, "two alternatives");
}

fn level(values: Likelihoods) -> Level {
    values.rating().level
}
