//! Backups that the program keeps: when they are made, what a preview names, what a restore does.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod program;

use program::{AUDITOR, Desk, OFFICIAL, WORKSPACE};
use riskwright_app::{App, CommandError, ErrorCode, call, sample::PASSPHRASE};
use riskwright_domain::audit::canonical_json;
use riskwright_domain::organization::{Evidence, EvidenceKind};
use riskwright_domain::practice::PracticeState;
use riskwright_domain::workspace::{Content, Settings};
use riskwright_store::{Act, Store, StoreError, Writer, content::load};
use secrecy::SecretString;
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

/// A program on the sample with a memory of its own.
struct Trial {
    desk: Desk,
    app: App,
}

impl Trial {
    fn new() -> Self {
        let desk = Desk::with_sample();
        let app = open(&desk, OFFICIAL);
        Self { desk, app }
    }

    fn call(&self, name: &str, request: Value) -> Value {
        call(&self.app, name, request).unwrap_or_else(|error| panic!("{name}: {error:?}"))
    }

    fn refused(&self, name: &str, request: Value) -> CommandError {
        call(&self.app, name, request).unwrap_err()
    }

    fn make(&self) -> String {
        self.call("backup::make", json!({}))["name"].as_str().unwrap().to_owned()
    }

    /// Reasons of the backups, newest first.
    fn reasons(&self) -> Vec<String> {
        let list = self.call("backup::list", json!({}));
        list["backups"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["reason"].as_str().unwrap().to_owned())
            .collect()
    }

    fn folder(&self) -> PathBuf {
        PathBuf::from(self.call("backup::list", json!({}))["folder"].as_str().unwrap())
    }

    /// The workspace over a connection of one's own.
    fn store(&self) -> Store {
        let passphrase = SecretString::from(PASSPHRASE);
        Store::open(&self.desk.path(WORKSPACE), OFFICIAL, &passphrase).unwrap().store
    }

    fn content(&self) -> Content {
        self.store().read(load).unwrap()
    }

    fn write(&self, body: impl FnOnce(&mut Writer<'_>) -> Result<(), StoreError>) {
        let act = Act { command: "test::write", by: OFFICIAL, at: jiff::Timestamp::now() };
        self.store().write(&act, body).unwrap();
    }

    #[track_caller]
    fn trail_holds(&self) {
        assert_eq!(self.call("audit::verify", json!({}))["breaks"], json!([]));
    }
}

fn open(desk: &Desk, login: &str) -> App {
    let app = App::new(Some(desk.path("memory")));
    let request = json!({ "path": desk.path(WORKSPACE), "login": login, "passphrase": PASSPHRASE });
    call(&app, "workspace::open", request).unwrap();
    app
}

fn names(preview: &Value, list: &str) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let rows = preview[list].as_array().unwrap().iter();
    let second = if list == "changes" { "change" } else { "reason" };
    rows.map(|row| {
        (format!("{} {}", text(&row["record"]["kind"]), text(&row["record"]["id"])), text(&row[second]))
    })
    .collect()
}

