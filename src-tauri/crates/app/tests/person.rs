//! People, their passphrases and identities, through the command table as every caller uses it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod clinic;
mod signer;

use clinic::{Clinic, DANA, LEE};
use riskwright_app::{CommandError, ErrorCode, call};
use serde_json::{Value, json};
use signer::pkcs12;
use std::fs;

fn codes(error: &CommandError) -> Vec<(&str, &str)> {
    error.fields.iter().map(|field| (field.field.as_str(), field.code.as_str())).collect()
}

#[test]
fn a_person_added_with_an_account_signs_in_and_has_an_identity_of_the_authority() {
    let clinic = Clinic::with_lee(&["executive"]);
    let row = clinic.row("P-002");
    assert_eq!(row["person"]["login"], "lee");
    assert_eq!(row["certificate"]["subject"], "Lee Park");
    assert_eq!(row["certificate"]["issuer"], "Quartz Clinic document signing");
    assert_eq!(row["may_approve"], json!(["policies and assessments, as executive"]));
    assert_eq!(clinic.row("P-001")["may_approve"], json!(["policies and assessments, as security official"]));
    clinic.close();
    let opened = clinic.open("lee", LEE).unwrap();
    assert_eq!(opened["person"]["number"], "P-002");
    assert!(clinic.row("P-002")["is_you"].as_bool().unwrap());
    assert!(clinic.call("audit::verify", json!({}))["holds"].as_bool().unwrap());
}

#[test]
fn every_wrong_field_of_a_new_person_is_named_and_nobody_is_added() {
    let clinic = Clinic::new();
    let account = json!({ "login": "DANA", "access": [], "passphrase": "too short" });
    let wrong = json!({ "name": "x", "title": "", "function": "clinical", "account": account });
    let error = clinic.refused("person::add", wrong);
    assert_eq!(error.code, ErrorCode::Invalid);
    assert_eq!(
        codes(&error),
        [
            ("name", "too_short"),
            ("title", "too_short"),
            ("account/login", "taken"),
            ("account/access", "required"),
            ("account/passphrase", "too_short"),
        ]
    );
    assert_eq!(clinic.call("person::list", json!({}))["people"].as_array().unwrap().len(), 1);
}

#[test]
fn a_removed_person_opens_nothing_and_stays_in_the_register_with_the_login_never_given_again() {
    let clinic = Clinic::with_lee(&["contributor"]);
    let removed = clinic.call("person::remove_account", json!({ "number": "P-002", "new_data_key": false }));
    assert_eq!(removed["recovery_key"], Value::Null);
    assert_eq!(removed["to_reset"], json!([]));
    let row = clinic.row("P-002");
    assert_eq!((&row["person"]["login"], &row["person"]["access"]), (&Value::Null, &Value::Null));
    assert_eq!(row["may_approve"], json!([]));
    assert_eq!(codes(&clinic.add_lee(&["contributor"]).unwrap_err()), [("account/login", "taken")]);
    clinic.close();
    let gone = clinic.open("lee", LEE).unwrap_err();
    let wrong_passphrase = clinic.open("dana", "not the passphrase").unwrap_err();
    let unknown = clinic.open("nobody", DANA).unwrap_err();
    assert_eq!(gone.code, ErrorCode::WrongPassphrase);
    assert_eq!(gone, wrong_passphrase, "who has or had an account is not told");
    assert_eq!(gone, unknown);
}

