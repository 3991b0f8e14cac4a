//! Each criterion broken alone: its root is named, what depends on it waits, and only the law's criteria count.

use crate::break_case::CASE;
use crate::break_common::COMMON;
use crate::break_policy::POLICY;
use crate::builder::{D, E, TODAY, finding, run, supported, with_result};
use riskwright_domain::catalogue::{Catalogue, Criterion, CriterionBasis, CriterionResult, ResultState};
use riskwright_domain::practice::check::{Check, CriterionFinding};
use riskwright_domain::workspace::Content;
use std::collections::BTreeSet;

/// A break: the criterion, the practice it is seen on, and what is done to the content.
pub type Break = (&'static str, &'static str, fn(&mut Content));

fn all() -> impl Iterator<Item = &'static Break> {
    COMMON.iter().chain(POLICY).chain(CASE)
}

fn criterion(id: &str) -> &'static Criterion {
    Catalogue::embedded().security_exceptions.on(TODAY).unwrap().criteria.get(id).unwrap()
}

/// The criteria that require the broken one, directly or through others, among those asked.
fn dependents(check: &Check, root: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::from([root.to_owned()]);
    for _ in &check.criteria {
        let waiting = check.criteria.iter().map(|one| criterion(one.id.as_str()));
        let waiting = waiting.filter(|one| one.requires.iter().any(|id| found.contains(id.as_str())));
        let waiting: Vec<String> = waiting.map(|one| one.id.to_string()).collect();
        found.extend(waiting);
    }
    found.remove(root);
    found
}

/// A basic question that is answered so that the check ends is settled apart.
fn ends(conclusion: ResultState) -> bool {
    matches!(conclusion, ResultState::OutsideDefinition | ResultState::NotAssessed)
}

fn broken((id, number, change): &Break) -> Check {
    let mut content = supported();
    change(&mut content);
    assert_ne!(content, supported(), "{id} on {number} changes nothing");
    run(&content, number, TODAY)
}

#[test]
fn every_criterion_is_broken_on_every_path_it_is_asked_on() {
    let content = supported();
    for number in [D, E] {
        let asked: BTreeSet<String> =
            run(&content, number, TODAY).criteria.iter().map(|one| one.id.to_string()).collect();
        let tried: BTreeSet<String> =
            all().filter(|(_, seen, _)| *seen == number).map(|(id, ..)| (*id).to_owned()).collect();
        assert_eq!(asked, tried, "{number}");
    }
}

#[test]
fn exactly_the_root_is_named_and_what_depends_on_it_waits() {
    for case in all() {
        let (id, number, _) = case;
        let check = broken(case);
        assert_eq!(with_result(&check, CriterionResult::NotMet), [*id], "{id} on {number}");
        let waits: BTreeSet<String> = check
            .criteria
            .iter()
            .filter(|one| !one.waits_for.is_empty())
            .map(|one| one.id.to_string())
            .collect();
        let product = criterion(id).basis == CriterionBasis::ProductRule;
        let expected = if product { BTreeSet::new() } else { dependents(&check, id) };
        assert_eq!(waits, expected, "{id} on {number}");
        let names_root = |one: &&CriterionFinding| {
            one.waits_for == [(*id).into()] && one.result == CriterionResult::NotApplicable
        };
        let waiting: Vec<_> = check.criteria.iter().filter(|one| !one.waits_for.is_empty()).collect();
        assert!(waiting.iter().all(names_root), "{id} on {number}: {waiting:#?}");
        assert!(waiting.iter().all(|one| one.fix.is_none() && one.evidence.is_empty()), "{id} on {number}");
    }
}

#[test]
fn the_fault_comes_with_its_words_and_its_cure() {
    for case in all() {
        let check = broken(case);
        let fault = finding(&check, case.0);
        let fix = fault.fix.as_deref().unwrap_or_default();
        assert!(fix.chars().count() > 15 && fix.ends_with(['.', ':']), "{}: {fix:?}", case.0);
        assert!(
            fault.fix_target.is_some() && fault.explanation.ends_with('.'),
            "{}: {}",
            case.0,
            fault.explanation
        );
    }
}

#[test]
fn a_blocking_fault_ends_support_and_a_product_rule_never_does() {
    for case in all() {
        let (id, number, _) = case;
        let check = broken(case);
        let known = criterion(id);
        let expected = match known.basis {
            CriterionBasis::ProductRule => ResultState::Supported,
            _ if *id == "SE-0-a" => ResultState::OutsideDefinition,
            _ if ["SE-0-b", "SE-0-2", "SE-0-3"].contains(id) => ResultState::NotAssessed,
            _ => ResultState::NotSupported,
        };
        assert_eq!(check.conclusion, expected, "{id} on {number}");
        assert!(
            known.blocking || known.basis == CriterionBasis::ProductRule || ends(check.conclusion),
            "{id}"
        );
    }
}
