//! The event that starts the clock: what joins it to the amount, and where it ends.

use std::ops::Range;

use super::cursor::Cursor;
use super::frequency;
use super::limit::opens;
use super::rules::RULES;
use super::token::{Kind, Token};
use super::verb::{MODALS, is_verb};
use super::vocabulary::{DETERMINERS, EVENT_ENDS, NOUNS_WITH_COMPLEMENT};
use super::word_set::{WordSet, words};

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
    ahead.eat_one_of(words!["or less", "or sooner", "or fewer", "or earlier"]);
    if ahead.eat_mark('\'') || ahead.eat_mark('’') {
        ahead.eat_one_of(words!["notice", "warning", "time"]);
    }
    if ahead.eat_one_of(words!["before", "prior to", "in advance of", "ahead of", "preceding"]) {
        return Some(Connector { event: ahead.at, ahead: true });
    }
    let mut passing = ahead;
    passing.eat_one_of(MODALS);
    passing.eat_one_of(words!["pass", "elapse", "lie", "go by"]);
    if passing.eat("between") || passing.at > ahead.at && passing.eat_one_of(words!["from", "after"]) {
        return Some(Connector { event: passing.at, ahead: false });
    }
    let mut started = ahead;
    if started.eat_one_of(STARTED_BY) {
        return Some(Connector { event: started.at, ahead: false });
    }
    let bracket = ahead.eat_mark('(');
    if ahead.eat_one_of(COUNTING) {
        ahead.eat_one_of(words!["at", "on", "with"]);
    } else if bracket {
        return None;
    }
    let article_goes = ahead.is_any(words!["from", "upon"]);
    let joined = ahead.eat_one_of(words!["after", "following", "from", "since", "upon", "once", "when"]);
    if !joined
        && ahead.at == cursor.at
        && !(of_joins && (ahead.eat_one_of(words!["of"]) || ahead.is_any(words!["without"])))
    {
        return None;
    }
    ahead.eat_one_of(words![
        "the time that",
        "the time of",
        "the time when",
        "the moment of",
        "the moment when"
    ]);
    if article_goes {
        ahead.eat("the");
    }
    (ahead.at > cursor.at || ahead.is_any(words!["without"]))
        .then_some(Connector { event: ahead.at, ahead: false })
}

