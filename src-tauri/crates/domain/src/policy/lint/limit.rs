//! Phrases that bound a time: comparator, amount, connector, event.
//! The shapes are tried where a phrase can open; what is wrong with one is said by `judge`.

use std::ops::Range;

use super::amount::{Amount, amount};
use super::cursor::Cursor;
use super::event::{self, Connector, Event};
use super::frequency;
use super::timeframe::Relation;
use super::token::Token;
use super::unit::UnitWord;
use super::verb::KEEPING;
use super::vocabulary::LABELS;
use super::window::is_window;
use super::{deadline, number};

/// A phrase that bounds a time, sound or not.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Limit {
    /// The tokens of the phrase with its event.
    pub span: Range<usize>,
    /// The tokens of number and unit.
    pub amount_span: Range<usize>,
    pub amount: Amount,
    pub shape: Shape,
    pub event: Event,
}

/// What sort of phrase it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A phrase of the grammar.
    Timeframe(Relation),
    /// Words that bound a value as well as a time, with no event: "no more than 8 hours".
    Value,
    /// An amount with no comparator.
    Loose,
}

/// All phrases of a sentence, in order, none overlapping. Looks at each token a bounded number of times.
pub(super) fn limits(tokens: &[Token<'_>]) -> Vec<Limit> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match step(tokens, at) {
            Step::Limit(limit) => {
                at = limit.span.end.max(at + 1);
                found.push(limit);
            }
            Step::Window(end) => at = end.max(at + 1),
            Step::Nothing => at += 1,
        }
    }
    found
}

/// Whether a phrase opens here, so that an event before it ends.
pub(super) fn opens(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(head) = head(tokens, at) else { return false };
    !matches!(head.amount, Amount::Bare { .. } | Amount::Vague) && !is_window(tokens, at, false)
}

enum Step {
    Limit(Limit),
    /// The window of a count, which is a parameter.
    Window(usize),
    Nothing,
}

