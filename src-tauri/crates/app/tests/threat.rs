//! Deciding about threats, the organization's own, and the risks that applicable ones propose.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod work;

use riskwright_domain::assessment::{AssessmentStatus, Capability};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use work::{DANA, OPEN, PRIYA, Work, row};

fn threat(desk: &work::Desk, id: &str) -> Value {
    row(&desk.ok("threat::list", json!({}))["threats"], "id", id).clone()
}

fn own() -> Value {
    json!({ "name": "Ferry cut off by ice", "description": "The island site cannot be reached for days.",
        "source_class": "environmental", "cia": ["A"] })
}

#[test]
fn the_list_has_every_threat_with_its_decision_and_what_bears_on_it() {
    let desk = Work::new().open(DANA);
    let list = desk.ok("threat::list", json!({}));
    assert_eq!((&list["assessment"], &list["open"]), (&json!(OPEN), &json!(true)));
    assert_eq!(list["threats"].as_array().unwrap().len(), 99);
    let first = row(&list["threats"], "id", "T-001");
    assert_eq!(first["answer"], "applicable");
    assert_eq!(first["risks"], json!(["R-0001", "R-0002"]));
    assert_eq!(first["revision"], 1);
    assert_eq!(first["vulnerabilities"][1]["name"], "Weak, reused or default passwords");
    assert!(first["safeguards"].as_array().unwrap().contains(&json!("45 CFR 164.312(d)")));
}

#[test]
fn a_threat_that_does_not_apply_needs_its_reason() {
    let desk = Work::new().open(PRIYA);
    let revision = threat(&desk, "T-001")["revision"].clone();
    let not = |reason: &str| json!({ "threat": "T-001", "answer": "not_applicable", "reason": reason, "based_on_revision": revision });
    for reason in ["", "   too short   ", "nineteen characters"] {
        let faults = desk.faults("threat::decide", not(reason));
        assert_eq!(faults, ("invalid".to_owned(), vec!["reason too_short".to_owned()]), "{reason:?}");
    }
    assert_eq!(threat(&desk, "T-001")["answer"], "applicable", "a refused decision changes nothing");
    let saved = desk.ok("threat::decide", not("  The clinic has no e-mail at all. "));
    assert_eq!(saved["revision"], 2);
    let after = threat(&desk, "T-001");
    assert_eq!(
        (&after["answer"], &after["reason"]),
        (&json!("not_applicable"), &json!("The clinic has no e-mail at all."))
    );
    desk.ok("threat::decide", json!({ "threat": "T-001", "answer": "unsure", "based_on_revision": 2 }));
    assert_eq!(threat(&desk, "T-001")["answer"], "unsure");
    assert_eq!(
        desk.refused(
            "threat::decide",
            json!({ "threat": "T-999", "answer": "unsure", "based_on_revision": 0 })
        )
        .code,
        riskwright_app::ErrorCode::NotFound
    );
}

#[test]
fn a_first_decision_says_so_and_two_at_once_contradict() {
    let work = Work::with(|open| open.threats.clear());
    let (dana, priya) = (work.open(DANA), work.open(PRIYA));
    let decide = |answer: &str| json!({ "threat": "T-002", "answer": answer, "based_on_revision": 0 });
    assert_eq!(threat(&dana, "T-002")["revision"], 0);
    dana.ok("threat::decide", decide("applicable"));
    let error = priya.refused("threat::decide", decide("unsure"));
    assert_eq!(error.code, riskwright_app::ErrorCode::Conflict);
    assert_eq!(
        (error.conflicts[0].by.as_str(), threat(&priya, "T-002")["answer"].as_str()),
        (DANA, Some("applicable"))
    );
}

#[test]
fn a_decision_that_came_forward_is_confirmed_by_saving_it() {
    let work = Work::with(|open| open.threats.iter_mut().for_each(|one| one.carried = true));
    let desk = work.open(DANA);
    let before = threat(&desk, "T-002");
    assert_eq!(before["carried"], true);
    let same = json!({ "threat": "T-002", "answer": before["answer"], "reason": before["reason"], "based_on_revision": before["revision"] });
    desk.ok("threat::decide", same);
    assert_eq!(threat(&desk, "T-002")["carried"], false);
}

