//! Three-way merging of records: what both sides changed is kept, and a contradiction is never lost.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

use proptest::collection::btree_map;
use proptest::prelude::*;
use riskwright_domain::workspace::merge::{Conflict, merge, value_at};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Two levels of objects; few names and values, so that the sides often meet.
type Model = BTreeMap<String, BTreeMap<String, u8>>;

fn model() -> impl Strategy<Value = Model> {
    let fields = || btree_map("[ab/]", 0_u8..3, 0..4);
    (fields(), fields()).prop_map(|(one, other)| [("x".to_owned(), one), ("y~".to_owned(), other)].into())
}

/// Any small JSON value.
fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![Just(json!(null)), (0_u8..3).prop_map(Value::from), Just(json!("text"))];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            btree_map("[ab]", inner.clone(), 0..3).prop_map(|fields| json!(fields)),
            btree_map("S-[12]", inner, 0..3).prop_map(|items| {
                items.into_iter().map(|(number, value)| json!({ "number": number, "value": value })).collect()
            }),
        ]
    })
}

fn swapped(conflicts: Vec<Conflict>) -> Vec<Conflict> {
    let swap = |one: Conflict| Conflict { theirs: one.yours, yours: one.theirs, ..one };
    conflicts.into_iter().map(swap).collect()
}

/// Pointers of the fields that both changed differently, found field by field.
fn contradictions(base: &Model, current: &Model, wanted: &Model) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (outer, fields) in base {
        let sides = [fields, &current[outer], &wanted[outer]];
        let names: BTreeSet<&String> = sides.iter().flat_map(|side| side.keys()).collect();
        for name in names {
            let [base, current, wanted] = sides.map(|side| side.get(name));
            if base != current && base != wanted && current != wanted {
                found.insert(format!("/{}/{}", outer.replace('~', "~0"), name.replace('/', "~1")));
            }
        }
    }
    found
}

proptest! {
    #[test]
    fn a_side_that_changed_nothing_gives_the_other(base in json(), changed in json()) {
        prop_assert_eq!(merge(&base, &base, &changed), Ok(changed.clone()));
        prop_assert_eq!(merge(&base, &changed, &base), Ok(changed.clone()));
        prop_assert_eq!(merge(&base, &changed, &changed), Ok(changed));
    }

    #[test]
    fn the_sides_may_be_exchanged(base in json(), one in json(), other in json()) {
        let there = merge(&base, &one, &other);
        let back = merge(&base, &other, &one).map_err(swapped);
        prop_assert_eq!(there, back);
    }

    #[test]
    fn a_conflict_names_what_each_side_has_there(base in json(), one in json(), other in json()) {
        for conflict in merge(&base, &one, &other).err().unwrap_or_default() {
            prop_assert_eq!(value_at(&one, &conflict.pointer), conflict.theirs.as_ref());
            prop_assert_eq!(value_at(&other, &conflict.pointer), conflict.yours.as_ref());
        }
    }

    #[test]
    fn exactly_the_contradictions_are_named(base in model(), current in model(), wanted in model()) {
        let expected = contradictions(&base, &current, &wanted);
        let outcome = merge(&json!(base), &json!(current), &json!(wanted));
        let named: BTreeSet<String> =
            outcome.as_ref().err().into_iter().flatten().map(|one| one.pointer.clone()).collect();
        prop_assert_eq!(&named, &expected);
        let Ok(merged) = outcome else { return Ok(()) };
        for (outer, fields) in &base {
            for name in ["a", "b", "/"] {
                let [b, c, w] = [fields.get(name), current[outer].get(name), wanted[outer].get(name)];
                let kept = if b == c { w } else { c }.map(|value| json!(value));
                prop_assert_eq!(merged[outer].get(name), kept.as_ref());
            }
        }
    }
}

#[test]
fn items_of_a_list_are_merged_by_their_number() {
    let item =
        |number: &str, text: &str| json!({ "number": number, "text": text, "risks": [{ "risk": "R-0001" }] });
    let base = json!({ "statements": [item("S-02", "two"), item("S-01", "one"), item("S-03", "three")] });
    let current = json!({ "statements": [item("S-02", "two"), item("S-01", "uno"), item("S-04", "four")] });
    let wanted = json!({ "statements": [item("S-02", "deux"), item("S-01", "one"), item("S-03", "three"), item("S-05", "five")] });
    let merged = merge(&base, &current, &wanted).unwrap();
    let texts: Vec<&str> =
        merged["statements"].as_array().unwrap().iter().map(|one| one["text"].as_str().unwrap()).collect();
    assert_eq!(texts, ["deux", "uno", "four", "five"]);
}

#[test]
fn contradictions_in_lists_are_named_by_the_item() {
    let base = json!({ "statements": [{ "number": "S-01", "text": "one" }, { "number": "S-02", "text": "two" }], "times": [1, 2] });
    let current = json!({ "statements": [{ "number": "S-01", "text": "uno" }], "times": [1, 3] });
    let wanted = json!({ "statements": [{ "number": "S-01", "text": "un" }, { "number": "S-02", "text": "deux" }], "times": [2] });
    let conflicts = merge(&base, &current, &wanted).unwrap_err();
    let pointers: Vec<&str> = conflicts.iter().map(|one| one.pointer.as_str()).collect();
    assert_eq!(pointers, ["/statements/S-01/text", "/statements/S-02", "/times"]);
    assert_eq!((&conflicts[0].theirs, &conflicts[0].yours), (&Some(json!("uno")), &Some(json!("un"))));
    assert_eq!(conflicts[1].theirs, None, "they removed it");
}

#[test]
fn two_new_orders_of_one_list_contradict_each_other() {
    let list =
        |order: [&str; 3]| -> Value { order.map(|number| json!({ "number": number })).into_iter().collect() };
    let (base, one, other) =
        (list(["S-1", "S-2", "S-3"]), list(["S-2", "S-1", "S-3"]), list(["S-3", "S-1", "S-2"]));
    assert_eq!(merge(&base, &one, &other).unwrap_err()[0].pointer, "");
    assert_eq!(merge(&base, &one, &base), Ok(one.clone()));
}
