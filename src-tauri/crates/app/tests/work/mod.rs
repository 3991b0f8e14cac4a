//! The sample clinic with its next assessment begun, reached through the command table as each person would.

#![allow(dead_code)] // Each subject uses a part.

use jiff::civil::Date;
use riskwright_app::{App, CommandError, call, civil_today, provision, sample};
use riskwright_domain::assessment::{Assessment, AssessmentStatus};
use riskwright_domain::risk::{Risk, RiskState};
use riskwright_domain::workspace::Content;
use riskwright_store::{KdfCost, Store};
use secrecy::SecretString;
use serde_json::{Value, json};
use std::path::PathBuf;
use tempfile::TempDir;

/// The security official.
pub const DANA: &str = "dana.whitfield";
/// The executive.
pub const MIRIAM: &str = "miriam.okafor";
/// A contributor, the security official's deputy by duty.
pub const PRIYA: &str = "priya.raman";
/// A contributor without any duty for security.
pub const THEO: &str = "theo.lindqvist";

/// The assessment being worked on.
pub const OPEN: &str = "AS-2027";
/// A risk of it that came forward with its rating, Moderate or lower.
pub const RATED: &str = "R-0001";
/// A risk of it that nobody rated.
pub const UNRATED: &str = "R-0002";

/// A workspace in a folder of its own.
pub struct Work {
    around: TempDir,
}

impl Work {
    pub fn new() -> Self {
        Self::with(|_| {})
    }

    /// With the assessment being worked on changed before it is stored.
    pub fn with(change: impl FnOnce(&mut Assessment)) -> Self {
        let mut content = begun();
        change(content.assessments.last_mut().unwrap());
        Self::of(content)
    }

    /// The sample as it is, with no assessment being worked on.
    pub fn sample() -> Self {
        Self::of(sample::content().unwrap())
    }

    pub fn of(content: Content) -> Self {
        let around = tempfile::tempdir().unwrap();
        let accounts = sample::accounts(&content, sample::PASSPHRASE);
        let first = provision::First { content, command: "workspace::import", imported_from: None };
        let folder = around.path().join("lakeside.riskwright");
        let (store, _) = provision::create(&folder, &accounts, first, KdfCost::new(8, 1, 1)).unwrap();
        store.close().unwrap();
        Self { around }
    }

    pub fn path(&self) -> PathBuf {
        self.around.path().join("lakeside.riskwright")
    }

    /// The store itself, for what no command does yet.
    pub fn store(&self) -> Store {
        Store::open(&self.path(), DANA, &SecretString::from(sample::PASSPHRASE)).unwrap().store
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

    /// Code of the error, and its wrong fields with their codes.
    #[track_caller]
    pub fn faults(&self, command: &str, request: Value) -> (String, Vec<String>) {
        let error = self.refused(command, request);
        let code = serde_json::to_value(error.code).unwrap();
        let fields = error.fields.iter().map(|field| format!("{} {}", field.field, field.code));
        (code.as_str().unwrap().to_owned(), fields.collect())
    }

    pub fn risk(&self, number: &str) -> Value {
        self.ok("risk::get", json!({ "number": number }))
    }

    /// Everything that an export holds.
    pub fn content(&self) -> String {
        self.ok("workspace::export", json!({}))["yaml"].as_str().unwrap().to_owned()
    }
}

/// Today as the clinic has it.
pub fn today() -> Date {
    civil_today("America/Chicago")
}

/// So many days from today.
pub fn in_days(days: i32) -> Date {
    today().checked_add(jiff::Span::new().days(days)).unwrap()
}

/// The row of a list with a value in a field.
#[track_caller]
pub fn row<'a>(rows: &'a Value, field: &str, value: &str) -> &'a Value {
    let pointer = format!("/{}", field.replace('.', "/"));
    let rows = rows.as_array().unwrap();
    rows.iter().find(|row| row.pointer(&pointer) == Some(&json!(value))).unwrap_or_else(|| panic!("{value}"))
}

/// The request with some fields changed.
pub fn with(mut request: Value, changes: &[(&str, Value)]) -> Value {
    for (field, value) in changes {
        request[*field] = value.clone();
    }
    request
}

/// The sample with its next assessment begun: the same inventory and threats, three risks, and no safeguards yet.
pub fn begun() -> Content {
    let mut content = sample::content().unwrap();
    let last = content.assessments.last().unwrap().clone();
    let mut risks: Vec<Risk> = last.risks.iter().take(3).cloned().collect();
    risks[0].acceptance = None;
    risks[0].carried = true;
    risks[1] = unrated(&risks[1]);
    content.assessments.push(Assessment {
        number: OPEN.into(),
        year: 2027,
        status: AssessmentStatus::InProgress,
        previous: Some(last.number.clone()),
        approvals: Vec::new(),
        answers: Vec::new(),
        risks,
        safeguards: Vec::new(),
        decisions: Vec::new(),
        ..last
    });
    content
}

fn unrated(risk: &Risk) -> Risk {
    Risk {
        residual: None,
        inherent: None,
        target: None,
        rationale: String::new(),
        rated_by: None,
        rated_on: None,
        status: RiskState::Identified,
        treatment: None,
        acceptance: None,
        ..risk.clone()
    }
}
