//! A place among tokens that moves only when the words at hand are the wanted ones.

use super::token::Token;
use super::word_set::WordSet;

/// A place among the tokens of one sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'s, 't> {
    pub tokens: &'s [Token<'t>],
    pub at: usize,
}

impl<'s, 't> Cursor<'s, 't> {
    pub fn new(tokens: &'s [Token<'t>], at: usize) -> Self {
        Self { tokens, at }
    }

    pub fn peek(&self) -> Option<&'s Token<'t>> {
        self.tokens.get(self.at)
    }

    /// The token directly before this place.
    pub fn before(&self) -> Option<&'s Token<'t>> {
        self.tokens.get(self.at.checked_sub(1)?)
    }

    pub fn rest(&self) -> &'s [Token<'t>] {
        self.tokens.get(self.at..).unwrap_or_default()
    }

    pub fn is_any(&self, words: &WordSet) -> bool {
        self.peek().is_some_and(|token| token.is_any(words))
    }

    /// Passes the words of a phrase written with single spaces, all or none.
    pub fn eat(&mut self, phrase: &str) -> bool {
        let length = stands(phrase, self.rest());
        self.at += length.unwrap_or_default();
        length.is_some()
    }

    /// Passes the first of the phrases that stands here; longer ones must come first.
    #[inline]
    pub fn eat_one_of(&mut self, phrases: &WordSet) -> bool {
        let opens = self.peek().is_some_and(|token| phrases.may_open_with(token));
        opens && phrases.iter().any(|phrase| self.eat(phrase))
    }

    pub fn eat_mark(&mut self, mark: char) -> bool {
        let here = self.peek().is_some_and(|token| token.is_mark(mark));
        self.at += usize::from(here);
        here
    }
}

/// How many tokens the phrase takes, if they start with it.
fn stands(phrase: &str, tokens: &[Token<'_>]) -> Option<usize> {
    let mut rest = phrase;
    for (before, token) in tokens.iter().enumerate() {
        rest = behind_word(rest, token)?;
        if rest.is_empty() {
            return Some(before + 1);
        }
    }
    None
}

/// What of the phrase comes after the token and a space, if the token is its first word.
#[inline]
fn behind_word<'p>(phrase: &'p str, token: &Token<'_>) -> Option<&'p str> {
    let (letters, word) = (phrase.as_bytes(), token.lower.as_bytes());
    // Most words differ in length or first letter.
    let ends = letters.get(word.len()).is_none_or(|letter| *letter == b' ');
    if !ends || letters.first() != word.first() || !token.is_word() {
        return None;
    }
    let rest = phrase.strip_prefix(&*token.lower)?;
    Some(rest.strip_prefix(' ').unwrap_or(rest))
}
