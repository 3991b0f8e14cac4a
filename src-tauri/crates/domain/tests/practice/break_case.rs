//! The criteria of path (e), each broken on the practice that rests on a determination.

use crate::broken::Break;
use crate::builder::{E, case, practice};
use jiff::civil::date;

pub const CASE: &[Break] = &[
    ("SE-e-0", E, |content| case(content).no_policy_reason = " ".to_owned()),
    ("SE-e-0", E, |content| practice(content, E).practice_type = Some("PT-01".into())),
    ("SE-e-1", E, |content| case(content).facts.clear()),
    ("SE-e-1", E, |content| case(content).decided_at = Some("2026-11-13T06:30:00Z".parse().unwrap())),
    ("SE-e1-1", E, |content| case(content).necessity.clear()),
    ("SE-e1-2", E, |content| case(content).evidence = vec!["E-0099".into()]),
    ("SE-e2-1", E, |content| case(content).alternatives.truncate(1)),
    ("SE-e2-1", E, |content| case(content).alternatives[0].reasonable = None),
    ("SE-e2-2", E, |content| case(content).alternatives[0].addresses_risk = Some(true)),
    ("SE-e-3", E, |content| case(content).approver = Some("P-003".into())),
    ("SE-e-3", E, |content| case(content).reuses_in_90_days = 2),
    ("SE-e-4", E, |content| case(content).review_on = Some(date(2026, 12, 13))),
    ("SE-e-4", E, |content| case(content).end_condition.clear()),
];

#[test]
fn a_decision_of_the_evening_counts_by_the_clock_of_the_clinic() {
    let mut content = crate::builder::supported();
    case(&mut content).decided_at = Some("2026-11-13T05:30:00Z".parse().unwrap());
    let check = crate::builder::run(&content, E, crate::builder::TODAY);
    let found = crate::builder::finding(&check, "SE-e-1");
    assert_eq!(
        found.result,
        riskwright_domain::catalogue::CriterionResult::Met,
        "23:30 on the 12th in Chicago"
    );
}

#[test]
fn the_lag_between_decision_and_writing_is_shown() {
    let check = crate::builder::run(&crate::builder::supported(), E, crate::builder::TODAY);
    let words = &crate::builder::finding(&check, "SE-e-1").explanation;
    assert!(words.starts_with("Decided on 2026-11-12, written down 2 hours later."), "{words}");
}

#[test]
fn another_policy_of_the_type_needs_the_reason_why_not_that_one() {
    let mut content = crate::builder::supported();
    practice(&mut content, E).practice_type = Some("PT-01".into());
    let check = crate::builder::run(&content, E, crate::builder::TODAY);
    assert_eq!(crate::builder::finding(&check, "SE-e-0").evidence, ["POL-25 v1.0"]);
    case(&mut content).not_this_policy_reason = "POL-25 speaks of tokens, not of published keys.".to_owned();
    let check = crate::builder::run(&content, E, crate::builder::TODAY);
    let met = riskwright_domain::catalogue::CriterionResult::Met;
    assert_eq!(crate::builder::finding(&check, "SE-e-0").result, met);
}
