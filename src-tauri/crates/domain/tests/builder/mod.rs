//! A small content in which every criterion is met: PR-0001 on path (d), PR-0002 on path (e).
#![allow(dead_code)]

use jiff::civil::{Date, date};
use riskwright_domain::assessment::Assessment;
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::number::PersonNumber;
use riskwright_domain::policy::{Policy, PolicyVersion};
use riskwright_domain::practice::check::{self, Check, CriterionFinding, CriterionResult};
use riskwright_domain::practice::{Basis, CaseDetermination, Judgement, Practice};
use riskwright_domain::risk::Risk;
use riskwright_domain::workspace::Content;

pub const TODAY: Date = date(2026, 11, 21);
pub const D: &str = "PR-0001";
pub const E: &str = "PR-0002";

const CONTENT: &str = include_str!("content.yaml");

/// Everything met and judged, three days before today.
pub fn supported() -> Content {
    let value: serde_json::Value = serde_yaml::from_str(CONTENT).expect("the content is YAML");
    let mut content: Content = serde_json::from_value(value).expect("the content has the exchange shape");
    let criteria = Catalogue::embedded().security_exceptions.on(TODAY).expect("an edition").criteria.iter();
    let judged: Vec<Judgement> = criteria
        .filter(|criterion| criterion.human_judgement)
        .map(|criterion| judgement(criterion.id.as_str(), true, date(2026, 11, 18)))
        .collect();
    for practice in &mut content.practices {
        practice.judgements.clone_from(&judged);
    }
    content
}

pub fn judgement(criterion: &str, met: bool, on: Date) -> Judgement {
    Judgement {
        criterion: criterion.into(),
        met,
        by: PersonNumber::from("P-002"),
        on,
        reason: "Looked at the records.".to_owned(),
    }
}

pub fn run(content: &Content, practice: &str, on: Date) -> Check {
    let practice =
        content.practices.iter().find(|one| one.number.as_str() == practice).expect("the practice");
    check::check(Catalogue::embedded(), content, practice, on).expect("an edition")
}

pub fn finding<'c>(check: &'c Check, id: &str) -> &'c CriterionFinding {
    check.criteria.iter().find(|one| one.id.as_str() == id).unwrap_or_else(|| panic!("{id} is not asked"))
}

/// Ids of the criteria with a result.
pub fn with_result(check: &Check, result: CriterionResult) -> Vec<&str> {
    check.criteria.iter().filter(|one| one.result == result).map(|one| one.id.as_str()).collect()
}

pub fn practice<'c>(content: &'c mut Content, number: &str) -> &'c mut Practice {
    content.practices.iter_mut().find(|one| one.number.as_str() == number).expect("the practice")
}

pub fn case(content: &mut Content) -> &mut CaseDetermination {
    match practice(content, E).basis.as_mut() {
        Some(Basis::Case(case)) => case,
        _ => panic!("PR-0002 rests on a case"),
    }
}

pub fn policy<'c>(content: &'c mut Content, number: &str) -> &'c mut Policy {
    content.policies.iter_mut().find(|one| one.number.as_str() == number).expect("the policy")
}

/// The version of POL-25 that PR-0001 implements.
pub fn version(content: &mut Content) -> &mut PolicyVersion {
    &mut policy(content, "POL-25").versions[0]
}

pub fn assessment(content: &mut Content) -> &mut Assessment {
    &mut content.assessments[0]
}

pub fn risk(content: &mut Content) -> &mut Risk {
    &mut content.assessments[0].risks[0]
}
