//! Who may accept what, what decisions lack, which risks are proposed, and business days.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod builder;

use builder::{TODAY, assessment, supported};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use riskwright_domain::assessment::propose::{MOST_ASSETS, Subject, propose};
use riskwright_domain::assessment::starter::starter_systems;
use riskwright_domain::assessment::{
    Asset, AssetKind, Capability, OwnThreat, ThreatAnswer, ThreatDisposition,
};
use riskwright_domain::catalogue::{Catalogue, SecurityObjective, ThreatCatalogue};
use riskwright_domain::organization::Access;
use riskwright_domain::organization::calendar::{Calendar, federal_holidays};
use riskwright_domain::risk::acceptance::{PlanTimes, latest, may_accept, plan_times};
use riskwright_domain::risk::{Level, rate::CiaImpact};
use riskwright_domain::workspace::Content;
use std::collections::BTreeSet;

fn threats() -> &'static ThreatCatalogue {
    Catalogue::embedded().threat_catalogues.latest().unwrap()
}

#[test]
fn each_level_has_its_acceptors_and_its_last_day() {
    let content = supported();
    let mut person = content.people[0].clone();
    let owner = person.number.clone();
    let mut organization = content.organization.clone();
    organization.duties.clear();
    let mut may = |access: &[Access], owner: &str, level: Level| {
        person.access = access.to_vec();
        may_accept(&organization, &person, &owner.into(), level, TODAY)
    };
    // Level, executive, security official, owner, contributor, last day.
    let cases = [
        (Level::VeryHigh, true, false, false, date(2026, 12, 21)),
        (Level::High, true, false, true, date(2027, 2, 19)),
        (Level::Moderate, true, true, false, date(2027, 11, 21)),
        (Level::Low, true, true, false, date(2027, 11, 21)),
        (Level::VeryLow, true, true, false, date(2027, 11, 21)),
    ];
    for (level, executive, official, own, last) in cases {
        assert_eq!(may(&[Access::Executive], "P-999", level), executive, "{level}");
        assert_eq!(may(&[Access::Official], "P-999", level), official, "{level}");
        assert_eq!(may(&[Access::Contributor], owner.as_str(), level), own, "{level}");
        assert!(!may(&[Access::Contributor, Access::Privacy, Access::Reviewer], "P-999", level), "{level}");
        assert_eq!(latest(level, TODAY), last, "{level}");
    }
    assert_eq!(latest(Level::Low, date(2028, 2, 29)), date(2029, 2, 28));
    assert_eq!(latest(Level::Low, Date::MAX), Date::MAX);
}

#[test]
fn plans_are_due_by_level() {
    let times = |plan, done| Some(PlanTimes { plan, done });
    let expected = [
        (Level::VeryHigh, times(7, 30)),
        (Level::High, times(14, 90)),
        (Level::Moderate, times(30, 180)),
        (Level::Low, None),
        (Level::VeryLow, None),
    ];
    for (level, expected) in expected {
        assert_eq!(plan_times(level), expected, "{level}");
    }
}

#[test]
fn every_threat_of_the_catalogue_is_about_something() {
    let of = |id: &str| Subject::of(&threats().threats.get(id).unwrap().name);
    let cases = [
        ("T-001", Subject::Anything),
        ("T-007", Subject::Anything),
        ("T-010", Subject::Vendors),
        ("T-012", Subject::Media),
        ("T-013", Subject::Endpoints),
        ("T-014", Subject::Endpoints),
        ("T-016", Subject::Endpoints),
        ("T-017", Subject::Media),
        ("T-028", Subject::Vendors),
        ("T-034", Subject::MedicalDevices),
        ("T-036", Subject::MedicalDevices),
        ("T-040", Subject::Interfaces),
        ("T-044", Subject::Networks),
        ("T-047", Subject::Interfaces),
        ("T-061", Subject::Premises),
        ("T-071", Subject::Networks),
        ("T-072", Subject::Premises),
        ("T-082", Subject::Premises),
        ("T-086", Subject::Premises),
        ("T-097", Subject::Media),
        ("T-099", Subject::Anything),
    ];
    for (id, subject) in cases {
        assert_eq!(of(id), subject, "{id}");
    }
}

fn with_assets(kinds: &[(AssetKind, Option<Level>)]) -> Content {
    let mut content = supported();
    let open = assessment(&mut content);
    let template = open.assets[0].clone();
    open.assets = kinds
        .iter()
        .zip(1..)
        .map(|((kind, level), number)| Asset {
            number: format!("A-{number:03}").as_str().into(),
            kind: *kind,
            vendor: None,
            sites: Vec::new(),
            capabilities: None,
            criticality: level.map(|level| CiaImpact { c: level, i: Level::VeryLow, a: Level::VeryLow }),
            ..template.clone()
        })
        .collect();
    open.risks.clear();
    open.threats.clear();
    content
}

