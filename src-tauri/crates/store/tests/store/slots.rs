//! Slots of an open workspace: given, changed and taken away, and files of format 1.

use crate::trial::{COST, Closed, LOGIN, PASSPHRASE, Trial, act, files, open, plan};
use hmac::{Hmac, KeyInit, Mac};
use riskwright_store::{KdfCost, OpenError, SlotChange, SlotPlan, Store, StoreError};
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};
use sha2::Sha256;
use std::fs;
use std::path::Path;

const NEW: &str = "a passphrase nobody used before";
const LEE: &str = "another passphrase of some length";

fn slot(person: &str, login: &str, passphrase: &str) -> SlotPlan {
    SlotPlan {
        person: person.into(),
        login: login.to_owned(),
        passphrase: passphrase.to_owned().into(),
        private: Some(b"private".to_vec().into()),
    }
}

fn change(store: &mut Store, change: SlotChange) {
    let done: Result<(), OpenError> = store.write_with_slots(&act("test::slots"), |writer| {
        writer.event("slots", &"changed")?;
        Ok(((), vec![change]))
    });
    done.unwrap();
}

fn keys(folder: &Path) -> Value {
    serde_json::from_slice(&fs::read(folder.join("keys.json")).unwrap()).unwrap()
}

fn slots(folder: &Path) -> usize {
    keys(folder)["slots"].as_array().unwrap().len()
}

#[track_caller]
fn refused(folder: &Path, login: &str, passphrase: &str) {
    let error = open(folder, login, passphrase).unwrap_err();
    assert!(matches!(error, OpenError::WrongLoginOrPassphrase), "{error:?}");
}

/// The file as format 1 had it: no marks, no cost in a slot, a code over just that.
fn as_format_1(closed: &Closed) {
    let mut keys = keys(&closed.folder);
    keys["format"] = json!(1);
    for slot in keys["slots"].as_array_mut().unwrap() {
        let slot = slot.as_object_mut().unwrap();
        slot.remove("owner").unwrap();
        slot.remove("cost").unwrap();
    }
    keys.as_object_mut().unwrap().remove("mac");
    let mut key = [0; 32];
    hkdf::Hkdf::<Sha256>::new(None, &crate::trial::bytes_of(&closed.recovery))
        .expand(b"riskwright keys file", &mut key)
        .unwrap();
    let mut code = Hmac::<Sha256>::new_from_slice(&key).unwrap();
    code.update(riskwright_domain::audit::canonical_json(&keys).as_bytes());
    keys["mac"] = json!(hex::encode(code.finalize().into_bytes()));
    fs::write(closed.folder.join("keys.json"), keys.to_string()).unwrap();
}

#[test]
fn a_person_given_a_slot_opens_and_nobody_else_notices() {
    let mut trial = Trial::new();
    change(&mut trial.store, SlotChange::Set(slot("P-003", "kim", NEW)));
    let closed = trial.close();
    let kim = open(&closed.folder, "kim", NEW).unwrap();
    assert_eq!(kim.person.as_str(), "P-003");
    assert_eq!(kim.private.unwrap().expose_secret(), b"private");
    assert!(closed.open().is_ok());
    assert!(open(&closed.folder, "lee", LEE).is_ok());
}

#[test]
fn a_new_slot_takes_the_place_of_the_persons_old_one() {
    let mut trial = Trial::new();
    change(&mut trial.store, SlotChange::Set(slot("P-002", "lee", NEW)));
    let closed = trial.close();
    refused(&closed.folder, "lee", LEE);
    assert!(open(&closed.folder, "lee", NEW).is_ok());
    assert_eq!(slots(&closed.folder), 2);
}

#[test]
fn a_removed_persons_passphrase_opens_nothing() {
    let mut trial = Trial::new();
    change(&mut trial.store, SlotChange::Remove("P-002".into()));
    let closed = trial.close();
    refused(&closed.folder, "lee", LEE);
    assert_eq!(slots(&closed.folder), 1);
    assert!(closed.open().is_ok());
}

#[test]
fn a_command_that_fails_changes_no_slot_and_slots_that_cannot_be_changed_fail_the_command() {
    let mut trial = Trial::new();
    let before = keys(&trial.folder);
    let failed: Result<(), OpenError> =
        trial.store.write_with_slots(&act("test::slots"), |_| Err(StoreError::Full.into()));
    assert!(failed.is_err());
    assert_eq!(keys(&trial.folder), before);

    let head = trial.store.read(|reader| reader.head()).unwrap();
    fs::write(trial.folder.join("keys.json"), "{}").unwrap();
    let failed: Result<(), OpenError> = trial.store.write_with_slots(&act("test::slots"), |writer| {
        writer.event("slots", &"changed")?;
        Ok(((), vec![SlotChange::Remove("P-002".into())]))
    });
    assert!(matches!(failed, Err(OpenError::KeysDamaged)), "{failed:?}");
    assert_eq!(trial.store.read(|reader| reader.head()).unwrap(), head);
}

#[test]
fn who_is_in_can_be_asked_for_the_passphrase_again() {
    let trial = Trial::new();
    let asked = |passphrase: &str| trial.store.unseal(LOGIN, &SecretString::from(passphrase.to_owned()));
    assert_eq!(asked(PASSPHRASE).unwrap().0.as_str(), "P-001");
    assert!(matches!(asked("wrong").unwrap_err(), OpenError::WrongLoginOrPassphrase));
}

