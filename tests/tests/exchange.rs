//! The exchange file: out and in again without loss, and every mistake told at once with nothing written.

#![allow(
    clippy::string_slice,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod mistake;
mod program;

use mistake::{Mistake, RULES, SHAPE};
use program::{Answer, Desk, WORKSPACE, contents};
use riskwright_app::sample;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const COPY: &str = "copy.riskwright";

/// Imports a text into a new workspace, which must be refused and leave nothing.
fn refused(text: impl AsRef<[u8]>) -> Answer {
    let desk = Desk::new();
    desk.put("content.yaml", text);
    let answer = desk.run(&["import", "--json", COPY, "content.yaml"]).expect(2);
    assert!(!desk.path(COPY).exists(), "nothing is written");
    answer
}

fn refused_sample(right: &str, wrong: &str) -> Value {
    assert!(sample::yaml().contains(right), "{right}");
    refused(sample::yaml().replacen(right, wrong, 1)).json()["error"].clone()
}

fn export(desk: &Desk, workspace: &str, file: &str) -> String {
    desk.run(&["export", workspace, "-o", file]).expect(0);
    String::from_utf8(desk.read(file)).unwrap()
}

/// Line, field and code of each mistake told.
fn told(error: &Value) -> BTreeSet<(u64, String, String)> {
    let text = |field: &Value, name: &str| field[name].as_str().unwrap().to_owned();
    let fields = error["fields"].as_array().expect("a list of mistakes").iter();
    fields.map(|one| (one["line"].as_u64().unwrap(), text(one, "field"), text(one, "code"))).collect()
}

fn expected(mistakes: &[Mistake], lines: &[u64]) -> BTreeSet<(u64, String, String)> {
    let named = mistakes.iter().zip(lines);
    named.map(|(one, line)| (*line, one.field.to_owned(), one.code.to_owned())).collect()
}

fn results(check: &Value) -> Vec<[Value; 2]> {
    check["criteria"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| [one["id"].clone(), one["result"].clone()])
        .collect()
}

#[test]
fn export_and_import_and_export_give_the_same_file() {
    let desk = Desk::with_sample();
    let first = export(&desk, WORKSPACE, "first.yaml");
    desk.run(&["import", COPY, "first.yaml"]).expect(0);
    assert_eq!(export(&desk, COPY, "second.yaml"), first);
    let shown = desk.run(&["export", COPY]).expect(0);
    assert_eq!(shown.out, first, "without -o it goes to standard output, and nothing else does");
    assert!(shown.err.contains("not encrypted"), "{}", shown.err);
}

#[test]
fn the_import_is_the_same_content_to_every_check() {
    let desk = Desk::with_sample();
    export(&desk, WORKSPACE, "content.yaml");
    desk.run(&["import", COPY, "content.yaml"]).expect(0);
    let checked = |workspace: &str| -> Vec<(Value, Vec<[Value; 2]>)> {
        let lines =
            desk.run(&["practice", "check", "--json", workspace, "--on", program::SAMPLE_DAY]).lines();
        lines.iter().map(|line| (line["conclusion"].clone(), results(line))).collect()
    };
    assert_eq!(checked(COPY), checked(WORKSPACE));
    desk.run(&["audit", "verify", COPY]).expect(0);
}

#[test]
fn a_file_goes_into_a_workspace_that_is_still_empty() {
    let desk = Desk::new();
    desk.put("content.yaml", sample::yaml());
    desk.run(&["new", COPY, "--organization", "Nine Pines"]).expect(0);
    desk.run(&["import", COPY, "content.yaml"]).expect(0);
    let status = desk.run(&["status", "--json", COPY]).expect(0).json();
    assert_eq!(status["organization"], "Lakeside Family Clinic");
}

#[test]
fn twenty_mistakes_of_shape_and_more_are_told_at_once_with_line_and_field() {
    assert!(SHAPE.len() > 20);
    let (text, lines) = mistake::with(sample::yaml(), SHAPE);
    let error = refused(&text).json()["error"].clone();
    assert_eq!((&error["code"], told(&error)), (&json!("invalid"), expected(SHAPE, &lines)));
}

