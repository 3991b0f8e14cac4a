//! A quantity with its unit, as policies write it, and the ways in which it fails to be one limit.

use super::cursor::Cursor;
use super::number::whole;
use super::token::{Kind, NumberForm, Token};
use super::unit::{UnitWord, unit};
use super::word_set::{WordSet, words};

/// What stands where one whole number and one unit should.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Amount {
    /// One whole number and a unit; `hedged` by a word such as "about".
    One { quantity: i64, unit: UnitWord, hedged: bool },
    /// Two numbers and a unit.
    Range { unit: UnitWord },
    /// A number that is not whole, and a unit.
    Fraction { unit: UnitWord },
    /// A unit with no number: "a few days", "hours".
    Vague,
    /// A number with no unit.
    Bare { quantity: i64 },
}

/// Reads an amount and moves past it; a bare number is left to the caller to judge.
pub(super) fn amount(cursor: &mut Cursor<'_, '_>) -> Option<Amount> {
    let mut ahead = *cursor;
    let hedged = ahead.eat_one_of(HEDGES);
    let amount =
        vague(&mut ahead).or_else(|| fraction(&mut ahead)).or_else(|| counted(&mut ahead, hedged))?;
    *cursor = ahead;
    Some(amount)
}

/// A unit with the number one left unsaid: "an hour", or with `every`, "hour" alone.
pub(super) fn single(cursor: &mut Cursor<'_, '_>) -> Option<Amount> {
    let unit = unit(cursor)?;
    Some(Amount::One { quantity: 1, unit, hedged: false })
}

fn counted(cursor: &mut Cursor<'_, '_>, hedged: bool) -> Option<Amount> {
    let Some(first) = whole(cursor.rest()) else { return article(cursor) };
    cursor.at += first.tokens;
    let repeated = parenthesized(cursor);
    let mut after_second = *cursor;
    if second_number(&mut after_second)
        && let Some(unit) = unit(&mut after_second)
    {
        *cursor = after_second;
        return Some(Amount::Range { unit });
    }
    let Some(unit) = unit(cursor) else { return Some(Amount::Bare { quantity: first.value }) };
    // "zero-day" names a kind of flaw, not a time.
    let names = first.value == 0 && cursor.before().is_some_and(|token| token.joined);
    if names {
        return None;
    }
    let hedged =
        hedged || cursor.eat_one_of(words!["or so", "or thereabouts", "more or less", "give or take"]);
    let differs = repeated.is_some_and(|value| value != first.value);
    Some(if differs { Amount::Range { unit } } else { Amount::One { quantity: first.value, unit, hedged } })
}

/// "an hour" counts one.
fn article(cursor: &mut Cursor<'_, '_>) -> Option<Amount> {
    cursor.eat_one_of(words!["a", "an"]).then(|| single(cursor)).flatten()
}

/// The digits of "ten (10)".
fn parenthesized(cursor: &mut Cursor<'_, '_>) -> Option<i64> {
    let mut ahead = *cursor;
    let open = ahead.eat_mark('(');
    let number = ahead.peek().and_then(|token| token.whole()).filter(|_| open)?;
    ahead.at += 1;
    ahead.eat_mark(')').then(|| {
        *cursor = ahead;
        number
    })
}

fn second_number(cursor: &mut Cursor<'_, '_>) -> bool {
    let linked = cursor.eat_mark('-')
        || cursor.eat_mark('/')
        || cursor.eat_one_of(words!["to", "or", "and", "through"]);
    cursor.eat_mark('-');
    let number = whole(cursor.rest()).filter(|_| linked);
    cursor.at += number.map_or(0, |number| number.tokens);
    number.is_some()
}

fn fraction(cursor: &mut Cursor<'_, '_>) -> Option<Amount> {
    let mut ahead = *cursor;
    let decimal = ahead
        .peek()
        .is_some_and(|token| matches!(token.kind, Kind::Number { form: NumberForm::Decimal, .. }));
    if decimal {
        ahead.at += 1;
    } else {
        let number = whole(ahead.rest()).map_or(0, |number| number.tokens);
        ahead.at += number;
        if !ahead.eat_one_of(words!["and a half", "and one half", "half a", "half an", "half"]) {
            return None;
        }
    }
    let unit = unit(&mut ahead)?;
    *cursor = ahead;
    Some(Amount::Fraction { unit })
}

