//! What is done about a risk: facts, plan, acceptance, end and removal; levels are looked up whatever is done.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod work;

use proptest::prelude::*;
use riskwright_app::ErrorCode;
use riskwright_domain::assessment::AssessmentStatus;
use riskwright_domain::risk::rate::{CiaImpact, rate};
use riskwright_domain::risk::{Level, Likelihoods, Risk};
use serde_json::{Value, json};
use std::cell::RefCell;
use work::{DANA, Desk, MIRIAM, PRIYA, RATED, THEO, UNRATED, Work, in_days, today, with};

const REASON: &str = "Because the measure was shown to work in the November exercise.";

fn values(initiation: &str, adverse: &str, impact: &str) -> Value {
    json!({ "initiation": initiation, "adverse": adverse, "impact": { "c": impact, "i": "low", "a": "low" } })
}

/// Rates a risk so that its level is that of the impact.
fn rate_at(desk: &Desk, number: &str, level: &str) {
    let based = desk.risk(number)["revision"].clone();
    desk.ok("risk::save", json!({ "number": number, "initiation": "very_high", "adverse": "very_high",
        "impact": { "c": level, "i": "very_low", "a": "very_low" }, "rationale": REASON, "based_on_revision": based }));
    assert_eq!(desk.risk(number)["row"]["level"], level);
}

fn plan(desk: &Desk, number: &str) -> Value {
    json!({ "number": number, "option": "mitigate", "plan": "Give every worker a passkey.", "owner": "P-004",
        "due": in_days(60), "based_on_revision": desk.risk(number)["revision"] })
}

fn accept(desk: &Desk, number: &str, days: i32) -> Value {
    json!({ "number": number, "reason": REASON, "expires": in_days(days), "based_on_revision": desk.risk(number)["revision"] })
}

fn finish(desk: &Desk, number: &str) -> Value {
    json!({ "number": number, "done_on": today(), "residual": values("very_high", "very_low", "high"), "rationale": REASON,
        "evidence": ["E-0001"], "based_on_revision": desk.risk(number)["revision"] })
}

fn facts(risk: &Value) -> Value {
    let of = |field: &str| risk["risk"].get(field).cloned().unwrap_or_else(|| json!([]));
    json!({ "number": risk["risk"]["number"], "vulnerabilities": of("vulnerabilities"),
        "predisposing_conditions": of("predisposing_conditions"), "effect": risk["risk"]["effect"],
        "controls": of("controls"), "owner": risk["risk"]["owner"], "evidence": of("evidence"),
        "based_on_revision": risk["revision"] })
}