#[test]
fn every_broken_rule_between_records_is_told_at_once_with_line_and_field() {
    let (text, lines) = mistake::with(sample::yaml(), RULES);
    let error = refused(&text).json()["error"].clone();
    assert_eq!((&error["code"], told(&error)), (&json!("invalid"), expected(RULES, &lines)));
}

#[test]
fn mistakes_are_told_in_the_order_of_the_file_and_in_words() {
    let (text, _) = mistake::with(sample::yaml(), SHAPE);
    let desk = Desk::new();
    desk.put("content.yaml", text);
    let told = desk.run(&["import", COPY, "content.yaml"]).expect(2);
    assert_eq!(told.out, "", "what is wrong goes to standard error");
    let lines: Vec<&str> = told.err.lines().filter(|line| line.trim_start().starts_with("line ")).collect();
    assert_eq!(lines.len(), SHAPE.len(), "{}", told.err);
    let number =
        |line: &&str| line.split([' ', ',']).filter_map(|word| word.parse::<u64>().ok()).next().unwrap();
    assert!(lines.iter().map(number).is_sorted(), "{}", told.err);
    for mistake in SHAPE {
        assert!(lines.iter().any(|line| line.contains(&format!("{}: ", mistake.field))), "{}", mistake.field);
    }
}

#[test]
fn yaml_that_can_be_made_to_explode_is_refused_at_its_line() {
    let cases = [
        ("kind: covered_entity", "kind: &kind covered_entity\n  budget: *kind", "alias"),
        ("workforce: 24", "workforce: 24\n  workforce: 25", "duplicate_field"),
        ("people:", "? [a, list]\n: as a name\npeople:", "key_not_text"),
        ("evidence:\n", "---\nevidence:\n", "second_document"),
        ("people:", "people: [", "yaml"),
        ("people:", "people: @", "yaml"),
    ];
    for (right, wrong, code) in cases {
        let error = refused_sample(right, wrong);
        let first = &error["fields"][0];
        assert_eq!((&error["code"], &first["code"]), (&json!("invalid"), &json!(code)), "{error}");
        assert!(first["line"].as_u64().unwrap() > 17, "{error}");
    }
}

#[test]
fn a_file_that_was_cut_is_refused_without_a_trace() {
    let whole = sample::yaml();
    let last_list = whole.find("\npractices:").unwrap();
    for part in [0, 1, 400, whole.len() / 3, whole.len() / 2, last_list] {
        let cut = &whole[..(0..=part).rev().find(|at| whole.is_char_boundary(*at)).unwrap()];
        let error = refused(cut).json();
        assert_eq!(error["error"]["code"], "invalid", "cut at {part}");
        assert!(!told(&error["error"]).is_empty(), "cut at {part}");
    }
}

#[test]
fn an_exported_file_that_was_cut_between_two_practices_is_refused() {
    let desk = Desk::with_sample();
    let whole = export(&desk, WORKSPACE, "content.yaml");
    let last = whole.rfind("\n  - id: ").expect("the last practice") + 1;
    let error = refused(&whole[..last]).json()["error"].clone();
    let first = &error["fields"][0];
    assert_eq!((&error["code"], &first["code"]), (&json!("invalid"), &json!("cut_off")), "{error}");
}

#[test]
fn an_empty_folder_becomes_the_workspace() {
    let desk = Desk::new();
    desk.put("content.yaml", sample::yaml());
    std::fs::create_dir(desk.path(COPY)).unwrap();
    desk.run_as("nobody", &["import", COPY, "content.yaml"]).expect(2);
    assert!(
        desk.path(COPY).is_dir() && contents(&desk.path(COPY)).is_empty(),
        "a refusal leaves it as it was"
    );
    desk.run(&["import", COPY, "content.yaml"]).expect(0);
    desk.run(&["audit", "verify", COPY]).expect(0);
}

