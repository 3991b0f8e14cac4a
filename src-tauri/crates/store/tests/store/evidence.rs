//! Evidence files: what is stored, what shows of it outside, and what every change of it comes to.

use crate::trial::{Trial, act, files};
use riskwright_domain::audit::{Break, sha256_hex};
use riskwright_domain::organization::{Evidence, EvidenceKind};
use riskwright_store::{StoreError, restore};
use std::fs;
use std::path::PathBuf;

const FILE: &[u8] = b"Heron-Copper penetration test, page 1 of 9";

fn item(number: &str, sha256: &str) -> Evidence {
    Evidence {
        id: uuid::Uuid::nil(),
        number: number.into(),
        title: "Penetration test".to_owned(),
        kind: EvidenceKind::TestResult,
        on: "2026-01-30".parse().unwrap(),
        reference: "Shelf 4".to_owned(),
        sha256: Some(sha256.to_owned()),
        file_name: Some("report.pdf".to_owned()),
        bytes: Some(9),
        about: Vec::new(),
    }
}

/// Records an item with its file, as a command does.
fn add(trial: &mut Trial, number: &str, bytes: &[u8]) -> String {
    let files = trial.store.evidence_files();
    trial.write(|writer| {
        let sha256 = files.put(bytes)?;
        writer.put_evidence(&item(number, &sha256))?;
        writer.evidence_stored(&sha256)?;
        Ok(sha256)
    })
}

fn stored(trial: &Trial) -> Vec<PathBuf> {
    files(&trial.folder.join("evidence")).into_keys().collect()
}

fn breaks(trial: &Trial) -> Vec<Break> {
    trial.store.verify(None).unwrap().1
}

#[test]
fn a_file_comes_back_and_neither_its_bytes_nor_its_hash_shows_in_the_folder() {
    let mut trial = Trial::with_content();
    let sha256 = add(&mut trial, "E-0003", FILE);
    assert_eq!(sha256, sha256_hex(FILE));
    assert_eq!(trial.store.evidence_files().read(&sha256).unwrap(), FILE);
    assert_eq!(breaks(&trial), []);
    let path = &stored(&trial)[0];
    let on_disk = fs::read(path).unwrap();
    for plain in [FILE, b"Heron-Copper", &hex::decode(&sha256).unwrap()] {
        assert!(!on_disk.windows(plain.len()).any(|window| window == plain));
    }
    assert!(!path.display().to_string().contains(&sha256));
}

#[test]
fn the_same_file_twice_is_stored_once_and_a_damaged_one_anew() {
    let mut trial = Trial::with_content();
    add(&mut trial, "E-0003", FILE);
    let first = files(&trial.folder.join("evidence"));
    let sha256 = add(&mut trial, "E-0004", FILE);
    assert_eq!(files(&trial.folder.join("evidence")), first);
    fs::write(&stored(&trial)[0], b"nothing of the kind").unwrap();
    assert_eq!(breaks(&trial).len(), 2, "both items name the file");
    add(&mut trial, "E-0005", FILE);
    assert_eq!(trial.store.evidence_files().read(&sha256).unwrap(), FILE);
    assert_eq!(breaks(&trial), []);
}

#[test]
fn every_changed_byte_a_cut_a_swap_and_a_loss_are_named_and_refused() {
    let mut trial = Trial::with_content();
    let sha256 = add(&mut trial, "E-0003", FILE);
    let path = stored(&trial)[0].clone();
    let whole = fs::read(&path).unwrap();
    let named = |missing| vec![Break::Evidence { id: "E-0003".to_owned(), missing }];
    let refused =
        |trial: &Trial| matches!(trial.store.evidence_files().read(&sha256), Err(StoreError::Damaged));
    for at in 0..whole.len() {
        let mut changed = whole.clone();
        changed[at] ^= 1;
        fs::write(&path, &changed).unwrap();
        assert!(refused(&trial), "byte {at}");
    }
    assert_eq!(breaks(&trial), named(false));
    for length in 0..whole.len() {
        fs::write(&path, &whole[..length]).unwrap();
        assert!(refused(&trial), "cut to {length}");
    }
    fs::remove_file(&path).unwrap();
    let missing = trial.store.evidence_files().read(&sha256).unwrap_err();
    assert!(matches!(missing, StoreError::EvidenceMissing { .. }), "{missing:?}");
    assert_eq!(breaks(&trial), named(true));
    fs::remove_dir(trial.folder.join("evidence")).unwrap();
    assert_eq!(breaks(&trial), named(true), "a folder that is not there holds no file");
    assert_eq!(trial.store.sweep_evidence().unwrap(), 0);
}

