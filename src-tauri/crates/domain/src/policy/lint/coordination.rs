//! Where a sentence goes on with another clause that has a subject and a verb of its own.

use super::limit::Limit;
use super::token::{Kind, Token};
use super::verb::{AUXILIARIES, MODALS};
use super::vocabulary::{DETERMINERS, SUBORDINATORS};
use super::word_set::words;

/// How far after its first word the verb of a clause is looked for.
const REACH: usize = 14;

/// The first tokens of the clauses after the main one, which starts at `main`.
pub(super) fn starts(tokens: &[Token<'_>], limits: &[Limit], main: usize) -> Vec<usize> {
    let Some(verb) = main_verb(tokens, main) else { return Vec::new() };
    let mut limits = limits.iter().peekable();
    let mut found = Vec::new();
    for at in verb + 1..tokens.len() {
        while limits.next_if(|limit| limit.span.end <= at).is_some() {}
        let inside = limits.peek().is_some_and(|limit| limit.span.contains(&at));
        if !inside && let Some(start) = opens_clause(tokens, at) {
            found.push(start);
        }
    }
    found
}

fn main_verb(tokens: &[Token<'_>], main: usize) -> Option<usize> {
    let rest = tokens.get(main..)?;
    let is_verb = |token: &Token<'_>| token.is_any(MODALS) || token.is_any(AUXILIARIES);
    rest.iter().position(|token| is_verb(token) || token.is_mark(';')).map(|verb| main + verb)
}

/// A semicolon, or "and" with a subject behind it.
fn opens_clause(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let token = tokens.get(at)?;
    if token.is_mark(';') {
        return has_verb(tokens, at + 1, true).then_some(at + 1);
    }
    if !token.is_any(words!["and", "but"]) {
        return None;
    }
    let comma =
        at.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|before| before.is_mark(','));
    let subject = tokens.get(at + 1).filter(|next| next.is_word() && !next.is_any(SUBORDINATORS))?;
    let opens = comma || subject.is_any(DETERMINERS);
    (opens && has_verb(tokens, at + 1, false)).then_some(at + 1)
}

/// Whether a finite verb stands near, behind a subject.
fn has_verb(tokens: &[Token<'_>], start: usize, commas: bool) -> bool {
    let reach = if commas { 3 * REACH } else { REACH };
    let near = tokens.get(start..).unwrap_or_default().iter().take(reach);
    let ends = |token: &Token<'_>| match token.kind {
        Kind::Mark(',') => !commas,
        Kind::Mark(mark) => matches!(mark, ';' | ':' | '(' | ')'),
        _ => false,
    };
    let is_verb = |token: &Token<'_>| token.is_any(MODALS) || commas && token.is_any(AUXILIARIES);
    let verb = near.take_while(|token| !ends(token)).position(is_verb);
    verb.is_some_and(|verb| verb > 0)
}