#[test]
fn a_new_data_key_leaves_the_own_account_alone_and_makes_old_keys_and_the_old_sheet_worthless() {
    let clinic = Clinic::with_lee(&["contributor"]);
    let kim = json!({ "login": "kim", "access": ["executive"], "passphrase": "the passphrase of Kim" });
    clinic.call(
        "person::add",
        json!({ "name": "Kim Oh", "title": "Owner", "function": "clinical", "account": kim }),
    );
    let old_keys = fs::read(clinic.path.join("keys.json")).unwrap();
    let request =
        |passphrase: Value| json!({ "number": "P-002", "new_data_key": true, "passphrase": passphrase });
    let unsaid = clinic.refused("person::remove_account", json!({ "number": "P-002", "new_data_key": true }));
    assert_eq!(codes(&unsaid), [("passphrase", "required")]);
    assert_eq!(
        clinic.refused("person::remove_account", request("not it, not it".into())).code,
        ErrorCode::WrongPassphrase
    );
    let removed = clinic.call("person::remove_account", request(DANA.into()));
    assert_eq!(removed["to_reset"], json!(["kim"]));
    let new_recovery = removed["recovery_key"].as_str().unwrap();
    assert_ne!(new_recovery, clinic.recovery);
    assert!(clinic.call("audit::verify", json!({}))["holds"].as_bool().unwrap());
    clinic.close();
    assert_eq!(clinic.open("lee", LEE).unwrap_err().code, ErrorCode::WrongPassphrase);
    assert_eq!(clinic.open("kim", "the passphrase of Kim").unwrap_err().code, ErrorCode::WrongPassphrase);

    let new_keys = fs::read(clinic.path.join("keys.json")).unwrap();
    fs::write(clinic.path.join("keys.json"), old_keys).unwrap();
    assert_eq!(clinic.open("lee", LEE).unwrap_err().code, ErrorCode::Damaged);
    fs::write(clinic.path.join("keys.json"), new_keys).unwrap();

    let recover = |key: &str| json!({ "path": clinic.path, "recovery_key": key, "login": "dana", "passphrase": "another passphrase" });
    assert_eq!(
        clinic.refused("workspace::recover", recover(&clinic.recovery)).code,
        ErrorCode::WrongPassphrase
    );
    clinic.open("dana", DANA).unwrap();
    clinic
        .call("person::reset_passphrase", json!({ "number": "P-003", "passphrase": "a passphrase for Kim" }));
    clinic.close();
    clinic.open("kim", "a passphrase for Kim").unwrap();
    let opened = clinic.call("workspace::recover", recover(new_recovery));
    assert_eq!(opened["to_reset"], json!([]), "the keys of the others are whole");
    clinic.close();
    clinic.open("kim", "a passphrase for Kim").unwrap();
}

#[test]
fn only_the_official_manages_people_whatever_else_somebody_may_do() {
    let requests = [
        ("person::add", json!({ "name": "Eve", "title": "Intern", "function": "clinical" })),
        (
            "person::save",
            json!({ "number": "P-002", "name": "Lee Park", "title": "Boss", "function": "clinical", "access": ["official"], "based_on_revision": 1 }),
        ),
        (
            "person::give_account",
            json!({ "number": "P-001", "account": { "login": "eve", "access": ["official"], "passphrase": "long enough for it" } }),
        ),
        ("person::reset_passphrase", json!({ "number": "P-001", "passphrase": "long enough for it" })),
        ("person::remove_account", json!({ "number": "P-001", "new_data_key": false })),
        ("workspace::recovery_sheet", json!({ "passphrase": LEE })),
        (
            "workspace::save_settings",
            json!({ "settings": { "idle_lock_minutes": 240, "daily_backup": false }, "based_on_revision": 0 }),
        ),
    ];
    for access in ["privacy", "executive", "contributor", "reviewer", "auditor"] {
        let clinic = Clinic::with_lee(&[access]);
        clinic.close();
        clinic.open("lee", LEE).unwrap();
        let before = clinic.call("person::list", json!({}));
        for (name, request) in &requests {
            assert_eq!(clinic.refused(name, request.clone()).code, ErrorCode::Forbidden, "{access} {name}");
        }
        assert_eq!(clinic.call("person::list", json!({})), before, "{access}");
        assert_eq!(clinic.events("access::refused").len(), requests.len(), "{access}");
        let import = json!({ "pkcs12": "", "pkcs12_passphrase": "", "passphrase": LEE });
        let expected = if access == "auditor" { ErrorCode::Forbidden } else { ErrorCode::Signature };
        assert_eq!(clinic.refused("person::import_identity", import).code, expected, "{access}");
    }
}

