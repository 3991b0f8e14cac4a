//! A process that is killed while it works: the workspace opens, its trail holds, and what was answered is there.
//!
//! `RISKWRIGHT_CRASH_RUNS` says how often (50), `RISKWRIGHT_CRASH_SEED` which moments and commands.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod crash_work;
mod program;

use crash_work::{Passphrases, Random, Work};
use program::calls::start;
use program::{Desk, OFFICIAL, WORKSPACE};
use riskwright_app::{App, call};
use serde_json::json;
use std::io::Write;
use std::sync::mpsc::RecvTimeoutError;
use std::time::{Duration, Instant};

/// Kills of one workspace; checking all of it after each grows with all that was ever written.
const ONE_WORKSPACE: u64 = 50;

/// How long an answer may take before something is wrong.
const PATIENCE: Duration = Duration::from_secs(120);

#[test]
fn nothing_that_was_answered_is_lost_whenever_the_process_is_killed() {
    let runs = number("RISKWRIGHT_CRASH_RUNS", 50);
    let seed = number("RISKWRIGHT_CRASH_SEED", 171_203);
    println!("{runs} runs, seed {seed}");
    let mut random = Random(seed);
    let (mut answered, mut unanswered) = (0, 0);
    for first in (0..runs).step_by(ONE_WORKSPACE as usize) {
        let desk = Desk::with_sample();
        let mut work = Work::new();
        for run in first..runs.min(first + ONE_WORKSPACE) {
            let passphrase = work.passphrases.known().to_owned();
            let told = killed_while_working(&desk, &passphrase, &mut work, &mut random);
            answered += told.0;
            unanswered += told.1;
            let app = open(&desk, &mut work.passphrases, run);
            let trail = call(&app, "audit::verify", json!({})).unwrap();
            assert_eq!(trail["holds"], json!(true), "run {run}, seed {seed}: {trail}");
            work.compare(&app, &format!("run {run}, seed {seed}"));
            call(&app, "workspace::close", json!({})).unwrap();
        }
    }
    println!("{answered} commands were answered, {unanswered} were cut off");
    assert!(answered > runs, "the process came to work between the kills");
    assert!(unanswered > runs / 4, "the kills met the process at work");
}

/// Runs commands until the process is killed; how many were answered, and how many were under way.
fn killed_while_working(desk: &Desk, passphrase: &str, work: &mut Work, random: &mut Random) -> (u64, u64) {
    let (mut child, mut input, answers) = start(desk, passphrase);
    // One in five dies while it opens, the others at work.
    let opened = random.below(5) > 0;
    if opened {
        writeln!(input, "{}", json!({ "command": "workspace::current" })).unwrap();
        answers.recv_timeout(PATIENCE).expect("the workspace opens");
    }
    // So many answers, then a moment: by the clock alone a busy machine would be killed before it came to work.
    let (mut answered, mut unanswered) = (0, 0);
    if opened {
        for _ in 0..random.below(6) {
            writeln!(input, "{}", work.next(random)).unwrap();
            work.answered(&answers.recv_timeout(PATIENCE).expect("an answer"));
            answered += 1;
        }
    }
    // Opening takes longer than a command: the key is derived.
    let longest = if opened { 60 } else { 700 };
    let end = Instant::now() + Duration::from_millis(random.below(longest));
    while Instant::now() < end {
        let request = work.next(random);
        if writeln!(input, "{request}").is_err() {
            break;
        }
        match answers.recv_timeout(end.saturating_duration_since(Instant::now())) {
            Ok(answer) => {
                work.answered(&answer);
                answered += 1;
            }
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                unanswered += 1;
                break;
            }
        }
    }
    child.kill().unwrap();
    child.wait().unwrap();
    // What was on its way when the process died was answered all the same.
    for answer in answers.iter() {
        work.answered(&answer);
        answered += 1;
    }
    (answered, unanswered)
}

/// Opens the workspace with the passphrase that holds: the one answered, or the one whose change was under way.
fn open(desk: &Desk, passphrases: &mut Passphrases, run: u64) -> App {
    let app = App::new(None);
    let path = desk.path(WORKSPACE).display().to_string();
    let mut refusals = Vec::new();
    for passphrase in passphrases.possible() {
        let request = json!({ "path": path, "login": OFFICIAL, "passphrase": passphrase });
        match call(&app, "workspace::open", request) {
            Ok(_) => {
                passphrases.holds(&passphrase);
                return app;
            }
            Err(error) => refusals.push(error),
        }
    }
    panic!("run {run}: the workspace does not open: {refusals:?}");
}

fn number(name: &str, usual: u64) -> u64 {
    std::env::var(name).map_or(usual, |text| text.parse().expect("a whole number"))
}
