//! What looks like a person's name: `First Last`, `First M. Last`, `Mrs. Last`.

use super::token::{Gap, Kind, Token};
use super::words::{HONORIFICS, NOT_NAMES, ORGANIZATIONS};

/// Where a name stands, in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name {
    /// The first.
    pub start: usize,
    /// The first behind it.
    pub end: usize,
}

/// Most capitalized words that a name has; more are a title or an organization.
const MOST_WORDS: usize = 4;

/// Every name, in order.
pub fn find(tokens: &[Token<'_>]) -> Vec<Name> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let end = run(tokens, at);
        if end == at {
            at += 1;
            continue;
        }
        found.extend(tokens.get(at..end).map(names).unwrap_or_default());
        at = end;
    }
    found
}

/// The token behind the capitalized words that begin here, initials with their points among them.
fn run(tokens: &[Token<'_>], from: usize) -> usize {
    let mut at = from;
    while tokens.get(at).is_some_and(is_capitalized) && (at == from || follows(tokens, at)) {
        at += 1;
        let point = tokens.get(at).is_some_and(|token| token.is_mark('.') && token.gap == Gap::None);
        let before = tokens.get(at.wrapping_sub(1));
        if point && before.is_some_and(|token| token.length == 1 || token.is_one_of(HONORIFICS)) {
            at += 1;
        }
    }
    at
}

fn follows(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.gap == Gap::Blank)
}

/// The names within a run: between words that are no names, unless one of the words is an organization's.
fn names(run: &[Token<'_>]) -> Vec<Name> {
    let words: Vec<&Token<'_>> = run.iter().filter(|token| token.kind == Kind::Word).collect();
    if words.iter().any(|word| word.is_one_of(ORGANIZATIONS)) {
        return Vec::new();
    }
    words.split(|word| word.is_one_of(NOT_NAMES)).filter_map(name).collect()
}

fn name(words: &[&Token<'_>]) -> Option<Name> {
    let (first, last) = (words.first()?, words.last()?);
    let whole = words.iter().filter(|word| word.length > 1 && !word.is_one_of(HONORIFICS)).count();
    let addressed = first.is_one_of(HONORIFICS) && whole == 1;
    let is_name = addressed || (whole >= 2 && words.len() <= MOST_WORDS);
    is_name.then(|| Name { start: first.start, end: last.end() })
}

/// `Dana`, `McCoy`, `Q`: a capital, then small letters among the rest; never an abbreviation in capitals.
fn is_capitalized(token: &Token<'_>) -> bool {
    let mut letters = token.text.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    let letters_alone = token.text.chars().all(char::is_alphabetic);
    let small = token.length == 1 || letters.next().is_some_and(char::is_lowercase);
    capital && letters_alone && small
}
