//! A disk that is full and a folder that may not be written to: a clear error, and the workspace stays whole.
//!
//! Both need a file system of their own, mounted in a private namespace. Where the machine allows none, this
//! says so; the store's own tests then show a database that may not grow.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod program;

use program::{Answer, Desk, OFFICIAL, WORKSPACE, answer};
use serde_json::{Value, json};

/// Runs a shell script in which `$DISK` is a small file system of its own that holds the sample workspace.
fn on_a_small_disk(desk: &Desk, script: &str) -> Option<Answer> {
    let disk = desk.path("disk");
    std::fs::create_dir_all(&disk).unwrap();
    let whole = format!(
        "set -eu\nmount -t tmpfs -o size=16m none \"$DISK\"\ncp -r {WORKSPACE} \"$DISK\"/\n\
         call() {{ \"$PROGRAM\" call \"$DISK/{WORKSPACE}\"; }}\n{script}"
    );
    let mut unshare = assert_cmd::Command::new("unshare");
    unshare
        .args(["--map-root-user", "--mount", "sh", "-c", &whole])
        .current_dir(desk.path("."))
        .env("DISK", &disk)
        .env("PROGRAM", program::program())
        .env("XDG_STATE_HOME", desk.path(".state"))
        .env("RISKWRIGHT_PERSON", OFFICIAL)
        .env("RISKWRIGHT_PASSPHRASE", riskwright_app::sample::PASSPHRASE);
    let may_mount = "unshare --map-root-user --mount sh -c 'mount -t tmpfs none /mnt' 2>/dev/null";
    if !std::process::Command::new("sh").args(["-c", may_mount]).status().is_ok_and(|status| status.success())
    {
        println!("this machine lets nobody mount a file system of their own: not tried here");
        return None;
    }
    Some(answer(&mut unshare))
}

fn line(command: &str, request: Value) -> String {
    json!({ "command": command, "request": request }).to_string()
}

fn rating(revision: i64, rationale: &str) -> String {
    let values = json!({
        "number": "R-0046", "initiation": "low", "adverse": "low", "impact": { "c": "low", "i": "low", "a": "low" },
        "based_on_revision": revision, "rationale": rationale,
    });
    line("risk::save", values)
}

#[test]
fn a_full_disk_is_named_and_everything_that_was_saved_stays() {
    let desk = Desk::with_sample();
    let before = rating(1, "Saved while there was room on the disk.");
    let document = line("document::write", json!({ "policy": "POL-11" }));
    let script = format!(
        "echo '{before}' | call\n\
         dd if=/dev/zero of=\"$DISK/filler\" bs=4k 2>/dev/null || true\n\
         echo '{{}}' | call && exit 9 || echo \"full: $?\"\n\
         truncate -s -160K \"$DISK/filler\"\n\
         echo '{document}' | call || echo \"document: $?\"\n\
         rm \"$DISK/filler\"\n\
         echo '{}' | call\n\
         \"$PROGRAM\" --json audit verify \"$DISK/{WORKSPACE}\"",
        line("risk::get", json!({ "number": "R-0046" })),
    );
    let Some(told) = on_a_small_disk(&desk, &script) else { return };
    let told = told.expect(0);
    let lines: Vec<&str> = told.out.lines().collect();
    assert!(lines[0].starts_with("{\"ok\""), "{told:?}");
    assert!(told.out.contains("full: 3") && told.err.contains("disk is full"), "{told:?}");
    assert!(told.out.contains("\"code\":\"full\"") && told.out.contains("document: 2"), "{told:?}");
    let risk = lines.iter().rev().nth(1).unwrap();
    assert!(risk.contains("Saved while there was room on the disk."), "{risk}");
    let trail: Value = serde_json::from_str(lines.last().unwrap()).unwrap();
    assert_eq!(trail["holds"], json!(true), "{trail}");
}

#[test]
fn a_folder_that_may_not_be_written_to_is_named_and_not_touched() {
    let desk = Desk::with_sample();
    let script = format!(
        "digest() {{ find \"$DISK\" -type f -exec sha256sum {{}} + | sort; }}\n\
         digest > before\n\
         mount -o remount,ro \"$DISK\"\n\
         echo '{}' | call && exit 9 || echo \"refused: $?\"\n\
         digest > after\n\
         cmp before after && echo untouched",
        rating(1, "This cannot be written anywhere at all."),
    );
    let Some(told) = on_a_small_disk(&desk, &script) else { return };
    let told = told.expect(0);
    assert!(told.out.contains("refused: 3") && told.out.contains("untouched"), "{told:?}");
    assert!(told.err.contains("cannot be written to"), "{told:?}");
}
