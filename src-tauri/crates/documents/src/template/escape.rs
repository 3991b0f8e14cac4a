//! Keeps the text of people apart from the markup of a template.
//!
//! While a template is rendered and read, each ASCII character of a context string that could mean something to
//! CommonMark stands as one private-use character; reading turns it back. Whatever a person writes is thus plain
//! text to the reader, at the start of a line, in a table cell or between asterisks. Sections are placed by further
//! private-use characters, which no context string can hold.

use std::io::{self, Write};

use serde_json::Value;

/// First of the characters that stand for the ASCII character as many places further.
const LITERAL: u32 = 0xF_0000;
/// First of the characters that stand for a section.
const MARKER: u32 = 0xF_1000;
/// The most sections that can be told apart.
pub(super) const MOST_SECTIONS: usize = 0x1000;
const END: u32 = 0xF_2000;

/// Whether this character has a meaning of its own while a template is filled.
pub(super) fn is_reserved(character: char) -> bool {
    (LITERAL..END).contains(&u32::from(character))
}

/// Writes `text` so that CommonMark sees nothing but words in it.
pub(super) fn escape(text: &str, out: &mut dyn Write) -> io::Result<()> {
    for character in text.chars() {
        let mut buffer = [0; 4];
        out.write_all(literal(character).encode_utf8(&mut buffer).as_bytes())?;
    }
    Ok(())
}

/// The text as a person wrote it.
pub(super) fn unescape(text: &str) -> String {
    text.chars().map(plain).collect()
}

/// The character that stands for the section at `index`.
pub(super) fn marker(index: usize) -> Option<char> {
    let offset = u32::try_from(index).ok().filter(|_| index < MOST_SECTIONS)?;
    char::from_u32(MARKER + offset)
}

/// The section that this character stands for.
pub(super) fn marked(character: char) -> Option<usize> {
    let offset = u32::from(character).checked_sub(MARKER)?;
    usize::try_from(offset).ok().filter(|index| *index < MOST_SECTIONS)
}

/// The context without reserved characters, so that no string in it can pass for a section.
pub(super) fn cleaned(value: &Value) -> Value {
    match value {
        Value::String(text) => Value::String(clean(text)),
        Value::Array(items) => Value::Array(items.iter().map(cleaned).collect()),
        Value::Object(map) => {
            Value::Object(map.iter().map(|(key, value)| (clean(key), cleaned(value))).collect())
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => value.clone(),
    }
}

fn clean(text: &str) -> String {
    text.chars()
        .map(|character| if is_reserved(character) { char::REPLACEMENT_CHARACTER } else { character })
        .collect()
}

fn literal(character: char) -> char {
    match character {
        '\r' | '\n' | '\t' | '\u{85}' | '\u{2028}' | '\u{2029}' => encoded(' '),
        _ if is_reserved(character) => char::REPLACEMENT_CHARACTER,
        _ if character.is_ascii() && !character.is_ascii_alphanumeric() => encoded(character),
        _ => character,
    }
}

fn encoded(character: char) -> char {
    char::from_u32(LITERAL + u32::from(character)).unwrap_or(character)
}

fn plain(character: char) -> char {
    let decoded = u32::from(character).checked_sub(LITERAL).filter(|code| *code < 0x80);
    decoded.and_then(char::from_u32).unwrap_or(character)
}
