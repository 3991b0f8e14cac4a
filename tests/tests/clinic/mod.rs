//! The sample clinic opened by several sessions at once, each as its own program would.

#![allow(dead_code)] // Each subject uses a part.

use riskwright_app::{App, CommandError, call, provision, sample};
use riskwright_store::KdfCost;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The security official, who may also judge.
pub const DANA: &str = "dana.whitfield";
/// The IT lead, who contributes content.
pub const PRIYA: &str = "priya.raman";
/// The privacy officer, who contributes and judges.
pub const THEO: &str = "theo.lindqvist";

/// A copy of the sample in a folder of its own.
pub struct Clinic {
    around: TempDir,
}

impl Clinic {
    pub fn new() -> Self {
        let around = tempfile::tempdir().unwrap();
        let content = sample::content().unwrap();
        let accounts = sample::accounts(&content, sample::PASSPHRASE);
        let hash = "5a".repeat(32);
        let first = provision::First { content, command: "workspace::import", imported_from: Some(&hash) };
        let cost = KdfCost::new(8, 1, 1);
        let (store, _) = provision::create(&folder(around.path()), &accounts, first, cost).unwrap();
        store.close().unwrap();
        Self { around }
    }

    pub fn path(&self) -> PathBuf {
        folder(self.around.path())
    }

    /// A session of its own.
    pub fn open(&self, login: &str) -> Desk {
        let app = App::new(None);
        let request = json!({ "path": self.path(), "login": login, "passphrase": sample::PASSPHRASE });
        call(&app, "workspace::open", request).unwrap();
        Desk { app }
    }
}

/// A session.
pub struct Desk {
    pub app: App,
}

impl Desk {
    #[track_caller]
    pub fn ok(&self, command: &str, request: Value) -> Value {
        call(&self.app, command, request).unwrap_or_else(|error| panic!("{command}: {error:?}"))
    }

    #[track_caller]
    pub fn refused(&self, command: &str, request: Value) -> CommandError {
        call(&self.app, command, request).expect_err(command)
    }

    /// Everything that an export holds.
    pub fn content(&self) -> String {
        self.ok("workspace::export", json!({}))["yaml"].as_str().unwrap().to_owned()
    }

    pub fn risk(&self, number: &str) -> Value {
        self.ok("risk::get", json!({ "number": number }))
    }
}

fn folder(around: &Path) -> PathBuf {
    around.join("lakeside.riskwright")
}

/// A re-rating with every value as the risk has it now, to be changed.
pub fn rating(risk: &Value) -> Value {
    json!({
        "number": risk["risk"]["number"],
        "initiation": risk["risk"]["residual"]["initiation"],
        "adverse": risk["risk"]["residual"]["adverse"],
        "impact": risk["risk"]["residual"]["impact"],
        "rationale": risk["risk"]["rationale"],
        "based_on_revision": risk["revision"],
    })
}

/// The same with some fields changed.
pub fn with(mut request: Value, changes: &[(&str, Value)]) -> Value {
    for (field, value) in changes {
        request[*field] = value.clone();
    }
    request
}
