//! Whether a word of the list speaks of time where it stands: "an MFA prompt", "immediate family" and "about 45 CFR
//! 164.312" do not. Which words have another sense beside which others is data.

use std::collections::HashMap;
use std::ops::Range;

use serde::Deserialize;

use super::amount::VAGUE_COUNTS;
use super::cursor::Cursor;
use super::finding::Code;
use super::number::whole;
use super::pattern::Patterns;
use super::rules::WordRule;
use super::token::{Kind, NumberForm, Token};
use super::unit::unit;
use super::verb::{AUXILIARIES, MODALS, is_participle, is_verb};
use super::vocabulary::{AFTER_ADVERB, DETERMINERS};
use super::word_set::{WordSet, words};

/// Words beside which a word of the list has another sense.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OtherSense {
    word: String,
    #[serde(default)]
    before: Patterns,
    #[serde(default)]
    after: Patterns,
}

/// The other senses by word.
#[derive(Debug, Default)]
pub(super) struct Senses {
    by_word: HashMap<String, OtherSense>,
}

impl Senses {
    pub fn new(senses: Vec<OtherSense>) -> Self {
        Self { by_word: senses.into_iter().map(|sense| (sense.word.clone(), sense)).collect() }
    }

    /// Whether the word at these tokens is meant as the list means it.
    pub fn is_meant(&self, tokens: &[Token<'_>], span: &Range<usize>, rule: &WordRule) -> bool {
        let next = tokens.get(span.end);
        let before = span.start.checked_sub(1).and_then(|before| tokens.get(before));
        let letters = rule.word.len() <= ACRONYM;
        if is_name(tokens, span) && !letters
            || is_compound(tokens, span, next)
            || is_attribute(tokens, span, before, next)
        {
            return false;
        }
        if rule.word == "prompt" && is_verb_or_noun(before, next) {
            return false;
        }
        if rule.code == Code::VagueQuantity && VAGUE_COUNTS.iter().any(|count| count == rule.word) {
            return counts_time(tokens, span, before);
        }
        if rule.word == "immediately" && is_beside(tokens, span.end) {
            return false;
        }
        if rule.word == "at once" && is_simultaneous(tokens, span) {
            return false;
        }
        if rule.word == "overnight" && next.is_some_and(|next| next.is_word() && !next.is_any(AFTER_ADVERB)) {
            return false;
        }
        let Some(sense) = self.by_word.get(&rule.word) else { return true };
        let beside = |words: &Patterns, token: Option<&Token<'_>>| {
            token.is_some_and(|token| words.match_word(&token.lower))
        };
        if rule.before_number.is_some() {
            let rest = tokens.get(span.end..).unwrap_or_default();
            let numbered = next.is_some_and(Token::is_number) || whole(rest).is_some();
            return !numbered
                || !is_citation(tokens, span)
                    && (is_timed(tokens, span) || !is_topic(before) && !beside(&sense.after, before));
        }
        !beside(&sense.before, next) && !beside(&sense.after, before)
    }
}

/// How far around a word others are looked at.
const REACH: usize = 12;

/// No longer words are written in capitals only: ASAP, EOD.
const ACRONYM: usize = 4;