#[test]
fn two_files_in_each_others_place_are_both_named() {
    let mut trial = Trial::with_content();
    let one = add(&mut trial, "E-0003", FILE);
    let other = add(&mut trial, "E-0004", b"another file");
    let paths = stored(&trial);
    let (first, second) = (fs::read(&paths[0]).unwrap(), fs::read(&paths[1]).unwrap());
    fs::write(&paths[0], second).unwrap();
    fs::write(&paths[1], first).unwrap();
    for sha256 in [one, other] {
        assert!(matches!(trial.store.evidence_files().read(&sha256), Err(StoreError::Damaged)));
    }
    let ids: Vec<_> = breaks(&trial).into_iter().map(|one| format!("{one:?}")).collect();
    assert_eq!(ids.len(), 2);
    assert!(ids[0].contains("E-0003") && ids[1].contains("E-0004"), "{ids:?}");
}

#[test]
fn a_file_of_another_workspace_is_not_taken_for_this_ones() {
    let mut trial = Trial::with_content();
    let sha256 = add(&mut trial, "E-0003", FILE);
    let mut other = Trial::with_content();
    add(&mut other, "E-0003", FILE);
    fs::copy(&stored(&other)[0], &stored(&trial)[0]).unwrap();
    assert!(matches!(trial.store.evidence_files().read(&sha256), Err(StoreError::Damaged)));
}

#[test]
fn a_file_that_was_never_stored_here_is_no_break() {
    let mut trial = Trial::with_content();
    let elsewhere = sha256_hex(b"kept at headquarters");
    trial.write(|writer| writer.put_evidence(&item("E-0003", &elsewhere)));
    assert_eq!(breaks(&trial), []);
    assert!(!trial.store.evidence_files().holds(&elsewhere));
}

#[test]
fn a_sweep_takes_what_nothing_names_and_leaves_what_history_or_strangers_keep() {
    let mut trial = Trial::with_content();
    let current = add(&mut trial, "E-0003", FILE);
    let removed = add(&mut trial, "E-0004", b"removed from the register");
    trial.write(|writer| writer.remove_evidence(&"E-0004".into()));
    let orphan = trial.store.evidence_files().put(b"its command was interrupted").unwrap();
    let stranger = trial.folder.join("evidence/desktop.ini");
    fs::write(&stranger, "left by a file browser").unwrap();
    assert_eq!(trial.store.sweep_evidence().unwrap(), 1);
    let files = trial.store.evidence_files();
    assert!(files.holds(&current) && files.holds(&removed) && !files.holds(&orphan));
    assert!(stranger.exists());
    assert_eq!(breaks(&trial), []);
}

#[test]
fn a_refused_command_leaves_no_row_and_the_sweep_no_file() {
    let mut trial = Trial::with_content();
    let files = trial.store.evidence_files();
    let refused: Result<(), StoreError> = trial.store.write(&act("evidence::add"), |writer| {
        let sha256 = files.put(FILE)?;
        writer.put_evidence(&item("E-0003", &sha256))?;
        Err(StoreError::Busy)
    });
    assert!(refused.is_err());
    assert!(trial.store.read(|reader| reader.evidence_item(&"E-0003".into())).unwrap().is_none());
    assert_eq!(trial.store.sweep_evidence().unwrap(), 1);
    assert!(stored(&trial).is_empty());
}

#[test]
fn a_backup_carries_the_files() {
    let mut trial = Trial::with_content();
    let sha256 = add(&mut trial, "E-0003", FILE);
    let backup = trial.around.path().join("backup");
    trial.store.backup(&backup).unwrap();
    let folder = trial.around.path().join("Restored.riskwright");
    restore(&backup, &folder).unwrap();
    let restored = crate::trial::open(&folder, crate::trial::LOGIN, crate::trial::PASSPHRASE).unwrap().store;
    assert_eq!(restored.evidence_files().read(&sha256).unwrap(), FILE);
    assert_eq!(restored.verify(None).unwrap().1, []);
}
