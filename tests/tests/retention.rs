//! Retention as the security official works with it: what the law keeps is kept to the last day, holds stop
//! disposal, and what is disposed of is gone.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod program;

use jiff::ToSpan;
use jiff::civil::Date;
use program::{AUDITOR, Answer, Desk, OFFICIAL, WORKSPACE, contents};
use riskwright_app::{civil_today, sample};
use riskwright_store::{RevisionFilter, Store};
use serde_json::{Value, json};

const W: &str = "old.riskwright";
/// Protected through today.
const LAST_DAY: &str = "PR-0901";
/// Protected through yesterday.
const DAY_AFTER: &str = "PR-0902";
const SECRET: &str = "Walrus-Lantern";
const REASON: &str = "The six years are over.";

fn today() -> Date {
    civil_today(&sample::content().unwrap().organization.time_zone)
}

/// The last day in effect of a record that is protected through this one.
fn end_for(protected_until: Date) -> Date {
    protected_until.checked_sub(6.years()).unwrap()
}

fn ended(number: &str, end: Date) -> Value {
    json!({
        "number": number, "title": format!("{SECRET} {number}"), "state": "ended",
        "description": format!("{SECRET}: tokens of applications that nobody used were withdrawn."),
        "start_date": end.checked_sub(1.year()).unwrap(), "end_date": end,
    })
}

/// The sample with two practices that ended about six years ago and evidence of as long ago.
fn desk() -> Desk {
    let yesterday = today().yesterday().unwrap();
    let mut content = serde_json::to_value(sample::content().unwrap()).unwrap();
    let practices = content["practices"].as_array_mut().unwrap();
    practices.push(ended(LAST_DAY, end_for(today())));
    practices.push(ended(DAY_AFTER, end_for(yesterday)));
    let desk = Desk::new();
    desk.put("old.yaml", serde_yaml::to_string(&content).unwrap());
    desk.run(&["import", W, "old.yaml"]).expect(0);
    desk
}

fn dispose(desk: &Desk, kind: &str, id: &str) -> Answer {
    desk.run(&["retention", "dispose", W, kind, id, "--reason", REASON, "--json"])
}

fn rows(desk: &Desk, arguments: &[&str]) -> Vec<Value> {
    let all = [&["retention", "list", W, "--json"], arguments].concat();
    desk.run(&all).expect(0).json()["records"].as_array().unwrap().clone()
}

fn row(desk: &Desk, id: &str, on: Date) -> Value {
    let found = rows(desk, &["--on", &on.to_string()]).into_iter().find(|row| row["record"]["id"] == *id);
    found.unwrap_or_else(|| panic!("{id}"))
}

/// The error that refused, after its code was compared.
fn refused(answer: Answer, code: &str) -> Value {
    let error = answer.expect(2).json()["error"].clone();
    assert_eq!(error["code"], code, "{error}");
    error
}

