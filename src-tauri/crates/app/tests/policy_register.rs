//! Exceptions, distribution and acknowledgement of a policy, as each person would go through the commands.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod work;

use serde_json::{Value, json};
use work::{DANA, MIRIAM, Work, in_days, today, with};

fn exception() -> Value {
    json!({ "policy": "POL-11", "who": "The imaging van of the north site", "statement": "S-01",
        "reason": "The van has no telephone line until the new contract begins.",
        "measures": "The crew reports by radio to the front desk, which logs the time.",
        "from": today(), "until": in_days(90) })
}

#[test]
fn an_exception_is_granted_for_a_time_and_ended_with_a_reason() {
    let work = Work::sample();
    let dana = work.open(DANA);
    let seal = dana.ok("policy::get", json!({ "number": "POL-11" }))["version"]["seal"].clone();
    let granted = dana.ok("policy::grant_exception", exception());
    let one = &granted["exceptions"][0];
    assert_eq!((&one["number"], &one["granted_by"]), (&json!("E-01"), &json!("P-001")));
    assert_eq!(granted["version"]["seal"], seal, "what was approved is not touched");
    let ended = dana.ok(
        "policy::end_exception",
        json!({ "policy": "POL-11", "number": "E-01", "reason": "The van has its line since today." }),
    );
    assert_eq!(ended["exceptions"][0]["ended"]["on"], json!(today()));
    let second = dana.ok("policy::grant_exception", exception());
    assert_eq!(second["exceptions"][1]["number"], "E-02");
}

#[test]
fn an_exception_without_end_reason_or_place_is_refused_with_all_of_it() {
    let work = Work::sample();
    let dana = work.open(DANA);
    let wrong = with(
        exception(),
        &[
            ("reason", json!("asked")),
            ("measures", json!("")),
            ("until", json!(in_days(400))),
            ("statement", json!("S-99")),
        ],
    );
    let (code, fields) = dana.faults("policy::grant_exception", wrong);
    assert_eq!(code, "invalid");
    let named: Vec<&str> = fields.iter().map(|field| field.split(' ').next().unwrap()).collect();
    for field in ["reason", "measures", "until", "statement"] {
        assert!(named.contains(&field), "{field} in {fields:?}");
    }
    let error = work.open(MIRIAM).refused("policy::grant_exception", exception());
    assert_eq!(serde_json::to_value(error.code).unwrap(), "forbidden", "the security official grants");
}

#[test]
fn who_was_given_a_version_and_who_signed_is_recorded_beside_what_was_approved() {
    let work = Work::sample();
    let dana = work.open(DANA);
    let before = dana.ok("policy::get", json!({ "number": "POL-11" }));
    let version = before["version"]["number"].clone();
    let given = json!({ "policy": "POL-11", "version": version, "on": today(), "to": "All workforce members",
        "how": "Binder at the front desk" });
    let already = before["version"]["distribution"].as_array().map_or(0, Vec::len);
    let after = dana.ok("policy::distribute", given);
    assert_eq!(after["version"]["distribution"].as_array().unwrap().len(), already + 1);
    let signed = json!({ "policy": "POL-11", "version": version, "on": today(), "how": "Signed list",
        "names": ["Ada Byron", " Grace Hopper "] });
    let after = dana.ok("policy::acknowledge", signed.clone());
    let names: Vec<&str> = after["version"]["acknowledgements"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["who"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["Ada Byron", "Grace Hopper"]);
    assert_eq!(after["version"]["seal"], before["version"]["seal"]);
    let document = dana.ok("document::write", json!({ "policy": "POL-11" }));
    let seal = before["version"]["seal"]["content_hash"].clone();
    assert_eq!(document["content_hash"], seal, "the approved content prints as before");
    let faults = dana.faults("policy::acknowledge", with(signed, &[("names", json!(["Ada Byron", ""]))]));
    assert_eq!(faults.1, ["names/1 too_short"]);
}

#[test]
fn a_draft_is_not_given_out() {
    let work = Work::sample();
    let dana = work.open(DANA);
    dana.ok("policy::draft", json!({ "number": "POL-08" }));
    let given =
        json!({ "policy": "POL-08", "version": "1.0", "on": today(), "to": "Everybody", "how": "E-mail" });
    let error = dana.refused("policy::distribute", given);
    assert_eq!(serde_json::to_value(error.code).unwrap(), "frozen");
}
