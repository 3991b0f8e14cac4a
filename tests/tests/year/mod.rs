//! What the officer writes down before sitting at the program, and the acts that enter it.

#![allow(dead_code)] // Each subject uses a part.

use riskwright_app::{App, CommandError, call, sample};
use riskwright_domain::assessment::Assessment;
use riskwright_domain::number::RiskNumber;
use riskwright_domain::risk::Level;
use riskwright_domain::workspace::Content;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use tempfile::TempDir;

const OFFICIAL: &str = "dana.whitfield";
const EXECUTIVE: &str = "miriam.okafor";

/// The sample's own assessment, as if it were on paper.
pub struct Paper {
    content: Content,
}

impl Paper {
    pub fn of_the_sample() -> Self {
        Self { content: sample::content().unwrap() }
    }

    fn assessment(&self) -> &Assessment {
        &self.content.assessments[0]
    }
}

/// A session of one person.
pub struct Desk {
    app: App,
}

impl Desk {
    #[track_caller]
    pub fn ok(&self, command: &str, request: Value) -> Value {
        call(&self.app, command, request.clone())
            .unwrap_or_else(|error| panic!("{command}: {error:#?}\n{request}"))
    }

    #[track_caller]
    pub fn refused(&self, command: &str, request: Value) -> CommandError {
        call(&self.app, command, request).expect_err(command)
    }
}

/// A workspace in its first years.
pub struct Year {
    around: TempDir,
    pub official: Desk,
    pub executive: Desk,
}

/// A threat that a frozen assessment refuses.
pub fn no_threat() -> Value {
    json!({ "threat": "T-001", "answer": "unsure", "based_on_revision": 1 })
}

/// A day so many days from today, in the organization's zone.
fn day(offset: i32) -> String {
    use jiff::ToSpan;
    let today = jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::get("America/Chicago").unwrap()).date();
    today.checked_add(offset.days()).unwrap().to_string()
}

impl Year {
    /// A new workspace with the people and the evidence of the paper, and a blank assessment.
    pub fn begin(paper: &Paper) -> Self {
        let around = tempfile::tempdir().unwrap();
        let path = around.path().join("clinic.riskwright");
        let official = Desk { app: App::new(None) };
        official.ok(
            "workspace::new",
            json!({
                "path": path, "organization": paper.content.organization.name, "name": "Dana Whitfield",
                "login": OFFICIAL, "passphrase": sample::PASSPHRASE,
            }),
        );
        let open = |login: &str| json!({ "path": path, "login": login, "passphrase": sample::PASSPHRASE });
        official.ok("workspace::open", open(OFFICIAL));
        for person in paper.content.people.iter().skip(1) {
            let account = person.login.as_ref().map(
                |login| json!({ "login": login, "access": person.access, "passphrase": sample::PASSPHRASE }),
            );
            let account = account.filter(|_| person.login.as_deref() == Some(EXECUTIVE));
            let added = official.ok(
                "person::add",
                json!({ "name": person.name, "title": person.title, "function": person.function, "account": account }),
            );
            assert_eq!(added["person"]["number"], json!(person.number), "{added}");
        }
        for item in &paper.content.evidence {
            official.ok(
                "evidence::add",
                json!({ "title": item.title, "kind": item.kind, "on": item.on, "reference": item.reference }),
            );
        }
        let executive = Desk { app: App::new(None) };
        executive.ok("workspace::open", open(EXECUTIVE));
        Self { around, official, executive }
    }

    pub fn describe_the_organization(&self, paper: &Paper) {
        let before = self.official.ok("organization::get", json!({}));
        let organization = &paper.content.organization;
        let request = json!({ "organization": organization, "based_on_revision": before["revision"] });
        self.official.ok("organization::save", request);
        let begun = self
            .official
            .ok("assessment::begin", json!({ "year": 2026, "kind": "annual", "scope": "The whole clinic." }));
        assert_eq!(begun, json!({ "number": "AS-2026", "to_confirm": 0 }));
    }

