//! What ends a support that was there, on which day, and what restores it.

use crate::builder::{D, E, TODAY, assessment, case, practice, risk, run, supported, version};
use jiff::civil::{Date, date};
use riskwright_domain::assessment::AssessmentStatus;
use riskwright_domain::catalogue::ResultState::{Expired, NotSupported, Supported};
use riskwright_domain::catalogue::{CriterionResult, ResultState};
use riskwright_domain::policy::VersionStatus;
use riskwright_domain::policy::version::PolicyReview;
use riskwright_domain::practice::PracticeReview;
use riskwright_domain::practice::check::LapseKind;
use riskwright_domain::risk::{Level, RiskState};
use riskwright_domain::workspace::Content;

fn on(content: &Content, number: &str, day: Date) -> (ResultState, Vec<LapseKind>) {
    let check = run(content, number, day);
    (check.conclusion, check.lapses.iter().map(|lapse| lapse.kind).collect())
}

fn reviewed(content: &mut Content, number: &str, day: Date) {
    let review =
        PracticeReview { on: day, by: "P-001".into(), outcome: "Fine.".to_owned(), open_finding: false };
    practice(content, number).reviews.push(review);
}

fn policy_reviewed(content: &mut Content, day: Date) {
    version(content).reviews.push(PolicyReview { on: day, by: "P-001".into(), outcome: "Kept.".to_owned() });
}

#[test]
fn the_interval_ends_on_its_last_day_and_a_review_starts_it_anew() {
    let mut content = supported();
    let last = date(2027, 2, 28);
    assert_eq!(run(&content, D, TODAY).supported_until, Some(last), "180 days after 1 September");
    assert_eq!(on(&content, D, last), (Supported, vec![]));
    assert_eq!(on(&content, D, last.tomorrow().unwrap()), (Expired, vec![LapseKind::ReviewOverdue]));
    reviewed(&mut content, D, last);
    assert_eq!(on(&content, D, last.tomorrow().unwrap()), (Supported, vec![]));
}

#[test]
fn without_an_interval_a_year_counts_and_an_ended_practice_is_not_overdue() {
    let mut content = supported();
    practice(&mut content, D).review_interval_days = None;
    practice(&mut content, D).end_date = Some(date(2027, 5, 1));
    assert_eq!(run(&content, D, TODAY).supported_until, Some(date(2027, 5, 1)));
    for item in &mut practice(&mut content, D).application.training {
        item.completed_on = date(2027, 8, 1);
    }
    assert_eq!(on(&content, D, date(2027, 9, 15)), (Supported, vec![]), "it ended before the year was over");
    practice(&mut content, D).end_date = None;
    assert_eq!(on(&content, D, date(2027, 9, 1)), (Supported, vec![]));
    assert_eq!(on(&content, D, date(2027, 9, 2)), (Expired, vec![LapseKind::ReviewOverdue]));
}

#[test]
fn a_finding_left_open_expires_support_at_once() {
    let mut content = supported();
    practice(&mut content, D).reviews[0].open_finding = true;
    assert_eq!(on(&content, D, TODAY), (Expired, vec![LapseKind::FindingOpen]));
    reviewed(&mut content, D, TODAY);
    assert_eq!(on(&content, D, TODAY), (Supported, vec![]));
}

#[test]
fn a_case_is_due_on_the_day_it_sets() {
    let mut content = supported();
    practice(&mut content, E).review_interval_days = Some(90);
    assert_eq!(on(&content, E, date(2026, 12, 10)), (Supported, vec![]));
    assert_eq!(on(&content, E, date(2026, 12, 11)), (Expired, vec![LapseKind::ReviewOverdue]));
    reviewed(&mut content, E, date(2026, 12, 9));
    assert_eq!(on(&content, E, date(2026, 12, 11)), (Supported, vec![]));
    case(&mut content).review_on = None;
    assert_eq!(on(&content, E, date(2027, 3, 9)), (Supported, vec![]), "90 days after the review");
}

#[test]
fn support_ends_with_the_version() {
    let mut content = supported();
    version(&mut content).effective_to = Some(date(2026, 12, 1));
    assert_eq!(run(&content, D, TODAY).supported_until, Some(date(2026, 12, 1)));
    assert_eq!(on(&content, D, date(2026, 12, 1)), (Supported, vec![]));
    assert_eq!(on(&content, D, date(2026, 12, 2)), (Expired, vec![LapseKind::VersionEnded]));
    let check = run(&content, D, date(2026, 12, 2));
    assert_eq!(crate::builder::with_result(&check, CriterionResult::NotMet), ["SE-d-1"]);
    assert_eq!(check.lapses[0].since, Some(date(2026, 12, 2)));
}

#[test]
fn a_newer_version_ends_support_until_the_practice_names_it() {
    let mut content = supported();
    let mut newer = version(&mut content).clone();
    version(&mut content).status = VersionStatus::Superseded;
    newer.number = "1.1".to_owned();
    newer.effective_from = Some(date(2026, 11, 1));
    crate::builder::policy(&mut content, "POL-25").versions.push(newer);
    assert_eq!(on(&content, D, date(2026, 10, 31)).1, vec![], "still in force");
    let check = run(&content, D, TODAY);
    assert_eq!(check.conclusion, Expired);
    assert!(check.lapses[0].fix.contains("v1.1"), "{}", check.lapses[0].fix);
    let text = serde_json::to_string(&practice(&mut content, D).basis).unwrap().replace("1.0", "1.1");
    practice(&mut content, D).basis = serde_json::from_str(&text).unwrap();
    assert_eq!(on(&content, D, TODAY), (Supported, vec![]));
}