fn applicable(content: &mut Content, ids: &[&str]) {
    let decided = ids.iter().map(|id| ThreatDisposition {
        threat: (*id).into(),
        answer: ThreatAnswer::Applicable,
        reason: None,
        carried: false,
    });
    assessment(content).threats.extend(decided);
}

#[test]
fn a_threat_touches_what_it_is_about_and_what_it_would_harm() {
    use AssetKind::{Device, HostedService, Interface, Medium};
    let kinds = [
        (Device, Some(Level::High)),
        (Medium, Some(Level::VeryLow)),
        (HostedService, Some(Level::Low)),
        (Interface, None),
    ];
    let mut content = with_assets(&kinds);
    // Theft of a laptop harms C and A; a lost tape too; vandalism I and A; phishing C and I; all where C alone is rated.
    applicable(&mut content, &["T-013", "T-015", "T-063", "T-001", "T-099"]);
    let open = &content.assessments[0];
    let found = propose(open, threats());
    let told: Vec<(&str, &str)> =
        found.proposed.iter().map(|one| (one.threat.as_str(), one.asset.number.as_str())).collect();
    assert_eq!(told, [("T-013", "A-001"), ("T-015", "A-001"), ("T-001", "A-001"), ("T-001", "A-003")]);
    let without: Vec<&str> = found.without.iter().map(|id| id.as_str()).collect();
    assert_eq!(without, ["T-063", "T-099"], "nothing here loses integrity or availability");
    let unrated: Vec<&str> = found.unrated.iter().map(|asset| asset.number.as_str()).collect();
    assert_eq!(unrated, ["A-004"]);
    assert_eq!(found.proposed[0].harms, [(SecurityObjective::Confidentiality, Level::High)]);
}

#[test]
fn a_threat_proposes_only_the_most_critical_and_says_how_many_it_touches() {
    let levels =
        [Level::Low, Level::High, Level::Moderate, Level::VeryHigh, Level::Low, Level::High, Level::Moderate];
    let kinds: Vec<_> = levels.iter().map(|level| (AssetKind::System, Some(*level))).collect();
    let mut content = with_assets(&kinds);
    applicable(&mut content, &["T-001"]);
    let found = propose(&content.assessments[0], threats());
    let told: Vec<&str> = found.proposed.iter().map(|one| one.asset.number.as_str()).collect();
    assert_eq!(told, ["A-004", "A-002", "A-006", "A-003", "A-007"]);
    assert_eq!((told.len(), found.proposed[0].touched), (MOST_ASSETS, 7));
}

#[test]
fn capabilities_close_vulnerabilities_of_the_offer_and_nothing_else() {
    let mut content = with_assets(&[(AssetKind::System, Some(Level::High))]);
    applicable(&mut content, &["T-001", "T-044"]);
    let offered = |content: &Content| -> Vec<String> {
        let found = propose(&content.assessments[0], threats());
        found.proposed.iter().flat_map(|one| one.vulnerabilities.iter().map(ToString::to_string)).collect()
    };
    assert_eq!(offered(&content), ["V-01", "V-02", "V-11", "V-12"]);
    assessment(&mut content).assets[0].capabilities =
        Some(vec![Capability::MultiFactor, Capability::AuditLog]);
    assert_eq!(offered(&content), ["V-02", "V-11", "V-12"]);
    let found = propose(&content.assessments[0], threats());
    assert_eq!(found.proposed[0].closed[0].0.as_str(), "V-01");
}

#[test]
fn an_own_threat_that_says_nothing_of_harm_may_harm_all_three() {
    let mut content = with_assets(&[(AssetKind::System, Some(Level::Low))]);
    let own = OwnThreat {
        id: "TX-01".into(),
        name: "Ice on the lake".to_owned(),
        description: "No ferry.".to_owned(),
        source_class: None,
        cia: Vec::new(),
        impermissible_use: false,
        carried: false,
    };
    assessment(&mut content).own_threats.push(own);
    applicable(&mut content, &["TX-01", "T-gone"]);
    let found = propose(&content.assessments[0], threats());
    assert_eq!((found.proposed.len(), found.proposed[0].vulnerabilities.len()), (1, 0));
    assert_eq!(found.without.len(), 1, "a threat of no catalogue is not forgotten");
}

