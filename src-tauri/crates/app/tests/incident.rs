//! The incident clock, as whoever handles an incident would go through the commands.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod work;

use jiff::{Span, Timestamp};
use serde_json::{Value, json};
use work::{DANA, Desk, THEO, Work, row};

fn ago(minutes: i64) -> Timestamp {
    Timestamp::now().checked_sub(Span::new().minutes(minutes)).unwrap()
}

/// A drill of severity 1 that began so many minutes ago.
fn drill(desk: &Desk, minutes: i64) -> Value {
    desk.ok(
        "incident::open",
        json!({ "title": "Drill: a stolen laptop", "drill": true, "severity": "1", "policy": "POL-11",
            "event": "first alert or report", "at": ago(minutes) }),
    )
}

fn saved(desk: &Desk, detail: &Value, change: impl FnOnce(&mut Value)) -> Value {
    let mut incident = detail["incident"].clone();
    change(&mut incident);
    desk.ok("incident::save", json!({ "incident": incident, "based_on_revision": detail["revision"] }))
}

fn state(detail: &Value, timeframe: &str) -> String {
    row(&detail["clocks"], "timeframe", timeframe)["state"].as_str().unwrap().to_owned()
}

#[test]
fn a_drill_is_measured_against_the_limits_of_the_policy_in_force() {
    let work = Work::sample();
    let dana = work.open(DANA);
    let began = drill(&dana, 300);
    assert_eq!(began["incident"]["number"], "IN-001");
    assert_eq!(state(&began, "T-02"), "overdue", "severity 1: triage within 1 hour");
    assert_eq!(state(&began, "T-06"), "not_started", "nobody declared an incident yet");
    let severities: Vec<&str> =
        began["clocks"].as_array().unwrap().iter().map(|one| one["timeframe"].as_str().unwrap()).collect();
    assert!(!severities.contains(&"T-03"), "times of severity 2 do not count: {severities:?}");
    let home = dana.ok("workspace::home", json!({}));
    let late = row(&home["attention"], "route", "incidents/IN-001");
    assert_eq!(late["kind"], "overdue", "{late}");
    let declared = saved(&dana, &began, |incident| {
        incident["moments"].as_array_mut().unwrap().push(json!({ "event": "declaration", "at": ago(250) }));
        incident["done"] = json!([
            { "timeframe": "T-02", "at": ago(255) },
            { "timeframe": "T-06", "at": ago(0) },
        ]);
        incident["not_needed"] =
            json!([{ "timeframe": "T-10", "reason": "A drill: no record was touched." }]);
    });
    assert_eq!(state(&declared, "T-02"), "kept", "45 minutes");
    assert_eq!(state(&declared, "T-06"), "missed", "250 minutes of 4 hours");
    assert_eq!(state(&declared, "T-10"), "not_needed");
    assert_eq!(state(&declared, "T-13"), "running", "72 hours");
    let home = dana.ok("workspace::home", json!({}));
    let routes = home["attention"].as_array().unwrap().iter().map(|one| &one["route"]);
    assert!(!routes.clone().any(|route| route == "incidents/IN-001"), "nothing is late any more");
    let listed = dana.ok("incident::list", json!({}));
    let first = &listed["incidents"][0];
    assert_eq!((&first["kept"], &first["missed"], &first["open"]), (&json!(1), &json!(1), &json!(true)));
}

#[test]
fn a_time_that_nobody_keeps_is_a_finding() {
    let work = Work::sample();
    let dana = work.open(DANA);
    assert_eq!(dana.ok("incident::list", json!({}))["findings"], json!([]));
    for _ in 0..2 {
        let began = drill(&dana, 300);
        saved(&dana, &began, |incident| incident["done"] = json!([{ "timeframe": "T-02", "at": ago(100) }]));
    }
    let listed = dana.ok("incident::list", json!({}));
    let finding = row(&listed["findings"], "timeframe", "T-02");
    assert_eq!(
        (&finding["policy"], &finding["missed"], &finding["kept"]),
        (&json!("POL-11"), &json!(2), &json!(0))
    );
    let began = drill(&dana, 30);
    saved(&dana, &began, |incident| incident["done"] = json!([{ "timeframe": "T-02", "at": ago(10) }]));
    let listed = dana.ok("incident::list", json!({}));
    let kept = listed["findings"].as_array().unwrap().iter().find(|one| one["timeframe"] == "T-02");
    assert_eq!(kept, None, "somebody kept it");
}

#[test]
fn everything_wrong_is_named_and_nothing_is_saved() {
    let work = Work::sample();
    let dana = work.open(DANA);
    let began = drill(&dana, 60);
    let mut incident = began["incident"].clone();
    incident["title"] = json!("x");
    incident["moments"].as_array_mut().unwrap().push(json!({ "event": "a full moon", "at": ago(5) }));
    incident["moments"].as_array_mut().unwrap().push(json!({ "event": "declaration", "at": ago(-60) }));
    incident["done"] = json!([{ "timeframe": "T-99", "at": ago(5) }]);
    let request = json!({ "incident": incident, "based_on_revision": began["revision"] });
    let (code, fields) = dana.faults("incident::save", request);
    assert_eq!(code, "invalid");
    let named: Vec<&str> = fields.iter().map(|field| field.split(' ').next().unwrap()).collect();
    for place in ["title", "moments/1", "moments/2", "done/0"] {
        assert!(named.iter().any(|field| field.starts_with(place)), "{place} in {fields:?}");
    }
    let after = dana.ok("incident::get", json!({ "number": "IN-001" }));
    assert_eq!(after["incident"], began["incident"]);
}

#[test]
fn a_closed_incident_stays_as_it_is() {
    let work = Work::sample();
    let (dana, theo) = (work.open(DANA), work.open(THEO));
    let began = drill(&dana, 60);
    let outcome =
        json!({ "number": "IN-001", "outcome": "Nobody answered the first call; the roster was mended." });
    let closed = theo.ok("incident::close", outcome.clone());
    assert_eq!(closed["incident"]["outcome"]["by"], "P-003");
    let request = json!({ "incident": began["incident"], "based_on_revision": closed["revision"] });
    for (command, request) in [("incident::save", request), ("incident::close", outcome)] {
        let error = dana.refused(command, request);
        assert_eq!(serde_json::to_value(error.code).unwrap(), "frozen", "{command}");
    }
}

#[test]
fn incidents_travel_with_the_content() {
    let work = Work::sample();
    let dana = work.open(DANA);
    drill(&dana, 60);
    let yaml = dana.content();
    assert!(yaml.contains("incidents:\n") && yaml.contains("IN-001"), "in the exchange file");
    let catalogue = riskwright_domain::catalogue::Catalogue::embedded();
    let read = riskwright_app::exchange::read(&yaml, catalogue).unwrap().content;
    assert_eq!(read.incidents.len(), 1);
    let wrong = yaml.replace("version: '1.0'\n    moments", "version: '9.9'\n    moments");
    assert_ne!(wrong, yaml);
    let refused = riskwright_app::exchange::read(&wrong, catalogue).unwrap_err();
    let told = format!("{refused:?}");
    assert!(told.contains("incidents/0/version"), "{told}");
}
