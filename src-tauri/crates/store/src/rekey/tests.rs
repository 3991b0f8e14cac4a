//! An interruption after each step, as the folder looks then.

use super::*;
use crate::act::Act;
use crate::keys::KdfCost;
use crate::store::CreatePlan;
use jiff::Timestamp;
use secrecy::SecretString;
use std::path::PathBuf;
use tempfile::TempDir;

const STEPS: [Step; 6] = [
    Step::DatabaseCopied,
    Step::EvidenceCopied,
    Step::KeysReplaced,
    Step::EvidenceRemoved,
    Step::LogRemoved,
    Step::DatabaseReplaced,
];
const OLD: &str = "the passphrase before";
const NEW: &str = "the passphrase after";

struct Trial {
    _around: TempDir,
    folder: PathBuf,
    store: Store,
    recovery: RecoveryKey,
    evidence: String,
}

fn slot(passphrase: &str) -> SlotPlan {
    SlotPlan {
        person: "P-001".into(),
        login: "dana".to_owned(),
        passphrase: passphrase.to_owned().into(),
        private: Some(b"identity".to_vec().into()),
    }
}

fn trial() -> Trial {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join("Clinic.riskwright");
    let plan = CreatePlan {
        workspace: Uuid::from_u128(7),
        slots: vec![slot(OLD)],
        cost: KdfCost::new(8, 1, 1),
        at: Timestamp::UNIX_EPOCH,
    };
    let (mut store, recovery) = Store::create(&folder, &plan).unwrap();
    let evidence = store.evidence_files().put(b"minutes of the meeting").unwrap();
    let act = Act { command: "test::write", by: "dana", at: plan.at };
    store.write(&act, |writer| writer.event("note", &"kept whole")).unwrap();
    Trial { _around: around, folder, store, recovery, evidence }
}

fn open(folder: &Path, passphrase: &str) -> Result<Store, OpenError> {
    let opened = Store::open(folder, "dana", &SecretString::from(passphrase.to_owned()))?;
    assert_eq!(opened.person.as_str(), "P-001");
    Ok(opened.store)
}

fn is_whole(store: &Store, evidence: &str) {
    let history = store.read(|reader| reader.revisions(&Default::default())).unwrap();
    assert_eq!(history.len(), 2);
    assert_eq!(store.read(|reader| reader.head()).unwrap().sequence, 2);
    assert_eq!(store.evidence_files().read(evidence).unwrap(), b"minutes of the meeting");
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    // Under another data key the written head says nothing: it is there or not.
    names.retain(|name| name != "head.json");
    names.sort();
    names
}

#[test]
fn an_interruption_after_any_step_leaves_the_old_keys_or_the_new_ones_and_every_byte_of_content() {
    for step in STEPS {
        let Trial { folder, mut store, evidence, _around, .. } = trial();
        let interrupted = store.rekey(&[slot(NEW)], &mut |done| {
            if done == step { Err(OpenError::BackupDamaged) } else { Ok(()) }
        });
        assert!(matches!(interrupted, Err(OpenError::BackupDamaged)), "{step:?}");
        drop(store);
        let committed = !matches!(step, Step::DatabaseCopied | Step::EvidenceCopied);
        let (valid, gone) = if committed { (NEW, OLD) } else { (OLD, NEW) };
        let refused = open(&folder, gone).unwrap_err();
        assert!(matches!(refused, OpenError::WrongLoginOrPassphrase), "{step:?}: {refused:?}");
        let store = open(&folder, valid).unwrap_or_else(|error| panic!("{step:?}: {error:?}"));
        is_whole(&store, &evidence);
        store.close().unwrap();
        assert_eq!(names(&folder), ["evidence", "keys.json", "lock", "workspace.db"], "{step:?}");
        assert_eq!(names(&folder.join("evidence")).len(), 1, "{step:?}");
        is_whole(&open(&folder, valid).unwrap(), &evidence);
    }
}

#[test]
fn after_it_neither_the_old_file_of_keys_nor_the_old_recovery_key_opens_anything() {
    let Trial { folder, mut store, recovery, evidence, _around } = trial();
    let old_keys = fs::read(folder.join(KEYS)).unwrap();
    let new_recovery = store.new_data_key(&[slot(NEW)]).unwrap();
    is_whole(&store, &evidence);
    let act = Act { command: "test::write", by: "dana", at: Timestamp::UNIX_EPOCH };
    store.write(&act, |writer| writer.event("note", &"written later")).unwrap();
    store.close().unwrap();
    assert!(matches!(open(&folder, OLD).unwrap_err(), OpenError::WrongLoginOrPassphrase));
    let refused = Store::open_with_recovery(&folder, &recovery).unwrap_err();
    assert!(matches!(refused, OpenError::RecoveryKeyRefused), "{refused:?}");
    let new_keys = fs::read(folder.join(KEYS)).unwrap();
    fs::write(folder.join(KEYS), old_keys).unwrap();
    assert!(matches!(open(&folder, OLD).unwrap_err(), OpenError::DatabaseDamaged));
    fs::write(folder.join(KEYS), new_keys).unwrap();
    assert_eq!(open(&folder, NEW).unwrap().read(|reader| reader.head()).unwrap().sequence, 3);
    assert!(Store::open_with_recovery(&folder, &new_recovery).is_ok());
}

#[test]
fn the_old_recovery_key_does_not_bring_back_what_is_about_to_be_replaced() {
    let Trial { folder, mut store, recovery, evidence, _around } = trial();
    let interrupted = store.rekey(&[slot(NEW)], &mut |done| {
        if done == Step::KeysReplaced { Err(OpenError::BackupDamaged) } else { Ok(()) }
    });
    assert!(interrupted.is_err());
    drop(store);
    let refused = Store::open_with_recovery(&folder, &recovery).unwrap_err();
    assert!(matches!(refused, OpenError::RecoveryKeyRefused), "{refused:?}");
    is_whole(&open(&folder, NEW).unwrap(), &evidence);
}

#[test]
fn nothing_happens_while_somebody_else_has_the_workspace_open() {
    let Trial { folder, mut store, evidence, _around, .. } = trial();
    let other = open(&folder, OLD).unwrap();
    let busy = store.new_data_key(&[slot(NEW)]).unwrap_err();
    assert!(matches!(busy, OpenError::Store(crate::StoreError::Busy)), "{busy:?}");
    is_whole(&store, &evidence);
    is_whole(&other, &evidence);
    drop(other);
    store.new_data_key(&[slot(NEW)]).unwrap();
    is_whole(&open(&folder, NEW).unwrap(), &evidence);
}
