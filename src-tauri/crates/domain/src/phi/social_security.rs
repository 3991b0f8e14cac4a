//! Social security numbers: three, two and four digits, never of the ranges that are not given out.

use super::label;
use super::token::{Gap, Token};
use super::{PhiKind, Sign, sign};

const FILLERS: &[&str] = &["number", "numbers", "no", "num", "nr", "is", "was", "of", "the"];

/// Every number in its three groups, and nine digits in a row where a label stands beside them.
pub fn find(tokens: &[Token<'_>]) -> Vec<Sign> {
    (0..tokens.len()).filter_map(|at| grouped(tokens, at).or_else(|| labelled(tokens, at))).collect()
}

fn grouped(tokens: &[Token<'_>], at: usize) -> Option<Sign> {
    let area = tokens.get(at).filter(|token| token.is_digits(3))?;
    let to = hyphenated(tokens, at).or_else(|| spaced(tokens, at))?;
    let group = tokens.get(at + (to - at) / 2)?;
    let serial = tokens.get(to - 1)?;
    let given = is_given_out(area.number()?, group.number()?, serial.number()?);
    let own = given && !label::is_part(tokens, at, to);
    own.then(|| sign(tokens, at, to, PhiKind::SocialSecurityNumber)).flatten()
}

/// `123-45-6789`: the token behind it.
fn hyphenated(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let [_, one, group, other, serial] = tokens.get(at..at + 5)? else { return None };
    let form = one.is_hyphen() && other.is_hyphen() && group.is_digits(2) && serial.is_digits(4);
    let tight = [one, group, other, serial].iter().all(|token| token.gap == Gap::None);
    (form && tight).then_some(at + 5)
}

/// `123 45 6789`, not within a row of more numbers: the token behind it.
fn spaced(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let [area, group, serial] = tokens.get(at..at + 3)? else { return None };
    let one_apart = group.start == area.end() + 1 && serial.start == group.end() + 1;
    let form = group.is_digits(2) && serial.is_digits(4);
    let blank = group.gap == Gap::Blank && serial.gap == Gap::Blank;
    let in_row =
        at.checked_sub(1).is_some_and(|before| is_number(tokens, before)) || is_number(tokens, at + 3);
    (form && one_apart && blank && !in_row).then_some(at + 3)
}

fn is_number(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.text.starts_with(|first: char| first.is_ascii_digit()))
}

/// `SSN 123456789`, `123456789 (SSN)`.
fn labelled(tokens: &[Token<'_>], at: usize) -> Option<Sign> {
    if let Some(end) = label_at(tokens, at) {
        let number = label::behind(tokens, end, FILLERS);
        return nine(tokens, number).then(|| one(tokens, number)).flatten();
    }
    let open = tokens.get(at + 1).is_some_and(|token| token.is_mark('('));
    let named = nine(tokens, at) && label_at(tokens, at + 1 + usize::from(open)).is_some();
    named.then(|| one(tokens, at)).flatten()
}

fn label_at(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    label::words(tokens, at, &["ssn"])
        .or_else(|| label::words(tokens, at, &["social", "security"]))
        .or_else(|| label::words(tokens, at, &["soc", ".", "sec", "."]))
}

fn nine(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(token) = tokens.get(at).filter(|token| token.is_digits(9)) else { return false };
    let part = |range: std::ops::Range<usize>| token.text.get(range).and_then(|part| part.parse().ok());
    match (part(0..3), part(3..5), part(5..9)) {
        (Some(area), Some(group), Some(serial)) => is_given_out(area, group, serial),
        _ => false,
    }
}

fn one(tokens: &[Token<'_>], at: usize) -> Option<Sign> {
    sign(tokens, at, at + 1, PhiKind::SocialSecurityNumber)
}

/// No number has the area 000, 666 or 900 to 999, the group 00 or the serial number 0000: 20 CFR 422.103.
fn is_given_out(area: u32, group: u32, serial: u32) -> bool {
    area != 0 && area != 666 && area < 900 && group != 0 && serial != 0
}
