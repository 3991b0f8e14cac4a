//! Telephone numbers of the United States that stand near a person's name.
//! A help desk or a vendor's line has a number and no name: it is no sign.

use super::name;
use super::token::{Gap, Token};
use super::{PhiKind, Sign, label, sign};

/// Most characters between a name and a number.
const NEAR: usize = 60;

/// Area codes that callers do not pay for: lines of organizations.
const TOLL_FREE: &[u32] = &[800, 833, 844, 855, 866, 877, 888];

/// Words that say that seven digits are a telephone number, and how far in front they may stand.
const CALLING: &[&str] = &[
    "phone",
    "telephone",
    "tel",
    "call",
    "called",
    "calls",
    "cell",
    "mobile",
    "reach",
    "reached",
    "dial",
    "home",
];
const CALLING_WITHIN: usize = 8;

/// Every number with a name near it.
pub fn find(tokens: &[Token<'_>]) -> Vec<Sign> {
    let numbers: Vec<Sign> = (0..tokens.len()).filter_map(|at| number(tokens, at)).collect();
    if numbers.is_empty() {
        return numbers;
    }
    let names = name::find(tokens);
    numbers.into_iter().filter(|number| has_name_near(number, &names)).collect()
}

/// Names are in order, so only the last in front and the first behind can be the nearest.
fn has_name_near(number: &Sign, names: &[name::Name]) -> bool {
    let behind = names.partition_point(|name| name.start < number.start);
    let before = behind.checked_sub(1).and_then(|at| names.get(at));
    let near_before = before.is_some_and(|name| number.start.saturating_sub(name.end) <= NEAR);
    let end = number.start + number.length;
    let near_behind = names.get(behind).is_some_and(|name| name.start.saturating_sub(end) <= NEAR);
    near_before || near_behind
}

fn number(tokens: &[Token<'_>], at: usize) -> Option<Sign> {
    let (area_at, to) = whole(tokens, at).or_else(|| local(tokens, at))?;
    let start = with_country(tokens, at);
    let toll_free = area_at
        .and_then(|area| tokens.get(area))
        .and_then(Token::number)
        .is_some_and(|area| TOLL_FREE.contains(&area));
    let own = !toll_free && !label::is_part(tokens, start, to);
    own.then(|| sign(tokens, start, to, PhiKind::NameAndTelephone)).flatten()
}

/// `(414) 555-0142`, `414-555-0142`, `414.555.0142`, `414 555 0142`: where the area is, and the token behind.
fn whole(tokens: &[Token<'_>], at: usize) -> Option<(Option<usize>, usize)> {
    let open = tokens.get(at)?.is_mark('(');
    let area = at + usize::from(open);
    let closed = area + 1;
    if open && !tokens.get(closed)?.is_mark(')') {
        return None;
    }
    let exchange = step(tokens, if open { closed } else { area }, open)?;
    let line = step(tokens, exchange, false)?;
    let same = open || separator(tokens, area, exchange) == separator(tokens, exchange, line);
    let given = is_exchange(tokens.get(area)?) && is_exchange(tokens.get(exchange)?);
    (same && given && tokens.get(line)?.is_digits(4)).then_some((Some(area), line + 1))
}

/// `555-0142` a few words behind `call` or `phone`.
fn local(tokens: &[Token<'_>], at: usize) -> Option<(Option<usize>, usize)> {
    let [exchange, hyphen, line] = tokens.get(at..at + 3)? else { return None };
    let tight = hyphen.is_hyphen() && hyphen.gap == Gap::None && line.gap == Gap::None;
    let before = tokens.get(at.saturating_sub(CALLING_WITHIN)..at)?;
    let called = before.iter().any(|token| token.is_one_of(CALLING));
    (tight && called && is_exchange(exchange) && line.is_digits(4)).then_some((None, at + 3))
}

/// The next group: behind one hyphen or point without blanks, or one blank.
fn step(tokens: &[Token<'_>], from: usize, may_touch: bool) -> Option<usize> {
    let next = tokens.get(from + 1)?;
    let joint = next.is_hyphen() || next.is_mark('.');
    let behind = tokens.get(from + 2);
    if joint && next.gap == Gap::None && behind.is_some_and(|token| token.gap == Gap::None) {
        return Some(from + 2);
    }
    let apart = next.gap == Gap::Blank || (may_touch && next.gap == Gap::None);
    apart.then_some(from + 1)
}

fn separator<'t>(tokens: &[Token<'t>], from: usize, to: usize) -> Option<&'t str> {
    (to == from + 2).then(|| tokens.get(from + 1)).flatten().map(|token| token.text)
}

/// The start with a country code in front: `+1 `, `1-`.
fn with_country(tokens: &[Token<'_>], at: usize) -> usize {
    let step =
        |back: usize| at.checked_sub(back).filter(|place| tokens.get(*place).is_some_and(|one| one.is("1")));
    let hyphened =
        tokens.get(at.wrapping_sub(1)).is_some_and(|token| token.is_hyphen() || token.is_mark('.'));
    let Some(one) = step(if hyphened { 2 } else { 1 }) else { return at };
    match one.checked_sub(1) {
        Some(plus) if tokens.get(plus).is_some_and(|token| token.is_mark('+')) => plus,
        _ if label::touches(tokens, one) => at,
        _ => one,
    }
}

/// Area codes and exchanges begin with 2 to 9.
fn is_exchange(token: &Token<'_>) -> bool {
    token.is_digits(3) && token.number().is_some_and(|number| number >= 200)
}
