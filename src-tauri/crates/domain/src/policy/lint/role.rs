//! Whether somebody accountable acts: 45 CFR 171.203(d)(4) times mean little if nobody is bound by them.
//! Without a roles table any subject or agent is a role, machines included, except words for nobody in particular.

use std::ops::Range;

use super::clause::Actor;
use super::finding::Code;
use super::token::Token;
use super::vocabulary::DETERMINERS;
use super::word::split;

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
                && after.is_none_or(|word| ADDITIONS.contains(word))
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
        Actor::PassiveSubject(range) if table.is_some() => Some((Code::MissingRole, range.clone())),
        Actor::PassiveSubject(range) => Some((Code::PassiveWithoutAgent, range.clone())),
    }
}

/// Whether the words name nobody in particular: someone, anyone, staff, the team.
pub(super) fn is_nobody(words: &[&str]) -> bool {
    matches!(words, ["someone" | "anyone" | "staff"] | ["the" | "all" | "any", "staff"] | ["the", "team"])
}

/// Whether a role written alone, as in a row, is in the table or, without one, names somebody.
pub(super) fn is_defined(role: &str) -> bool {
    let words = split(role);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    !is_nobody(&words) && !matches!(*words, ["team"])
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
        None => is_nobody(&words),
        Some(table) => !parts(&words).all(|part| table.holds(part) || table.holds(without_determiner(part))),
    };
    undefined.then(|| (Code::RoleUndefined, range.clone()))
}

/// "the privacy officer or a deputy" in its parts.
fn parts<'w>(words: &'w [&'w str]) -> impl Iterator<Item = &'w [&'w str]> {
    words.split(|word| matches!(*word, "and" | "or" | ",")).filter(|part| !part.is_empty())
}

/// The words behind an article; "IT lead" opens with none, though "it" reads like one.
fn without_determiner<'p, 'w>(part: &'p [&'w str]) -> &'p [&'w str] {
    match part {
        [first, rest @ ..] if DETERMINERS.contains(first) && !rest.is_empty() => rest,
        _ => part,
    }
}

fn same_noun(word: &str, role: &str) -> bool {
    word == role || word.strip_suffix('s').is_some_and(|singular| singular == role)
}

const ADDITIONS: &[&str] = &["of", "on", "at", "in", "for", "who", "or", "and"];
