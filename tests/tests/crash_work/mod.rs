//! What the process that is killed was asked to do, and what must be there afterwards.

use riskwright_app::{App, call};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// SplitMix64: the same moments and commands from the same seed.
pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % limit
    }
}

/// The passphrase that holds, and the one that may.
pub struct Passphrases {
    known: String,
    asked: Option<String>,
}

impl Passphrases {
    pub fn known(&self) -> &str {
        &self.known
    }

    pub fn possible(&self) -> Vec<String> {
        [Some(self.known.clone()), self.asked.clone()].into_iter().flatten().collect()
    }

    pub fn holds(&mut self, passphrase: &str) {
        passphrase.clone_into(&mut self.known);
        self.asked = None;
    }
}

/// The state of one thing: what was answered last, and what was asked since.
#[derive(Default)]
struct Known {
    answered: Option<String>,
    asked: Option<String>,
    revision: i64,
}

/// The work of all runs on one workspace.
pub struct Work {
    pub passphrases: Passphrases,
    risks: BTreeMap<String, Known>,
    evidence: Vec<(String, String)>,
    asked: Asked,
    step: u64,
}

enum Asked {
    Nothing,
    Risk(String),
    Passphrase(String),
    Evidence(String),
    Document,
}

const RISKS: u64 = 8;

impl Work {
    pub fn new() -> Self {
        let known = riskwright_app::sample::PASSPHRASE.to_owned();
        let passphrases = Passphrases { known, asked: None };
        let asked = Asked::Nothing;
        Self { passphrases, risks: BTreeMap::new(), evidence: Vec::new(), asked, step: 0 }
    }

    /// The next line for `riskwright call`.
    pub fn next(&mut self, random: &mut Random) -> Value {
        self.step += 1;
        match random.below(10) {
            0 => self.passphrase(),
            1 => self.document(),
            2 => self.evidence(random),
            _ => self.risk(random),
        }
    }

    fn risk(&mut self, random: &mut Random) -> Value {
        let number = format!("R-{:04}", random.below(RISKS) + 1);
        let rationale = format!("Rated in step {} of a process that is killed.", self.step);
        let known = self.risks.entry(number.clone()).or_default();
        known.asked = Some(rationale.clone());
        // The sample's rows are in their first revision.
        let revision = known.revision.max(1);
        self.asked = Asked::Risk(number.clone());
        let level = ["very_low", "low", "moderate", "high", "very_high"][random.below(5) as usize];
        json!({ "command": "risk::save", "request": {
            "number": number, "initiation": level, "adverse": "moderate",
            "impact": { "c": level, "i": "low", "a": "low" },
            "rationale": rationale, "based_on_revision": revision,
        }})
    }

    fn passphrase(&mut self) -> Value {
        let new = format!("passphrase of step {}", self.step);
        self.passphrases.asked = Some(new.clone());
        self.asked = Asked::Passphrase(new.clone());
        json!({ "command": "person::change_passphrase",
            "request": { "current": self.passphrases.known, "passphrase": new } })
    }

    fn document(&mut self) -> Value {
        self.asked = Asked::Document;
        json!({ "command": "document::write", "request": { "policy": "POL-25" } })
    }

    fn evidence(&mut self, random: &mut Random) -> Value {
        let title = format!("Evidence of step {}", self.step);
        self.asked = Asked::Evidence(title.clone());
        let base64 = "UmlzayB3cml0ZXI=".repeat(random.below(20_000) as usize + 1);
        // Padding may stand at the end alone.
        let base64 = base64.replace('=', "A");
        json!({ "command": "evidence::add", "request": {
            "title": title, "kind": "record", "on": "2026-11-20", "reference": "Kept by the test.",
            "file": { "name": format!("step-{}.txt", self.step), "base64": base64 },
        }})
    }

    /// Takes the answer to the line that was asked last.
    pub fn answered(&mut self, answer: &Value) {
        let ok = answer.get("ok").unwrap_or_else(|| panic!("step {}: {answer}", self.step));
        match std::mem::replace(&mut self.asked, Asked::Nothing) {
            Asked::Risk(number) => {
                let known = self.risks.get_mut(&number).unwrap();
                known.answered = known.asked.take();
                known.revision = ok["revision"].as_i64().unwrap();
            }
            Asked::Passphrase(new) => self.passphrases.holds(&new),
            Asked::Evidence(title) => {
                let number = ok["evidence"]["number"].as_str().unwrap().to_owned();
                self.evidence.push((number, title));
            }
            Asked::Document | Asked::Nothing => {}
        }
    }

    /// Fails unless everything that was answered is there; what was only asked may be.
    pub fn compare(&mut self, app: &App, place: &str) {
        for (number, known) in &mut self.risks {
            let detail = call(app, "risk::get", json!({ "number": number })).unwrap();
            let found = detail["risk"]["rationale"].as_str().unwrap().to_owned();
            known.revision = detail["revision"].as_i64().unwrap();
            let asked = known.asked.take();
            if asked.as_ref() == Some(&found) {
                known.answered = asked;
            }
            if let Some(answered) = &known.answered {
                assert_eq!(&found, answered, "{place}: {number}");
            }
        }
        let list = call(app, "evidence::list", json!({})).unwrap();
        for (number, title) in &self.evidence {
            let row =
                list["items"].as_array().unwrap().iter().find(|row| row["evidence"]["number"] == **number);
            let row = row.unwrap_or_else(|| panic!("{place}: {number} is gone"));
            assert_eq!(row["evidence"]["title"], json!(title), "{place}");
            assert_eq!(row["stored"], json!(true), "{place}: the file of {number}");
        }
    }
}
