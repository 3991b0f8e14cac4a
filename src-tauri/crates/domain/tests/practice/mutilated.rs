//! Whatever is taken from a content, the check answers, and answers the same twice.

use crate::builder::supported;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use riskwright_domain::catalogue::{Catalogue, CriterionBasis, CriterionResult, ResultState};
use riskwright_domain::practice::check::{self, Facts};
use riskwright_domain::workspace::Content;
use serde_json::Value;

/// What may happen to one place of the content.
#[derive(Debug, Clone)]
enum Wound {
    Remove,
    Empty,
    Text(String),
    Number(i64),
    Flip,
}

fn wound() -> impl Strategy<Value = (usize, Wound)> {
    let kind = prop_oneof![
        3 => Just(Wound::Remove),
        3 => Just(Wound::Empty),
        2 => prop_oneof!["[a-zA-Z .é-]{0,60}", Just("2026-11-22".to_owned()), Just("R-0021".to_owned())].prop_map(Wound::Text),
        1 => prop_oneof![Just(0), Just(-1), Just(i64::MAX), 1..1000_i64].prop_map(Wound::Number),
        2 => Just(Wound::Flip),
    ];
    (any::<prop::sample::Index>().prop_map(|index| index.index(100_000)), kind)
}

/// Pointers to every place, in order.
fn places(value: &Value, here: String, found: &mut Vec<String>) {
    found.push(here.clone());
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(key, inner)| places(inner, format!("{here}/{key}"), found))
        }
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(place, inner)| places(inner, format!("{here}/{place}"), found));
        }
        _ => {}
    }
}

fn inflict(value: &mut Value, (place, wound): &(usize, Wound)) {
    let mut found = Vec::new();
    places(value, String::new(), &mut found);
    let pointer = found[place % found.len()].clone();
    let Some((parent, key)) = pointer.rsplit_once('/') else { return };
    if matches!(wound, Wound::Remove) {
        match value.pointer_mut(parent) {
            Some(Value::Object(fields)) => drop(fields.remove(key)),
            Some(Value::Array(items)) => drop(items.remove(key.parse().unwrap())),
            _ => {}
        }
        return;
    }
    let Some(inner) = value.pointer_mut(&pointer) else { return };
    match (wound, inner) {
        (Wound::Empty, Value::Array(items)) => items.clear(),
        (Wound::Empty, Value::String(text)) => text.clear(),
        (Wound::Text(new), Value::String(text)) => text.clone_from(new),
        (Wound::Number(new), inner @ Value::Number(_)) => *inner = (*new).into(),
        (Wound::Flip, Value::Bool(flag)) => *flag = !*flag,
        _ => {}
    }
}

/// The content after its wounds; a wound that breaks the shape is left out.
fn mutilated(wounds: &[(usize, Wound)]) -> Content {
    let mut value = serde_json::to_value(supported()).unwrap();
    for wound in wounds {
        let mut next = value.clone();
        inflict(&mut next, wound);
        if serde_json::from_value::<Content>(next.clone()).is_ok() {
            value = next;
        }
    }
    serde_json::from_value(value).unwrap()
}

fn days() -> impl Strategy<Value = Date> {
    (0_i64..3000).prop_map(|days| date(2020, 11, 4).saturating_add(jiff::Span::new().days(days)))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn the_check_answers_and_answers_the_same_twice(wounds in prop::collection::vec(wound(), 0..12), on in days()) {
        let content = mutilated(&wounds);
        let facts = Facts::new(Catalogue::embedded(), &content);
        for practice in &content.practices {
            let first = check::check_with(&facts, practice, on).unwrap();
            let second = check::check(Catalogue::embedded(), &content, practice, on).unwrap();
            prop_assert_eq!(&first, &second);
            for one in &first.criteria {
                prop_assert_eq!(one.result == CriterionResult::NotMet || one.result == CriterionResult::NeedsJudgement, one.fix.is_some());
                prop_assert_eq!(one.fix.is_some(), one.fix_target.is_some());
                let roots = one.waits_for.iter().map(|id| first.criteria.iter().find(|other| other.id == *id).unwrap());
                prop_assert!(roots.into_iter().all(|root| root.result == CriterionResult::NotMet));
            }
            let blocked = first.criteria.iter().any(|one| {
                one.blocking && one.basis != CriterionBasis::ProductRule && one.result != CriterionResult::Met
            });
            prop_assert!(first.conclusion != ResultState::Supported || !blocked);
            prop_assert!(first.conclusion != ResultState::Supported || first.lapses.is_empty());
            prop_assert!(first.supported_until.is_none_or(|until| first.conclusion == ResultState::Supported && until >= on));
        }
    }

    #[test]
    fn no_break_outside_its_records_moves_the_other_practice(wounds in prop::collection::vec(wound(), 1..6)) {
        let mut content = supported();
        let wounded = mutilated(&wounds);
        let before = check::check(Catalogue::embedded(), &content, &content.practices[0], crate::builder::TODAY).unwrap();
        if let Some(other) = wounded.practices.iter().find(|one| one.number.as_str() == "PR-0002") {
            content.practices[1] = other.clone();
        }
        let after = check::check(Catalogue::embedded(), &content, &content.practices[0], crate::builder::TODAY).unwrap();
        prop_assert_eq!(before, after);
    }
}
