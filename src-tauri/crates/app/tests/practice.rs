//! Practices from registering to the record of their use, as each person would go through the commands.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod work;

use serde_json::{Value, json};
use work::{DANA, Desk, MIRIAM, THEO, Work, in_days, today};

/// A practice of the sample that rests on a policy, and one on a determination for its case.
const BY_POLICY: &str = "PR-0001";

const DESCRIPTION: &str =
    "The on-call responder disables the credential of a client whose secret is in other hands.";

fn get(desk: &Desk, number: &str) -> Value {
    desk.ok("practice::get", json!({ "number": number }))
}

fn begun(desk: &Desk) -> Value {
    desk.ok("practice::begin", json!({ "title": "Suspend a stolen credential", "description": DESCRIPTION }))
}

fn saved(desk: &Desk, detail: &Value, change: impl FnOnce(&mut Value)) -> Value {
    let mut practice = detail["practice"].clone();
    change(&mut practice);
    desk.ok("practice::save", json!({ "practice": practice, "based_on_revision": detail["revision"] }))
}

/// The practice of the sample under the number of a new one.
fn as_in_the_sample(desk: &Desk, number: &str) -> Value {
    let new = begun(desk);
    let wanted = get(desk, number)["practice"].clone();
    saved(desk, &new, |practice| {
        let kept = (practice["id"].clone(), practice["number"].clone());
        *practice = wanted;
        (practice["id"], practice["number"]) = kept;
    })
}

fn number(detail: &Value) -> &str {
    detail["practice"]["number"].as_str().unwrap()
}

/// Result and question of each criterion.
fn results(desk: &Desk, number: &str) -> Vec<(Value, Value)> {
    let check = desk.ok("practice::check", json!({ "number": number }));
    let criteria = check["criteria"].as_array().unwrap();
    criteria.iter().map(|one| (one["id"].clone(), one["result"].clone())).collect()
}

#[test]
fn a_practice_registered_through_commands_is_judged_like_the_same_one_of_the_sample() {
    let work = Work::sample();
    let dana = work.open(DANA);
    let new = as_in_the_sample(&dana, BY_POLICY);
    let number = number(&new).to_owned();
    assert_eq!(new["practice"]["state"], "proposed");
    let sample = get(&dana, BY_POLICY)["practice"].clone();
    dana.ok("practice::start", json!({ "number": number, "on": sample["start_date"] }));
    for record in sample["application"]["records"].as_array().unwrap() {
        let mut request = json!({ "number": number, "restricted": true, "on": record["on"],
            "requestor_class": record["requestor_class"], "outcome": record["outcome"] });
        if let Some(deviation) = record.get("deviation") {
            request["deviation"] = deviation.clone();
        }
        dana.ok("practice::record", request);
    }
    let outcome = "Looked at every application of the quarter; nothing is left to be done.";
    dana.ok("practice::review", json!({ "number": number, "outcome": outcome, "open_finding": false }));
    for one in sample["judgements"].as_array().unwrap() {
        let request = json!({ "number": number, "criterion": one["criterion"], "met": one["met"],
            "reason": one["reason"] });
        dana.ok("practice::judge", request);
    }
    assert_eq!(results(&dana, &number), results(&dana, BY_POLICY));
}

#[test]
fn a_practice_is_begun_with_what_exactly_is_done() {
    let work = Work::sample();
    let dana = work.open(DANA);
    let wrong = json!({ "title": "Stop", "description": "Stops things.", "practice_type": "PT-99" });
    let (code, fields) = dana.faults("practice::begin", wrong);
    assert_eq!(code, "invalid");
    assert_eq!(fields, ["title too_short", "description too_short", "practice_type unknown_reference"]);
    let detail = begun(&dana);
    assert_eq!(number(&detail), "PR-0005", "the sample has four");
    assert_eq!(detail["locked"], false);
}

#[test]
fn saving_keeps_what_has_acts_of_its_own() {
    let work = Work::sample();
    let dana = work.open(DANA);
    let before = get(&dana, BY_POLICY);
    let after = saved(&dana, &before, |practice| {
        practice["title"] = json!("Suspend a client after abuse");
        practice["state"] = json!("ended");
        practice["judgements"] = json!([]);
        practice["application"]["records"] = json!([]);
        practice["reviews"] = json!([]);
    });
    assert_eq!(after["practice"]["title"], "Suspend a client after abuse");
    for field in ["state", "judgements", "reviews"] {
        assert_eq!(after["practice"][field], before["practice"][field], "{field}");
    }
    assert_eq!(after["practice"]["application"]["records"], before["practice"]["application"]["records"]);
}

