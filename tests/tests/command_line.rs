//! The command line as scripts use it: golden lines, codes, exit codes, one object a line.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod program;

use program::{Answer, Desk, OFFICIAL, SAMPLE_DAY, WORKSPACE, answer};
use serde_json::{Value, json};

const HIGH: &str = r#"{"initiation":"high","adverse":"moderate","impact":{"c":"high","i":"low","a":"low"}}"#;
const RATED: &str = r#"{"likelihood":"moderate","impact":"high","level":"moderate","rank_score":40}"#;

/// The text whose answer the description of the command line shows.
const POLICY_TEXT: &str = "IT Lead shall reply promptly.\n\nNurse shall call within 1 hour of detection.\n";

fn lint(desk: &Desk, text: &str) -> Answer {
    desk.feed(&["policy", "lint", "--json"], text)
}

/// The names of an object's fields.
fn names(value: &Value) -> Vec<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

#[track_caller]
fn has(value: &Value, fields: &[&str]) {
    let missing: Vec<_> = fields.iter().filter(|field| value.get(field).is_none()).collect();
    assert!(missing.is_empty(), "{missing:?} are missing in {:?}", names(value));
}

#[test]
fn risk_rate_answers_the_golden_line() {
    let rated = Desk::new().feed(&["risk", "rate"], &format!("{HIGH}\n")).expect(0);
    assert_eq!(rated.out, format!("{RATED}\n"));
    assert_eq!(rated.err, "");
}

