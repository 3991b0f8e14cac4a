//! Which criteria are asked, and that each has a predicate.

use crate::builder::{D, E, TODAY, practice, run, supported, with_result};
use riskwright_domain::catalogue::{Catalogue, CriterionResult, ResultState};
use riskwright_domain::practice::check::predicate::{PREDICATES, missing_predicates};
use riskwright_domain::practice::check::{FixTarget, Path};
use std::collections::BTreeSet;

#[test]
fn every_criterion_has_a_predicate_and_every_predicate_a_criterion() {
    let criteria = &Catalogue::embedded().security_exceptions.on(TODAY).unwrap().criteria;
    let asked: BTreeSet<&str> = criteria.iter().map(|criterion| criterion.id.as_str()).collect();
    let answered: BTreeSet<&str> = PREDICATES.iter().map(|(id, _)| *id).collect();
    assert_eq!(asked.len(), 46);
    assert_eq!(asked, answered);
    assert_eq!(PREDICATES.len(), answered.len(), "each id once");
    assert_eq!(missing_predicates(criteria), Vec::new());
}

#[test]
fn an_unknown_criterion_is_named_as_missing() {
    let criteria = &Catalogue::embedded().security_exceptions.on(TODAY).unwrap().criteria;
    let mut unknown = criteria.get("SE-c-5").unwrap().clone();
    unknown.id = "SE-c-9".into();
    let missing = missing_predicates(criteria.iter().chain([&unknown]));
    assert_eq!(missing, vec!["SE-c-9".into()]);
}

#[test]
fn the_facts_choose_38_criteria_for_a_policy_and_28_for_a_case() {
    let content = supported();
    let (d, e) = (run(&content, D, TODAY), run(&content, E, TODAY));
    assert_eq!((d.path, d.criteria.len()), (Some(Path::D), 38));
    assert_eq!((e.path, e.criteria.len()), (Some(Path::E), 28));
}

#[test]
fn both_samples_are_supported_with_every_criterion_met_on_some_evidence() {
    let content = supported();
    for number in [D, E] {
        let check = run(&content, number, TODAY);
        let open: Vec<_> = check.criteria.iter().filter(|one| one.result != CriterionResult::Met).collect();
        assert!(open.is_empty(), "{number}: {open:#?}");
        assert_eq!(check.conclusion, ResultState::Supported);
        for one in &check.criteria {
            assert!(!one.evidence.is_empty() && !one.explanation.is_empty() && one.fix.is_none(), "{one:#?}");
        }
    }
}

#[test]
fn without_a_basis_neither_path_is_asked_and_the_cure_is_to_say_it() {
    let mut content = supported();
    practice(&mut content, D).basis = None;
    let check = run(&content, D, TODAY);
    assert_eq!((check.path, check.criteria.len()), (None, 20));
    assert_eq!(check.conclusion, ResultState::NotAssessed);
    assert!(check.fix.unwrap().starts_with("Say what the practice rests on"));
    let target = FixTarget::Practice { practice: D.into(), field: "basis".to_owned() };
    assert_eq!(check.fix_target, Some(target));
}

#[test]
fn a_failed_policy_path_does_not_fall_back_to_the_case_path() {
    let mut content = supported();
    content.policies.clear();
    let check = run(&content, D, TODAY);
    assert_eq!((check.path, check.conclusion), (Some(Path::D), ResultState::NotSupported));
    assert!(with_result(&check, CriterionResult::NotMet).contains(&"SE-d-1"));
    assert!(check.criteria.iter().all(|one| !one.id.as_str().starts_with("SE-e")));
}
