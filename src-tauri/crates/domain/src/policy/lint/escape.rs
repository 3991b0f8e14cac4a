//! Words that undo a limit — "where possible", "so far as circumstances allow", "resources permitting" — beyond those of
//! the word list.

use std::ops::Range;

use super::cursor::Cursor;
use super::token::{Kind, Token};
use super::word_set::{WordSet, words};

/// The escapes of a sentence, in order, none overlapping.
pub(super) fn find(tokens: &[Token<'_>]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let end = read(tokens, at);
        if let Some(end) = end {
            found.push(at..end);
        }
        at = end.unwrap_or(at + 1);
    }
    found
}

fn read(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    condition(tokens, at).or_else(|| permitting(tokens, at)).or_else(|| subject_to(tokens, at))
}

/// How many words of a condition are looked at.
const REACH: usize = 6;

/// "where this is possible", "as far as resources allow".
fn condition(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let mut cursor = Cursor::new(tokens, at);
    cursor.eat_one_of(OPENERS).then_some(())?;
    let words = cursor.rest().iter().take(REACH).take_while(|token| token.is_word());
    let mut end = None;
    for (offset, token) in words.enumerate() {
        let allows = offset > 0 && token.is_any(ALLOW);
        if token.is_any(CONDITIONS) || allows {
            end = Some(cursor.at + offset + 1);
            break;
        }
        if !token.is_any(SMALL) && !token.lower.ends_with("ly") && offset > 2 {
            break;
        }
    }
    end.filter(|end| is_whole(tokens, cursor.at, *end))
}

/// A test with a noun of its own, "if needed for care", is a condition that somebody can check.
fn is_whole(tokens: &[Token<'_>], start: usize, end: usize) -> bool {
    let short = end <= start + 3;
    let follows = tokens.get(end);
    let ends = follows.is_none_or(|token| !token.is_word() || !token.is_any(words!["for", "of", "in"]));
    let allowed = tokens.get(end - 1).is_some_and(|token| token.is_any(ALLOW));
    short && ends || allowed
}

/// ", resources permitting".
fn permitting(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let opens = tokens.get(at)?;
    let first = opens.is_word().then_some(at)?;
    let before = first.checked_sub(1).and_then(|before| tokens.get(before));
    before.filter(|before| matches!(before.kind, Kind::Mark(',' | '(')))?;
    let near = tokens.get(first + 1..)?.iter().take(4).take_while(|token| token.is_word());
    let verb = near.enumerate().find(|(_, token)| token.is_any(words!["permitting", "allowing"]))?;
    Some(first + verb.0 + 2)
}

/// "subject to availability", "barring unforeseen events".
fn subject_to(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let mut cursor = Cursor::new(tokens, at);
    if cursor.eat_one_of(words!["subject to"]) {
        cursor.eat("the");
        let near = cursor.rest().iter().take(3).position(|token| token.is_any(SCARCE))?;
        return Some(cursor.at + near + 1);
    }
    cursor.eat_one_of(words!["barring"]).then_some(cursor.at)
}

const OPENERS: &WordSet = words![
    "to the extent that",
    "to the extent",
    "to the degree",
    "insofar as",
    "in so far as",
    "as far as",
    "so far as",
    "so long as",
    "except where",
    "except when",
    "provided that",
    "provided",
    "wherever",
    "whenever",
    "where",
    "when",
    "unless",
    "if",
    "as",
];

const CONDITIONS: &WordSet = words![
    "possible",
    "feasible",
    "practicable",
    "practical",
    "appropriate",
    "necessary",
    "needed",
    "impossible",
    "infeasible",
    "impracticable",
    "impractical",
    "unavoidable",
    "workable",
    "achievable",
    "realistic",
    "reasonable",
];

const ALLOW: &WordSet =
    words!["allow", "allows", "permit", "permits", "prevent", "prevents", "dictate", "dictates"];

const SMALL: &WordSet =
    words!["it", "this", "that", "is", "are", "not", "at", "all", "be", "doing", "so", "the", "otherwise"];

const SCARCE: &WordSet = words![
    "availability",
    "resources",
    "staffing",
    "workload",
    "capacity",
    "budget",
    "funding",
    "circumstances"
];
