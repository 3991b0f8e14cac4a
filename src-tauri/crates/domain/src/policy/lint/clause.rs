//! The clauses of a sentence: who acts in each, and the event that an opening one names.
//! Whether who acts is a role is `role`'s to say; voice and agent are `voice`'s.

use std::ops::Range;

use super::coordination;
use super::event::Event;
use super::limit::Limit;
use super::sentence::without_item_mark;
use super::stem;
use super::token::{Kind, Token};
use super::verb::{AUXILIARIES, EVENT_VERBS, MODALS, is_verb};
use super::vocabulary::{DETERMINERS, EVENT_OPENERS, RELATIVES, SUBORDINATORS};
use super::voice;
use super::word_set::{WordSet, words};

/// What the linter needs to know of the clauses of a sentence.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Clauses {
    /// The main clause first, then others with a verb of their own; together they cover the sentence.
    pub parts: Vec<Part>,
    /// The event named ahead of the main clause, as in "When an incident is declared, …".
    pub event: Event,
    /// The sentence leads into a list: "The IT lead shall:".
    pub leads_in: bool,
}

/// A clause and who acts in it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Part {
    pub span: Range<usize>,
    pub actor: Actor,
}

/// Who acts.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Actor {
    /// The subject of an active verb.
    Subject(Range<usize>),
    /// The agent of a passive one.
    Agent(Range<usize>),
    /// The subject of a passive with no agent, or of what only happens.
    PassiveSubject(Range<usize>),
    /// A command, which names nobody; its verb.
    Command(Range<usize>),
    /// No verb: a heading, a cell, a phrase.
    NoClause,
}

