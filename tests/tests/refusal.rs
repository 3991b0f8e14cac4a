//! What cannot be opened is refused with a code, in words without paths and secrets, and stays byte for byte.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod program;

use program::{Answer, Desk, OFFICIAL, WORKSPACE, answer, contents};
use riskwright_app::sample::PASSPHRASE;
use serde_json::Value;
use std::fs::OpenOptions;

/// A way to damage a workspace, and what is to be said of it.
struct Case {
    name: &'static str,
    damage: fn(&Desk),
    code: &'static str,
    exit: i32,
}

const CASES: &[Case] = &[
    Case { name: "an empty database", damage: |desk| cut(desk, "workspace.db", 0), code: "damaged", exit: 3 },
    Case { name: "a cut database", damage: |desk| cut(desk, "workspace.db", 5000), code: "damaged", exit: 3 },
    Case { name: "a cut page", damage: |desk| cut(desk, "workspace.db", -1), code: "damaged", exit: 3 },
    Case {
        name: "noise for a database",
        damage: |desk| noise(desk, "workspace.db"),
        code: "damaged",
        exit: 3,
    },
    Case { name: "no database", damage: |desk| remove(desk, "workspace.db"), code: "damaged", exit: 3 },
    Case { name: "empty keys", damage: |desk| cut(desk, "keys.json", 0), code: "damaged", exit: 3 },
    Case { name: "cut keys", damage: |desk| cut(desk, "keys.json", 900), code: "damaged", exit: 3 },
    Case { name: "noise for keys", damage: |desk| noise(desk, "keys.json"), code: "damaged", exit: 3 },
    Case { name: "no keys", damage: |desk| remove(desk, "keys.json"), code: "damaged", exit: 3 },
];

fn in_workspace(name: &str) -> String {
    format!("{WORKSPACE}/{name}")
}

fn cut(desk: &Desk, name: &str, length: i64) {
    let file = OpenOptions::new().write(true).open(desk.path(&in_workspace(name))).unwrap();
    let whole = i64::try_from(file.metadata().unwrap().len()).unwrap();
    let length = if length < 0 { whole + length } else { length };
    file.set_len(u64::try_from(length).unwrap()).unwrap();
}

