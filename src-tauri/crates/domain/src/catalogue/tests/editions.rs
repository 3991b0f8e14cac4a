//! Which edition holds on which day, and what a proposal does once it is law.

use super::{edited, read_owned, shown, sound};
use crate::catalogue::*;
use jiff::civil::{Date, date};

const HTI_5: &str = "part-171/hti-5-proposed/edition.yaml";

#[test]
fn rules_on_a_day_name_their_editions() {
    let ids = Catalogue::embedded().rules_on(date(2026, 9, 17)).unwrap().edition_ids();
    assert_eq!(ids.security_rule, "164-subpart-c/2013-03-26");
    assert_eq!(ids.security_exception, "171.203/2020-11-04");
    assert_eq!(ids.exceptions, "part-171/2024-12-17");
}

#[test]
fn a_day_before_any_edition_is_an_error_that_names_every_rule_without_one() {
    let missing = |day: Date| {
        let error = Catalogue::embedded().rules_on(day).unwrap_err();
        assert_eq!(error.date, day);
        error.missing.into_iter().map(|each| (each.rule, each.earliest)).collect::<Vec<_>>()
    };
    let exceptions = ("part-171".to_owned(), Some(date(2024, 12, 17)));
    let security = ("171.203".to_owned(), Some(date(2020, 11, 4)));
    let rule = ("164-subpart-c".to_owned(), Some(date(2013, 3, 26)));
    assert_eq!(missing(date(2024, 12, 16)), std::slice::from_ref(&exceptions));
    assert_eq!(missing(date(2020, 11, 3)), [security.clone(), exceptions.clone()]);
    assert_eq!(missing(date(2013, 3, 25)), [rule, security, exceptions]);
    assert!(Catalogue::embedded().rules_on(date(2024, 12, 17)).is_ok(), "the first day counts");
}

#[test]
fn an_empty_catalogue_has_no_edition_on_any_day() {
    let (catalogue, problems) = read(&[]);
    assert_eq!(problems, vec![]);
    let missing = catalogue.rules_on(date(2026, 9, 17)).unwrap_err().missing;
    assert_eq!(missing.len(), 3);
    assert!(missing.iter().all(|each| each.earliest.is_none()));
}

#[test]
fn a_proposal_is_listed_but_never_in_force() {
    let catalogue = Catalogue::embedded();
    let proposals: Vec<&str> = catalogue
        .editions()
        .into_iter()
        .filter(|edition| edition.status == EditionStatus::Proposed)
        .map(|edition| edition.id.as_str())
        .collect();
    assert_eq!(proposals, ["164-subpart-c/90-fr-898-proposed", "part-171/hti-5-proposed"]);
    assert_eq!(catalogue.rules_on(date(2099, 1, 1)).unwrap().exceptions.exceptions.len(), 10);
    let changes = catalogue.proposed_changes("EX-403");
    assert!(matches!(changes.as_slice(), [(edition, change)]
        if edition.citation.starts_with("90 FR 60970") && change.kind == ChangeKind::Remove));
    assert_eq!(catalogue.proposed_changes("EX-203"), vec![], "HTI-5 leaves the Security Exception alone");
}

#[test]
fn a_day_alone_does_not_put_a_proposal_in_force() {
    let files = edited(&[(HTI_5, "status: proposed\n", "status: proposed\neffective_from: '2027-01-01'\n")]);
    let catalogue = sound(&files);
    assert_eq!(catalogue.rules_on(date(2027, 6, 1)).unwrap().exceptions.edition.id, "part-171/2024-12-17");
}

fn with_hti_5_in_force() -> Catalogue {
    sound(&edited(&[(HTI_5, "status: proposed\n", "status: in_force\neffective_from: '2027-01-01'\n")]))
}

#[test]
fn hti_5_in_force_changes_exactly_what_it_proposes() {
    let catalogue = with_hti_5_in_force();
    let before = catalogue.rules_on(date(2026, 12, 31)).unwrap();
    let after = catalogue.rules_on(date(2027, 1, 1)).unwrap();
    assert_eq!(before.exceptions.exceptions.len(), 10);
    assert_eq!(after.exceptions.exceptions.len(), 9);
    assert_eq!(after.exceptions.edition.id, "part-171/hti-5-proposed");
    for exception in &before.exceptions.exceptions {
        let now = after.exceptions.exceptions.get(&exception.id);
        match exception.id.as_str() {
            "EX-403" => assert_eq!(now, None),
            "EX-204" | "EX-301" => assert_ne!(now, Some(exception), "{}", exception.id),
            _ => assert_eq!(now, Some(exception), "{}", exception.id),
        }
    }
    let infeasibility = after.exceptions.exceptions.get("EX-204").unwrap();
    assert!(infeasibility.conditions.iter().all(|condition| !condition.starts_with("(a)(3)")));
    assert!(infeasibility.conditions.iter().any(|condition| condition.contains("no analogous access")));
    let manner = after.exceptions.exceptions.get("EX-301").unwrap();
    assert!(manner.conditions.iter().any(|condition| condition.contains("market rate")));
    assert_eq!(before.security_exception, after.security_exception, "the criteria of 171.203 stay");
    assert_eq!(before.security_rule, after.security_rule);
}

