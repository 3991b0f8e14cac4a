//! Amounts without a comparator: "a 4-hour limit, counted from …", "has 30 minutes from the call to …", "2-3 days".

use super::amount::{Amount, VAGUE_COUNTS, amount};
use super::cursor::Cursor;
use super::event::{self, Connector, Event};
use super::limit::{Limit, Shape};
use super::number;
use super::timeframe::Relation;
use super::token::{Kind, Token};
use super::unit::UnitWord;
use super::verb::{MEETING, is_verb};
use super::vocabulary::AFTER_ADVERB;
use super::word_set::{WordSet, words};

/// The amount at a place: as a limit where its neighbours make it one, or as an amount that nobody can check.
pub(super) fn read(tokens: &[Token<'_>], at: usize) -> Option<Limit> {
    let mut cursor = Cursor::new(tokens, at);
    if !can_open(cursor.peek()?) {
        return None;
    }
    cursor.eat("between");
    let start = cursor.at;
    if cursor.peek()?.joined || number::whole(cursor.rest()).is_none() && !opens_vague(&cursor) {
        return None;
    }
    let amount = amount(&mut cursor)?;
    if cursor.is_any(MEASURES) {
        return None;
    }
    let amount_span = start..cursor.at;
    let bound = bound(tokens, at, &mut cursor);
    let connector = after_comma(&cursor);
    let shape = shape(amount, bound, &cursor, connector.as_ref())?;
    let event = match connector {
        Some(connector) if shape != Shape::Loose => event::read(tokens, &connector),
        None if shape == Shape::Timeframe(Relation::Le) => event::later(tokens, cursor.at),
        _ => Event::Missing,
    };
    let end = event.end().unwrap_or(amount_span.end);
    Some(Limit { span: at..end, amount_span, amount, shape, event })
}

/// Whether a number, a count or "between" may stand here; most words are passed by at once.
fn can_open(token: &Token<'_>) -> bool {
    token.is_number()
        || number::may_be_word(token)
        || VAGUE_COUNTS.may_open_with(token)
        || words!["between"].may_open_with(token)
}

/// What makes an amount a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bound {
    /// "a 6-year retention period".
    Period,
    /// "meet a 72-hour objective", "a 2-hour limit".
    Duty,
    /// "a 60-minute window", "4 hours or less": only with an event.
    WithEvent,
    /// "has 4 hours".
    Held,
    Nothing,
}

fn bound(tokens: &[Token<'_>], at: usize, cursor: &mut Cursor<'_, '_>) -> Bound {
    let before = tokens.get(..at).unwrap_or_default();
    let near = || before.iter().rev().take(5);
    if cursor.eat_one_of(words!["retention period", "retention"]) {
        return Bound::Period;
    }
    let joined = cursor.before().is_some_and(|unit| unit.joined);
    let near_noun = (1..=2).find(|skip| Cursor::new(tokens, cursor.at + skip).eat_one_of(LIMIT_NOUNS));
    if let Some(skip) = near_noun.filter(|_| joined && !cursor.is_any(LIMIT_STARTS)) {
        let plain =
            cursor.rest().iter().take(skip).all(|token| token.is_word() && !token.is_any(AFTER_ADVERB));
        cursor.at += if plain { skip } else { 0 };
    }
    let firm = cursor.is_any(words!["limit", "deadline"]);
    if cursor.eat_one_of(LIMIT_NOUNS) {
        let met = near().any(|token| token.is_any(MEETING));
        let set = near().any(|token| token.is_any(words!["set", "sets", "configure", "enforce", "apply"]));
        return if met || firm && !set { Bound::Duty } else { Bound::WithEvent };
    }
    if cursor.eat_one_of(words![
        "or less",
        "or fewer",
        "or sooner",
        "at most",
        "at the latest",
        "at the outside"
    ]) {
        return Bound::WithEvent;
    }
    let held =
        before.last().is_some_and(|token| token.is_any(words!["has", "have", "gets", "given", "allowed"]));
    if held { Bound::Held } else { Bound::Nothing }
}

/// The connector at hand, or behind a comma: "a 4-hour limit, counted from declaration".
fn after_comma(cursor: &Cursor<'_, '_>) -> Option<Connector> {
    let mut ahead = *cursor;
    let comma = ahead.eat_mark(',');
    if comma && !ahead.is_any(event::COUNTING) {
        return None;
    }
    event::connector(&ahead, false)
}

fn shape(
    amount: Amount,
    bound: Bound,
    after: &Cursor<'_, '_>,
    connector: Option<&Connector>,
) -> Option<Shape> {
    let ahead = connector.is_some_and(|connector| connector.ahead);
    let one = matches!(amount, Amount::One { .. } | Amount::Range { .. });
    let limit = match bound {
        Bound::Period | Bound::Duty => true,
        Bound::WithEvent => connector.is_some(),
        Bound::Held => connector.is_some() && !ahead || one && leads_to_action(after),
        Bound::Nothing => false,
    };
    if one && limit {
        let relation = match bound {
            Bound::Period => Relation::For,
            _ if ahead => Relation::Before,
            _ => Relation::Le,
        };
        return Some(Shape::Timeframe(relation));
    }
    let doubtful = match amount {
        Amount::Range { .. } | Amount::One { unit: UnitWord::UntypedDays, .. } => true,
        Amount::Vague => event::connector(after, false).is_some(),
        _ => false,
    };
    doubtful.then_some(Shape::Loose)
}

/// "two hours to be at a keyboard", "two hours."
fn leads_to_action(after: &Cursor<'_, '_>) -> bool {
    let verb = |token: &Token<'_>| token.is("be") || is_verb(&token.lower);
    match after.rest() {
        [] => true,
        [to, next, ..] if to.is("to") => verb(next),
        [mark, ..] => matches!(mark.kind, Kind::Mark('.' | ';')),
    }
}

fn opens_vague(cursor: &Cursor<'_, '_>) -> bool {
    let mut ahead = *cursor;
    ahead.eat_one_of(VAGUE_COUNTS)
}

/// Nouns that an amount makes a limit, longest first.
pub(super) const LIMIT_NOUNS: &WordSet = words![
    "recovery time objective",
    "recovery objective",
    "recovery target",
    "resolution time",
    "response time",
    "response target",
    "time limit",
    "time frame",
    "time window",
    "turnaround time",
    "grace period",
    "turnaround",
    "timeframe",
    "limit",
    "deadline",
    "window",
    "objective",
    "target",
    "period",
    "allowance",
];

/// First words of those nouns.
const LIMIT_STARTS: &WordSet = words![
    "recovery",
    "resolution",
    "response",
    "time",
    "turnaround",
    "grace",
    "timeframe",
    "limit",
    "deadline",
    "window",
    "objective",
    "target",
    "period",
    "allowance",
];

/// Nouns that an amount only describes: "30-day readmission".
const MEASURES: &WordSet =
    words!["readmission", "readmissions", "mortality", "supply", "trial", "average", "mean"];