/// Whether a number before this place stands alone, so that nothing it could count follows.
pub(super) fn stands_alone(after: &Cursor<'_, '_>) -> bool {
    const SMALL: &WordSet = words![
        "of",
        "after",
        "from",
        "following",
        "since",
        "and",
        "or",
        "where",
        "if",
        "unless",
        "when",
        "without",
        "before",
        "prior",
        "ahead",
    ];
    after.peek().is_none_or(|token| {
        token.is_any(SMALL) || ['.', ',', ';', '!', '?', ')'].iter().any(|mark| token.is_mark(*mark))
    })
}

/// Whether the amount is a plural without any count, as in "for days".
pub(super) fn is_uncounted(tokens: &[Token<'_>], amount: Amount, start: usize) -> bool {
    amount == Amount::Vague && tokens.get(start).is_some_and(|token| token.is_any(UNIT_STARTS))
}

fn vague(cursor: &mut Cursor<'_, '_>) -> Option<Amount> {
    let mut ahead = *cursor;
    if !ahead.is_any(UNIT_STARTS) && !ahead.eat_one_of(VAGUE_COUNTS) {
        return None;
    }
    // "within business hours" names a part of the day.
    if unit(&mut ahead)? == UnitWord::Other && cursor.is_any(words!["business", "working", "work"]) {
        return None;
    }
    let plural = ahead.before().is_some_and(|last| last.lower.ends_with('s'));
    plural.then(|| {
        *cursor = ahead;
        Amount::Vague
    })
}

/// Counts without a number, longest first.
pub(super) const VAGUE_COUNTS: &WordSet = words![
    "a couple of",
    "a couple",
    "a handful of",
    "a matter of",
    "a number of",
    "a small number of",
    "the next few",
    "a few more",
    "a few short",
    "a few",
    "few",
    "several more",
    "several",
    "some",
    "multiple",
    "many",
];

const UNIT_STARTS: &WordSet =
    words!["minutes", "hours", "days", "weeks", "months", "years", "calendar", "business", "working"];

const HEDGES: &WordSet =
    words!["about", "around", "approximately", "roughly", "nearly", "almost", "circa", "ca"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::lint::scan::scan;
    use crate::policy::lint::timeframe::Unit;

    fn read(text: &str) -> Option<Amount> {
        let mut tokens = Vec::new();
        scan(text, 0, 1, &mut tokens);
        amount(&mut Cursor::new(&tokens, 0))
    }

    fn one(quantity: i64, unit: Unit) -> Option<Amount> {
        Some(Amount::One { quantity, unit: UnitWord::Known(unit), hedged: false })
    }

    #[test]
    fn one_number_and_one_unit() {
        let cases = [
            ("1 hour", one(1, Unit::Hours)),
            ("an hour", one(1, Unit::Hours)),
            ("24-hour", one(24, Unit::Hours)),
            ("15min", one(15, Unit::Minutes)),
            ("ten business days", one(10, Unit::BusinessDays)),
            ("sixty (60) calendar days", one(60, Unit::CalendarDays)),
            ("thirty-six calendar months", one(36, Unit::Months)),
            ("72 consecutive hours", one(72, Unit::Hours)),
            ("30 days", Some(Amount::One { quantity: 30, unit: UnitWord::UntypedDays, hedged: false })),
            ("5 working days", Some(Amount::One { quantity: 5, unit: UnitWord::UntypedDays, hedged: false })),
            ("30 seconds", Some(Amount::One { quantity: 30, unit: UnitWord::Other, hedged: false })),
            (
                "about 4 hours",
                Some(Amount::One { quantity: 4, unit: UnitWord::Known(Unit::Hours), hedged: true }),
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_not_one_limit() {
        let hours = UnitWord::Known(Unit::Hours);
        let cases = [
            ("24-48 hours", Some(Amount::Range { unit: hours })),
            ("24 – 48 hours", Some(Amount::Range { unit: hours })),
            ("two to four hours", Some(Amount::Range { unit: hours })),
            ("ten (12) hours", Some(Amount::Range { unit: hours })),
            ("1.5 hours", Some(Amount::Fraction { unit: hours })),
            ("half an hour", Some(Amount::Fraction { unit: hours })),
            ("one and a half hours", Some(Amount::Fraction { unit: hours })),
            ("a few days", Some(Amount::Vague)),
            ("some hours", Some(Amount::Vague)),
            ("hours", Some(Amount::Vague)),
            ("24 of detection", Some(Amount::Bare { quantity: 24 })),
            ("a breach", None),
            ("several systems", None),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