#[test]
fn an_own_threat_is_added_changed_used_and_removed() {
    let desk = Work::new().open(DANA);
    let faults = desk.faults(
        "threat::save_own",
        json!({ "name": " x", "description": "", "source_class": "environmental", "cia": [] }),
    );
    assert_eq!(faults.1, ["name too_short", "description too_short", "cia required"]);
    let id = desk.ok("threat::save_own", own())["number"].clone();
    assert_eq!(id, "TX-01");
    assert_eq!(desk.faults("threat::save_own", own()).1, ["name duplicate"]);
    let changed = work::with(own(), &[("id", id.clone()), ("name", json!("Ferry cut off"))]);
    desk.ok("threat::save_own", changed);
    let shown = threat(&desk, "TX-01");
    assert_eq!(
        (&shown["name"], &shown["own"], &shown["answer"]),
        (&json!("Ferry cut off"), &json!(true), &Value::Null)
    );
    desk.ok("threat::decide", json!({ "threat": id, "answer": "applicable", "based_on_revision": 0 }));
    let risk = json!({ "risks": [{ "threat": id, "asset": "A-008" }] });
    let number = desk.ok("threat::add_risks", risk)["numbers"][0].clone();
    let error = desk.refused("threat::remove_own", json!({ "id": id }));
    assert_eq!(error.code, riskwright_app::ErrorCode::InUse);
    assert!(error.message.contains(number.as_str().unwrap()), "{error:?}");
    desk.ok("risk::remove", json!({ "number": number }));
    desk.ok("threat::remove_own", json!({ "id": id }));
    let ids = desk.ok("threat::list", json!({}))["threats"].to_string();
    assert!(!ids.contains("TX-01"));
    let next = desk.ok("threat::save_own", own())["number"].clone();
    assert_eq!(next, "TX-02", "a number is not given twice");
}

#[test]
fn risks_are_added_unrated_and_never_twice() {
    let desk = Work::new().open(DANA);
    let new = json!({ "risks": [
        { "threat": "T-007", "asset": "A-008", "vulnerabilities": ["V-06"], "conditions": ["PC-01"], "effect": " Files are lost. " },
        { "threat": "T-007", "asset": "A-011" },
    ] });
    let numbers = desk.ok("threat::add_risks", new.clone())["numbers"].clone();
    assert_eq!(numbers, json!(["R-0090", "R-0091"]), "the numbers go on after those of last year");
    let risk = desk.risk("R-0090");
    assert_eq!((&risk["risk"]["status"], &risk["risk"]["owner"]), (&json!("identified"), &json!("P-004")));
    assert_eq!((&risk["risk"]["residual"], &risk["row"]["level"]), (&Value::Null, &Value::Null));
    assert_eq!(
        (&risk["risk"]["effect"], &risk["limit"]["may_accept"]),
        (&json!("Files are lost."), &json!(false))
    );
    let again = desk.faults("threat::add_risks", new);
    assert_eq!(again.1, ["risks/0 duplicate", "risks/1 duplicate"]);
}

#[test]
fn every_wrong_risk_is_named_and_none_is_added() {
    let desk = Work::new().open(DANA);
    let before = desk.content();
    let wrong = json!({ "risks": [
        { "threat": "T-999", "asset": "A-999", "vulnerabilities": ["V-99"], "conditions": ["PC-99"] },
        { "threat": "T-007", "asset": "A-008" },
        { "threat": "T-007", "asset": "A-008" },
    ] });
    let faults = desk.faults("threat::add_risks", wrong);
    let unknown = ["threat", "asset", "vulnerabilities", "conditions"]
        .map(|field| format!("risks/0/{field} unknown_reference"));
    assert_eq!(faults.1, [unknown.as_slice(), &["risks/2 duplicate".to_owned()]].concat());
    let excluded =
        row(&desk.ok("threat::list", json!({}))["threats"], "answer", "not_applicable")["id"].clone();
    let faults =
        desk.faults("threat::add_risks", json!({ "risks": [{ "threat": excluded, "asset": "A-008" }] }));
    assert_eq!(faults.1, ["risks/0/threat not_allowed"]);
    assert_eq!(desk.content(), before);
}

