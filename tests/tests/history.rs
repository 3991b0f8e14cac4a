//! Several people at once, taking back and doing again, and what was in force on a day as known at an instant.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod clinic;

use clinic::{Clinic, DANA, Desk, PRIYA, THEO, rating, with};
use jiff::Timestamp;
use proptest::prelude::*;
use riskwright_app::ErrorCode;
use serde_json::{Value, json};

const RISK: &str = "R-0046";
const REASON: &str = "Rated anew by a test that wants to see it again.";

/// Another level than the one given.
fn other(level: &Value) -> Value {
    json!(if level == "low" { "moderate" } else { "low" })
}

fn profile(desk: &Desk, changes: &[(&str, Value)]) -> Value {
    let view = desk.ok("organization::get", json!({}));
    let organization = with(view["organization"].clone(), changes);
    json!({ "organization": organization, "based_on_revision": view["revision"] })
}

fn draft(desk: &Desk, statement: &str, text: &str) -> Value {
    let policy = desk.ok("policy::get", json!({ "number": "POL-21", "version": "1.0" }));
    json!({
        "policy": "POL-21", "version": "1.0", "statement": statement, "text": text,
        "based_on_revision": policy["revision"],
    })
}

fn statement(desk: &Desk, number: &str) -> String {
    let policy = desk.ok("policy::get", json!({ "number": "POL-21", "version": "1.0" }));
    let statements = policy["version"]["statements"].as_array().unwrap();
    let found = statements.iter().find(|one| one["number"] == number).unwrap();
    found["text"].as_str().unwrap().to_owned()
}

/// A practice with a criterion that takes a judgement, and the revision to name.
fn judgement(desk: &Desk, nth: usize) -> Value {
    let list = desk.ok("practice::list", json!({}));
    let row = list["practices"].as_array().unwrap().iter().find(|one| one["number"] == "PR-0001").unwrap();
    let check = desk.ok("practice::check", json!({ "number": "PR-0001" }));
    let criteria = check["criteria"].as_array().unwrap();
    let takes = |one: &&Value| !one["judgement"].is_null() || one["result"] == "needs_judgement";
    let criterion = criteria.iter().filter(takes).nth(nth).unwrap()["id"].clone();
    json!({
        "number": "PR-0001", "criterion": criterion, "met": true,
        "reason": "Looked at the records once more.", "based_on_revision": row["revision"],
    })
}

#[test]
fn two_people_who_change_different_fields_both_keep_theirs() {
    let clinic = Clinic::new();
    let (dana, priya) = (clinic.open(DANA), clinic.open(PRIYA));
    let before = dana.risk(RISK);
    let [hers, theirs] = [rating(&before), rating(&priya.risk(RISK))];
    let adverse = other(&hers["adverse"]);
    dana.ok("risk::save", with(hers, &[("adverse", adverse.clone())]));
    priya.ok("risk::save", with(theirs, &[("rationale", json!(REASON))]));
    let risk = dana.risk(RISK)["risk"].clone();
    assert_eq!((&risk["residual"]["adverse"], &risk["rationale"]), (&adverse, &json!(REASON)));
    assert_eq!(risk["rated_by"], "P-004", "whoever saved last answers for it");

    let [hers, theirs] =
        [profile(&dana, &[("budget", json!("Twice a year."))]), profile(&priya, &[("workforce", json!(61))])];
    dana.ok("organization::save", hers);
    priya.ok("organization::save", theirs);
    let organization = dana.ok("organization::get", json!({}))["organization"].clone();
    assert_eq!((&organization["budget"], &organization["workforce"]), (&json!("Twice a year."), &json!(61)));

    let [hers, theirs] = [
        draft(&dana, "S-01", "Staff shall lock every device."),
        draft(&priya, "S-02", "Staff shall report a loss."),
    ];
    dana.ok("policy::save_statement", hers);
    priya.ok("policy::save_statement", theirs);
    assert_eq!(statement(&dana, "S-01"), "Staff shall lock every device.");
    assert_eq!(statement(&dana, "S-02"), "Staff shall report a loss.");
}

