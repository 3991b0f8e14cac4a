//! A word, number or mark with its place in the text.
//! Where tokens come from is `scan`'s; where sentences end is `sentence`'s.

use std::borrow::Cow;

use super::word_set::WordSet;

/// The smallest piece that the linter looks at.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token<'t> {
    pub kind: Kind,
    /// Lower case, with the hyphen of `bi-` and `semi-` taken out.
    pub lower: Cow<'t, str>,
    /// The mark of those words in sets of words.
    pub mark: u8,
    /// Byte range in the whole text.
    pub start: usize,
    pub end: usize,
    /// Line from 1.
    pub line: usize,
    /// Unicode scalar values from 1.
    pub column: usize,
    /// How many scalar values long.
    pub length: usize,
    /// A hyphen stands directly before: the second half of `on-call`.
    pub joined: bool,
    /// White space, or nothing, stands before.
    pub spaced: bool,
    /// The first letter is a capital.
    pub capital: bool,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    Word,
    Number { value: i64, form: NumberForm },
    Mark(char),
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NumberForm {
    /// `24`, `1,000`, `-5`.
    Whole,
    /// `5th`.
    Ordinal,
    /// `1.5`, `164.404`, `1.2.3`.
    Decimal,
    /// `17:00`.
    Clock,
}

impl Token<'_> {
    /// Whether this is the word, given in lower case.
    #[inline]
    pub fn is(&self, word: &str) -> bool {
        self.kind == Kind::Word && is_same(self.lower.as_bytes(), word)
    }

    /// Whether this is one of the words, given in lower case.
    #[inline]
    pub fn is_any(&self, words: &WordSet) -> bool {
        words.may_open_with(self) && words.position(self).is_some()
    }

    #[inline]
    pub fn is_mark(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }

    #[inline]
    pub fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    pub fn is_number(&self) -> bool {
        matches!(self.kind, Kind::Number { .. })
    }

    /// The value of a whole number in digits.
    pub fn whole(&self) -> Option<i64> {
        match self.kind {
            Kind::Number { value, form: NumberForm::Whole } => Some(value),
            _ => None,
        }
    }
}

/// Most words differ in length or first letter; comparing those first halves the time of the whole linter.
#[inline]
fn is_same(lower: &[u8], word: &str) -> bool {
    let word = word.as_bytes();
    lower.len() == word.len() && lower.first() == word.first() && lower == word
}