/// Every body that the history holds.
fn bodies(desk: &Desk) -> String {
    let passphrase = sample::PASSPHRASE.to_owned().into();
    let store = Store::open(&desk.path(W), OFFICIAL, &passphrase).unwrap().store;
    let lines = store.read(|reader| reader.revisions(&RevisionFilter::default())).unwrap();
    lines.into_iter().filter_map(|line| line.body).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_record_goes_the_day_after_its_last_protected_day_and_not_before() {
    let desk = desk();
    let (today, tomorrow) = (today(), today().tomorrow().unwrap());
    assert_eq!(row(&desk, LAST_DAY, today)["state"], "protected");
    assert_eq!(row(&desk, LAST_DAY, tomorrow)["state"], "disposable");
    let error = refused(dispose(&desk, "practice", LAST_DAY), "retained");
    let message = error["message"].as_str().unwrap();
    assert!(message.contains(&format!("45 CFR 164.316(b)(2)(i) protects it until {today}")), "{message}");

    assert_eq!(row(&desk, DAY_AFTER, today)["state"], "disposable");
    assert_eq!(row(&desk, DAY_AFTER, today.yesterday().unwrap())["state"], "protected");
    let done = dispose(&desk, "practice", DAY_AFTER).expect(0).json();
    assert_eq!((&done["record"]["id"], &done["emptied"]), (&json!(DAY_AFTER), &json!(1)));
    refused(dispose(&desk, "practice", DAY_AFTER), "not_found");
    assert!(rows(&desk, &[]).iter().all(|row| row["record"]["id"] != DAY_AFTER));
}

#[test]
fn nothing_that_is_kept_can_be_disposed_of() {
    let desk = desk();
    let kept: Vec<Value> = rows(&desk, &[]).into_iter().filter(|row| row["state"] != "disposable").collect();
    let requests: Vec<String> = kept
        .iter()
        .map(|row| {
            let request = json!({ "record": row["record"], "reason": REASON });
            format!("{}\n", json!({ "command": "retention::dispose", "request": request }))
        })
        .collect();
    let kinds: std::collections::BTreeSet<&str> =
        kept.iter().map(|row| row["record"]["kind"].as_str().unwrap()).collect();
    assert_eq!(
        kinds.into_iter().collect::<Vec<_>>(),
        ["assessment", "evidence", "policy_version", "practice"]
    );
    let answers = desk.feed(&["call", W], &requests.concat()).expect(2).lines();
    assert_eq!(answers.len(), kept.len());
    for (answer, row) in answers.iter().zip(&kept) {
        assert_eq!(answer["error"]["code"], "retained", "{row}: {answer}");
    }
    desk.run(&["export", W, "-o", "after.yaml"]).expect(0);
    assert_eq!(rows(&desk, &[]).len(), kept.len() + 1, "only the one past its six years could have gone");
}

#[test]
fn a_hold_stops_disposal_until_it_is_released() {
    let desk = desk();
    let hold = ["retention", "hold", W, "--title", "A complaint", "--reason", "The office asked for it."];
    let placed = desk.run(&[&hold[..], &["--record", &format!("practice:{DAY_AFTER}"), "--json"]].concat());
    let placed = placed.expect(0).json();
    assert_eq!((&placed["hold"]["number"], &placed["in_force"]), (&json!("H-001"), &json!(true)));
    assert_eq!(row(&desk, DAY_AFTER, today())["state"], "held");
    let error = refused(dispose(&desk, "practice", DAY_AFTER), "retained");
    assert!(error["message"].as_str().unwrap().contains("held by H-001"), "{error}");

    let release =
        |reason: &str| desk.run(&["retention", "release", W, "H-001", "--reason", reason, "--json"]);
    assert_eq!(refused(release("Over."), "invalid")["fields"][0]["code"], "too_short");
    assert_eq!(release("Settled out of court.").expect(0).json()["in_force"], false);
    refused(release("Settled out of court."), "invalid");
    dispose(&desk, "practice", DAY_AFTER).expect(0);
    let listed = desk.run(&["retention", "list", W]).expect(0).out;
    assert!(listed.contains("H-001 A complaint, placed by Dana Whitfield"), "{listed}");
    assert!(listed.contains("45 CFR 164.316(b)(2)(i)"), "{listed}");
}

#[test]
fn a_hold_names_every_record_that_is_not_there() {
    let desk = desk();
    let arguments = ["retention", "hold", W, "--title", "x", "--reason", "short", "--json"];
    let records = ["--record", "practice:PR-9999", "--record", "practice:PR-0001", "--record", "dragon:1"];
    let error = refused(desk.run(&[&arguments[..], &records[..]].concat()), "invalid");
    let fields: Vec<&str> =
        error["fields"].as_array().unwrap().iter().map(|one| one["field"].as_str().unwrap()).collect();
    assert_eq!(fields.len(), 4, "{fields:?}");
    for field in ["title", "reason", "records/0", "records/2"] {
        assert!(fields.contains(&field), "{field} in {fields:?}");
    }
}

#[test]
fn only_the_official_disposes_holds_and_releases() {
    let desk = Desk::with_sample();
    let as_auditor = |arguments: &[&str]| {
        let all = [arguments, &["--reason", REASON, "--json"]].concat();
        refused(desk.run_as(AUDITOR, &all), "forbidden")
    };
    as_auditor(&["retention", "dispose", WORKSPACE, "practice", "PR-0003"]);
    as_auditor(&["retention", "hold", WORKSPACE, "--title", "A complaint"]);
    as_auditor(&["retention", "release", WORKSPACE, "H-001"]);
    let listed = desk.run_as(AUDITOR, &["retention", "list", WORKSPACE, "--json"]).expect(0).json();
    assert_eq!(listed["holds"], json!([]), "what was refused was not done");
}

#[test]
fn what_is_disposed_of_is_gone_and_the_trail_still_holds_and_says_so() {
    let desk = desk();
    assert!(bodies(&desk).contains(&format!("{SECRET} {DAY_AFTER}")));
    let before = desk.run(&["audit", "verify", W, "--json"]).expect(0).json()["head"]["sequence"].clone();
    dispose(&desk, "practice", DAY_AFTER).expect(0);

    let left = bodies(&desk);
    assert!(!left.contains(&format!("{SECRET} {DAY_AFTER}")));
    assert!(left.contains(&format!("{SECRET} {LAST_DAY}")), "the other record is as it was");
    assert!(left.contains(REASON), "the trail keeps why");
    let verified = desk.run(&["audit", "verify", W, "--json"]).expect(0).json();
    assert!(verified["head"]["sequence"].as_i64() > before.as_i64());
    let export = desk.run(&["export", W]).expect(0).out;
    assert!(export.contains(LAST_DAY) && !export.contains(DAY_AFTER));
    desk.run(&["as-of", W, "--on", "2020-01-01"]).expect(0);
    for (path, bytes) in contents(&desk.path(W)) {
        let shown = bytes.windows(SECRET.len()).any(|window| window == SECRET.as_bytes());
        assert!(!shown, "{}", path.display());
    }
}

#[test]
fn evidence_goes_with_its_file() {
    let desk = desk();
    desk.put("scan.txt", "the only page of an old scan");
    let old = end_for(today().yesterday().unwrap()).to_string();
    let add = ["evidence", "add", W, "scan.txt", "--title", "Old scan", "--kind", "record", "--on", &old];
    let number = desk.run(&[&add[..], &["--json"]].concat()).expect(0).json()["evidence"]["number"].clone();
    let number = number.as_str().unwrap();
    let files = || contents(&desk.path(W).join("evidence")).len();
    assert_eq!(files(), 1);
    assert_eq!(dispose(&desk, "evidence", number).expect(0).json()["files"], 1);
    assert_eq!(files(), 0);
    desk.run(&["audit", "verify", W]).expect(0);
}

#[test]
fn what_goes_with_something_else_is_not_disposed_of_by_itself() {
    let desk = desk();
    for (kind, id) in
        [("risk", "AS-2026/R-0001"), ("person", "P-001"), ("dragon", "1"), ("practice", "PR-9999")]
    {
        refused(dispose(&desk, kind, id), "not_found");
    }
    let short = desk.run(&["retention", "dispose", W, "practice", DAY_AFTER, "--reason", "Old", "--json"]);
    assert_eq!(refused(short, "invalid")["fields"][0]["field"], "reason");
}
