//! Evidence files as people work with them: added, looked at, kept apart from who has no key, and watched.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod program;

use program::{AUDITOR, Answer, Desk, WORKSPACE as W, contents};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

const TEXT: &str = "Heron-Copper penetration test, page 1 of 9";

fn add(desk: &Desk, file: &str, more: &[&str]) -> Answer {
    let arguments = ["evidence", "add", W, file, "--title", "Penetration test", "--kind", "test_result"];
    desk.run(&[&arguments[..], &["--on", "2026-11-02", "--json"], more].concat())
}

/// The sample with a file; its number and where it lies.
fn with_file() -> (Desk, String, PathBuf) {
    let desk = Desk::with_sample();
    desk.put("report.txt", TEXT);
    let row = add(&desk, "report.txt", &["--about", "risk:AS-2026/R-0046"]).expect(0).json();
    let number = row["evidence"]["number"].as_str().unwrap().to_owned();
    let path = files(&desk).pop().expect("a file of evidence");
    (desk, number, path)
}

fn files(desk: &Desk) -> Vec<PathBuf> {
    contents(&desk.path(W).join("evidence")).into_keys().collect()
}

fn save(desk: &Desk, number: &str) -> Answer {
    desk.run(&["evidence", "save", W, number, "-o", "saved", "--json"])
}

fn call(desk: &Desk, command: &str, request: &Value, code: i32) -> Value {
    let line = format!("{}\n", json!({ "command": command, "request": request }));
    desk.feed(&["call", W], &line).expect(code).lines().remove(0)
}

fn fields(error: &Value) -> Vec<[&str; 2]> {
    let fields = error["fields"].as_array().expect("fields").iter();
    fields.map(|one| [one["field"].as_str().unwrap(), one["code"].as_str().unwrap()]).collect()
}

/// What verification names.
fn breaks(desk: &Desk) -> Value {
    desk.run(&["audit", "verify", W, "--json"]).expect(1).json()["breaks"].clone()
}

#[test]
fn a_file_comes_back_and_nothing_of_it_shows_in_the_folder() {
    let (desk, number, _) = with_file();
    let row = desk.run(&["evidence", "list", W, "--about", "risk:AS-2026/R-0046", "--json"]).expect(0).json();
    assert_eq!((&row["evidence"]["number"], &row["stored"]), (&json!(number), &json!(true)));
    assert_eq!(
        (&row["evidence"]["file_name"], &row["evidence"]["bytes"]),
        (&json!("report.txt"), &json!(42))
    );
    assert_eq!(save(&desk, &number).expect(0).json()["file_name"], "report.txt");
    assert_eq!(desk.read("saved"), TEXT.as_bytes());
    for (path, bytes) in contents(&desk.path(W)) {
        for plain in ["Heron-Copper", "report.txt", "Penetration test"] {
            let shown = bytes.windows(plain.len()).any(|window| window == plain.as_bytes());
            assert!(!shown && !path.display().to_string().contains(plain), "{plain} in {}", path.display());
        }
    }
    desk.run(&["audit", "verify", W]).expect(0);
}

#[test]
fn looking_at_a_file_leaves_an_event() {
    let (desk, number, _) = with_file();
    desk.run_as(AUDITOR, &["evidence", "save", W, &number, "-o", "saved"]).expect(0);
    let lines = call(&desk, "audit::list", &json!({}), 0)["ok"]["lines"].clone();
    let seen = lines.as_array().unwrap().iter().find(|line| line["command"] == "evidence::view").unwrap();
    assert_eq!(seen["by"], AUDITOR);
}

#[test]
fn a_changed_cut_swapped_or_lost_file_is_named_and_refused() {
    let (desk, number, path) = with_file();
    let whole = fs::read(&path).unwrap();
    let mut changed = whole.clone();
    *changed.last_mut().unwrap() ^= 1;
    let cut = whole[..whole.len() - 1].to_vec();
    let named = |missing: bool| json!([{ "code": "evidence", "id": number, "missing": missing }]);
    for bytes in [changed, cut, Vec::new()] {
        fs::write(&path, bytes).unwrap();
        assert_eq!(breaks(&desk), named(false));
        assert_eq!(save(&desk, &number).expect(3).json()["error"]["code"], "damaged");
        assert!(!desk.path("saved").exists());
    }
    fs::remove_file(&path).unwrap();
    assert_eq!(breaks(&desk), named(true));
    assert_eq!(save(&desk, &number).expect(2).json()["error"]["code"], "not_found");
    fs::remove_dir(desk.path(W).join("evidence")).unwrap();
    assert_eq!(breaks(&desk), named(true), "a folder that a copy left out is no other fault");
    fs::create_dir(desk.path(W).join("evidence")).unwrap();
    fs::write(&path, &whole).unwrap();
    desk.run(&["audit", "verify", W]).expect(0);

    desk.put("other.txt", "another file");
    let other = add(&desk, "other.txt", &[]).expect(0).json()["evidence"]["number"].clone();
    let second = files(&desk).into_iter().find(|one| *one != path).unwrap();
    fs::write(&path, fs::read(&second).unwrap()).unwrap();
    fs::write(&second, &whole).unwrap();
    let ids: Vec<Value> = breaks(&desk).as_array().unwrap().iter().map(|one| one["id"].clone()).collect();
    assert_eq!(ids.len(), 2, "{ids:?}");
    assert!(ids.contains(&json!(number)) && ids.contains(&other), "{ids:?}");
}

