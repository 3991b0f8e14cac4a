//! What differs between two assessments; what comes forward differs in nothing.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod builder;

use builder::complete;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use riskwright_domain::assessment::carry::{self, Beginning, carried_forward, confirm, to_confirm};
use riskwright_domain::assessment::difference::{Detail, DifferenceKind, difference};
use riskwright_domain::assessment::gaps::{GapCode, gaps};
use riskwright_domain::assessment::seal::content_hash;
use riskwright_domain::assessment::{
    Assessment, AssessmentKind, AssessmentStatus, SafeguardState, ThreatAnswer,
};
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::retention::RecordName;
use riskwright_domain::risk::{Level, RiskState};
use std::sync::LazyLock;

const NEXT: Date = date(2027, 1, 11);

static FIRST: LazyLock<Assessment> = LazyLock::new(|| {
    let mut one = complete().assessments.remove(0);
    let flow = r#"{"from":"A-001","party":"Pharmacy","method":"API","protection":"TLS","purpose":"Care"}"#;
    one.flows.push(serde_json::from_str(flow).unwrap());
    let vendor = r#"{"number":"V-001","name":"Host","service":"Hosting","business_associate":true}"#;
    one.vendors.push(serde_json::from_str(vendor).unwrap());
    one
});

fn first() -> Assessment {
    FIRST.clone()
}

fn next(previous: &Assessment) -> Assessment {
    let beginning = Beginning {
        number: "AS-2027".into(),
        year: 2027,
        kind: AssessmentKind::Annual,
        scope: previous.scope.clone(),
        catalogue: previous.catalogue.clone(),
        started_on: NEXT,
        previous: Some(previous.number.clone()),
    };
    carried_forward(previous, beginning)
}

