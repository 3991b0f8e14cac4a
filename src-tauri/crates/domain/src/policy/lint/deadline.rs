//! Deadlines on a counted day, "by 17:00 on the next business day after the report", and count thresholds, "upon the
//! fifth failed sign-in within 15 minutes".

use super::amount::Amount;
use super::cursor::Cursor;
use super::event::{self, Event};
use super::limit::{Limit, Shape};
use super::number::ordinal;
use super::timeframe::{Relation, Unit};
use super::token::{Kind, NumberForm, Token};
use super::unit::{UnitWord, unit};
use super::verb::MODALS;
use super::word_set::words;

/// The deadline or threshold at a place, if one opens there.
pub(super) fn read(tokens: &[Token<'_>], at: usize) -> Option<Limit> {
    let token = tokens.get(at)?;
    match &*token.lower {
        "by" | "no" | "not" => counted_day(tokens, at),
        "upon" => threshold(tokens, at),
        _ => None,
    }
}

/// "by [clock] on the next business day after …", "by the end of the second business day after …".
fn counted_day(tokens: &[Token<'_>], at: usize) -> Option<Limit> {
    let mut cursor = Cursor::new(tokens, at);
    cursor.eat_one_of(words!["by", "no later than", "not later than"]).then_some(())?;
    if !cursor.eat_one_of(words!["the end of the", "end of the", "the close of the"]) {
        clock(&mut cursor);
        cursor.eat_one_of(words!["on the", "the"]).then_some(())?;
    }
    let start = cursor.at;
    let quantity = day_count(&mut cursor)?;
    let unit = unit(&mut cursor)?;
    let amount_span = start..cursor.at;
    let connector = event::connector(&cursor, true).filter(|connector| !connector.ahead);
    let event = connector.map_or(Event::Missing, |connector| event::read(tokens, &connector));
    Some(Limit {
        span: at..event.end().unwrap_or(amount_span.end),
        amount_span,
        amount: Amount::One { quantity, unit, hedged: false },
        shape: Shape::Timeframe(Relation::Le),
        event,
    })
}

fn day_count(cursor: &mut Cursor<'_, '_>) -> Option<i64> {
    if cursor.eat_one_of(words!["next", "following", "same"]) {
        return Some(1);
    }
    let day = ordinal(cursor.rest())?;
    cursor.at += day.tokens;
    Some(day.value)
}

/// Passes a time of day and up to three words for its zone.
fn clock(cursor: &mut Cursor<'_, '_>) {
    let Some(token) = cursor.peek() else { return };
    let timed = matches!(token.kind, Kind::Number { form: NumberForm::Clock | NumberForm::Whole, .. })
        || token.is_any(words!["noon", "midnight"]);
    if !timed {
        return;
    }
    let on = cursor.rest().iter().take(6).position(|token| token.is("on"));
    cursor.at += on.unwrap_or(1);
}

/// "upon the fifth failed sign-in within 15 minutes": the count is the event.
fn threshold(tokens: &[Token<'_>], at: usize) -> Option<Limit> {
    let mut cursor = Cursor::new(tokens, at + 1);
    cursor.eat("the");
    let start = cursor.at;
    let count = ordinal(cursor.rest())?;
    let end = event::read(tokens, &event::Connector { event: start, ahead: false }).end()?;
    let counted = tokens.get(start..end).unwrap_or_default();
    let windowed = counted.iter().any(|token| token.is("within"));
    if counted.iter().any(|token| token.is_any(MODALS)) || !(windowed || count.value > 1) || end < start + 2 {
        return None;
    }
    Some(Limit {
        span: at..end,
        amount_span: start..end,
        amount: Amount::One { quantity: 0, unit: UnitWord::Known(Unit::Minutes), hedged: false },
        shape: Shape::Timeframe(Relation::At),
        event: Event::Named(start..end),
    })
}