#[test]
fn the_workspace_always_keeps_a_security_official() {
    let clinic = Clinic::with_lee(&["executive"]);
    let own = json!({ "number": "P-001", "new_data_key": false });
    assert_eq!(codes(&clinic.refused("person::remove_account", own.clone())), [("number", "last_official")]);
    let revision = clinic.row("P-001")["revision"].clone();
    let save = json!({ "number": "P-001", "name": "Dana Ruiz", "title": "Official", "function": "administration", "access": ["contributor"], "based_on_revision": revision });
    assert_eq!(codes(&clinic.refused("person::save", save.clone())), [("access", "last_official")]);
    let lee = json!({ "number": "P-002", "name": "Lee Park", "title": "Director", "function": "administration", "access": ["official"], "based_on_revision": 1 });
    let stale = json!({ "based_on_revision": 7 });
    let mut conflicting = lee.clone();
    conflicting["based_on_revision"] = stale["based_on_revision"].clone();
    assert_eq!(clinic.refused("person::save", conflicting).code, ErrorCode::Conflict);
    clinic.call("person::save", lee);
    clinic.call("person::save", save);
    assert_eq!(
        clinic
            .refused("person::add", json!({ "name": "Eve", "title": "Intern", "function": "clinical" }))
            .code,
        ErrorCode::Forbidden,
        "the change holds at once"
    );
    clinic.close();
    clinic.open("lee", LEE).unwrap();
    clinic.call("person::remove_account", own);
    let account = json!({ "login": "dana", "access": ["reviewer"], "passphrase": DANA });
    clinic.call("person::give_account", json!({ "number": "P-001", "account": account }));
    assert_eq!(
        clinic.row("P-001")["certificate"]["subject"],
        "Dana Ruiz",
        "a new official can issue identities"
    );
    clinic.close();
    assert!(clinic.open("dana", DANA).is_ok(), "the own login may come back");
}

#[test]
fn a_changed_passphrase_holds_and_the_identity_stays() {
    let clinic = Clinic::new();
    let before = clinic.row("P-001")["certificate"].clone();
    let change = |current: &str, passphrase: &str| json!({ "current": current, "passphrase": passphrase });
    let wrong = clinic.refused("person::change_passphrase", change("short", "short"));
    assert_eq!(codes(&wrong), [("passphrase", "too_short"), ("passphrase", "same")]);
    let wrong =
        clinic.refused("person::change_passphrase", change("not the current one", "a new passphrase"));
    assert_eq!(wrong.code, ErrorCode::WrongPassphrase);
    clinic.call("person::change_passphrase", change(DANA, "a new passphrase"));
    assert_eq!(clinic.events("person::change_passphrase").len(), 1);
    clinic.close();
    assert_eq!(clinic.open("dana", DANA).unwrap_err().code, ErrorCode::WrongPassphrase);
    clinic.open("dana", "a new passphrase").unwrap();
    assert_eq!(clinic.row("P-001")["certificate"], before);
    let trail = clinic.call("audit::list", json!({ "limit": 500 })).to_string();
    assert!(!trail.contains(DANA) && !trail.contains("a new passphrase"), "{trail}");
}

#[test]
fn a_reset_gives_a_new_passphrase_and_a_new_identity() {
    let clinic = Clinic::with_lee(&["reviewer"]);
    let before = clinic.row("P-002")["certificate"]["fingerprint"].clone();
    let reset = |number: &str| json!({ "number": number, "passphrase": "given over the counter" });
    assert_eq!(codes(&clinic.refused("person::reset_passphrase", reset("P-001"))), [("number", "own")]);
    assert_eq!(clinic.refused("person::reset_passphrase", reset("P-009")).code, ErrorCode::NotFound);
    let row = clinic.call("person::reset_passphrase", reset("P-002"));
    assert_ne!(row["certificate"]["fingerprint"], before);
    clinic.close();
    assert_eq!(clinic.open("lee", LEE).unwrap_err().code, ErrorCode::WrongPassphrase);
    clinic.open("lee", "given over the counter").unwrap();
}