#[test]
fn a_proposal_says_why_and_what_it_left_out() {
    let work = Work::with(|open| {
        let laptops = open.assets.iter_mut().find(|asset| asset.number.as_str() == "A-010").unwrap();
        laptops.capabilities = Some(vec![Capability::EncryptionAtRest]);
    });
    let desk = work.open(DANA);
    let found = desk.ok("threat::propose", json!({}));
    let proposals = found["proposals"].as_array().unwrap();
    let theft = proposals.iter().find(|one| one["threat"] == "T-013" && one["asset"] == "A-010").unwrap();
    let ids: Vec<&str> =
        theft["vulnerabilities"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["V-28", "V-30"], "V-13 is closed by encryption at rest");
    let because = theft["because"].as_str().unwrap();
    assert!(
        because.contains("confidentiality (Moderate)")
            && because.contains("encryption at rest is switched on"),
        "{because}"
    );
    let other = proposals.iter().find(|one| one["threat"] == "T-013" && one["asset"] == "A-012").unwrap();
    assert_eq!(other["vulnerabilities"][0]["id"], "V-13");
}

#[test]
fn what_is_in_the_register_is_not_proposed_and_no_applicable_threat_is_forgotten() {
    let desk = Work::new().open(DANA);
    let found = desk.ok("threat::propose", json!({}));
    let text = |value: &Value, field: &str| value[field].as_str().unwrap().to_owned();
    let proposals = found["proposals"].as_array().unwrap();
    let pairs: BTreeSet<(String, String)> =
        proposals.iter().map(|one| (text(one, "threat"), text(one, "asset"))).collect();
    assert_eq!(pairs.len(), proposals.len(), "no pair twice");
    assert!(!pairs.contains(&("T-001".to_owned(), "A-001".to_owned())), "R-0002 is that");
    let mut seen: BTreeSet<String> = pairs.iter().map(|(threat, _)| threat.clone()).collect();
    seen.extend(found["without"].as_array().unwrap().iter().map(|one| text(one, "id")));
    for one in desk.ok("threat::list", json!({}))["threats"].as_array().unwrap() {
        let at_risk = !one["risks"].as_array().unwrap().is_empty();
        let id = text(one, "id");
        if one["answer"] == "applicable" {
            assert!(at_risk || seen.contains(&id), "{id} is forgotten");
        } else {
            assert!(!seen.contains(&id), "{id} does not apply");
        }
    }
}

#[test]
fn a_frozen_assessment_takes_no_decision() {
    let work = Work::with(|open| open.status = AssessmentStatus::InReview);
    let desk = work.open(DANA);
    assert_eq!(desk.ok("threat::list", json!({}))["open"], false);
    for (command, request) in [
        ("threat::decide", json!({ "threat": "T-001", "answer": "unsure", "based_on_revision": 1 })),
        ("threat::save_own", own()),
        ("threat::remove_own", json!({ "id": "TX-01" })),
        ("threat::add_risks", json!({ "risks": [{ "threat": "T-007", "asset": "A-008" }] })),
    ] {
        assert_eq!(desk.refused(command, request).code, riskwright_app::ErrorCode::Frozen, "{command}");
    }
}

#[test]
fn a_decision_and_added_risks_can_be_taken_back() {
    let desk = Work::new().open(DANA);
    let before = desk.content();
    desk.ok("threat::decide", json!({ "threat": "T-002", "answer": "unsure", "based_on_revision": 1 }));
    desk.ok("threat::save_own", own());
    desk.ok("threat::add_risks", json!({ "risks": [{ "threat": "T-007", "asset": "A-008" }, { "threat": "T-007", "asset": "A-011" }] }));
    let label = desk.ok("history::undo_state", json!({}))["undo"]["label"].clone();
    assert_eq!(label, "putting R-0090, R-0091 into the register");
    for _ in 0..3 {
        desk.ok("history::undo", json!({}));
    }
    assert_eq!(desk.content(), before);
    for _ in 0..3 {
        desk.ok("history::redo", json!({}));
    }
    assert_eq!(desk.ok("risk::list", json!({}))["risks"].as_array().unwrap().len(), 5);
}