#[test]
fn two_people_who_change_the_same_field_are_told_and_nothing_is_overwritten() {
    let clinic = Clinic::new();
    let (dana, priya) = (clinic.open(DANA), clinic.open(PRIYA));
    let [hers, theirs] = [rating(&dana.risk(RISK)), rating(&priya.risk(RISK))];
    let base = hers["initiation"].clone();
    let [one, two]: [&str; 2] = if base == "low" { ["high", "moderate"] } else { ["low", "very_high"] };
    dana.ok("risk::save", with(hers.clone(), &[("initiation", json!(one)), ("rationale", json!(REASON))]));
    let stored = dana.content();
    let error = priya.refused("risk::save", with(theirs, &[("initiation", json!(two))]));
    assert_eq!(error.code, ErrorCode::Conflict);
    assert_eq!(error.conflicts.len(), 1, "{error:?}");
    let conflict = &error.conflicts[0];
    assert_eq!((conflict.field.as_str(), conflict.by.as_str()), ("/residual/initiation", DANA));
    assert_eq!((&conflict.theirs, &conflict.yours), (&Some(json!(one)), &Some(json!(two))));
    assert!(dana.content() == stored, "nothing is overwritten");

    let stale = with(hers, &[("based_on_revision", json!(99)), ("rationale", json!(REASON))]);
    assert_eq!(priya.refused("risk::save", stale).code, ErrorCode::Conflict, "a revision that never was");

    let [hers, theirs] = [
        draft(&dana, "S-01", "Staff shall lock every device."),
        draft(&priya, "S-01", "Staff shall lock phones."),
    ];
    dana.ok("policy::save_statement", hers);
    let error = priya.refused("policy::save_statement", theirs);
    assert_eq!(error.conflicts[0].field, "/statements/S-01/text");
    assert_eq!(statement(&priya, "S-01"), "Staff shall lock every device.");
}

#[test]
fn judgements_on_two_criteria_stand_and_on_one_contradict() {
    let clinic = Clinic::new();
    let (dana, theo) = (clinic.open(DANA), clinic.open(THEO));
    let [first, second, same] = [judgement(&dana, 0), judgement(&theo, 1), judgement(&theo, 0)];
    dana.ok("practice::judge", first.clone());
    theo.ok("practice::judge", second);
    let error = theo.refused("practice::judge", same.clone());
    assert_eq!(error.code, ErrorCode::Conflict);
    let conflict = &error.conflicts[0];
    assert_eq!(conflict.field, format!("/judgements/{}", first["criterion"].as_str().unwrap()));
    assert_eq!(conflict.theirs.as_ref().unwrap()["by"], "P-001");
    assert_eq!(conflict.yours.as_ref().unwrap()["by"], "P-003");
    theo.ok("practice::judge", with(same, &[("based_on_revision", Value::Null)]));
}

/// One thing a person does.
#[derive(Debug, Clone)]
enum Step {
    Rate(u8),
    Write(u8),
    Judge,
    Profile(u8),
    Document,
    Undo,
    Redo,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        2 => (0_u8..3).prop_map(Step::Rate),
        2 => (0_u8..3).prop_map(Step::Write),
        1 => Just(Step::Judge),
        1 => (0_u8..3).prop_map(Step::Profile),
        1 => Just(Step::Document),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
    ]
}

/// Does the step; a step that changes nothing leaves no act.
fn play(desk: &Desk, step: &Step) {
    match step {
        Step::Rate(value) => {
            let level = ["low", "moderate", "high"][usize::from(*value)];
            let request =
                with(rating(&desk.risk(RISK)), &[("initiation", json!(level)), ("rationale", json!(REASON))]);
            drop(desk.ok("risk::save", request));
        }
        Step::Write(value) => {
            let text = format!("Staff shall lock device number {value}.");
            drop(desk.ok("policy::save_statement", draft(desk, "S-01", &text)));
        }
        Step::Judge => drop(desk.ok("practice::judge", judgement(desk, 0))),
        Step::Profile(value) => {
            drop(desk.ok("organization::save", profile(desk, &[("workforce", json!(40 + value))])));
        }
        Step::Document => drop(desk.ok("document::write", json!({ "policy": "POL-21", "version": "1.0" }))),
        Step::Undo => drop(riskwright_app::call(&desk.app, "history::undo", json!({}))),
        Step::Redo => drop(riskwright_app::call(&desk.app, "history::redo", json!({}))),
    }
}

fn repeat(desk: &Desk, command: &str) -> usize {
    (0..).take_while(|_| riskwright_app::call(&desk.app, command, json!({})).is_ok()).count()
}

fn state(desk: &Desk) -> Value {
    desk.ok("history::undo_state", json!({}))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3, ..ProptestConfig::default() })]

    #[test]
    fn all_undone_is_the_start_and_all_redone_is_the_end(steps in proptest::collection::vec(step(), 1..9)) {
        let clinic = Clinic::new();
        let dana = clinic.open(DANA);
        let start = dana.content();
        steps.iter().for_each(|step| play(&dana, step));
        let end = dana.content();
        let known = state(&dana);
        drop(dana);

        let dana = clinic.open(DANA);
        prop_assert_eq!(state(&dana), known, "a restart forgets nothing");
        let beyond = repeat(&dana, "history::redo");
        let far = dana.content();
        let undone = repeat(&dana, "history::undo");
        prop_assert!(dana.content() == start, "all undone");
        prop_assert_eq!(dana.refused("history::undo", json!({})).code, ErrorCode::NothingToUndo);
        drop(dana);

        let dana = clinic.open(DANA);
        prop_assert_eq!(repeat(&dana, "history::redo"), undone);
        prop_assert!(dana.content() == far, "all redone");
        for _ in 0..beyond {
            dana.ok("history::undo", json!({}));
        }
        prop_assert!(dana.content() == end);
        prop_assert_eq!(dana.ok("audit::verify", json!({}))["holds"].clone(), json!(true));
    }
}

