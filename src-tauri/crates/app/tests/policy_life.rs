//! Policies from the template into force and out of it, as each person would go through the commands.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod work;

use proptest::prelude::*;
use riskwright_app::exchange;
use riskwright_domain::approval::Capacity;
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::policy::{Policy, PolicyVersion, VersionStatus};
use riskwright_store::{Store, StoreError};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use work::{DANA, Desk, MIRIAM, PRIYA, THEO, Work, in_days, today};

const REASON: &str = "Because the rules of the house asked for it in November.";

/// A policy that the sample does not have.
const NEW: &str = "POL-08";

fn name(policy: &str, version: &str) -> Value {
    json!({ "policy": policy, "version": version })
}

fn gates(desk: &Desk, policy: &str, version: &str) -> Value {
    desk.ok("policy::gates", name(policy, version))
}

fn submit(policy: &str, version: &str) -> Value {
    json!({ "policy": policy, "version": version, "effective_from": today() })
}

fn approval(gates: &Value, capacity: &str) -> Value {
    json!({ "policy": gates["policy"], "version": gates["version"], "capacity": capacity,
        "statement": "I have read this version and approve it.", "content_hash": gates["content_hash"] })
}

/// Hands in, has approved and puts into force.
fn adopt(dana: &Desk, miriam: &Desk, policy: &str, version: &str) {
    let gates = dana.ok("policy::submit", submit(policy, version));
    dana.ok("policy::approve", approval(&gates, "security_official"));
    miriam.ok("policy::approve", approval(&gates, "executive"));
    dana.ok("policy::publish", name(policy, version));
}

fn policies(desk: &Desk) -> Vec<Policy> {
    exchange::read(&desk.content(), Catalogue::embedded()).unwrap().content.policies
}

fn version(desk: &Desk, policy: &str, number: &str) -> PolicyVersion {
    let policies = policies(desk);
    let policy = policies.iter().find(|one| one.number.as_str() == policy).unwrap();
    policy.version(number).unwrap().clone()
}

#[test]
fn a_policy_goes_from_its_template_into_force() {
    let work = Work::sample();
    let (dana, miriam) = (work.open(DANA), work.open(MIRIAM));
    let before = dana.ok("policy::coverage", json!({}));
    let drafted = dana.ok("policy::draft", json!({ "number": NEW }));
    assert_eq!(drafted["version"], "1.0");
    assert_eq!(
        dana.refused("policy::draft", json!({ "number": NEW })).code,
        riskwright_app::ErrorCode::Exists
    );
    let open = gates(&dana, NEW, "1.0");
    assert!(open["rows"].as_array().unwrap().iter().all(|row| row["warning"] == true), "{open:#}");
    assert_eq!(dana.faults("policy::publish", name(NEW, "1.0")).0, "frozen");

    let handed = dana.ok("policy::submit", submit(NEW, "1.0"));
    assert_eq!(handed["lacking"], json!(["security_official", "executive"]));
    assert_eq!(handed["may_approve"], json!(["security_official"]));
    dana.ok("policy::approve", approval(&handed, "security_official"));
    assert_eq!(dana.faults("policy::approve", approval(&handed, "executive")).0, "forbidden");
    assert_eq!(dana.faults("policy::publish", name(NEW, "1.0")).0, "frozen");
    let approved = miriam.ok("policy::approve", approval(&handed, "executive"));
    assert_eq!(approved["status"], "approved");
    let published = dana.ok("policy::publish", name(NEW, "1.0"));
    assert_eq!(published["status"], "effective");

    let after = dana.ok("policy::coverage", json!({}));
    let covered = |view: &Value| {
        let risks = view["coverage"]["risks"].as_array().unwrap();
        risks.iter().filter(|one| one["state"] == "covered").count()
    };
    assert!(covered(&after) > covered(&before));
    let item = json!("45 CFR 164.308(a)(5)(i)");
    assert!(before["safeguards_without_policy"].as_array().unwrap().contains(&item));
    assert!(!after["safeguards_without_policy"].as_array().unwrap().contains(&item));
}