/// The event in the same clause behind a phrase, as in "within 4 hours to the lead after an alarm".
pub(super) fn later(tokens: &[Token<'_>], phrase: usize) -> Event {
    const REACH: usize = 12;
    let near = tokens.get(phrase..).unwrap_or_default().iter().take(REACH);
    for (offset, token) in near.enumerate() {
        let at = phrase + offset;
        if matches!(token.kind, Kind::Mark(_)) || token.is_any(MODALS) || opens(tokens, at) {
            return Event::Missing;
        }
        let ing = tokens.get(at + 1).is_some_and(|next| next.lower.ends_with("ing"));
        let from = token.is("from") && names_event(tokens, at + 1);
        if (from || token.is_any(words!["after", "following", "upon", "once", "since"])) && !ing {
            return read(tokens, &Connector { event: at + 1, ahead: false });
        }
    }
    Event::Missing
}

/// Phrases that name what starts a clock.
pub(super) const STARTED_BY: &WordSet = words![
    "triggered by",
    "started by",
    "set off by",
    "opened by",
    "tied to",
    "keyed to",
    "that follows",
    "which follows",
    "opening with",
    "opens with",
    "opening on",
    "opens on",
    "opening at",
    "opens at",
];

/// Whether a noun for something that happens follows: "receipt", "the declaration".
fn names_event(tokens: &[Token<'_>], at: usize) -> bool {
    const ENDINGS: &[&str] = &["tion", "sion", "ment", "ipt", "overy", "ure"];
    const EVENTS: &WordSet = words![
        "start",
        "end",
        "call",
        "report",
        "alarm",
        "alert",
        "request",
        "notice",
        "page",
        "time",
        "moment",
        "approval",
        "hire",
        "discharge",
        "release",
        "ticket",
        "delivery",
        "loss",
        "theft",
        "close",
        "arrival",
        "stamp",
    ];
    let noun = tokens.get(at).filter(|first| !first.is_any(DETERMINERS)).or_else(|| tokens.get(at + 1));
    noun.is_some_and(|noun| {
        noun.is_any(EVENTS) || noun.is_word() && ENDINGS.iter().any(|ending| noun.lower.ends_with(ending))
    })
}

/// Words that say that a time is counted, before what it is counted from.
pub(super) const COUNTING: &WordSet = words![
    "counted",
    "counting",
    "measured",
    "calculated",
    "starting",
    "beginning",
    "running",
    "timed",
    "reckoned",
    "starts",
    "begins",
    "runs",
    "computed",
    "clocked",
    "dated",
    "dating",
    "tracked",
];

/// The place after "in advance" or the like, where no event follows.
pub(super) fn ahead_of_nothing(cursor: &Cursor<'_, '_>) -> Option<usize> {
    let mut ahead = *cursor;
    if ahead.eat_mark('\'') || ahead.eat_mark('’') {
        ahead.eat_one_of(words!["notice", "warning"]);
    }
    ahead.eat_one_of(words!["in advance", "beforehand", "ahead of time", "ahead"]).then_some(())?;
    let ends = ahead.peek().is_none_or(|next| !next.is_any(words!["of", "the", "a", "an"]));
    ends.then_some(ahead.at)
}

/// The event from a connector on.
pub(super) fn read(tokens: &[Token<'_>], connector: &Connector) -> Event {
    let start = connector.event;
    let end = trim(tokens, start, end(tokens, start));
    if end > start { Event::Named(start..end) } else { Event::Missing }
}

/// The event directly before a phrase, behind the phrase before that, as in "upon termination within 1 hour".
pub(super) fn before(tokens: &[Token<'_>], gap: Range<usize>) -> Event {
    const REACH: usize = 8;
    let first = gap.end.saturating_sub(REACH).max(gap.start);
    let near = tokens.get(first..gap.end).unwrap_or_default();
    let opener =
        near.iter().rposition(|token| token.is_any(words!["upon", "after", "following", "once", "when"]));
    let Some(opener) = opener else { return Event::Missing };
    let words = near.get(opener + 1..).unwrap_or_default();
    let cut = words.iter().position(|token| {
        !token.is_word() || token.is_any(words!["and", "or", "but"]) || token.is_any(MODALS)
    });
    let start = first + opener + 1;
    let end = trim(tokens, start, start + cut.unwrap_or(words.len()));
    let broken =
        cut.is_some_and(|cut| words.get(cut).is_none_or(|token| !token.is_any(words!["and", "or", "but"])));
    if end > start && !broken { Event::Named(start..end) } else { Event::Missing }
}

/// No event is longer; what goes on is no event any more.
const LONGEST: usize = 60;

fn end(tokens: &[Token<'_>], start: usize) -> usize {
    let between =
        start.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|token| token.is("between"));
    let (mut determiner, mut conjunction) = (None, None);
    for (at, token) in tokens.iter().enumerate().skip(start).take(LONGEST) {
        let inside = at > start && !token.joined;
        if inside && token.is_any(MODALS) {
            return determiner.unwrap_or(at);
        }
        if inside && opens_other_time(tokens, at) {
            return conjunction.unwrap_or(at);
        }
        if between && token.is("and") {
            return at;
        }
        if stops(tokens, start, at) {
            return at;
        }
        if inside && token.is_any(DETERMINERS) {
            determiner = Some(at);
        }
        if inside && token.is_any(words!["and", "or"]) {
            conjunction = Some(at);
        }
    }
    tokens.len().min(start + LONGEST)
}

/// A limit, an interval or a vague word for time: what stands before it since the last "and" is no part of the event.
fn opens_other_time(tokens: &[Token<'_>], at: usize) -> bool {
    let vague = || {
        tokens.get(at).is_some_and(|token| token.is("as") || token.lower.ends_with("ly"))
            && RULES.words.is_error_at(tokens, at)
    };
    opens(tokens, at) || frequency::opens(tokens, at) || vague()
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
        "to" => {
            !complement
                || next.is_some_and(|next| is_verb(&next.lower)) && !before.is_some_and(takes_infinitive)
        }
        "for" => !complement,
        "by" => next.is_none_or(|next| {
            next.lower.ends_with("ing")
                || next.is_any(words!["telephone", "phone", "email", "e", "mail", "letter", "page"])
        }),
        "in" => next.is_some_and(|next| next.is_any(words!["writing", "no", "any", "accordance", "line"])),
        "whichever" => !before.is_some_and(|before| before.is_mark(',')),
        word => EVENT_ENDS.holds(word),
    }
}

/// Nouns that a verb with "to" completes: "a request to use the element".
fn takes_infinitive(noun: &Token<'_>) -> bool {
    noun.is_any(words![
        "request",
        "requests",
        "order",
        "application",
        "need",
        "notice",
        "right",
        "offer",
        "decision",
    ])
}

/// After "and" or "or": a verb to do, another limit, or "in no case".
fn starts_other_clause(tokens: &[Token<'_>], at: usize, next: &Token<'_>) -> bool {
    let ordered = is_verb(&next.lower)
        && !tokens.get(at + 1).is_some_and(|after| after.is_any(words!["of", "to"]))
        && tokens.get(at + 1).is_some_and(Token::is_word);
    ordered
        || next.is_any(MODALS)
        || next.is_any(words![
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
        || frequency::opens(tokens, at)
}

/// Drops conjunctions and prepositions that the end left hanging.
pub(super) fn trim(tokens: &[Token<'_>], start: usize, mut end: usize) -> usize {
    let hanging = |token: &Token<'_>| {
        let small =
            words!["and", "or", "of", "the", "a", "an", "by", "at", "on", "in", "with", "then", "but"];
        token.is_any(small) && !token.joined || matches!(token.kind, Kind::Mark(',' | '"' | '\''))
    };
    while end > start && tokens.get(end - 1).is_some_and(hanging) {
        end -= 1;
    }
    end
}
