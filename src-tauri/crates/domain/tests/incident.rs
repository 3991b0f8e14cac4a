//! Clocks of incidents and drills: by when, how they stand, what is amiss, and times that nobody keeps.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "builder/mod.rs"]
mod builder;

use builder::{policy, supported, version};
use jiff::Timestamp;
use jiff::civil::date;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use proptest::prelude::*;
use riskwright_domain::incident::{
    Clock, ClockState, Done, Incident, Moment, NotNeeded, clocks, problems, unkept,
};
use riskwright_domain::organization::calendar::Calendar;
use riskwright_domain::policy::{Phase, Policy, PolicyVersion, Timeframe};
use riskwright_domain::trigger::Outcome;

use ClockState::{Kept, Missed, NotMeasurable, NotNeeded as Unneeded, NotStarted, Overdue, Running};

/// A Tuesday; 10:00 in Chicago.
const START: &str = "2026-11-24T16:00:00Z";

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn chicago() -> TimeZone {
    TimeZoneDatabase::bundled().get("America/Chicago").unwrap()
}

fn row(number: &str, comparator: &str, quantity: i64, unit: &str) -> Timeframe {
    Timeframe {
        number: number.into(),
        phase: Phase::Respond,
        severity: None,
        role: "Incident Lead".to_owned(),
        action: "contain the incident".to_owned(),
        comparator: comparator.to_owned(),
        quantity,
        unit: unit.to_owned(),
        trigger: "declaration".to_owned(),
        legal_limit: None,
    }
}

fn written(rows: Vec<Timeframe>) -> PolicyVersion {
    let mut content = supported();
    let version = version(&mut content);
    version.timeframes = rows;
    version.clone()
}

fn incident() -> Incident {
    Incident {
        id: uuid::Uuid::nil(),
        number: "IN-001".to_owned(),
        title: "Files of the front desk were encrypted".to_owned(),
        drill: false,
        severity: None,
        policy: "POL-25".into(),
        version: "1.0".to_owned(),
        moments: vec![Moment { event: " Declaration ".to_owned(), at: at(START) }],
        done: Vec::new(),
        not_needed: Vec::new(),
        outcome: None,
    }
}

fn done_at(number: &str, instant: &str) -> Done {
    Done { timeframe: number.into(), at: at(instant) }
}

fn measure(incident: &Incident, rows: Vec<Timeframe>, now: &str) -> Vec<Clock> {
    clocks(incident, &written(rows), &Calendar::default(), &chicago(), at(now))
}

fn only(incident: &Incident, row: Timeframe, now: &str) -> Clock {
    let mut found = measure(incident, vec![row], now);
    assert_eq!(found.len(), 1);
    found.remove(0)
}

#[test]
fn each_unit_ends_when_policies_say_it_ends() {
    for (quantity, unit, start, due) in [
        (15, "minutes", START, "2026-11-24T16:15:00Z"),
        (4, "hours", START, "2026-11-24T20:00:00Z"),
        (1, "Calendar Days ", START, "2026-11-26T05:59:59Z"),
        // Thanksgiving and a weekend lie between.
        (2, "business days", START, "2026-11-28T05:59:59Z"),
        (1, "business days", "2026-11-28T18:00:00Z", "2026-12-01T05:59:59Z"),
        (1, "weeks", START, "2026-12-02T05:59:59Z"),
        (1, "months", "2026-01-31T18:00:00Z", "2026-03-01T05:59:59Z"),
        (1, "years", "2028-02-29T18:00:00Z", "2029-03-01T05:59:59Z"),
        // 23:30 of the 24th in Chicago is the 25th in Greenwich.
        (1, "calendar days", "2026-11-25T05:30:00Z", "2026-11-26T05:59:59Z"),
        // Clocks go forward on 8 March 2026 at 02:00: hours run on, days have an end all the same.
        (4, "hours", "2026-03-08T06:30:00Z", "2026-03-08T10:30:00Z"),
        (1, "calendar days", "2026-03-07T18:00:00Z", "2026-03-09T04:59:59Z"),
    ] {
        let mut one = incident();
        one.moments[0].at = at(start);
        let found = only(&one, row("T-01", "within", quantity, unit), start);
        assert_eq!(found.due, Some(at(due)), "{quantity} {unit} from {start}: {found:?}");
        assert_eq!((found.started, found.state), (Some(at(start)), Running));
    }
}

