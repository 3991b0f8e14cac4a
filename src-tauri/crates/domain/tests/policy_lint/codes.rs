//! Every code of the `errors` table, reached and not overreached.

use std::collections::BTreeSet;

use riskwright_domain::policy::lint::{Code, FindingLevel};

use crate::{data, error_codes, plain};

/// A text, and the errors it has, all of them.
const CASES: &[(&str, &[Code])] = &[
    ("The lead shall respond promptly.", &[Code::SubjectiveWord]),
    ("The lead shall respond within 4 hours.", &[Code::MissingTrigger]),
    ("The lead shall respond no later than 4 hours.", &[Code::MissingTrigger]),
    ("The session ends after 10 minutes.", &[Code::MissingTrigger]),
    ("The lead shall retain the record for 6 years.", &[Code::MissingTrigger]),
    ("The lead shall respond by the end of the next business day.", &[Code::MissingTrigger]),
    ("The lead shall respond within 24 of detection.", &[Code::MissingUnit]),
    ("The lead shall respond no later than four after detection.", &[Code::MissingUnit]),
    ("Respond within 4 hours of detection.", &[Code::MissingRole]),
    ("Within 4 hours of detection, notify the officer.", &[Code::MissingRole]),
    ("Review access every 90 calendar days.", &[Code::MissingRole]),
    ("Anyone may report within 4 hours of detection.", &[Code::RoleUndefined]),
    ("The lead shall respond within 24–48 hours of detection.", &[Code::RangeNotSingleLimit]),
    ("The lead shall respond within two to four hours of detection.", &[Code::RangeNotSingleLimit]),
    ("The lead shall respond between 2 and 4 hours after detection.", &[Code::RangeNotSingleLimit]),
    ("The lead shall respond within ten (12) hours of detection.", &[Code::RangeNotSingleLimit]),
    ("The lead shall respond within some hours of detection.", &[Code::VagueQuantity]),
    ("The lead shall respond within hours of detection.", &[Code::VagueQuantity]),
    ("The lead shall respond within a couple of days of detection.", &[Code::VagueQuantity]),
    ("The lead shall respond within several hours of detection.", &[Code::VagueQuantity]),
    ("The lead shall respond within approximately 4 hours of detection.", &[Code::VagueQuantity]),
    ("The lead shall respond within roughly 4 hours of detection.", &[Code::VagueQuantity]),
    ("The system alerts after excessive sign-ins.", &[Code::VagueThreshold]),
    ("The officer shall review access bimonthly.", &[Code::AmbiguousUnit]),
    ("The lead shall respond within 5 days of detection.", &[Code::UnitDayTypeUndefined]),
    ("The lead shall respond within five working days of detection.", &[Code::UnitDayTypeUndefined]),
    ("The lead shall grant a 30-day extension.", &[Code::UnitDayTypeUndefined]),
    ("The analyst shall review alerts once per shift.", &[Code::UnitDayTypeUndefined]),
    ("The lead shall respond within zero hours of detection.", &[Code::QuantityNotPositive]),
    ("The lead shall respond within -4 hours of detection.", &[Code::QuantityNotPositive]),
    ("The lead shall respond within 1.5 hours of detection.", &[Code::QuantityNotPositive]),
    ("The lead shall respond within half an hour of detection.", &[Code::QuantityNotPositive]),
    (
        "The officer shall notify affected individuals within 61 calendar days after discovery of the breach.",
        &[Code::ExceedsLegalCap],
    ),
    (
        "Upon discovery of a breach, the officer shall notify the media within 9 weeks.",
        &[Code::ExceedsLegalCap],
    ),
    (
        "The officer shall notify affected individuals within 10 business days after discovery and in no case later \
         than 3 months after discovery.",
        &[Code::ExceedsLegalCap],
    ),
    ("The lead shall respond within 4 hours of detection, if possible.", &[Code::ConditionalEscape]),
    ("The lead shall respond within 4 hours of detection unless impracticable.", &[Code::ConditionalEscape]),
    ("The officer shall review access every 90 calendar days where possible.", &[Code::ConditionalEscape]),
    ("The lead shall test the plan when necessary.", &[Code::NoUpperBound]),
    ("The officer shall notify without unreasonable delay.", &[Code::LegalPhraseWithoutLimit]),
    ("The officer shall retain documentation for 5 years from creation.", &[Code::BelowLegalFloor]),
    (
        "The officer shall keep the web notice posted for 60 calendar days after posting.",
        &[Code::BelowLegalFloor],
    ),
    // Objective as they are.
    ("The lead shall respond within 4 hours of detection.", &[]),
    ("When an incident is declared, the lead shall respond within 4 hours.", &[]),
    ("The lead shall disable access upon termination within 1 hour.", &[]),
    ("The officer shall test the plan every 12 months and as needed.", &[]),
    ("The officer shall retain documentation for at least 6 years from creation.", &[]),
    ("The officer shall notify affected individuals no later than 60 calendar days after discovery.", &[]),
    ("The lead shall report a covered cyber incident to CISA within 30 calendar days of belief.", &[]),
    // Parameters, not times.
    ("The system locks the account after 5 failed sign-ins within 15 minutes.", &[]),
    ("The system alerts when failed sign-ins reach 5 within 15 minutes.", &[]),
    ("The gateway refuses more than 300 requests per minute for 5 minutes.", &[]),
    ("Sessions last no more than 8 hours.", &[]),
    ("Passwords of at least 15 characters pass within 164.312(d).", &[]),
    ("The lead shall respond no later than 31 December 2026.", &[]),
    ("The lead shall complete the plan within 2027 budgets.", &[]),
];

#[test]
fn every_text_has_its_errors_and_no_others() {
    for (text, codes) in CASES {
        assert_eq!(error_codes(text), *codes, "{text}: {:?}", plain(text).findings);
    }
}

#[test]
fn every_code_of_the_errors_table_is_reached_above() {
    let errors = data("errors");
    let table: BTreeSet<Code> = errors
        .as_mapping()
        .unwrap()
        .keys()
        .map(|code| serde_yaml::from_value(code.clone()).unwrap())
        .collect();
    let reached: BTreeSet<Code> = CASES.iter().flat_map(|(_, codes)| *codes).copied().collect();
    assert_eq!(table.len(), 16);
    assert_eq!(reached, table);
}

#[test]
fn every_finding_says_what_would_be_objective() {
    for (text, _) in CASES {
        for finding in plain(text).findings {
            assert!(finding.suggestion.len() > 10, "{text}: {finding:?}");
            assert!(finding.level <= FindingLevel::Error && finding.field.is_none());
        }
    }
}

#[test]
fn a_broken_limit_of_the_law_is_named_with_its_citation() {
    let text = "The officer shall notify affected individuals within 90 calendar days after discovery of the breach.";
    let report = plain(text);
    assert_eq!(report.findings[0].suggestion, "Shorten this to at most 60 calendar days: 45 CFR 164.404(b).");
}