type Case = (&'static str, fn(&mut Assessment), &'static [(&'static str, DifferenceKind)]);

#[test]
fn each_difference_is_named_with_what_became_of_it() {
    use DifferenceKind::{Better, Changed, Closed, Gone, New, Worse};
    let cases: &[Case] = &[
        ("nothing", |_| {}, &[]),
        ("a higher level", |one| rate(one, Level::VeryHigh), &[("AS-2027/R-0021", Worse)]),
        ("a lower level", |one| rate(one, Level::VeryLow), &[("AS-2027/R-0021", Better)]),
        ("closed", |one| one.risks[0].status = RiskState::Closed, &[("AS-2027/R-0021", Closed)]),
        ("no longer there", |one| one.risks.clear(), &[("AS-2026/R-0021", Gone)]),
        (
            "a new risk",
            |one| {
                let mut risk = one.risks[0].clone();
                risk.number = "R-0099".into();
                one.risks.push(risk);
            },
            &[("AS-2027/R-0099", New)],
        ),
        (
            "another reason",
            |one| one.risks[0].rationale = "Otherwise.".to_owned(),
            &[("AS-2027/R-0021", Changed)],
        ),
        ("rated again the same", |one| one.risks[0].rated_on = Some(NEXT), &[]),
        ("another owner", |one| one.assets[0].owner = Some("P-003".into()), &[("AS-2027/A-001", Changed)]),
        ("another protection", |one| one.flows[0].protection = "None".to_owned(), &[("AS-2027/0", Changed)]),
        (
            "a flow elsewhere",
            |one| one.flows[0].party = Some("Payer".to_owned()),
            &[("AS-2027/0", New), ("AS-2026/0", Gone)],
        ),
        ("an agreement", |one| one.vendors[0].agreement_terms = Some(true), &[("AS-2027/V-001", Changed)]),
        ("a threat", |one| one.threats[1].answer = ThreatAnswer::Applicable, &[("AS-2027/T-001", Changed)]),
        (
            "less in place",
            |one| state(one, SafeguardState::Partial),
            &[("AS-2027/45 CFR 164.308(a)(1)(i)", Worse)],
        ),
        (
            "no longer applies",
            |one| state(one, SafeguardState::NotApplicable),
            &[("AS-2027/45 CFR 164.308(a)(1)(i)", Changed)],
        ),
        (
            "a decision",
            |one| one.decisions[0].reasonable = false,
            &[("AS-2027/45 CFR 164.308(a)(3)(ii)(A)", Changed)],
        ),
        ("an answer", |one| one.answers[0].evidence = vec!["E-0001".into()], &[("AS-2027/Q001", Changed)]),
        ("who answered", |one| (one.answers[0].by, one.answers[0].on) = ("P-003".into(), NEXT), &[]),
        (
            "confirmed",
            |one| {
                let all = to_confirm(one);
                confirm(one, &all);
            },
            &[],
        ),
    ];
    for (what, change, expected) in cases {
        let before = first();
        let mut after = next(&before);
        change(&mut after);
        let found = difference(&before, &after);
        let found: Vec<_> = found.iter().map(|one| (one.record.id.as_str(), one.change)).collect();
        assert_eq!(found, *expected, "{what}");
    }
}

fn rate(one: &mut Assessment, initiation: Level) {
    one.risks[0].residual.as_mut().unwrap().initiation = initiation;
}

fn state(one: &mut Assessment, state: SafeguardState) {
    one.safeguards[0].status = state;
}

#[test]
fn more_in_place_is_better_and_the_states_are_told() {
    let mut before = first();
    state(&mut before, SafeguardState::Planned);
    let mut after = next(&before);
    state(&mut after, SafeguardState::InPlace);
    let found = difference(&before, &after);
    let detail = Detail::Status(SafeguardState::Planned, SafeguardState::InPlace);
    assert_eq!((found.len(), found[0].change, &found[0].detail), (1, DifferenceKind::Better, &detail));
}

#[test]
fn a_decision_past_its_day_of_review_loses_its_approval_and_one_before_it_does_not() {
    let approval =
        r#"{"by":"P-001","capacity":"security_official","on":"2026-02-26","statement":"Decided."}"#;
    for (review_on, kept) in [(date(2027, 1, 10), false), (NEXT, true), (date(2027, 2, 25), true)] {
        let mut before = first();
        before.decisions[0].approval = Some(serde_json::from_str(approval).unwrap());
        before.decisions[0].review_on = Some(review_on);
        assert_eq!(next(&before).decisions[0].approval.is_some(), kept, "{review_on}");
    }
}

#[test]
fn nothing_that_came_forward_is_approved_unconfirmed() {
    let mut content = complete();
    let begun = next(&first());
    let waiting = to_confirm(&begun);
    content.assessments.push(begun);
    let unconfirmed = |content: &riskwright_domain::workspace::Content| {
        let found = gaps(Catalogue::embedded(), content, &content.assessments[1], NEXT).gaps;
        found.iter().filter(|gap| gap.code == GapCode::NotConfirmed && gap.blocking).count()
    };
    assert_eq!(unconfirmed(&content), waiting.len());
    let left = confirm(&mut content.assessments[1], &waiting[1..]);
    assert_eq!(left, waiting.len() - 1);
    assert_eq!(to_confirm(&content.assessments[1]), [waiting[0].clone()]);
    assert_eq!(unconfirmed(&content), 1);
}

#[test]
fn the_hash_is_of_the_content_and_of_nothing_around_it() {
    let one = first();
    let hash = content_hash(&one);
    let mut around = one.clone();
    around.status = AssessmentStatus::Superseded;
    around.approvals.clear();
    around.assets[0].carried = true;
    around
        .rejections
        .push(serde_json::from_str(r#"{"reason":"No.","by":"P-002","on":"2026-03-01"}"#).unwrap());
    assert_eq!(content_hash(&around), hash);
    let changes: [fn(&mut Assessment); 5] = [
        |one| one.scope.push('.'),
        |one| one.assets[0].records += 1,
        |one| one.answers[0].complete = false,
        |one| one.risks[0].rationale.push('.'),
        |one| one.open_items.push(serde_json::from_str(r#"{"what":"The attic"}"#).unwrap()),
    ];
    for change in changes {
        let mut other = one.clone();
        change(&mut other);
        assert_ne!(content_hash(&other), hash);
    }
}

prop_compose! {
    /// An assessment with some records taken out and others changed, none of them a closed risk.
    fn some_assessment()(
        kept in proptest::collection::vec(any::<bool>(), 99),
        records in 0_u32..100_000,
        note in "[a-z ]{0,12}",
        level in 0_usize..5,
        carried in any::<bool>(),
    ) -> Assessment {
        let mut one = first();
        let mut keep = kept.iter().cycle().copied();
        one.threats.retain(|_| keep.next().unwrap());
        one.answers.retain(|_| keep.next().unwrap());
        one.safeguards.retain(|_| keep.next().unwrap());
        one.decisions.retain(|_| keep.next().unwrap());
        one.flows.retain(|_| keep.next().unwrap());
        one.assets[0].records = records;
        one.assets[0].carried = carried;
        one.vendors[0].service = note;
        rate(&mut one, Level::ALL[level]);
        one
    }
}

proptest! {
    #[test]
    fn what_comes_forward_differs_in_nothing(one in some_assessment()) {
        let carried = next(&one);
        prop_assert_eq!(difference(&one, &carried), []);
        let records = one.answers.len() + one.assets.len() + one.flows.len() + one.vendors.len()
            + one.own_threats.len() + one.threats.len() + one.risks.len() + one.safeguards.len() + one.decisions.len();
        let waiting: Vec<RecordName> = to_confirm(&carried);
        prop_assert_eq!(waiting.len(), records);
        prop_assert!(waiting.iter().all(|name| name.id.starts_with("AS-2027/")));
        prop_assert!(waiting.iter().any(|name| name.kind == carry::RISK));
    }
}
