//! Criteria come from the edition in force on the day; a proposal changes nothing until it has a day.

use crate::builder::{D, TODAY, practice, run, supported};
use jiff::civil::{Date, date};
use riskwright_domain::catalogue::{
    Catalogue, CatalogueProblem, CatalogueProblemCode, CriterionResult, ResultState, embedded, read,
};
use riskwright_domain::practice::check::{self, Check, CheckError};
use riskwright_domain::workspace::Content;

const FIRST: Date = date(2026, 11, 20);
const HEADER: &str = "id: 171.203/trial
rule: '171.203'
title: Security exception, trial
citation: 45 CFR 171.203
status: STATUS
based_on: 171.203/2020-11-04
source: A text made for this test
confirmed_on: '2026-09-17'
counts:
  security_exception.yaml:
    criteria: 45
    blocking: 31
    by_basis: {law: 7, reading: 8, law_with_product_threshold: 21, product_rule: 9}
    by_path: {both: 19, organizational_policy: 18, case_by_case: 8}
    automatic_only: 20
changes:
  - remove: SE-c-5
    summary: Training is no longer asked.
  - set: {id: SE-b-5, basis: law_with_product_threshold, blocking: true}
    summary: Less restrictive options become a condition.
";

/// The catalogue with one more edition, in force from a day or proposed.
fn with_trial(status: &str) -> Catalogue {
    let header = HEADER.replace("STATUS", status);
    let mut files = embedded::FILES.to_vec();
    files.push(("171.203/trial/edition.yaml", &header));
    read(&files).0
}

fn under(catalogue: &Catalogue, content: &Content, on: Date) -> Check {
    let practice = content.practices.iter().find(|one| one.number.as_str() == D).unwrap();
    check::check(catalogue, content, practice, on).unwrap()
}

fn without_alternatives() -> Content {
    let mut content = supported();
    practice(&mut content, D).alternatives.clear();
    content
}

#[test]
fn a_proposed_edition_changes_no_result() {
    let catalogue = with_trial("proposed");
    assert!(catalogue.security_exceptions.get("171.203/trial").is_some(), "the proposal is read");
    let content = without_alternatives();
    assert_eq!(under(&catalogue, &content, TODAY), run(&content, D, TODAY));
}

#[test]
fn the_same_edition_with_a_day_changes_exactly_what_it_says_from_that_day() {
    let catalogue = with_trial("in_force\neffective_from: '2026-11-20'");
    let content = without_alternatives();
    let before = run(&content, D, FIRST.yesterday().unwrap());
    assert_eq!(under(&catalogue, &content, FIRST.yesterday().unwrap()), before);
    let (old, new) = (run(&content, D, FIRST), under(&catalogue, &content, FIRST));
    assert_eq!((old.conclusion, new.conclusion), (ResultState::Supported, ResultState::NotSupported));
    assert_eq!(new.rule_edition, "171.203/trial");
    let mut expected = old.criteria.clone();
    expected.retain(|one| one.id.as_str() != "SE-c-5");
    let changed = expected.iter_mut().find(|one| one.id.as_str() == "SE-b-5").unwrap();
    assert_eq!(changed.result, CriterionResult::NotMet);
    changed.basis = riskwright_domain::catalogue::CriterionBasis::LawWithProductThreshold;
    changed.blocking = true;
    assert_eq!(new.criteria, expected);
}

#[test]
fn a_criterion_that_the_program_cannot_answer_is_an_error_and_never_a_pass() {
    let unknown = "  - add: {id: SE-c-9, paragraph: 171.203(c), applies_to_path: both, question: 'New?', \
                   evidence_required: [x], automatic_check: new, human_judgement: false, blocking: true, basis: law}\n";
    let header = HEADER.replace("STATUS", "in_force\neffective_from: '2026-11-20'") + unknown;
    let mut files = embedded::FILES.to_vec();
    files.push(("171.203/trial/edition.yaml", &header));
    let (catalogue, problems) = read(&files);
    let unanswered = |one: &CatalogueProblem| {
        one.item.as_deref() == Some("SE-c-9") && one.code == CatalogueProblemCode::NoPredicate
    };
    assert_eq!(problems.iter().filter(|one| unanswered(one)).count(), 1, "{problems:#?}");
    let content = supported();
    let result = check::check(&catalogue, &content, &content.practices[0], TODAY);
    assert_eq!(result, Err(CheckError::NoPredicate { ids: vec!["SE-c-9".into()] }));
}

#[test]
fn a_day_before_any_edition_is_an_error() {
    let content = supported();
    let result = check::check(Catalogue::embedded(), &content, &content.practices[0], date(2020, 11, 3));
    let expected = CheckError::NoEdition { on: date(2020, 11, 3), earliest: Some(date(2020, 11, 4)) };
    assert_eq!(result, Err(expected));
}
