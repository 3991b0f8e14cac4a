//! From tokens to a place in the text that a person can find.

use std::ops::Range;

use super::finding::{Code, Finding};
use super::rules::RULES;
use super::token::Token;

/// A stretch of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub line: usize,
    pub column: usize,
    pub length: usize,
    pub text: String,
}

impl Place {
    /// The place of some tokens; `source` is the whole text.
    pub fn of(source: &str, tokens: &[Token<'_>], range: &Range<usize>) -> Option<Self> {
        let tokens = tokens.get(range.clone())?;
        let (first, last) = (tokens.first()?, tokens.last()?);
        let words = source.get(first.start..last.end)?;
        Some(Self {
            line: first.line,
            column: first.column,
            length: words.chars().count(),
            text: one_line(words),
        })
    }

    /// A finding here, with the general advice for its code.
    pub fn finding(self, code: Code) -> Finding {
        let Self { line, column, length, text } = self;
        let suggestion = RULES.suggestion(code).to_owned();
        Finding { line, column, length, text, code, level: code.level(), suggestion, field: None }
    }
}

fn one_line(words: &str) -> String {
    if !words.contains('\n') {
        return words.to_owned();
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
