//! The JSON of the check as others script it.

use crate::builder::{D, E, TODAY, practice, run, supported, version};
use serde_json::Value;

#[test]
fn the_fields_of_the_command_line_are_there_with_their_words() {
    let mut content = supported();
    version(&mut content).timeframes.truncate(1);
    practice(&mut content, D).risks.clear();
    let json = serde_json::to_value(run(&content, D, TODAY)).unwrap();
    assert_eq!(json["practice"], "PR-0001");
    assert_eq!(json["path"], "d");
    assert_eq!(json["on"], "2026-11-21");
    assert_eq!(json["rule_edition"], "171.203/2020-11-04");
    assert_eq!(json["conclusion"], "not_supported");
    let row = |id: &str| -> Value {
        json["criteria"].as_array().unwrap().iter().find(|one| one["id"] == id).unwrap().clone()
    };
    let fault = row("SE-d4-respond-time");
    assert_eq!(fault["paragraph"], "171.203(d)(4)");
    assert_eq!(fault["basis"], "reading");
    assert_eq!(fault["result"], "not_met");
    assert_eq!(fault["waits_for"], serde_json::json!([]));
    assert!(fault["fix"].as_str().unwrap().starts_with("Give POL-25 v1.0 a timeframe for responding"));
    let place = serde_json::json!({"kind": "policy_timeframes", "policy": "POL-25", "version": "1.0", "phase": "respond"});
    assert_eq!(fault["fix_target"], place);
    assert_eq!(
        row("SE-b-2")["waits_for"],
        serde_json::json!(["SE-a-2"]),
        "the root, not what stands between"
    );
    assert_eq!(row("SE-b-2")["result"], "not_applicable");
}

#[test]
fn an_unchosen_path_is_null() {
    let mut content = supported();
    practice(&mut content, E).basis = None;
    let json = serde_json::to_value(run(&content, E, TODAY)).unwrap();
    assert!(json["path"].is_null() && json.as_object().unwrap().contains_key("path"));
    assert_eq!(json["conclusion"], "not_assessed");
}

#[test]
fn a_check_reads_back_as_it_was_written() {
    for number in [D, E] {
        let check = run(&supported(), number, TODAY);
        let text = serde_json::to_string(&check).unwrap();
        let back: riskwright_domain::practice::check::Check = serde_json::from_str(&text).unwrap();
        assert_eq!(back, check);
    }
}

#[test]
fn the_words_of_a_supported_check() {
    let lines = |number: &str| {
        let check = run(&supported(), number, TODAY);
        let rows = check
            .criteria
            .iter()
            .map(|one| format!("{:<22} {} {:?}", one.id.as_str(), one.explanation, one.evidence));
        rows.collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!("policy", lines(D));
    insta::assert_snapshot!("case", lines(E));
}
