//! Times counted from a letter, as in runbooks: "by T+4h, T being the declaration".

use super::amount::{Amount, amount};
use super::cursor::Cursor;
use super::event::{self, Event};
use super::limit::{Limit, Shape};
use super::timeframe::Relation;
use super::token::Token;
use super::word_set::{WordSet, words};

/// The shorthand at a place, if one stands there.
pub(super) fn read(tokens: &[Token<'_>], at: usize) -> Option<Limit> {
    let letter = tokens.get(at).filter(|token| token.is_any(LETTERS) && !token.joined)?;
    let mut cursor = Cursor::new(tokens, at + 1);
    cursor.eat_mark('+').then_some(())?;
    let start = cursor.at;
    let amount: Amount = amount(&mut cursor)?;
    Some(Limit {
        span: at..cursor.at,
        amount_span: start..cursor.at,
        amount,
        shape: Shape::Timeframe(Relation::Le),
        event: meaning(tokens, at, &letter.lower),
    })
}

/// What the letter stands for, where the sentence says so.
fn meaning(tokens: &[Token<'_>], at: usize, letter: &str) -> Event {
    const REACH: usize = 60;
    let first = at.saturating_sub(REACH);
    let near = tokens.get(first..(at + REACH).min(tokens.len())).unwrap_or_default();
    let says = |pair: &[Token<'_>]| match pair {
        [name, next] => name.is(letter) && (next.is_any(MEANS) || next.is_mark('=') || next.is_mark(':')),
        _ => false,
    };
    let Some(name) = near.windows(2).position(says) else { return Event::Missing };
    event::read(tokens, &event::Connector { event: first + name + 2, ahead: false })
}

const LETTERS: &WordSet = words!["t", "t0", "h", "h0"];

const MEANS: &WordSet =
    words!["is", "being", "means", "equals", "marks", "denotes", "as", "at", "was", "stands", "counted"];