/// A phrase up to its unit.
struct Head {
    opener: Opener,
    amount: Amount,
    amount_span: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opener {
    /// Words that only bound times.
    Within,
    /// Words that bound values too.
    AtMost,
    AtLeast,
    For,
    After,
}

fn step(tokens: &[Token<'_>], at: usize) -> Step {
    if let Some(limit) = frequency::read(tokens, at).or_else(|| deadline::read(tokens, at)) {
        return Step::Limit(limit);
    }
    let Some(head) = head(tokens, at) else { return loose(tokens, at) };
    let cursor = Cursor::new(tokens, head.amount_span.end);
    let connector = event::connector(&cursor, matches!(head.opener, Opener::Within | Opener::After));
    if is_window(tokens, at, connector.is_some()) {
        return Step::Window(head.amount_span.end);
    }
    if let Amount::Bare { quantity } = head.amount
        && !is_bare_limit(&cursor, head.opener, quantity)
    {
        return Step::Nothing;
    }
    Step::Limit(complete(tokens, at, head, connector))
}

fn complete(tokens: &[Token<'_>], at: usize, head: Head, connector: Option<Connector>) -> Limit {
    let before = tokens.get(..at).unwrap_or_default();
    let shape = shape(head.opener, connector.as_ref(), before);
    let event = match connector {
        Some(connector) => event::read(tokens, &connector),
        None if head.opener == Opener::Within => event::before(tokens, at),
        None => Event::Missing,
    };
    let end = event.end().unwrap_or_default().max(head.amount_span.end);
    Limit { span: at..end, amount_span: head.amount_span, amount: head.amount, shape, event }
}

fn shape(opener: Opener, connector: Option<&Connector>, before: &[Token<'_>]) -> Shape {
    let ahead = connector.is_some_and(|connector| connector.ahead);
    let keeping = || before.iter().rev().take(KEEPING_REACH).any(|token| token.is_any(KEEPING));
    match (opener, connector) {
        (Opener::For, None) | (Opener::AtLeast, None) if !keeping() => Shape::Value,
        (Opener::AtMost, None) => Shape::Value,
        (Opener::For, _) => Shape::Timeframe(Relation::For),
        (_, Some(_)) if ahead => Shape::Timeframe(Relation::Before),
        (Opener::AtLeast, _) if keeping() => Shape::Timeframe(Relation::For),
        (Opener::AtLeast | Opener::After, _) => Shape::Timeframe(Relation::After),
        (Opener::Within | Opener::AtMost, _) => Shape::Timeframe(Relation::Le),
    }
}

/// How far before a period the verb that keeps something is looked for.
const KEEPING_REACH: usize = 16;

fn head(tokens: &[Token<'_>], at: usize) -> Option<Head> {
    let mut cursor = Cursor::new(tokens, at);
    let opener = opener(&mut cursor)?;
    cursor.eat_one_of(&["the first", "the next", "the following", "a period of", "the period of"]);
    let start = cursor.at;
    let amount = amount(&mut cursor)?;
    Some(Head { opener, amount, amount_span: start..cursor.at })
}

/// Reads the comparator; which one stands may change with what it stands before.
fn opener(cursor: &mut Cursor<'_, '_>) -> Option<Opener> {
    let first = cursor.peek().filter(|token| !token.joined)?;
    match &*first.lower {
        "within" => {
            cursor.at += 1;
            cursor.eat_one_of(AT_MOST);
            return Some(Opener::Within);
        }
        "for" => {
            cursor.at += 1;
            cursor.eat_one_of(&["a period of"]);
            let _ = cursor.eat_one_of(AT_LEAST) || cursor.eat_one_of(AT_MOST);
            return Some(Opener::For);
        }
        "after" => {
            cursor.at += 1;
            return Some(Opener::After);
        }
        "a" | "at" | "fewer" | "in" | "less" | "never" | "no" | "not" | "under" | "up" => {}
        _ => return None,
    }
    if cursor.eat_one_of(NO_LATER) {
        return Some(Opener::Within);
    }
    if cursor.eat_one_of(AT_LEAST) {
        return Some(Opener::AtLeast);
    }
    cursor.eat_one_of(AT_MOST).then_some(Opener::AtMost)
}

/// A number without unit bounds a time only after words that bound nothing else, and where no noun follows.
fn is_bare_limit(after: &Cursor<'_, '_>, opener: Opener, quantity: i64) -> bool {
    let year = (1900..2100).contains(&quantity);
    let labelled = after.before().is_some_and(|token| token.is("one") || token.is_any(LABELS));
    let ends = after.peek().is_none_or(|token| {
        token.is_any(&[
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
        ]) || ['.', ',', ';', '!', '?', ')'].iter().any(|mark| token.is_mark(*mark))
    });
    opener == Opener::Within && !year && !labelled && ends
}

/// An amount with no comparator is worth a word only where it is a range or its days have no type.
fn loose(tokens: &[Token<'_>], at: usize) -> Step {
    let mut cursor = Cursor::new(tokens, at);
    cursor.eat("between");
    let start = cursor.at;
    if cursor.peek().is_some_and(|token| token.joined) || number::whole(cursor.rest()).is_none() {
        return Step::Nothing;
    }
    let Some(amount) = amount(&mut cursor) else { return Step::Nothing };
    match amount {
        Amount::Range { .. } | Amount::One { unit: UnitWord::UntypedDays, .. } => Step::Limit(Limit {
            span: at..cursor.at,
            amount_span: start..cursor.at,
            amount,
            shape: Shape::Loose,
            event: Event::Missing,
        }),
        _ => Step::Nothing,
    }
}

const NO_LATER: &[&str] = &[
    "in no case later than",
    "in no event later than",
    "no later than",
    "not later than",
    "never later than",
    "not any later than",
];

const AT_MOST: &[&str] = &[
    "in no more than",
    "in less than",
    "in under",
    "no more than",
    "not more than",
    "no longer than",
    "not longer than",
    "not to exceed",
    "not exceeding",
    "not exceed",
    "a maximum of",
    "at most",
    "up to",
    "less than",
    "fewer than",
    "under",
];

const AT_LEAST: &[&str] = &[
    "no fewer than",
    "no less than",
    "not less than",
    "not fewer than",
    "a minimum of",
    "at a minimum of",
    "at least",
];
