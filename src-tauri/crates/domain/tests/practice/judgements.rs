//! What a person's judgement does, whose counts, and from when.

use crate::builder::{D, TODAY, finding, judgement, practice, run, supported};
use jiff::civil::date;
use riskwright_domain::catalogue::{Catalogue, CriterionResult, ResultState};
use riskwright_domain::practice::check::FixTarget;

fn result(judgements: Vec<riskwright_domain::practice::Judgement>) -> CriterionResult {
    let mut content = supported();
    practice(&mut content, D).judgements.retain(|one| one.criterion.as_str() != "SE-c-1");
    practice(&mut content, D).judgements.extend(judgements);
    finding(&run(&content, D, TODAY), "SE-c-1").result
}

#[test]
fn the_latest_judgement_by_the_day_counts() {
    let early = date(2026, 10, 1);
    let cases = [
        (vec![], CriterionResult::NeedsJudgement),
        (vec![judgement("SE-c-1", true, early)], CriterionResult::Met),
        (vec![judgement("SE-c-1", false, early)], CriterionResult::NotMet),
        (vec![judgement("SE-c-1", false, TODAY), judgement("SE-c-1", true, early)], CriterionResult::NotMet),
        (vec![judgement("SE-c-1", true, TODAY), judgement("SE-c-1", false, early)], CriterionResult::Met),
        (vec![judgement("SE-c-1", true, TODAY), judgement("SE-c-1", false, TODAY)], CriterionResult::NotMet),
        (vec![judgement("SE-c-1", true, date(2026, 11, 22))], CriterionResult::NeedsJudgement),
        (vec![judgement("SE-c-2", true, early)], CriterionResult::NeedsJudgement),
    ];
    for (judgements, expected) in cases {
        assert_eq!(result(judgements.clone()), expected, "{judgements:#?}");
    }
}

#[test]
fn nobody_the_organization_does_not_know_may_judge() {
    let mut stranger = judgement("SE-c-1", true, TODAY);
    stranger.by = "P-099".into();
    assert_eq!(result(vec![stranger]), CriterionResult::NeedsJudgement);
}

#[test]
fn no_judgement_mends_a_fault_of_the_facts() {
    let mut content = supported();
    practice(&mut content, D).application.rule.clear();
    let check = run(&content, D, TODAY);
    let found = finding(&check, "SE-c-1");
    assert_eq!((found.result, found.judgement.is_none()), (CriterionResult::NotMet, true));
}

#[test]
fn what_waits_for_a_person_names_the_place_and_makes_nothing_else_wait() {
    let mut content = supported();
    practice(&mut content, D).judgements.clear();
    let check = run(&content, D, TODAY);
    assert_eq!(check.conclusion, ResultState::InReview);
    for one in &check.criteria {
        let criterion = Catalogue::embedded()
            .security_exceptions
            .on(TODAY)
            .unwrap()
            .criteria
            .get(one.id.as_str())
            .unwrap();
        let expected =
            if criterion.human_judgement { CriterionResult::NeedsJudgement } else { CriterionResult::Met };
        assert_eq!((one.result, one.waits_for.len()), (expected, 0), "{}", one.id);
        let target = FixTarget::Judgement { practice: D.into(), criterion: one.id.clone() };
        assert_eq!(one.fix_target, criterion.human_judgement.then_some(target), "{}", one.id);
    }
}

#[test]
fn a_product_rule_that_waits_for_a_person_does_not_hold_the_conclusion() {
    let mut content = supported();
    practice(&mut content, D).judgements.retain(|one| one.criterion.as_str() != "SE-a-4");
    let check = run(&content, D, TODAY);
    assert_eq!(finding(&check, "SE-a-4").result, CriterionResult::NeedsJudgement);
    assert_eq!(check.conclusion, ResultState::Supported);
}

#[test]
fn a_judgement_is_shown_with_its_author_day_and_reason() {
    let check = run(&supported(), D, TODAY);
    let found = finding(&check, "SE-b-2");
    assert!(
        found.explanation.ends_with("Judged met by P-002 on 2026-11-18: Looked at the records."),
        "{}",
        found.explanation
    );
    assert!(found.evidence.contains(&"P-002".to_owned()));
}
