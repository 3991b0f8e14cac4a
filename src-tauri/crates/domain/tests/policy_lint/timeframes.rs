//! Where a timeframe stands, what it says, and where its event ends.

use riskwright_domain::policy::lint::{Options, Relation, Unit, lint};
use serde_json::json;

use crate::plain;

/// A text, and relation, quantity, unit and event of each time in it.
type Case = (&'static str, &'static [(Relation, i64, Unit, &'static str)]);

const CASES: &[Case] = &[
    ("The lead shall act within an hour of receipt.", &[(Relation::Le, 1, Unit::Hours, "receipt")]),
    ("The lead shall act within 2 weeks of receipt.", &[(Relation::Le, 2, Unit::Weeks, "receipt")]),
    (
        "The lead shall act within sixty (60) calendar days after discovery.",
        &[(Relation::Le, 60, Unit::CalendarDays, "discovery")],
    ),
    ("The lead shall act within thirty-six hours of sign-in.", &[(Relation::Le, 36, Unit::Hours, "sign-in")]),
    (
        "The lead shall act within 4 hours of detection and notify the officer.",
        &[(Relation::Le, 4, Unit::Hours, "detection")],
    ),
    (
        "The lead shall act within 4 hours of detection (see POL-11).",
        &[(Relation::Le, 4, Unit::Hours, "detection")],
    ),
    (
        "The lead shall act within 4 hours of detection if the severity is 1.",
        &[(Relation::Le, 4, Unit::Hours, "detection")],
    ),
    (
        "The lead shall report within 4 hours of detection to the officer.",
        &[(Relation::Le, 4, Unit::Hours, "detection")],
    ),
    (
        "The lead shall act within 2 business days of the request for access.",
        &[(Relation::Le, 2, Unit::BusinessDays, "the request for access")],
    ),
    ("Within 4 hours of detection the lead shall act.", &[(Relation::Le, 4, Unit::Hours, "detection")]),
    (
        "The lead shall patch servers within 7 calendar days of release and laptops within 30 calendar days of release.",
        &[
            (Relation::Le, 7, Unit::CalendarDays, "release"),
            (Relation::Le, 30, Unit::CalendarDays, "release"),
        ],
    ),
    (
        "The lead shall act at least once a year and within 5 business days of a change.",
        &[
            (Relation::Every, 1, Unit::Years, "last performance"),
            (Relation::Le, 5, Unit::BusinessDays, "a change"),
        ],
    ),
    ("The lead shall review it every quarter.", &[(Relation::Every, 3, Unit::Months, "last performance")]),
    ("The lead shall review it every day.", &[(Relation::Every, 1, Unit::CalendarDays, "last performance")]),
    (
        "The lead shall review it on an annual basis.",
        &[(Relation::Every, 12, Unit::Months, "last performance")],
    ),
    (
        "The lead shall perform weekly reviews.",
        &[(Relation::Every, 7, Unit::CalendarDays, "last performance")],
    ),
    ("The lead shall read the weekly report.", &[]),
    (
        "The lead shall review alerts within 24 hours of the start of each calendar day.",
        &[(Relation::Le, 24, Unit::Hours, "the start of each calendar day")],
    ),
    (
        "The lead shall keep records for a minimum of 7 years after creation.",
        &[(Relation::For, 7, Unit::Years, "creation")],
    ),
    (
        "The lead shall tell users at least 5 business days prior to the change to production.",
        &[(Relation::Before, 5, Unit::BusinessDays, "the change to production")],
    ),
    (
        "The system locks the account for 30 minutes after 5 failed sign-ins within 15 minutes.",
        &[(Relation::For, 30, Unit::Minutes, "5 failed sign-ins within 15 minutes")],
    ),
    (
        "The lead shall notify 500 individuals within 60 calendar days of discovery.",
        &[(Relation::Le, 60, Unit::CalendarDays, "discovery")],
    ),
    (
        "The lead shall act no later than noon on the second business day following receipt.",
        &[(Relation::Le, 2, Unit::BusinessDays, "receipt")],
    ),
    ("The system locks the account after 5 failed sign-ins within 15 minutes.", &[]),
    ("The lead shall act within about 4 hours of detection.", &[]),
    ("The lead shall act within 4 days of detection.", &[]),
    ("The lead looked at alerts within the last 24 hours.", &[]),
];

#[test]
fn every_text_has_its_times_and_no_others() {
    for (text, expected) in CASES {
        let report = plain(text);
        let found: Vec<_> = report
            .timeframes
            .iter()
            .map(|found| (found.relation, found.quantity, found.unit, &*found.trigger))
            .collect();
        assert_eq!(found, *expected, "{text}");
    }
}

#[test]
fn the_report_has_the_published_form() {
    let text = "The officer shall act promptly.\n\nThe analyst shall act within 1 hour of detection.";
    let mut report = serde_json::to_value(plain(text)).unwrap();
    let suggestion = report["findings"][0]["suggestion"].take();
    assert!(suggestion.as_str().is_some_and(|text| !text.is_empty()));
    assert_eq!(
        report,
        json!({
            "findings": [{
                "line": 1, "column": 23, "length": 8, "text": "promptly", "code": "subjective_word", "level": "error",
                "suggestion": null,
            }],
            "timeframes": [{
                "line": 3, "column": 23, "text": "within 1 hour of detection", "relation": "le", "quantity": 1,
                "unit": "hours", "trigger": "detection", "duration": "PT1H",
            }],
        })
    );
    let days = serde_json::to_value(plain("within 2 business days of receipt")).unwrap();
    assert_eq!(days["timeframes"][0]["duration"], json!(null));
}

#[test]
fn places_count_scalar_values_across_wrapped_lines() {
    let text = "Prüfung 𝄞: die Leitung — “lead” —\r\nacts promptly, and the lead shall act within\r\n  4 hours of detection.";
    let report = plain(text);
    let promptly = &report.findings[0];
    assert_eq!((promptly.line, promptly.column, promptly.length), (2, 6, 8));
    let found = &report.timeframes[0];
    assert_eq!((found.line, found.column, &*found.text), (2, 39, "within 4 hours of detection"));
}

#[test]
fn business_days_need_a_definition_once_the_definitions_are_known() {
    let text = "The lead shall act within 2 business days of receipt.";
    let with = |defined: &[&str]| {
        let defined = Some(defined.iter().map(ToString::to_string).collect());
        lint(text, &Options { defined, ..Options::default() }).findings.len()
    };
    assert_eq!((plain(text).findings.len(), with(&[]), with(&["Business days"])), (0, 1, 0));
}
