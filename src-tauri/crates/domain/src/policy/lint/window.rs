//! A time that is the window of a count — "5 failed sign-ins within 15 minutes" — and so a parameter, not a limit.

use super::cursor::Cursor;
use super::number::{ordinal, whole};
use super::token::{Kind, Token};
use super::unit::unit;
use super::verb::MODALS;
use super::vocabulary::LABELS;

/// How many tokens before the window the count is looked for.
const REACH: usize = 8;

/// Whether the time phrase at `at` is the window of a count before it.
///
/// After words such as "after", "when" or "exceeds" a count always opens a window; otherwise only if no event follows
/// the time, since "notify 500 individuals within 60 calendar days of discovery" is a limit.
pub(super) fn is_window(tokens: &[Token<'_>], at: usize, has_event: bool) -> bool {
    let opener = tokens.get(at);
    if !opener.is_some_and(|opener| opener.is_any(&["within", "in", "for", "during", "over", "under"])) {
        return false;
    }
    if at
        .checked_sub(1)
        .and_then(|before| tokens.get(before))
        .is_some_and(|token| token.is_any(&["times", "attempts"]))
    {
        return true;
    }
    let Some(count) = count_before(tokens, at) else { return false };
    let introduction = count.checked_sub(1).and_then(|before| tokens.get(before));
    let event = introduction.is_some_and(|token| introduces_event(tokens, count, token));
    let threshold = introduction.is_some_and(introduces_threshold)
        || tokens.get(count + 1).is_some_and(|next| next.is("or"))
        || count + 1 == at;
    event || threshold && !has_event
}

/// The token of the nearest count, vague or not, before, with nothing between but what it counts.
fn count_before(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    for index in (at.saturating_sub(REACH)..at).rev() {
        let token = tokens.get(index)?;
        let stops = token.is_any(MODALS)
            || matches!(token.kind, Kind::Mark(mark) if !matches!(mark, '%' | '"' | '/'));
        if stops {
            return None;
        }
        if token.is_any(&["several", "few", "many", "multiple", "repeated", "excessive"]) {
            return Some(index);
        }
        let rest = tokens.get(index..).unwrap_or_default();
        let Some(number) = whole(rest).or_else(|| ordinal(rest)) else { continue };
        let timed = unit(&mut Cursor::new(tokens, index + number.tokens)).is_some();
        let labelled = index
            .checked_sub(1)
            .and_then(|before| tokens.get(before))
            .is_some_and(|token| token.is_any(LABELS));
        return (!timed && !labelled).then_some(index);
    }
    None
}

fn introduces_event(tokens: &[Token<'_>], count: usize, token: &Token<'_>) -> bool {
    const WORDS: &[&str] = &[
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
        Some(before) => before.is_any(&["after", "upon", "on", "of", "following", "at"]),
        None if token.is_any(&["than", "least"]) => {
            let before = count.checked_sub(3).and_then(|before| tokens.get(before));
            before.is_some_and(|before| before.is_any(WORDS))
        }
        None => token.is_any(WORDS),
    }
}

fn introduces_threshold(token: &Token<'_>) -> bool {
    token.is_any(&["than", "least", "over", "above", "below"])
        || matches!(token.kind, Kind::Mark('=' | '>' | '<' | '≥' | '≤'))
}
