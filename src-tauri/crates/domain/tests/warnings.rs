//! Wording of practices that deserves a second look, and look-alikes that do not.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "builder/mod.rs"]
mod builder;

use builder::{D, E, case, practice, supported};
use proptest::prelude::*;
use riskwright_domain::practice::warnings::{Warning, WarningCode, warnings};
use riskwright_domain::practice::{Alternative, Practice};

use WarningCode::{Competitor, OverBroad as Broad, Punitive};

/// Descriptions with one phrase that is found, as written.
const FOUND: &[(&str, WarningCode, &str)] = &[
    ("Access is stopped as a penalty for late answers.", Punitive, "as a penalty"),
    ("We PUNISH clients that call too often.", Punitive, "PUNISH"),
    ("The vendor is penalized for reading twice.", Punitive, "penalized"),
    ("This is retaliation for the complaint of May.", Punitive, "retaliation"),
    ("The feed is held back until they pay.", Punitive, "until they pay"),
    ("The feed is held back until  the\ninvoice is paid.", Punitive, "until  the\ninvoice is paid"),
    ("Held back because of unpaid invoices.", Punitive, "unpaid invoices"),
    ("All third-party apps are blocked.", Broad, "All third-party apps"),
    ("Refuse any requestor.", Broad, "any requestor"),
    ("The portal refuses every app.", Broad, "every app"),
    ("A blanket refusal of tokens.", Broad, "blanket"),
    ("Tokens are refused indefinitely.", Broad, "indefinitely"),
    ("The account is permanently closed.", Broad, "permanently"),
    ("Export of all EHI is off. That saves space.", Broad, "all EHI"),
    ("Bulk export is off until further notice.", Broad, "until further notice"),
    ("Slows clients of a competitor.", Competitor, "competitor"),
    ("The competitor's client waits.", Competitor, "competitor's"),
    ("A competing product may not connect.", Competitor, "competing"),
    ("Refused for commercial reasons.", Competitor, "commercial reasons"),
    ("This is to protect our market.", Competitor, "our market"),
    ("Clients need an exclusive contract.", Competitor, "exclusive contract"),
    ("Whoever has not settled the fee waits.", Competitor, "fee"),
    ("No competitor may connect.", Competitor, "competitor"),
    ("Data goes to partners and not to a rival.", Competitor, "rival"),
    ("Nothing is released until they pay.", Punitive, "until they pay"),
    ("The portal does not answer all requests.", Broad, "all requests"),
    ("This is not slow. Permanent refusal follows.", Broad, "Permanent"),
];

/// Descriptions in which nothing is found.
const HARMLESS: &[&str] = &[
    "The token is suspended; this is not a penalty.",
    "Access is stopped for safety, never as a penalty.",
    "Nobody is refused without a reason, and no fee is charged.",
    "The block isn't permanent.",
    "The block isn’t indefinite.",
    "The client is slowed down without any fee.",
    "Every client that reads one chart beyond its grant is suspended.",
    "All requests with a leaked key are refused.",
    "Any app whose token leaked must sign in again.",
    "The same limit holds for all requestors.",
    "All clients are treated alike.",
    "Payers may read the fee schedule.",
    "Incompetent handling, feedback, coffee and arrivals are no such words.",
    "Penal codes, commerce and markets are not meant; the two are mutually exclusive.",
    "It is a requirement of all. Requests are counted.",
    "Small apps connect. All wait for a token.",
    "",
];

fn described(text: &str) -> Vec<Warning> {
    let mut content = supported();
    practice(&mut content, D).description = text.to_owned();
    warnings(practice(&mut content, D))
}

#[test]
fn each_wording_is_found_with_its_place() {
    for (text, code, found) in FOUND {
        let warnings = described(text);
        let said: Vec<_> =
            warnings.iter().map(|one| (one.field.as_str(), one.code, one.found.as_str())).collect();
        assert_eq!(said, [("/description", *code, *found)], "{text}");
    }
}

#[test]
fn negations_limits_even_rules_and_look_alikes_are_left_alone() {
    for text in HARMLESS {
        assert_eq!(described(text), [], "{text}");
    }
}

#[test]
fn the_sample_practices_use_no_such_words() {
    let mut content = supported();
    for number in [D, E] {
        assert_eq!(warnings(practice(&mut content, number)), [], "{number}");
    }
}

#[test]
fn every_text_of_a_practice_is_read_and_what_happened_may_be_broad() {
    let mut content = supported();
    let weighed = |reason: &str| Alternative {
        description: "Another way".to_owned(),
        addresses_risk: None,
        less_interfering: None,
        reasonable: None,
        reason: reason.to_owned(),
    };
    let case = case(&mut content);
    case.facts = "Every request came with the leaked key, and all data was read.".to_owned();
    case.necessity = "It would punish the vendor, and it keeps our market share.".to_owned();
    case.end_condition = "It lasts forever.".to_owned();
    case.alternatives = vec![weighed("Blocking all apps goes too far."), weighed("It costs revenue.")];
    let one: &mut Practice = practice(&mut content, E);
    one.title = "Retaliation against a rival".to_owned();
    one.application.rule = "All apps are refused. All apps pay a fee.".to_owned();
    one.alternatives = vec![weighed("Competitors would gain.")];
    let found = warnings(one);
    let found: Vec<String> =
        found.iter().map(|one| format!("{} {:?}: {}", one.field, one.code, one.found)).collect();
    insta::assert_snapshot!(found.join("\n"));
}

#[test]
fn advice_names_the_words_and_no_verdict() {
    let found = described("Block all apps as a penalty, for a fee.");
    let words: Vec<&str> = found.iter().map(|one| one.words.as_str()).collect();
    insta::assert_snapshot!(words.join("\n"));
}

proptest! {
    #[test]
    fn any_text_is_read_and_what_is_found_stands_in_it(text in "(?s).{0,80}( all apps|’|'|\n|fee)?.{0,20}") {
        for one in described(&text) {
            prop_assert!(text.contains(&one.found) && !one.found.is_empty(), "{:?}", one);
        }
    }
}
