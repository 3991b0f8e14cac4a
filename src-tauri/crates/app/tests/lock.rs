//! When a workspace locks, and when a passphrase has to wait.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod clinic;

use clinic::{Clinic, DANA};
use riskwright_app::command::workspace;
use riskwright_app::{Effect, ErrorCode, Needs, State, call};
use serde_json::{Value, json};
use std::fs;

#[test]
fn a_locked_workspace_holds_nothing_and_the_passphrase_opens_it() {
    let clinic = Clinic::new();
    clinic.call("workspace::lock", json!({}));
    let current = clinic.call("workspace::current", json!({}));
    assert_eq!(current["opened"], Value::Null);
    let locked = &current["locked"];
    assert_eq!((&locked["login"], &locked["organization"]), (&json!("dana"), &json!("Quartz Clinic")));
    for command in ["person::list", "workspace::settings", "audit::verify"] {
        assert_eq!(clinic.refused(command, json!({})).code, ErrorCode::Locked, "{command}");
    }
    assert_eq!(clinic.open("dana", "not the passphrase").unwrap_err().code, ErrorCode::WrongPassphrase);
    assert_eq!(clinic.refused("person::list", json!({})).code, ErrorCode::Locked);
    clinic.open("dana", DANA).unwrap();
    assert_eq!(clinic.call("workspace::current", json!({}))["locked"], Value::Null);
    assert_eq!(clinic.events("workspace::lock").len(), 1);
    clinic.close();
    assert_eq!(clinic.refused("person::list", json!({})).code, ErrorCode::NoWorkspace);
}

#[test]
fn printing_is_a_line_of_the_trail_while_a_workspace_is_open() {
    let clinic = Clinic::new();
    let print = || {
        let printed = |state: &mut State| workspace::printed(state, "/risks");
        clinic.app.run("workspace::print", Effect::Write, Needs::Nothing, printed).unwrap();
    };
    print();
    assert_eq!(clinic.events("workspace::print").len(), 1);
    clinic.call("workspace::lock", json!({}));
    print();
    clinic.open("dana", DANA).unwrap();
    assert_eq!(clinic.events("workspace::print").len(), 1, "a locked page shows nothing to print");
}

#[test]
fn it_locks_when_nobody_did_anything_and_a_page_asking_by_itself_is_nobody() {
    let clinic = Clinic::new();
    let revision = clinic.call("workspace::settings", json!({}))["revision"].clone();
    let settings = |minutes: u16| json!({ "settings": { "idle_lock_minutes": minutes, "daily_backup": false }, "based_on_revision": revision });
    assert_eq!(clinic.refused("workspace::save_settings", settings(0)).code, ErrorCode::Invalid);
    clinic.call("workspace::save_settings", settings(2));
    clinic.clock.go(119, 119);
    assert!(!clinic.app.lock_if_idle());
    clinic.call("person::list", json!({}));
    clinic.clock.go(100, 100);
    clinic.call("workspace::current", json!({}));
    clinic.clock.go(20, 20);
    assert_eq!(clinic.refused("person::list", json!({})).code, ErrorCode::Locked);
    clinic.open("dana", DANA).unwrap();
    clinic.clock.go(120, 0);
    assert!(clinic.app.lock_if_idle(), "the steady clock stood still while the machine slept");
    assert!(!clinic.app.lock_if_idle(), "once");
    clinic.open("dana", DANA).unwrap();
    clinic.clock.go(-4000, 120);
    assert_eq!(
        clinic.refused("workspace::home", json!({})).code,
        ErrorCode::Locked,
        "a clock set back hides nothing"
    );
    clinic.open("dana", DANA).unwrap();
    assert!(clinic.app.lock_after_sleep());
    assert_eq!(clinic.call("workspace::current", json!({}))["opened"], Value::Null);
}

#[test]
fn a_program_for_scripts_never_locks_by_itself() {
    let Clinic { app, clock, around: _around, .. } = Clinic::new();
    let app = app.without_idle_lock();
    clock.go(1_000_000, 1_000_000);
    assert!(!app.lock_if_idle());
    assert!(call(&app, "person::list", json!({})).is_ok());
}

#[test]
fn after_three_wrong_passphrases_the_next_has_to_wait_and_the_trail_is_told() {
    let clinic = Clinic::new();
    clinic.close();
    for _ in 0..3 {
        assert_eq!(clinic.open("dana", "not the passphrase").unwrap_err().code, ErrorCode::WrongPassphrase);
    }
    let waiting = clinic.open("dana", DANA).unwrap_err();
    assert_eq!(waiting.code, ErrorCode::TooManyTries);
    assert!(waiting.message.contains("1 second."), "{waiting:?}");
    clinic.clock.go(1, 1);
    assert_eq!(clinic.open("dana", "not the passphrase").unwrap_err().code, ErrorCode::WrongPassphrase);
    assert!(clinic.open("dana", DANA).unwrap_err().message.contains("2 seconds"));
    let written = fs::read_to_string(clinic.path.join("attempts.json")).unwrap();
    assert!(!written.contains("dana"), "{written}");
    clinic.clock.go(2, 2);
    clinic.open("dana", DANA).unwrap();
    let told = clinic.events("workspace::open_failed");
    assert_eq!(told.len(), 1);
    assert!(!clinic.path.join("attempts.json").exists());
    clinic.close();
    clinic.open("dana", DANA).unwrap();
    assert_eq!(clinic.events("workspace::open_failed").len(), 1);
}

#[test]
fn asking_for_the_own_passphrase_again_is_braked_too() {
    let clinic = Clinic::new();
    for _ in 0..3 {
        let wrong =
            clinic.refused("workspace::recovery_sheet", json!({ "passphrase": "not the passphrase" }));
        assert_eq!(wrong.code, ErrorCode::WrongPassphrase);
    }
    let waiting = clinic.refused("workspace::recovery_sheet", json!({ "passphrase": DANA }));
    assert_eq!(waiting.code, ErrorCode::TooManyTries);
}