#[test]
fn a_version_that_never_was_in_force_is_no_lapse() {
    let mut content = supported();
    version(&mut content).status = VersionStatus::Draft;
    assert_eq!(on(&content, D, TODAY), (NotSupported, vec![]));
}

#[test]
fn closing_a_linked_risk_ends_support() {
    let mut content = supported();
    risk(&mut content).status = RiskState::Closed;
    assert_eq!(on(&content, D, TODAY), (Expired, vec![LapseKind::RiskClosed]));
}

#[test]
fn a_rating_that_rises_ends_support_until_the_practice_is_reviewed() {
    let mut content = supported();
    practice(&mut content, D).risks[0].level = Some(Level::Moderate);
    risk(&mut content).residual.as_mut().unwrap().initiation = Level::VeryHigh;
    risk(&mut content).rated_on = Some(date(2026, 11, 5));
    assert_eq!(on(&content, D, date(2026, 11, 4)).1, vec![], "not rated yet");
    assert_eq!(on(&content, D, TODAY), (Expired, vec![LapseKind::RiskRerated]));
    reviewed(&mut content, D, date(2026, 11, 5));
    assert_eq!(on(&content, D, TODAY), (Supported, vec![]));
}

#[test]
fn a_rating_that_falls_or_stays_ends_nothing() {
    for initiation in [Level::VeryLow, Level::Moderate] {
        let mut content = supported();
        practice(&mut content, D).risks[0].level = Some(Level::Moderate);
        risk(&mut content).residual.as_mut().unwrap().initiation = initiation;
        risk(&mut content).rated_on = Some(date(2026, 11, 5));
        assert_eq!(on(&content, D, TODAY), (Supported, vec![]), "{initiation}");
    }
}

#[test]
fn the_link_of_the_statement_shows_the_rise_too_and_a_review_of_the_policy_mends_that() {
    let mut content = supported();
    risk(&mut content).residual.as_mut().unwrap().initiation = Level::VeryHigh;
    risk(&mut content).rated_on = Some(date(2026, 11, 5));
    assert_eq!(on(&content, D, TODAY), (Expired, vec![LapseKind::RiskRerated]));
    let check = run(&content, D, TODAY);
    assert_eq!(crate::builder::with_result(&check, CriterionResult::NotMet), ["SE-d2-4"]);
    policy_reviewed(&mut content, date(2026, 11, 6));
    assert_eq!(on(&content, D, TODAY), (Supported, vec![]));
}

/// The next yearly assessment, approved on a day, with the register as it was or changed.
fn followed(content: &mut Content, approved: Date, change: fn(&mut Content)) {
    let mut next = assessment(content).clone();
    next.number = "AS-2027".into();
    next.previous = Some("AS-2026".into());
    next.approvals[0].on = approved;
    assessment(content).status = AssessmentStatus::Superseded;
    content.assessments.push(next);
    change(content);
}

#[test]
fn a_superseded_assessment_leaves_thirty_days_to_review_the_policy() {
    let mut content = supported();
    followed(&mut content, date(2026, 10, 10), |_| {});
    assert_eq!(on(&content, D, date(2026, 11, 9)).1, vec![], "the thirtieth day");
    assert_eq!(run(&content, D, date(2026, 11, 9)).criteria.len(), 38);
    assert_eq!(on(&content, D, TODAY), (Expired, vec![LapseKind::AssessmentSuperseded]));
    policy_reviewed(&mut content, date(2026, 10, 9));
    assert_eq!(on(&content, D, TODAY).0, Expired, "a review before it does not count");
    policy_reviewed(&mut content, date(2026, 11, 20));
    assert_eq!(on(&content, D, TODAY), (Supported, vec![]));
}

#[test]
fn support_names_the_thirtieth_day_ahead() {
    let mut content = supported();
    followed(&mut content, date(2026, 11, 10), |_| {});
    let check = run(&content, D, TODAY);
    assert_eq!((check.conclusion, check.supported_until), (Supported, Some(date(2026, 12, 10))));
}

#[test]
fn a_risk_that_the_next_assessment_dropped_is_gone() {
    let mut content = supported();
    followed(&mut content, date(2026, 11, 10), |content| content.assessments[1].risks.clear());
    assert_eq!(on(&content, D, date(2026, 11, 9)).1, vec![]);
    assert_eq!(on(&content, D, TODAY), (Expired, vec![LapseKind::RiskClosed]));
}

#[test]
fn a_higher_rating_in_the_next_assessment_is_compared_with_the_register_of_the_review() {
    let mut content = supported();
    version(&mut content).statements[0].risks[0].level = None;
    followed(&mut content, date(2026, 11, 10), |content| {
        content.assessments[1].risks[0].residual.as_mut().unwrap().initiation = Level::VeryHigh;
        content.assessments[1].risks[0].rated_on = Some(date(2026, 11, 2));
    });
    assert_eq!(on(&content, D, date(2026, 11, 9)).1, vec![], "not approved yet");
    assert_eq!(on(&content, D, TODAY), (Expired, vec![LapseKind::RiskRerated]));
}

#[test]
fn a_changed_rule_of_application_waits_for_a_review() {
    let mut content = supported();
    practice(&mut content, D).application.rule_changed_on = Some(date(2026, 11, 20));
    assert_eq!(on(&content, D, date(2026, 11, 19)).1, vec![]);
    assert_eq!(on(&content, D, TODAY), (Expired, vec![LapseKind::RuleChanged]));
    reviewed(&mut content, D, date(2026, 11, 20));
    assert_eq!(on(&content, D, TODAY), (Supported, vec![]));
}