#[test]
fn the_register_lists_the_highest_first_and_the_unrated_last() {
    let desk = Work::new().open(DANA);
    rate_at(&desk, "R-0003", "very_high");
    let list = desk.ok("risk::list", json!({}));
    let told: Vec<(&str, &Value)> = list["risks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["number"].as_str().unwrap(), &row["level"]))
        .collect();
    assert_eq!((told[0].0, told[0].1), ("R-0003", &json!("very_high")));
    assert_eq!(told.last(), Some(&(UNRATED, &Value::Null)));
    assert_eq!(list["assessment"], work::OPEN);
}

#[test]
fn a_first_rating_analyzes_a_risk_and_confirms_one_that_came_forward() {
    let desk = Work::new().open(DANA);
    assert_eq!(desk.risk(UNRATED)["risk"]["status"], "identified");
    rate_at(&desk, UNRATED, "high");
    let risk = desk.risk(UNRATED);
    assert_eq!((&risk["risk"]["status"], &risk["rated_by"]), (&json!("analyzed"), &json!("Dana Whitfield")));
    assert_eq!(desk.risk(RATED)["risk"]["carried"], true);
    rate_at(&desk, RATED, "low");
    assert_eq!(desk.risk(RATED)["risk"].get("carried"), None);
}

#[test]
fn facts_are_saved_and_every_wrong_one_is_named() {
    let desk = Work::new().open(PRIYA);
    let risk = desk.risk(UNRATED);
    assert_eq!(risk["open"], true);
    assert_eq!(risk["vulnerabilities"][0]["id"], "V-01", "those of the threat come first");
    assert_eq!(risk["vulnerabilities"].as_array().unwrap().len(), 55);
    assert_eq!(risk["conditions"].as_array().unwrap().len(), 12);
    let wrong = with(
        facts(&risk),
        &[
            ("vulnerabilities", json!(["V-99"])),
            ("predisposing_conditions", json!(["PC-99"])),
            ("owner", json!("P-999")),
            ("evidence", json!(["E-9999"])),
            ("controls", json!([{ "description": "", "safeguards": ["45 CFR 1"] }])),
            ("target", values("low", "low", "low")),
        ],
    );
    let faults = desk.faults("risk::save_facts", wrong);
    assert_eq!(
        faults.1,
        [
            "vulnerabilities unknown_reference",
            "predisposing_conditions unknown_reference",
            "controls/0/description too_short",
            "controls/0/safeguards unknown_reference",
            "owner unknown_reference",
            "evidence unknown_reference",
            "target not_rated"
        ]
    );
    let saved = desk.ok(
        "risk::save_facts",
        with(
            facts(&risk),
            &[("effect", json!("  Charts are read from outside. ")), ("vulnerabilities", json!(["V-02"]))],
        ),
    );
    assert_eq!(
        (&saved["risk"]["effect"], &saved["risk"]["vulnerabilities"]),
        (&json!("Charts are read from outside."), &json!(["V-02"]))
    );
    assert_eq!(saved["history"], json!([]), "facts are no rating");
}

#[test]
fn a_plan_needs_a_rating_a_day_and_whole_reasons() {
    let desk = Work::new().open(PRIYA);
    assert_eq!(desk.faults("risk::treat", plan(&desk, UNRATED)).1, ["number not_rated"]);
    rate_at(&desk, RATED, "moderate");
    let wrong = with(
        plan(&desk, RATED),
        &[
            ("plan", json!("Soon")),
            ("owner", json!("P-999")),
            ("due", json!(in_days(-1))),
            (
                "four_factors",
                json!({ "size": "", "infrastructure": "None needed.", "cost": "", "probability": "Weekly lures." }),
            ),
            ("options", json!([{ "measure": "Tokens", "reason": "" }])),
            ("target", values("very_high", "very_high", "high")),
        ],
    );
    let faults = desk.faults("risk::treat", wrong);
    assert_eq!(
        faults.1,
        [
            "plan too_short",
            "owner unknown_reference",
            "due in_the_past",
            "four_factors/size too_short",
            "four_factors/cost too_short",
            "options/0/reason too_short",
            "target above_residual"
        ]
    );
    let saved =
        desk.ok("risk::treat", with(plan(&desk, RATED), &[("target", values("low", "low", "moderate"))]));
    assert_eq!(
        (&saved["risk"]["status"], &saved["row"]["target"]),
        (&json!("treatment_planned"), &json!("low"))
    );
    desk.ok("history::undo", json!({}));
    assert_ne!(desk.risk(RATED)["risk"]["status"], "treatment_planned");
}

/// Who may accept which level, and the longest they may.
#[test]
fn each_level_is_accepted_by_those_who_may_for_as_long_as_they_may() {
    let work = Work::new();
    let cases = [
        ("very_high", 30, vec![MIRIAM], vec![DANA, PRIYA, THEO]),
        ("high", 90, vec![MIRIAM, PRIYA], vec![DANA, THEO]),
        ("moderate", 365, vec![MIRIAM, DANA], vec![THEO]),
        ("low", 365, vec![DANA, MIRIAM], vec![THEO]),
        ("very_low", 365, vec![DANA, MIRIAM], vec![THEO]),
    ];
    for (level, days, may, may_not) in cases {
        rate_at(&work.open(DANA), RATED, level);
        for login in may_not {
            let desk = work.open(login);
            let limit = desk.risk(RATED)["limit"].clone();
            assert_eq!(limit["may_accept"], false, "{login} {level}");
            let error = desk.refused("risk::accept", accept(&desk, RATED, 1));
            assert_eq!(
                (error.code, error.hint.as_deref()),
                (ErrorCode::Forbidden, limit["who"].as_str()),
                "{login} {level}"
            );
        }
        for login in may {
            let desk = work.open(login);
            let limit = desk.risk(RATED)["limit"].clone();
            assert_eq!(limit["may_accept"], true, "{login} {level}");
            let late = accept(&desk, RATED, days + 2);
            assert_eq!(desk.faults("risk::accept", late).1, ["expires too_long"], "{login} {level}");
            let last = with(accept(&desk, RATED, 1), &[("expires", limit["latest"].clone())]);
            let accepted = desk.ok("risk::accept", last);
            assert_eq!(accepted["risk"]["acceptance"]["expires"], limit["latest"]);
        }
    }
}

#[test]
fn an_acceptance_has_a_reason_and_a_day_and_is_no_act_to_take_back() {
    let desk = Work::new().open(MIRIAM);
    assert_eq!(desk.faults("risk::accept", accept(&desk, UNRATED, 5)).1, ["number not_rated"]);
    let wrong = with(accept(&desk, "R-0003", -1), &[("reason", json!("Too small."))]);
    assert_eq!(desk.faults("risk::accept", wrong).1, ["reason too_short", "expires in_the_past"]);
    let accepted = desk.ok("risk::accept", accept(&desk, "R-0003", 20));
    assert_eq!(
        (&accepted["risk"]["status"], &accepted["risk"]["acceptance"]["by"]),
        (&json!("accepted"), &json!("P-002"))
    );
    assert_eq!(desk.refused("history::undo", json!({})).code, ErrorCode::NothingToUndo);
}

#[test]
fn a_treatment_ends_with_evidence_and_a_new_rating() {
    let desk = Work::new().open(PRIYA);
    rate_at(&desk, RATED, "high");
    desk.ok("risk::treat", with(plan(&desk, RATED), &[("target", values("very_high", "low", "high"))]));
    let wrong = with(
        finish(&desk, RATED),
        &[("evidence", json!([])), ("rationale", json!("Done.")), ("done_on", json!(in_days(1)))],
    );
    assert_eq!(
        desk.faults("risk::finish", wrong).1,
        ["done_on in_the_future", "rationale too_short", "evidence required"]
    );
    let wrong = with(finish(&desk, RATED), &[("evidence", json!(["E-9999"]))]);
    assert_eq!(desk.faults("risk::finish", wrong).1, ["evidence unknown_reference"]);
    let ended = desk.ok("risk::finish", finish(&desk, RATED));
    assert_eq!(
        (&ended["risk"]["status"], &ended["risk"]["treatment"]["done_on"]),
        (&json!("treated"), &json!(today()))
    );
    assert_eq!(
        ended["row"]["level"],
        json!(
            rate(Level::VeryHigh, Level::VeryLow, CiaImpact { c: Level::High, i: Level::Low, a: Level::Low })
                .level
        )
    );
    assert!(ended["risk"]["evidence"].as_array().unwrap().contains(&json!("E-0001")));
    let levels: Vec<&Value> = ended["history"].as_array().unwrap().iter().map(|one| &one["level"]).collect();
    assert_eq!(
        (levels[0], levels[1]),
        (&ended["row"]["level"], &json!("high")),
        "the plan between is no rating"
    );
    assert_eq!(desk.faults("risk::finish", finish(&desk, RATED)).1, ["number no_plan"]);
}

#[test]
fn a_closed_risk_keeps_its_reason_and_does_not_change() {
    let desk = Work::new().open(PRIYA);
    let close = |reason: &str| json!({ "number": RATED, "reason": reason, "based_on_revision": desk.risk(RATED)["revision"] });
    assert_eq!(desk.faults("risk::close", close("Gone.")).1, ["reason too_short"]);
    let before = desk.risk(RATED)["risk"]["rationale"].clone();
    let closed = desk.ok("risk::close", close("The mail server was switched off for good."));
    assert_eq!((&closed["risk"]["status"], &closed["risk"]["rationale"]), (&json!("closed"), &before));
    assert_eq!(
        (&closed["risk"]["closed"]["by"], &closed["risk"]["closed"]["on"]),
        (&json!("P-004"), &json!(today()))
    );
    for (command, request) in [
        ("risk::save_facts", facts(&closed)),
        ("risk::treat", plan(&desk, RATED)),
        ("risk::finish", finish(&desk, RATED)),
        ("risk::close", close("The mail server was switched off for good.")),
        ("risk::accept", accept(&desk, RATED, 5)),
    ] {
        assert_eq!(desk.refused(command, request).code, ErrorCode::Frozen, "{command}");
    }
}

#[test]
fn only_a_risk_that_nobody_rated_and_nothing_names_is_removed() {
    let desk = Work::new().open(PRIYA);
    assert_eq!(desk.refused("risk::remove", json!({ "number": RATED })).code, ErrorCode::InUse);
    let number = desk.ok("threat::add_risks", json!({ "risks": [{ "threat": "T-007", "asset": "A-008" }] }))
        ["numbers"][0]
        .clone();
    let record = json!([{ "kind": "risk", "id": format!("{}/{}", work::OPEN, number.as_str().unwrap()) }]);
    let item = desk.ok("evidence::add", json!({ "title": "Scan of November", "kind": "test_result", "on": today(), "reference": "Share", "about": record }));
    let error = desk.refused("risk::remove", json!({ "number": number }));
    assert_eq!(error.code, ErrorCode::InUse);
    assert!(error.message.contains(item["evidence"]["number"].as_str().unwrap()), "{error:?}");
    let other = desk.ok("threat::add_risks", json!({ "risks": [{ "threat": "T-007", "asset": "A-011" }] }))["numbers"][0].clone();
    desk.ok("risk::remove", json!({ "number": other }));
    assert_eq!(desk.refused("risk::get", json!({ "number": other })).code, ErrorCode::NotFound);
    desk.ok("history::undo", json!({}));
    assert_eq!(desk.risk(other.as_str().unwrap())["risk"]["status"], "identified");
}

#[test]
fn of_an_approved_register_the_facts_stay_and_plan_and_rating_go_on() {
    let mut content = work::begun();
    content.assessments.pop();
    let desk = Work::of(content).open(PRIYA);
    let risk = desk.risk("R-0008");
    assert_eq!(risk["open"], false);
    assert_eq!(desk.refused("risk::save_facts", facts(&risk)).code, ErrorCode::Frozen);
    assert_eq!(desk.refused("risk::remove", json!({ "number": "R-0008" })).code, ErrorCode::Frozen);
    desk.ok("risk::treat", plan(&desk, "R-0008"));
    desk.ok("risk::finish", finish(&desk, "R-0008"));
    assert_eq!(desk.risk("R-0008")["risk"]["status"], "treated");
}

#[test]
fn facts_saved_before_the_review_are_not_taken_back_within_it() {
    let work = Work::new();
    let desk = work.open(PRIYA);
    desk.ok(
        "risk::save_facts",
        with(facts(&desk.risk(UNRATED)), &[("effect", json!("Charts are read from outside."))]),
    );
    drop(desk);
    let mut store = work.store();
    let act = riskwright_store::Act { command: "assessment::submit", by: DANA, at: jiff::Timestamp::now() };
    store
        .write(&act, |writer| {
            let open = writer.assessment(&work::OPEN.into())?.unwrap();
            let sent =
                riskwright_domain::assessment::Assessment { status: AssessmentStatus::InReview, ..open };
            writer.put_assessment_row(&sent)?;
            Ok::<_, riskwright_store::StoreError>(())
        })
        .unwrap();
    store.close().unwrap();
    let desk = work.open(PRIYA);
    assert_eq!(desk.refused("history::undo", json!({})).code, ErrorCode::Frozen);
}

fn level() -> impl Strategy<Value = Level> {
    prop::sample::select(Level::ALL.to_vec())
}

fn rating() -> impl Strategy<Value = Likelihoods> {
    (level(), level(), level(), level(), level()).prop_map(|(initiation, adverse, c, i, a)| Likelihoods {
        initiation,
        adverse,
        impact: CiaImpact { c, i, a },
    })
}

thread_local! {
    static DESK: RefCell<Option<(Work, Desk)>> = const { RefCell::new(None) };
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn levels_are_those_of_the_tables_and_no_target_lies_above(first in rating(), target in rating(), last in rating(), finishes in any::<bool>()) {
        DESK.with(|desk| {
            let mut desk = desk.borrow_mut();
            let (_, desk) = desk.get_or_insert_with(|| {
                let work = Work::new();
                let desk = work.open(DANA);
                (work, desk)
            });
            let based = desk.risk(RATED)["revision"].clone();
            desk.ok("risk::save", json!({ "number": RATED, "initiation": first.initiation, "adverse": first.adverse,
                "impact": first.impact, "rationale": REASON, "based_on_revision": based }));
            holds(&desk.risk(RATED), &first);
            let planned = with(plan(desk, RATED), &[("target", json!(target))]);
            if target.rating().level > first.rating().level {
                assert_eq!(desk.faults("risk::treat", planned).1, ["target above_residual"]);
                desk.ok("risk::treat", plan(desk, RATED));
            } else {
                desk.ok("risk::treat", planned);
            }
            if finishes {
                desk.ok("risk::finish", with(finish(desk, RATED), &[("residual", json!(last))]));
            } else {
                let based = desk.risk(RATED)["revision"].clone();
                desk.ok("risk::save", json!({ "number": RATED, "initiation": last.initiation, "adverse": last.adverse,
                    "impact": last.impact, "rationale": REASON, "based_on_revision": based }));
            }
            holds(&desk.risk(RATED), &last);
        });
    }
}

/// The level shown is that of the tables for the values kept, and the target is not above it.
fn holds(shown: &Value, expected: &Likelihoods) {
    let risk: Risk = serde_json::from_value(shown["risk"].clone()).unwrap();
    assert_eq!(risk.residual, Some(*expected));
    let table = rate(expected.initiation, expected.adverse, expected.impact);
    assert_eq!(shown["row"]["level"], json!(table.level));
    assert_eq!(shown["row"]["likelihood"], json!(table.likelihood));
    assert!(risk.target.is_none_or(|target| target.rating().level <= table.level), "{risk:?}");
}