#[test]
fn a_changed_rule_and_a_new_explanation_are_stamped() {
    let work = Work::sample();
    let dana = work.open(DANA);
    let before = get(&dana, BY_POLICY);
    let risk = before["practice"]["risks"][0]["risk"].clone();
    let level = dana.risk(risk.as_str().unwrap())["row"]["level"].clone();
    let after = saved(&dana, &before, |practice| {
        practice["application"]["rule"] = json!("Every registered client is treated alike; see POL-25.");
        practice["risks"][0]["explanation"] =
            json!("Disabling the credential ends the draw of records in one step.");
        practice["risks"][0]["level"] = json!("very_low");
    });
    assert_eq!(after["practice"]["application"]["rule_changed_on"], json!(today()));
    assert_eq!(after["practice"]["risks"][0]["level"], level, "not what the page sent");
}

#[test]
fn references_that_lead_nowhere_are_all_named() {
    let work = Work::sample();
    let dana = work.open(DANA);
    let detail = get(&dana, BY_POLICY);
    let mut practice = detail["practice"].clone();
    practice["risks"][0]["risk"] = json!("R-9999");
    practice["decision"]["by"] = json!("P-999");
    let request = json!({ "practice": practice, "based_on_revision": detail["revision"] });
    let (code, fields) = dana.faults("practice::save", request);
    assert_eq!(code, "invalid");
    assert!(fields.contains(&"risks/0/risk unknown_reference".to_owned()), "{fields:?}");
    assert!(fields.contains(&"decision/by unknown_reference".to_owned()), "{fields:?}");
    assert_eq!(get(&dana, BY_POLICY), detail, "nothing was saved");
}

#[test]
fn two_people_who_change_the_same_field_see_both_values() {
    let work = Work::sample();
    let (dana, theo) = (work.open(DANA), work.open(THEO));
    let seen = get(&dana, BY_POLICY);
    saved(&theo, &seen, |practice| practice["title"] = json!("Theo's title of the practice"));
    let mut practice = seen["practice"].clone();
    practice["title"] = json!("Dana's title of the practice");
    let request = json!({ "practice": practice, "based_on_revision": seen["revision"] });
    let error = dana.refused("practice::save", request);
    let conflict = &error.conflicts[0];
    assert_eq!(conflict.field, "/title");
    assert_eq!(conflict.theirs, Some(json!("Theo's title of the practice")));
    let merged = saved(&dana, &seen, |practice| practice["review_interval_days"] = json!(30));
    assert_eq!(merged["practice"]["title"], "Theo's title of the practice", "another field is merged");
}

#[test]
fn a_change_can_be_taken_back() {
    let work = Work::sample();
    let dana = work.open(DANA);
    let before = get(&dana, BY_POLICY);
    saved(&dana, &before, |practice| practice["title"] = json!("A title that nobody wanted"));
    dana.ok("history::undo", json!({}));
    assert_eq!(get(&dana, BY_POLICY)["practice"], before["practice"]);
}

#[test]
fn an_application_is_recorded_only_while_the_practice_is_in_use() {
    let work = Work::sample();
    let dana = work.open(DANA);
    let detail = begun(&dana);
    let number = number(&detail);
    let record = |on: jiff::civil::Date| {
        json!({ "number": number, "on": on, "requestor_class": "other provider", "outcome": "Suspended an hour.",
            "restricted": true })
    };
    assert_eq!(dana.faults("practice::record", record(today())).1, ["on not_allowed"], "proposed");
    dana.ok("practice::start", json!({ "number": number }));
    assert_eq!(dana.faults("practice::record", record(in_days(1))).1, ["on in_future"]);
    assert_eq!(dana.faults("practice::record", record(in_days(-1))).1, ["on not_allowed"], "before it began");
    let after = dana.ok("practice::record", record(today()));
    assert_eq!(after["practice"]["application"]["records"][0]["restricted"], true);
    assert_eq!(after["consistency"]["classes"][0]["restricted"], 1);
    let unexplained = work::with(record(today()), &[("deviation", json!({ "reason": "asked" }))]);
    assert_eq!(dana.faults("practice::record", unexplained).1, ["deviation/reason too_short"]);
    dana.ok("practice::end", json!({ "number": number }));
    let error = dana.refused("practice::remove", json!({ "number": number }));
    assert_eq!(serde_json::to_value(error.code).unwrap(), "frozen", "what was used is kept");
}

#[test]
fn only_what_was_never_used_is_taken_out() {
    let work = Work::sample();
    let dana = work.open(DANA);
    let detail = begun(&dana);
    let number = number(&detail);
    dana.ok("practice::remove", json!({ "number": number }));
    dana.refused("practice::get", json!({ "number": number }));
    let error = dana.refused("practice::remove", json!({ "number": BY_POLICY }));
    assert_eq!(serde_json::to_value(error.code).unwrap(), "frozen");
}