#[test]
fn a_file_of_format_1_opens_and_says_whose_a_slot_is_from_then_on() {
    let closed = Trial::new().close();
    as_format_1(&closed);
    assert!(closed.open().is_ok());
    let keys = keys(&closed.folder);
    assert_eq!(keys["format"], 2);
    let marked: Vec<bool> =
        keys["slots"].as_array().unwrap().iter().map(|slot| slot["owner"].is_string()).collect();
    assert_eq!(marked, [true, false], "the other one has not been open yet");
    assert!(open(&closed.folder, "lee", LEE).is_ok());
    assert!(closed.open().is_ok());
}

#[test]
fn a_slot_of_format_1_that_was_replaced_or_closed_unseen_opens_nothing_and_goes_when_it_is_found() {
    let changes = [SlotChange::Set(slot("P-002", "lee", NEW)), SlotChange::Remove("P-002".into())];
    for one in changes {
        let closed = Trial::new().close();
        as_format_1(&closed);
        let mut dana = closed.open().unwrap().store;
        change(&mut dana, one);
        dana.close().unwrap();
        let before = slots(&closed.folder);
        refused(&closed.folder, "lee", LEE);
        assert_eq!(slots(&closed.folder), before - 1);
        refused(&closed.folder, "lee", LEE);
        assert!(closed.open().is_ok());
    }
}

#[test]
fn a_cost_is_raised_slot_by_slot_and_never_lowered() {
    let mut trial = Trial::new();
    let higher = KdfCost::new(16, 2, 1);
    let own = || slot("P-001", LOGIN, PASSPHRASE);
    assert!(trial.store.raise_cost(higher, &own()).unwrap());
    assert!(!trial.store.raise_cost(higher, &own()).unwrap());
    assert!(!trial.store.raise_cost(COST, &own()).unwrap());
    let closed = trial.close();
    let costs: Vec<Value> = keys(&closed.folder)["slots"]
        .as_array()
        .unwrap()
        .iter()
        .map(|slot| slot["cost"]["memory_kib"].clone())
        .collect();
    assert_eq!(costs, [json!(8), json!(16)]);
    assert!(closed.open().is_ok());
    assert!(open(&closed.folder, "lee", LEE).is_ok());
}

#[test]
fn the_same_characters_open_however_they_are_typed() {
    let mut trial = Trial::new();
    change(&mut trial.store, SlotChange::Set(slot("P-003", "re\u{301}mi", "cafe\u{301} au lait et plus")));
    let closed = trial.close();
    for (login, passphrase) in [
        ("re\u{301}mi", "cafe\u{301} au lait et plus"),
        ("r\u{e9}mi", "caf\u{e9} au lait et plus"),
        ("r\u{e9}mi", "cafe\u{301} au lait et plus"),
    ] {
        assert!(open(&closed.folder, login, passphrase).is_ok(), "{login:?} {passphrase:?}");
    }
    refused(&closed.folder, "r\u{e9}mi ", "caf\u{e9} au lait et plus");
    refused(&closed.folder, "R\u{e9}mi", "caf\u{e9} au lait et plus");
}

#[test]
fn the_recovery_key_makes_a_new_file_of_keys_where_it_was_lost() {
    let closed = Trial::new().close();
    fs::remove_file(closed.folder.join("keys.json")).unwrap();
    let mut store = Store::open_with_recovery(&closed.folder, &closed.recovery).unwrap();
    change(&mut store, SlotChange::Set(slot("P-001", LOGIN, NEW)));
    change(&mut store, SlotChange::Set(slot("P-003", "kim", NEW)));
    store.close().unwrap();
    let opened = open(&closed.folder, LOGIN, NEW).unwrap();
    assert_eq!(opened.store.workspace(), plan().workspace);
    assert!(open(&closed.folder, "kim", NEW).is_ok());
    refused(&closed.folder, LOGIN, PASSPHRASE);
}

#[test]
fn the_recovery_key_keeps_the_slots_of_others_where_only_a_passphrase_was_forgotten() {
    let closed = Trial::new().close();
    let mut store = Store::open_with_recovery(&closed.folder, &closed.recovery).unwrap();
    change(&mut store, SlotChange::Set(slot("P-001", LOGIN, NEW)));
    store.close().unwrap();
    assert!(open(&closed.folder, "lee", LEE).is_ok());
    refused(&closed.folder, LOGIN, PASSPHRASE);
}

#[cfg(unix)]
#[test]
fn only_its_owner_may_read_the_file_of_keys() {
    use std::os::unix::fs::PermissionsExt;
    let mut trial = Trial::new();
    let mode = |folder: &Path| fs::metadata(folder.join("keys.json")).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&trial.folder), 0o600);
    change(&mut trial.store, SlotChange::Remove("P-002".into()));
    assert_eq!(mode(&trial.folder), 0o600);
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_to_says_so() {
    use std::os::unix::fs::PermissionsExt;
    let closed = Trial::new().close();
    fs::remove_file(closed.folder.join("lock")).unwrap();
    let set = |mode| fs::set_permissions(&closed.folder, fs::Permissions::from_mode(mode)).unwrap();
    set(0o555);
    // Whoever may do everything writes all the same.
    let powerless = fs::write(closed.folder.join("try"), "").is_err();
    let before = files(&closed.folder);
    let opened = closed.open();
    set(0o755);
    if powerless {
        assert!(matches!(opened, Err(OpenError::Store(StoreError::ReadOnly))), "{opened:?}");
        assert_eq!(files(&closed.folder), before);
    }
}