#[test]
fn closings_of_the_organization_are_no_business_days() {
    let closed = Calendar::new([date(2026, 11, 25)]);
    let rows = written(vec![row("T-01", "within", 1, "business days")]);
    let found = clocks(&incident(), &rows, &closed, &chicago(), at(START));
    assert_eq!(found[0].due, Some(at("2026-11-28T05:59:59Z")), "the 25th is closed, the 26th a holiday");
}

#[test]
fn a_clock_stands_by_what_was_done_and_what_time_it_is() {
    for (done, now, state, words) in [
        (None, "2026-11-24T18:00:00Z", Running, "2 h left"),
        (None, "2026-11-24T20:00:00Z", Running, "less than 1 min left"),
        (None, "2026-11-24T20:00:00.9Z", Running, "less than 1 min left"),
        (None, "2026-11-24T20:00:01Z", Overdue, "less than 1 min late"),
        (None, "2026-11-24T21:05:00Z", Overdue, "1 h 5 min late"),
        (None, "2026-11-30T22:00:00Z", Overdue, "6 days 2 h late"),
        (Some("2026-11-24T19:10:00Z"), "2026-11-25T20:00:00Z", Kept, "took 3 h 10 min of 4 hours"),
        (Some("2026-11-24T20:00:00Z"), "2026-11-25T20:00:00Z", Kept, "took 4 h of 4 hours"),
        (Some("2026-11-24T21:05:30Z"), "2026-11-25T20:00:00Z", Missed, "took 5 h 5 min, 1 h 5 min late"),
        (Some("2026-11-24T15:40:00Z"), "2026-11-25T20:00:00Z", Kept, "done 20 min before “declaration”"),
    ] {
        let mut one = incident();
        one.done = done.map(|done| done_at("T-01", done)).into_iter().collect();
        let found = only(&one, row("T-01", "no later than", 4, "hours"), now);
        assert_eq!((found.state, found.words.as_str()), (state, words), "{done:?} {now}");
        assert_eq!(found.limit, "no later than 4 hours");
    }
}

#[test]
fn without_its_event_a_clock_does_not_start_and_an_act_not_needed_is_not_timed() {
    let mut one = incident();
    one.moments[0].event = "detection".to_owned();
    let time = || row("T-01", "within", 1, "hours");
    let found = only(&one, time(), START);
    assert_eq!((found.state, found.due, found.words.as_str()), (NotStarted, None, "waits for “declaration”"));
    one.done = vec![done_at("T-01", START)];
    let found = only(&one, time(), START);
    assert_eq!(
        (found.state, found.words.as_str()),
        (NotStarted, "done, but the time of “declaration” is missing")
    );
    one.done.clear();
    one.not_needed = vec![NotNeeded { timeframe: "T-01".into(), reason: "No vendor took part.".to_owned() }];
    let found = only(&one, time(), START);
    assert_eq!((found.state, found.words.as_str()), (Unneeded, "not needed: No vendor took part."));
}

#[test]
fn the_earliest_moment_starts_a_clock_and_the_earliest_act_stops_it() {
    let mut one = incident();
    one.moments.push(Moment { event: "declaration".to_owned(), at: at("2026-11-24T15:00:00Z") });
    one.done = vec![done_at("T-01", "2026-11-24T19:30:00Z"), done_at("T-01", "2026-11-24T18:30:00Z")];
    let found = only(&one, row("T-01", "within", 4, "hours"), "2026-11-25T00:00:00Z");
    assert_eq!((found.state, found.words.as_str()), (Kept, "took 3 h 30 min of 4 hours"));
    assert_eq!(found.started, Some(at("2026-11-24T15:00:00Z")));
}