    pub fn list_where_ephi_is(&self, paper: &Paper) {
        let revision = || self.official.ok("inventory::get", json!({}))["revision"].clone();
        for vendor in &paper.assessment().vendors {
            let mut vendor = json!(vendor);
            let number = std::mem::replace(&mut vendor["number"], json!(""));
            let after = self
                .official
                .ok("inventory::save_vendor", json!({ "vendor": vendor, "based_on_revision": revision() }));
            assert_eq!(after["vendors"].as_array().unwrap().last().unwrap()["number"], number);
        }
        for asset in &paper.assessment().assets {
            let mut asset = json!(asset);
            let number = std::mem::replace(&mut asset["number"], json!(""));
            asset["id"] = json!(uuid_nil());
            let saved =
                self.official.ok("inventory::save_asset", json!({ "asset": asset, "based_on_revision": 0 }));
            assert_eq!(saved["number"], number);
        }
        for flow in &paper.assessment().flows {
            self.official
                .ok("inventory::save_flow", json!({ "flow": flow, "based_on_revision": revision() }));
        }
    }

    pub fn answer_the_questions(&self, paper: &Paper) {
        let path = self.official.ok("assessment::path", json!({}));
        let asked: Vec<&Value> = path["factors"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|one| one["questions"].as_array().unwrap())
            .collect();
        assert_eq!(asked.len(), 56);
        for answer in &paper.assessment().answers {
            let question = asked
                .iter()
                .find(|one| one["question"]["id"] == json!(answer.question))
                .expect("every question is asked");
            // What records answer has at most the mark that the list is complete.
            let by_records = question["answered_in"].is_string();
            if by_records && !answer.complete {
                continue;
            }
            self.official.ok(
                "assessment::answer",
                json!({
                    "question": answer.question, "answer": answer.answer, "choices": answer.choices,
                    "rows": answer.rows, "complete": answer.complete, "not_applicable": answer.not_applicable,
                    "evidence": answer.evidence, "based_on_revision": 0,
                }),
            );
        }
    }

    pub fn decide_the_threats(&self, paper: &Paper) {
        for one in &paper.assessment().threats {
            let request = json!({
                "threat": one.threat, "answer": one.answer, "reason": one.reason, "based_on_revision": 0,
            });
            self.official.ok("threat::decide", request);
        }
        let list = self.official.ok("threat::list", json!({}));
        assert!(list["threats"].as_array().unwrap().iter().all(|row| row["answer"].is_string()));
        let proposals = self.official.ok("threat::propose", json!({}));
        assert!(!proposals["proposals"].as_array().unwrap().is_empty());
    }

