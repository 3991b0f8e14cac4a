//! Sets of words and phrases that tokens are compared with.
//! Nearly every question of the grammar is whether a token is one of a few words, and nearly always it is none. So each
//! word has one of 256 marks, reckoned once, and a set first looks whether it has the mark at all.

use super::token::Token;

/// Words or phrases in lower case, written with single spaces; phrases with the same start stand longest first.
#[derive(Debug)]
pub(super) struct WordSet {
    words: &'static [&'static str],
    marks: Marks,
}

/// A set of words that is made when the program is compiled.
macro_rules! words {
    ($($word:literal),+ $(,)?) => {
        const { &$crate::policy::lint::word_set::WordSet::new(&[$($word),+]) }
    };
}
pub(super) use words;

impl WordSet {
    pub const fn new(words: &'static [&'static str]) -> Self {
        Self { words, marks: Marks::of_first_words(words) }
    }

    /// Whether a word or phrase of the set may open with the token; where not, none does.
    #[inline]
    pub fn may_open_with(&self, token: &Token<'_>) -> bool {
        self.marks.hold(token.mark)
    }

    pub fn holds(&self, word: &str) -> bool {
        self.marks.hold(mark(word)) && self.words.contains(&word)
    }

    /// Which word of the set the token is, counted from 0.
    pub fn position(&self, token: &Token<'_>) -> Option<usize> {
        if !self.may_open_with(token) {
            return None;
        }
        self.words.iter().position(|word| token.is(word))
    }

    pub fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.words.iter().copied()
    }
}

/// The mark of a word in lower case, from its length and its first, middle and last byte.
#[inline]
pub(super) const fn mark(word: &str) -> u8 {
    /// 2^32 over the golden ratio, which spreads what differs little.
    const SPREAD: u32 = 0x9e37_79b1;
    let bytes = word.as_bytes();
    let (_, second_half) = bytes.split_at(bytes.len() / 2);
    let ([first, ..], [middle, .., last] | [middle @ last]) = (bytes, second_half) else { return 0 };
    let word = u32::from_le_bytes([*first, *middle, *last, bytes.len() as u8]);
    (word.wrapping_mul(SPREAD) >> 24) as u8
}

/// A bit for each mark that some words have.
#[derive(Debug, Clone, Copy)]
struct Marks([u64; 4]);

impl Marks {
    #[inline]
    fn hold(&self, mark: u8) -> bool {
        self.0.get(usize::from(mark / 64)).is_some_and(|part| part >> (mark % 64) & 1 == 1)
    }

    const fn of_first_words(phrases: &[&str]) -> Self {
        Self([part(phrases, 0), part(phrases, 1), part(phrases, 2), part(phrases, 3)])
    }
}

/// The bits of one part of the marks.
const fn part(mut phrases: &[&str], number: u8) -> u64 {
    let mut bits = 0;
    while let [phrase, rest @ ..] = phrases {
        let mark = mark(first_word(phrase));
        if mark / 64 == number {
            bits |= 1 << (mark % 64);
        }
        phrases = rest;
    }
    bits
}

const fn first_word(phrase: &str) -> &str {
    let mut length = 0;
    let mut bytes = phrase.as_bytes();
    while let [first, rest @ ..] = bytes {
        if *first == b' ' {
            return phrase.split_at(length).0;
        }
        length += 1;
        bytes = rest;
    }
    phrase
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::lint::scan::scan;
    use crate::policy::lint::{verb, vocabulary};

    fn tokens(text: &str) -> Vec<Token<'_>> {
        let mut tokens = Vec::new();
        scan(text, 0, 1, &mut tokens);
        tokens
    }

    #[test]
    fn a_set_holds_its_words_and_no_others() {
        let sets = [
            verb::MODALS,
            verb::KEEPING,
            verb::IRREGULAR_PARTICIPLES,
            vocabulary::DETERMINERS,
            vocabulary::LABELS,
        ];
        for set in sets {
            for (index, word) in set.iter().enumerate() {
                assert_eq!(set.position(&tokens(word)[0]), Some(index), "{word}");
                assert!(set.holds(word), "{word}");
            }
            for other in verb::VERBS.iter().filter(|verb| !set.iter().any(|word| word == **verb)) {
                assert_eq!(set.position(&tokens(other)[0]), None, "{other}");
                assert!(!set.holds(other), "{other}");
            }
        }
    }

    #[test]
    fn a_phrase_opens_with_its_first_word_however_that_is_written() {
        let phrases = words!["in so far as", "as far as", "t0"];
        for text in ["in", "IN", "As", "T0"] {
            assert!(phrases.may_open_with(&tokens(text)[0]), "{text}");
        }
        assert_eq!(phrases.position(&tokens("in")[0]), None, "a phrase is no word");
    }

    #[test]
    fn marks_spread_over_their_range() {
        let marks: std::collections::BTreeSet<u8> = verb::VERBS.iter().map(|verb| mark(verb)).collect();
        assert!(marks.len() > 150, "{}", marks.len());
        assert_eq!(mark(""), 0);
    }
}