#[test]
fn a_time_without_a_measurable_end_says_so() {
    let day = 24 * 60 * 60;
    for (comparator, quantity, unit, words) in [
        ("every", 8, "hours", "“every 8 hours” sets no one moment by which it must be done"),
        ("for", 6, "years", "“for 6 years” sets no one moment by which it must be done"),
        ("within", 0, "hours", "0 is no length of time"),
        ("within", -3, "hours", "-3 is no length of time"),
        ("within", 3, "days", "“days” is no unit that can be measured"),
        ("within", i64::MAX, "hours", "the time ends beyond the calendar"),
        ("within", i64::MAX / day, "minutes", "the time ends beyond the calendar"),
        ("within", 9_000, "years", "the time ends beyond the calendar"),
        ("within", i64::MAX, "calendar days", "the time ends beyond the calendar"),
        ("within", i64::MAX, "business days", "the time ends beyond the calendar"),
    ] {
        let found = only(&incident(), row("T-01", comparator, quantity, unit), START);
        assert_eq!((found.state, found.due), (NotMeasurable, None), "{quantity} {unit}");
        assert_eq!(found.words, words);
    }
}

#[test]
fn only_times_of_an_incident_and_of_its_severity_have_clocks() {
    let severe = |number: &str, severity: &str| Timeframe {
        severity: Some(severity.to_owned()),
        ..row(number, "within", 4, "hours")
    };
    let upkeep = Timeframe { phase: Phase::Govern, ..row("T-04", "within", 4, "hours") };
    let rows =
        || vec![row("T-01", "within", 4, "hours"), severe("T-02", "1"), severe("T-03", "2"), upkeep.clone()];
    let numbers = |severity: Option<&str>| -> Vec<String> {
        let one = Incident { severity: severity.map(str::to_owned), ..incident() };
        measure(&one, rows(), START).into_iter().map(|clock| clock.timeframe.to_string()).collect()
    };
    assert_eq!(numbers(None), ["T-01"]);
    assert_eq!(numbers(Some("2")), ["T-01", "T-03"]);
}

#[test]
fn every_problem_is_listed_with_its_place() {
    let version = written(vec![row("T-01", "within", 4, "hours"), row("T-02", "within", 5, "hours")]);
    assert_eq!(problems(&incident(), &version, at(START)), []);
    let moment = |event: &str, time: &str| Moment { event: event.to_owned(), at: at(time) };
    let unneeded =
        |number: &str, reason: &str| NotNeeded { timeframe: number.into(), reason: reason.to_owned() };
    let one = Incident {
        number: "INC-1".to_owned(),
        title: " ".to_owned(),
        severity: Some("5".to_owned()),
        moments: vec![
            moment("declaration", START),
            moment("DECLARATION", START),
            moment("lunch", "2026-12-01T00:00:00Z"),
        ],
        done: vec![
            done_at("T-01", "2026-11-24T15:00:00Z"),
            done_at("T-01", "2026-11-30T00:00:00Z"),
            done_at("T-99", START),
        ],
        not_needed: vec![unneeded("T-01", "x"), unneeded("T-77", " "), unneeded("T-77", "x")],
        outcome: Some(Outcome { text: String::new(), by: "P-001".into(), on: date(2026, 11, 24) }),
        ..incident()
    };
    let found: Vec<String> = problems(&one, &version, at("2026-11-25T00:00:00Z"))
        .iter()
        .map(|one| format!("{} {:?} {}", one.path, one.code, one.value))
        .collect();
    insta::assert_snapshot!(found.join("\n"));
}

/// Incidents of which each was contained after so many hours, by number of the version.
fn history(hours: &[(&str, i64)]) -> Vec<Incident> {
    let each = hours.iter().map(|(version, hours)| {
        let done = at(START).checked_add(jiff::Span::new().hours(*hours)).unwrap();
        let done = vec![Done { timeframe: "T-01".into(), at: done }];
        Incident { version: (*version).to_owned(), drill: *hours > 6, done, ..incident() }
    });
    each.collect()
}

fn policies(limits: &[(&str, i64)]) -> Vec<Policy> {
    let mut content = supported();
    let policy = policy(&mut content, "POL-25");
    let first = policy.versions[0].clone();
    let versions = limits.iter().map(|(number, hours)| PolicyVersion {
        number: (*number).to_owned(),
        timeframes: vec![row("T-01", "within", *hours, "hours")],
        ..first.clone()
    });
    policy.versions = versions.collect();
    content.policies
}

