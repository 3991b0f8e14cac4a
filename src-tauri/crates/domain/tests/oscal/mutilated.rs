//! Files that were cut, swapped and overwritten: refused or read, never a panic, and never a doubtful list.

use crate::{CATALOG, read_value, sample};
use proptest::prelude::*;
use proptest::sample::Index;
use riskwright_domain::framework::oscal::read;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// What takes the place of a value.
fn other() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        Just(json!([])),
        Just(json!({})),
        Just(json!([{ "id": "acc-1" }, { "id": "" }, 7])),
        Just(json!({ "groups": [{ "controls": [{ "title": 3 }] }] })),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
    ]
}

/// Pointers to every value of a file, the file itself first.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                places(item, &format!("{at}/{place}"), found);
            }
        }
        Value::Object(fields) => {
            for (name, item) in fields {
                places(item, &format!("{at}/{name}"), found);
            }
        }
        _ => {}
    }
}

proptest! {
    #[test]
    fn a_file_with_other_values_is_refused_or_gives_a_clean_list(
        changes in proptest::collection::vec((any::<Index>(), other()), 1..6)
    ) {
        let mut file = sample();
        for (which, value) in changes {
            let mut all = Vec::new();
            places(&file, "", &mut all);
            let place = which.get(&all).clone();
            *file.pointer_mut(&place).unwrap() = value;
        }
        match read_value(&file) {
            Err(found) => prop_assert!(!found.is_empty()),
            Ok(found) => {
                let ids: BTreeSet<&str> = found.elements.iter().map(|one| one.id.as_str()).collect();
                prop_assert!(!ids.is_empty() && !ids.contains(""));
                prop_assert_eq!(ids.len(), found.elements.len(), "each id once");
                let orphan = found.elements.iter().filter_map(|one| one.parent.as_deref()).find(|one| !ids.contains(one));
                prop_assert_eq!(orphan, None);
            }
        }
    }

    #[test]
    fn a_text_that_was_cut_or_overwritten_never_breaks_the_reader(
        from in any::<Index>(), length in 0usize..400, put in ".{0,40}"
    ) {
        let mut bytes = CATALOG.as_bytes().to_vec();
        let from = from.index(bytes.len());
        let to = (from + length).min(bytes.len());
        bytes.splice(from..to, put.bytes());
        let text = String::from_utf8_lossy(&bytes);
        prop_assert!(read(&text).map_or_else(|found| !found.is_empty(), |found| !found.elements.is_empty()));
    }
}