/// Reads the clauses of a sentence.
pub(super) fn read(tokens: &[Token<'_>], limits: &[Limit]) -> Clauses {
    let first = tokens.len() - without_item_mark(tokens).len();
    let (start, event) = opening(tokens, limits, first);
    let others = coordination::starts(tokens, limits, start);
    let mut ends = others.iter().copied().chain([tokens.len()]);
    let main_end = ends.next().unwrap_or(tokens.len());
    let whole = tokens.get(..main_end).unwrap_or(tokens);
    let mut parts = vec![Part { span: 0..main_end, actor: actor(whole, limits, start) }];
    for (start, end) in others.iter().copied().zip(ends) {
        let whole = tokens.get(..end).unwrap_or(tokens);
        let (after, _) = opening(whole, limits, start);
        parts.push(Part { span: start..end, actor: actor(whole, limits, after) });
    }
    let leads_in = tokens.last().is_some_and(|token| token.is_mark(':'));
    Clauses { parts, event, leads_in }
}

/// Where the clause proper starts after limits and subordinate clauses, and the event that those name.
fn opening(tokens: &[Token<'_>], limits: &[Limit], mut start: usize) -> (usize, Event) {
    let mut event = Event::Missing;
    let first = start;
    while let Some(end) = leading_part(tokens, limits, start).or_else(|| continued(tokens, first, start)) {
        if event == Event::Missing {
            event = stem::in_clause(tokens, start..end);
        }
        start = end + usize::from(tokens.get(end).is_some_and(|token| token.is_mark(',')));
    }
    (start, event)
}

/// The end of what goes on with an opening clause: "If a laptop is stolen, and it was not encrypted, …".
fn continued(tokens: &[Token<'_>], first: usize, start: usize) -> Option<usize> {
    let rest = tokens.get(start..)?;
    rest.first().filter(|token| start > first && token.is_any(words!["and", "or", "but"]))?;
    let length = rest.iter().position(|token| token.is_mark(',') || token.is_any(MODALS))?;
    rest.get(length).filter(|token| token.is_mark(',')).map(|_| start + length)
}

/// The end of a limit or a subordinate clause that stands at `start`.
fn leading_part(tokens: &[Token<'_>], limits: &[Limit], start: usize) -> Option<usize> {
    let first = tokens.get(start)?;
    if let Ok(index) = limits.binary_search_by_key(&start, |limit| limit.span.start) {
        return limits.get(index).map(|limit| limit.span.end);
    }
    let rest = tokens.get(start..)?;
    let opens = first.is_any(EVENT_OPENERS)
        || first.is_any(words!["without", "as", "to", "should", "given", "having"])
        || first.is_any(super::event::COUNTING);
    let comma = || rest.iter().position(|token| token.is_mark(','));
    if first.lower.ends_with("ly") && comma() == Some(1) {
        return Some(start + 1);
    }
    let compound = rest.get(1).is_some_and(|next| next.joined);
    if !opens || compound {
        return None;
    }
    let inside = |comma: &usize| {
        first.is_any(CLAUSE_OPENERS) || !rest.iter().take(*comma).any(|token| token.is_any(MODALS))
    };
    comma().filter(inside).or_else(|| before_subject(rest)).map(|length| start + length)
}

/// Words that open a clause, which may have a verb of its own; others open a phrase.
const CLAUSE_OPENERS: &WordSet = words![
    "when", "whenever", "if", "once", "where", "after", "before", "unless", "as", "while", "until", "should",
    "upon",
];

/// Without a comma, the clause ends before the last noun phrase ahead of "shall".
fn before_subject(tokens: &[Token<'_>]) -> Option<usize> {
    let modal = tokens.iter().position(|token| token.is_any(MODALS))?;
    let before = tokens.get(..modal)?;
    before.iter().rposition(|token| token.is_any(DETERMINERS)).filter(|subject| *subject > 1)
}

fn actor(tokens: &[Token<'_>], limits: &[Limit], start: usize) -> Actor {
    let start = voice::after_expletive(tokens, start).unwrap_or(start);
    let end = main_end(tokens, limits, start);
    let main = tokens.get(start..end).unwrap_or_default();
    let Some(first) = main.first() else { return Actor::NoClause };
    let finite = |token: &Token<'_>| token.is_any(MODALS) || token.is_any(AUXILIARIES) || token.is("be");
    let verb = main.iter().position(finite);
    let verb = verb.map(|verb| start + verb).or_else(|| verb_after_relative(tokens, limits, end));
    if let Some(verb) = verb.filter(|verb| *verb > start) {
        let subject = start..end.min(verb);
        return voice::actor(tokens, limits, subject, verb);
    }
    if is_command(main) {
        return Actor::Command(start..start + 1);
    }
    let titled = tokens.get(end).is_some_and(|token| token.is_mark(':'));
    if titled && tokens.get(end + 1).is_some_and(|verb| is_verb(&verb.lower)) {
        return Actor::Command(end + 1..end + 2);
    }
    if let Some(happens) = voice::happening(main) {
        return voice::of_happening(tokens, start..start + happens);
    }
    let noun = first.is_any(DETERMINERS) || first.is_word() && main.len() > 1;
    if noun { Actor::Subject(start..subject_end(tokens, start, end)) } else { Actor::NoClause }
}

/// Where the main clause stops telling who acts: a limit, a clause of its own, a mark.
fn main_end(tokens: &[Token<'_>], limits: &[Limit], start: usize) -> usize {
    let limit = limits.partition_point(|limit| limit.span.start < start);
    let limit = limits.get(limit).map_or(tokens.len(), |limit| limit.span.start.min(tokens.len()));
    let stops = |token: &Token<'_>| {
        token.is_any(SUBORDINATORS) || matches!(token.kind, Kind::Mark(';' | ':' | '—' | '|'))
    };
    let main = tokens.get(start..limit).unwrap_or_default();
    main.iter().position(stops).map_or(limit, |stop| start + stop)
}

/// The verb behind a relative clause or a limit that stands after the subject: "devices that are lost shall be wiped".
fn verb_after_relative(tokens: &[Token<'_>], limits: &[Limit], end: usize) -> Option<usize> {
    let parted = tokens.get(end).is_some_and(|token| token.is_any(RELATIVES))
        || limits.binary_search_by_key(&end, |limit| limit.span.start).is_ok();
    let rest = tokens.get(end + 1..).filter(|_| parted)?;
    let stop =
        rest.iter().position(|token| matches!(token.kind, Kind::Mark(';' | ':'))).unwrap_or(rest.len());
    let modal = rest.iter().take(stop).skip(1).position(|token| token.is_any(MODALS))?;
    Some(end + 2 + modal)
}

/// The plain form of a verb with nobody before it, or an unknown word before its object.
fn is_command(main: &[Token<'_>]) -> bool {
    let main = match main {
        [adverb, rest @ ..]
            if adverb.lower.ends_with("ly")
                || adverb.is_any(words!["always", "never", "please", "then", "also"]) =>
        {
            rest
        }
        _ => main,
    };
    let Some(first) = main.first().filter(|first| first.is_word() && !first.is_any(DETERMINERS)) else {
        return false;
    };
    let acts = |pair: &[Token<'_>]| match pair {
        [verb, next] => next.is_any(OBJECTS) && is_third_person(verb),
        _ => false,
    };
    let told =
        main.iter().skip(1).any(|token| token.is_any(EVENT_VERBS)) || main.windows(2).skip(1).any(acts);
    let object = main.get(1).is_some_and(|next| next.is_any(OBJECTS));
    !told && (is_verb(&first.lower) || first.is("do") || object && !is_third_person(first))
}

/// Words that open an object.
const OBJECTS: &WordSet = words!["the", "a", "an", "all", "each", "every", "any", "its", "their"];

/// The end of a noun phrase that starts at `start`, at the latest at `end`.
pub(super) fn subject_end(tokens: &[Token<'_>], start: usize, end: usize) -> usize {
    const AFTER: &WordSet = words![
        "within", "no", "not", "every", "in", "on", "at", "for", "to", "by", "without", "using", "via"
    ];
    let words = tokens.get(start..end).unwrap_or_default();
    let stops = |token: &Token<'_>| {
        !token.is_word()
            || token.is_any(AFTER)
            || token.is_any(SUBORDINATORS)
            || token.is_any(MODALS)
            || is_third_person(token)
    };
    words.iter().skip(1).position(stops).map_or(end, |stop| start + 1 + stop)
}

fn is_third_person(token: &Token<'_>) -> bool {
    let lower = &*token.lower;
    if !lower.ends_with('s') {
        return false;
    }
    let stem = lower.strip_suffix("ies").map(|stem| format!("{stem}y"));
    let plain = [lower.strip_suffix('s'), lower.strip_suffix("es"), stem.as_deref()];
    token.is_any(EVENT_VERBS) || plain.into_iter().flatten().any(is_verb)
}
