//! YAML that means the same to every reader: whatever YAML 1.1 or 1.2 might take for something else is quoted.
//!
//! YAML 1.1 reads `yes`, `off`, `=`, `07:30` or `1_000` as no text; many tools still do. Dates are left plain: they are
//! dates to both.

use serde_yaml::{Mapping, Value};
use std::fmt::Write as _;

/// The block-style text of a mapping.
#[must_use]
pub fn document(value: &Value) -> String {
    let mut out = String::new();
    match value {
        Value::Mapping(mapping) if !mapping.is_empty() => fields(mapping, 0, &mut out),
        other => {
            inline(other, &mut out);
            out.push('\n');
        }
    }
    out
}

/// The fields of a mapping; the first continues the current line, so that it can follow `- `.
fn fields(mapping: &Mapping, depth: usize, out: &mut String) {
    for (at, (key, value)) in mapping.iter().enumerate() {
        if at > 0 {
            indent(depth, out);
        }
        inline(key, out);
        out.push(':');
        below(value, depth, out);
    }
}

/// A value behind its key: on the same line, or on the next ones.
fn below(value: &Value, depth: usize, out: &mut String) {
    match value {
        Value::Mapping(mapping) if !mapping.is_empty() => {
            out.push('\n');
            indent(depth + 1, out);
            fields(mapping, depth + 1, out);
        }
        Value::Sequence(items) if !items.is_empty() => {
            out.push('\n');
            for item in items {
                indent(depth + 1, out);
                out.push('-');
                entry(item, depth + 1, out);
            }
        }
        scalar => {
            out.push(' ');
            self::scalar(scalar, depth + 1, out);
        }
    }
}

/// An entry of a list behind its hyphen.
fn entry(item: &Value, depth: usize, out: &mut String) {
    match item {
        Value::Mapping(mapping) if !mapping.is_empty() => {
            out.push(' ');
            fields(mapping, depth + 1, out);
        }
        other => below(other, depth, out),
    }
}

fn scalar(value: &Value, depth: usize, out: &mut String) {
    match value {
        Value::String(text) if can_be_block(text) => block(text, depth, out),
        other => {
            inline(other, out);
            out.push('\n');
        }
    }
}

fn inline(value: &Value, out: &mut String) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(truth) => out.push_str(if *truth { "true" } else { "false" }),
        Value::Number(number) => out.push_str(&number.to_string()),
        Value::String(text) if can_be_plain(text) => out.push_str(text),
        Value::String(text) if text.chars().all(is_plain_character) => single_quoted(text, out),
        Value::String(text) => double_quoted(text, out),
        Value::Sequence(_) => out.push_str("[]"),
        Value::Mapping(_) => out.push_str("{}"),
        Value::Tagged(tagged) => inline(&tagged.value, out),
    }
}

/// Several lines as they are. What begins or ends with blanks is quoted instead, where nobody overlooks them.
fn can_be_block(text: &str) -> bool {
    let body = text.strip_suffix('\n').unwrap_or(text);
    let sound = |line: &str| line.is_empty() || !(line.trim().is_empty() || line.ends_with(' '));
    text.contains('\n')
        && !body.is_empty()
        && !body.starts_with([' ', '\n'])
        && !body.ends_with('\n')
        && text.chars().all(|character| character == '\n' || is_plain_character(character))
        && body.split('\n').all(sound)
}

fn block(text: &str, depth: usize, out: &mut String) {
    let (mark, body) = text.strip_suffix('\n').map_or(("|-", text), |body| ("|", body));
    out.push_str(mark);
    out.push('\n');
    for line in body.split('\n') {
        if !line.is_empty() {
            indent(depth, out);
            out.push_str(line);
        }
        out.push('\n');
    }
}

fn single_quoted(text: &str, out: &mut String) {
    out.push('\'');
    out.push_str(&text.replace('\'', "''"));
    out.push('\'');
}

fn double_quoted(text: &str, out: &mut String) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            other if is_plain_character(other) => out.push(other),
            // Writing to a string cannot fail.
            other => drop(write!(out, "\\U{:08X}", u32::from(other))),
        }
    }
    out.push('"');
}

fn can_be_plain(text: &str) -> bool {
    let starts = text.starts_with(|first: char| first.is_alphanumeric() || "/(._$+<§".contains(first));
    starts
        && !text.starts_with("...")
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with([':', ' '])
        && text.chars().all(is_plain_character)
        && !is_taken_for_something_else(text)
}

/// Printable in YAML, and kept by every reader on one line.
fn is_plain_character(character: char) -> bool {
    let breaks = matches!(character, '\u{85}' | '\u{2028}' | '\u{2029}');
    let unseen = matches!(character, '\u{feff}' | '\u{fffe}' | '\u{ffff}');
    !(character.is_control() || breaks || unseen)
}

/// Words that the types of YAML 1.1 or 1.2 claim.
const CLAIMED: &[&str] = &[
    "y", "n", "yes", "no", "true", "false", "on", "off", "null", "nil", "~", "=", "<<", ".inf", "+.inf",
    "-.inf", ".nan",
];

fn is_taken_for_something_else(text: &str) -> bool {
    CLAIMED.iter().any(|word| text.eq_ignore_ascii_case(word)) || (looks_like_number(text) && !is_date(text))
}

/// Anything that some reader takes for a number: `0x1F`, `0o17`, `1_000`, `07:30`, `1e3`, `.5`; rather too much.
fn looks_like_number(text: &str) -> bool {
    let starts = text.starts_with(|first: char| first.is_ascii_digit() || ".+-".contains(first));
    starts && text.bytes().all(|byte| byte.is_ascii_hexdigit() || b"xXoO_.,:+-".contains(&byte))
}

fn is_date(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

fn indent(depth: usize, out: &mut String) {
    out.extend(std::iter::repeat_n("  ", depth));
}