#[test]
fn everything_wrong_is_told_at_once_and_nothing_is_recorded() {
    let desk = Desk::with_sample();
    let request = json!({
        "title": " x ", "kind": "log", "on": "2026-11-02", "reference": "",
        "about": [{ "kind": "risk", "id": "AS-2026/R-9999" }, { "kind": "dragon", "id": "1" }],
        "file": { "name": "empty.txt", "base64": "" },
    });
    let error = call(&desk, "evidence::add", &request, 2)["error"].clone();
    assert_eq!(error["code"], "invalid");
    assert_eq!(
        fields(&error),
        [
            ["title", "too_short"],
            ["reference", "too_short"],
            ["about/0", "unknown_reference"],
            ["about/1", "unknown_reference"],
            ["file", "empty"],
        ]
    );
    assert!(files(&desk).is_empty());
    desk.put("large.bin", vec![7; 20 * 1024 * 1024 + 1]);
    let error = add(&desk, "large.bin", &[]).expect(2).json()["error"].clone();
    let message = error["fields"][0]["message"].as_str().unwrap();
    assert!(message.contains("20971521 bytes") && message.contains("20.0 MiB (20971520 bytes)"), "{message}");
    assert!(files(&desk).is_empty());
}

#[test]
fn who_may_not_write_may_not_add() {
    let desk = Desk::with_sample();
    desk.put("report.txt", TEXT);
    let arguments = ["evidence", "add", W, "report.txt", "--title", "Report", "--kind", "log", "--json"];
    let refused = desk.run_as(AUDITOR, &[&arguments[..], &["--on", "2026-11-02"]].concat());
    assert_eq!(refused.expect(2).json()["error"]["code"], "forbidden");
    assert!(files(&desk).is_empty());
}

#[test]
fn particulars_change_and_the_file_does_not() {
    let (desk, number, _) = with_file();
    let row = desk.run(&["evidence", "list", W, "--json"]).expect(0).lines().remove(0);
    assert_eq!(row["evidence"]["number"], json!(number), "newest number first");
    let request = |title: &str, revision: &Value| {
        json!({
            "number": number, "title": title, "kind": "record", "on": "2026-11-03", "reference": "Shelf 7",
            "based_on_revision": revision,
        })
    };
    let saved = call(&desk, "evidence::save", &request("Test by Heron", &row["revision"]), 0)["ok"].clone();
    assert_eq!(saved["evidence"]["title"], "Test by Heron");
    assert_eq!(saved["evidence"]["sha256"], row["evidence"]["sha256"]);
    assert_eq!(saved["evidence"].get("about"), None);
    let late =
        call(&desk, "evidence::save", &request("Test by Copper", &row["revision"]), 2)["error"].clone();
    assert_eq!((&late["code"], &late["conflicts"][0]["field"]), (&json!("conflict"), &json!("/title")));
    assert_eq!(save(&desk, &number).expect(0).json()["bytes"], 42);
}

#[test]
fn what_is_used_or_protected_stays_on_the_register() {
    let (desk, number, _) = with_file();
    let items = call(&desk, "evidence::list", &json!({}), 0)["ok"]["items"].clone();
    let items = items.as_array().unwrap();
    let used =
        items.iter().find(|row| !row["used_by"].as_array().unwrap().is_empty()).expect("evidence in use");
    for number in [&json!(number), &used["evidence"]["number"]] {
        let request = json!({ "number": number, "reason": "Recorded by mistake." });
        let error = call(&desk, "evidence::remove", &request, 2)["error"].clone();
        assert_eq!(error["code"], "retained", "{number}: {error}");
    }
    let old = ["evidence", "add", W, "report.txt", "--title", "Old report", "--kind", "log", "--json"];
    let old = desk.run(&[&old[..], &["--on", "2015-03-01"]].concat()).expect(0).json();
    let old = &old["evidence"]["number"];
    let error = call(&desk, "evidence::remove", &json!({ "number": old, "reason": " " }), 2)["error"].clone();
    assert_eq!(fields(&error), [["reason", "too_short"]]);
    call(&desk, "evidence::remove", &json!({ "number": old, "reason": "Recorded by mistake." }), 0);
    assert_eq!(files(&desk).len(), 1, "the history keeps the file until it is disposed of");
    desk.run(&["audit", "verify", W]).expect(0);
}

#[test]
fn a_backup_brings_the_file_back() {
    let (desk, number, _) = with_file();
    desk.run(&["backup", W, "-o", "kept.backup"]).expect(0);
    desk.run(&["restore", "kept.backup", "-o", "again.riskwright"]).expect(0);
    desk.run(&["evidence", "save", "again.riskwright", &number, "-o", "saved"]).expect(0);
    assert_eq!(desk.read("saved"), TEXT.as_bytes());
    desk.run(&["audit", "verify", "again.riskwright"]).expect(0);
}
