//! An approved text that is no longer what was sealed is named, and supports nothing any more.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod clinic;

use clinic::{Clinic, DANA, Desk};
use riskwright_app::sample::PASSPHRASE;
use riskwright_domain::policy::PolicyVersion;
use riskwright_store::{Act, Store};
use secrecy::SecretString;
use serde_json::{Value, json};

/// Changes a version as nobody can who goes through a command: a row with its line in the trail.
fn change(clinic: &Clinic, policy: &str, change: impl FnOnce(&mut PolicyVersion)) {
    let mut store = Store::open(&clinic.path(), DANA, &SecretString::from(PASSPHRASE)).unwrap().store;
    let act = Act { command: "policy::save_statement", by: DANA, at: jiff::Timestamp::now() };
    let written: Result<(), riskwright_store::StoreError> = store.write(&act, |writer| {
        let mut version = writer.policy_version(&policy.into(), "1.0")?.unwrap();
        assert!(version.is_frozen() && version.seal.is_some(), "{policy}");
        change(&mut version);
        writer.put_policy_version(&policy.into(), &version)?;
        Ok(())
    });
    written.unwrap();
    store.close().unwrap();
}

/// Number of a practice that rests on this policy and whose documentation supports the conditions.
fn supported(desk: &Desk, policy: &str) -> String {
    let list = desk.ok("practice::list", json!({}));
    let rests = json!(format!("{policy} version 1.0"));
    let rows = list["practices"].as_array().unwrap().iter();
    let found = rows.clone().find(|row| row["rests_on"] == rests && row["conclusion"] == "supported");
    found.unwrap_or_else(|| panic!("{list}"))["number"].as_str().unwrap().to_owned()
}

fn in_writing(check: &Value) -> &Value {
    check["criteria"].as_array().unwrap().iter().find(|one| one["id"] == "SE-d1-1").unwrap()
}

#[test]
fn a_text_changed_after_its_approval_is_named_and_supports_nothing() {
    let clinic = Clinic::new();
    let desk = clinic.open(DANA);
    assert_eq!(desk.ok("audit::verify", json!({}))["breaks"], json!([]));
    let number = supported(&desk, "POL-25");
    let check = || desk.ok("practice::check", json!({ "number": number }));
    assert_eq!(in_writing(&check())["result"], "met");

    change(&clinic, "POL-25", |version| version.statements[0].text.push_str(" Or not."));

    let verified = desk.ok("audit::verify", json!({}));
    assert_eq!(verified["holds"], false);
    assert_eq!(verified["breaks"], json!([{ "code": "seal", "policy": "POL-25", "version": "1.0" }]));
    let check = check();
    assert_eq!(check["conclusion"], "not_supported", "{check}");
    assert_eq!(in_writing(&check)["result"], "not_met");
    let listed = desk.ok("practice::list", json!({}));
    let row = listed["practices"].as_array().unwrap().iter().find(|row| row["number"] == *number).unwrap();
    assert_eq!(row["conclusion"], "not_supported", "the list says the same");
    let policy = desk.ok("policy::get", json!({ "number": "POL-25" }));
    let practices = policy["practices"].as_array().unwrap();
    let practice = practices.iter().find(|one| one["number"] == *number).unwrap();
    assert_eq!(practice["conclusion"], "not_supported", "and so does the policy");
}

#[test]
fn what_comes_after_the_approval_leaves_the_seal_whole() {
    let clinic = Clinic::new();
    let desk = clinic.open(DANA);
    change(&clinic, "POL-25", |version| version.next_review = Some(jiff::civil::date(2030, 1, 1)));
    assert_eq!(desk.ok("audit::verify", json!({}))["breaks"], json!([]));
    supported(&desk, "POL-25");
}

#[test]
fn a_broken_seal_is_named_even_where_no_practice_rests_on_the_policy() {
    let clinic = Clinic::new();
    let desk = clinic.open(DANA);
    let list = desk.ok("practice::list", json!({})).to_string();
    let sealed = |policy: &&Value| policy["status"] == "effective" && policy["version"] == "1.0";
    let policies = desk.ok("policy::list", json!({}));
    let rows = policies["policies"].as_array().unwrap().iter().filter(sealed);
    let unused = |number: &&str| !list.contains(&format!("{number} version"));
    let policy = rows.map(|row| row["number"].as_str().unwrap()).find(unused).expect("a policy of its own");
    change(&clinic, policy, |version| version.statements[0].text.push_str(" Or not."));
    let breaks = desk.ok("audit::verify", json!({}))["breaks"].clone();
    assert_eq!(breaks, json!([{ "code": "seal", "policy": policy, "version": "1.0" }]));
}