#[test]
fn the_starter_list_has_its_form_and_each_system_once() {
    let systems = starter_systems();
    assert!(systems.len() >= 20, "{}", systems.len());
    let ids: BTreeSet<&str> = systems.iter().map(|one| one.id.as_str()).collect();
    let names: BTreeSet<String> = systems.iter().map(|one| one.name.to_lowercase()).collect();
    assert_eq!((ids.len(), names.len()), (systems.len(), systems.len()));
    for one in systems {
        let whole = one.hint.ends_with('.') && !one.information.is_empty() && !one.handling.is_empty();
        assert!(whole, "{}", one.id);
    }
}

/// Days on which federal offices are closed, as the Office of Personnel Management lists them.
#[test]
fn federal_holidays_are_those_that_the_government_lists() {
    let listed: [(i16, &[(i8, i8)]); 4] = [
        (
            2024,
            &[
                (1, 1),
                (1, 15),
                (2, 19),
                (5, 27),
                (6, 19),
                (7, 4),
                (9, 2),
                (10, 14),
                (11, 11),
                (11, 28),
                (12, 25),
            ],
        ),
        (
            2025,
            &[
                (1, 1),
                (1, 20),
                (2, 17),
                (5, 26),
                (6, 19),
                (7, 4),
                (9, 1),
                (10, 13),
                (11, 11),
                (11, 27),
                (12, 25),
            ],
        ),
        (
            2026,
            &[
                (1, 1),
                (1, 19),
                (2, 16),
                (5, 25),
                (6, 19),
                (7, 3),
                (9, 7),
                (10, 12),
                (11, 11),
                (11, 26),
                (12, 25),
            ],
        ),
        (
            2027,
            &[
                (1, 1),
                (1, 18),
                (2, 15),
                (5, 31),
                (6, 18),
                (7, 5),
                (9, 6),
                (10, 11),
                (11, 11),
                (11, 25),
                (12, 24),
                (12, 31),
            ],
        ),
    ];
    for (year, days) in listed {
        let found: Vec<Date> = federal_holidays(year).iter().map(|one| one.observed).collect();
        let expected: Vec<Date> = days.iter().map(|(month, day)| date(year, *month, *day)).collect();
        assert_eq!(found, expected, "{year}");
    }
    assert_eq!(federal_holidays(2020).len(), 10, "Juneteenth is a holiday since 2021");
    assert!(
        federal_holidays(2028).iter().all(|one| one.observed != date(2028, 1, 1)),
        "observed the year before"
    );
}

#[test]
fn inauguration_day_and_weekends_are_told_apart() {
    let calendar = Calendar::default();
    assert!(
        calendar.is_business_day(date(2021, 1, 20)),
        "Inauguration Day, a holiday around Washington alone"
    );
    assert!(!calendar.is_business_day(date(2026, 11, 21)), "Saturday");
    assert!(!calendar.is_business_day(date(2026, 11, 22)), "Sunday");
    assert!(!calendar.is_business_day(date(2027, 12, 31)), "New Year's Day 2028");
}

#[test]
fn own_closings_are_no_business_days() {
    let content = Content {
        organization: riskwright_domain::organization::Organization {
            closings: vec![date(2026, 11, 27)],
            ..supported().organization
        },
        ..supported()
    };
    let calendar = content.organization.calendar();
    // Wednesday before Thanksgiving, then the holiday, the closing and a weekend.
    assert_eq!(calendar.add_business_days(date(2026, 11, 25), 1), date(2026, 11, 30));
    assert_eq!(Calendar::default().add_business_days(date(2026, 11, 25), 1), date(2026, 11, 27));
    assert_eq!(calendar.business_days_between(date(2026, 11, 25), date(2026, 12, 4)), 5);
    assert_eq!(calendar.business_days_between(date(2026, 12, 4), date(2026, 11, 25)), 0);
    assert_eq!(calendar.add_business_days(date(2026, 11, 21), 0), date(2026, 11, 21));
    assert_eq!(calendar.add_business_days(date(9999, 12, 30), 40), Date::MAX);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn counting_forward_and_back_agree(start in 0_i32..20_000, days in 1_u32..120, closings in prop::collection::vec(0_i32..20_200, 0..20)) {
        let day = |offset: i32| date(2000, 1, 1).checked_add(jiff::Span::new().days(offset)).unwrap();
        let calendar = Calendar::new(closings.into_iter().map(day));
        let last = calendar.add_business_days(day(start), days);
        prop_assert!(calendar.is_business_day(last));
        prop_assert_eq!(calendar.business_days_between(day(start), last), days);
    }
}
