//! Whether records show classes of requestors treated apart: the exact test against known and counted values.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use jiff::civil::date;
use proptest::prelude::*;
use riskwright_domain::practice::ApplicationRecord;
use riskwright_domain::practice::consistency::{Consistency, SIGNIFICANCE, consistency};

/// Records with so many limited and so many unlimited cases of each class.
fn records(table: &[(u32, u32)]) -> Vec<ApplicationRecord> {
    let mut records = Vec::new();
    for (class, (limited, free)) in table.iter().enumerate() {
        let outcomes = (0..*limited).map(|_| true).chain((0..*free).map(|_| false));
        records.extend(outcomes.map(|limited| record(&format!("Class {class:02}"), Some(limited))));
    }
    records
}

fn record(class: &str, restricted: Option<bool>) -> ApplicationRecord {
    ApplicationRecord {
        on: date(2026, 11, 2),
        requestor_class: class.to_owned(),
        outcome: "Looked at.".to_owned(),
        restricted,
        deviation: None,
    }
}

fn compare(table: &[(u32, u32)]) -> Consistency {
    consistency(&records(table))
}

/// n over k in whole numbers.
fn choose(n: u32, k: u32) -> u128 {
    (0..k).fold(1, |product, at| product * u128::from(n - at) / u128::from(at + 1))
}

/// The p-value by counting every table with the same margins, in whole numbers.
fn counted(table: &[(u32, u32)]) -> f64 {
    let sizes: Vec<u32> = table.iter().map(|(limited, free)| limited + free).collect();
    let limited: Vec<u32> = table.iter().map(|(limited, _)| *limited).collect();
    let weight = |cells: &[u32]| sizes.iter().zip(cells).map(|(n, k)| choose(*n, *k)).product::<u128>();
    let observed = weight(&limited);
    let mut tables = vec![Vec::new()];
    for size in &sizes {
        let longer = |table: &Vec<u32>| {
            let table = table.clone();
            (0..=*size).map(move |cell| table.iter().copied().chain([cell]).collect::<Vec<u32>>())
        };
        tables = tables.iter().flat_map(longer).collect();
    }
    let total: u32 = limited.iter().sum();
    let same = tables.iter().filter(|cells| cells.iter().sum::<u32>() == total);
    let unlikely: u128 = same.map(|cells| weight(cells)).filter(|weight| *weight <= observed).sum();
    unlikely as f64 / choose(sizes.iter().sum(), total) as f64
}

#[test]
fn published_values_of_tables_with_two_classes() {
    // The tea tasting of R. A. Fisher, The Design of Experiments (1935); the others are worked examples in the
    // manuals of statistical programs.
    for (table, expected) in [
        ([(3, 1), (1, 3)], 0.485_714_285_7),
        ([(4, 0), (0, 4)], 0.028_571_428_6),
        ([(1, 9), (11, 3)], 0.002_759_456_2),
        ([(8, 2), (1, 5)], 0.034_965_035_0),
        ([(5, 5), (5, 5)], 1.0),
    ] {
        let found = compare(&table);
        let p_value = found.p_value.unwrap();
        assert!((p_value - expected).abs() < 1e-9, "{table:?}: {p_value}");
        assert_eq!(found.differs, expected < SIGNIFICANCE, "{table:?}");
    }
}

#[test]
fn spellings_are_one_class_and_every_record_is_counted() {
    let found = consistency(&[
        record("Patient  app", Some(true)),
        record("payer", None),
        record("patient app ", Some(false)),
        record("PAYER", Some(false)),
        record(" ", Some(true)),
    ]);
    let counts: Vec<_> = found
        .classes
        .iter()
        .map(|one| (one.requestor_class.as_str(), one.applied, one.restricted, one.unknown))
        .collect();
    assert_eq!(counts, [("", 1, 1, 0), ("Patient app", 2, 1, 0), ("payer", 2, 0, 1)]);
    assert_eq!(found.p_value, Some(1.0));
    assert!(
        found.words.ends_with("2 records without a class or an outcome are left out."),
        "{}",
        found.words
    );
}