#[test]
fn a_full_block_is_approved_by_somebody_else() {
    let work = Work::sample();
    let (dana, miriam) = (work.open(DANA), work.open(MIRIAM));
    let detail = begun(&dana);
    let number = number(&detail);
    let approval = json!({ "number": number, "record": "Minutes of the meeting of today, item 3." });
    assert_eq!(miriam.faults("practice::approve_block", approval.clone()).1, ["number not_allowed"]);
    saved(&dana, &detail, |practice| {
        practice["restrictiveness"] = json!("full_block");
        practice["decision"] = json!({ "by": "P-001", "on": today(), "record": "Minutes, item 2." });
    });
    let error = dana.refused("practice::approve_block", approval.clone());
    assert_eq!(serde_json::to_value(error.code).unwrap(), "forbidden");
    let after = miriam.ok("practice::approve_block", approval);
    assert_eq!(after["practice"]["second_approval"]["by"], "P-002");
}

/// A practice of the sample that rests on a determination, and that practice's determination.
fn case_of_the_sample(desk: &Desk) -> Value {
    let list = desk.ok("practice::list", json!({}));
    let numbers = list["practices"].as_array().unwrap().iter().map(|row| row["number"].as_str().unwrap());
    let mut details = numbers.map(|number| get(desk, number));
    details.find(|detail| detail["practice"]["basis"].get("case").is_some()).unwrap()["practice"].clone()
}

#[test]
fn a_case_is_decided_once_and_does_not_change_after() {
    let work = Work::sample();
    let dana = work.open(DANA);
    let sample = case_of_the_sample(&dana);
    let new = begun(&dana);
    let number = number(&new).to_owned();
    let mut case = sample["basis"]["case"].clone();
    for field in ["decided_at", "recorded_at", "approver"] {
        case.as_object_mut().unwrap().remove(field);
    }
    case["review_on"] = json!(in_days(20));
    let facts = case["facts"].clone();
    let undecided = saved(&dana, &new, |practice| {
        for field in ["risks", "scope", "practice_type"] {
            if let Some(value) = sample.get(field) {
                practice[field] = value.clone();
            }
        }
        case["facts"] = json!("");
        case["alternatives"] = json!([]);
        practice["basis"] = json!({ "case": case });
    });
    let (code, fields) = dana.faults("practice::decide", json!({ "number": number }));
    assert_eq!(code, "invalid");
    for field in ["basis/case/facts incomplete", "basis/case/alternatives incomplete"] {
        assert!(fields.contains(&field.to_owned()), "{field} in {fields:?}");
    }
    let complete = saved(&dana, &undecided, |practice| {
        practice["basis"]["case"]["facts"] = facts;
        practice["basis"]["case"]["alternatives"] = sample["basis"]["case"]["alternatives"].clone();
    });
    let decided = dana.ok("practice::decide", json!({ "number": number }));
    let case = &decided["practice"]["basis"]["case"];
    assert_eq!((&case["approver"], &decided["locked"]), (&json!("P-001"), &json!(true)));
    assert_eq!(case["decided_at"], case["recorded_at"], "written down at once");
    let mut practice = decided["practice"].clone();
    practice["basis"]["case"]["facts"] = json!("Other facts that somebody likes better.");
    let request = json!({ "practice": practice, "based_on_revision": decided["revision"] });
    let error = dana.refused("practice::save", request);
    assert_eq!(serde_json::to_value(error.code).unwrap(), "frozen");
    let again = dana.refused("practice::decide", json!({ "number": number }));
    assert_eq!(serde_json::to_value(again.code).unwrap(), "frozen");
    assert!(complete["revision"].as_i64() < decided["revision"].as_i64());
    let titled = saved(&dana, &decided, |practice| practice["title"] = json!("Hold this one request"));
    assert_eq!(titled["practice"]["basis"], decided["practice"]["basis"], "the rest can still be changed");
}

#[test]
fn the_evidence_sheet_is_a_pdf_and_leaves_a_line_in_the_trail() {
    let work = Work::sample();
    let dana = work.open(DANA);
    let sheet = dana.ok("practice::write_sheet", json!({ "number": BY_POLICY }));
    assert!(sheet["file_name"].as_str().unwrap().starts_with("PR-0001-evidence-"), "{}", sheet["file_name"]);
    assert!(sheet["content"].as_str().unwrap().starts_with("JVBERi0"), "base64 of %PDF-");
    let trail = dana.ok("audit::list", json!({}));
    let lines = trail["lines"].as_array().unwrap();
    assert!(
        lines
            .iter()
            .any(|line| line["words"].as_str().unwrap().contains("wrote the evidence sheet of PR-0001"))
    );
}

#[test]
fn choices_name_policies_in_force_risks_people_and_classes() {
    let work = Work::sample();
    let dana = work.open(DANA);
    let options = dana.ok("practice::options", json!({}));
    for list in ["practice_types", "policies", "risks", "assets", "people", "roles", "requestor_classes"] {
        assert!(!options[list].as_array().unwrap().is_empty(), "{list}");
    }
    assert_eq!(options["practice_types"].as_array().unwrap().len(), 14);
    let policy = work::row(&options["policies"], "number", "POL-25");
    assert!(policy["statements"].as_array().unwrap().len() > 3);
}
