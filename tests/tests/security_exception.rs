//! 45 CFR 171.203(d) on the sample clinic: what each condition rests on, and what a new edition of a rule changes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod removal;

use jiff::civil::{Date, date};
use removal::{REMOVALS, Removal, version};
use riskwright_app::{provision, sample};
use riskwright_domain::catalogue::{
    Catalogue, Criterion, CriterionBasis, CriterionResult, ResultState, embedded, read,
};
use riskwright_domain::practice::check::{Check, CriterionFinding, check};
use riskwright_domain::workspace::Content;
use std::collections::BTreeSet;
use std::sync::LazyLock;

const TODAY: Date = date(2026, 11, 21);
const PRACTICE: &str = "PR-0001";

/// The sample as a workspace holds it: approved versions are sealed.
fn content() -> Content {
    static PREPARED: LazyLock<Content> =
        LazyLock::new(|| provision::prepared(sample::content().unwrap()).unwrap());
    PREPARED.clone()
}

fn checked(catalogue: &Catalogue, content: &Content, number: &str, on: Date) -> Check {
    let practice = content.practices.iter().find(|one| one.number.as_str() == number).unwrap();
    check(catalogue, content, practice, on).unwrap()
}

fn run(content: &Content) -> Check {
    checked(Catalogue::embedded(), content, PRACTICE, TODAY)
}

fn criterion(id: &str) -> &'static Criterion {
    Catalogue::embedded().security_exceptions.on(TODAY).unwrap().criteria.get(id).unwrap()
}

fn without(removal: &Removal) -> (Content, Check) {
    let mut changed = content();
    let before = changed.clone();
    (removal.make)(&mut changed);
    assert_ne!(changed, before, "{} removes nothing", removal.what);
    let check = run(&changed);
    (changed, check)
}

/// The criteria that count, are asked and are not met.
fn blocking_faults(check: &Check) -> Vec<&str> {
    let faults = check.criteria.iter().filter(|one| one.blocking && one.result == CriterionResult::NotMet);
    faults.map(|one| one.id.as_str()).collect()
}

/// What requires the criterion, directly or through others, among those asked.
fn dependents(check: &Check, root: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::from([root.to_owned()]);
    for _ in &check.criteria {
        let asked = check.criteria.iter().map(|one| criterion(one.id.as_str()));
        let waiting = asked.filter(|one| one.requires.iter().any(|id| found.contains(id.as_str())));
        let waiting: Vec<String> = waiting.map(|one| one.id.to_string()).collect();
        found.extend(waiting);
    }
    found.remove(root);
    found
}

#[test]
fn the_sample_practice_is_supported_as_it_stands() {
    let check = run(&content());
    assert_eq!(
        (check.conclusion, check.rule_edition.as_str()),
        (ResultState::Supported, "171.203/2020-11-04")
    );
    assert!(check.criteria.iter().all(|one| one.result == CriterionResult::Met));
}

#[test]
fn each_thing_that_d_1_to_4_need_is_removed_in_turn() {
    let tried: BTreeSet<&str> = REMOVALS.iter().map(|removal| removal.root).collect();
    let asked = run(&content()).criteria;
    let of_policy = |one: &&CriterionFinding| one.blocking && one.paragraph.starts_with("171.203(d)");
    let needed: BTreeSet<&str> = asked.iter().filter(of_policy).map(|one| one.id.as_str()).collect();
    assert_eq!(tried, needed);
}

#[test]
fn without_it_the_practice_is_not_supported_and_exactly_that_is_named() {
    for removal in REMOVALS {
        let (_, check) = without(removal);
        assert_eq!(check.conclusion, ResultState::NotSupported, "{}", removal.what);
        assert_eq!(blocking_faults(&check), [removal.root], "{}", removal.what);
    }
}

#[test]
fn what_depends_on_it_waits_for_it_and_for_nothing_else() {
    for removal in REMOVALS {
        let (_, check) = without(removal);
        let expected = dependents(&check, removal.root);
        let waiting = check.criteria.iter().filter(|one| one.result == CriterionResult::NotApplicable);
        let waiting: Vec<&CriterionFinding> = waiting.collect();
        let ids: BTreeSet<String> = waiting.iter().map(|one| one.id.to_string()).collect();
        assert_eq!(ids, expected, "{}", removal.what);
        for one in waiting {
            assert_eq!(one.waits_for, [removal.root.into()], "{}, {}", removal.what, one.id);
        }
    }
}

#[test]
fn whatever_does_not_depend_on_it_is_answered_as_before() {
    let before = run(&content());
    for removal in REMOVALS {
        let (_, check) = without(removal);
        let touched = dependents(&check, removal.root);
        let others = check.criteria.iter().zip(&before.criteria).filter(|(now, _)| {
            now.id.as_str() != removal.root
                && !touched.contains(now.id.as_str())
                && now.basis != CriterionBasis::ProductRule
        });
        for (now, then) in others {
            assert_eq!((&now.id, now.result), (&then.id, then.result), "{}", removal.what);
        }
    }
}

