//! The event that starts the clock: what joins it to the amount, and where it ends.

use std::ops::Range;

use super::cursor::Cursor;
use super::limit::opens;
use super::token::{Kind, Token};
use super::verb::{MODALS, is_verb};
use super::vocabulary::{DETERMINERS, EVENT_ENDS, NOUNS_WITH_COMPLEMENT};

/// The event of a limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Event {
    /// These tokens name it.
    Named(Range<usize>),
    /// What is repeated starts the clock anew.
    LastPerformance,
    Missing,
}

/// Words that join an amount to its event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Connector {
    /// The first token of the event.
    pub event: usize,
    /// The amount lies before the event.
    pub ahead: bool,
}

impl Event {
    /// The token after the event, where tokens name it.
    pub fn end(&self) -> Option<usize> {
        match self {
            Self::Named(range) => Some(range.end),
            Self::LastPerformance | Self::Missing => None,
        }
    }
}

/// The connector after an amount; "of" joins an event only where the amount cannot be a measure of it.
pub(super) fn connector(cursor: &Cursor<'_, '_>, of_joins: bool) -> Option<Connector> {
    let mut ahead = *cursor;
    ahead.eat_one_of(&["or less", "or sooner", "or fewer", "or earlier"]);
    if ahead.eat_one_of(&["before", "prior to", "in advance of", "ahead of", "preceding"]) {
        return Some(Connector { event: ahead.at, ahead: true });
    }
    if ahead.eat_one_of(&[
        "counted",
        "counting",
        "measured",
        "calculated",
        "starting",
        "beginning",
        "running",
    ]) {
        ahead.eat_one_of(&["at", "on", "with"]);
    }
    let article_goes = ahead.is_any(&["from", "upon"]);
    let joined = ahead.eat_one_of(&["after", "following", "from", "since", "upon", "once", "when"]);
    if !joined
        && ahead.at == cursor.at
        && !(of_joins && (ahead.eat_one_of(&["of"]) || ahead.is_any(&["without"])))
    {
        return None;
    }
    ahead.eat_one_of(&["the time that", "the time of", "the time when", "the moment of", "the moment when"]);
    if article_goes {
        ahead.eat("the");
    }
    (ahead.at > cursor.at || ahead.is_any(&["without"]))
        .then_some(Connector { event: ahead.at, ahead: false })
}