#[test]
fn risk_rate_goes_on_after_a_line_that_cannot_be_rated() {
    let wrong = HIGH.replace("moderate", "middling");
    let lacking = HIGH.replace(r#""initiation":"high","#, "");
    let rated =
        Desk::new().feed(&["risk", "rate"], &format!("{wrong}\nno json\n{lacking}\n\n{HIGH}")).expect(2);
    let lines = rated.lines();
    let told = |line: &Value| {
        [&line["error"]["code"], &line["error"]["field"]].map(|value| value.as_str().unwrap().to_owned())
    };
    assert_eq!(told(&lines[0]), ["unknown_level", "adverse"]);
    assert!(lines[0]["error"]["message"].as_str().unwrap().contains("middling"));
    assert_eq!(told(&lines[1]), ["not_json", ""]);
    assert_eq!(told(&lines[2]), ["required", "initiation"]);
    assert_eq!(rated.out.lines().last(), Some(RATED));
    assert_eq!(lines.len(), 4);
}

#[test]
fn policy_lint_answers_as_the_description_shows() {
    let report = lint(&Desk::new(), POLICY_TEXT).expect(1).json();
    let mut finding = report["findings"][0].clone();
    assert!(!finding["suggestion"].as_str().unwrap().is_empty());
    finding.as_object_mut().unwrap().remove("suggestion");
    let expected =
        json!({"line":1,"column":21,"length":8,"text":"promptly","code":"subjective_word","level":"error"});
    assert_eq!((finding, report["findings"].as_array().unwrap().len()), (expected, 1));
    let timeframe = json!({"line":3,"column":18,"text":"within 1 hour of detection","relation":"le","quantity":1,
        "unit":"hours","trigger":"detection","duration":"PT1H"});
    assert_eq!(report["timeframes"], json!([timeframe]));
}

#[test]
fn policy_lint_says_no_only_where_there_is_an_error() {
    let cases = [
        ("Nurse shall call within 1 hour of detection.", 0),
        ("Nurse shall call within 2 weeks of detection.", 0),
        ("", 0),
        ("Nurse shall call as soon as possible.", 1),
        ("Nurse shall call within 3 days of detection.", 1),
    ];
    for (text, code) in cases {
        let linted = lint(&Desk::new(), text);
        let errors = linted.json()["findings"].to_string().contains(r#""level":"error""#);
        assert_eq!((linted.code, errors), (code, code == 1), "{text:?}: {}", linted.out);
    }
}

#[test]
fn policy_lint_counts_columns_in_characters_and_keeps_units_as_written() {
    let report =
        lint(&Desk::new(), "Ärztin shall call promptly.\nNurse shall call within 2 weeks of détection.")
            .json();
    assert_eq!(report["findings"][0]["column"], 19);
    let timeframe = &report["timeframes"][0];
    assert_eq!((&timeframe["quantity"], &timeframe["unit"]), (&json!(2), &json!("weeks")), "{report}");
    assert_eq!(timeframe["text"], "within 2 weeks of détection");
}

#[test]
fn policy_lint_reads_a_file_and_a_list_of_roles() {
    let desk = Desk::new();
    desk.put("text.txt", "Nurse shall call within 1 hour of detection.");
    desk.put("roles.txt", "IT Lead\n\nPrivacy Officer\n");
    desk.run(&["policy", "lint", "text.txt"]).expect(0);
    let linted = desk.run(&["policy", "lint", "text.txt", "--roles", "roles.txt", "--json"]).expect(1).json();
    assert_eq!(linted["findings"][0]["code"], "role_undefined");
    desk.put("roles.txt", "Nurse\n");
    desk.run(&["policy", "lint", "text.txt", "--roles", "roles.txt"]).expect(0);
    desk.run(&["policy", "lint", "nowhere.txt"]).expect(2);
}

#[test]
fn practice_check_answers_a_line_a_practice_and_says_no_where_one_is_not_supported() {
    let desk = Desk::with_sample();
    let lines = desk.run(&["practice", "check", "--json", WORKSPACE, "--on", SAMPLE_DAY]).expect(1).lines();
    let told: Vec<[&str; 3]> = lines
        .iter()
        .map(|line| ["practice", "path", "conclusion"].map(|field| line[field].as_str().unwrap()))
        .collect();
    let expected = [
        ["PR-0001", "d", "supported"],
        ["PR-0002", "d", "in_review"],
        ["PR-0003", "e", "supported"],
        ["PR-0004", "d", "not_supported"],
    ];
    assert_eq!(told, expected);
    for line in &lines {
        has(line, &["practice", "path", "on", "rule_edition", "conclusion", "criteria"]);
        assert_eq!((&line["on"], &line["rule_edition"]), (&json!(SAMPLE_DAY), &json!("171.203/2020-11-04")));
        for criterion in line["criteria"].as_array().unwrap() {
            has(criterion, &["id", "paragraph", "basis", "result", "waits_for", "evidence", "fix"]);
            let not_met = criterion["result"] == "not_met";
            assert!(!not_met || criterion["fix"].is_string(), "a fault comes with its cure: {criterion}");
        }
    }
}

#[test]
fn practice_check_of_one_answers_for_that_one() {
    let desk = Desk::with_sample();
    let check = |number: &str| desk.run(&["practice", "check", WORKSPACE, number, "--on", SAMPLE_DAY]);
    let codes = ["PR-0001", "PR-0002", "PR-0003", "PR-0004", "PR-0099"].map(|number| check(number).code);
    assert_eq!(codes, [0, 0, 0, 1, 2]);
    desk.run(&["practice", "check", WORKSPACE, "PR-0001", "--on", "2019-01-01"]).expect(2);
    desk.run(&["practice", "check", WORKSPACE, "PR-0001", "--on", "soon"]).expect(2);
}

#[test]
fn what_a_person_reads_promises_nothing_in_law() {
    let desk = Desk::with_sample();
    let told = desk.run(&["practice", "check", WORKSPACE, "--on", SAMPLE_DAY]).out;
    for practice in ["PR-0001", "PR-0002", "PR-0003", "PR-0004"] {
        assert!(told.lines().any(|line| line.starts_with(practice)), "{told}");
    }
    assert!(told.contains("OIG, CMS and the courts"), "{told}");
    let promises = ["compliant", "not information blocking", "safe harbor", "guarantee"];
    assert!(promises.iter().all(|words| !told.to_lowercase().contains(words)), "{told}");
}

#[test]
fn status_shows_the_steps_of_the_work() {
    let desk = Desk::with_sample();
    let status = desk.run(&["status", "--json", WORKSPACE]).expect(0).json();
    has(&status, &["organization", "on", "assessment", "steps", "attention", "next"]);
    let told = desk.run(&["status", WORKSPACE]).expect(0).out;
    for step in status["steps"].as_array().unwrap() {
        assert!(told.contains(step["title"].as_str().unwrap()), "{step} in {told}");
    }
}

#[test]
fn a_workspace_of_one_person_is_opened_without_naming_that_person() {
    let desk = Desk::new();
    desk.run(&["new", "one.riskwright", "--organization", "Nine Pines"]).expect(0);
    answer(&mut desk.command(&["status", "one.riskwright"])).expect(0);
}

#[test]
fn where_there_are_several_people_it_must_be_said_who_opens() {
    let desk = Desk::with_sample();
    let asked = answer(&mut desk.command(&["status", WORKSPACE])).expect(2);
    assert!(asked.err.contains("--person"), "{}", asked.err);
    answer(&mut desk.command(&["status", WORKSPACE, "--person", program::AUDITOR])).expect(0);
}

#[test]
fn the_passphrase_may_stand_in_a_file_and_counts_before_the_environment() {
    let desk = Desk::with_sample();
    desk.put("passphrase.txt", format!("{}\nsecond line\n", riskwright_app::sample::PASSPHRASE));
    let arguments = ["status", WORKSPACE, "--person", OFFICIAL, "--passphrase-file", "passphrase.txt"];
    answer(desk.command(&arguments).env("RISKWRIGHT_PASSPHRASE", "something wrong")).expect(0);
    answer(desk.command(&arguments).env_remove("RISKWRIGHT_PASSPHRASE")).expect(0);
}

#[test]
fn a_secret_is_never_an_argument() {
    let desk = Desk::new();
    let calls: [&[&str]; 4] = [
        &["status", "W", "--passphrase", "secret words here"],
        &["new", "W", "--organization", "O", "--passphrase=secret words here"],
        &["sign", "F.pdf", "--p12", "id.p12", "--p12-passphrase", "secret words here", "--field", "author"],
        &["status", "W", "--recovery-key", "secret words here"],
    ];
    for call in calls {
        desk.run(call).expect(2);
    }
    let mut pages = vec![desk.run(&["--help"]).expect(0).out];
    for word in ["demo", "new", "import", "export", "status", "sign", "verify", "backup", "restore", "call"] {
        pages.push(desk.run(&[word, "--help"]).expect(0).out);
    }
    let options = pages.iter().flat_map(|page| page.split_whitespace()).filter(|word| word.starts_with("--"));
    for option in
        options.filter(|option| ["pass", "secret", "key", "pin"].iter().any(|part| option.contains(part)))
    {
        assert!(option.contains("-file"), "{option}");
    }
}

#[test]
fn a_call_that_nobody_understands_is_a_wrong_call() {
    let desk = Desk::new();
    let calls: [&[&str]; 6] =
        [&[], &["frobnicate"], &["status"], &["risk"], &["practice", "check"], &["verify", "--json"]];
    for call in calls {
        let refused = desk.run(call).expect(2);
        assert!(refused.err.contains("Usage"), "{call:?}: {}", refused.err);
    }
}

#[test]
fn a_reader_that_goes_away_causes_no_panic() {
    let desk = Desk::new();
    let mut shell = assert_cmd::Command::new("bash");
    let program = desk.command(&[]).get_program().to_owned();
    shell.args(["-c", r#""$0" commands | head -c 1; exit "${PIPESTATUS[0]}""#]).arg(program);
    let told = answer(&mut shell);
    assert!(!told.err.contains("panicked"), "{}", told.err);
    assert!(told.code < 4, "{told:?}");
}

#[test]
fn audit_verify_says_that_the_trail_holds() {
    let desk = Desk::with_sample();
    let verified = desk.run(&["audit", "verify", "--json", WORKSPACE]).expect(0).json();
    assert_eq!((&verified["holds"], &verified["breaks"]), (&json!(true), &json!([])));
    assert!(desk.run(&["audit", "verify", WORKSPACE]).expect(0).out.contains("holds"));
}

#[test]
fn an_older_copy_of_the_workspace_is_found_out_by_the_head_seen_before() {
    let desk = Desk::with_sample();
    program::copy(&desk.path(WORKSPACE), &desk.path("older.riskwright"));
    for _ in 0..3 {
        desk.run(&["audit", "verify", WORKSPACE]).expect(0);
    }
    std::fs::remove_dir_all(desk.path(WORKSPACE)).unwrap();
    std::fs::rename(desk.path("older.riskwright"), desk.path(WORKSPACE)).unwrap();
    let verified = desk.run(&["audit", "verify", "--json", WORKSPACE]).expect(1).json();
    assert_eq!(verified["holds"], false);
    assert!(!verified["breaks"].as_array().unwrap().is_empty(), "{verified}");
}

#[test]
fn a_backup_comes_back_whole_and_overwrites_nothing() {
    let desk = Desk::with_sample();
    let before = desk.run(&["export", WORKSPACE]).expect(0).out;
    desk.run(&["backup", WORKSPACE, "-o", "all.backup"]).expect(0);
    desk.run(&["restore", "all.backup", "-o", "back.riskwright"]).expect(0);
    assert_eq!(desk.run(&["export", "back.riskwright"]).expect(0).out, before);
    desk.run(&["audit", "verify", "back.riskwright"]).expect(0);
    let kept = desk.run(&["restore", "all.backup", "-o", "back.riskwright", "--json"]).expect(2);
    assert_eq!(kept.json()["error"]["code"], "exists");
    assert_eq!(desk.run(&["export", "back.riskwright"]).expect(0).out, before);
    let plain = String::from_utf8_lossy(&desk.read("all.backup")).contains("Lakeside");
    assert!(!plain, "a backup is as encrypted as the workspace");
}

#[test]
fn what_was_known_before_there_was_anything_is_refused_in_words() {
    let desk = Desk::with_sample();
    for command in [&["as-of"][..], &["status"], &["practice", "check"], &["export"]] {
        let mut arguments = command.to_vec();
        arguments.extend([WORKSPACE, "--known-at", "2020-01-01T00:00:00Z"]);
        let answer = desk.run(&arguments).expect(2);
        assert!(answer.err.contains("Nothing was recorded by then."), "{command:?}: {}", answer.err);
    }
}

#[test]
fn what_was_in_force_on_a_day_is_shown_as_text_and_as_json() {
    let desk = Desk::with_sample();
    let text = desk.run(&["as-of", WORKSPACE, "--on", "2026-05-15"]).expect(0).out;
    for words in [
        "AS-2026: Risk assessment 2026",
        "POL-11 Security incident response, version 1.0 from 2026-04-01",
        ", imported",
        "PR-0003",
    ] {
        assert!(text.contains(words), "{words:?} in {text}");
    }
    let view = desk.run(&["as-of", WORKSPACE, "--on", "2026-03-31", "--json"]).expect(0).json();
    assert_eq!((&view["on"], view["policies"].as_array().unwrap().len()), (&"2026-03-31".into(), 0));
    let status = desk.run(&["status", WORKSPACE, "--on", "2026-03-31", "--json"]).expect(0).json();
    assert_eq!(status["on"], "2026-03-31");
}

#[test]
fn the_trail_is_listed_and_saved_and_saving_leaves_a_line() {
    let desk = Desk::with_sample();
    desk.run(&["audit", "export", WORKSPACE, "-o", "trail.pdf", "--kind", "event"]).expect(0);
    assert!(desk.read("trail.pdf").starts_with(b"%PDF-1.7"));
    desk.run(&["audit", "export", WORKSPACE, "-o", "trail.csv", "--record", "R-0046"]).expect(0);
    let csv = String::from_utf8(desk.read("trail.csv")).unwrap();
    assert!(
        csv.contains(r#","Dana Whitfield imported R-0046","workspace::import","risk","R-0046",1,"#),
        "{csv}"
    );
    assert_eq!(csv.lines().count(), 3, "names, the line, the end of the trail");
    let list =
        desk.run(&["audit", "list", WORKSPACE, "--command", "audit::export", "--json"]).expect(0).json();
    assert_eq!((&list["total"], &list["lines"][0]["by"]), (&2.into(), &OFFICIAL.into()));
    desk.run(&["audit", "list", WORKSPACE, "--kind", "nothing"]).expect(2);
    desk.run(&["audit", "export", WORKSPACE, "-o", "trail.txt"]).expect(2);
}
