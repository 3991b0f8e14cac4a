//! Half the path is answered when the process dies: the workspace opens on the same question with everything there.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod program;

use program::calls::start;
use program::{Desk, OFFICIAL, WORKSPACE};
use riskwright_app::{App, call, sample::PASSPHRASE};
use serde_json::{Value, json};
use std::io::Write;
use std::time::Duration;

#[test]
fn half_the_path_survives_the_end_of_the_process() {
    let desk = Desk::with_sample();
    let (mut child, mut input, answers) = start(&desk, PASSPHRASE);
    let mut ask = |command: &str, request: Value| -> Value {
        writeln!(input, "{}", json!({ "command": command, "request": request })).unwrap();
        let answer = answers.recv_timeout(Duration::from_secs(300)).unwrap();
        answer.get("ok").cloned().unwrap_or_else(|| panic!("{command}: {answer}"))
    };
    ask("assessment::begin", json!({ "year": 2027, "kind": "annual", "scope": "The whole clinic." }));
    let path = ask("assessment::path", json!({}));
    let in_words: Vec<Value> = questions(&path)
        .filter(|one| one["answered_in"].is_null() && one["question"]["type"] == "text")
        .map(|one| one["question"]["id"].clone())
        .collect();
    let half = &in_words[..in_words.len().div_ceil(2)];
    assert!(!half.is_empty());
    for id in half {
        let words = format!("What we do about {id}.");
        ask("assessment::answer", json!({ "question": id, "answer": words, "based_on_revision": 0 }));
    }
    let before = ask("assessment::path", json!({}));
    child.kill().unwrap();
    child.wait().unwrap();

    let app = App::new(None);
    let request = json!({ "path": desk.path(WORKSPACE), "login": OFFICIAL, "passphrase": PASSPHRASE });
    call(&app, "workspace::open", request).unwrap();
    let after = call(&app, "assessment::path", json!({})).unwrap();
    assert_eq!(after["last"], *half.last().unwrap(), "it is taken up where it was left");
    assert_eq!(after["next"], before["next"]);
    for id in half {
        let question = questions(&after).find(|one| one["question"]["id"] == *id).unwrap();
        assert_eq!(question["answer"]["answer"], format!("What we do about {id}."));
        assert_eq!(question["state"], "answered");
    }
    assert_eq!(call(&app, "audit::verify", json!({})).unwrap()["holds"], true);
}

fn questions(path: &Value) -> impl Iterator<Item = &Value> {
    let factors = path["factors"].as_array().unwrap().iter();
    factors.flat_map(|factor| factor["questions"].as_array().unwrap())
}
