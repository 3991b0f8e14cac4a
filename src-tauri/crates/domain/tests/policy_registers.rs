//! Exceptions, acknowledgements and due dates of policies.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "builder/mod.rs"]
mod builder;

use builder::{D, E, TODAY, assessment, finding, policy, risk, run, supported, version};
use jiff::civil::{Date, date};
use riskwright_domain::assessment::AssessmentStatus;
use riskwright_domain::catalogue::{Catalogue, CriterionResult};
use riskwright_domain::policy::due::{ReviewStep, StaleReason, review_due, stale};
use riskwright_domain::policy::register::{
    Acknowledgement, ExceptionEnd, PolicyException, exception_problems, next_exception,
};
use riskwright_domain::policy::version::PolicyReview;
use riskwright_domain::risk::Level;
use riskwright_domain::workspace::{Content, ProblemCode, problems};

use ProblemCode::{DateOrder, Duplicate, MalformedNumber, OutOfRange, TooShort, UnknownReference};

fn exception() -> PolicyException {
    PolicyException {
        number: "E-01".to_owned(),
        who: "The imaging gateway".to_owned(),
        statement: Some("S-01".into()),
        reason: "Its vendor ends the old protocol in the spring.".to_owned(),
        measures: "It talks to one server only.".to_owned(),
        granted_by: "P-001".into(),
        from: TODAY,
        until: date(2027, 5, 31),
        ended: None,
    }
}

fn ended(on: Date, reason: &str) -> Option<ExceptionEnd> {
    Some(ExceptionEnd { on, reason: reason.to_owned() })
}

#[test]
fn every_fault_of_an_exception_is_named_with_its_place() {
    type Change = fn(&mut PolicyException);
    let cases: &[(Change, &[(&str, ProblemCode)])] = &[
        (|_| {}, &[]),
        (|one| one.statement = None, &[]),
        (|one| one.until = date(2027, 11, 21), &[]),
        (|one| one.until = date(2027, 11, 22), &[("/until", OutOfRange)]),
        (|one| one.until = one.from, &[("/until", DateOrder)]),
        (|one| one.from = date(2026, 1, 1), &[("/until", OutOfRange)]),
        (|one| (one.from, one.until) = (date(2026, 1, 1), date(2026, 11, 20)), &[("/until", DateOrder)]),
        (|one| one.statement = Some("S-77".into()), &[("/statement", UnknownReference)]),
        (|one| one.number = "X-1".to_owned(), &[("/number", MalformedNumber)]),
        (
            |one| (one.who, one.reason, one.measures) = (" ".to_owned(), String::new(), String::new()),
            &[("/who", TooShort), ("/reason", TooShort), ("/measures", TooShort)],
        ),
        (|one| one.granted_by = "".into(), &[("/granted_by", TooShort)]),
        (|one| one.ended = ended(TODAY, "The gateway was replaced."), &[]),
        (
            |one| one.ended = ended(date(2026, 11, 1), ""),
            &[("/ended/reason", TooShort), ("/ended/on", DateOrder)],
        ),
        (|one| one.ended = ended(date(2026, 11, 22), "To come."), &[("/ended/on", DateOrder)]),
    ];
    let mut content = supported();
    let policy = policy(&mut content, "POL-25");
    for (at, (change, expected)) in cases.iter().enumerate() {
        let mut one = exception();
        change(&mut one);
        let found = exception_problems(policy, &one, TODAY);
        let found: Vec<_> = found.iter().map(|fault| (fault.path.as_str(), fault.code)).collect();
        assert_eq!(found, *expected, "case {at}");
    }
    policy.exceptions = vec![exception(), exception()];
    let twice = exception_problems(policy, &exception(), TODAY);
    assert_eq!((twice.len(), twice[0].code), (1, Duplicate));
}

#[test]
fn an_exception_holds_from_its_first_to_its_last_day_unless_it_was_ended() {
    let one = exception();
    for (on, open) in
        [(date(2026, 11, 20), false), (TODAY, true), (date(2027, 5, 31), true), (date(2027, 6, 1), false)]
    {
        assert_eq!(one.is_open(on), open, "{on}");
    }
    let over = PolicyException { ended: ended(date(2027, 1, 10), "Replaced."), ..one };
    assert!(over.is_open(date(2027, 1, 9)) && !over.is_open(date(2027, 1, 10)));
}

#[test]
fn numbers_of_exceptions_follow_the_highest() {
    let mut content = supported();
    let policy = policy(&mut content, "POL-25");
    assert_eq!(next_exception(policy), "E-01");
    policy.exceptions = vec![
        PolicyException { number: "E-09".to_owned(), ..exception() },
        PolicyException { number: "E-4294967295".to_owned(), ..exception() },
        exception(),
    ];
    assert_eq!(next_exception(policy), "E-10");
}

#[test]
fn an_exception_without_approver_or_reason_fails_even_application() {
    let result = |change: fn(&mut PolicyException), practice: &str| {
        let mut content = supported();
        let mut one = PolicyException { from: date(2026, 9, 1), ..exception() };
        change(&mut one);
        policy(&mut content, "POL-25").exceptions.push(one);
        finding(&run(&content, practice, TODAY), "SE-c-4").result
    };
    assert_eq!(result(|_| {}, D), CriterionResult::Met);
    assert_eq!(result(|one| one.reason.clear(), D), CriterionResult::NotMet);
    assert_eq!(result(|one| one.granted_by = "P-404".into(), D), CriterionResult::NotMet);
    let whole = |one: &mut PolicyException| (one.statement, one.reason) = (None, String::new());
    assert_eq!(result(whole, D), CriterionResult::NotMet, "from the whole policy");
    let other =
        |one: &mut PolicyException| (one.statement, one.reason) = (Some("S-02".into()), String::new());
    assert_eq!(
        result(other, D),
        CriterionResult::Met,
        "from a statement that the practice does not implement"
    );
    let later = |one: &mut PolicyException| (one.from, one.reason) = (date(2026, 12, 1), String::new());
    assert_eq!(result(later, D), CriterionResult::Met, "not granted yet");
    assert_eq!(result(|one| one.reason.clear(), E), CriterionResult::Met, "rests on a case");
}

