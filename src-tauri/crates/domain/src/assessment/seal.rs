//! The hash that an approval binds to.

use super::Assessment;
use crate::audit::hash_of;
use serde_json::Value;

/// What comes after the content: where it is in its life, who approved or refused it, corrections.
const AROUND: [&str; 4] = ["status", "approvals", "rejections", "addenda"];
/// The mark that a record came forward, which says nothing of what it holds.
const CARRIED: &str = "carried";

/// SHA-256 (hex) over the canonical JSON (RFC 8785) of the content: all but status, approvals, rejections, addenda
/// and the marks of what came forward.
#[must_use]
pub fn content_hash(assessment: &Assessment) -> String {
    let mut value = serde_json::to_value(assessment).unwrap_or_default();
    if let Some(fields) = value.as_object_mut() {
        fields.retain(|name, _| !AROUND.contains(&name.as_str()));
    }
    unmark(&mut value);
    hash_of(&value)
}

fn unmark(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.remove(CARRIED);
            fields.values_mut().for_each(unmark);
        }
        Value::Array(items) => items.iter_mut().for_each(unmark),
        _ => {}
    }
}
