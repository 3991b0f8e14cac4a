//! What the retention rule protects and until when, what holds stop, and what must not go first.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use riskwright_domain::retention::{
    Kept, LegalHold, RecordName, Release, RetentionState, Workspace, WrittenDocument, schedule,
    six_years_after,
};
use riskwright_domain::workspace::Content;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const TODAY: Date = date(2026, 11, 22);

/// Two assessments, a policy with an ended version and one in effect, a practice that ended, evidence.
fn content() -> Value {
    json!({
        "riskwright_exchange": 1,
        "organization": {
            "name": "Quartz Meadow Clinic", "kind": "covered_entity", "actor_types": [], "workforce": 42,
            "time_zone": "America/Chicago", "risk_tolerance": "low", "capabilities": "c", "infrastructure": "i",
            "budget": "b", "sites": [], "duties": [],
        },
        "people": [],
        "evidence": [
            evidence("E-0001", "2012-05-01", json!([])),
            evidence("E-0002", "2012-05-01", json!([{ "kind": "policy_version", "id": "POL-11/1.0" }])),
        ],
        "assessments": [
            assessment("AS-2014", "2014-02-03", "superseded", "2014-03-01", Value::Null),
            assessment("AS-2018", "2018-02-03", "approved", "2018-03-01", json!("AS-2014")),
        ],
        "policies": [{
            "number": "POL-11", "title": "Access by applications", "owner": "P-001", "may_restrict_ehi": true,
            "versions": [
                version("1.0", "superseded", "AS-2014", Some("2018-05-31")),
                version("2.0", "effective", "AS-2018", None),
            ],
        }],
        "practices": [{
            "number": "PR-0001", "title": "Stale tokens end", "description": "Tokens end.", "state": "ended",
            "start_date": "2014-06-01", "end_date": "2019-12-31",
            "basis": { "policy": { "policy": "POL-11", "version": "1.0", "statements": [] } },
        }],
    })
}

fn evidence(number: &str, on: &str, about: Value) -> Value {
    json!({ "number": number, "title": "Log", "kind": "log", "on": on, "reference": "Shelf 4", "about": about })
}

fn assessment(number: &str, started: &str, status: &str, approved: &str, previous: Value) -> Value {
    json!({
        "number": number, "year": 2014, "kind": "annual", "status": status, "scope": "All", "method": "m",
        "catalogue": "c", "started_on": started, "assessors": [], "sources": [], "previous": previous,
        "approvals": [{ "by": "P-001", "capacity": "executive", "on": approved, "statement": "Yes." }],
        "assets": [], "threats": [], "risks": [], "safeguards": [], "decisions": [],
    })
}

fn version(number: &str, status: &str, assessment: &str, until: Option<&str>) -> Value {
    json!({
        "number": number, "status": status, "author": "P-001", "created_on": "2014-04-01",
        "change_reason": "First", "assessment": assessment, "effective_from": "2014-06-01",
        "effective_to": until, "purpose": "p", "scope": { "text": "All" }, "statements": [],
        "factors": { "size": "", "infrastructure": "", "cost": "", "probability": "" },
        "sanctions": "", "exceptions": "", "training": "", "review_months": 12, "review_triggers": [],
        "availability": "",
        "approvals": [{ "by": "P-001", "capacity": "executive", "on": "2014-05-20", "statement": "Yes." }],
    })
}

/// The content after a change at JSON pointers.
fn changed(changes: &[(&str, Value)]) -> Content {
    let mut value = content();
    for (pointer, new) in changes {
        *value.pointer_mut(pointer).expect(pointer) = new.clone();
    }
    serde_json::from_value(value).unwrap()
}

fn documents() -> Vec<WrittenDocument> {
    vec![WrittenDocument {
        number: "D-0001".to_owned(),
        policy: "POL-11".into(),
        version: "1.0".to_owned(),
        written_on: date(2014, 5, 21),
    }]
}

