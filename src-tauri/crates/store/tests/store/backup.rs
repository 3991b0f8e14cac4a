//! Backup into one file, restore into a new folder.

use crate::sample::content;
use crate::trial::{LOGIN, PASSPHRASE, Trial, open};
use riskwright_domain::audit::canonical_json;
use riskwright_store::{OpenError, audit, content::load, restore};
use std::fs;
use std::path::PathBuf;

struct Backed {
    trial: Trial,
    file: PathBuf,
    target: PathBuf,
}

fn backed_up() -> Backed {
    let trial = Trial::with_content();
    fs::write(trial.folder.join("evidence/00ff"), "sealed bytes").unwrap();
    fs::write(trial.folder.join("evidence/.DS_Store"), "left by the desktop").unwrap();
    let file = trial.around.path().join("Clinic.backup");
    trial.store.backup(&file).unwrap();
    let target = trial.around.path().join("Restored.riskwright");
    Backed { trial, file, target }
}

#[test]
fn a_restored_workspace_is_the_one_that_was_backed_up() {
    let Backed { mut trial, file, target } = backed_up();
    let head = trial.store.read(|reader| reader.head()).unwrap();
    trial.write(|writer| writer.remove_practice(&"PR-0001".into()));
    restore(&file, &target).unwrap();
    let restored = open(&target, LOGIN, PASSPHRASE).unwrap().store;
    assert_eq!(restored.workspace(), trial.store.workspace());
    assert_eq!(restored.read(|reader| audit::verify(reader, Some(&head))).unwrap(), (head, vec![]));
    assert_eq!(canonical_json(&restored.read(load).unwrap()), canonical_json(&content()));
    assert_eq!(fs::read(target.join("evidence/00ff")).unwrap(), b"sealed bytes");
    assert!(!target.join("evidence/.DS_Store").exists());
}

#[test]
fn a_backup_shows_no_content_and_replaces_an_older_one_whole() {
    let Backed { trial, file, .. } = backed_up();
    fs::write(&file, "older").unwrap();
    trial.store.backup(&file).unwrap();
    let bytes = fs::read(&file).unwrap();
    let name = crate::sample::ASSET_NAME.as_bytes();
    assert!(bytes.len() > 4096 && !bytes.windows(name.len()).any(|window| window == name));
    let mut around: Vec<_> =
        fs::read_dir(trial.around.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    around.sort();
    assert_eq!(around, ["Clinic.backup", "Clinic.riskwright"], "no temporary file stays");
}

#[test]
fn a_folder_that_is_there_is_left_alone() {
    let Backed { trial, file, .. } = backed_up();
    let before = crate::trial::files(&trial.folder);
    assert!(matches!(restore(&file, &trial.folder), Err(OpenError::AlreadyExists)));
    assert!(crate::trial::files(&trial.folder) == before);
}

#[test]
fn a_damaged_backup_is_refused_and_nothing_appears() {
    let Backed { trial, file, target } = backed_up();
    let whole = fs::read(&file).unwrap();
    let mut damaged: Vec<(String, Vec<u8>)> = [0, 1, 511, 700, whole.len() / 3, whole.len() / 2]
        .map(|length| (format!("cut at {length}"), whole[..length].to_vec()))
        .into();
    for place in [300, 600, 2_500, whole.len() / 2, whole.len() - 3_000] {
        let mut bytes = whole.clone();
        bytes[place] ^= 0x10;
        if bytes[place] != 0x10 {
            damaged.push((format!("flipped at {place}"), bytes));
        }
    }
    damaged.push(("no backup".to_owned(), b"Dear Dana,".repeat(1000)));
    for (what, bytes) in damaged {
        fs::write(&file, bytes).unwrap();
        let refused = restore(&file, &target);
        assert!(matches!(refused, Err(OpenError::BackupDamaged)), "{what}: {refused:?}");
        assert_eq!(fs::read_dir(trial.around.path()).unwrap().count(), 2, "{what}");
    }
}

#[test]
fn a_backup_that_leads_out_of_the_folder_is_refused() {
    let Backed { trial, file, target } = backed_up();
    let outside = trial.around.path().join("outside.txt");
    let body = b"escaped";
    let manifest = serde_json::json!({
        "format": 1,
        "workspace": trial.store.workspace(),
        "members": [{ "name": "evidence/../../outside.txt", "size": body.len(), "sha256": "00" }],
    });
    let mut archive = tar::Builder::new(fs::File::create(&file).unwrap());
    for (name, bytes) in
        [("manifest.json", manifest.to_string().as_bytes()), ("evidence/../../outside.txt", body)]
    {
        let mut header = tar::Header::new_gnu();
        header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
        header.set_size(bytes.len() as u64);
        header.set_cksum();
        archive.append(&header, bytes).unwrap();
    }
    archive.finish().unwrap();
    assert!(matches!(restore(&file, &target), Err(OpenError::BackupDamaged)));
    assert!(!outside.exists() && !target.exists());
}

#[test]
fn a_workspace_whose_keys_were_edited_is_not_backed_up() {
    let trial = Trial::new();
    fs::write(trial.folder.join("keys.json"), "{}").unwrap();
    let file = trial.around.path().join("Clinic.backup");
    assert!(matches!(trial.store.backup(&file), Err(OpenError::KeysDamaged)));
    assert!(!file.exists());
}
