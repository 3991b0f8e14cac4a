//! Whatever is sent to a command, it answers or refuses: it never panics, tells no secret, and breaks no trail.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod request;

use request::{Dice, hostile, like, spoilt};
use riskwright_app::commands::{MOST_VALUES, read_request, table};
use riskwright_app::provision::{self, First};
use riskwright_app::{App, CommandResult, ErrorCode, call, sample};
use riskwright_store::KdfCost;
use serde_json::{Value, json};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use tempfile::TempDir;

/// Rounds of requests to every command; `PROPTEST_RNG_SEED` gives the first seed.
const ROUNDS: u64 = 6;

const LOGIN: &str = "dana.whitfield";

/// What no answer may hold: how the program is built, and words of the database.
const NEVER_SAID: &[&str] = &[
    "panicked",
    "RUST_BACKTRACE",
    "unwrap()",
    "SELECT ",
    " INTO revision",
    "no such table",
    "constraint failed",
    "SQLITE_",
];

/// A program with the sample open, in folders of its own.
struct Desk {
    folder: TempDir,
    app: App,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let content = sample::content().expect("the sample");
        let accounts = sample::accounts(&content, sample::PASSPHRASE);
        let first = First { content, command: "workspace::import", imported_from: None };
        let cost = KdfCost::new(64, 1, 1);
        let (store, _) =
            provision::create(&folder.path().join("w.riskwright"), &accounts, first, cost).unwrap();
        store.close().unwrap();
        let app = App::new(Some(folder.path().join("memory")));
        let desk = Self { folder, app };
        desk.open();
        desk
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn open(&self) {
        let path = self.path().join("w.riskwright");
        // Hostile passphrases were wrong passphrases: without this the next try would have to wait.
        let _ = std::fs::remove_file(path.join("attempts.json"));
        let request = json!({ "path": path, "login": LOGIN, "passphrase": sample::PASSPHRASE });
        call(&self.app, "workspace::open", request).expect("the workspace opens");
    }

    /// Opens the workspace again if a command has closed or locked it, or opened another.
    fn reopen(&self) {
        let current = call(&self.app, "workspace::current", json!({})).unwrap();
        let path = self.path().join("w.riskwright").display().to_string();
        if current["opened"]["path"] != json!(path) {
            self.open();
        }
    }

    /// Calls a command and looks at whatever it answers.
    fn survives(&self, name: &str, request: &Value) -> CommandResult<Value> {
        let shown = || request.to_string().chars().take(400).collect::<String>();
        let answer = catch_unwind(AssertUnwindSafe(|| call(&self.app, name, request.clone())))
            .unwrap_or_else(|_| panic!("{name} panicked at {}", shown()));
        let told = match &answer {
            Ok(answer) => answer.to_string(),
            Err(error) => serde_json::to_string(error).unwrap(),
        };
        let sent = request.to_string();
        for words in NEVER_SAID.iter().filter(|words| !sent.contains(**words)) {
            assert!(!told.contains(words), "{name} says {words:?} at {}: {told:.600}", shown());
        }
        let place = self.path().display().to_string();
        let tells_place = answer.is_err() && !sent.contains(&place) && told.contains(&place);
        assert!(!tells_place, "{name} tells where the workspace lies at {}: {told:.600}", shown());
        answer
    }

    fn audit_holds(&self) {
        let verified = call(&self.app, "audit::verify", json!({})).expect("the trail can be read");
        assert_eq!(verified["holds"], json!(true), "{verified}");
    }
}

fn first_seed() -> u64 {
    std::env::var("PROPTEST_RNG_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(171_203)
}

#[test]
fn every_command_answers_or_refuses_whatever_is_sent() {
    let desk = Desk::new();
    // A relative path in a request must not lead out of the test's own folders.
    let deep = desk.path().join("a/b/c/d/e");
    std::fs::create_dir_all(&deep).unwrap();
    std::env::set_current_dir(&deep).unwrap();
    let commands = table();
    let (mut done, mut refused) = (0, 0);
    for round in 0..ROUNDS {
        let mut dice = Dice(first_seed() + round);
        for command in &commands {
            let right = like(&command.request, &command.request, &mut dice);
            for request in [spoilt(&right, &mut dice), spoilt(&right, &mut dice), right, hostile(&mut dice)] {
                match desk.survives(command.name, &request) {
                    Ok(_) => done += 1,
                    Err(_) => refused += 1,
                }
                desk.reopen();
            }
        }
        desk.audit_holds();
    }
    assert!(done > commands.len() && refused > 2 * commands.len(), "{done} done, {refused} refused");
}

#[test]
fn a_line_that_is_too_much_is_refused_before_it_is_read() {
    let many = format!("{{\"command\":\"risk::list\",\"request\":[{}1]}}", "1,".repeat(MOST_VALUES));
    let brackets = format!("{{\"command\":\"risk::list\",\"request\":{}", "[".repeat(200_000));
    let lines = [
        many.as_str(),
        brackets.as_str(),
        "",
        "null",
        "{}",
        "{\"command\":1}",
        "{\"command\":\"\\ud800\"}",
        "{\"command\":\"risk::list\",\"request\":1e999}",
        "{\"command\":\"risk::list\"}}",
        "\u{feff}{\"command\":\"risk::list\"}",
    ];
    for line in lines {
        let error = read_request(line).expect_err(&line.chars().take(60).collect::<String>());
        assert_eq!(error.code, ErrorCode::Invalid);
    }
    let in_text = format!(
        "{{\"command\":\"policy::lint\",\"request\":{{\"text\":\"{}\"}}}}",
        "[,\\\"".repeat(MOST_VALUES)
    );
    assert!(read_request(&in_text).is_ok(), "what stands in a text is no value");
}

#[test]
fn requests_made_from_a_schema_have_its_form() {
    let desk = Desk::new();
    for command in table() {
        for seed in 0..8 {
            let request = like(&command.request, &command.request, &mut Dice(seed));
            let answer = call(&desk.app, command.name, request.clone());
            desk.reopen();
            let Err(error) = answer else { continue };
            let malformed =
                error.fields.iter().any(|field| field.field == "request" && field.code == "malformed");
            assert!(!malformed, "{}: {request}: {error:?}", command.name);
        }
    }
}
