//! A time that is the window of a count — "5 failed sign-ins within 15 minutes" — and so a parameter, not a limit.

use super::cursor::Cursor;
use super::number::{ordinal, whole};
use super::token::{Kind, Token};
use super::unit::unit;
use super::verb::{MODALS, is_verb};
use super::vocabulary::LABELS;
use super::word_set::{WordSet, words};

/// How many tokens before the window the count is looked for.
const REACH: usize = 8;

/// Whether the time phrase at `at` is the window of a count before it.
///
/// After words such as "after", "when" or "exceeds" a count always opens a window; otherwise only if no event follows
/// the time, since "notify 500 individuals within 60 calendar days of discovery" is a limit.
pub(super) fn is_window(tokens: &[Token<'_>], at: usize, has_event: bool) -> bool {
    let opener = tokens.get(at);
    if !opener.is_some_and(|opener| opener.is_any(words!["within", "in", "for", "during", "over", "under"])) {
        return false;
    }
    if at
        .checked_sub(1)
        .and_then(|before| tokens.get(before))
        .is_some_and(|token| token.is_any(words!["times", "attempts"]))
    {
        return true;
    }
    let bare = opener.is_some_and(|opener| opener.is("in")) && !has_event;
    let acted_on = |count: usize| {
        count.checked_sub(1).and_then(|before| tokens.get(before)).is_none_or(|before| is_verb(&before.lower))
    };
    counts_before(tokens, at)
        .any(|count| bare && !acted_on(count) || introduces_window(tokens, at, count, has_event))
}

fn introduces_window(tokens: &[Token<'_>], at: usize, count: usize, has_event: bool) -> bool {
    let introduction = count.checked_sub(1).and_then(|before| tokens.get(before));
    let event = introduction.is_some_and(|token| introduces_event(tokens, count, token));
    let threshold = introduction.is_some_and(introduces_threshold)
        || tokens.get(count + 1).is_some_and(|next| next.is("or"))
        || count + 1 == at;
    event || threshold && !has_event
}

/// The tokens of the counts, vague or not, before a time, with nothing between but what they count.
fn counts_before<'s>(tokens: &'s [Token<'_>], at: usize) -> impl Iterator<Item = usize> + 's {
    let stops = |token: &Token<'_>| {
        token.is_any(MODALS) || matches!(token.kind, Kind::Mark(mark) if !matches!(mark, '%' | '"' | '/'))
    };
    let near = (at.saturating_sub(REACH)..at).rev();
    near.take_while(move |index| tokens.get(*index).is_some_and(|token| !stops(token)))
        .filter(|index| is_count(tokens, *index))
}

fn is_count(tokens: &[Token<'_>], index: usize) -> bool {
    let Some(token) = tokens.get(index) else { return false };
    if token.is_any(words!["several", "few", "many", "multiple", "repeated", "excessive"]) {
        return true;
    }
    let rest = tokens.get(index..).unwrap_or_default();
    let before = index.checked_sub(1).and_then(|before| tokens.get(before));
    let Some(number) = whole(rest).or_else(|| ordinal(rest).filter(|_| !before.is_some_and(|it| it.is("a"))))
    else {
        return false;
    };
    let timed = unit(&mut Cursor::new(tokens, index + number.tokens)).is_some();
    !timed && !before.is_some_and(|token| token.is_any(LABELS))
}

fn introduces_event(tokens: &[Token<'_>], count: usize, token: &Token<'_>) -> bool {
    const WORDS: &WordSet = words![
        "after",
        "upon",
        "when",
        "if",
        "once",
        "following",
        "on",
        "reach",
        "reaches",
        "exceed",
        "exceeds",
        "exceeding",
        "reached",
        "exceeded",
        "than",
        "least",
        "every",
        "too",
        "a",
    ];
    let article =
        token.is("the").then(|| count.checked_sub(2).and_then(|before| tokens.get(before))).flatten();
    match article {
        Some(before) => before.is_any(words!["after", "upon", "on", "of", "following", "at"]),
        None if token.is_any(words!["than", "least"]) => {
            let before = count.checked_sub(3).and_then(|before| tokens.get(before));
            before.is_some_and(|before| before.is_any(WORDS))
        }
        None => token.is_any(WORDS) || token.lower.strip_suffix('s').is_some_and(is_verb),
    }
}

fn introduces_threshold(token: &Token<'_>) -> bool {
    token.is_any(words!["than", "least", "over", "above", "below"])
        || matches!(token.kind, Kind::Mark('=' | '>' | '<' | '≥' | '≤'))
}