#[test]
fn hti_5_in_force_leaves_earlier_days_as_they_were() {
    let catalogue = with_hti_5_in_force();
    let day = date(2026, 12, 31);
    let now = Catalogue::embedded().rules_on(day).unwrap();
    let then = catalogue.rules_on(day).unwrap();
    assert_eq!(then.exceptions.exceptions, now.exceptions.exceptions);
    assert_eq!(then.exceptions.edition.effective_to, Some(day), "the open edition ends on the eve");
    assert_eq!(now.exceptions.edition.effective_to, None);
}

const BASE: &str = "\
id: 171.203/future
rule: '171.203'
title: Security exception
citation: 45 CFR 171.203
status: in_force
effective_from: '2028-02-01'
based_on: 171.203/2020-11-04
source: Federal Register
confirmed_on: '2028-01-01'
";

/// The embedded files and an edition of 171.203 with these changes, in force from 1 February 2028.
fn with_changes(changes: &str) -> Vec<(String, String)> {
    let mut files = edited(&[]);
    files.push(("171.203/future/edition.yaml".to_owned(), format!("{BASE}{changes}")));
    files
}

#[test]
fn changes_to_criteria_touch_exactly_those_criteria() {
    let changes = "\
changes:
  - set: {id: SE-b-5, blocking: true, note: null}
  - remove: SE-c-5
  - add:
      id: SE-c-6
      paragraph: 171.203(c)
      applies_to_path: both
      question: Is a new thing done?
      evidence_required: []
      automatic_check: present
      human_judgement: false
      blocking: true
      basis: law
      requires: [SE-c-1]
";
    let (catalogue, problems) = read_owned(&with_changes(changes));
    let problems: Vec<String> = problems.iter().map(shown).collect();
    assert_eq!(problems, ["171.203/future/edition.yaml | SE-c-6 | id | NoPredicate"]);
    let before = catalogue.rules_on(date(2028, 1, 31)).unwrap().security_exception;
    let after = catalogue.rules_on(date(2028, 2, 1)).unwrap().security_exception;
    assert_eq!(after.criteria.len(), 46);
    assert!(after.criteria.contains("SE-c-6"));
    for criterion in &before.criteria {
        let now = after.criteria.get(criterion.id.as_str());
        match criterion.id.as_str() {
            "SE-c-5" => assert_eq!(now, None),
            "SE-b-5" => assert_eq!(now, Some(&Criterion { blocking: true, ..criterion.clone() })),
            _ => assert_eq!(now, Some(criterion)),
        }
    }
    assert_eq!(before.concepts, after.concepts);
    assert_eq!(before.practice_types, after.practice_types);
    let kinds: Vec<ChangeKind> = after.edition.changes.iter().map(|change| change.kind).collect();
    assert_eq!(kinds, [ChangeKind::Set, ChangeKind::Remove, ChangeKind::Add]);
}

#[test]
fn an_edition_may_be_based_on_one_that_is_itself_made_of_changes() {
    let mut files = with_changes("changes: [{remove: SE-c-5}]\n");
    let later =
        BASE.replace("171.203/future", "171.203/later").replace("171.203/2020-11-04", "171.203/future");
    let later = later.replace("2028-02-01", "2029-01-01");
    files.push(("171.203/later/edition.yaml".to_owned(), format!("{later}changes: [{{remove: SE-b-5}}]\n")));
    let catalogue = sound(&files);
    let count = |day| catalogue.rules_on(day).unwrap().security_exception.criteria.len();
    assert_eq!(count(date(2028, 1, 31)), 46);
    assert_eq!(count(date(2028, 2, 1)), 45);
    assert_eq!(count(date(2028, 12, 31)), 45);
    assert_eq!(count(date(2029, 1, 1)), 44);
}

#[test]
fn status_and_dates_decide_what_was_in_force() {
    let day = date(2026, 5, 1);
    let cases = [
        (EditionStatus::InForce, Some(date(2026, 5, 1)), None, true),
        (EditionStatus::InForce, Some(date(2026, 5, 2)), None, false),
        (EditionStatus::InForce, None, None, false),
        (EditionStatus::Superseded, Some(date(2020, 1, 1)), Some(date(2026, 5, 1)), true),
        (EditionStatus::Superseded, Some(date(2020, 1, 1)), Some(date(2026, 4, 30)), false),
        (EditionStatus::Proposed, Some(date(2020, 1, 1)), None, false),
        (EditionStatus::Withdrawn, Some(date(2020, 1, 1)), None, false),
    ];
    for (status, effective_from, effective_to, expected) in cases {
        let edition = RuleEdition { status, effective_from, effective_to, ..RuleEdition::default() };
        assert_eq!(edition.in_force_on(day), expected, "{status:?} {effective_from:?} {effective_to:?}");
    }
}