#[test]
fn the_fault_is_told_with_its_cure_and_the_place_of_the_cure() {
    for removal in REMOVALS {
        let (_, check) = without(removal);
        let fault = check.criteria.iter().find(|one| one.id.as_str() == removal.root).unwrap();
        assert!(fault.fix.as_ref().is_some_and(|fix| fix.len() > 15), "{}: {fault:?}", removal.what);
        assert!(fault.fix_target.is_some(), "{}", removal.what);
        assert!(check.words.starts_with("Not supported yet"), "{}: {}", removal.what, check.words);
    }
}

#[test]
fn other_practices_are_answered_as_before() {
    let before = content();
    for removal in REMOVALS {
        let (changed, _) = without(removal);
        for number in ["PR-0002", "PR-0003", "PR-0004"] {
            let conclusion = |content| checked(Catalogue::embedded(), content, number, TODAY).conclusion;
            assert_eq!(conclusion(&changed), conclusion(&before), "{}, {number}", removal.what);
        }
    }
}

/// The embedded catalogue with one file changed or added.
fn catalogue_with(name: &'static str, text: &str) -> Catalogue {
    let mut files = embedded::FILES.to_vec();
    files.retain(|(known, _)| *known != name);
    files.push((name, text));
    let (catalogue, problems) = read(&files);
    assert_eq!(problems, [], "the changed catalogue has no faults");
    catalogue
}

fn embedded_text(name: &str) -> &'static str {
    embedded::FILES.iter().find(|(known, _)| *known == name).unwrap().1
}

#[test]
fn a_proposed_rule_with_a_day_takes_effect_on_that_day_and_changes_what_it_names() {
    let name = "part-171/hti-5-proposed/edition.yaml";
    let in_force = "status: in_force\neffective_from: '2026-11-20'";
    let text = embedded_text(name).replacen("status: proposed", in_force, 1);
    assert_ne!(text, embedded_text(name));
    let changed = catalogue_with(name, &text);
    let count =
        |catalogue: &Catalogue, on: Date| catalogue.exception_sets.on(on).unwrap().exceptions.iter().count();
    let (eve, day) = (date(2026, 11, 19), date(2026, 11, 20));
    assert_eq!([count(&changed, eve), count(&changed, day)], [10, 9]);
    assert_eq!([count(Catalogue::embedded(), eve), count(Catalogue::embedded(), day)], [10, 10]);
    let gone = |on: Date| changed.exception_sets.on(on).unwrap().exceptions.get("EX-403").is_none();
    assert_eq!([gone(eve), gone(day)], [false, true]);
}

#[test]
fn a_proposed_rule_that_leaves_the_section_alone_changes_no_result() {
    let name = "part-171/hti-5-proposed/edition.yaml";
    let in_force = "status: in_force\neffective_from: '2026-11-20'";
    let changed = catalogue_with(name, &embedded_text(name).replacen("status: proposed", in_force, 1));
    let content = content();
    for practice in &content.practices {
        let number = practice.number.as_str();
        let now = checked(&changed, &content, number, TODAY);
        assert_eq!(now, checked(Catalogue::embedded(), &content, number, TODAY), "{number}");
    }
}

/// An edition of 171.203 that makes a condition of what the product only advises: free of vague words.
fn stricter(status: &str) -> Catalogue {
    let text = format!(
        "id: 171.203/stricter\nrule: '171.203'\ntitle: Security exception, stricter\ncitation: 45 CFR 171.203\n\
         status: {status}\nbased_on: 171.203/2020-11-04\nsource: A text made for this test\n\
         confirmed_on: '2026-09-17'\nchanges:\n  - set: {{id: SE-d4-words, basis: law_with_product_threshold, \
         blocking: true}}\n    summary: Vague words for time are no longer only advised against.\n"
    );
    catalogue_with("171.203/stricter/edition.yaml", &text)
}

/// The sample with one vague word in a statement of POL-25 that the practice does not implement.
fn with_vague_word() -> Content {
    let mut content = content();
    version(&mut content).statements[0].text = "IT Lead shall limit each client promptly.".to_owned();
    content
}

#[test]
fn a_stricter_edition_in_force_changes_exactly_what_it_says_from_its_day() {
    let catalogue = stricter("in_force\neffective_from: '2026-11-20'");
    let content = with_vague_word();
    let eve = date(2026, 11, 19);
    let old = checked(Catalogue::embedded(), &content, PRACTICE, eve);
    assert_eq!(checked(&catalogue, &content, PRACTICE, eve), old, "the day before nothing changes");
    let (old, new) = (run(&content), checked(&catalogue, &content, PRACTICE, TODAY));
    assert_eq!((old.conclusion, new.conclusion), (ResultState::Supported, ResultState::NotSupported));
    assert_eq!((new.rule_edition.as_str(), blocking_faults(&new)), ("171.203/stricter", vec!["SE-d4-words"]));
    let mut expected = old.criteria;
    let changed = expected.iter_mut().find(|one| one.id.as_str() == "SE-d4-words").unwrap();
    assert_eq!(changed.result, CriterionResult::NotMet);
    (changed.basis, changed.blocking) = (CriterionBasis::LawWithProductThreshold, true);
    assert_eq!(new.criteria, expected);
}

#[test]
fn the_same_edition_only_proposed_changes_nothing() {
    let catalogue = stricter("proposed");
    assert!(catalogue.security_exceptions.get("171.203/stricter").is_some(), "it is read and can be shown");
    let content = with_vague_word();
    assert_eq!(checked(&catalogue, &content, PRACTICE, TODAY), run(&content));
}
