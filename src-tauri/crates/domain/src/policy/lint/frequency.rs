//! Phrases for what is done again and again: "every 90 calendar days", "at least once a year", "quarterly".

use super::amount::{Amount, amount, single, stands_alone};
use super::cursor::Cursor;
use super::event::Event;
use super::limit::{Limit, Shape};
use super::number::ordinal;
use super::rules::RULES;
use super::timeframe::{Relation, Unit};
use super::token::{Kind, Token};
use super::unit::UnitWord;
use super::verb::{PERFORMING, is_verb};
use super::vocabulary::AFTER_ADVERB;
use super::word_set::{WordSet, words};

/// The phrase of frequency at a place, if one opens there.
pub(super) fn read(tokens: &[Token<'_>], at: usize) -> Option<Limit> {
    let mut cursor = Cursor::new(tokens, at);
    if !can_open(cursor.peek()?) {
        return None;
    }
    cursor.eat_one_of(AT_LEAST);
    let once = cursor.eat_one_of(words!["once", "one time"]);
    let (start, amount) = interval(&mut cursor, once)?;
    Some(Limit {
        span: at..cursor.at,
        amount_span: start..cursor.at,
        amount,
        shape: Shape::Timeframe(Relation::Every),
        event: Event::LastPerformance,
    })
}

/// Whether a phrase of frequency opens here.
pub(super) fn opens(tokens: &[Token<'_>], at: usize) -> bool {
    read(tokens, at).is_some()
}

fn can_open(token: &Token<'_>) -> bool {
    let word = token.is_any(words!["at", "no", "not", "once", "one", "every", "each", "on", "in"])
        || adverb(token).is_some();
    word && !token.joined
}

fn interval(cursor: &mut Cursor<'_, '_>, once: bool) -> Option<(usize, Amount)> {
    let start = cursor.at;
    if cursor.eat_one_of(INTERVALS) {
        return Some((cursor.at, amount(cursor)?)).filter(|(_, amount)| is_timed(*amount));
    }
    if let Some(amount) = cycle(cursor) {
        return Some((start, amount));
    }
    if cursor.eat_one_of(words!["on a", "on an"]) {
        return basis(cursor).map(|amount| (start, amount));
    }
    let of_a_time = cursor.before().is_some_and(|token| token.is_any(WITHIN_EVENTS)) && !once;
    if cursor.is_any(words!["every", "each"]) {
        return every(cursor, of_a_time);
    }
    if once && cursor.eat_one_of(words!["in each", "in every", "in any", "per", "a", "an"]) {
        return Some((cursor.at, normalized(single(cursor)?, false)));
    }
    by_adverb(cursor).map(|amount| (start, amount))
}

/// "every 90 calendar days", "every month"; "each" and a unit alone tell nothing inside an event.
fn every(cursor: &mut Cursor<'_, '_>, inside_event: bool) -> Option<(usize, Amount)> {
    cursor.at += 1;
    let start = cursor.at;
    if let Some(quantity) = cursor.eat("other").then_some(2) {
        let Amount::One { unit, .. } = single(cursor)? else { return None };
        return Some((start, normalized(Amount::One { quantity, unit, hedged: false }, true)));
    }
    if let Some(nth) = ordinal(cursor.rest()).filter(|nth| nth.value > 1) {
        let mut ahead = Cursor::new(cursor.tokens, cursor.at + nth.tokens);
        let Amount::One { unit, .. } = single(&mut ahead)? else { return None };
        *cursor = ahead;
        return Some((start, normalized(Amount::One { quantity: nth.value, unit, hedged: false }, true)));
    }
    let mut ahead = *cursor;
    let alone =
        |amount: Amount, after: &Cursor<'_, '_>| is_timed(amount) || !inside_event && stands_alone(after);
    if let Some(amount) = amount(&mut ahead).filter(|amount| alone(*amount, &ahead)) {
        *cursor = ahead;
        return Some((start, normalized(amount, true)));
    }
    if inside_event {
        return None;
    }
    Some((start, normalized(single(cursor)?, false)))
}

fn is_timed(amount: Amount) -> bool {
    !matches!(amount, Amount::Bare { .. })
}

/// A quarter is three months, and "every day" is every calendar day; "every 30 days" is not.
fn normalized(amount: Amount, counted: bool) -> Amount {
    let Amount::One { quantity, unit, hedged } = amount else { return amount };
    let (quantity, unit) = match unit {
        UnitWord::Quarters => (quantity.saturating_mul(3), UnitWord::Known(Unit::Months)),
        UnitWord::UntypedDays if !counted => (quantity, UnitWord::Known(Unit::CalendarDays)),
        _ => (quantity, unit),
    };
    Amount::One { quantity, unit, hedged }
}

/// "at 6-month intervals", "on a 90-day cycle".
fn cycle(cursor: &mut Cursor<'_, '_>) -> Option<Amount> {
    const CYCLES: &WordSet =
        words!["interval", "intervals", "cycle", "cycles", "rotation", "cadence", "rhythm", "basis"];
    let mut ahead = *cursor;
    ahead.eat_one_of(words!["at", "on a", "on an", "in a", "in", "on"]).then_some(())?;
    let amount = amount(&mut ahead).filter(|amount| is_timed(*amount))?;
    ahead.eat_one_of(words!["review", "rotation", "test"]);
    ahead.eat_one_of(CYCLES).then(|| {
        *cursor = ahead;
        normalized(amount, true)
    })
}

/// "on a quarterly basis".
fn basis(cursor: &mut Cursor<'_, '_>) -> Option<Amount> {
    let token = cursor.peek()?;
    let (quantity, unit) = adverb(token).or_else(|| match &*token.lower {
        "annual" => Some((12, Unit::Months)),
        "semiannual" => Some((6, Unit::Months)),
        _ => None,
    })?;
    cursor.at += 1;
    cursor.eat("basis").then_some(Amount::One { quantity, unit: UnitWord::Known(unit), hedged: false })
}

fn by_adverb(cursor: &mut Cursor<'_, '_>) -> Option<Amount> {
    let token = cursor.peek()?;
    let (quantity, unit) = adverb(token)?;
    let twice = cursor.before().is_some_and(|before| before.is_any(words!["twice", "thrice", "times"]));
    if twice || !(is_adverb(cursor) || tells_duty(cursor)) {
        return None;
    }
    cursor.at += 1;
    Some(Amount::One { quantity, unit: UnitWord::Known(unit), hedged: false })
}

fn adverb(token: &Token<'_>) -> Option<(i64, Unit)> {
    if token.kind != Kind::Word || !matches!(token.lower.as_bytes(), [.., b'l', b'y']) {
        return None;
    }
    RULES.adverbs.get(&*token.lower).copied()
}

/// Followed by nothing, a mark, a small word or a verb, the word is an adverb and no adjective.
fn is_adverb(cursor: &Cursor<'_, '_>) -> bool {
    let next = cursor.tokens.get(cursor.at + 1);
    let adjective_before =
        cursor.before().is_some_and(|before| before.is_any(words!["the", "a", "an", "this", "its", "their"]));
    next.is_none_or(|next| {
        !next.is_word() || next.is_any(AFTER_ADVERB) || is_verb(&next.lower) && !adjective_before
    }) && !adjective_before
}

/// "perform quarterly reviews", "conduct a monthly test": the adjective sets the frequency of the duty.
fn tells_duty(cursor: &Cursor<'_, '_>) -> bool {
    let mut before = cursor.tokens.get(..cursor.at).unwrap_or_default().iter().rev().peekable();
    before.next_if(|token| token.is_any(words!["a", "an", "its", "their"]));
    before.next().is_some_and(|token| token.is_any(PERFORMING))
}

const AT_LEAST: &WordSet = words![
    "at least",
    "at a minimum",
    "no less often than",
    "not less often than",
    "no less frequently than",
    "not less frequently than",
    "no less than",
    "not less than",
];

const INTERVALS: &WordSet = words![
    "at intervals of no more than",
    "at intervals of not more than",
    "at intervals of at most",
    "at intervals no longer than",
    "at intervals not longer than",
    "at intervals not exceeding",
    "at intervals not to exceed",
    "at intervals of",
];

/// After these, "each month" belongs to an event: "the start of each month".
const WITHIN_EVENTS: &WordSet = words!["of", "in", "on", "at", "for", "during", "per", "by", "from", "to"];