fn hold(records: &[(&str, &str)]) -> LegalHold {
    LegalHold {
        number: "H-001".to_owned(),
        title: "A complaint".to_owned(),
        reason: "The office asked for it.".to_owned(),
        placed_by: "P-001".into(),
        placed_on: date(2026, 1, 1),
        records: records.iter().map(|(kind, id)| RecordName::new(kind, *id)).collect(),
        released: None,
    }
}

fn rows(content: &Content, documents: &[WrittenDocument], holds: &[LegalHold], today: Date) -> Vec<Kept> {
    let first_recorded = BTreeMap::new();
    schedule(Workspace { content, documents, first_recorded: &first_recorded, holds }, today)
}

fn row(rows: &[Kept], kind: &str, id: &str) -> Kept {
    rows.iter().find(|one| one.record == RecordName::new(kind, id)).unwrap_or_else(|| panic!("{id}")).clone()
}

fn state(content: &Content, kind: &str, id: &str, today: Date) -> RetentionState {
    row(&rows(content, &[], &[], today), kind, id).state
}

#[test]
fn six_years_end_on_the_same_day_and_never_short_of_six_years() {
    for (from, until) in [
        (date(2020, 1, 1), date(2026, 1, 1)),
        (date(2020, 12, 31), date(2026, 12, 31)),
        (date(2020, 2, 28), date(2026, 2, 28)),
        (date(2020, 2, 29), date(2026, 3, 1)),
        (date(2022, 3, 1), date(2028, 3, 1)),
        (date(9998, 5, 5), Date::MAX),
    ] {
        assert_eq!(six_years_after(from), until, "{from}");
    }
}

#[test]
fn every_record_has_the_days_that_its_kind_gives() {
    let kept = rows(&changed(&[]), &documents(), &[], TODAY);
    let days = |kind: &str, id: &str| {
        let one = row(&kept, kind, id);
        (one.lifetime.created_on, one.lifetime.last_in_effect(), one.lifetime.protected_until())
    };
    let table = [
        ("assessment", "AS-2014", date(2014, 2, 3), Some(date(2018, 3, 1)), Some(date(2024, 3, 1))),
        ("assessment", "AS-2018", date(2018, 2, 3), None, None),
        ("policy_version", "POL-11/1.0", date(2014, 4, 1), Some(date(2018, 5, 31)), Some(date(2024, 5, 31))),
        ("policy_version", "POL-11/2.0", date(2014, 4, 1), None, None),
        ("practice", "PR-0001", date(2014, 6, 1), Some(date(2019, 12, 31)), Some(date(2025, 12, 31))),
        ("document", "D-0001", date(2014, 5, 21), Some(date(2018, 5, 31)), Some(date(2024, 5, 31))),
        ("evidence", "E-0001", date(2012, 5, 1), None, Some(date(2018, 5, 1))),
        ("evidence", "E-0002", date(2012, 5, 1), Some(date(2018, 5, 31)), Some(date(2024, 5, 31))),
    ];
    for (kind, id, created, last, until) in table {
        assert_eq!(days(kind, id), (created, last, until), "{id}");
    }
    assert_eq!(kept.len(), table.len());
    let ends: Vec<_> = kept.iter().map(|one| one.lifetime.protected_until().unwrap_or(Date::MAX)).collect();
    assert!(ends.is_sorted(), "soonest end first: {ends:?}");
}

#[test]
fn a_record_is_protected_to_the_last_day_and_disposable_on_the_next() {
    let content = changed(&[("/policies/0/versions/1/status", json!("draft"))]);
    for (kind, id, last) in [
        ("practice", "PR-0001", date(2025, 12, 31)),
        ("evidence", "E-0001", date(2018, 5, 1)),
        ("evidence", "E-0002", date(2024, 5, 31)),
    ] {
        assert_eq!(state(&content, kind, id, last), RetentionState::Protected, "{id}");
        let next = last.tomorrow().unwrap();
        assert_eq!(state(&content, kind, id, next), RetentionState::Disposable, "{id}");
    }
}

