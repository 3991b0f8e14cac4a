//! Phrases that bound a time: comparator, amount, connector, event.
//! The shapes are tried where a phrase can open; what is wrong with one is said by `judge`.

use std::ops::Range;

use super::amount::{Amount, amount, is_uncounted, stands_alone};
use super::cursor::Cursor;
use super::event::{self, Connector, Event};
use super::frequency;
use super::timeframe::Relation;
use super::token::{Kind, Token};
use super::verb::KEEPING;
use super::vocabulary::LABELS;
use super::window::is_window;
use super::word_set::{WordSet, words};
use super::{deadline, loose, shorthand};

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
        let free = found.last().map_or(0, |limit: &Limit| limit.span.end);
        match step(tokens, at, free) {
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
    /// After the amount and a noun such as "window".
    end: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opener {
    /// Words that only bound times.
    Within,
    /// "in", which bounds a time only with an event or at the end of its clause.
    In,
    /// Words that bound values too.
    AtMost,
    AtLeast,
    For,
    After,
}

/// The phrase at a place; an event before it is looked for from `free` on.
fn step(tokens: &[Token<'_>], at: usize, free: usize) -> Step {
    let special = frequency::read(tokens, at)
        .or_else(|| deadline::read(tokens, at))
        .or_else(|| shorthand::read(tokens, at));
    if let Some(limit) = special {
        return Step::Limit(limit);
    }
    let Some(head) = head(tokens, at) else {
        return loose::read(tokens, at).map_or(Step::Nothing, Step::Limit);
    };
    let cursor = Cursor::new(tokens, head.end);
    if let Some(end) = event::ahead_of_nothing(&cursor) {
        return Step::Limit(ahead_of_nothing(at, head, end));
    }
    let connector = event::connector(&cursor, matches!(head.opener, Opener::Within | Opener::After));
    if is_window(tokens, at, connector.is_some()) {
        return Step::Window(head.amount_span.end);
    }
    if !is_limit(tokens, &head, &cursor, connector.as_ref()) {
        return Step::Nothing;
    }
    Step::Limit(complete(tokens, free..at, head, connector))
}

/// "at least 10 business days in advance", with no word of what.
fn ahead_of_nothing(at: usize, head: Head, end: usize) -> Limit {
    let Head { amount, amount_span, .. } = head;
    Limit {
        span: at..end,
        amount_span,
        amount,
        shape: Shape::Timeframe(Relation::Before),
        event: Event::Missing,
    }
}

/// Whether what opened like a limit is one.
fn is_limit(
    tokens: &[Token<'_>],
    head: &Head,
    after: &Cursor<'_, '_>,
    connector: Option<&Connector>,
) -> bool {
    if let Amount::Bare { quantity } = head.amount {
        let before = tokens.get(..head.amount_span.start).unwrap_or_default();
        let keeps = head.opener == Opener::For && is_keeping(before) && ends_clause(after);
        return keeps || is_bare_limit(after, head.opener, quantity, connector);
    }
    let uncounted = is_uncounted(tokens, head.amount, head.amount_span.start);
    match head.opener {
        Opener::In => !uncounted && (connector.is_some() || ends_clause(after)),
        Opener::For => !uncounted || after.is_any(words!["after", "from", "following"]),
        Opener::After => !uncounted || after.is_any(words!["of", "without"]),
        _ => true,
    }
}

fn ends_clause(after: &Cursor<'_, '_>) -> bool {
    after.peek().is_none_or(|token| matches!(token.kind, Kind::Mark('.' | ',' | ';' | '!' | '?' | ')')))
}

fn complete(tokens: &[Token<'_>], gap: Range<usize>, head: Head, connector: Option<Connector>) -> Limit {
    let at = gap.end;
    let before = tokens.get(..at).unwrap_or_default();
    let named = head.end > head.amount_span.end && head.opener == Opener::AtMost;
    let opener = if named { Opener::Within } else { head.opener };
    let shape = shape(opener, connector.as_ref(), before);
    let event = match connector {
        Some(connector) => event::read(tokens, &connector),
        None if matches!(head.opener, Opener::Within | Opener::In) => event::before(tokens, gap),
        None => Event::Missing,
    };
    let bounds = matches!(shape, Shape::Timeframe(Relation::Le)) && event == Event::Missing;
    let event = if bounds { event::later(tokens, head.end) } else { event };
    let end = event.end().unwrap_or_default().max(head.end);
    Limit { span: at..end, amount_span: head.amount_span, amount: head.amount, shape, event }
}

fn shape(opener: Opener, connector: Option<&Connector>, before: &[Token<'_>]) -> Shape {
    let ahead = connector.is_some_and(|connector| connector.ahead);
    let keeping = || is_keeping(before);
    match (opener, connector) {
        (Opener::AtMost, None) if takes_time(before) => Shape::Timeframe(Relation::Le),
        (Opener::For, None) | (Opener::AtLeast, None) if !keeping() => Shape::Value,
        (Opener::AtMost, None) => Shape::Value,
        (Opener::For, _) => Shape::Timeframe(Relation::For),
        (_, Some(_)) if ahead => Shape::Timeframe(Relation::Before),
        (Opener::AtLeast, _) if keeping() => Shape::Timeframe(Relation::For),
        (Opener::AtLeast | Opener::After, _) => Shape::Timeframe(Relation::After),
        (Opener::Within | Opener::In | Opener::AtMost, _) => Shape::Timeframe(Relation::Le),
    }
}

/// "take no more than 4 hours": who takes a time is bound by it.
fn takes_time(before: &[Token<'_>]) -> bool {
    const TAKING: &WordSet = words![
        "take", "takes", "spend", "spends", "need", "needs", "leave", "leaves", "let", "wait", "waits"
    ];
    before.last().is_some_and(|token| token.is_any(TAKING))
}

fn is_keeping(before: &[Token<'_>]) -> bool {
    before.iter().rev().take(KEEPING_REACH).any(|token| token.is_any(KEEPING))
}

/// How far before a period the verb that keeps something is looked for.
const KEEPING_REACH: usize = 16;

fn head(tokens: &[Token<'_>], at: usize) -> Option<Head> {
    let mut cursor = Cursor::new(tokens, at);
    let opener = opener(&mut cursor)?;
    cursor.eat_one_of(words![
        "the first",
        "the next",
        "the following",
        "a period of",
        "the period of",
        "a maximum of",
        "a window of",
    ]);
    let counted = tokens.get(cursor.at + 1).is_some_and(Token::is_number);
    if counted {
        cursor.eat_one_of(words!["a", "an", "the"]);
    }
    let start = cursor.at;
    let amount = amount(&mut cursor)?;
    let amount_span = start..cursor.at;
    cursor.eat_one_of(loose::LIMIT_NOUNS);
    Some(Head { opener, amount, amount_span, end: cursor.at })
}

/// Reads the comparator; which one stands may change with what it stands before.
fn opener(cursor: &mut Cursor<'_, '_>) -> Option<Opener> {
    let first = cursor.peek().filter(|token| token.is_any(OPENERS) && !token.joined)?;
    match &*first.lower {
        "within" | "inside" => {
            cursor.at += 1;
            cursor.eat_one_of(AT_MOST);
            return Some(Opener::Within);
        }
        "for" => {
            cursor.at += 1;
            cursor.eat_one_of(words!["a period of"]);
            let _ = cursor.eat_one_of(AT_LEAST) || cursor.eat_one_of(AT_MOST);
            return Some(Opener::For);
        }
        "after" => {
            cursor.at += 1;
            return Some(Opener::After);
        }
        _ => {}
    }
    if cursor.eat_one_of(NO_LATER) {
        return Some(Opener::Within);
    }
    if cursor.eat("in") {
        let bound = cursor.eat_one_of(AT_MOST);
        return Some(if bound { Opener::Within } else { Opener::In });
    }
    if cursor.eat_one_of(AT_LEAST) {
        return Some(Opener::AtLeast);
    }
    cursor.eat_one_of(AT_MOST).then_some(Opener::AtMost)
}

/// A number without unit bounds a time only after words that bound nothing else, and where no noun follows.
fn is_bare_limit(
    after: &Cursor<'_, '_>,
    opener: Opener,
    quantity: i64,
    connector: Option<&Connector>,
) -> bool {
    let year = (1900..2100).contains(&quantity);
    let labelled = after.before().is_some_and(|token| token.is("one") || token.is_any(LABELS));
    let opens = match opener {
        Opener::Within => stands_alone(after),
        Opener::After => {
            after.is_any(words!["of", "without"]) || after.peek().is_none_or(|end| end.is_mark('.'))
        }
        Opener::In => {
            after.is_any(words!["after", "following"]) || after.peek().is_none_or(|end| end.is_mark('.'))
        }
        Opener::For => after.is_any(words!["from", "after"]),
        Opener::AtMost => after.is_any(words!["after", "following", "before"]),
        Opener::AtLeast => connector.is_some_and(|connector| connector.ahead),
    };
    opens && !year && !labelled
}

/// First words of comparators.
const OPENERS: &WordSet = words![
    "within", "inside", "for", "after", "a", "at", "by", "fewer", "in", "less", "never", "no", "not",
    "under", "up",
];

const NO_LATER: &WordSet = words![
    "in no case later than",
    "in no event later than",
    "no later than",
    "not later than",
    "never later than",
    "not any later than",
    "in no instance later than",
    "by no later than",
    "by not later than",
    "at the very latest",
    "at the latest",
    "at latest",
];

const AT_MOST: &WordSet = words![
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

const AT_LEAST: &WordSet = words![
    "no fewer than",
    "no less than",
    "not less than",
    "not fewer than",
    "a minimum of",
    "at a minimum of",
    "at least",
];