#[test]
fn words_say_what_was_found_and_what_to_do() {
    let of = |class: &str, limited: u32, free: u32| {
        let limited = (0..limited).map(|_| Some(true));
        let outcomes = limited.chain((0..free).map(|_| Some(false)));
        outcomes.map(|outcome| record(class, outcome)).collect::<Vec<_>>()
    };
    let cases = [
        ("none", Vec::new()),
        ("unknown", vec![record("Payer", None), record("Patient app", None)]),
        ("one class", of("Payer", 2, 1)),
        ("always limited", [of("Payer", 3, 0), of("Patient app", 1, 0)].concat()),
        ("never limited", [of("Payer", 0, 3), of("Patient app", 0, 1)].concat()),
        ("alike", [of("Payer", 2, 3), of("Patient app", 3, 2)].concat()),
        ("apart", [of("Payer", 1, 11), of("Patient app", 8, 1), vec![record("Payer", None)]].concat()),
        ("far apart", [of("Payer", 0, 40), of("Patient app", 40, 0)].concat()),
    ];
    let said: Vec<String> =
        cases.iter().map(|(name, records)| format!("{name}: {}", consistency(records).words)).collect();
    insta::assert_snapshot!(said.join("\n\n"));
}

#[test]
fn nothing_is_compared_without_two_classes_and_two_outcomes() {
    for table in [vec![], vec![(3, 4)], vec![(3, 0), (2, 0)], vec![(0, 3), (0, 2)]] {
        let found = compare(&table);
        assert_eq!((found.p_value, found.differs), (None, false), "{table:?}");
    }
    let unknown = consistency(&[record("Payer", Some(true)), record("App", None), record("App", None)]);
    assert_eq!(unknown.p_value, None);
}

#[test]
fn tables_too_large_for_one_test_are_tested_class_by_class() {
    let mut table: Vec<(u32, u32)> = (0_u32..24).map(|class| (20 + class, 60 + 3 * class)).collect();
    let alike = compare(&table);
    assert!(alike.words.contains("each class against all others"), "{}", alike.words);
    assert!(!alike.differs, "{}", alike.words);
    table[7] = (80, 3);
    let apart = compare(&table);
    assert!(apart.differs && apart.p_value.unwrap() < 1e-6, "{}", apart.words);
    assert!(apart.words.contains("Class 07 in 80 of 83 records, "), "{}", apart.words);
}

#[test]
fn many_small_classes_are_still_weighed_together() {
    let table: Vec<(u32, u32)> = (0..40).map(|class| (class % 2, 1 - class % 2)).collect();
    let found = compare(&table);
    assert!(found.p_value.unwrap() > 1.0 - 1e-9, "every table is as likely as every other");
    assert!(found.words.contains("(exact test, p = 1.0000)"), "{}", found.words);
}

fn any_table() -> impl Strategy<Value = Vec<(u32, u32)>> {
    prop::collection::vec((0_u32..5, 0_u32..5), 2..5)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_chance_is_the_one_that_counting_every_table_gives(table in any_table()) {
        let counted_rows: Vec<(u32, u32)> =
            table.iter().copied().filter(|(limited, free)| limited + free > 0).collect();
        if let Some(p_value) = compare(&table).p_value {
            prop_assert!((p_value - counted(&counted_rows)).abs() < 1e-9, "{} {}", p_value, counted(&counted_rows));
        }
    }

    #[test]
    fn neither_the_order_of_classes_nor_the_name_of_the_outcome_matters(
        table in prop::collection::vec((0_u32..30, 0_u32..30), 2..6),
        turn in 0_usize..6,
    ) {
        let found = compare(&table).p_value;
        if let Some(p_value) = found {
            prop_assert!(p_value > 0.0 && p_value <= 1.0, "{}", p_value);
        }
        let mut turned = table.clone();
        turned.rotate_left(turn % table.len());
        let swapped: Vec<(u32, u32)> = table.iter().map(|(limited, free)| (*free, *limited)).collect();
        for other in [compare(&turned).p_value, compare(&swapped).p_value] {
            prop_assert_eq!(other.is_some(), found.is_some());
            let apart = (other.unwrap_or_default() - found.unwrap_or_default()).abs();
            prop_assert!(apart < 1e-9, "{:?} {:?}", found, other);
        }
    }

    #[test]
    fn the_order_of_records_does_not_matter(table in any_table(), seed in 0_usize..100) {
        let mut shuffled = records(&table);
        let count = shuffled.len();
        for at in 0..count {
            shuffled.swap(at, (at * 7 + seed) % count);
        }
        prop_assert_eq!(consistency(&shuffled), compare(&table));
    }
}
