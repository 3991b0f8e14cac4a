//! An assessment through its commands: begun, answered, handed in, approved, carried into the next year.
//!
//! Whatever is done in whatever order, none is approved that breaks a rule.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod year;

use serde_json::{Value, json};
use year::{DANA, MIRIAM, Ready, WALTER, code};

#[test]
fn the_approver_binds_to_what_was_seen_and_the_approval_holds_when_a_risk_is_rated_anew() {
    let clinic = Ready::new();
    let (dana, miriam) = (clinic.open(DANA), clinic.open(MIRIAM));
    let before = dana.ok("assessment::get", json!({}));
    assert_eq!((&before["status"], &before["open"]), (&json!("in_progress"), &json!(true)));
    assert_eq!(
        code(miriam.refused("assessment::approve", year::approve(&before))),
        "frozen",
        "not handed in"
    );
    let view = dana.ok("assessment::submit", json!({}));
    assert_eq!(view["content_hash"], before["content_hash"], "its state is no content");
    let note = json!({ "question": "Q044", "complete": false, "based_on_revision": 1 });
    assert_eq!(code(dana.refused("assessment::answer", note)), "frozen");
    let mut wrong = year::approve(&view);
    wrong["content_hash"] = json!("00".repeat(32));
    assert_eq!(code(miriam.refused("assessment::approve", wrong)), "conflict");
    let mut official = year::approve(&view);
    official["capacity"] = json!("security_official");
    assert_eq!(code(miriam.refused("assessment::approve", official)), "forbidden", "she is no official");
    let walter = clinic.open(WALTER);
    assert_eq!(code(walter.refused("assessment::approve", year::approve(&view))), "forbidden");
    let approved = miriam.ok("assessment::approve", year::approve(&view));
    assert_eq!((&approved["status"], &approved["approvals"][0]["holds"]), (&json!("approved"), &json!(true)));
    assert_eq!(approved["changed_since"], json!([]));
    assert_eq!(code(miriam.refused("assessment::approve", year::approve(&approved))), "exists");

    let risk = dana.ok("risk::get", json!({ "number": "R-0021" }));
    dana.ok("risk::save", year::rating(&risk, "low"));
    let after = dana.ok("assessment::get", json!({}));
    assert_eq!(after["changed_since"], json!([{ "kind": "risk", "id": "AS-2026/R-0021" }]));
    assert_eq!(after["approvals"][0]["holds"], true, "what was approved stays in the history");
    assert_ne!(after["content_hash"], approved["content_hash"]);

    let request = json!({ "assessment": "AS-2026", "about": "R-0021", "text": "The rating of March named a wrong day." });
    let corrected = dana.ok("assessment::addendum", request);
    assert_eq!(corrected["addenda"].as_array().unwrap().len(), 1);
    assert_eq!(corrected["approvals"][0]["holds"], true);
    let second = json!({
        "capacity": "security_official", "statement": "I have reviewed this assessment and approve it.",
        "content_hash": corrected["content_hash"],
    });
    let both = dana.ok("assessment::approve", second);
    let holds: Vec<_> =
        both["approvals"].as_array().unwrap().iter().map(|one| one["holds"].clone()).collect();
    assert_eq!(holds, [true, true], "each to what was there when it was given");
}

#[test]
fn what_is_missing_is_named_completely_and_the_assessment_goes_back_with_a_reason() {
    let clinic = Ready::new();
    let (dana, miriam) = (clinic.open(DANA), clinic.open(MIRIAM));
    for threat in ["T-001", "T-002"] {
        dana.ok("threat::decide", clinic.threat(&dana, threat, "unsure"));
    }
    let refused = dana.refused("assessment::submit", json!({}));
    let named: Vec<(&str, &str)> = refused
        .fields
        .iter()
        .map(|field| (field.code.as_str(), field.message.split(':').next().unwrap()))
        .collect();
    assert_eq!(named, [("threat_unsure", "T-001"), ("threat_unsure", "T-002")]);
    for threat in ["T-001", "T-002"] {
        dana.ok("threat::decide", clinic.threat(&dana, threat, "applicable"));
    }
    dana.ok("assessment::submit", json!({}));
    assert_eq!(code(miriam.refused("assessment::reject", json!({ "reason": "No." }))), "invalid");
    let reason = "Look at the attic of North Shore first.";
    let back = miriam.ok("assessment::reject", json!({ "reason": reason }));
    assert_eq!((&back["status"], &back["rejections"][0]["reason"]), (&json!("in_progress"), &json!(reason)));
    dana.ok("assessment::submit", json!({}));
}

