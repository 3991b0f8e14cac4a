//! Words for units of time, those of the grammar and those it refuses.

use super::cursor::Cursor;
use super::timeframe::Unit;
use super::token::Token;
use super::word_set::{WordSet, words};

/// What a word for time counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum UnitWord {
    /// A unit of the grammar.
    Known(Unit),
    /// Days, neither calendar nor business.
    UntypedDays,
    /// Quarters of a year.
    Quarters,
    /// Working shifts, of a length only a definition can give.
    Shifts,
    /// A unit outside the grammar, such as seconds.
    Other,
}

/// Reads a unit and moves past it.
pub(super) fn unit(cursor: &mut Cursor<'_, '_>) -> Option<UnitWord> {
    let mut ahead = *cursor;
    ahead.eat_one_of(words!["consecutive", "full", "whole", "elapsed"]);
    let word = word(&mut ahead)?;
    *cursor = ahead;
    Some(word)
}

fn word(cursor: &mut Cursor<'_, '_>) -> Option<UnitWord> {
    if cursor.eat_one_of(words!["business", "bus", "biz"]) {
        cursor.eat_mark('.');
        return cursor
            .eat_one_of(DAYS)
            .then_some(UnitWord::Known(Unit::BusinessDays))
            .or_else(|| hours(cursor));
    }
    if cursor.is_any(words!["banking", "clinic", "office", "service", "duty", "open", "administrative"]) {
        cursor.at += 1;
        return cursor.eat_one_of(DAYS).then_some(UnitWord::UntypedDays);
    }
    if cursor.eat_one_of(words!["working", "work"]) {
        return cursor.eat_one_of(DAYS).then_some(UnitWord::UntypedDays).or_else(|| hours(cursor));
    }
    if cursor.eat_one_of(words!["calendar", "cal"]) {
        cursor.eat_mark('.');
        return cursor
            .eat_one_of(DAYS)
            .then_some(UnitWord::Known(Unit::CalendarDays))
            .or_else(|| plain(cursor));
    }
    plain(cursor)
}

fn plain(cursor: &mut Cursor<'_, '_>) -> Option<UnitWord> {
    let token = cursor.peek()?;
    let counted = cursor.before().is_some_and(Token::is_number);
    let word = match &*token.lower {
        "minute" | "minutes" | "min" | "mins" | "minute's" => UnitWord::Known(Unit::Minutes),
        "hour" | "hours" | "hr" | "hrs" | "h" | "hour's" => UnitWord::Known(Unit::Hours),
        "week" | "weeks" | "wk" | "wks" | "week's" => UnitWord::Known(Unit::Weeks),
        "month" | "months" | "mos" | "mths" | "month's" => UnitWord::Known(Unit::Months),
        "mo" | "mth" if counted => UnitWord::Known(Unit::Months),
        "year" | "years" | "yr" | "yrs" | "year's" => UnitWord::Known(Unit::Years),
        "bd" | "bds" if counted => UnitWord::Known(Unit::BusinessDays),
        "day" | "days" | "day's" | "weekday" | "weekdays" | "workday" | "workdays" => UnitWord::UntypedDays,
        "d" if counted => UnitWord::UntypedDays,
        "quarter" | "quarters" => UnitWord::Quarters,
        "shift" | "shifts" => UnitWord::Shifts,
        "second" | "seconds" | "sec" | "secs" | "milliseconds" | "fortnight" | "fortnights" | "decades" => {
            UnitWord::Other
        }
        _ => return None,
    };
    cursor.at += 1;
    abbreviation_stop(cursor);
    Some(word)
}

/// The full stop of "6 mos." is the unit's, unless the sentence ends with it.
fn abbreviation_stop(cursor: &mut Cursor<'_, '_>) {
    let abbreviated = cursor.before().is_some_and(|token| token.is_any(ABBREVIATED));
    let goes_on = cursor.tokens.len() > cursor.at + 1;
    if abbreviated && goes_on {
        cursor.eat_mark('.');
    }
}

/// Business and working hours are a span of the day, not a unit of the grammar.
fn hours(cursor: &mut Cursor<'_, '_>) -> Option<UnitWord> {
    cursor.eat_one_of(words!["hours", "hour", "weeks", "week", "months", "month"]).then_some(UnitWord::Other)
}

const DAYS: &WordSet = words!["days", "day", "day's"];

const ABBREVIATED: &WordSet = words![
    "min", "mins", "hr", "hrs", "h", "d", "wk", "wks", "mo", "mos", "mth", "mths", "yr", "yrs", "bd", "bds",
];