#[test]
fn a_granter_that_nobody_is_is_a_broken_reference() {
    let mut content = supported();
    let before = problems(&content, Catalogue::embedded());
    policy(&mut content, "POL-25").exceptions = vec![
        exception(),
        PolicyException { number: "E-02".to_owned(), granted_by: "P-404".into(), ..exception() },
    ];
    let at = content.policies.iter().position(|one| one.number.as_str() == "POL-25").unwrap();
    let after = problems(&content, Catalogue::embedded());
    let added: Vec<String> =
        after.into_iter().filter(|one| !before.contains(one)).map(|one| one.path).collect();
    assert_eq!(added, [format!("/policies/{at}/exceptions/1/granted_by")]);
}

#[test]
fn acknowledgements_take_no_part_in_what_was_approved() {
    let mut content = supported();
    let before = version(&mut content).clone();
    let mut read = before.clone();
    read.acknowledgements =
        vec![Acknowledgement { on: TODAY, who: "Ana Reyes".to_owned(), how: "Signed form".to_owned() }];
    assert_ne!(read, before);
    assert_eq!(read.without_life(), before.without_life());
}

#[test]
fn reviews_are_due_in_steps() {
    let mut content = supported();
    let version = version(&mut content);
    for (review, expected) in [
        (None, None),
        (Some(date(2026, 12, 22)), None),
        (Some(date(2026, 12, 21)), Some((30, ReviewStep::Within30))),
        (Some(date(2026, 11, 29)), Some((8, ReviewStep::Within30))),
        (Some(date(2026, 11, 28)), Some((7, ReviewStep::Within7))),
        (Some(date(2026, 11, 23)), Some((2, ReviewStep::Within7))),
        (Some(date(2026, 11, 22)), Some((1, ReviewStep::TomorrowOrToday))),
        (Some(TODAY), Some((0, ReviewStep::TomorrowOrToday))),
        (Some(date(2026, 11, 20)), Some((-1, ReviewStep::Overdue))),
        (Some(date(2024, 11, 21)), Some((-730, ReviewStep::Overdue))),
    ] {
        version.next_review = review;
        let found = review_due(version, TODAY).map(|due| (due.days, due.step));
        assert_eq!(found, expected, "{review:?}");
    }
}

#[test]
fn steps_are_written_as_the_pages_read_them() {
    let written =
        [ReviewStep::Within30, ReviewStep::Within7, ReviewStep::TomorrowOrToday, ReviewStep::Overdue]
            .map(|step| serde_json::to_value(step).unwrap());
    assert_eq!(written, ["within_30", "within_7", "tomorrow_or_today", "overdue"]);
}

/// The next yearly assessment, approved on a day.
fn followed(content: &mut Content, approved: Date) {
    let mut next = assessment(content).clone();
    next.number = "AS-2027".into();
    next.previous = Some("AS-2026".into());
    next.approvals[0].on = approved;
    assessment(content).status = AssessmentStatus::Superseded;
    content.assessments.push(next);
}

#[test]
fn a_policy_is_stale_when_its_assessment_was_superseded_until_it_is_reviewed() {
    let mut content = supported();
    assert_eq!(stale(&content, TODAY), []);
    followed(&mut content, date(2026, 10, 10));
    assert_eq!(stale(&content, date(2026, 10, 9)), [], "not approved yet");
    let found = stale(&content, date(2026, 10, 10));
    let reason = StaleReason::AssessmentSuperseded {
        assessment: "AS-2026".into(),
        by: "AS-2027".into(),
        since: date(2026, 10, 10),
    };
    let of_api = found.iter().find(|one| one.policy.as_str() == "POL-25").unwrap();
    assert_eq!((of_api.version.as_str(), &of_api.reasons), ("1.0", &vec![reason]));
    let review =
        PolicyReview { on: date(2026, 11, 1), by: "P-001".into(), outcome: "Still right.".to_owned() };
    version(&mut content).reviews.push(review);
    assert!(stale(&content, TODAY).iter().all(|one| one.policy.as_str() != "POL-25"));
}

#[test]
fn a_policy_is_stale_when_a_linked_risk_was_rated_higher() {
    let mut content = supported();
    let before = risk(&mut content).level().unwrap();
    let residual = risk(&mut content).residual.as_mut().unwrap();
    residual.initiation = Level::VeryHigh;
    risk(&mut content).rated_on = Some(date(2026, 11, 5));
    let now = risk(&mut content).level().unwrap();
    assert!(before < now);
    // What the risk was rated when the statement was linked.
    version(&mut content).statements[0].risks[0].level = Some(before);
    assert_eq!(stale(&content, date(2026, 11, 4)), []);
    let found = stale(&content, TODAY);
    let reason =
        StaleReason::RiskRerated { risk: "R-0021".into(), from: before, to: now, since: date(2026, 11, 5) };
    assert_eq!(found.iter().map(|one| one.policy.as_str()).collect::<Vec<_>>(), ["POL-25"]);
    assert_eq!(found[0].reasons, [reason]);
}
