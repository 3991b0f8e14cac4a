//! The rule of what a restore leaves alone, case by case.

use super::*;
use serde_json::json;

fn difference(kind: Kind, id: &str, now: Option<Value>, then: Option<Value>) -> Difference {
    Difference { kind, id: id.to_owned(), now, then }
}

fn new(kind: Kind, id: &str) -> Difference {
    difference(kind, id, Some(json!({ "title": id })), None)
}

fn changed(kind: Kind, id: &str, now: Value, then: Value) -> Difference {
    difference(kind, id, Some(now), Some(then))
}

fn approved(ids: &[&str]) -> Shield {
    let kind = |id: &str| if id.contains('/') { "policy_version" } else { "assessment" };
    let approved = ids.iter().map(|id| RecordName::new(kind(id), *id)).collect();
    Shield { approved, ..Shield::default() }
}

/// Ids that are put back, and those that stay with their reason.
fn outcome(differences: Vec<Difference>, shield: &Shield) -> (Vec<String>, Vec<(String, &'static str)>) {
    let Plan { put_back, stays } = plan(differences, shield);
    let put_back = put_back.into_iter().map(|one| one.id).collect();
    (put_back, stays.into_iter().map(|(one, reason)| (one.id, reason)).collect())
}

#[test]
fn drafts_go_away_and_removed_records_come_back() {
    let differences = vec![
        new(Kind::Policy, "POL-30"),
        new(Kind::PolicyVersion, "POL-30/0.1"),
        difference(Kind::Practice, "PR-0001", None, Some(json!({}))),
        changed(Kind::Risk, "AS-2026/R-0001", json!({ "a": 1 }), json!({ "a": 2 })),
    ];
    let (put_back, stays) = outcome(differences, &approved(&["AS-2026"]));
    assert_eq!(put_back, ["POL-30", "POL-30/0.1", "PR-0001", "AS-2026/R-0001"]);
    assert_eq!(stays, []);
}

#[test]
fn what_was_approved_since_stays_with_what_it_needs() {
    let version =
        json!({ "status": "effective", "assessment": "AS-2027", "statements": [{ "evidence": ["E-0007"] }] });
    let differences = vec![
        new(Kind::Evidence, "E-0007"),
        new(Kind::Evidence, "E-0008"),
        new(Kind::Assessment, "AS-2027"),
        new(Kind::Asset, "AS-2027/A-001"),
        new(Kind::Policy, "POL-30"),
        difference(Kind::PolicyVersion, "POL-30/1.0", Some(version), None),
        new(Kind::PolicyVersion, "POL-30/1.1"),
        new(Kind::Approval, "POL-30/1.0/P-002/executive"),
    ];
    let (put_back, stays) = outcome(differences, &approved(&["POL-30/1.0"]));
    assert_eq!(put_back, ["E-0008", "POL-30/1.1"]);
    let stays: std::collections::BTreeMap<String, &str> = stays.into_iter().collect();
    assert_eq!(stays["POL-30/1.0"], APPROVED);
    assert_eq!(stays["POL-30/1.0/P-002/executive"], APPROVED);
    for id in ["E-0007", "AS-2027", "AS-2027/A-001", "POL-30"] {
        assert_eq!(stays[id], REFERRED, "{id}");
    }
    assert_eq!(stays.len(), 6);
}

#[test]
fn an_assessment_approved_since_keeps_every_part_and_refers_only_to_what_stays() {
    let differences = vec![
        changed(
            Kind::Assessment,
            "AS-2026",
            json!({ "status": "approved" }),
            json!({ "status": "in_review" }),
        ),
        changed(Kind::Risk, "AS-2026/R-0001", json!({ "evidence": "E-0007" }), json!({})),
        difference(Kind::Risk, "AS-2026/R-0002", None, Some(json!({}))),
        new(Kind::Evidence, "E-0007"),
        new(Kind::Approval, "AS-2026/P-002/executive"),
        changed(Kind::Risk, "AS-2025/R-0001", json!({ "a": 1 }), json!({})),
    ];
    let (put_back, stays) = outcome(differences, &approved(&["AS-2026"]));
    assert_eq!(put_back, ["AS-2025/R-0001"]);
    assert_eq!(stays.len(), 5);
}

#[test]
fn what_was_approved_in_the_backup_too_is_restored_but_no_approval_is_lost() {
    let differences = vec![
        changed(
            Kind::PolicyVersion,
            "POL-11/1.0",
            json!({ "status": "retired" }),
            json!({ "status": "effective" }),
        ),
        new(Kind::Approval, "POL-11/1.0/P-003/privacy_official"),
        new(Kind::Approval, "POL-12/0.1/P-003/privacy_official"),
    ];
    let (put_back, stays) = outcome(differences, &approved(&["POL-11/1.0"]));
    assert_eq!(put_back, ["POL-11/1.0", "POL-12/0.1/P-003/privacy_official"]);
    assert_eq!(stays, [("POL-11/1.0/P-003/privacy_official".to_owned(), APPROVED)]);
}

#[test]
fn people_stay_and_keep_their_accounts() {
    let now = json!({ "name": "Dana W.", "login": "dana", "access": ["official"] });
    let then = json!({ "name": "Dana", "login": "d", "access": ["auditor"] });
    let account_only = json!({ "name": "Lee", "login": "lee.2" });
    let differences = vec![
        new(Kind::Person, "P-009"),
        changed(Kind::Person, "P-001", now, then.clone()),
        changed(Kind::Person, "P-002", account_only, json!({ "name": "Lee" })),
        difference(Kind::Person, "P-003", None, Some(then)),
    ];
    let plan = plan(differences, &Shield::default());
    assert_eq!(
        plan.stays.iter().map(|(one, reason)| (one.id.as_str(), *reason)).collect::<Vec<_>>(),
        [("P-009", PEOPLE)]
    );
    let bodies: Vec<&Value> = plan.put_back.iter().filter_map(|one| one.then.as_ref()).collect();
    assert_eq!(
        bodies,
        [&json!({ "name": "Dana", "login": "dana", "access": ["official"] }), &json!({ "name": "Dana" })],
        "an account is neither given nor taken"
    );
}

#[test]
fn written_documents_stay_and_missing_ones_come_back() {
    let differences = vec![
        new(Kind::Document, "D-0002"),
        changed(Kind::Document, "D-0001", json!({ "signed": ["author"] }), json!({ "signed": [] })),
        difference(Kind::Document, "D-0000", None, Some(json!({}))),
    ];
    let (put_back, stays) = outcome(differences, &Shield::default());
    assert_eq!(put_back, ["D-0000"]);
    assert_eq!(stays, [("D-0002".to_owned(), DOCUMENT), ("D-0001".to_owned(), DOCUMENT)]);
}

#[test]
fn a_practice_in_use_stays_and_a_proposed_one_goes_away() {
    let mut content = crate::sample::content().unwrap();
    content.practices.truncate(2);
    content.practices[0].state = PracticeState::Proposed;
    let numbers: Vec<String> = content.practices.iter().map(|one| one.number.to_string()).collect();
    let differences = numbers.iter().map(|number| new(Kind::Practice, number)).collect();
    let (put_back, stays) = outcome(differences, &Shield::of(&content, Vec::new()));
    assert_eq!((put_back, stays), (vec![numbers[0].clone()], vec![(numbers[1].clone(), PRACTICED)]));
}

#[test]
fn a_legal_hold_keeps_what_it_covers_until_it_is_released() {
    let hold: LegalHold = serde_json::from_value(json!({
        "number": "H-001", "title": "A matter", "reason": "A matter before the court",
        "placed_by": "P-001", "placed_on": "2026-01-01",
        "records": [{ "kind": "practice", "id": "PR-0002" }, { "kind": "policy", "id": "POL-30" }],
    }))
    .unwrap();
    let content = crate::sample::first_content("Clinic", "Dana", "dana");
    let put_back = |hold: LegalHold| {
        let differences = vec![
            new(Kind::Practice, "PR-0002"),
            new(Kind::Practice, "PR-0003"),
            new(Kind::PolicyVersion, "POL-30/0.1"),
            new(Kind::PolicyVersion, "POL-31/0.1"),
        ];
        outcome(differences, &Shield::of(&content, vec![hold])).0
    };
    assert_eq!(put_back(hold.clone()), ["PR-0003", "POL-31/0.1"]);
    assert_eq!(put_back(LegalHold { records: Vec::new(), ..hold.clone() }), Vec::<String>::new());
    let released = json!({ "by": "P-001", "on": "2026-06-30", "reason": "settled" });
    let ended = LegalHold { released: serde_json::from_value(released).unwrap(), ..hold };
    assert_eq!(put_back(ended).len(), 4);
}
