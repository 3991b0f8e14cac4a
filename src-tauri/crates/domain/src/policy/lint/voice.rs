//! Active or passive: whether the subject of a verb acts, or an agent does, or nobody is named.

use std::ops::Range;

use super::clause::{Actor, subject_end};
use super::limit::Limit;
use super::token::Token;
use super::verb::{AUXILIARIES, MODALS, is_participle};
use super::word_set::{WordSet, words};

/// Who acts where this is the subject and its finite verb.
pub(super) fn actor(tokens: &[Token<'_>], limits: &[Limit], subject: Range<usize>, verb: usize) -> Actor {
    let first = tokens.get(subject.start);
    let existential = first.is_some_and(|first| first.is("there")) || is_impersonal(tokens, &subject, verb);
    let happens = tokens.get(verb + 1..).and_then(happening) == Some(0);
    let present =
        is_person(tokens, &subject) && tokens.iter().skip(verb).take(4).any(|token| token.is_any(PRESENT));
    if existential || happens || is_passive(tokens, limits, verb) && !present {
        return agent(tokens, verb).map_or(Actor::PassiveSubject(subject), Actor::Agent);
    }
    Actor::Subject(subject)
}

/// Whether the subject is a post, or people.
fn is_person(tokens: &[Token<'_>], subject: &Range<usize>) -> bool {
    const POSTS: &WordSet = words![
        "lead",
        "team",
        "staff",
        "nurse",
        "clerk",
        "crew",
        "committee",
        "chief",
        "head",
        "desk",
        "technician",
        "physician",
        "custodian",
        "steward",
        "analyst",
        "specialist",
        "pharmacist",
        "official",
        "assistant",
        "board",
        "members",
    ];
    const ENDINGS: &[&str] = &[
        "manager",
        "officer",
        "engineer",
        "director",
        "supervisor",
        "responder",
        "commander",
        "owner",
        "tor",
    ];
    let last = subject.end.checked_sub(1).and_then(|last| tokens.get(last));
    last.is_some_and(|last| last.is_any(POSTS) || ENDINGS.iter().any(|ending| last.lower.ends_with(ending)))
}

/// Where or how people are, and not what is done to them.
const PRESENT: &WordSet = words![
    "assembled",
    "finished",
    "done",
    "logged",
    "signed",
    "seated",
    "gathered",
    "prepared",
    "connected",
    "dressed",
];

/// "It is necessary to review …": what is to be done, and by nobody.
fn is_impersonal(tokens: &[Token<'_>], subject: &Range<usize>, verb: usize) -> bool {
    let it = subject.len() == 1 && tokens.get(subject.start).is_some_and(|first| first.is("it"));
    let near = tokens.get(verb + 1..).unwrap_or_default();
    let duty = near.iter().take(3).position(|token| {
        token.is_any(STATES)
            || token.is_any(words!["required", "expected", "important", "policy", "practice", "custom"])
    });
    it && duty.is_some_and(|duty| near.get(duty + 1).is_some_and(|next| next.is("to")))
}

/// Where what is said to happen, with no verb of its own for the doing, does so: "reviews occur", "a test takes place".
pub(super) fn happening(words: &[Token<'_>]) -> Option<usize> {
    let here = |pair: &[Token<'_>]| match pair {
        [verb, ..] if verb.is_any(words!["occur", "occurs", "happen", "happens", "undergo", "undergoes"]) => {
            true
        }
        [verb, place, ..] if verb.is_any(words!["take", "takes"]) => place.is("place"),
        [verb, what, ..] if verb.is_any(words!["need", "needs", "require", "requires"]) => {
            what.lower.ends_with("ing") || what.is_any(DOINGS)
        }
        _ => false,
    };
    (0..words.len().min(REACH)).find(|at| words.get(*at..).is_some_and(here))
}

/// Nouns for what is done to a thing that needs it.
const DOINGS: &WordSet = words![
    "review",
    "approval",
    "replacement",
    "renewal",
    "rotation",
    "verification",
    "revalidation",
    "recertification",
];

/// Who acts in what happens.
pub(super) fn of_happening(tokens: &[Token<'_>], subject: Range<usize>) -> Actor {
    agent(tokens, subject.end).map_or(Actor::PassiveSubject(subject), Actor::Agent)
}

/// "It is required that …": the clause proper starts after "that".
pub(super) fn after_expletive(tokens: &[Token<'_>], start: usize) -> Option<usize> {
    tokens.get(start).filter(|token| token.is("it"))?;
    let rest = tokens.get(start + 1..)?;
    rest.first().filter(|token| token.is_any(MODALS) || token.is_any(AUXILIARIES))?;
    let that = rest.iter().take(REACH).position(|token| token.is("that"))?;
    Some(start + 2 + that)
}

/// How many words of a verb group are looked at.
const REACH: usize = 24;

const BE: &WordSet = words!["is", "are", "was", "were", "be", "been", "being", "get", "gets"];

/// Words that stand between the parts of a verb group.
const BETWEEN: &WordSet =
    words!["not", "also", "then", "only", "both", "first", "each", "all", "been", "being"];

/// What is said to be so is done by nobody named, as with a participle.
const STATES: &WordSet =
    words!["due", "complete", "mandatory", "compulsory", "obligatory", "necessary", "done"];

/// A form of "be" and, after any adverbs, limits and insertions, a past participle.
fn is_passive(tokens: &[Token<'_>], limits: &[Limit], verb: usize) -> bool {
    let (mut at, mut be) = (verb, false);
    for _ in 0..REACH {
        let Some(token) = tokens.get(at) else { return false };
        if let Some(after) = after_insertion(tokens, limits, at) {
            at = after;
            continue;
        }
        let expected_to = is_bound(token, tokens.get(at + 1));
        let ends = be && (is_participle(token) || token.is_any(STATES));
        if ends && !expected_to {
            return true;
        }
        if be && token.is("subject") {
            return true;
        }
        let small = token.lower.ends_with("ly") || token.is_any(BETWEEN);
        let auxiliary = token.is_any(MODALS)
            || token.is_any(AUXILIARIES)
            || token.is_any(words!["need", "needs", "ought", "to"]);
        let is_be = token.is_any(BE);
        if !(ends || small || auxiliary || is_be) {
            return false;
        }
        be = is_be || be && small;
        at += 1;
    }
    false
}

/// "is required to review", "is held to a limit", "is given 4 hours": the subject acts all the same.
fn is_bound(participle: &Token<'_>, next: Option<&Token<'_>>) -> bool {
    let Some(next) = next else { return false };
    let a_time = next.is_number() || next.is_any(words!["a", "an", "until", "up", "no", "not"]);
    next.is("to") && participle.is_any(BOUND_TO)
        || next.is("with") && participle.is_any(words!["charged", "tasked", "entrusted"])
        || a_time && participle.is_any(words!["given", "allowed", "granted", "allotted"])
}

/// Participles after which "to" opens what the subject itself does or keeps to.
const BOUND_TO: &WordSet = words![
    "required",
    "expected",
    "obliged",
    "obligated",
    "asked",
    "directed",
    "instructed",
    "supposed",
    "scheduled",
    "allowed",
    "permitted",
    "authorized",
    "authorised",
    "tasked",
    "ordered",
    "bound",
    "entitled",
    "held",
    "committed",
    "told",
    "appointed",
    "assigned",
    "designated",
];

/// The place after a limit, or after words between two commas.
fn after_insertion(tokens: &[Token<'_>], limits: &[Limit], at: usize) -> Option<usize> {
    if let Ok(index) = limits.binary_search_by_key(&at, |limit| limit.span.start) {
        return limits.get(index).map(|limit| limit.span.end);
    }
    tokens.get(at).filter(|token| token.is_mark(','))?;
    let closing = tokens.get(at + 1..)?.iter().take(REACH).position(|token| token.is_mark(','))?;
    Some(at + closing + 2)
}

/// The noun phrase after "by", unless that is a means or a time.
fn agent(tokens: &[Token<'_>], verb: usize) -> Option<Range<usize>> {
    let by = |at: &usize| tokens.get(*at).is_some_and(|token| token.is("by"));
    let start = (verb..tokens.len()).filter(by).map(|by| by + 1).find(|start| names_agent(tokens, *start))?;
    Some(start..subject_end(tokens, start, tokens.len()))
}

fn names_agent(tokens: &[Token<'_>], start: usize) -> bool {
    let Some(first) = tokens.get(start).filter(|first| first.is_word()) else { return false };
    if first.is_any(words!["the", "a", "an"]) {
        return tokens.get(start + 1).is_some_and(|noun| noun.is_word() && !noun.is_any(TIMES));
    }
    let last = tokens.get(subject_end(tokens, start, tokens.len()).saturating_sub(1)).unwrap_or(first);
    let gerund = first.lower.ends_with("ing") && !first.is_any(DEPARTMENTS);
    let means = gerund || [first, last].iter().any(|word| word.is_any(MEANS) || word.is_any(TIMES));
    !means
}

/// Departments that are called like what they do.
const DEPARTMENTS: &WordSet = words![
    "nursing",
    "engineering",
    "billing",
    "purchasing",
    "accounting",
    "marketing",
    "housekeeping",
    "staffing",
    "coding",
    "credentialing",
    "scheduling",
    "networking",
    "imaging",
];

/// Until when things are done.
const TIMES: &WordSet = words![
    "end",
    "close",
    "start",
    "beginning",
    "noon",
    "midnight",
    "time",
    "date",
    "deadline",
    "next",
    "following",
    "same",
    "first",
    "then",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
];

/// What things are done by that nobody is.
const MEANS: &WordSet = words![
    "email",
    "e",
    "mail",
    "phone",
    "telephone",
    "fax",
    "letter",
    "page",
    "hand",
    "courier",
    "post",
    "text",
    "default",
    "law",
    "policy",
    "name",
    "role",
    "means",
    "design",
    "no",
    "way",
    "use",
    "reference",
    "message",
    "notice",
    "call",
    "script",
    "job",
    "ticket",
    "form",
    "sms",
    "vote",
    "memo",
    "upload",
    "rotation",
    "turns",
    "lot",
];