    /// The numbers that the program gave, by those of the paper.
    pub fn put_risks_into_the_register(&self, paper: &Paper) -> BTreeMap<RiskNumber, String> {
        let risks = &paper.assessment().risks;
        let new: Vec<Value> = risks
            .iter()
            .map(|risk| {
                json!({
                    "threat": risk.threat, "asset": risk.asset, "vulnerabilities": risk.vulnerabilities,
                    "conditions": risk.predisposing_conditions, "effect": risk.effect,
                })
            })
            .collect();
        let added = self.official.ok("threat::add_risks", json!({ "risks": new }));
        let numbers = added["numbers"].as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_owned());
        let list = self.official.ok("risk::list", json!({}));
        assert!(
            list["risks"].as_array().unwrap().iter().all(|row| row["level"].is_null()),
            "nothing is pre-rated"
        );
        risks.iter().map(|risk| risk.number.clone()).zip(numbers).collect()
    }

    pub fn rate_the_risks(&self, paper: &Paper, numbers: &BTreeMap<RiskNumber, String>) {
        for risk in &paper.assessment().risks {
            let number = &numbers[&risk.number];
            let values = risk.residual.unwrap();
            let rated = self.official.ok(
                "risk::save",
                json!({
                    "number": number, "initiation": values.initiation, "adverse": values.adverse,
                    "impact": values.impact, "rationale": risk.rationale, "based_on_revision": 1,
                }),
            );
            assert_eq!(rated["row"]["level"], json!(risk.level()), "{number}");
            self.official.ok(
                "risk::save_facts",
                json!({
                    "number": number, "vulnerabilities": risk.vulnerabilities,
                    "predisposing_conditions": risk.predisposing_conditions, "effect": risk.effect,
                    "controls": risk.controls, "owner": risk.owner, "inherent": risk.inherent, "target": risk.target,
                    "evidence": risk.evidence, "based_on_revision": rated["revision"],
                }),
            );
        }
    }

    /// A plan for each High one and for those that the paper plans; what is above tolerance and has none is accepted.
    pub fn plan_and_accept(&self, paper: &Paper, numbers: &BTreeMap<RiskNumber, String>) {
        let mut accepted = 0;
        for risk in &paper.assessment().risks {
            let number = &numbers[&risk.number];
            let revision = self.official.ok("risk::get", json!({ "number": number }))["revision"].clone();
            let planned = risk.treatment.as_ref().map_or("Set with the board.", |plan| &plan.plan);
            if risk.level() >= Some(Level::High) || risk.treatment.is_some() {
                let treat = json!({
                    "number": number, "option": "mitigate", "plan": planned, "owner": risk.owner, "due": day(60),
                    "cost_once": 900, "cost_yearly": 0, "based_on_revision": revision,
                });
                self.official.ok("risk::treat", treat);
            } else if risk.acceptance.is_some() {
                let accept = json!({
                    "number": number, "reason": "It costs more to lower than it could harm.", "expires": day(25),
                    "based_on_revision": revision,
                });
                self.executive.ok("risk::accept", accept);
                accepted += 1;
            }
        }
        assert!(accepted > 0);
    }

    pub fn state_the_safeguards(&self, paper: &Paper) {
        for one in &paper.assessment().safeguards {
            let mut status = json!(one);
            status["policies"] = json!([]);
            let saved =
                self.official.ok("safeguard::save", json!({ "status": status, "based_on_revision": 0 }));
            assert_eq!(saved["number"], json!(one.safeguard));
        }
        let list = self.official.ok("safeguard::list", json!({}));
        assert_eq!(list["items"].as_array().unwrap().len(), 68);
    }

    pub fn decide_the_addressable_ones(&self, paper: &Paper, numbers: &BTreeMap<RiskNumber, String>) {
        let risk = numbers.values().next().unwrap();
        let mut specifications = Vec::new();
        for one in &paper.assessment().decisions {
            let mut decision = json!(one);
            decision["policy"] = Value::Null;
            decision["approval"] = Value::Null;
            decision["risks"] = json!([risk]);
            decision["review_on"] = json!(day(300));
            if one.reasonable {
                decision["implemented_by"] = json!(day(0));
            }
            self.official.ok("safeguard::decide", json!({ "decision": decision, "based_on_revision": 0 }));
            specifications.push(one.specification.clone());
        }
        let statement = "I weighed the four factors and decided as written.";
        let list = self
            .official
            .ok("safeguard::approve", json!({ "specifications": specifications, "statement": statement }));
        let approved = list["items"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|row| row["decision"]["approval"].is_object())
            .count();
        assert_eq!(approved, specifications.len());
    }

    pub fn say_what_it_rests_on(&self, paper: &Paper) {
        let revision = self.official.ok("assessment::get", json!({}))["revision"].clone();
        let one = paper.assessment();
        self.official.ok(
            "assessment::save",
            json!({
                "scope": one.scope, "assessors": one.assessors, "sources": one.sources, "open_items": one.open_items,
                "due": day(30), "based_on_revision": revision,
            }),
        );
    }

    pub fn submit_and_approve(&self) -> Value {
        let view = self.official.ok("assessment::submit", json!({}));
        assert_eq!(view["status"], "in_review");
        let seen = self.executive.ok("assessment::get", json!({}));
        assert_eq!(seen["content_hash"], view["content_hash"]);
        let statement = "I have reviewed this assessment and approve it.";
        let approve =
            |hash: &Value| json!({ "capacity": "executive", "statement": statement, "content_hash": hash });
        self.executive.refused("assessment::approve", approve(&json!("00".repeat(32))));
        self.executive.ok("assessment::approve", approve(&seen["content_hash"]))
    }

    pub fn carry_forward(&self) -> Value {
        self.official
            .ok("assessment::begin", json!({ "year": 2027, "kind": "annual", "previous": "AS-2026" }))
    }

    /// A new system, a worse risk, a better one, one that closed, a safeguard with less in place.
    pub fn change_five_things(&self) -> Vec<(String, String)> {
        let rows = self.official.ok("risk::list", json!({}))["risks"].clone();
        let rows = rows.as_array().unwrap();
        let low: Vec<&str> = rows
            .iter()
            .filter(|row| row["level"] == "low")
            .map(|row| row["number"].as_str().unwrap())
            .collect();
        let moderate =
            rows.iter().find(|row| row["level"] == "moderate").unwrap()["number"].as_str().unwrap();
        let (worse, closed) = (low[0], low[1]);
        self.rerate(worse, "very_high", "very_high", "high");
        self.rerate(moderate, "very_low", "very_low", "low");
        let revision = self.official.ok("risk::get", json!({ "number": closed }))["revision"].clone();
        let reason = "The machine was taken out of use in March.";
        self.official
            .ok("risk::close", json!({ "number": closed, "reason": reason, "based_on_revision": revision }));
        let asset = self.add_a_system();
        let safeguard = self.lose_a_safeguard();
        let mut expected = vec![
            ("better".to_owned(), moderate.to_owned()),
            ("closed".to_owned(), closed.to_owned()),
            ("new".to_owned(), asset),
            ("worse".to_owned(), safeguard),
            ("worse".to_owned(), worse.to_owned()),
        ];
        expected.sort();
        expected
    }

    fn rerate(&self, number: &str, initiation: &str, adverse: &str, impact: &str) {
        let risk = self.official.ok("risk::get", json!({ "number": number }));
        let impact = json!({ "c": impact, "i": impact, "a": impact });
        let saved = self.official.ok(
            "risk::save",
            json!({
                "number": number, "initiation": initiation, "adverse": adverse, "impact": impact,
                "rationale": "Rated anew with what the logs of this year show.", "based_on_revision": risk["revision"],
            }),
        );
        // A High one needs its plan before the assessment can be approved; the target has to fit the new values.
        let fresh = self.official.ok("risk::get", json!({ "number": number }));
        if saved["row"]["level"] == "high" || saved["row"]["level"] == "very_high" {
            let treat = json!({
                "number": number, "option": "mitigate", "plan": "Replace it.", "owner": fresh["risk"]["owner"],
                "due": day(20), "based_on_revision": fresh["revision"],
            });
            self.official.ok("risk::treat", treat);
        } else if fresh["risk"]["target"].is_object() {
            let risk = &fresh["risk"];
            let list = |name: &str| risk.get(name).cloned().unwrap_or_else(|| json!([]));
            self.official.ok(
                "risk::save_facts",
                json!({
                    "number": number, "vulnerabilities": list("vulnerabilities"),
                    "predisposing_conditions": list("predisposing_conditions"), "effect": risk["effect"],
                    "controls": list("controls"), "owner": risk["owner"], "inherent": risk.get("inherent"),
                    "evidence": list("evidence"), "based_on_revision": fresh["revision"],
                }),
            );
        }
    }

    fn add_a_system(&self) -> String {
        let level = json!({ "c": "low", "i": "low", "a": "low" });
        let asset = json!({
            "number": "", "name": "Appointment reminder service", "kind": "hosted_service", "owner": "P-004",
            "information": ["appointment times"], "records": 9800, "criticality": level, "recovery": "low",
            "no_risk_reason": "It holds a first name and a time, and is looked at with the vendor review in May.",
        });
        let saved =
            self.official.ok("inventory::save_asset", json!({ "asset": asset, "based_on_revision": 0 }));
        saved["number"].as_str().unwrap().to_owned()
    }

    fn lose_a_safeguard(&self) -> String {
        let list = self.official.ok("safeguard::list", json!({}));
        let row = list["items"]
            .as_array()
            .unwrap()
            .iter()
            .find(|row| row["status"]["status"] == "in_place" && row["mark"] == "Required")
            .unwrap()
            .clone();
        let mut status = row["status"].clone();
        status["status"] = json!("partial");
        status["owner"] = json!("P-004");
        status["due"] = json!(day(45));
        self.official
            .ok("safeguard::save", json!({ "status": status, "based_on_revision": row["status_revision"] }));
        row["safeguard"]["citation"].as_str().unwrap().to_owned()
    }

    pub fn confirm_the_rest(&self) {
        let waiting = self.official.ok("assessment::get", json!({}))["to_confirm"].clone();
        let left = self.official.ok("assessment::confirm", json!({ "records": waiting }));
        assert_eq!(left["to_confirm"], json!([]));
    }
}

fn uuid_nil() -> &'static str {
    "00000000-0000-0000-0000-000000000000"
}