#[test]
fn all_policies_that_the_clinic_needs_can_be_adopted_and_carry_every_item() {
    let work = Work::sample();
    let (dana, miriam) = (work.open(DANA), work.open(MIRIAM));
    let list = dana.ok("policy::recommend", json!({}));
    let policies = list["policies"].as_array().unwrap();
    let needed: Vec<&Value> = policies.iter().filter(|one| one["needed"] == true).collect();
    assert_eq!(needed.len(), 28);
    let missing = needed.iter().filter(|one| one.get("newest").is_none_or(Value::is_null));
    let missing: Vec<&str> = missing.map(|one| one["policy"].as_str().unwrap()).collect();
    assert!(missing.len() >= 15, "{missing:?}");
    for policy in missing {
        dana.ok("policy::draft", json!({ "number": policy }));
        adopt(&dana, &miriam, policy, "1.0");
    }
    let without = dana.ok("policy::coverage", json!({}))["safeguards_without_policy"].clone();
    assert_eq!(without, json!([]));
}

#[test]
fn what_is_with_the_approvers_does_not_change_and_can_be_sent_back() {
    let work = Work::sample();
    let (dana, miriam) = (work.open(DANA), work.open(MIRIAM));
    dana.ok("policy::draft", json!({ "number": NEW }));
    let handed = dana.ok("policy::submit", submit(NEW, "1.0"));
    dana.ok("policy::approve", approval(&handed, "security_official"));
    let save = |content: &PolicyVersion| {
        let revision = gates(&dana, NEW, "1.0")["revision"].clone();
        json!({ "policy": NEW, "content": content, "based_on_revision": revision })
    };
    let mut content = version(&dana, NEW, "1.0");
    content.purpose.push_str(" It is read to new workers.");
    assert_eq!(dana.faults("policy::save", save(&content)).0, "frozen");
    assert_eq!(dana.faults("policy::discard", name(NEW, "1.0")).0, "frozen");
    let short = json!({ "policy": NEW, "version": "1.0", "reason": "No." });
    assert_eq!(miriam.faults("policy::send_back", short).1, ["reason too_short"]);
    let back = miriam.ok("policy::send_back", json!({ "policy": NEW, "version": "1.0", "reason": REASON }));
    assert_eq!((&back["status"], &back["content_hash"]), (&json!("draft"), &Value::Null));
    let returned = version(&dana, NEW, "1.0");
    assert!(returned.approvals.is_empty() && returned.rejections[0].reason == REASON);
    dana.ok("policy::save", save(&content));
    let again = dana.ok("policy::submit", submit(NEW, "1.0"));
    assert_ne!(again["content_hash"], handed["content_hash"]);
    assert_eq!(miriam.faults("policy::approve", approval(&handed, "executive")).0, "conflict");
    assert_eq!(again["lacking"].as_array().unwrap().len(), 2, "an approval of other content is void");
}

#[test]
fn a_version_that_lacks_something_is_refused_with_each_place() {
    let work = Work::sample();
    let dana = work.open(DANA);
    dana.ok("policy::draft", json!({ "number": "POL-09" }));
    let mut content = version(&dana, "POL-09", "1.0");
    content.purpose = "Short.".to_owned();
    content.even_application = None;
    content.statements[0].risks.clear();
    content.statements[1].text = content.statements[1].text.replace(" shall ", " shall promptly ");
    content.timeframes.retain(|one| one.phase != riskwright_domain::policy::Phase::Address);
    let revision = gates(&dana, "POL-09", "1.0")["revision"].clone();
    dana.ok("policy::save", json!({ "policy": "POL-09", "content": content, "based_on_revision": revision }));
    let (code, fields) = dana.faults("policy::submit", submit("POL-09", "1.0"));
    assert_eq!(code, "invalid");
    for expected in [
        "/purpose purpose_short",
        "/even_application section_empty",
        "/statements/0/risks duty_alone",
        "/statements/1/text time",
    ] {
        assert!(fields.iter().any(|one| one == expected), "{expected}: {fields:?}");
    }
}

#[test]
fn the_next_version_begins_from_the_one_in_force_and_supersedes_it() {
    let work = Work::sample();
    let (dana, miriam) = (work.open(DANA), work.open(MIRIAM));
    let short = json!({ "number": "POL-04", "change_reason": "New." });
    assert_eq!(dana.faults("policy::begin", short).1, ["change_reason too_short"]);
    let begun = dana.ok("policy::begin", json!({ "number": "POL-04", "change_reason": REASON }));
    assert_eq!((&begun["version"], &begun["links_lost"]), (&json!("2.0"), &json!(0)));
    assert_eq!(
        dana.faults("policy::begin", json!({ "number": "POL-04", "change_reason": REASON })).0,
        "exists"
    );
    let mut content = version(&dana, "POL-04", "2.0");
    content.training.push_str(" New deputies are trained before their first week.");
    let revision = gates(&dana, "POL-04", "2.0")["revision"].clone();
    dana.ok("policy::save", json!({ "policy": "POL-04", "content": content, "based_on_revision": revision }));
    let compared = dana.ok("policy::compare", json!({ "policy": "POL-04", "from": "1.0", "to": "2.0" }));
    let sections: Vec<&str> =
        compared["sections"].as_array().unwrap().iter().map(|one| one["section"].as_str().unwrap()).collect();
    assert_eq!(sections, ["training"]);
    let added =
        compared["sections"][0]["words"].as_array().unwrap().iter().find(|one| one["side"] == "to").unwrap();
    assert!(added["text"].as_str().unwrap().contains("New deputies are trained"));
    adopt(&dana, &miriam, "POL-04", "2.0");
    let (old, new) = (version(&dana, "POL-04", "1.0"), version(&dana, "POL-04", "2.0"));
    assert_eq!((old.status, new.status), (VersionStatus::Superseded, VersionStatus::Effective));
    assert_eq!(old.effective_to, Some(today().yesterday().unwrap()));
}