#[test]
fn what_looks_like_a_patients_data_is_pointed_out_and_taken() {
    let desk = Desk::new();
    let right = "budget: >-\n";
    let told = "Case of the patient with MRN 0048213.";
    desk.put("content.yaml", sample::yaml().replacen(right, &format!("{right}    {told}\n"), 1));
    let imported = desk.run(&["import", "--json", COPY, "content.yaml"]).expect(0);
    let warnings = imported.json()["warnings"].clone();
    assert_eq!(warnings[0]["kind"], "medical_record_number");
    assert_eq!(
        (warnings.as_array().unwrap().len(), &warnings[0]["field"]),
        (1, &json!("/organization/budget"))
    );
    assert!(
        imported.err.contains("medical record number") && !imported.err.contains("0048213"),
        "{}",
        imported.err
    );
    assert!(export(&desk, COPY, "again.yaml").contains(told));
}

#[test]
fn a_file_of_a_newer_format_is_told_apart_from_mistakes() {
    let error = refused_sample("riskwright_exchange: 1", "riskwright_exchange: 3");
    assert_eq!(error["code"], "newer_version");
    assert!(error["message"].as_str().unwrap().contains('3') && error["hint"].is_string(), "{error}");
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    let error = refused([0xff, 0xfe, b'a', 0]).json();
    assert_eq!(error["error"]["code"], "invalid");
}

#[test]
fn a_file_that_is_too_large_is_refused_by_its_size() {
    let line = "# a line that says nothing, over and over again\n";
    let error = refused(line.repeat(70 * 1024 * 1024 / line.len() + 1)).json();
    assert_eq!(error["error"]["code"], "invalid");
    assert!(error["error"]["message"].as_str().unwrap().contains("67108864"), "{error}");
}

#[test]
fn a_workspace_with_content_is_refused_and_keeps_its_content() {
    let desk = Desk::with_sample();
    let before = export(&desk, WORKSPACE, "before.yaml");
    desk.put("other.yaml", sample::yaml().replacen("Lakeside Family Clinic", "Other Clinic", 2));
    let refused = desk.run(&["import", "--json", WORKSPACE, "other.yaml"]).expect(2);
    assert_eq!(refused.json()["error"]["code"], "exists");
    assert_eq!(export(&desk, WORKSPACE, "after.yaml"), before);
    desk.run(&["audit", "verify", WORKSPACE]).expect(0);
}

#[test]
fn a_folder_that_is_no_workspace_is_refused_and_left_as_it_is() {
    let desk = Desk::new();
    desk.put("content.yaml", sample::yaml());
    std::fs::create_dir(desk.path("papers")).unwrap();
    desk.put("papers/mine.txt", "mine");
    let before = contents(&desk.path("papers"));
    let refused = desk.run(&["import", "--json", "papers", "content.yaml"]).expect(2);
    assert_eq!(refused.json()["error"]["code"], "not_a_workspace");
    assert_eq!(contents(&desk.path("papers")), before);
}

#[test]
fn somebody_who_is_not_in_the_file_gets_no_workspace() {
    let desk = Desk::new();
    desk.put("content.yaml", sample::yaml());
    let refused = desk.run_as("nobody", &["import", "--json", COPY, "content.yaml"]).expect(2);
    assert_eq!(refused.json()["error"]["code"], "not_found");
    assert!(!desk.path(COPY).exists());
}

#[test]
fn an_approved_text_that_was_changed_in_the_file_is_told() {
    let desk = Desk::with_sample();
    let file = export(&desk, WORKSPACE, "content.yaml");
    let right = "On-call Responder shall judge an API alert within 30 minutes of the API alert.";
    let changed =
        file.replacen(&format!("text: {right}"), &format!("text: {}", right.replace("30", "300")), 1);
    assert_ne!(changed, file, "the approved statement is there");
    let error = refused(changed).json()["error"].clone();
    assert_eq!(error["fields"][0]["code"], "seal_broken", "{error}");
}

#[test]
fn an_organization_that_changed_its_name_can_still_bring_its_approved_policies() {
    let desk = Desk::with_sample();
    let file = export(&desk, WORKSPACE, "content.yaml");
    let renamed = file.replacen("name: Lakeside Family Clinic", "name: Lakeside Clinic Group", 1);
    assert_ne!(renamed, file, "the name is there");
    desk.put("renamed.yaml", &renamed);
    desk.run(&["import", COPY, "renamed.yaml"]).expect(0);
}