/// The event from a connector on.
pub(super) fn read(tokens: &[Token<'_>], connector: &Connector) -> Event {
    let start = connector.event;
    let end = trim(tokens, start, end(tokens, start));
    if end > start { Event::Named(start..end) } else { Event::Missing }
}

/// The event directly before a phrase, as in "upon termination within 1 hour".
pub(super) fn before(tokens: &[Token<'_>], phrase: usize) -> Event {
    const REACH: usize = 8;
    let first = phrase.saturating_sub(REACH);
    let near = tokens.get(first..phrase).unwrap_or_default();
    let opener = near.iter().rposition(|token| token.is_any(&["upon", "after", "following", "once", "when"]));
    let Some(opener) = opener else { return Event::Missing };
    let words = near.get(opener + 1..).unwrap_or_default();
    let cut = words
        .iter()
        .position(|token| !token.is_word() || token.is_any(&["and", "or", "but"]) || token.is_any(MODALS));
    let start = first + opener + 1;
    let end = trim(tokens, start, start + cut.unwrap_or(words.len()));
    let broken =
        cut.is_some_and(|cut| words.get(cut).is_none_or(|token| !token.is_any(&["and", "or", "but"])));
    if end > start && !broken { Event::Named(start..end) } else { Event::Missing }
}

/// The event that a clause of its own names, as in "When an incident is declared, …".
pub(super) fn in_clause(tokens: &[Token<'_>], clause: Range<usize>) -> Event {
    let mut cursor = Cursor::new(tokens, clause.start);
    if !cursor.eat_one_of(&["in the event of", "in the event that", "in case of", "on", "at"])
        && !cursor.eat_one_of(&["when", "whenever", "if", "after", "upon", "once", "following"])
    {
        return Event::Missing;
    }
    let end = trim(tokens, cursor.at, clause.end);
    if end > cursor.at { Event::Named(cursor.at..end) } else { Event::Missing }
}

/// No event is longer; what goes on is no event any more.
const LONGEST: usize = 60;

fn end(tokens: &[Token<'_>], start: usize) -> usize {
    let (mut determiner, mut conjunction) = (None, None);
    for (at, token) in tokens.iter().enumerate().skip(start).take(LONGEST) {
        let inside = at > start && !token.joined;
        if inside && token.is_any(MODALS) {
            return determiner.unwrap_or(at);
        }
        if inside && opens(tokens, at) {
            return conjunction.unwrap_or(at);
        }
        if stops(tokens, start, at) {
            return at;
        }
        if inside && token.is_any(DETERMINERS) {
            determiner = Some(at);
        }
        if inside && token.is_any(&["and", "or"]) {
            conjunction = Some(at);
        }
    }
    tokens.len().min(start + LONGEST)
}

fn stops(tokens: &[Token<'_>], start: usize, at: usize) -> bool {
    let cursor = Cursor::new(tokens, at);
    let Some(token) = cursor.peek() else { return true };
    let next = tokens.get(at + 1);
    match token.kind {
        Kind::Mark(',') => !next.is_some_and(|next| next.is("whichever")),
        Kind::Mark('-') => token.spaced,
        Kind::Mark('"' | '\'' | '/' | '%' | '&') => false,
        Kind::Mark(_) => true,
        Kind::Number { .. } => false,
        Kind::Word => at > start && !token.joined && word_stops(tokens, at),
    }
}

fn word_stops(tokens: &[Token<'_>], at: usize) -> bool {
    let cursor = Cursor::new(tokens, at);
    let (Some(token), before, next) = (cursor.peek(), cursor.before(), tokens.get(at + 1)) else {
        return true;
    };
    let complement = before.is_some_and(|before| before.is_any(NOUNS_WITH_COMPLEMENT));
    match &*token.lower {
        "and" | "or" => next.is_none_or(|next| starts_other_clause(tokens, at + 1, next)),
        "to" | "for" => !complement,
        "by" => next.is_none_or(|next| {
            next.lower.ends_with("ing")
                || next.is_any(&["telephone", "phone", "email", "e", "mail", "letter", "page"])
        }),
        "in" => next.is_some_and(|next| next.is_any(&["writing", "no", "any", "accordance", "line"])),
        "whichever" => !before.is_some_and(|before| before.is_mark(',')),
        word => EVENT_ENDS.contains(&word),
    }
}

/// After "and" or "or": a verb to do, another limit, or "in no case".
fn starts_other_clause(tokens: &[Token<'_>], at: usize, next: &Token<'_>) -> bool {
    let ordered = is_verb(&next.lower)
        && !tokens.get(at + 1).is_some_and(|after| after.is_any(&["of", "to"]))
        && tokens.get(at + 1).is_some_and(Token::is_word);
    ordered
        || next.is_any(MODALS)
        || next.is_any(&[
            "in",
            "then",
            "at",
            "no",
            "not",
            "within",
            "every",
            "thereafter",
            "is",
            "are",
            "shall",
        ])
        || next.is_any(EVENT_ENDS)
        || opens(tokens, at)
        || super::frequency::opens(tokens, at)
}

/// Drops conjunctions and prepositions that the end left hanging.
fn trim(tokens: &[Token<'_>], start: usize, mut end: usize) -> usize {
    let hanging = |token: &Token<'_>| {
        let small = ["and", "or", "of", "the", "a", "an", "by", "at", "on", "in", "with", "then", "but"];
        token.is_any(&small) && !token.joined || matches!(token.kind, Kind::Mark(',' | '"' | '\''))
    };
    while end > start && tokens.get(end - 1).is_some_and(hanging) {
        end -= 1;
    }
    end
}
