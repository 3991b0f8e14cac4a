//! A new workspace with people in it, reached through the command table, and clocks that go when they are told to.

#![allow(dead_code)] // Each subject uses a part.

use jiff::{SignedDuration, Timestamp};
use riskwright_app::idle::Clock;
use riskwright_app::{App, CommandError, call};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tempfile::TempDir;

pub const DANA: &str = "the passphrase of Dana";
pub const LEE: &str = "the passphrase of Lee Park";

/// Two clocks that go when they are told to.
pub struct Hands(Mutex<(Timestamp, Duration)>);

impl Hands {
    pub fn go(&self, wall: i64, steady: u64) {
        let mut hands = self.0.lock().unwrap();
        hands.0 = hands.0.checked_add(SignedDuration::from_secs(wall)).unwrap();
        hands.1 += Duration::from_secs(steady);
    }
}

impl Clock for Hands {
    fn now(&self) -> Timestamp {
        self.0.lock().unwrap().0
    }

    fn steady(&self) -> Duration {
        self.0.lock().unwrap().1
    }
}

/// A new workspace with Dana as its security official, open.
pub struct Clinic {
    pub app: App,
    pub clock: Arc<Hands>,
    pub path: PathBuf,
    pub recovery: String,
    pub around: TempDir,
}

impl Clinic {
    pub fn new() -> Self {
        let around = tempfile::tempdir().unwrap();
        let clock = Arc::new(Hands(Mutex::new((Timestamp::now(), Duration::from_secs(1000)))));
        let memory = around.path().join("memory");
        fs::create_dir(&memory).unwrap();
        let app = App::with_clock(Some(memory), clock.clone());
        let path = around.path().join("Clinic.riskwright");
        let new = json!({ "path": path, "organization": "Quartz Clinic", "name": "Dana Ruiz", "login": "dana", "passphrase": DANA });
        let done = call(&app, "workspace::new", new).unwrap();
        let recovery = done["recovery_key"].as_str().unwrap().to_owned();
        let clinic = Self { app, clock, path, recovery, around };
        clinic.open("dana", DANA).unwrap();
        clinic
    }

    /// With Lee, who has some access.
    pub fn with_lee(access: &[&str]) -> Self {
        let clinic = Self::new();
        clinic.add_lee(access).unwrap();
        clinic
    }

    pub fn add_lee(&self, access: &[&str]) -> Result<Value, CommandError> {
        let account = json!({ "login": "lee", "access": access, "passphrase": LEE });
        let lee = json!({ "name": "Lee Park", "title": "Director", "function": "administration", "account": account });
        call(&self.app, "person::add", lee)
    }

    pub fn call(&self, name: &str, request: Value) -> Value {
        call(&self.app, name, request).unwrap_or_else(|error| panic!("{name}: {error:?}"))
    }

    pub fn refused(&self, name: &str, request: Value) -> CommandError {
        call(&self.app, name, request).expect_err(name)
    }

    pub fn open(&self, login: &str, passphrase: &str) -> Result<Value, CommandError> {
        call(
            &self.app,
            "workspace::open",
            json!({ "path": self.path, "login": login, "passphrase": passphrase }),
        )
    }

    pub fn close(&self) {
        self.call("workspace::close", json!({}));
    }

    pub fn events(&self, command: &str) -> Vec<Value> {
        let list = self.call("audit::list", json!({ "limit": 500 }));
        let lines = list["lines"].as_array().unwrap().iter();
        lines.filter(|line| line["command"] == command).cloned().collect()
    }

    pub fn row(&self, number: &str) -> Value {
        let list = self.call("person::list", json!({}));
        list["people"]
            .as_array()
            .unwrap()
            .iter()
            .find(|row| row["person"]["number"] == number)
            .unwrap()
            .clone()
    }
}
