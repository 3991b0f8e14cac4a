//! `riskwright commands` and `riskwright call`: the command table for programs.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod program;

use program::{AUDITOR, Desk, OFFICIAL, WORKSPACE};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

/// A re-rating that is in order.
fn rating(based_on_revision: i64, level: &str) -> Value {
    json!({"command": "risk::save", "request": {
        "number": "R-0046", "initiation": level, "adverse": level,
        "impact": {"c": level, "i": "low", "a": "low"}, "based_on_revision": based_on_revision,
        "rationale": "Rated anew by a test that wants to see it again.",
    }})
}

fn command(name: &str, request: Value) -> Value {
    json!({ "command": name, "request": request })
}

fn call(desk: &Desk, login: &str, requests: &[Value], code: i32) -> Vec<Value> {
    let input: String = requests.iter().map(|request| format!("{request}\n")).collect();
    let answers = desk.feed_as(login, &["call", WORKSPACE], &input).expect(code).lines();
    assert_eq!(answers.len(), requests.len(), "an answer a line");
    answers
}

fn revision(desk: &Desk) -> i64 {
    let answers = call(desk, OFFICIAL, &[command("risk::get", json!({"number": "R-0046"}))], 0);
    answers[0]["ok"]["revision"].as_i64().expect("a revision")
}

#[test]
fn every_command_is_listed_with_its_access_and_the_form_of_request_and_answer() {
    let commands = Desk::new().run(&["commands"]).expect(0).lines();
    let names: Vec<&str> = commands.iter().map(|one| one["name"].as_str().unwrap()).collect();
    for name in
        ["workspace::open", "risk::rate", "risk::list", "policy::lint", "practice::check", "audit::verify"]
    {
        assert!(names.contains(&name), "{name} in {names:?}");
    }
    for one in &commands {
        assert!(["read", "write"].contains(&one["effect"].as_str().unwrap()), "{one}");
        assert!(one["access"].is_string(), "{one}");
        for side in ["request", "response"] {
            let schema = &one[side];
            assert!(
                schema["$schema"].as_str().unwrap().contains("json-schema.org"),
                "{} {side}",
                one["name"]
            );
        }
    }
}

#[test]
fn requests_are_answered_in_their_order() {
    let desk = Desk::with_sample();
    let requests = [
        command("risk::list", json!({})),
        command("policy::get", json!({"number": "POL-25"})),
        json!({"command": "risk::list"}),
    ];
    let answers = call(&desk, AUDITOR, &requests, 0);
    let risks = answers[0]["ok"]["risks"].as_array().unwrap();
    let sample = riskwright_app::sample::content().unwrap();
    assert_eq!(risks.len(), sample.current_assessment().unwrap().risks.len());
    assert!(answers[1]["ok"].to_string().contains("On-call Responder shall judge an API alert"));
    assert_eq!(answers[2], answers[0], "a request without fields may be left out");
}

#[test]
fn a_line_that_is_wrong_is_answered_and_the_run_goes_on() {
    let desk = Desk::with_sample();
    let input = [
        "{\"command\":\"nothing::here\"}",
        "this is not JSON",
        "[]",
        "{\"request\":{}}",
        "{\"command\":\"risk::list\",\"request\":{\"surplus\":1}}",
        "{\"command\":\"risk::get\",\"request\":{\"number\":\"R-9999\"}}",
        "",
        "{\"command\":\"risk::list\"}",
    ];
    let answers = desk.feed(&["call", WORKSPACE], &input.join("\n")).expect(2).lines();
    let codes: Vec<&str> = answers.iter().map(|one| one["error"]["code"].as_str().unwrap_or("ok")).collect();
    assert_eq!(codes, ["unknown_command", "invalid", "invalid", "invalid", "invalid", "not_found", "ok"]);
}

#[test]
fn commands_that_need_no_workspace_run_without_one_and_others_say_so() {
    let input = "{\"command\":\"policy::lint\",\"request\":{\"text\":\"Act promptly.\"}}\n{\"command\":\"risk::list\"}\n";
    let answers = Desk::new().feed(&["call"], input).expect(2).lines();
    assert!(answers[0]["ok"]["findings"].is_array(), "{}", answers[0]);
    assert_eq!(answers[1]["error"]["code"], "no_workspace");
}

#[test]
fn who_may_only_read_is_refused_and_the_refusal_is_in_the_trail() {
    let desk = Desk::with_sample();
    let base = revision(&desk);
    let requests = [
        rating(base, "very_low"),
        command(
            "practice::judge",
            json!({"number": "PR-0002", "criterion": "SE-b-2", "met": true,
            "reason": "An auditor does not judge, whatever the reason."}),
        ),
        command("audit::list", json!({"limit": 5})),
    ];
    let answers = call(&desk, AUDITOR, &requests, 2);
    assert_eq!(answers[0]["error"]["code"], "forbidden");
    assert_eq!(answers[1]["error"]["code"], "forbidden");
    let trail = answers[2]["ok"]["lines"].as_array().unwrap();
    let refusals = trail.iter().filter(|line| line["command"] == "access::refused" && line["by"] == AUDITOR);
    assert_eq!(refusals.count(), 2, "{trail:?}");
    assert_eq!(revision(&desk), base, "the risk is as it was");
}

#[test]
fn a_change_based_on_an_older_state_is_a_conflict() {
    let desk = Desk::with_sample();
    let base = revision(&desk);
    let answers = call(&desk, OFFICIAL, &[rating(base, "low"), rating(base, "high")], 2);
    assert_eq!(answers[0]["ok"]["row"]["level"], "low");
    assert_eq!(answers[1]["error"]["code"], "conflict");
    let kept = call(&desk, AUDITOR, &[command("risk::get", json!({"number": "R-0046"}))], 0);
    assert_eq!(kept[0]["ok"]["row"]["level"], "low");
    desk.run(&["audit", "verify", WORKSPACE]).expect(0);
}

#[test]
fn what_was_answered_is_on_disk_even_if_the_program_is_killed() {
    let desk = Desk::with_sample();
    let base = revision(&desk);
    let started = desk.command(&["call", WORKSPACE]);
    let mut running = Command::new(started.get_program())
        .args(started.get_args())
        .current_dir(desk.path(""))
        .envs(started.get_envs().filter_map(|(name, value)| Some((name, value?))))
        .env("RISKWRIGHT_PERSON", OFFICIAL)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    writeln!(running.stdin.as_mut().unwrap(), "{}", rating(base, "very_high")).unwrap();
    let mut answer = String::new();
    BufReader::new(running.stdout.as_mut().unwrap()).read_line(&mut answer).unwrap();
    running.kill().unwrap();
    running.wait().unwrap();
    let saved: Value = serde_json::from_str(&answer).unwrap();
    assert_eq!(saved["ok"]["revision"], base + 1, "{answer}");
    assert_eq!(revision(&desk), base + 1);
    desk.run(&["audit", "verify", WORKSPACE]).expect(0);
}

#[test]
fn a_rating_saved_by_call_is_the_rating_that_everything_else_shows() {
    let desk = Desk::with_sample();
    let base = revision(&desk);
    call(&desk, OFFICIAL, &[rating(base, "very_high")], 0);
    let export = desk.run(&["export", WORKSPACE]).expect(0).out;
    assert!(export.contains("Rated anew by a test that wants to see it again."));
    let answers = call(&desk, AUDITOR, &[command("risk::get", json!({"number": "R-0046"}))], 0);
    assert_eq!(answers[0]["ok"]["row"]["level"], "very_high");
    assert_eq!(answers[0]["ok"]["history"].as_array().unwrap().len(), 2, "the rating before is kept");
}
