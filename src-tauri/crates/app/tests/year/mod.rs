//! The sample clinic on the day before its assessment is handed in, and its people at their desks.

#![allow(dead_code)] // Each subject uses a part.

use riskwright_app::{App, CommandError, call, provision, sample};
use riskwright_domain::assessment::{Assessment, AssessmentStatus};
use riskwright_domain::workspace::Content;
use riskwright_store::KdfCost;
use serde_json::{Value, json};
use std::path::PathBuf;
use tempfile::TempDir;

/// The security official.
pub const DANA: &str = "dana.whitfield";
/// The executive.
pub const MIRIAM: &str = "miriam.okafor";
/// A reviewer, who may approve nothing.
pub const WALTER: &str = "walter.brandt";

/// The clinic with everything entered and nothing approved.
pub struct Ready {
    around: TempDir,
}

impl Ready {
    pub fn new() -> Self {
        Self::with(|_| {})
    }

    pub fn with(change: impl FnOnce(&mut Content)) -> Self {
        let around = tempfile::tempdir().unwrap();
        let mut content = sample::content().unwrap();
        content.policies.clear();
        content.practices.clear();
        let one = &mut content.assessments[0];
        one.status = AssessmentStatus::InProgress;
        one.approvals.clear();
        change(&mut content);
        let accounts = sample::accounts(&content, sample::PASSPHRASE);
        let first = provision::First { content, command: "workspace::import", imported_from: None };
        let folder = around.path().join("Lakeside.riskwright");
        let (store, _) = provision::create(&folder, &accounts, first, KdfCost::new(8, 1, 1)).unwrap();
        store.close().unwrap();
        Self { around }
    }

    pub fn open(&self, login: &str) -> Desk {
        let app = App::new(None);
        let path: PathBuf = self.around.path().join("Lakeside.riskwright");
        let request = json!({ "path": path, "login": login, "passphrase": sample::PASSPHRASE });
        call(&app, "workspace::open", request).unwrap();
        Desk { app }
    }

    /// A decision about a threat, based on what is there.
    pub fn threat(&self, desk: &Desk, threat: &str, answer: &str) -> Value {
        let list = desk.ok("threat::list", json!({}));
        let row = list["threats"].as_array().unwrap().iter().find(|row| row["id"] == threat).unwrap().clone();
        json!({ "threat": threat, "answer": answer, "reason": "The clinic has nothing of the kind.",
            "based_on_revision": row["revision"] })
    }

    /// What the assessment says of itself, with its sources looked at again.
    pub fn self_description(&self, desk: &Desk) -> Value {
        let view = desk.ok("assessment::get", json!({}));
        json!({
            "scope": view["scope"], "assessors": ["P-001", "P-004"], "open_items": view["open_items"],
            "sources": [{ "name": "Sector alerts", "consulted_on": "2026-03-20" }],
            "based_on_revision": view["revision"],
        })
    }
}

/// A person's session.
pub struct Desk {
    pub app: App,
}

impl Desk {
    #[track_caller]
    pub fn ok(&self, command: &str, request: Value) -> Value {
        call(&self.app, command, request).unwrap_or_else(|error| panic!("{command}: {error:#?}"))
    }

    #[track_caller]
    pub fn refused(&self, command: &str, request: Value) -> CommandError {
        match call(&self.app, command, request) {
            Ok(value) => panic!("{command} was not refused: {value}"),
            Err(error) => error,
        }
    }

    /// Whatever comes of it.
    pub fn tries(&self, command: &str, request: Value) -> Option<Value> {
        call(&self.app, command, request).ok()
    }

    /// Whether the newest assessment is approved.
    pub fn newest_is_approved(&self) -> bool {
        self.ok("assessment::list", json!({}))["assessments"][0]["status"] == "approved"
    }

    /// The newest assessment as an exchange file has it, and the content around it.
    pub fn exported(&self) -> (Content, Assessment) {
        let yaml = self.ok("workspace::export", json!({}))["yaml"].as_str().unwrap().to_owned();
        let mut value: Value = serde_yaml::from_str(&yaml).unwrap();
        // The file ends with how many records it holds.
        value.as_object_mut().unwrap().remove("records");
        let content: Content = serde_json::from_value(value).unwrap();
        let one = content.assessments.last().unwrap().clone();
        (content, one)
    }
}

/// The code of a refusal.
pub fn code(error: CommandError) -> String {
    serde_json::to_value(error.code).unwrap().as_str().unwrap().to_owned()
}

/// The executive's approval of what a view shows.
pub fn approve(view: &Value) -> Value {
    json!({ "capacity": "executive", "statement": "I have reviewed this assessment and approve it.",
        "content_hash": view["content_hash"] })
}

/// A new rating of a risk with one level for everything.
pub fn rating(risk: &Value, level: &str) -> Value {
    json!({
        "number": risk["row"]["number"], "initiation": level, "adverse": level,
        "impact": { "c": level, "i": level, "a": level },
        "rationale": "Looked at again after the change of March.", "based_on_revision": risk["revision"],
    })
}