#[test]
fn what_is_in_effect_is_never_disposable() {
    let far = date(2200, 1, 1);
    for (changes, kind, id) in [
        (vec![], "policy_version", "POL-11/2.0"),
        (vec![], "assessment", "AS-2018"),
        (vec![("/policies/0/versions/1/status", json!("approved"))], "policy_version", "POL-11/2.0"),
        // Nobody recorded when these ended.
        (vec![("/policies/0/versions/1/status", json!("retired"))], "policy_version", "POL-11/2.0"),
        (vec![("/practices/0/end_date", Value::Null)], "practice", "PR-0001"),
        (vec![("/evidence/0/about", json!([{ "kind": "policy", "id": "POL-11" }]))], "evidence", "E-0001"),
        (vec![("/evidence/0/about", json!([{ "kind": "risk", "id": "AS-2018/R-1" }]))], "evidence", "E-0001"),
    ] {
        assert_eq!(state(&changed(&changes), kind, id, far), RetentionState::InEffect, "{id} {changes:?}");
    }
}

#[test]
fn a_last_day_to_come_is_still_in_effect() {
    let content = changed(&[("/practices/0/end_date", json!("2026-11-22"))]);
    assert_eq!(state(&content, "practice", "PR-0001", TODAY), RetentionState::InEffect);
    let next = TODAY.tomorrow().unwrap();
    assert_eq!(state(&content, "practice", "PR-0001", next), RetentionState::Protected);
}

#[test]
fn a_superseded_version_without_an_end_ends_before_the_next_begins() {
    let content = changed(&[
        ("/policies/0/versions/0/effective_to", Value::Null),
        ("/policies/0/versions/1/effective_from", json!("2018-06-01")),
    ]);
    let one = row(&rows(&content, &[], &[], TODAY), "policy_version", "POL-11/1.0");
    assert_eq!(one.lifetime.last_in_effect(), Some(date(2018, 5, 31)));
}

#[test]
fn a_later_review_and_an_earlier_recording_move_the_days() {
    let review = json!([{ "on": "2021-03-04", "by": "P-001", "outcome": "Found in order." }]);
    let content = changed(&[("/practices/0", {
        let mut practice = content().pointer("/practices/0").unwrap().clone();
        practice["reviews"] = review;
        practice
    })]);
    let name = RecordName::new("practice", "PR-0001");
    let first_recorded = BTreeMap::from([(name, date(2014, 1, 2))]);
    let workspace =
        Workspace { content: &content, documents: &[], first_recorded: &first_recorded, holds: &[] };
    let one = row(&schedule(workspace, TODAY), "practice", "PR-0001");
    assert_eq!(one.lifetime.created_on, date(2014, 1, 2));
    assert_eq!(one.lifetime.protected_until(), Some(date(2027, 3, 4)));
}

#[test]
fn a_record_that_something_refers_to_may_not_go_first() {
    let content = changed(&[]);
    let kept = rows(&content, &documents(), &[], TODAY);
    let needed = |kind, id| {
        let one = row(&kept, kind, id);
        (one.state, one.needed_by)
    };
    let by = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        needed("assessment", "AS-2014"),
        (RetentionState::Needed, by(&["POL-11 version 1.0"])),
        "AS-2018 follows it, but the oldest may go"
    );
    assert_eq!(needed("policy_version", "POL-11/1.0"), (RetentionState::Needed, by(&["D-0001", "PR-0001"])));
    assert_eq!(needed("document", "D-0001"), (RetentionState::Disposable, vec![]));
    assert_eq!(needed("practice", "PR-0001"), (RetentionState::Disposable, vec![]));
}

