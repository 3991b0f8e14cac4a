//! Workspaces that earlier versions wrote: brought up to date on opening, with nothing lost and a backup before.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

use riskwright_app::{App, call, sample::PASSPHRASE};
use riskwright_domain::audit::canonical_json;
use riskwright_store::{OpenError, SCHEMA, Store, content::load, restore};
use secrecy::SecretString;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const OFFICIAL: &str = "dana.whitfield";

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/workspace")
}

/// The schemas that a workspace is kept of.
fn kept() -> Vec<u32> {
    let names = fs::read_dir(fixtures()).unwrap().map(|entry| entry.unwrap().file_name());
    let mut schemas: Vec<u32> = names.filter_map(|name| name.to_str().unwrap().parse().ok()).collect();
    schemas.sort_unstable();
    schemas
}

/// A copy of a fixture in a folder of its own, and the program's memory beside it.
struct Copy {
    around: TempDir,
    folder: PathBuf,
}

impl Copy {
    fn of(schema: u32) -> Self {
        let around = tempfile::tempdir().unwrap();
        let folder = around.path().join("lakeside.riskwright");
        fs::create_dir(&folder).unwrap();
        for name in ["keys.json", "workspace.db"] {
            fs::copy(fixtures().join(schema.to_string()).join(name), folder.join(name)).unwrap();
        }
        Self { around, folder }
    }

    fn memory(&self) -> PathBuf {
        self.around.path().join("memory")
    }

    /// A program that has it open.
    fn opened(&self) -> App {
        let app = App::new(Some(self.memory()));
        let request = json!({ "path": self.folder, "login": OFFICIAL, "passphrase": PASSPHRASE });
        call(&app, "workspace::open", request).unwrap();
        app
    }

    fn backups(&self, reason: &str) -> Vec<PathBuf> {
        let folders = fs::read_dir(self.memory().join("backups")).unwrap().map(|entry| entry.unwrap().path());
        let files =
            folders.flat_map(|folder| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()));
        let of_reason =
            |file: &PathBuf| file.to_str().unwrap().ends_with(&format!("Z-{reason}.riskwright-backup"));
        files.filter(of_reason).collect()
    }
}

/// The store, and whether it was brought up to date.
fn store(folder: &Path) -> Result<(Store, bool), OpenError> {
    let mut migrated = false;
    let passphrase = SecretString::from(PASSPHRASE);
    let opened = Store::open_with(folder, OFFICIAL, &passphrase, |_| migrated = true)?;
    Ok((opened.store, migrated))
}

fn holds_what_was_written(app: &App, schema: u32) {
    let risk = call(app, "risk::get", json!({ "number": "R-0001" })).unwrap();
    let record = &risk["risk"];
    let rationale = format!("Fixture of format {schema}: values set to see that they stay.");
    assert_eq!(record["rationale"], rationale);
    let low = ["/initiation", "/adverse", "/impact/c", "/impact/i", "/impact/a"];
    for pointer in low {
        let rating = record.get("residual").filter(|rating| rating.is_object()).unwrap_or(record);
        assert_eq!(rating.pointer(pointer), Some(&json!("low")), "{pointer} in {record}");
    }
    let documents = call(app, "document::list", json!({})).unwrap();
    let numbers: Vec<(&Value, &Value)> = documents["documents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (&one["number"], &one["policy"]))
        .collect();
    assert_eq!(numbers, [(&json!("D-0001"), &json!("POL-11"))]);
    let verified = call(app, "audit::verify", json!({})).unwrap();
    assert_eq!(verified["breaks"], json!([]));
    assert_eq!(verified["holds"], true);
}

#[test]
fn a_workspace_is_kept_of_every_earlier_schema() {
    let earlier: Vec<u32> = (1..SCHEMA).collect();
    assert_eq!(
        kept(),
        earlier,
        "tests/fixtures/workspace/README.md tells how to make the one that is missing"
    );
}

#[test]
fn each_earlier_schema_is_brought_up_to_date_with_all_it_holds() {
    for schema in kept() {
        for with_evidence in [true, false] {
            let copy = Copy::of(schema);
            if with_evidence {
                fs::create_dir(copy.folder.join("evidence")).unwrap();
            }
            for _ in 0..2 {
                holds_what_was_written(&copy.opened(), schema);
            }
            assert_eq!(
                copy.backups("migration").len(),
                1,
                "one before the first opening, none before the second"
            );
            assert!(!store(&copy.folder).unwrap().1, "it is up to date now");
        }
    }
}

#[test]
fn the_backup_made_before_is_of_the_earlier_schema_and_holds_the_same() {
    for schema in kept() {
        let copy = Copy::of(schema);
        drop(copy.opened());
        let [backup] = copy.backups("migration").try_into().unwrap();
        let restored = copy.around.path().join("restored.riskwright");
        restore(&backup, &restored).unwrap();
        let (then, migrated) = store(&restored).unwrap();
        assert!(migrated, "the backup was made before");
        let (now, _) = store(&copy.folder).unwrap();
        assert_eq!(canonical_json(&then.read(load).unwrap()), canonical_json(&now.read(load).unwrap()));
        let differences = now.read(|now| then.read(|then| now.differences(then))).unwrap();
        assert_eq!(differences, []);
    }
}

#[test]
fn a_backup_that_cannot_be_made_is_told_and_does_not_stop_the_opening() {
    let copy = Copy::of(1);
    fs::create_dir(copy.memory()).unwrap();
    fs::write(copy.memory().join("backups"), "a file where the folder should be").unwrap();
    let app = copy.opened();
    holds_what_was_written(&app, 1);
    let lines = call(&app, "audit::list", json!({})).unwrap();
    let failed: Vec<&Value> = lines["lines"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|line| line["command"] == "backup::failed")
        .collect();
    assert_eq!(failed.len(), 2, "the one before the migration and the one of the day: {lines}");
    assert!(failed.iter().all(|line| line["by"] == "riskwright"));
}