#[test]
fn the_recovery_key_gives_an_official_a_new_passphrase_even_without_a_file_of_keys() {
    let clinic = Clinic::with_lee(&["executive"]);
    clinic.call("person::add", json!({ "name": "Kim Oh", "title": "Nurse", "function": "clinical" }));
    clinic.close();
    fs::remove_file(clinic.path.join("keys.json")).unwrap();
    let recover = |key: &str, login: &str, passphrase: &str| json!({ "path": clinic.path, "recovery_key": key, "login": login, "passphrase": passphrase });
    let wrong = clinic.refused("workspace::recover", recover("AAAA", "dana", "short"));
    assert_eq!(codes(&wrong), [("recovery_key", "malformed"), ("passphrase", "too_short")]);
    let wrong = clinic.refused("workspace::recover", recover(&clinic.recovery, "lee", "found in the safe"));
    assert_eq!(wrong.code, ErrorCode::Forbidden);
    let opened = clinic
        .call("workspace::recover", recover(&clinic.recovery.to_lowercase(), "dana", "found in the safe"));
    assert_eq!(opened["person"]["number"], "P-001");
    let lee = json!({ "number": "P-002", "name": "Lee Park", "login": "lee" });
    assert_eq!(opened["to_reset"], json!([lee]), "Kim has no account, Dana has a new passphrase");
    assert_eq!(clinic.open("lee", LEE).unwrap_err().code, ErrorCode::WrongPassphrase);
    assert_eq!(clinic.events("workspace::recover").len(), 3, "the event, the authority, the certificate");
    clinic.call(
        "person::reset_passphrase",
        json!({ "number": "P-002", "passphrase": "given over the counter" }),
    );
    let sheet = clinic.call("workspace::recovery_sheet", json!({ "passphrase": "found in the safe" }));
    assert_eq!(sheet["recovery_key"], clinic.recovery);
    assert_eq!(clinic.events("workspace::recovery_sheet").len(), 1);
    clinic.close();
    clinic.open("lee", "given over the counter").unwrap();
}

#[test]
fn an_identity_from_elsewhere_is_taken_if_it_can_sign_here_now() {
    let clinic = Clinic::new();
    let made = clinic.row("P-001")["certificate"]["fingerprint"].clone();
    let import = |file: &str, of_file: &str| json!({ "pkcs12": file, "pkcs12_passphrase": of_file, "passphrase": DANA });
    let folder = clinic.around.path();
    let encrypting = pkcs12(folder, "keyEncipherment");
    clinic.clock.go(60, 60);
    let error = clinic.refused("person::import_identity", import(&encrypting, "of the file"));
    assert_eq!(error.code, ErrorCode::Signature);
    assert!(error.message.contains("does not allow"), "{error:?}");
    let signing = pkcs12(folder, "digitalSignature");
    clinic.clock.go(60, 60);
    for (file, of_file, code) in [
        ("not base64!", "of the file", ErrorCode::Invalid),
        ("bm90IGEgZmlsZQ==", "of the file", ErrorCode::Signature),
        (signing.as_str(), "of another file", ErrorCode::Signature),
    ] {
        assert_eq!(clinic.refused("person::import_identity", import(file, of_file)).code, code, "{file:.20}");
    }
    assert_eq!(clinic.row("P-001")["certificate"]["fingerprint"], made);
    let row = clinic.call("person::import_identity", import(&signing, "of the file"));
    assert_eq!(row["certificate"]["subject"], "Dana of the Bar");
    assert_eq!(row["certificate"]["origin"], "imported");
    clinic.close();
    clinic.open("dana", DANA).unwrap();
    clinic.add_lee(&["executive"]).unwrap();
    assert_eq!(
        clinic.row("P-002")["certificate"]["issuer"],
        "Quartz Clinic document signing",
        "not the bar's"
    );
}

#[test]
fn an_identity_that_has_ended_or_not_begun_is_refused() {
    let Clinic { app, clock, around, .. } = Clinic::new();
    let app = app.without_idle_lock();
    let request = json!({
        "pkcs12": pkcs12(around.path(), "digitalSignature"), "pkcs12_passphrase": "of the file", "passphrase": DANA,
    });
    for (seconds, says) in [(31 * 86_400, "ended on"), (-33 * 86_400, "not valid before")] {
        clock.go(seconds, 0);
        let error = call(&app, "person::import_identity", request.clone()).unwrap_err();
        assert_eq!(error.code, ErrorCode::Signature);
        assert!(error.message.contains(says), "{error:?}");
    }
}
