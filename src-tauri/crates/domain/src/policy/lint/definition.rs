//! Sentences that define a term, and the terms that are defined.

use std::collections::BTreeSet;

use super::sentence::without_item_mark;
use super::token::Token;
use super::vocabulary::DETERMINERS;
use super::word::split;
use super::word_set::{WordSet, words};

/// The terms with a definition, in one spelling each.
#[derive(Debug, Default)]
pub(super) struct DefinedTerms {
    terms: BTreeSet<String>,
}

impl DefinedTerms {
    pub fn new(terms: &[String]) -> Self {
        Self { terms: terms.iter().map(|term| spelling(split(term).iter().map(String::as_str))).collect() }
    }

    pub fn insert(&mut self, tokens: &[Token<'_>]) {
        self.terms.insert(spelling(tokens.iter().filter(|token| token.is_word()).map(|token| &*token.lower)));
    }

    pub fn holds(&self, term: &str) -> bool {
        self.terms.contains(&spelling(split(term).iter().map(String::as_str)))
    }
}

/// The words before "means", if the sentence defines a term.
pub(super) fn term<'s, 't>(sentence: &'s [Token<'t>]) -> Option<&'s [Token<'t>]> {
    const LONGEST: usize = 8;
    let sentence = without_item_mark(sentence);
    let end = sentence
        .iter()
        .take(LONGEST + 2)
        .position(|token| token.is_any(words!["means", "mean", "denotes", "is", "are", "refers"]))?;
    let (term, rest) = sentence.split_at_checked(end)?;
    let told = match rest {
        [verb, ..] if verb.is_any(words!["means", "mean", "denotes"]) => true,
        [verb, next, ..] if verb.is("refers") => next.is("to"),
        [_, defined, by, ..] if defined.is("defined") => by.is_any(words!["as", "to"]),
        // Only what gives a number defines a time of day: "business hours are 8:00 to 17:00".
        [_, rest @ ..] => {
            term.iter().all(|token| !token.is_word() || token.is_any(TIMES_OF_DAY))
                && rest.iter().any(|token| token.lower.bytes().any(|byte| byte.is_ascii_digit()))
        }
        [] => false,
    };
    (told && term.iter().any(Token::is_word)).then_some(term)
}

/// "Business hours are …" defines these without saying "means".
const TIMES_OF_DAY: &WordSet = words![
    "the", "a", "business", "hours", "day", "days", "end", "of", "close", "same", "next", "time", "zone",
    "shift",
];

/// Lower case, single, without article.
fn spelling<'w>(words: impl Iterator<Item = &'w str>) -> String {
    let words: Vec<&str> = words.filter(|word| !DETERMINERS.holds(word)).collect();
    words.join(" ").trim_end_matches('s').to_owned()
}