#[test]
fn the_first_opening_of_a_day_makes_one_backup() {
    let trial = Trial::new();
    assert_eq!(trial.reasons(), ["daily"]);
    let again = Trial { app: open(&trial.desk, AUDITOR), ..trial };
    assert_eq!(again.reasons(), ["daily"], "the second opening of the day makes none");
    let [file] = fs::read_dir(again.folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect::<Vec<_>>()
        .try_into()
        .unwrap();
    let eve = jiff::Timestamp::now() - jiff::SignedDuration::from_hours(30);
    let name = format!("{}-daily.riskwright-backup", eve.strftime("%Y-%m-%dT%H%M%SZ"));
    fs::rename(&file, again.folder().join(name)).unwrap();
    let next = Trial { app: open(&again.desk, OFFICIAL), ..again };
    assert_eq!(next.reasons(), ["daily", "daily"], "the next day makes its own");
    let lines = next.call("audit::list", json!({}));
    let made = lines["lines"].as_array().unwrap().iter().filter(|line| line["command"] == "backup::make");
    assert_eq!(made.map(|line| line["by"].as_str().unwrap()).collect::<Vec<_>>(), ["riskwright"; 2]);
}

#[test]
fn what_a_killed_preview_left_is_swept_on_the_next_opening() {
    let trial = Trial::new();
    let [left, in_use] = [".preview-left", ".preview-in-use"].map(|name| trial.folder().join(name));
    for folder in [&left, &in_use] {
        fs::create_dir(folder).unwrap();
        fs::write(folder.join("workspace.db"), "encrypted").unwrap();
    }
    let long_ago = std::time::SystemTime::now() - std::time::Duration::from_secs(2 * 60 * 60);
    fs::File::open(&left).unwrap().set_modified(long_ago).unwrap();
    open(&trial.desk, AUDITOR);
    assert!(!left.exists() && in_use.exists());
}

#[test]
fn what_is_old_is_thinned_out_with_the_daily_backup() {
    let trial = Trial::new();
    let folder = trial.folder();
    let old = ["2019-03-01T100000Z-daily", "2019-03-02T100000Z-request", "2019-03-03T100000Z-migration"];
    for stem in old {
        fs::write(folder.join(format!("{stem}.riskwright-backup")), "old").unwrap();
    }
    fs::write(folder.join("somebody's own.txt"), "own").unwrap();
    trial.make();
    assert_eq!(trial.reasons(), ["request", "daily"]);
    assert!(folder.join("somebody's own.txt").exists(), "only backups are removed");
}

#[test]
fn settings_can_turn_the_daily_backup_off() {
    let desk = Desk::with_sample();
    let passphrase = SecretString::from(PASSPHRASE);
    let mut store = Store::open(&desk.path(WORKSPACE), OFFICIAL, &passphrase).unwrap().store;
    let act = Act { command: "test::write", by: OFFICIAL, at: jiff::Timestamp::now() };
    let settings = Settings { daily_backup: false, ..Settings::default() };
    store.write(&act, |writer| writer.put_settings(&settings)).unwrap();
    drop(store);
    let trial = Trial { app: open(&desk, OFFICIAL), desk };
    assert_eq!(trial.reasons(), Vec::<String>::new());
}

#[test]
fn a_program_without_memory_makes_none_and_says_so() {
    let desk = Desk::with_sample();
    let app = App::new(None);
    let request = json!({ "path": desk.path(WORKSPACE), "login": OFFICIAL, "passphrase": PASSPHRASE });
    call(&app, "workspace::open", request).unwrap();
    let list = call(&app, "backup::list", json!({})).unwrap();
    assert_eq!((&list["backups"], list.get("folder")), (&json!([]), None));
    assert_eq!(call(&app, "backup::make", json!({})).unwrap_err().code, ErrorCode::NotFound);
}

#[test]
fn a_preview_names_exactly_what_changed_since() {
    let trial = Trial::new();
    let name = trial.make();
    let before = trial.content();
    let mut organization = before.organization.clone();
    organization.budget = "Another budget.".to_owned();
    let mut assessment = before.current_assessment().unwrap().clone();
    let removed = assessment.risks.remove(1).number;
    assessment.risks[0].rationale = "Another reason of some length.".to_owned();
    let changed = assessment.risks[0].number.clone();
    let mut practice = before.practices[0].clone();
    (practice.id, practice.number) = (Default::default(), "PR-0900".into());
    practice.state = PracticeState::Proposed;
    trial.write(|writer| {
        writer.put_organization(&organization)?;
        writer.put_assessment(&assessment)?;
        writer.put_practice(&practice).map(drop)
    });
    let preview = trial.call("backup::preview", json!({ "name": name }));
    let risk = |number: &dyn std::fmt::Display| format!("risk {}/{number}", assessment.number);
    let mut expected = vec![
        ("organization organization".to_owned(), "changes".to_owned()),
        (risk(&changed), "changes".to_owned()),
        (risk(&removed), "comes_back".to_owned()),
        ("practice PR-0900".to_owned(), "goes_away".to_owned()),
    ];
    let mut found = names(&preview, "changes");
    expected.sort();
    found.sort();
    assert_eq!(found, expected);
    assert_eq!(preview["kept"], json!([]));
    assert_eq!(preview["changes"][0]["fields"], json!(["/budget"]));
    assert_eq!(preview["changes"][0]["title"], format!("Organization {}", before.organization.name));
    assert!(preview["current_sequence"].as_i64() > preview["sequence"].as_i64(), "{preview}");
    let left = fs::read_dir(trial.folder()).unwrap().map(|entry| entry.unwrap().file_name());
    assert!(
        left.into_iter().all(|name| name.to_str().unwrap().ends_with(".riskwright-backup")),
        "nothing of it is left"
    );
}

#[test]
fn a_restore_takes_changes_back_goes_on_with_the_trail_and_can_be_taken_back() {
    let trial = Trial::new();
    let before = canonical_json(&trial.content());
    let name = trial.make();
    let mut assessment = trial.content().current_assessment().unwrap().clone();
    assessment.risks.remove(1);
    assessment.risks[0].rationale = "Another reason of some length.".to_owned();
    assessment.safeguards.remove(0);
    trial.write(|writer| writer.put_assessment(&assessment));
    let changed = canonical_json(&trial.content());
    let trail = trial.store().read(|reader| reader.head()).unwrap();

    let restored = trial.call("backup::restore", json!({ "name": name }));
    assert!(canonical_json(&trial.content()) == before, "the changes are gone");
    assert_eq!(restored["changed"], 3);
    trial.trail_holds();
    assert!(
        trial.store().read(|reader| reader.head()).unwrap().sequence > trail.sequence,
        "nothing is rewound"
    );
    let lines = trial.call("audit::list", json!({ "limit": 1 }));
    assert_eq!(lines["lines"][0]["command"], "backup::restore");

    let back = restored["before"]["name"].as_str().unwrap();
    trial.call("backup::restore", json!({ "name": back }));
    assert!(canonical_json(&trial.content()) == changed, "and here again");
    trial.trail_holds();
    assert_eq!(trial.call("backup::preview", json!({ "name": back }))["changes"], json!([]));
}

#[test]
fn what_was_approved_and_written_since_stays_and_is_listed() {
    let trial = Trial::new();
    let name = trial.make();
    let content = trial.content();
    let mut policy =
        content.policies.iter().find(|policy| policy.number.as_str() == "POL-11").unwrap().clone();
    let mut version = policy.versions[0].clone();
    // The seal is of another number.
    (version.id, version.number, version.seal) = (Default::default(), "9.0".to_owned(), None);
    policy.versions.push(version);
    trial.write(|writer| writer.put_policy(&policy));
    trial.call("document::write", json!({ "policy": "POL-11" }));
    let restored = trial.call("backup::restore", json!({ "name": name }));
    let kept: Vec<String> = names(&restored, "kept").into_iter().map(|(record, _)| record).collect();
    assert!(kept.contains(&"policy_version POL-11/9.0".to_owned()), "{kept:?}");
    assert!(kept.iter().any(|record| record.starts_with("document D-")), "{kept:?}");
    let versions =
        trial.content().policies.into_iter().find(|one| one.number == policy.number).unwrap().versions;
    assert!(versions.iter().any(|version| version.number == "9.0" && !version.approvals.is_empty()));
    trial.trail_holds();
}

#[test]
fn people_accounts_and_settings_are_not_taken_back() {
    let trial = Trial::new();
    let name = trial.make();
    let settings = Settings { idle_lock_minutes: 3, ..Settings::default() };
    let mut person = trial.content().people[1].clone();
    let access = person.access.clone();
    person.title = "Chief of something".to_owned();
    person.access.clear();
    trial.write(|writer| {
        writer.put_settings(&settings)?;
        writer.put_person(&person).map(drop)
    });
    trial.call("backup::restore", json!({ "name": name }));
    let now = trial.content().people[1].clone();
    assert_ne!(now.title, person.title);
    assert!(now.access.is_empty() && !access.is_empty(), "an access that was taken is not given again");
    assert_eq!(trial.store().read(|reader| reader.settings()).unwrap(), settings);
}

#[test]
fn a_file_of_evidence_that_is_gone_comes_out_of_the_backup() {
    let trial = Trial::new();
    let store = trial.store();
    let sha256 = store.evidence_files().put(b"result of the scan").unwrap();
    let evidence = Evidence {
        id: Default::default(),
        number: "E-0900".into(),
        title: "Scan".to_owned(),
        kind: EvidenceKind::TestResult,
        on: "2026-11-01".parse().unwrap(),
        reference: "Share".to_owned(),
        sha256: Some(sha256.clone()),
        file_name: Some("scan.txt".to_owned()),
        bytes: Some(18),
        about: Vec::new(),
    };
    trial.write(|writer| writer.put_evidence(&evidence).map(drop));
    let name = trial.make();
    trial.write(|writer| writer.remove_evidence(&evidence.number).map(drop));
    fs::remove_dir_all(trial.desk.path(WORKSPACE).join("evidence")).unwrap();
    assert!(!store.evidence_files().holds(&sha256));
    trial.call("backup::restore", json!({ "name": name }));
    assert_eq!(store.evidence_files().read(&sha256).unwrap(), b"result of the scan");
    assert!(trial.content().evidence.contains(&evidence));
    trial.trail_holds();
}

#[test]
fn a_name_never_leads_out_of_the_folder() {
    let trial = Trial::new();
    let name = trial.make();
    fs::copy(trial.folder().join(&name), trial.folder().parent().unwrap().join(&name)).unwrap();
    let names =
        [format!("../{name}"), format!("./{name}"), format!("{name}/"), String::new(), "..".to_owned()];
    let inside = trial.folder().file_name().unwrap().to_str().unwrap().to_owned();
    for name in names
        .into_iter()
        .chain([format!("../{inside}/{name}"), trial.folder().join(&name).display().to_string()])
    {
        for command in ["backup::preview", "backup::restore"] {
            assert_eq!(trial.refused(command, json!({ "name": name })).code, ErrorCode::NotFound, "{name:?}");
        }
    }
}

#[test]
fn a_damaged_or_foreign_backup_changes_nothing_and_leaves_nothing() {
    let trial = Trial::new();
    let whole = fs::read(trial.folder().join(trial.make())).unwrap();
    let damaged = "2026-01-01T000000Z-request.riskwright-backup";
    fs::write(trial.folder().join(damaged), &whole[..whole.len() / 2]).unwrap();
    let foreign = "2026-01-02T000000Z-request.riskwright-backup";
    let other = trial.desk.path("other.riskwright");
    let (store, _) = riskwright_app::sample::create(&other).unwrap();
    store.backup(&trial.folder().join(foreign)).unwrap();
    let before = (canonical_json(&trial.content()), fs::read_dir(trial.folder()).unwrap().count());
    for (name, code) in [(damaged, ErrorCode::Damaged), (foreign, ErrorCode::WrongPassphrase)] {
        for command in ["backup::preview", "backup::restore"] {
            let refused = trial.refused(command, json!({ "name": name }));
            assert_eq!(refused.code, code, "{command} {refused:?}");
            assert_eq!(refused.message.contains("another workspace"), name == foreign, "{refused:?}");
        }
    }
    let after = (canonical_json(&trial.content()), fs::read_dir(trial.folder()).unwrap().count());
    assert_eq!(after, before);
}

#[test]
fn a_backup_from_before_a_new_key_says_which_key_opens_it_and_that_key_does() {
    let trial = Trial::new();
    let name = trial.make();
    let old_sheet = trial.call("workspace::recovery_sheet", json!({ "passphrase": PASSPHRASE }));
    let auditor =
        trial.content().people.into_iter().find(|one| one.login.as_deref() == Some(AUDITOR)).unwrap();
    let remove = json!({ "number": auditor.number, "new_data_key": true, "passphrase": PASSPHRASE });
    let removed = trial.call("person::remove_account", remove);
    assert_ne!(removed["recovery_key"], old_sheet["recovery_key"]);

    let before = canonical_json(&trial.content());
    for command in ["backup::preview", "backup::restore"] {
        let refused = trial.refused(command, json!({ "name": name }));
        assert_eq!(refused.code, ErrorCode::WrongPassphrase);
        assert!(refused.message.contains("before the workspace got a new key"), "{command}: {refused:?}");
        assert!(refused.hint.unwrap().contains("passphrase of that time"), "{command}");
    }
    assert_eq!(canonical_json(&trial.content()), before);
    let left = fs::read_dir(trial.folder()).unwrap().flatten();
    assert!(left.map(|one| one.file_name()).all(|one| !one.to_string_lossy().starts_with('.')));

    let (again, recovered) = (trial.desk.path("again.riskwright"), trial.desk.path("sheet.riskwright"));
    for place in [&again, &recovered] {
        riskwright_store::restore(&trial.folder().join(&name), place).unwrap();
    }
    let passphrase = SecretString::from(PASSPHRASE);
    let of_that_time = Store::open(&again, AUDITOR, &passphrase).expect("the passphrase of that time").store;
    let known = |people: &[riskwright_domain::organization::Person]| {
        people.iter().any(|one| one.number == auditor.number && one.login.is_some())
    };
    assert!(known(&of_that_time.read(load).unwrap().people) && !known(&trial.content().people));
    let app = App::new(None);
    let recover = json!({
        "path": recovered, "recovery_key": old_sheet["recovery_key"], "login": OFFICIAL, "passphrase": "found in the safe",
    });
    call(&app, "workspace::recover", recover).expect("the sheet printed before the change");
    trial.trail_holds();
}

#[test]
fn only_the_security_official_may_restore() {
    let trial = Trial::new();
    let name = trial.make();
    let auditor = Trial { app: open(&trial.desk, AUDITOR), ..trial };
    for command in ["backup::preview", "backup::restore"] {
        assert_eq!(auditor.refused(command, json!({ "name": name })).code, ErrorCode::Forbidden);
    }
    assert!(!auditor.make().is_empty(), "anybody may make one");
}

#[test]
fn the_command_line_lists_makes_previews_and_restores() {
    let desk = Desk::with_sample();
    let own = |arguments: &[&str]| desk.run(&[&["--json", "backups"], arguments].concat());
    let name = own(&["make", WORKSPACE]).expect(0).json()["name"].as_str().unwrap().to_owned();
    let listed = own(&["list", WORKSPACE]).expect(0).json();
    let reasons: Vec<&Value> =
        listed["backups"].as_array().unwrap().iter().map(|row| &row["reason"]).collect();
    assert_eq!(reasons, ["request", "daily"]);
    assert!(listed["folder"].as_str().unwrap().contains(".state"), "the program's own folder: {listed}");

    fs::copy(PathBuf::from(listed["folder"].as_str().unwrap()).join(&name), desk.path(&name)).unwrap();
    let elsewhere = ["--backups", "."];
    let preview = own(&[&["preview", WORKSPACE, &name], &elsewhere[..]].concat()).expect(0).json();
    assert_eq!(preview["changes"], json!([]));
    let restored = own(&[&["restore", WORKSPACE, &name], &elsewhere[..]].concat()).expect(0).json();
    assert_eq!(restored["changed"], 0);
    assert!(desk.path(restored["before"]["name"].as_str().unwrap()).exists(), "beside the one restored");
    desk.run(&["audit", "verify", WORKSPACE]).expect(0);
    let words = desk.run(&["backups", "preview", WORKSPACE, &name]).expect(0).out;
    assert!(words.contains("would change nothing"), "{words}");
    own(&["restore", WORKSPACE, "../x"]).expect(2);
}
