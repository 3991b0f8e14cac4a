//! Words for units of time, those of the grammar and those it refuses.

use super::cursor::Cursor;
use super::timeframe::Unit;

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
    ahead.eat_one_of(&["consecutive", "full", "whole", "elapsed"]);
    let word = word(&mut ahead)?;
    *cursor = ahead;
    Some(word)
}

fn word(cursor: &mut Cursor<'_, '_>) -> Option<UnitWord> {
    if cursor.eat("business") {
        return cursor
            .eat_one_of(DAYS)
            .then_some(UnitWord::Known(Unit::BusinessDays))
            .or_else(|| hours(cursor));
    }
    if cursor.eat_one_of(&["working", "work"]) {
        return cursor.eat_one_of(DAYS).then_some(UnitWord::UntypedDays).or_else(|| hours(cursor));
    }
    if cursor.eat("calendar") {
        return cursor
            .eat_one_of(DAYS)
            .then_some(UnitWord::Known(Unit::CalendarDays))
            .or_else(|| plain(cursor));
    }
    plain(cursor)
}

fn plain(cursor: &mut Cursor<'_, '_>) -> Option<UnitWord> {
    let token = cursor.peek()?;
    let glued = !token.spaced && !token.joined;
    let word = match &*token.lower {
        "minute" | "minutes" | "min" | "mins" => UnitWord::Known(Unit::Minutes),
        "hour" | "hours" | "hr" | "hrs" | "h" | "hour's" => UnitWord::Known(Unit::Hours),
        "week" | "weeks" | "wk" | "wks" => UnitWord::Known(Unit::Weeks),
        "month" | "months" => UnitWord::Known(Unit::Months),
        "year" | "years" | "yr" | "yrs" => UnitWord::Known(Unit::Years),
        "day" | "days" => UnitWord::UntypedDays,
        "d" if glued => UnitWord::UntypedDays,
        "quarter" | "quarters" => UnitWord::Quarters,
        "shift" | "shifts" => UnitWord::Shifts,
        "second" | "seconds" | "sec" | "secs" | "milliseconds" | "fortnight" | "fortnights" | "decades" => {
            UnitWord::Other
        }
        _ => return None,
    };
    cursor.at += 1;
    Some(word)
}

/// Business and working hours are a span of the day, not a unit of the grammar.
fn hours(cursor: &mut Cursor<'_, '_>) -> Option<UnitWord> {
    cursor.eat_one_of(&["hours", "hour", "weeks", "week", "months", "month"]).then_some(UnitWord::Other)
}

const DAYS: &[&str] = &["days", "day"];
