//! The word list: which of its words and phrases stand in a sentence.
//! What a word means there, beside a limit or a number, is said by `judge`.

use std::ops::Range;

use super::finding::FindingLevel;
use super::rules::WordRule;
use super::scan::scan;
use super::sense::{OtherSense, Senses};
use super::token::Token;
use super::word_set::mark;

/// The words and phrases of the data, found by the mark of their first word.
#[derive(Debug, Default)]
pub(super) struct WordList {
    /// The longest first of each mark.
    by_mark: Vec<Vec<Entry>>,
    senses: Senses,
}

#[derive(Debug)]
struct Entry {
    words: Vec<String>,
    /// The mark of the last word, in which phrases that open alike differ most.
    last: u8,
    /// Apart, so that the entries of a mark lie close together.
    rule: Box<WordRule>,
}

/// A word of the list in a sentence.
#[derive(Debug, Clone)]
pub(super) struct FoundWord<'r> {
    pub span: Range<usize>,
    pub rule: &'r WordRule,
}

impl WordList {
    pub fn new(rules: Vec<WordRule>, senses: Vec<OtherSense>) -> Self {
        let mut by_mark: Vec<Vec<Entry>> = (0..=u8::MAX).map(|_| Vec::new()).collect();
        for rule in rules {
            let words = split(&rule.word);
            let (Some(first), Some(last)) = (words.first(), words.last()) else { continue };
            let last = mark(last);
            if let Some(entries) = by_mark.get_mut(usize::from(mark(first))) {
                entries.push(Entry { words, last, rule: Box::new(rule) });
            }
        }
        for entries in &mut by_mark {
            entries.sort_by_key(|entry| std::cmp::Reverse(entry.words.len()));
        }
        Self { by_mark, senses: Senses::new(senses) }
    }

    #[cfg(test)]
    pub fn len(&self) -> usize {
        self.by_mark.iter().map(Vec::len).sum()
    }

    /// The words of the list in a sentence, in order, the longest at each place, none overlapping.
    pub fn find(&self, tokens: &[Token<'_>]) -> Vec<FoundWord<'_>> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let word = self.at(tokens, at);
            at = word.as_ref().map_or(at + 1, |word| word.span.end);
            if let Some(word) = word.filter(|word| self.senses.is_meant(tokens, &word.span, word.rule)) {
                found.push(word);
            }
        }
        found
    }

    /// Whether a word or phrase opens here that is always an error.
    pub fn is_error_at(&self, tokens: &[Token<'_>], at: usize) -> bool {
        self.at(tokens, at).is_some_and(|word| word.rule.code.level() == FindingLevel::Error)
    }

    fn at(&self, tokens: &[Token<'_>], at: usize) -> Option<FoundWord<'_>> {
        let entries = self.by_mark.get(usize::from(tokens.get(at)?.mark))?;
        let ends = |entry: &Entry| {
            tokens.get(at + entry.words.len() - 1).is_some_and(|token| token.mark == entry.last)
        };
        let stands = |entry: &Entry| {
            let here = tokens.get(at..at + entry.words.len()).unwrap_or_default();
            !here.is_empty() && here.iter().zip(&entry.words).all(|(token, word)| token.is(word))
        };
        let entry = entries.iter().find(|entry| ends(entry) && stands(entry))?;
        Some(FoundWord { span: at..at + entry.words.len(), rule: &entry.rule })
    }
}

/// A phrase as the tokens of a text would have it, in lower case.
pub(super) fn split(phrase: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    scan(phrase, 0, 1, &mut tokens);
    tokens.into_iter().map(|token| token.lower.into_owned()).collect()
}
