//! A small content in which every criterion is met: PR-0001 on path (d), PR-0002 on path (e).
#![allow(dead_code)]

use jiff::civil::{Date, date};
use riskwright_domain::assessment::{
    AddressableDecision, Assessment, FactorAnswer, SafeguardState, SafeguardStatus, ThreatAnswer,
    ThreatDisposition,
};
use riskwright_domain::catalogue::{AnswerType, Catalogue, Column, ColumnKind, Designation, Question};
use riskwright_domain::number::PersonNumber;
use riskwright_domain::organization::{Complexity, SizeBand};
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

/// The sample with every threat decided, every safeguard in place and every question answered.
pub fn complete() -> Content {
    let mut content = supported();
    let catalogue = Catalogue::embedded();
    let rule = catalogue.security_rules.on(TODAY).unwrap();
    let other =
        catalogue.threat_catalogues.latest().unwrap().threats.iter().filter(|one| one.id.as_str() != "T-047");
    let excluded = other.map(|threat| ThreatDisposition {
        threat: threat.id.clone(),
        answer: ThreatAnswer::NotApplicable,
        reason: Some("The clinic has nothing of the kind.".to_owned()),
        carried: false,
    });
    assessment(&mut content).threats.extend(excluded);
    let statuses = rule.safeguards.iter().map(|item| SafeguardStatus {
        safeguard: item.citation.clone(),
        status: SafeguardState::InPlace,
        note: "In place.".to_owned(),
        policies: Vec::new(),
        evidence: Vec::new(),
        owner: None,
        due: None,
        carried: false,
    });
    assessment(&mut content).safeguards = statuses.collect();
    let addressable = rule.safeguards.iter().filter(|item| item.designation == Designation::Addressable);
    assessment(&mut content).decisions = addressable.map(|item| decision(item.citation.as_str())).collect();
    let questions = rule.factors.iter().flat_map(|factor| &factor.questions);
    let own = questions.filter(|one| one.answered_in.is_none() || one.has_mark());
    assessment(&mut content).answers = own.map(answered).collect();
    content.organization.size_band = Some(SizeBand::SmallPractice);
    content.organization.complexity = vec![Complexity::Telehealth];
    content
}

/// An answer in which nothing is missing.
pub fn answered(question: &Question) -> FactorAnswer {
    let row = |columns: &[Column]| columns.iter().map(|one| (one.id.clone(), value(one))).collect();
    let yes_no = (question.answer_type == AnswerType::BooleanExplain).then(|| "yes".to_owned());
    let rows = !question.columns.is_empty();
    let words = matches!(question.answer_type, AnswerType::Text | AnswerType::BooleanExplain);
    FactorAnswer {
        question: question.id.clone(),
        answer: if words && question.answered_in.is_none() { "Answered.".to_owned() } else { String::new() },
        choices: question.options.first().cloned().or(yes_no).into_iter().collect(),
        rows: rows.then(|| row(&question.columns)).into_iter().collect(),
        complete: question.has_mark(),
        not_applicable: None,
        evidence: Vec::new(),
        carried: false,
        by: "P-001".into(),
        on: date(2026, 2, 1),
    }
}

fn value(column: &Column) -> String {
    let value = match column.kind {
        ColumnKind::Text => "As it is",
        ColumnKind::Number => "3",
        ColumnKind::Money => "1000",
        ColumnKind::Percentage => "100",
        ColumnKind::Date => "2026-01-15",
        ColumnKind::Person => "P-001",
        ColumnKind::Asset => "A-001",
        ColumnKind::Choice => "no",
    };
    value.to_owned()
}

pub fn decision(specification: &str) -> AddressableDecision {
    let text = || "As weighed in the autumn by those concerned.".to_owned();
    AddressableDecision {
        specification: specification.into(),
        contribution: text(),
        size: text(),
        infrastructure: text(),
        cost: text(),
        probability: text(),
        reasonable: true,
        rationale: text(),
        risks: Vec::new(),
        cost_is_main_reason: false,
        implemented_by: Some(date(2027, 1, 31)),
        no_alternative_reason: None,
        alternative: None,
        policy: None,
        approval: None,
        review_on: Some(date(2027, 6, 30)),
        carried: false,
    }
}