#[test]
fn evidence_that_is_used_is_kept_as_long_as_what_uses_it() {
    let safeguard = json!([{
        "safeguard": "45 CFR 164.312(b)", "status": "in_place", "note": "n", "evidence": ["E-0001"],
    }]);
    let content = changed(&[("/assessments/0/safeguards", safeguard)]);
    let one = row(&rows(&content, &[], &[], TODAY), "evidence", "E-0001");
    assert_eq!(one.lifetime.protected_until(), Some(date(2024, 3, 1)));
    assert_eq!(
        (one.state, one.needed_by),
        (RetentionState::Needed, vec!["45 CFR 164.312(b) (AS-2014)".to_owned()])
    );
}

#[test]
fn a_hold_keeps_what_it_names_its_whole_and_what_belongs_to_it() {
    let content = changed(&[]);
    let covered = |hold: LegalHold| -> Vec<String> {
        let kept = rows(&content, &documents(), &[hold], TODAY);
        let mut names: Vec<_> =
            kept.into_iter().filter(|one| !one.holds.is_empty()).map(|one| one.record.id).collect();
        names.sort();
        names
    };
    assert_eq!(covered(hold(&[("practice", "PR-0001")])), ["PR-0001"]);
    assert_eq!(covered(hold(&[("policy_version", "POL-11/1.0")])), ["D-0001", "E-0002", "POL-11/1.0"]);
    assert_eq!(
        covered(hold(&[("policy", "POL-11")])),
        ["D-0001", "E-0002", "POL-11/1.0", "POL-11/2.0"],
        "every version with its documents and evidence"
    );
    assert_eq!(covered(hold(&[("risk", "AS-2014/R-0001")])), ["AS-2014"]);
    assert_eq!(covered(hold(&[("approval", "POL-11/2.0/P-001/executive")])), ["POL-11/2.0"]);
    assert_eq!(covered(hold(&[])).len(), 8, "without a record it covers everything");
    let release = Release { by: "P-001".into(), on: TODAY, reason: "Settled out of court.".to_owned() };
    assert!(covered(LegalHold { released: Some(release), ..hold(&[]) }).is_empty());
}

#[test]
fn a_hold_stops_what_is_past_its_six_years() {
    let content = changed(&[]);
    let held = rows(&content, &[], &[hold(&[])], TODAY);
    assert_eq!(row(&held, "practice", "PR-0001").state, RetentionState::Held);
    assert_eq!(row(&held, "policy_version", "POL-11/2.0").state, RetentionState::InEffect);
    assert_eq!(row(&held, "practice", "PR-0001").holds, ["H-001"]);
}

fn any_day() -> impl Strategy<Value = Date> {
    (0_i64..54_000).prop_map(|days| date(1980, 1, 1).checked_add(days.days()).unwrap())
}

proptest! {
    #[test]
    fn six_years_are_never_cut_short(day in any_day()) {
        let until = six_years_after(day);
        prop_assert_eq!(until.year(), day.year() + 6);
        // By the calendar, 6 years are 2191 or 2192 days; 2190 where no leap day falls into them.
        let days = day.until(until).unwrap().get_days();
        prop_assert!((2190..=2192).contains(&days), "{day} to {until}: {days}");
        prop_assert!((until.month(), until.day()) >= (day.month(), day.day()));
    }

    #[test]
    fn once_disposable_a_record_stays_so_and_never_within_six_years_of_its_end(
        end in any_day(), today in any_day(), later in 0_i64..5_000,
    ) {
        let content = changed(&[
            ("/practices/0/start_date", json!("1979-01-01")),
            ("/practices/0/end_date", json!(end)),
        ]);
        let on = |day| state(&content, "practice", "PR-0001", day);
        if on(today) == RetentionState::Disposable {
            prop_assert!(today > six_years_after(end));
            let later = today.checked_add(later.days()).unwrap();
            prop_assert_eq!(on(later), RetentionState::Disposable);
        } else {
            prop_assert!(today <= six_years_after(end));
        }
    }
}