fn noise(desk: &Desk, name: &str) {
    let bytes: Vec<u8> = (0..20_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    desk.put(&in_workspace(name), bytes);
}

fn remove(desk: &Desk, name: &str) {
    std::fs::remove_file(desk.path(&in_workspace(name))).unwrap();
}

/// An error tells neither the passphrase nor where anything lies.
#[track_caller]
fn tells_no_secret(desk: &Desk, answer: &Answer, passphrase: &str) {
    let told = format!("{}{}", answer.out, answer.err);
    for secret in
        [passphrase, PASSPHRASE, &desk.path("").display().to_string(), "workspace.db", "SELECT", "panicked"]
    {
        assert!(!told.contains(secret), "{secret:?} in {told}");
    }
}

fn error(answer: &Answer) -> Value {
    answer.json()["error"].clone()
}

fn opened_with(desk: &Desk, login: &str, passphrase: &str) -> Answer {
    let mut command = desk.command(&["status", "--json", WORKSPACE]);
    answer(command.env("RISKWRIGHT_PERSON", login).env("RISKWRIGHT_PASSPHRASE", passphrase))
}

#[test]
fn a_wrong_passphrase_and_an_unknown_login_are_refused_with_the_same_words() {
    let desk = Desk::with_sample();
    let before = contents(&desk.path(WORKSPACE));
    let wrong = opened_with(&desk, OFFICIAL, "not the passphrase at all").expect(2);
    let unknown = opened_with(&desk, "nobody.known", PASSPHRASE).expect(2);
    assert_eq!(error(&wrong)["code"], "wrong_passphrase");
    assert_eq!(error(&wrong), error(&unknown), "who has an account is not told");
    tells_no_secret(&desk, &wrong, "not the passphrase at all");
    tells_no_secret(&desk, &unknown, "nobody.known");
    let mut after = contents(&desk.path(WORKSPACE));
    let tries = after.remove(&desk.path(&in_workspace("attempts.json"))).expect("that somebody tried");
    assert!(!String::from_utf8(tries).unwrap().contains(OFFICIAL), "whose login it was is not written down");
    assert_eq!(after, before);
}

#[test]
fn a_damaged_workspace_is_refused_and_left_as_it_is() {
    for case in CASES {
        let desk = Desk::with_sample();
        (case.damage)(&desk);
        let before = contents(&desk.path(WORKSPACE));
        let refused = desk.run(&["status", "--json", WORKSPACE]);
        assert_eq!(refused.code, case.exit, "{}: {refused:?}", case.name);
        assert_eq!(error(&refused)["code"], case.code, "{}", case.name);
        assert!(error(&refused)["hint"].is_string(), "{}: what to do about it", case.name);
        tells_no_secret(&desk, &refused, PASSPHRASE);
        assert_eq!(contents(&desk.path(WORKSPACE)), before, "{}", case.name);
    }
}

#[test]
fn every_command_refuses_a_damaged_workspace_in_the_same_way() {
    let desk = Desk::with_sample();
    desk.put("policy.pdf", program::signed_policy("POL-25"));
    cut(&desk, "workspace.db", 5000);
    let before = contents(&desk.path(""));
    let commands: [&[&str]; 8] = [
        &["status", WORKSPACE],
        &["export", WORKSPACE, "-o", "out"],
        &["practice", "check", WORKSPACE],
        &["document", "write", WORKSPACE, "POL-25", "-o", "out"],
        &["audit", "verify", WORKSPACE],
        &["backup", WORKSPACE, "-o", "out"],
        &["call", WORKSPACE],
        &["verify", "policy.pdf", "--workspace", WORKSPACE],
    ];
    for command in commands {
        let refused = desk.run(command);
        assert_eq!(refused.code, 3, "{command:?}: {refused:?}");
        assert!(refused.err.contains("damaged"), "{command:?}: {refused:?}");
        tells_no_secret(&desk, &refused, PASSPHRASE);
        assert_eq!(contents(&desk.path("")), before, "{command:?}");
    }
}

#[test]
fn whatever_is_no_workspace_is_said_to_be_none() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("papers")).unwrap();
    desk.put("papers/mine.txt", "mine");
    desk.put("file.riskwright", "a file");
    let before = contents(&desk.path(""));
    for place in ["papers", "file.riskwright", "nowhere.riskwright"] {
        let refused = desk.run(&["status", "--json", place]).expect(2);
        assert_eq!(error(&refused)["code"], "not_a_workspace", "{place:?}");
        tells_no_secret(&desk, &refused, PASSPHRASE);
    }
    assert_eq!(contents(&desk.path("")), before);
}

#[test]
fn the_keys_of_another_workspace_do_not_open_this_one() {
    let desk = Desk::with_sample();
    desk.run(&["new", "other.riskwright", "--organization", "Nine Pines"]).expect(0);
    std::fs::copy(desk.path("other.riskwright/keys.json"), desk.path(&in_workspace("keys.json"))).unwrap();
    let before = contents(&desk.path(WORKSPACE));
    let refused = desk.run(&["status", "--json", WORKSPACE]).expect(3);
    assert_eq!(error(&refused)["code"], "damaged");
    tells_no_secret(&desk, &refused, PASSPHRASE);
    assert_eq!(contents(&desk.path(WORKSPACE)), before);
}

#[test]
fn a_damaged_backup_is_refused_and_makes_no_folder() {
    let desk = Desk::with_sample();
    desk.run(&["backup", WORKSPACE, "-o", "whole.backup"]).expect(0);
    let whole = desk.read("whole.backup");
    let mut flipped = whole.clone();
    flipped[whole.len() / 2] ^= 1;
    for (name, bytes) in [("cut", &whole[..whole.len() / 2]), ("empty", &[]), ("flipped", &flipped)] {
        desk.put("damaged.backup", bytes);
        let refused = desk.run(&["restore", "damaged.backup", "-o", "back.riskwright", "--json"]).expect(3);
        assert_eq!(error(&refused)["code"], "damaged", "{name}");
        assert!(!desk.path("back.riskwright").exists(), "{name}");
        tells_no_secret(&desk, &refused, PASSPHRASE);
    }
}

#[test]
fn a_short_passphrase_makes_no_workspace() {
    let desk = Desk::new();
    let mut command = desk.command(&["new", "new.riskwright", "--organization", "Nine Pines", "--json"]);
    let refused =
        answer(command.env("RISKWRIGHT_PERSON", OFFICIAL).env("RISKWRIGHT_PASSPHRASE", "eleven char"))
            .expect(2);
    assert_eq!(error(&refused)["fields"][0]["field"], "passphrase");
    assert!(!refused.out.contains("eleven char") && !refused.err.contains("eleven char"));
    assert!(!desk.path("new.riskwright").exists());
}
