//! Who acts in a sentence: subject, voice and agent of the main clause, and the event a clause before it names.
//! Whether who acts is a role is `role`'s to say.

use std::ops::Range;

use super::event::{self, Event};
use super::limit::Limit;
use super::sentence::without_item_mark;
use super::token::{Kind, Token};
use super::verb::{AUXILIARIES, EVENT_VERBS, MODALS, is_participle, is_verb};
use super::vocabulary::{DETERMINERS, EVENT_OPENERS, SUBORDINATORS};

/// What the linter needs to know of the main clause.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Clause {
    pub actor: Actor,
    /// The event named ahead of the main clause, as in "When an incident is declared, …".
    pub event: Event,
    /// The sentence leads into a list: "The IT lead shall:".
    pub leads_in: bool,
}

/// Who acts.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Actor {
    /// The subject of an active verb.
    Subject(Range<usize>),
    /// The agent of a passive one.
    Agent(Range<usize>),
    /// The subject of a passive with no agent.
    PassiveSubject(Range<usize>),
    /// A command, which names nobody; its verb.
    Command(Range<usize>),
    /// No verb: a heading, a cell, a phrase.
    NoClause,
}

/// Reads the main clause of a sentence.
pub(super) fn read(tokens: &[Token<'_>], limits: &[Limit]) -> Clause {
    let mut start = tokens.len() - without_item_mark(tokens).len();
    let mut event = Event::Missing;
    while let Some(end) = leading_part(tokens, limits, start) {
        if event == Event::Missing {
            event = event::in_clause(tokens, start..end);
        }
        start = end + usize::from(tokens.get(end).is_some_and(|token| token.is_mark(',')));
    }
    let actor = actor(tokens, limits, start);
    let leads_in = tokens.last().is_some_and(|token| token.is_mark(':'));
    Clause { actor, event, leads_in }
}

/// The end of a limit or a subordinate clause that stands at `start`.
fn leading_part(tokens: &[Token<'_>], limits: &[Limit], start: usize) -> Option<usize> {
    let first = tokens.get(start)?;
    if let Ok(index) = limits.binary_search_by_key(&start, |limit| limit.span.start) {
        return limits.get(index).map(|limit| limit.span.end);
    }
    if !first.is_any(EVENT_OPENERS) && !first.is_any(&["without", "as", "to"]) {
        return None;
    }
    let rest = tokens.get(start..)?;
    let comma = rest.iter().position(|token| token.is_mark(','));
    comma.or_else(|| before_subject(rest)).map(|length| start + length)
}

/// Without a comma, the clause ends before the last noun phrase ahead of "shall".
fn before_subject(tokens: &[Token<'_>]) -> Option<usize> {
    let modal = tokens.iter().position(|token| token.is_any(MODALS))?;
    let before = tokens.get(..modal)?;
    before.iter().rposition(|token| token.is_any(DETERMINERS)).filter(|subject| *subject > 1)
}

fn actor(tokens: &[Token<'_>], limits: &[Limit], start: usize) -> Actor {
    let end = main_end(tokens, limits, start);
    let main = tokens.get(start..end).unwrap_or_default();
    let Some(first) = main.first() else { return Actor::NoClause };
    let verb = main.iter().position(|token| token.is_any(MODALS) || token.is_any(AUXILIARIES));
    if let Some(verb) = verb.filter(|verb| *verb > 0) {
        return with_verb(tokens, start..start + verb, start + verb);
    }
    let told = main.iter().skip(1).any(|token| token.is_any(EVENT_VERBS));
    let commanded = is_verb(&first.lower) || first.is_any(&["do", "never", "please", "always"]);
    if commanded && !told && first.is_word() {
        return Actor::Command(start..start + 1);
    }
    let noun = first.is_any(DETERMINERS) || first.is_word() && main.len() > 1;
    if noun { Actor::Subject(start..subject_end(tokens, start, end)) } else { Actor::NoClause }
}

/// Where the main clause stops telling who acts: a limit, a clause of its own, a mark.
fn main_end(tokens: &[Token<'_>], limits: &[Limit], start: usize) -> usize {
    let limit = limits.partition_point(|limit| limit.span.start < start);
    let limit = limits.get(limit).map_or(tokens.len(), |limit| limit.span.start);
    let stops = |token: &Token<'_>| {
        token.is_any(SUBORDINATORS) || matches!(token.kind, Kind::Mark(';' | ':' | '—' | '|'))
    };
    let main = tokens.get(start..limit).unwrap_or_default();
    main.iter().position(stops).map_or(limit, |stop| start + stop)
}

fn with_verb(tokens: &[Token<'_>], subject: Range<usize>, verb: usize) -> Actor {
    if !is_passive(tokens, verb) {
        return Actor::Subject(subject);
    }
    agent(tokens, verb).map_or(Actor::PassiveSubject(subject), Actor::Agent)
}

/// A form of "be" and, after any adverbs, a past participle.
fn is_passive(tokens: &[Token<'_>], verb: usize) -> bool {
    const BE: &[&str] = &["is", "are", "was", "were", "be", "been", "being"];
    let mut rest = tokens.get(verb..).unwrap_or_default().iter().take(8).peekable();
    while let Some(token) = rest.next() {
        if token.is_any(BE) {
            let small = |token: &&Token<'_>| {
                token.lower.ends_with("ly") || token.is_any(&["not", "also", "then", "been", "being"])
            };
            while rest.next_if(|token| small(token)).is_some() {}
            return rest.peek().is_some_and(|token| is_participle(&token.lower));
        }
        if !(token.is_any(MODALS) || token.is_any(AUXILIARIES) || token.is_any(&["not", "also", "then"])) {
            return false;
        }
    }
    false
}

/// The noun phrase after "by", unless that is a means or a time.
fn agent(tokens: &[Token<'_>], verb: usize) -> Option<Range<usize>> {
    let rest = tokens.get(verb..)?;
    let by = rest.iter().position(|token| token.is("by"))? + verb + 1;
    let first = tokens.get(by)?;
    let means = !first.is_word()
        || first.lower.ends_with("ing")
        || first.is_any(&["end", "close", "email", "phone", "telephone"]);
    (!means).then(|| by..subject_end(tokens, by, tokens.len()))
}

/// The end of a noun phrase that starts at `start`, at the latest at `end`.
fn subject_end(tokens: &[Token<'_>], start: usize, end: usize) -> usize {
    const AFTER: &[&str] =
        &["within", "no", "not", "every", "in", "on", "at", "for", "to", "by", "without", "using", "via"];
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
    let stem = lower.strip_suffix("ies").map(|stem| format!("{stem}y"));
    let plain = [lower.strip_suffix('s'), lower.strip_suffix("es"), stem.as_deref()];
    token.is_any(EVENT_VERBS) || plain.into_iter().flatten().any(is_verb)
}
