//! Texts of a catalogue as one line without marks.

use super::{OscalProblem, OscalProblemCode, problem};
use serde_json::{Map, Value};

/// A text field; empty where there is none or it is no text.
pub fn field<'a>(object: &'a Map<String, Value>, name: &str) -> &'a str {
    object.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// One line without the marks for emphasis and code that OSCAL allows in a title.
pub fn plain(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut escaped = false;
    for one in text.chars() {
        match one {
            '\\' if !escaped => escaped = true,
            '*' | '`' if !escaped => {}
            _ => {
                kept.push(if one.is_control() { ' ' } else { one });
                escaped = false;
            }
        }
    }
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The problem of a text with more characters than `longest`.
pub fn too_long(path: &str, text: &str, longest: usize) -> Option<OscalProblem> {
    let length = text.chars().count();
    (length > longest).then(|| problem(path, OscalProblemCode::TooLong, length))
}
