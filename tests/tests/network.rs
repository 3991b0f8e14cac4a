//! No connection leaves the process: the program is watched while it does everything it can.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod program;

use program::{Answer, Desk, OFFICIAL, WORKSPACE, answer};
use serde_json::json;
use std::fs;
use std::process::{Command, Stdio};

/// What the officer does in a year, a run of the program each.
fn errands() -> Vec<(Vec<&'static str>, String)> {
    let call = [
        json!({ "command": "workspace::home", "request": {} }),
        json!({ "command": "risk::list", "request": {} }),
        json!({ "command": "practice::list", "request": {} }),
        json!({ "command": "document::write", "request": { "policy": "POL-25" } }),
        json!({ "command": "audit::verify", "request": {} }),
        json!({ "command": "workspace::place", "request": {} }),
        json!({ "command": "history::as_of", "request": {} }),
        json!({ "command": "evidence::list", "request": {} }),
        json!({ "command": "retention::list", "request": {} }),
        json!({ "command": "phi::look", "request": { "text": "Nothing of a patient." } }),
    ];
    let lines: String = call.iter().map(|line| format!("{line}\n")).collect();
    vec![
        (vec!["demo", "new-demo"], String::new()),
        (vec!["call", WORKSPACE], lines),
        (vec!["export", WORKSPACE, "-o", "out.yaml"], String::new()),
        (vec!["practice", "check", WORKSPACE, "PR-0001"], String::new()),
        (vec!["document", "write", WORKSPACE, "POL-11", "-o", "out.pdf"], String::new()),
        (vec!["sign", "out.pdf", "--workspace", WORKSPACE, "--field", "author"], String::new()),
        (vec!["verify", "out.pdf", "--workspace", WORKSPACE], String::new()),
        (vec!["backup", WORKSPACE, "-o", "out.backup"], String::new()),
        (vec!["restore", "out.backup", "-o", "restored.riskwright"], String::new()),
    ]
}

fn watched(desk: &Desk, before: &[&str], arguments: &[&str], input: &str) -> Answer {
    let mut command = assert_cmd::Command::new(before[0]);
    command
        .args(&before[1..])
        .arg(program::program())
        .args(arguments)
        .current_dir(desk.path("."))
        .env("XDG_STATE_HOME", desk.path(".state"))
        .env("RISKWRIGHT_PERSON", OFFICIAL)
        .env("RISKWRIGHT_PASSPHRASE", riskwright_app::sample::PASSPHRASE)
        .write_stdin(input);
    answer(&mut command)
}

fn works(command: &[&str]) -> bool {
    Command::new(command[0])
        .args(&command[1..])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

#[test]
fn the_program_opens_no_socket() {
    if !works(&["strace", "-f", "-e", "trace=network", "true"]) {
        println!("this machine lets nobody trace a process: not tried here");
        return;
    }
    let desk = Desk::with_sample();
    for (arguments, input) in errands() {
        let watch = ["strace", "-f", "-qq", "-e", "trace=%network", "-e", "signal=none", "-o", "calls.txt"];
        watched(&desk, &watch, &arguments, &input).expect(0);
        let calls = fs::read_to_string(desk.path("calls.txt")).unwrap();
        assert_eq!(calls, "", "{arguments:?}");
    }
}

#[test]
fn everything_works_where_there_is_no_network_at_all() {
    if !works(&["unshare", "--map-root-user", "--net", "true"]) {
        println!("this machine lets nobody take the network away from a process: not tried here");
        return;
    }
    let desk = Desk::with_sample();
    for (arguments, input) in errands().into_iter().filter(|(arguments, _)| arguments[0] != "demo") {
        let told = watched(&desk, &["unshare", "--map-root-user", "--net"], &arguments, &input).expect(0);
        assert!(!told.out.contains("\"error\""), "{arguments:?}: {}", told.out);
    }
}

#[test]
fn the_watch_would_notice_a_socket() {
    if !works(&["strace", "-f", "-e", "trace=network", "true"]) {
        return;
    }
    let desk = Desk::new();
    let mut watch = assert_cmd::Command::new("strace");
    watch.args(["-f", "-qq", "-e", "trace=%network", "-o", "calls.txt", "python3", "-c"]);
    watch.arg("import socket; socket.socket().connect_ex(('127.0.0.1', 9))").current_dir(desk.path("."));
    answer(&mut watch).expect(0);
    assert!(fs::read_to_string(desk.path("calls.txt")).unwrap().contains("connect("));
}