#[test]
fn a_review_moves_the_next_and_a_retired_policy_ends_on_its_day() {
    let work = Work::sample();
    let dana = work.open(DANA);
    let late = json!({ "policy": "POL-04", "outcome": REASON, "next_review": in_days(400) });
    assert_eq!(dana.faults("policy::review", late).1, ["next_review out_of_range"]);
    dana.ok("policy::review", json!({ "policy": "POL-04", "outcome": REASON, "next_review": in_days(200) }));
    assert_eq!(version(&dana, "POL-04", "1.0").next_review, Some(in_days(200)));
    let end = json!({ "policy": "POL-04", "last_day": in_days(10), "reason": REASON });
    dana.ok("policy::retire", end);
    let retired = version(&dana, "POL-04", "1.0");
    assert_eq!((retired.status, retired.effective_to), (VersionStatus::Retired, Some(in_days(10))));
    assert!(retired.in_force_on(today()) && !retired.in_force_on(in_days(11)));
}

#[test]
fn a_draft_is_thrown_away_with_its_policy_if_it_was_the_only_one() {
    let dana = Work::sample().open(DANA);
    dana.ok("policy::draft", json!({ "number": NEW }));
    dana.ok("policy::discard", name(NEW, "1.0"));
    assert!(policies(&dana).iter().all(|one| one.number.as_str() != NEW));
    dana.ok("policy::draft", json!({ "number": NEW }));
}

#[test]
fn who_may_do_what() {
    let work = Work::sample();
    let (dana, priya, theo) = (work.open(DANA), work.open(PRIYA), work.open(THEO));
    priya.ok("policy::draft", json!({ "number": NEW }));
    let handed = priya.ok("policy::submit", submit(NEW, "1.0"));
    assert_eq!(handed["may_approve"], json!([]));
    for (desk, command, request) in [
        (&theo, "policy::publish", name(NEW, "1.0")),
        (&priya, "policy::retire", json!({ "policy": "POL-04", "last_day": in_days(9), "reason": REASON })),
        (&priya, "policy::approve", approval(&handed, "executive")),
    ] {
        assert_eq!(desk.faults(command, request).0, "forbidden", "{command}");
    }
    dana.ok("policy::approve", approval(&handed, "security_official"));
}

/// What somebody may do; each may be refused.
#[derive(Debug, Clone)]
enum Step {
    Begin,
    Edit(usize),
    Submit(i32),
    SendBack,
    Approve(bool, bool, bool),
    Publish,
    Review,
    Retire,
    Discard,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => Just(Step::Begin),
        2 => (0..4_usize).prop_map(Step::Edit),
        3 => (0..3_i32).prop_map(Step::Submit),
        1 => Just(Step::SendBack),
        6 => (any::<bool>(), any::<bool>(), prop::bool::weighted(0.9)).prop_map(|(who, capacity, fresh)| Step::Approve(who, capacity, fresh)),
        3 => Just(Step::Publish),
        1 => Just(Step::Review),
        1 => Just(Step::Retire),
        1 => Just(Step::Discard),
    ]
}

struct People {
    dana: Desk,
    miriam: Desk,
    store: Store,
}

impl People {
    /// As it is in the store: an export of everything after each step would take minutes.
    fn policy(&self) -> Policy {
        self.store.read::<_, StoreError>(|reader| reader.policy(&"POL-10".into())).unwrap().unwrap()
    }