#[test]
fn undo_and_redo_name_what_they_are_about_and_are_in_the_trail() {
    let clinic = Clinic::new();
    let dana = clinic.open(DANA);
    assert_eq!(state(&dana), json!({}));
    dana.ok("risk::save", with(rating(&dana.risk(RISK)), &[("rationale", json!(REASON))]));
    let step = state(&dana)["undo"].clone();
    assert_eq!((&step["command"], &step["label"]), (&json!("risk::save"), &json!("rating of R-0046")));
    let undone = dana.ok("history::undo", json!({}));
    assert_eq!((&undone["step"], &undone["state"]["redo"]), (&step, &step));
    let list = dana.ok("audit::list", json!({ "filter": { "command": "history::undo" } }));
    let lines: Vec<(&str, &str)> = list["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["kind"].as_str().unwrap(), one["words"].as_str().unwrap()))
        .collect();
    let expected = [
        ("event", "Dana Whitfield took back an own change"),
        ("risk", "Dana Whitfield took back a change of R-0046"),
    ];
    assert_eq!(lines, expected);
    dana.ok("organization::save", profile(&dana, &[("workforce", json!(77))]));
    assert_eq!(dana.refused("history::redo", json!({})).code, ErrorCode::NothingToUndo, "a new act ends it");
}

#[test]
fn nobody_takes_back_what_somebody_else_built_on() {
    let clinic = Clinic::new();
    let (dana, priya) = (clinic.open(DANA), clinic.open(PRIYA));
    dana.ok("risk::save", with(rating(&dana.risk(RISK)), &[("rationale", json!(REASON))]));
    assert_eq!(priya.refused("history::undo", json!({})).code, ErrorCode::NothingToUndo, "it is not hers");
    let adverse = other(&priya.risk(RISK)["risk"]["residual"]["adverse"]);
    priya.ok("risk::save", with(rating(&priya.risk(RISK)), &[("adverse", adverse)]));
    let before = dana.content();
    let error = dana.refused("history::undo", json!({}));
    assert_eq!((error.code, error.conflicts[0].by.as_str()), (ErrorCode::Conflict, PRIYA));
    assert!(error.message.contains(PRIYA) && error.message.contains("R-0046"), "{}", error.message);
    assert!(dana.content() == before);
    priya.ok("history::undo", json!({}));
    dana.ok("history::undo", json!({}));
}

#[test]
fn approved_text_is_not_taken_back() {
    let clinic = Clinic::new();
    let dana = clinic.open(DANA);
    dana.ok("policy::save_statement", draft(&dana, "S-01", "Staff shall lock every device."));
    approve(&clinic);
    let error = dana.refused("history::undo", json!({}));
    assert_eq!(error.code, ErrorCode::Frozen);
    assert_eq!(statement(&dana, "S-01"), "Staff shall lock every device.");
}

/// Approves the draft past the commands, which have no approval yet.
fn approve(clinic: &Clinic) {
    use riskwright_domain::policy::VersionStatus;
    use riskwright_store::{Act, Store, StoreError};
    let passphrase = riskwright_app::sample::PASSPHRASE.to_owned().into();
    let mut opened = Store::open(&clinic.path(), PRIYA, &passphrase).unwrap();
    let act = Act { command: "policy::approve", by: PRIYA, at: Timestamp::now() };
    opened
        .store
        .write(&act, |writer| {
            let policy = "POL-21".into();
            let mut version = writer.policy_version(&policy, "1.0")?.unwrap();
            version.status = VersionStatus::Approved;
            writer.put_policy_version(&policy, &version)?;
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[test]
fn what_was_known_then_is_shown_as_it_was() {
    let clinic = Clinic::new();
    let dana = clinic.open(DANA);
    let before = dana.risk(RISK);
    let then = Timestamp::now();
    let old = dana.content();
    std::thread::sleep(std::time::Duration::from_millis(2));
    let worse = json!({ "c": "very_high", "i": "very_high", "a": "very_high" });
    let changes = [
        ("initiation", json!("very_high")),
        ("adverse", json!("very_high")),
        ("impact", worse),
        ("rationale", json!(REASON)),
    ];
    dana.ok("risk::save", with(rating(&before), &changes));
    assert_eq!(dana.risk(RISK)["row"]["level"], "very_high");
    assert_ne!(before["row"]["level"], "very_high");

    let levels = |request: Value| dana.ok("history::as_of", request)["assessment"]["levels"].clone();
    let (now, known) = (levels(json!({})), levels(json!({ "known_at": then })));
    assert_eq!(now[4].as_i64().unwrap(), known[4].as_i64().unwrap() + 1);
    let exported = dana.ok("workspace::export", json!({ "known_at": then }))["yaml"].clone();
    assert!(exported.as_str().unwrap() == old, "the export of then is what an export said then");
    let heat = |request: Value| dana.ok("workspace::home", request)["heat"][0][4].as_i64().unwrap();
    assert_eq!(heat(json!({})), heat(json!({ "known_at": then })) + 1);
    let error = dana.refused("history::as_of", json!({ "known_at": "2020-01-01T00:00:00Z" }));
    assert_eq!(error.code, ErrorCode::NotFound);
}

#[test]
fn what_was_in_force_on_a_day_names_when_it_was_recorded() {
    let clinic = Clinic::new();
    let dana = clinic.open(DANA);
    let on = |day: &str| dana.ok("history::as_of", json!({ "on": day }));
    let numbers = |view: &Value| -> Vec<String> {
        view["policies"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["policy"].as_str().unwrap().to_owned())
            .collect()
    };
    let (before, after) = (on("2026-03-31"), on("2026-04-01"));
    assert!(!numbers(&before).contains(&"POL-11".to_owned()));
    assert!(numbers(&after).contains(&"POL-11".to_owned()));
    assert!(!numbers(&on("2026-11-22")).contains(&"POL-21".to_owned()), "a draft is never in force");
    assert_eq!(on("2026-03-02")["assessment"], Value::Null, "approved on the third of March");
    assert_eq!(before["assessment"]["number"], "AS-2026");

    let policy = &after["policies"][0];
    let approval = &policy["approvals"][0];
    assert_eq!(approval["on"], "2026-03-24");
    assert_eq!(approval["imported_from"], "5a".repeat(32));
    assert_eq!(approval["recorded_at"], policy["first_recorded_at"]);
    let notes = after["notes"].as_array().unwrap();
    let told = |words: &str| notes.iter().any(|note| note.as_str().unwrap().contains(words));
    assert!(told("after this day: Assessment AS-2026; Version 1.0 of POL-04"), "{notes:?}");
    assert!(told(&format!("SHA-256 is {}", "5a".repeat(32))), "{notes:?}");

    let ran = |day: &str| -> Vec<String> {
        on(day)["practices"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["number"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(ran("2026-05-14"), ["PR-0001", "PR-0002", "PR-0003"]);
    assert_eq!(ran("2026-05-20"), ["PR-0001", "PR-0002"]);
    let check = dana.ok("practice::check", json!({ "number": "PR-0001", "on": "2026-11-21" }));
    let practice = on("2026-11-21")["practices"][0].clone();
    assert_eq!((&practice["number"], &practice["conclusion"]), (&json!("PR-0001"), &check["words"]));
    assert!(practice["basis"].as_str().unwrap().starts_with("POL-"), "{practice}");
}

#[test]
fn the_trail_is_filtered_by_person_command_record_kind_and_day() {
    let clinic = Clinic::new();
    let (dana, priya) = (clinic.open(DANA), clinic.open(PRIYA));
    priya.ok("risk::save", with(rating(&priya.risk(RISK)), &[("rationale", json!(REASON))]));
    let list = |filter: Value| dana.ok("audit::list", json!({ "filter": filter, "limit": 500 }));
    let total = |filter: Value| list(filter)["total"].as_i64().unwrap();
    let hers = list(json!({ "by": PRIYA, "kind": "risk" }));
    assert_eq!(hers["total"], 1);
    assert_eq!(hers["lines"][0]["words"], "Priya Raman re-rated R-0046");
    assert!(hers["people"].as_array().unwrap().contains(&json!(PRIYA)));
    assert!(hers["kinds"].as_array().unwrap().contains(&json!("event")));
    assert_eq!(total(json!({ "record": "r-0046" })), 2, "imported and re-rated");
    assert_eq!(total(json!({ "record": "R-0046", "command": "risk" })), 1);
    let zone = jiff::tz::TimeZone::get(
        dana.ok("organization::get", json!({}))["organization"]["time_zone"].as_str().unwrap(),
    );
    let today = Timestamp::now().to_zoned(zone.unwrap()).date();
    let all = total(json!({}));
    assert_eq!(total(json!({ "from": today.yesterday().unwrap(), "until": today })), all);
    assert_eq!(total(json!({ "from": today.tomorrow().unwrap() })), 0);
    assert_eq!(total(json!({ "until": today.yesterday().unwrap() })), 0);
    let error = dana.refused("audit::list", json!({ "filter": { "kind": "nothing" } }));
    assert_eq!((error.code, error.fields[0].field.as_str()), (ErrorCode::Invalid, "kind"));
}
