//! Dates of birth, known by the words in front of them. A year alone is no sign: 45 CFR 164.514(b)(2)(i)(C).

use super::label;
use super::token::{Gap, Kind, Token};
use super::words::MONTHS;
use super::{PhiKind, Sign, sign};

const FILLERS: &[&str] = &["on", "is", "was", "in", "of", "the"];

const LABELS: &[&[&str]] = &[
    &["dob"],
    &["d", ".", "o", ".", "b"],
    &["date", "of", "birth"],
    &["birth", "date"],
    &["birthdate"],
    &["birthday"],
    &["born"],
];

/// Every date behind a label.
pub fn find(tokens: &[Token<'_>]) -> Vec<Sign> {
    (0..tokens.len()).filter_map(|at| labelled(tokens, at)).collect()
}

fn labelled(tokens: &[Token<'_>], at: usize) -> Option<Sign> {
    let end = LABELS.iter().find_map(|label| label::words(tokens, at, label))?;
    let from = label::behind(tokens, end, FILLERS);
    let to = date(tokens, from)?;
    sign(tokens, from, to, PhiKind::DateOfBirth)
}

/// The token behind a date.
fn date(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    in_numbers(tokens, at).or_else(|| compact(tokens, at)).or_else(|| in_words(tokens, at))
}

/// `3/14/1961`, `03-14-61`, `14.3.1961`, `1961-03-14`.
fn in_numbers(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let [first, one, second, other, third] = tokens.get(at..at + 5)? else { return None };
    let joined = is_joint(one) && one.text == other.text;
    let tight = [one, second, other, third].iter().all(|token| token.gap == Gap::None);
    let year_first = is_year(first) && is_month(second) && is_day(third);
    let year_last = is_year(third) || third.is_digits(2);
    let day_and_month = (is_month(first) && is_day(second)) || (is_day(first) && is_month(second));
    (joined && tight && (year_first || (year_last && day_and_month))).then_some(at + 5)
}

fn is_joint(token: &Token<'_>) -> bool {
    token.is_hyphen() || token.is_mark('/') || token.is_mark('.')
}

/// `19610314`, `03141961`.
fn compact(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let number = tokens.get(at).filter(|token| token.is_digits(8))?.number()?;
    let fits = |year: u32, month: u32, day: u32| {
        (1850..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day)
    };
    let year_first = fits(number / 10_000, number / 100 % 100, number % 100);
    let year_last = fits(number % 10_000, number / 1_000_000, number / 10_000 % 100);
    (year_first || year_last).then_some(at + 1)
}

/// `March 14, 1961`, `14 March 1961`, `14-Mar-1961`, `March 14`, `March 1961`.
fn in_words(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    if is_day_of_month(tokens.get(at)?) {
        let month = past(tokens, at + 1, &["of"]);
        tokens.get(month).filter(|token| token.is_one_of(MONTHS))?;
        let year = past(tokens, month + 1, &["of"]);
        return Some(if tokens.get(year).is_some_and(is_year) { year + 1 } else { month + 1 });
    }
    tokens.get(at).filter(|token| token.is_one_of(MONTHS))?;
    let next = past(tokens, at + 1, &["the"]);
    let token = tokens.get(next)?;
    if is_year(token) {
        return Some(next + 1);
    }
    let day = Some(token).filter(|token| is_day_of_month(token)).map(|_| next + 1)?;
    let year = past(tokens, day, &["of"]);
    Some(if tokens.get(year).is_some_and(is_year) { year + 1 } else { day })
}

/// The place behind at most two commas, points, hyphens or given words.
fn past(tokens: &[Token<'_>], at: usize, words: &[&str]) -> usize {
    let rest = tokens.get(at..).unwrap_or_default().iter().take(2);
    let skipped = |token: &&Token<'_>| {
        token.is_mark(',') || token.is_mark('.') || token.is_hyphen() || token.is_one_of(words)
    };
    at + rest.take_while(skipped).count()
}

fn is_day_of_month(token: &Token<'_>) -> bool {
    let ordinal = || {
        ["st", "nd", "rd", "th"]
            .iter()
            .find_map(|ending| token.text.strip_suffix(ending)?.parse::<u32>().ok())
    };
    is_day(token) || (token.kind == Kind::Word && ordinal().is_some_and(|day| (1..=31).contains(&day)))
}

fn is_year(token: &Token<'_>) -> bool {
    token.length == 4 && token.number().is_some_and(|year| (1850..2100).contains(&year))
}

fn is_month(token: &Token<'_>) -> bool {
    token.length <= 2 && token.number().is_some_and(|month| (1..=12).contains(&month))
}

fn is_day(token: &Token<'_>) -> bool {
    token.length <= 2 && token.number().is_some_and(|day| (1..=31).contains(&day))
}