    fn does(&self, step: &Step) {
        let dana = &self.dana;
        let newest = self.policy().newest().unwrap().clone();
        let number = newest.number.as_str();
        let tries = |desk: &Desk, command: &str, request: Value| {
            let _ = riskwright_app::call(&desk.app, command, request);
        };
        match step {
            Step::Begin => {
                tries(dana, "policy::begin", json!({ "number": "POL-10", "change_reason": REASON }))
            }
            Step::Edit(which) => {
                let revision = gates(dana, "POL-10", number)["revision"].clone();
                let request = json!({ "policy": "POL-10", "content": edited(newest, *which), "based_on_revision": revision });
                tries(dana, "policy::save", request);
            }
            Step::Submit(days) => {
                let request =
                    json!({ "policy": "POL-10", "version": number, "effective_from": in_days(*days) });
                tries(dana, "policy::submit", request);
            }
            Step::SendBack => {
                tries(
                    &self.miriam,
                    "policy::send_back",
                    json!({ "policy": "POL-10", "version": number, "reason": REASON }),
                );
            }
            Step::Approve(who, official, fresh) => {
                let mut gates = gates(dana, "POL-10", number);
                if !fresh {
                    gates["content_hash"] = json!("00".repeat(32));
                }
                let desk = if *who { dana } else { &self.miriam };
                let capacity = if *official { "security_official" } else { "executive" };
                tries(desk, "policy::approve", approval(&gates, capacity));
            }
            Step::Publish => tries(dana, "policy::publish", name("POL-10", number)),
            Step::Review => {
                tries(
                    dana,
                    "policy::review",
                    json!({ "policy": "POL-10", "outcome": REASON, "next_review": in_days(90) }),
                );
            }
            Step::Retire => {
                tries(
                    dana,
                    "policy::retire",
                    json!({ "policy": "POL-10", "last_day": in_days(1), "reason": REASON }),
                );
            }
            Step::Discard => tries(dana, "policy::discard", name("POL-10", number)),
        }
    }
}

/// A harmless change, and three that no version in force may have.
fn edited(mut version: PolicyVersion, which: usize) -> PolicyVersion {
    match which {
        0 => version.training.push_str(" It is repeated each year."),
        1 => version.statements[0].text = version.statements[0].text.replace(" shall ", " shall promptly "),
        2 => version.statements[0].risks.clear(),
        _ => version.even_application = None,
    }
    version
}

/// Every rule that the versions of a policy break.
fn broken(policy: &Policy, sealed: &mut BTreeMap<String, Value>) -> Vec<String> {
    let mut broken = Vec::new();
    for day in 0..5 {
        let in_force = policy.versions.iter().filter(|one| one.in_force_on(in_days(day))).count();
        if in_force > 1 {
            broken.push(format!("{in_force} versions in force in {day} days"));
        }
    }
    for one in policy.versions.iter().filter(|one| one.is_frozen()) {
        let hash = one.seal.as_ref().map(|seal| seal.content_hash.clone());
        let by = |capacity: Capacity| {
            one.approvals
                .iter()
                .find(|it| it.capacity == capacity && it.content_hash == hash)
                .map(|it| &it.by)
        };
        let (official, executive) = (by(Capacity::SecurityOfficial), by(Capacity::Executive));
        if hash.is_none() || official.is_none() || executive.is_none() || official == executive {
            broken.push(format!("{} was not approved by two", one.number));
        }
        let said = json!([
            one.purpose,
            one.statements,
            one.timeframes,
            one.training,
            one.even_application,
            one.effective_from
        ]);
        let first = sealed.entry(one.number.clone()).or_insert_with(|| said.clone());
        if *first != said {
            broken.push(format!("{} changed after approval", one.number));
        }
        if one.even_application.is_none()
            || one.statements.iter().any(|it| it.risks.is_empty() || it.text.contains("promptly"))
        {
            broken.push(format!("{} lacks what it must have", one.number));
        }
        let early = one.effective_from.is_none_or(|from| one.approvals.iter().any(|it| from < it.on));
        if one.status == VersionStatus::Effective && (early || one.next_review.is_none()) {
            broken.push(format!("{} has no days", one.number));
        }
    }
    broken
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 10,
        max_shrink_iters: 30,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_sequence_of_commands_makes_a_version_in_force_that_breaks_a_rule(
        steps in proptest::collection::vec(step(), 4..22),
    ) {
        let work = Work::sample();
        let people = People { dana: work.open(DANA), miriam: work.open(MIRIAM), store: work.store() };
        let mut sealed = BTreeMap::new();
        for (at, step) in steps.iter().enumerate() {
            people.does(step);
            prop_assert_eq!(broken(&people.policy(), &mut sealed), Vec::<String>::new(), "after {:?}", &steps[..=at]);
        }
    }
}
