//! The status of safeguards, decisions on addressable specifications, and their approval.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod work;

use riskwright_app::ErrorCode;
use riskwright_domain::assessment::AssessmentStatus;
use serde_json::{Value, json};
use work::{DANA, PRIYA, Work, in_days, row, today, with};

/// Required, without a condition.
const REQUIRED: &str = "45 CFR 164.308(a)(1)(ii)(A)";
/// Addressable.
const ADDRESSABLE: &str = "45 CFR 164.312(a)(2)(iv)";
/// Another addressable one.
const OTHER: &str = "45 CFR 164.312(a)(2)(iii)";

fn item(desk: &work::Desk, citation: &str) -> Value {
    row(&desk.ok("safeguard::list", json!({}))["items"], "safeguard.citation", citation).clone()
}

fn status(citation: &str, status: &str, revision: i64) -> Value {
    json!({ "status": { "safeguard": citation, "status": status, "note": "Looked at by the IT lead in November." },
        "based_on_revision": revision })
}

/// Everything that a decision against an item needs.
fn against() -> Value {
    json!({
        "specification": ADDRESSABLE,
        "contribution": "Keeps what is on lost devices unreadable.",
        "size": "Twenty-four people at two sites, nine laptops.",
        "infrastructure": "The ultrasound machine cannot encrypt its disk.",
        "cost": "A new machine costs forty thousand dollars.",
        "probability": "Theft of the machine is unlikely; it weighs 60 kg.",
        "reasonable": false,
        "rationale": "The one machine that cannot encrypt stands in a locked room.",
        "alternative": "Locked room, no images kept longer than a day.",
        "review_on": in_days(300),
    })
}

fn decide(decision: Value, revision: i64) -> Value {
    json!({ "decision": decision, "based_on_revision": revision })
}

fn approve(specifications: &[&str]) -> Value {
    json!({ "specifications": specifications, "statement": "I weighed the four factors and decided as written." })
}

#[test]
fn each_item_says_what_the_rule_allows_for_it() {
    let desk = Work::new().open(DANA);
    let list = desk.ok("safeguard::list", json!({}));
    let items = list["items"].as_array().unwrap();
    assert_eq!(items.len(), 68);
    for one in items {
        let allowed = one["allowed"].as_array().unwrap();
        let item = &one["safeguard"];
        let name = item["citation"].as_str().unwrap();
        assert_eq!(allowed.contains(&json!("alternative")), item["designation"] == "addressable", "{name}");
        assert_eq!(allowed.contains(&json!("not_applicable")), item.get("applies_if").is_some(), "{name}");
        assert!(
            ["in_place", "partial", "planned", "not_in_place"]
                .iter()
                .all(|state| allowed.contains(&json!(state)))
        );
    }
    let encryption = row(&list["items"], "safeguard.citation", ADDRESSABLE);
    assert_eq!((&encryption["mark"], &encryption["status_revision"]), (&json!("Addressable"), &json!(0)));
    let authentication = row(&list["items"], "safeguard.citation", "45 CFR 164.312(d)");
    assert_eq!(
        authentication["risks"],
        json!(["R-0001", "R-0002", "R-0003"]),
        "risks whose threats it bears on"
    );
    assert_eq!(authentication["policies"], json!(["POL-10", "POL-25"]), "policies that cover it");
}

