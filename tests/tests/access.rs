//! Who may do what: every access against every command, as the table says, with a line in the trail for each refusal.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod request;

use request::{Dice, like};
use riskwright_app::commands::{Command, table};
use riskwright_app::provision::{self, First};
use riskwright_app::{ACCESSES, App, Effect, ErrorCode, Needs, call, sample};
use riskwright_domain::organization::Access;
use riskwright_store::KdfCost;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;

/// Commands that need no account and would end the session that is looked at.
const END_THE_SESSION: [&str; 6] = [
    "workspace::close",
    "workspace::lock",
    "workspace::new",
    "workspace::open",
    "workspace::recover",
    "workspace::sample",
];

fn login(access: Access) -> String {
    format!("{access:?}").to_lowercase()
}

/// A workspace with one person for each access, who has that access alone.
fn workspace(folder: &Path) {
    let mut content = sample::content().unwrap();
    for (person, access) in content.people.iter_mut().zip(ACCESSES) {
        person.login = Some(login(access));
        person.access = vec![access];
    }
    for person in content.people.iter_mut().skip(ACCESSES.len()) {
        (person.login, person.access) = (None, Vec::new());
    }
    let accounts = sample::accounts(&content, sample::PASSPHRASE);
    let first = First { content, command: "workspace::import", imported_from: None };
    let (store, _) = provision::create(folder, &accounts, first, KdfCost::new(64, 1, 1)).unwrap();
    store.close().unwrap();
}

fn opened(folder: &Path, access: Access) -> App {
    let app = App::new(None);
    let request = json!({ "path": folder, "login": login(access), "passphrase": sample::PASSPHRASE });
    call(&app, "workspace::open", request).unwrap();
    app
}

/// A request of the right form, the same for everybody.
fn request(command: &Command) -> Value {
    like(&command.request, &command.request, &mut Dice(7))
}

fn code(app: &App, command: &Command) -> Option<ErrorCode> {
    call(app, command.name, request(command)).err().map(|error| error.code)
}

fn refusals(app: &App, by: &str) -> Vec<Value> {
    let filter = json!({ "by": by, "command": "access::refused" });
    let list = call(app, "audit::list", json!({ "limit": 500, "filter": filter })).unwrap();
    list["lines"].as_array().unwrap().clone()
}

#[test]
fn each_access_is_refused_exactly_what_the_table_says() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().join("w.riskwright");
    workspace(&folder);
    let commands = table();
    let chosen = || commands.iter().filter(|command| !END_THE_SESSION.contains(&command.name));
    // The official last: what the official may do could change who has an account.
    for access in ACCESSES.into_iter().rev() {
        let app = opened(&folder, access);
        let mut expected = Vec::new();
        for command in chosen() {
            let refused = command.access != Needs::Nothing && !command.access.allowed().contains(&access);
            if refused {
                assert_eq!(code(&app, command), Some(ErrorCode::Forbidden), "{access:?}: {}", command.name);
                expected.push(command.name);
            } else if access != Access::Official {
                // A command may refuse one record on top of that; then it is not the access that is missing.
                let told = call(&app, command.name, request(command)).err();
                let message = told.map(|error| error.message).unwrap_or_default();
                assert_ne!(message, "Your access does not include this.", "{access:?}: {}", command.name);
            }
        }
        told_in_trail(&app, &login(access), &expected);
        assert_eq!(expected.is_empty(), access == Access::Official);
    }
}

#[test]
fn a_malformed_request_is_refused_like_any_other_where_the_access_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().join("w.riskwright");
    workspace(&folder);
    let app = opened(&folder, Access::Auditor);
    let commands = table();
    let refused: Vec<&str> = commands
        .iter()
        .filter(|command| command.access != Needs::Nothing)
        .filter(|command| !command.access.allowed().contains(&Access::Auditor))
        .map(|command| command.name)
        .collect();
    assert!(refused.len() > 15, "{refused:?}");
    for name in &refused {
        let error = call(&app, name, json!({ "no such field": [1] })).unwrap_err();
        assert_eq!((error.code, error.fields.len()), (ErrorCode::Forbidden, 0), "{name}: {error:?}");
    }
    told_in_trail(&app, &login(Access::Auditor), &refused);
    let allowed = call(&app, "risk::get", json!({ "no such field": [1] })).unwrap_err();
    assert_eq!(allowed.code, ErrorCode::Invalid, "{allowed:?}");
    let nobody = call(&App::new(None), "risk::save", json!(7)).unwrap_err();
    assert_eq!(nobody.code, ErrorCode::NoWorkspace, "{nobody:?}");
}

/// One line for each refused command, which names it.
fn told_in_trail(app: &App, by: &str, expected: &[&str]) {
    let lines = refusals(app, by);
    assert_eq!(lines.len(), expected.len(), "{by}: {lines:?}");
    for (line, name) in lines.iter().rev().zip(expected) {
        assert!(line["words"].as_str().unwrap().contains(name), "{name}: {line}");
    }
}

#[test]
fn what_the_official_may_do_is_never_forbidden() {
    for command in table().iter().filter(|command| !END_THE_SESSION.contains(&command.name)) {
        assert!(command.access.met_by(&[Access::Official]), "{}", command.name);
        assert!(!command.access.met_by(&[]) || command.access == Needs::Nothing, "{}", command.name);
    }
}

#[test]
fn an_auditor_changes_no_content() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().join("w.riskwright");
    workspace(&folder);
    let app = opened(&folder, Access::Auditor);
    let content = || call(&app, "workspace::export", json!({})).unwrap()["yaml"].clone();
    let before = content();
    let writing: BTreeSet<&str> = table()
        .iter()
        .filter(|command| command.effect == Effect::Write && !END_THE_SESSION.contains(&command.name))
        .map(|command| {
            for seed in 0..4 {
                let request = like(&command.request, &command.request, &mut Dice(seed));
                let _ = call(&app, command.name, request);
            }
            command.name
        })
        .collect();
    assert!(writing.len() > 15, "{writing:?}");
    assert_eq!(content(), before);
}
