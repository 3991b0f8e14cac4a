//! The word list: which of its words and phrases stand in a sentence.
//! What a word means there, beside a limit or a number, is said by `judge`.

use std::collections::HashMap;
use std::ops::Range;

use super::finding::FindingLevel;
use super::rules::WordRule;
use super::scan::scan;
use super::sense::{OtherSense, Senses};
use super::token::Token;

/// The words and phrases of the data, found by their first word.
#[derive(Debug, Default)]
pub(super) struct WordList {
    by_first: HashMap<String, Vec<Entry>>,
    senses: Senses,
}

#[derive(Debug)]
struct Entry {
    words: Vec<String>,
    rule: WordRule,
}

/// A word of the list in a sentence.
#[derive(Debug, Clone)]
pub(super) struct FoundWord<'r> {
    pub span: Range<usize>,
    pub rule: &'r WordRule,
}

impl WordList {
    pub fn new(rules: Vec<WordRule>, senses: Vec<OtherSense>) -> Self {
        let mut by_first: HashMap<String, Vec<Entry>> = HashMap::new();
        for rule in rules {
            let words = split(&rule.word);
            let Some(first) = words.first().cloned() else { continue };
            by_first.entry(first).or_default().push(Entry { words, rule });
        }
        for entries in by_first.values_mut() {
            entries.sort_by_key(|entry| std::cmp::Reverse(entry.words.len()));
        }
        Self { by_first, senses: Senses::new(senses) }
    }

    #[cfg(test)]
    pub fn len(&self) -> usize {
        self.by_first.values().map(Vec::len).sum()
    }

    /// The words of the list in a sentence, in order, the longest at each place, none overlapping.
    pub fn find(&self, tokens: &[Token<'_>]) -> Vec<FoundWord<'_>> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let word = self.at(tokens, at);
            at = word.as_ref().map_or(at + 1, |word| word.span.end);
            found.extend(word.filter(|word| self.senses.is_meant(tokens, &word.span, word.rule)));
        }
        found
    }

    /// Whether a word or phrase opens here that is always an error.
    pub fn is_error_at(&self, tokens: &[Token<'_>], at: usize) -> bool {
        self.at(tokens, at).is_some_and(|word| word.rule.code.level() == FindingLevel::Error)
    }

    fn at(&self, tokens: &[Token<'_>], at: usize) -> Option<FoundWord<'_>> {
        let first = tokens.get(at).filter(|token| token.is_word())?;
        let entries = self.by_first.get(&*first.lower)?;
        let stands = |entry: &&Entry| {
            let here = tokens.get(at..at + entry.words.len()).unwrap_or_default();
            !here.is_empty() && here.iter().zip(&entry.words).all(|(token, word)| token.is(word))
        };
        let entry = entries.iter().find(stands)?;
        Some(FoundWord { span: at..at + entry.words.len(), rule: &entry.rule })
    }
}

/// A phrase as the tokens of a text would have it, in lower case.
pub(super) fn split(phrase: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    scan(phrase, 0, 1, &mut tokens);
    tokens.into_iter().map(|token| token.lower.into_owned()).collect()
}
