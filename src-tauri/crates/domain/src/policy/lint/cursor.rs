//! A place among tokens that moves only when the words at hand are the wanted ones.

use super::token::Token;

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

    pub fn is_any(&self, words: &[&str]) -> bool {
        self.peek().is_some_and(|token| token.is_any(words))
    }

    /// Passes the words of a phrase written with single spaces, all or none.
    pub fn eat(&mut self, phrase: &str) -> bool {
        let first = self.peek().map(|token| token.lower.as_bytes());
        if first.and_then(<[u8]>::first) != phrase.as_bytes().first() {
            return false;
        }
        let mut at = self.at;
        for word in phrase.split(' ') {
            if !self.tokens.get(at).is_some_and(|token| token.is(word)) {
                return false;
            }
            at += 1;
        }
        self.at = at;
        true
    }

    /// Passes the first of the phrases that stands here; longer ones must come first.
    pub fn eat_one_of(&mut self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.eat(phrase))
    }

    pub fn eat_mark(&mut self, mark: char) -> bool {
        let here = self.peek().is_some_and(|token| token.is_mark(mark));
        self.at += usize::from(here);
        here
    }
}
