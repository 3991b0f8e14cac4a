//! Backup into one file, restore into a new folder.

use crate::sample::content;
use crate::trial::{LOGIN, PASSPHRASE, Trial, act, open};
use riskwright_domain::audit::canonical_json;
use riskwright_store::{Difference, Kind, OpenError, Store, StoreError, audit, content::load, restore};
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

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

#[test]
fn a_workspace_copied_without_its_empty_folders_is_backed_up() {
    let trial = Trial::with_content();
    fs::remove_dir(trial.folder.join("evidence")).unwrap();
    let file = trial.around.path().join("Clinic.backup");
    trial.store.backup(&file).unwrap();
    let target = trial.around.path().join("Restored.riskwright");
    restore(&file, &target).unwrap();
    assert!(open(&target, LOGIN, PASSPHRASE).is_ok());
}

#[test]
fn a_backup_made_while_another_connection_writes_is_one_moment_of_it() {
    let trial = Trial::with_content();
    let mut other = open(&trial.folder, LOGIN, PASSPHRASE).unwrap().store;
    let stop = AtomicBool::new(false);
    let heads: Vec<_> = std::thread::scope(|scope| {
        // Each command writes two records that belong together.
        let writer = scope.spawn(|| {
            let mut turn = 0;
            while !stop.load(Ordering::Relaxed) {
                turn += 1;
                let (mut organization, mut person) = other
                    .read(|reader| {
                        Ok::<_, StoreError>((reader.organization()?.unwrap(), reader.people()?.remove(0)))
                    })
                    .unwrap();
                organization.budget = format!("turn {turn} {}", "x".repeat(5_000));
                person.title = format!("turn {turn}");
                let pair = other.write(&act("test::pair"), |writer| {
                    writer.put_organization(&organization)?;
                    writer.put_person(&person)
                });
                pair.unwrap();
            }
            turn
        });
        let heads = (0..8).map(|number| moment(&trial, number)).collect();
        stop.store(true, Ordering::Relaxed);
        assert!(writer.join().unwrap() > 8, "the other one wrote meanwhile");
        heads
    });
    assert!(heads.is_sorted() && heads.first() < heads.last(), "{heads:?}");
}

/// Backs up, restores, and answers where the trail ends in what was restored.
fn moment(trial: &Trial, number: u8) -> i64 {
    let before = trial.store.read(|reader| reader.head()).unwrap().sequence;
    while trial.store.read(|reader| reader.head()).unwrap().sequence == before {
        std::thread::yield_now();
    }
    let file = trial.around.path().join(format!("{number}.backup"));
    trial.store.backup(&file).unwrap();
    let target = trial.around.path().join(format!("{number}.riskwright"));
    restore(&file, &target).unwrap();
    let restored = open(&target, LOGIN, PASSPHRASE).unwrap().store;
    let (head, breaks) = restored.read(|reader| audit::verify(reader, None)).unwrap();
    assert_eq!(breaks, []);
    let content = restored.read(load).unwrap();
    let turn = |text: &str| text.split(' ').nth(1).map(str::to_owned);
    assert_eq!(turn(&content.organization.budget), turn(&content.people[0].title), "both halves or none");
    head.sequence
}

/// The workspace as it was when it was backed up, opened beside it.
fn earlier(trial: &Trial, file: &str) -> Store {
    let backup = trial.around.path().join(file);
    trial.store.backup(&backup).unwrap();
    let target = trial.around.path().join(format!("{file}.riskwright"));
    restore(&backup, &target).unwrap();
    trial.store.open_earlier(&target).unwrap()
}

fn differences(trial: &Trial, earlier: &Store) -> Vec<Difference> {
    trial.store.read(|now| earlier.read(|then| now.differences(then))).unwrap()
}

#[test]
fn differences_are_named_and_put_back_with_the_order_of_lists() {
    let mut trial = Trial::with_content();
    let earlier = earlier(&trial, "before");
    assert_eq!(differences(&trial, &earlier), []);
    let mut changed = content();
    changed.organization.name = "Another Clinic".to_owned();
    let assessment = &mut changed.assessments[0];
    assessment.risks[0].rationale = "Another reason of some length.".to_owned();
    let mut extra = assessment.risks[0].clone();
    extra.number = "R-0900".into();
    assessment.risks.insert(0, extra);
    assessment.safeguards.remove(0);
    trial.write(|writer| {
        writer.put_organization(&changed.organization)?;
        writer.put_assessment(&changed.assessments[0])?;
        writer.remove_practice(&"PR-0001".into())
    });
    let found = differences(&trial, &earlier);
    let names: Vec<(Kind, &str, bool, bool)> =
        found.iter().map(|one| (one.kind, one.id.as_str(), one.now.is_some(), one.then.is_some())).collect();
    let safeguard = format!("AS-2025/{}", content().assessments[0].safeguards[0].safeguard);
    assert_eq!(
        names,
        [
            (Kind::Organization, "organization", true, true),
            (Kind::Risk, "AS-2025/R-0002", true, true),
            (Kind::Risk, "AS-2025/R-0900", true, false),
            (Kind::SafeguardStatus, safeguard.as_str(), false, true),
            (Kind::Practice, "PR-0001", false, true),
        ]
    );
    let before = trial.store.read(|reader| reader.head()).unwrap();
    trial
        .store
        .write(&act("test::restore"), |writer| earlier.read(|then| writer.put_back(then, &found)))
        .unwrap();
    assert_eq!(differences(&trial, &earlier), []);
    assert_eq!(canonical_json(&trial.store.read(load).unwrap()), canonical_json(&content()));
    let (head, breaks) = trial.store.read(|reader| audit::verify(reader, Some(&before))).unwrap();
    assert_eq!(breaks, []);
    assert!(head.sequence >= before.sequence + 5, "the trail goes on: {head:?}");
}

#[test]
fn an_earlier_state_of_another_workspace_is_not_opened() {
    let (trial, other) = (Trial::new(), Trial::new());
    let file = other.around.path().join("Other.backup");
    other.store.backup(&file).unwrap();
    let target = trial.around.path().join("Other.riskwright");
    restore(&file, &target).unwrap();
    assert!(matches!(trial.store.open_earlier(&target), Err(OpenError::WrongLoginOrPassphrase)));
}
