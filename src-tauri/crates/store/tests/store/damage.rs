//! Damaged, edited and newer folders: the right error, and every byte as it was.

use crate::trial::{Closed, Trial};
use riskwright_store::{OpenError, SCHEMA};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

/// Damages a fresh workspace, tries to open it, and says what came; nothing may have changed on the way.
fn opened_after(damage: impl FnOnce(&Closed)) -> OpenError {
    let closed = Trial::with_content().close();
    damage(&closed);
    let before = closed.files();
    let error = closed.open().unwrap_err();
    assert!(closed.files() == before, "a failed open changed the folder ({error:?})");
    error
}

fn keys(closed: &Closed) -> PathBuf {
    closed.folder.join("keys.json")
}

fn edit_keys(closed: &Closed, edit: impl FnOnce(&mut Value)) {
    let mut value: Value = serde_json::from_slice(&fs::read(keys(closed)).unwrap()).unwrap();
    edit(&mut value);
    fs::write(keys(closed), value.to_string()).unwrap();
}

/// Changes the last hex digit.
fn flip(value: &mut Value) {
    let text = value.as_str().unwrap();
    let last = if text.ends_with('0') { "1" } else { "0" };
    *value = json!(format!("{}{last}", text.get(..text.len() - 1).unwrap()));
}

#[test]
fn a_folder_without_the_files_is_no_workspace() {
    let around = tempfile::tempdir().unwrap();
    for folder in [around.path().to_owned(), around.path().join("missing")] {
        let error = crate::trial::open(&folder, "dana", "x").unwrap_err();
        assert!(matches!(error, OpenError::NotAWorkspace), "{error:?}");
    }
    assert_eq!(fs::read_dir(around.path()).unwrap().count(), 0);
}

#[test]
fn a_truncated_file_of_keys_is_damaged_wherever_it_ends() {
    let whole = fs::read(keys(&Trial::new().close())).unwrap().len();
    for length in [0, 1, 20, whole / 2, whole - 1] {
        let error = opened_after(|closed| {
            let bytes = fs::read(keys(closed)).unwrap();
            fs::write(keys(closed), &bytes[..length]).unwrap();
        });
        assert!(matches!(error, OpenError::KeysDamaged), "{length}: {error:?}");
    }
}

#[test]
fn an_edited_file_of_keys_shows() {
    type Edit = fn(&mut Value);
    let edits: [(&str, Edit); 10] = [
        ("the own slot", |keys| flip(&mut keys["slots"][0]["sealed"])),
        ("the own nonce", |keys| flip(&mut keys["slots"][0]["nonce"])),
        ("somebody else's mark", |keys| flip(&mut keys["slots"][1]["owner"])),
        ("a slot without its mark", |keys| drop(keys["slots"][0].as_object_mut().unwrap().remove("owner"))),
        ("somebody else's slot", |keys| flip(&mut keys["slots"][1]["sealed"])),
        ("a slot removed", |keys| drop(keys["slots"].as_array_mut().unwrap().remove(1))),
        ("a slot doubled", |keys| {
            let slot = keys["slots"][1].clone();
            keys["slots"].as_array_mut().unwrap().push(slot);
        }),
        ("the workspace", |keys| keys["workspace"] = json!("01980000-0000-7000-8000-000000000002")),
        ("the code", |keys| flip(&mut keys["mac"])),
        ("a member added", |keys| keys["note"] = json!("hello")),
    ];
    for (what, edit) in edits {
        let error = opened_after(|closed| edit_keys(closed, edit));
        assert!(matches!(error, OpenError::KeysDamaged), "{what}: {error:?}");
    }
}

#[test]
fn a_cost_that_would_exhaust_the_machine_is_refused() {
    for cost in [
        json!({ "memory_kib": u32::MAX, "iterations": 1, "lanes": 1 }),
        json!({ "memory_kib": 8, "iterations": u32::MAX, "lanes": 1 }),
    ] {
        let error = opened_after(|closed| edit_keys(closed, |keys| keys["slots"][0]["cost"] = cost));
        assert!(matches!(error, OpenError::KeysDamaged), "{error:?}");
    }
}

#[test]
fn newer_keys_are_told_apart_from_damage() {
    let error = opened_after(|closed| {
        edit_keys(closed, |keys| {
            keys["format"] = json!(3);
            keys["unheard_of"] = json!(true);
        });
    });
    assert!(matches!(error, OpenError::NewerVersion { found: 3, supported: 2 }), "{error:?}");
}

#[test]
fn a_newer_database_is_not_touched() {
    let error = opened_after(|closed| {
        let connection = closed.sql();
        connection.pragma_update(None, "user_version", 7).unwrap();
    });
    assert!(matches!(error, OpenError::NewerVersion { found: 7, supported: SCHEMA }), "{error:?}");
}

#[test]
fn a_newer_database_is_not_touched_even_with_a_log_left_by_a_crash() {
    let closed = Trial::with_content().close();
    let connection = closed.sql();
    connection.pragma_update(None, "user_version", 7).unwrap();
    // What a crash leaves: the files as they are while the newer version still has them open.
    let crashed = closed.around.path().join("Crashed.riskwright");
    fs::create_dir_all(crashed.join("evidence")).unwrap();
    for name in ["keys.json", "workspace.db", "workspace.db-wal"] {
        fs::copy(closed.folder.join(name), crashed.join(name)).unwrap();
    }
    let durable = || ["workspace.db", "workspace.db-wal"].map(|name| fs::read(crashed.join(name)).unwrap());
    let before = durable();
    let error = crate::trial::open(&crashed, crate::trial::LOGIN, crate::trial::PASSPHRASE).unwrap_err();
    assert!(matches!(error, OpenError::NewerVersion { found: 7, supported: SCHEMA }), "{error:?}");
    assert!(durable() == before, "a failed open changed database or log");
}

#[test]
fn a_damaged_database_is_named() {
    type Damage = fn(&mut Vec<u8>);
    let damages: [(&str, Damage); 7] = [
        ("empty", |bytes| bytes.clear()),
        ("one byte", |bytes| bytes.truncate(1)),
        ("first page only", |bytes| bytes.truncate(4096)),
        ("half", |bytes| bytes.truncate(bytes.len() / 2 / 4096 * 4096)),
        ("cut within the last page", |bytes| bytes.truncate(bytes.len() - 100)),
        ("garbage", |bytes| bytes.fill(0x5A)),
        ("one flipped bit in the middle", |bytes| {
            let middle = bytes.len() / 2;
            bytes[middle] ^= 1;
        }),
    ];
    for (what, damage) in damages {
        let error = opened_after(|closed| {
            let path = closed.folder.join("workspace.db");
            let mut bytes = fs::read(&path).unwrap();
            damage(&mut bytes);
            fs::write(&path, bytes).unwrap();
        });
        assert!(matches!(error, OpenError::DatabaseDamaged), "{what}: {error:?}");
    }
}

#[test]
fn a_missing_database_is_named() {
    let error = opened_after(|closed| fs::remove_file(closed.folder.join("workspace.db")).unwrap());
    assert!(matches!(error, OpenError::DatabaseDamaged), "{error:?}");
}

#[test]
fn what_is_said_outside_names_no_path_and_no_statement() {
    let error = opened_after(|closed| fs::write(closed.folder.join("workspace.db"), "x").unwrap());
    let said = error.to_string();
    assert!(!said.contains('/') && !said.contains("PRAGMA") && !said.contains("workspace.db"), "{said}");
}
