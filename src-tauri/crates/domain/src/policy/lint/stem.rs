//! Events that a sentence names apart from its limits, so that they hold for each of them: an opening clause, "counted
//! from …", and the words before a colon.

use std::ops::Range;

use super::cursor::Cursor;
use super::event::{COUNTING, Connector, Event, STARTED_BY, read, trim};
use super::limit::Limit;
use super::token::Token;
use super::verb::{AUXILIARIES, is_participle};
use super::word_set::{WordSet, words};

/// The event of a clause of its own, as in "When an incident is declared, …".
pub(super) fn in_clause(tokens: &[Token<'_>], clause: Range<usize>) -> Event {
    let mut cursor = Cursor::new(tokens, clause.start);
    let known = opens_event(&mut cursor);
    let end = trim(tokens, cursor.at, clause.end);
    let told = tokens.get(cursor.at..end).unwrap_or_default();
    if !known || told.is_empty() || is_state(told) { Event::Missing } else { Event::Named(cursor.at..end) }
}

/// The event that a phrase outside every limit counts from, or that stands before a colon.
pub(super) fn apart(tokens: &[Token<'_>], limits: &[Limit]) -> Event {
    let colon = tokens.iter().position(|token| token.is_mark(':'));
    let mut limits = limits.iter().peekable();
    let mut stem = Event::Missing;
    for (at, token) in tokens.iter().enumerate() {
        while limits.next_if(|limit| limit.span.end <= at).is_some() {}
        if limits.peek().is_some_and(|limit| limit.span.contains(&at)) {
            continue;
        }
        let mut cursor = Cursor::new(tokens, at);
        if cursor.eat_one_of(STARTED_BY) {
            return read(tokens, &Connector { event: cursor.at, ahead: false });
        }
        if token.is_any(COUNTING)
            && let Some(event) = counted_from(tokens, at)
        {
            return event;
        }
        let before_list = colon.is_some_and(|colon| at < colon && colon + 1 < tokens.len());
        if before_list && token.is_any(words!["after", "following", "upon", "once"]) {
            stem = read(tokens, &Connector { event: at + 1, ahead: false });
        }
    }
    stem
}

/// "counted from declaration", "starting at receipt".
pub(super) fn counted_from(tokens: &[Token<'_>], at: usize) -> Option<Event> {
    let mut cursor = Cursor::new(tokens, at + 1);
    cursor.eat_one_of(words!["from", "at", "with", "on", "upon", "after", "when", "once"]).then_some(())?;
    cursor.eat_one_of(TIMES_OF);
    Some(read(tokens, &Connector { event: cursor.at, ahead: false })).filter(|event| *event != Event::Missing)
}

fn opens_event(cursor: &mut Cursor<'_, '_>) -> bool {
    if cursor.is_any(COUNTING) {
        cursor.at += 1;
        let joined = cursor.eat_one_of(words!["from", "at", "with", "on", "upon", "after", "when", "once"]);
        cursor.eat_one_of(TIMES_OF);
        return joined;
    }
    if cursor.eat_one_of(words!["from", "as of"]) {
        cursor.eat_one_of(TIMES_OF);
        return true;
    }
    if cursor.eat_one_of(words!["at", "on"]) {
        return !cursor.rest().iter().take(2).any(|token| token.is_any(STANDING));
    }
    cursor.eat_one_of(OPENERS)
}

/// "the event is of severity 1": what lasts has no time stamp.
fn is_state(clause: &[Token<'_>]) -> bool {
    let rated = clause.iter().any(|token| token.is_any(RATINGS));
    let Some(verb) = clause.iter().position(|token| token.is_any(AUXILIARIES)) else {
        return clause.first().is_some_and(|first| first.is_any(RATINGS));
    };
    let rating = clause.iter().skip(verb + 1).take(3).any(|token| token.is_any(RATINGS) || token.is_number());
    rated && rating && !clause.iter().skip(verb + 1).any(|token| is_participle(token))
}

/// Words that only say that a time is meant, before the event.
const TIMES_OF: &WordSet =
    words!["the time of", "the time that", "the time when", "the moment of", "the moment"];

const OPENERS: &WordSet = words![
    "in the event of",
    "in the event that",
    "in case of",
    "the moment",
    "each time",
    "every time",
    "as soon as",
    "when",
    "whenever",
    "where",
    "should",
    "if",
    "after",
    "upon",
    "once",
    "following",
];

/// What is no event after "at" or "on".
const STANDING: &WordSet = words![
    "weekends",
    "weekdays",
    "holidays",
    "nights",
    "night",
    "mondays",
    "tuesdays",
    "wednesdays",
    "thursdays",
    "fridays",
    "saturdays",
    "sundays",
    "weekend",
    "holiday",
    "duty",
    "call",
    "average",
    "site",
    "least",
    "most",
    "all",
    "severity",
    "tier",
    "level",
    "priority",
    "work",
    "home",
];

/// Words that rate an event and are none.
const RATINGS: &WordSet = words!["severity", "sev", "tier", "level", "priority", "class", "category"];
