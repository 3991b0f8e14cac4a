//! Which fields of two forms of a record differ.

use serde_json::Value;
use std::collections::BTreeSet;

/// Every field that differs, as JSON pointers (RFC 6901) in the order of the fields; lists of different length
/// are one field.
#[must_use]
pub fn changed_fields(one: &Value, other: &Value) -> Vec<String> {
    let mut found = Vec::new();
    compare(Some(one), Some(other), "", &mut found);
    found
}

fn compare(one: Option<&Value>, other: Option<&Value>, pointer: &str, found: &mut Vec<String>) {
    if one == other {
        return;
    }
    match (one, other) {
        (Some(Value::Object(one)), Some(Value::Object(other))) => {
            let names: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
            for name in names {
                compare(one.get(name), other.get(name), &below(pointer, name), found);
            }
        }
        (Some(Value::Array(one)), Some(Value::Array(other))) if one.len() == other.len() => {
            for (place, (one, other)) in one.iter().zip(other).enumerate() {
                compare(Some(one), Some(other), &below(pointer, &place.to_string()), found);
            }
        }
        _ => found.push(pointer.to_owned()),
    }
}

fn below(pointer: &str, name: &str) -> String {
    format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_field_that_differs_is_pointed_at() {
        let one = json!({ "a": 1, "b": { "c": [1, { "d": 2 }], "same": true }, "gone": null, "list": [1] });
        let other =
            json!({ "a": 2, "b": { "c": [1, { "d": 3 }], "same": true }, "list": [1, 2], "x/y~z": 0 });
        assert_eq!(changed_fields(&one, &other), ["/a", "/b/c/1/d", "/gone", "/list", "/x~1y~0z"]);
        assert_eq!(changed_fields(&one, &one), Vec::<String>::new());
    }
}