/// A capital inside a sentence that is not all capitals: "the Prompt Care clinic".
fn is_name(tokens: &[Token<'_>], span: &Range<usize>) -> bool {
    let capital = tokens.get(span.start).is_some_and(|first| first.capital);
    let inside = span.start.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(Token::is_word);
    let near = tokens.get(span.start.saturating_sub(REACH)..(span.end + REACH).min(tokens.len()));
    let small = |token: &Token<'_>| token.is_word() && !token.capital && token.length > 1;
    capital && inside && near.is_some_and(|near| near.iter().any(small))
}

/// "soon-to-be mothers", "as-needed medication".
fn is_compound(tokens: &[Token<'_>], span: &Range<usize>, next: Option<&Token<'_>>) -> bool {
    let inside =
        tokens.get(span.start + 1..span.end).is_some_and(|rest| rest.iter().any(|token| token.joined));
    let first_joined = tokens.get(span.start).is_some_and(|first| first.joined);
    let goes_on = next.is_some_and(|next| next.joined);
    let as_needed = tokens.get(span.start).is_some_and(|first| first.is("as"));
    goes_on
        || first_joined
        || inside
            && as_needed
            && next.is_some_and(|next| next.is_word() && !next.is("basis") && !next.is_any(AFTER_ADVERB))
}

/// "the frequently asked questions", "covers regularly scheduled downtime": the adverb describes a thing.
fn is_attribute(
    tokens: &[Token<'_>],
    span: &Range<usize>,
    before: Option<&Token<'_>>,
    next: Option<&Token<'_>>,
) -> bool {
    let adverb = tokens.get(span.end - 1).is_some_and(|last| last.lower.ends_with("ly"));
    let described = next.is_some_and(|next| is_participle(next) || next.lower.ends_with("ing"));
    let pronoun = before.is_some_and(|before| before.is_any(words!["it", "they", "we", "he", "she", "you"]));
    let opens = before.is_some_and(|before| before.is_any(DETERMINERS) || before.is_any(BEFORE_ATTRIBUTE));
    let noun = tokens.get(span.end + 1).is_some_and(|after| after.is_word() && !after.is_any(AFTER_ADVERB));
    let predicate = before.is_none_or(|before| {
        before.is_any(MODALS)
            || before.is_any(AUXILIARIES)
            || before.is_any(words!["be", "been", "and", "or", "to", "not"])
    });
    adverb && described && !pronoun && (opens || noun && !predicate)
}

/// Words before a noun and what describes it.
const BEFORE_ATTRIBUTE: &WordSet = words![
    "of", "for", "with", "from", "about", "in", "on", "by", "through", "most", "least", "more", "less"
];

/// "shall prompt the user", "a prompt for the code".
fn is_verb_or_noun(before: Option<&Token<'_>>, next: Option<&Token<'_>>) -> bool {
    let ordered = before.is_some_and(|before| before.is_any(MODALS) || before.is("to"));
    let object = next.is_some_and(Token::is_word);
    let named = before
        .is_some_and(|before| before.is_word() && !before.is_any(NOT_NAMING) && !is_verb(&before.lower));
    let ends = next
        .is_none_or(|next| !next.is_word() || next.is_any(AFTER_ADVERB) || next.is_any(MODALS) || acts(next));
    ordered && object || named && ends
}

/// "immediately to the left of the door".
fn is_beside(tokens: &[Token<'_>], at: usize) -> bool {
    const SIDES: &WordSet =
        words!["left", "right", "north", "south", "east", "west", "rear", "side", "front", "back"];
    let mut cursor = Cursor::new(tokens, at);
    cursor.eat_one_of(words!["to the", "at the", "on the"]) && cursor.is_any(SIDES)
}

/// "no more than two sessions at once".
fn is_simultaneous(tokens: &[Token<'_>], span: &Range<usize>) -> bool {
    const REACH: usize = 4;
    let near = tokens.get(span.start.saturating_sub(REACH)..span.start).unwrap_or_default();
    near.iter().any(|token| {
        token.is_number() || token.is_any(words!["all", "both", "than", "many", "one", "several"])
    }) || (1..near.len()).any(|at| near.get(at..).is_some_and(|rest| whole(rest).is_some()))
}

/// What a prompt does.
fn acts(next: &Token<'_>) -> bool {
    next.is_any(words!["appears", "reads", "says", "pops", "vanishes"])
        || next.lower.strip_suffix('s').is_some_and(is_verb)
}

/// Words after which "prompt" is no noun.
const NOT_NAMING: &WordSet = words![
    "it", "them", "be", "is", "are", "was", "were", "and", "or", "very", "more", "most", "so", "as", "takes",
    "gives",
];

/// A count that nobody can check sets a time before a unit, or a threshold after words such as "after".
fn counts_time(tokens: &[Token<'_>], span: &Range<usize>, before: Option<&Token<'_>>) -> bool {
    let rest = tokens.get(span.end..).unwrap_or_default();
    let Some(next) = rest.first().filter(|next| next.is_word()) else { return true };
    if next.is_any(AFTER_ADVERB) && !next.is("of") || next.is_any(words!["times", "more"]) {
        return true;
    }
    let threshold =
        before.is_some_and(|before| before.is_any(words!["after", "upon", "following", "than", "exceeds"]));
    let counts = |at: usize| {
        tokens.get(at).is_some_and(|token| !token.joined) && unit(&mut Cursor::new(tokens, at)).is_some()
    };
    let timed = (span.end..span.end + 2).any(counts) && next.is_word();
    let held = timed && is_stock(tokens, span, before);
    timed && !held
        || threshold
            && rest.get(1).is_some_and(|after| after.lower.ends_with('s') || next.lower.ends_with('s'))
}

/// "holds several years of scans": what is there, and no time to keep.
fn is_stock(tokens: &[Token<'_>], span: &Range<usize>, before: Option<&Token<'_>>) -> bool {
    let of = tokens.get(span.end + 1).is_some_and(|token| token.is("of"));
    of && !before
        .is_some_and(|before| before.is_any(AFTER_ADVERB) || before.is_any(words!["than", "least", "under"]))
}

/// "about 4 hours", "about 17:00".
fn is_timed(tokens: &[Token<'_>], span: &Range<usize>) -> bool {
    let rest = tokens.get(span.end..).unwrap_or_default();
    let clock = |token: &Token<'_>| matches!(token.kind, Kind::Number { form: NumberForm::Clock, .. });
    let counted = whole(rest).map_or(0, |number| number.tokens);
    rest.first().is_some_and(clock)
        || counted > 0 && unit(&mut Cursor::new(tokens, span.end + counted)).is_some()
}

/// "chapters about 4 topics": behind a noun, "about" says of what.
fn is_topic(before: Option<&Token<'_>>) -> bool {
    before.is_some_and(|before| {
        let small = before.is_any(AFTER_ADVERB) || before.is_any(MODALS) || before.is_any(AUXILIARIES);
        let verb = is_verb(&before.lower) || before.lower.strip_suffix('s').is_some_and(is_verb);
        before.is_word() && !small && !verb && !before.is_any(BEFORE_NUMBER)
    })
}

/// Other words before a number.
const BEFORE_NUMBER: &WordSet = words![
    "than", "over", "under", "least", "most", "up", "be", "lasts", "needs", "covers", "reaches", "uses",
    "waits", "only", "just", "after", "until", "time", "day", "week", "month", "every", "last", "cost",
    "costs",
];

/// "about 45 CFR 164.312", "about 164.404(b)".
fn is_citation(tokens: &[Token<'_>], span: &Range<usize>) -> bool {
    let (number, after) = (tokens.get(span.end), tokens.get(span.end + 1));
    let section =
        number.is_some_and(|number| matches!(number.kind, Kind::Number { form: NumberForm::Decimal, .. }));
    let title = after.is_some_and(|after| after.is_any(words!["cfr", "usc", "u", "fr", "c"]));
    section && !is_timed(tokens, span) || title
}