#[test]
fn a_time_missed_twice_and_never_kept_is_named() {
    let named = |incidents: &[Incident], policies: &[Policy]| -> Vec<(u32, u32)> {
        let found = unkept(incidents, policies, &Calendar::default(), &chicago(), at("2026-12-20T00:00:00Z"));
        found.iter().map(|one| (one.kept, one.missed)).collect()
    };
    let one_version = policies(&[("1.0", 4)]);
    assert_eq!(named(&history(&[("1.0", 5)]), &one_version), [], "once may happen");
    assert_eq!(named(&history(&[("1.0", 5), ("1.0", 9)]), &one_version), [(0, 2)], "a drill counts");
    assert_eq!(named(&history(&[("1.0", 5), ("1.0", 9), ("1.0", 3)]), &one_version), [], "it can be kept");
    let longer = policies(&[("1.0", 4), ("2.0", 12)]);
    assert_eq!(named(&history(&[("1.0", 5), ("1.0", 9)]), &longer), [], "the time was changed");
    let same = policies(&[("1.0", 4), ("2.0", 4)]);
    assert_eq!(named(&history(&[("1.0", 5), ("2.0", 9)]), &same), [(0, 2)], "the new version says the same");
    assert_eq!(named(&history(&[("9.9", 5), ("9.9", 9)]), &one_version), [], "no such version");
}

#[test]
fn what_was_never_done_counts_once_the_incident_is_closed() {
    let undone = Incident { done: Vec::new(), ..incident() };
    let outcome = Outcome { text: "Restored.".to_owned(), by: "P-001".into(), on: date(2026, 12, 1) };
    let closed = Incident { outcome: Some(outcome), ..undone.clone() };
    let policies = policies(&[("1.0", 4)]);
    let find = |incidents: &[Incident]| {
        unkept(incidents, &policies, &Calendar::default(), &chicago(), at("2026-12-20T00:00:00Z"))
    };
    assert_eq!(find(&[undone.clone(), undone]), []);
    let found = find(&[closed.clone(), closed]);
    assert_eq!(found.len(), 1);
    assert_eq!(
        found[0].words,
        "POL-25 T-01 was missed 2 times and never kept: Incident Lead, contain the incident within 4 hours of \
         declaration. Nobody seems able to keep this time: change it in the next version, or give the role the means \
         to keep it."
    );
}

#[test]
fn an_incident_is_written_and_read_as_it_is_and_unknown_fields_are_refused() {
    let one = Incident { done: vec![done_at("T-01", START)], severity: Some("1".to_owned()), ..incident() };
    let written = serde_json::to_value(&one).unwrap();
    assert_eq!(serde_json::from_value::<Incident>(written.clone()).unwrap(), one);
    let mut strange = written;
    strange["colour"] = "red".into();
    assert!(serde_json::from_value::<Incident>(strange).is_err());
}

proptest! {
    #[test]
    fn no_row_and_no_time_makes_a_clock_panic(
        comparator in prop::sample::select(vec!["within", "no later than", "every", "before", ""]),
        quantity in prop_oneof![Just(i64::MIN), Just(i64::MAX), -5_i64..5_000, any::<i64>()],
        unit in prop::sample::select(vec![
            "minutes", "hours", "calendar days", "business days", "weeks", "months", "years", "moons",
        ]),
        start in prop_oneof![Just(Timestamp::MIN), Just(Timestamp::MAX), Just(at(START))],
        done in prop::option::of(prop_oneof![Just(Timestamp::MIN), Just(Timestamp::MAX)]),
        now in prop_oneof![Just(Timestamp::MIN), Just(Timestamp::MAX), Just(at(START))],
    ) {
        let mut one = incident();
        one.moments[0].at = start;
        one.done = done.map(|at| Done { timeframe: "T-01".into(), at }).into_iter().collect();
        let rows = written(vec![row("T-01", comparator, quantity, unit)]);
        let found = clocks(&one, &rows, &Calendar::default(), &chicago(), now);
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(found[0].state == NotMeasurable, found[0].due.is_none());
        if let Some(due) = found[0].due {
            prop_assert!(start < due, "{:?}", found[0]);
        }
        let faults = problems(&one, &rows, now);
        prop_assert_eq!(faults.iter().any(|fault| fault.path == "/moments/0/at"), now < start);
    }
}
