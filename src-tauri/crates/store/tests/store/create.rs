//! Creating a workspace folder.

use crate::trial::{Trial, files, plan};
use riskwright_store::{Kind, OpenError, Store, StoreError};
use std::fs;

#[test]
fn a_new_folder_holds_keys_database_and_evidence_and_nothing_else_beside() {
    let trial = Trial::new();
    assert_eq!(trial.store.workspace(), plan().workspace);
    let names = |folder: &std::path::Path| {
        let mut names: Vec<_> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names
    };
    let closed = trial.close();
    assert_eq!(names(&closed.folder), ["evidence", "head.json", "keys.json", "lock", "workspace.db"]);
    assert_eq!(names(closed.around.path()), ["Clinic.riskwright"]);
}

#[test]
fn a_place_that_is_taken_is_left_alone() {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join("Clinic.riskwright");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("letter.txt"), "mine").unwrap();
    assert!(matches!(Store::create(&folder, &plan()), Err(OpenError::AlreadyExists)));
    assert_eq!(files(&folder).len(), 1, "nothing was added");
}

#[test]
fn a_failed_creation_leaves_nothing_behind() {
    let around = tempfile::tempdir().unwrap();
    let mut plan = plan();
    plan.slots[0].person = "P".repeat(300).into();
    assert!(Store::create(&around.path().join("Clinic.riskwright"), &plan).is_err());
    assert_eq!(fs::read_dir(around.path()).unwrap().count(), 0);
}

#[test]
fn two_people_cannot_share_a_login() {
    let around = tempfile::tempdir().unwrap();
    let mut plan = plan();
    plan.slots[1].login = plan.slots[0].login.clone();
    let refused = Store::create(&around.path().join("Clinic.riskwright"), &plan);
    assert!(
        matches!(&refused, Err(OpenError::Store(StoreError::Duplicate { kind: Kind::Person, id })) if id == "P-002"),
        "{refused:?}"
    );
}

#[test]
fn the_history_begins_with_the_creation() {
    let trial = Trial::new();
    let history = trial.store.read(|reader| reader.revisions(&Default::default())).unwrap();
    assert_eq!(history.len(), 1);
    assert_eq!((history[0].kind.as_str(), history[0].id.as_str()), ("event", "workspace_created"));
    assert_eq!(history[0].recorded_at, plan().at);
    assert!(trial.store.read(|reader| reader.is_empty()).unwrap(), "an event is no content");
}

#[test]
fn what_a_killed_write_left_is_swept_on_opening_once_it_is_old() {
    let closed = Trial::with_content().close();
    let (old, young) = (closed.folder.join(".unfinished-old"), closed.folder.join(".unfinished-young"));
    for path in [&old, &young] {
        fs::write(path, "half of something").unwrap();
    }
    let two_hours = std::time::Duration::from_secs(2 * 60 * 60);
    let long_ago = std::time::SystemTime::now() - two_hours;
    fs::File::options().write(true).open(&old).unwrap().set_modified(long_ago).unwrap();
    closed.open().unwrap().store.close().unwrap();
    assert!(!old.exists() && young.exists());
}