#[test]
fn the_next_one_comes_forward_from_what_counts_and_is_confirmed_before_it_is_handed_in() {
    let clinic = Ready::new();
    let (dana, miriam) = (clinic.open(DANA), clinic.open(MIRIAM));
    let begin = json!({ "year": 2027, "kind": "annual", "previous": "AS-2026" });
    assert_eq!(code(dana.refused("assessment::begin", begin.clone())), "frozen", "one is being worked on");
    let view = dana.ok("assessment::submit", json!({}));
    miriam.ok("assessment::approve", year::approve(&view));
    let again = json!({ "year": 2026, "kind": "annual", "previous": "AS-2026" });
    assert_eq!(code(dana.refused("assessment::begin", again)), "exists");
    let unknown = json!({ "year": 2027, "kind": "annual", "previous": "AS-2025" });
    assert_eq!(code(dana.refused("assessment::begin", unknown)), "invalid");
    let event =
        dana.ok("assessment::begin", json!({ "year": 2026, "kind": "triggered", "previous": "AS-2026" }));
    assert_eq!(event["number"], "AS-2026-T1");

    let view = dana.ok("assessment::get", json!({}));
    let waiting = view["to_confirm"].as_array().unwrap().clone();
    assert_eq!(event["to_confirm"], json!(waiting.len()));
    assert_eq!(dana.ok("assessment::difference", json!({}))["changes"], json!([]));
    let refused = dana.refused("assessment::submit", json!({}));
    assert!(refused.fields.iter().all(|field| field.code == "not_confirmed"), "{:#?}", refused.fields);
    assert_eq!(refused.fields.len(), waiting.len());

    let one = json!({ "records": [waiting[0]] });
    let left = dana.ok("assessment::confirm", one);
    assert_eq!(left["to_confirm"].as_array().unwrap().len(), waiting.len() - 1);
    dana.ok("history::undo", json!({}));
    assert_eq!(dana.ok("assessment::get", json!({}))["to_confirm"].as_array().unwrap().len(), waiting.len());
    dana.ok("assessment::confirm", json!({ "records": waiting }));
    dana.ok("assessment::save", clinic.self_description(&dana));
    let view = dana.ok("assessment::submit", json!({}));
    miriam.ok("assessment::approve", year::approve(&view));
    let list = dana.ok("assessment::list", json!({}));
    let states: Vec<_> =
        list["assessments"].as_array().unwrap().iter().map(|one| one["status"].clone()).collect();
    assert_eq!(states, ["approved", "superseded"]);
}

#[test]
fn an_answer_is_saved_as_it_grows_and_refused_where_it_is_wrong() {
    let clinic = Ready::new();
    let dana = clinic.open(DANA);
    let row = json!({ "type": "Employee", "role": "Nurse", "count": "6" });
    let wrong = json!({ "question": "Q018", "rows": [row, { "type": "Employee", "role": "Clerk", "count": "many" }],
        "choices": ["some"], "based_on_revision": 1 });
    let refused = dana.refused("assessment::answer", wrong);
    let fields: Vec<&str> = refused.fields.iter().map(|field| field.field.as_str()).collect();
    assert_eq!(fields, ["choices/0", "rows/1/count"]);

    let begun = json!({ "question": "Q018", "rows": [{ "type": "Employee" }], "based_on_revision": 1 });
    let saved = dana.ok("assessment::answer", begun)["question"].clone();
    assert_eq!((&saved["state"], &saved["done"], &saved["total"]), (&json!("partly"), &json!(0), &json!(1)));
    let whole = json!({ "question": "Q018", "rows": [row], "complete": true, "based_on_revision": saved["revision"] });
    assert_eq!(dana.ok("assessment::answer", whole)["question"]["state"], "answered");
    let path = dana.ok("assessment::path", json!({}));
    assert_eq!((&path["last"], path["factors"].as_array().unwrap().len()), (&json!("Q018"), 13));
    let refused = dana.refused(
        "assessment::answer",
        json!({ "question": "Q018", "complete": true, "based_on_revision": 0 }),
    );
    assert_eq!(code(refused), "conflict", "there is one");
    dana.ok("history::undo", json!({}));
    let again = dana.ok("assessment::path", json!({}));
    let questions =
        || again["factors"].as_array().unwrap().iter().flat_map(|one| one["questions"].as_array().unwrap());
    let q018 = questions().find(|one| one["question"]["id"] == "Q018").unwrap();
    assert_eq!(q018["state"], "partly");
}

#[test]
fn an_event_opens_the_review_of_what_hangs_on_it_and_ends_with_an_outcome() {
    let clinic = Ready::new();
    let dana = clinic.open(DANA);
    let event = |touches: Value| {
        json!({ "kind": "vulnerability", "what": "A flaw in the EHR is exploited elsewhere.", "on": "2026-03-20",
            "touches": touches, "owner": "P-004" })
    };
    let unknown =
        event(json!([{ "kind": "asset", "id": "AS-2026/A-999" }, { "kind": "person", "id": "P-001" }]));
    let refused = dana.refused("trigger::open", unknown);
    let fields: Vec<&str> = refused.fields.iter().map(|field| field.field.as_str()).collect();
    assert_eq!(fields, ["touches/0", "touches/1"]);
    let opened = dana.ok("trigger::open", event(json!([{ "kind": "asset", "id": "AS-2026/A-018" }])));
    let touches = opened["trigger"]["touches"].as_array().unwrap();
    assert_eq!(touches[0], json!({ "kind": "asset", "id": "AS-2026/A-018" }));
    assert!(
        touches.contains(&json!({ "kind": "risk", "id": "AS-2026/R-0073" })),
        "the certificate of the exchange"
    );
    assert!(
        !touches.contains(&json!({ "kind": "risk", "id": "AS-2026/R-0015" })),
        "a stolen laptop is elsewhere"
    );
    assert_eq!((&opened["trigger"]["number"], &opened["overdue"]), (&json!("TR-001"), &json!(false)));
    let attention = || dana.ok("workspace::home", json!({}))["attention"].as_array().unwrap().clone();
    let named = |one: &Value| one["route"] == "triggers?number=TR-001";
    assert!(attention().iter().any(named));
    let end = json!({ "number": "TR-001", "outcome": "The vendor had closed the flaw the week before." });
    dana.ok("trigger::close", end.clone());
    assert_eq!(code(dana.refused("trigger::close", end)), "frozen");
    assert!(!attention().iter().any(named));
}
