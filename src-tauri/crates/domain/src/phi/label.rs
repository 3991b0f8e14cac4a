//! Words that say what follows: `SSN:`, `medical record number is`, `born on`.

use super::token::{Gap, Token};

/// Most tokens that may stand between a label and what it names: `date of birth (on file) is: `.
const MOST_FILLERS: usize = 4;

/// Where what a label names begins: behind colons, equals signs, quotation marks and the given words.
/// At most one line break may stand between, so that a form with the value on the next line is read too.
pub fn behind(tokens: &[Token<'_>], label_end: usize, fillers: &[&str]) -> usize {
    let rest = tokens.get(label_end..).unwrap_or_default();
    let count = rest.iter().take(MOST_FILLERS).take_while(|token| is_filler(token, fillers)).count();
    label_end + count
}

fn is_filler(token: &Token<'_>, fillers: &[&str]) -> bool {
    [':', '#', '=', '(', ')', '"', '\'', '.', ','].iter().any(|mark| token.is_mark(*mark))
        || token.is_one_of(fillers)
}

/// The token behind the words, if they stand at `at` one behind the other.
pub fn words(tokens: &[Token<'_>], at: usize, words: &[&str]) -> Option<usize> {
    let stand = words
        .iter()
        .enumerate()
        .all(|(step, word)| tokens.get(at + step).is_some_and(|token| token.is(word)));
    stand.then_some(at + words.len())
}

/// Whether a token touches the one before: `A-12` does, `A 12` does not.
pub fn touches(tokens: &[Token<'_>], at: usize) -> bool {
    at > 0 && tokens.get(at).is_some_and(|token| token.gap == Gap::None)
}

/// Whether the tokens `from..to` are a part of something longer: letters, digits or their joints touch them.
pub fn is_part(tokens: &[Token<'_>], from: usize, to: usize) -> bool {
    let before = touches(tokens, from) && from.checked_sub(1).is_some_and(|at| joins(tokens, at));
    let behind = touches(tokens, to) && joins(tokens, to) && continues(tokens, to);
    before || behind
}

fn joins(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| {
        token.is_hyphen()
            || ['.', '/', '\\', '@', '+', '%', '$', '§'].iter().any(|mark| token.is_mark(*mark))
            || token.text.starts_with(char::is_alphanumeric)
    })
}

/// Whether a mark behind goes on into letters or digits; a full stop at the end of a sentence does not.
fn continues(tokens: &[Token<'_>], at: usize) -> bool {
    let alphanumeric =
        |at: usize| tokens.get(at).is_some_and(|token| token.text.starts_with(char::is_alphanumeric));
    alphanumeric(at) || (touches(tokens, at + 1) && alphanumeric(at + 1))
}