#[test]
fn a_status_that_the_rule_does_not_allow_is_refused() {
    let desk = Work::new().open(PRIYA);
    for state in ["alternative", "not_applicable"] {
        let faults = desk.faults("safeguard::save", status(REQUIRED, state, 0));
        assert_eq!(faults, ("invalid".to_owned(), vec!["status/status not_allowed".to_owned()]), "{state}");
    }
    let conditional = desk.ok("safeguard::list", json!({}));
    let conditional = conditional["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["safeguard"].get("applies_if").is_some())
        .unwrap();
    let citation = conditional["safeguard"]["citation"].as_str().unwrap();
    let bare = json!({ "status": { "safeguard": citation, "status": "not_applicable", "note": "No." }, "based_on_revision": 0 });
    assert_eq!(desk.faults("safeguard::save", bare).1, ["status/note too_short"]);
    desk.ok("safeguard::save", status(citation, "not_applicable", 0));
    let mut unknown = status(REQUIRED, "planned", 0);
    unknown["status"]["owner"] = json!("P-999");
    unknown["status"]["policies"] = json!(["POL-99"]);
    unknown["status"]["evidence"] = json!(["E-9999"]);
    let faults = desk.faults("safeguard::save", unknown);
    assert_eq!(faults.1.len(), 3, "{faults:?}");
    assert_eq!(
        desk.refused("safeguard::save", status("45 CFR 164.999", "in_place", 0)).code,
        ErrorCode::NotFound
    );
}

#[test]
fn a_status_is_saved_and_saved_again_only_on_what_is_there() {
    let desk = Work::new().open(PRIYA);
    assert_eq!(desk.ok("safeguard::save", status(ADDRESSABLE, "alternative", 0))["revision"], 1);
    assert_eq!(desk.refused("safeguard::save", status(ADDRESSABLE, "partial", 0)).code, ErrorCode::Conflict);
    assert_eq!(desk.ok("safeguard::save", status(ADDRESSABLE, "partial", 1))["revision"], 2);
    assert_eq!(item(&desk, ADDRESSABLE)["status"]["status"], "partial");
    desk.ok("history::undo", json!({}));
    assert_eq!(item(&desk, ADDRESSABLE)["status"]["status"], "alternative");
}

#[test]
fn cost_alone_and_a_required_item_are_not_decided_on() {
    let desk = Work::new().open(PRIYA);
    let required = with(against(), &[("specification", json!(REQUIRED))]);
    assert_eq!(
        desk.faults("safeguard::decide", decide(required, 0)).1,
        ["decision/specification not_allowed"]
    );
    let cost = with(
        against(),
        &[
            ("cost_is_main_reason", json!(true)),
            ("size", json!("Small.")),
            ("infrastructure", json!("")),
            ("probability", json!("Low.")),
        ],
    );
    assert_eq!(
        desk.faults("safeguard::decide", decide(cost.clone(), 0)).1,
        ["decision/cost_is_main_reason cost_alone"]
    );
    let argued = with(cost, &[("probability", json!("Nothing of the kind has happened in ten years."))]);
    desk.ok("safeguard::decide", decide(argued, 0));
    assert_eq!(item(&desk, ADDRESSABLE)["decision_lacks"], json!(["infrastructure"]));
}

#[test]
fn a_decision_names_everything_that_it_lacks() {
    let desk = Work::new().open(PRIYA);
    let blank = json!({ "specification": ADDRESSABLE, "contribution": "", "size": "", "infrastructure": "", "cost": "",
        "probability": "", "reasonable": false, "rationale": " " });
    desk.ok("safeguard::decide", decide(blank, 0));
    let all = [
        "contribution",
        "size",
        "infrastructure",
        "cost",
        "probability",
        "rationale",
        "cost_is_main_reason",
        "alternative",
        "review_on",
    ];
    assert_eq!(item(&desk, ADDRESSABLE)["decision_lacks"], json!(all));
    desk.ok("safeguard::decide", decide(against(), 1));
    assert_eq!(item(&desk, ADDRESSABLE)["decision_lacks"], json!([]));
    let late = with(against(), &[("review_on", json!(in_days(400)))]);
    desk.ok("safeguard::decide", decide(late, 2));
    assert_eq!(item(&desk, ADDRESSABLE)["decision_lacks"], json!(["review_on"]));
    let reasonable = with(against(), &[("reasonable", json!(true))]);
    desk.ok("safeguard::decide", decide(reasonable, 3));
    assert_eq!(item(&desk, ADDRESSABLE)["decision_lacks"], json!(["implemented_by"]));
    desk.ok("safeguard::save", status(ADDRESSABLE, "in_place", 0));
    assert_eq!(item(&desk, ADDRESSABLE)["decision_lacks"], json!([]), "in place means with evidence");
}

#[test]
fn the_official_approves_all_or_none_and_is_told_of_each_that_is_not_complete() {
    let desk = Work::new().open(DANA);
    desk.ok("safeguard::decide", decide(against(), 0));
    let other = with(
        against(),
        &[("specification", json!(OTHER)), ("alternative", Value::Null), ("size", json!(""))],
    );
    desk.ok("safeguard::decide", decide(other, 0));
    let missing = "45 CFR 164.310(a)(2)(i)";
    let error = desk.refused("safeguard::approve", approve(&[ADDRESSABLE, OTHER, missing]));
    let told: Vec<_> = error.fields.iter().map(|field| (field.field.as_str(), field.code.as_str())).collect();
    assert_eq!(told, [("specifications/1", "incomplete"), ("specifications/2", "missing")]);
    assert!(error.fields[0].message.contains("size, alternative"), "{error:?}");
    assert_eq!(item(&desk, ADDRESSABLE)["decision"].get("approval"), None, "none is approved");
    desk.ok("safeguard::approve", approve(&[ADDRESSABLE]));
    let approval = item(&desk, ADDRESSABLE)["decision"]["approval"].clone();
    assert_eq!((&approval["by"], &approval["on"]), (&json!("P-001"), &json!(today())));
    assert_eq!(approval["content_hash"].as_str().map(str::len), Some(64));
}

#[test]
fn nobody_else_approves() {
    let desk = Work::new().open(PRIYA);
    desk.ok("safeguard::decide", decide(against(), 0));
    assert_eq!(desk.refused("safeguard::approve", approve(&[ADDRESSABLE])).code, ErrorCode::Forbidden);
}

#[test]
fn a_changed_decision_loses_its_approval_and_an_unchanged_one_keeps_it() {
    let desk = Work::new().open(DANA);
    desk.ok("safeguard::decide", decide(against(), 0));
    desk.ok("safeguard::approve", approve(&[ADDRESSABLE]));
    desk.ok("safeguard::decide", decide(against(), 2));
    assert!(item(&desk, ADDRESSABLE)["decision"]["approval"].is_object(), "nothing was changed");
    let given = item(&desk, ADDRESSABLE)["decision"]["approval"].clone();
    let smuggled =
        with(against(), &[("size", json!("Twenty-five people at two sites.")), ("approval", given)]);
    desk.ok("safeguard::decide", decide(smuggled, 2));
    assert_eq!(item(&desk, ADDRESSABLE)["decision"].get("approval"), None);
}

#[test]
fn a_frozen_assessment_takes_nothing() {
    let work = Work::with(|open| open.status = AssessmentStatus::InReview);
    let desk = work.open(DANA);
    for (command, request) in [
        ("safeguard::save", status(ADDRESSABLE, "in_place", 0)),
        ("safeguard::decide", decide(against(), 0)),
        ("safeguard::approve", approve(&[ADDRESSABLE])),
    ] {
        assert_eq!(desk.refused(command, request).code, ErrorCode::Frozen, "{command}");
    }
}
