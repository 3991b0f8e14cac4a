//! Whether somebody accountable acts: 45 CFR 171.203(d)(4) times mean little if nobody is bound by them.
//! Without a roles table any subject or agent is a role, machines included, except words for nobody in particular.

use std::ops::Range;

use super::clause::Actor;
use super::finding::Code;
use super::token::Token;
use super::vocabulary::DETERMINERS;
use super::word::split;
use super::word_set::{WordSet, words};

/// The roles a policy defines, as tokens.
#[derive(Debug, Clone)]
pub(super) struct RoleTable {
    roles: Vec<Vec<String>>,
}

impl RoleTable {
    pub fn new(roles: &[String]) -> Self {
        Self { roles: roles.iter().map(|role| split(role)).filter(|role| !role.is_empty()).collect() }
    }

    /// Whether the words open with a role, alone or with an addition such as "on duty".
    fn holds(&self, words: &[&str]) -> bool {
        self.roles.iter().any(|role| {
            let here = words.get(..role.len()).unwrap_or_default();
            let after = words.get(role.len());
            here.len() == role.len()
                && here.iter().zip(role).all(|(word, role)| same_noun(word, role))
                && after.is_none_or(|word| ADDITIONS.holds(word))
        })
    }
}

/// What is wrong with who acts, and where.
pub(super) fn problem(
    tokens: &[Token<'_>],
    actor: &Actor,
    table: Option<&RoleTable>,
) -> Option<(Code, Range<usize>)> {
    match actor {
        Actor::NoClause => None,
        Actor::Command(range) => Some((Code::MissingRole, range.clone())),
        Actor::Subject(range) | Actor::Agent(range) => undefined(tokens, range, table),
        Actor::PassiveSubject(range) => {
            let mut near = tokens.get(range.start..).unwrap_or_default().iter().take(ANSWERING_REACH);
            let elsewhere = near.any(|token| token.is_any(RESPONSIBLE));
            (!elsewhere).then(|| (Code::MissingRole, range.clone()))
        }
    }
}

/// Whether the words name nobody in particular: someone, anyone, staff, the team, the appropriate party.
pub(super) fn is_nobody(words: &[&str]) -> bool {
    let words = match words {
        ["the" | "a" | "an" | "all" | "any" | "some", rest @ ..] if !rest.is_empty() => rest,
        _ => words,
    };
    match words {
        ["team"] => true,
        ["one"] => true,
        [only] => NOBODY.holds(only) || CROWD.holds(only),
        ["anyone" | "anybody" | "everyone" | "everybody", "who", verb, ..] | ["whoever", verb, ..] => {
            STATES.holds(verb)
        }
        [first, ..] if NOBODY.holds(first) => true,
        ["those", rest] => LOOSE.holds(rest),
        [first, last] if UNSURE.holds(first) && OFFICES.holds(last) => true,
        [first, .., last] => {
            (UNSURE.holds(first) || LOOSE.holds(first)) && (CROWD.holds(last) || PERSONS.holds(last))
        }
        [] => false,
    }
}

/// Pronouns for whoever it may be.
const NOBODY: &WordSet = words!["someone", "somebody", "anyone", "anybody", "whoever", "whomever"];

/// Verbs that tell no event by which one would know who is meant.
const STATES: &WordSet =
    words!["is", "are", "was", "has", "can", "may", "knows", "happens", "might", "could"];

/// Many, of whom nobody is bound.
const CROWD: &WordSet = words!["staff", "personnel", "people", "persons", "individuals", "parties"];

const PERSONS: &WordSet = words![
    "party",
    "person",
    "individual",
    "team",
    "teams",
    "member",
    "members",
    "employee",
    "employees",
    "colleague",
    "resource",
    "resources",
    "function",
    "role",
];

/// Nouns for an office that an adjective must tell from others.
const OFFICES: &WordSet = words![
    "department",
    "departments",
    "group",
    "groups",
    "unit",
    "units",
    "area",
    "areas",
    "manager",
    "managers",
    "official",
    "officials",
    "authority",
    "authorities",
    "office",
    "offices",
];

/// Adjectives that tell no office from another.
const UNSURE: &WordSet =
    words!["appropriate", "relevant", "suitable", "proper", "applicable", "competent", "right", "correct"];

/// Adjectives that leave open who is meant with a noun for any person or group.
const LOOSE: &WordSet = words![
    "responsible",
    "concerned",
    "respective",
    "qualified",
    "designated",
    "authorized",
    "authorised",
    "assigned",
    "available",
    "necessary",
    "knowledgeable",
];

/// Words by which another part of the sentence names who answers for it.
const RESPONSIBLE: &WordSet = words!["responsible", "responsibility", "accountable"];

/// How far behind a passive it is looked for who answers for it.
const ANSWERING_REACH: usize = 60;

/// Whether a role written alone, as in a row, is in the table or, without one, names somebody.
pub(super) fn is_defined(role: &str) -> bool {
    let words = split(role);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    !is_nobody(&words)
}

fn undefined(
    tokens: &[Token<'_>],
    range: &Range<usize>,
    table: Option<&RoleTable>,
) -> Option<(Code, Range<usize>)> {
    let phrase = tokens.get(range.clone()).unwrap_or_default();
    let plain = phrase.iter().take_while(|token| !token.is_mark('('));
    let words: Vec<&str> = plain.filter(|token| !token.is_mark('"')).map(|token| &*token.lower).collect();
    let undefined = match table {
        None => is_nobody(&words) && !is_placed(tokens, range),
        Some(table) => {
            let mut named = parts(&words).filter(|part| !is_aside(part)).peekable();
            named.peek().is_none()
                || !named.all(|part| table.holds(part) || table.holds(without_determiner(part)))
        }
    };
    undefined.then(|| (Code::RoleUndefined, range.clone()))
}

/// "the privacy officer or a deputy" in its parts.
fn parts<'w>(words: &'w [&'w str]) -> impl Iterator<Item = &'w [&'w str]> {
    words.split(|word| matches!(*word, "and" | "or" | ",")).filter(|part| !part.is_empty())
}

/// "staff of the laboratory": what follows says which.
fn is_placed(tokens: &[Token<'_>], range: &Range<usize>) -> bool {
    let crowd = tokens.get(range.end.saturating_sub(1)).is_some_and(|last| last.is_any(CROWD));
    crowd && tokens.get(range.end).is_some_and(|next| next.is_any(words!["of", "in", "at", "from"]))
}

/// "in her absence", "once paged": an insertion, which names nobody.
fn is_aside(part: &[&str]) -> bool {
    const OPENERS: &WordSet =
        words!["in", "if", "when", "where", "once", "after", "as", "failing", "having", "while"];
    part.first().is_some_and(|first| OPENERS.holds(first))
}

/// The words behind an article; "IT lead" opens with none, though "it" reads like one.
fn without_determiner<'p, 'w>(part: &'p [&'w str]) -> &'p [&'w str] {
    match part {
        [both, rest @ ..] if *both == "both" || *both == "either" => without_determiner(rest),
        [first, rest @ ..] if DETERMINERS.holds(first) && !rest.is_empty() => rest,
        _ => part,
    }
}

fn same_noun(word: &str, role: &str) -> bool {
    let plural_of_y =
        || word.strip_suffix("ies").zip(role.strip_suffix('y')).is_some_and(|(word, role)| word == role);
    word == role || word.strip_suffix('s').is_some_and(|singular| singular == role) || plural_of_y()
}

const ADDITIONS: &WordSet = words!["of", "on", "at", "in", "for", "who", "or", "and"];
