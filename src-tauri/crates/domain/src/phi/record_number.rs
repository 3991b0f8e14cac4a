//! Medical record numbers and other identifiers of patients, known by the words in front of them.

use super::label;
use super::token::{Gap, Kind, Token};
use super::{PhiKind, Sign, sign};

const FILLERS: &[&str] = &["number", "no", "num", "nr", "id", "identifier", "is", "was"];

/// Fewest letters and digits of an identifier.
const SHORTEST: usize = 5;

/// Most parts of an identifier such as `AB-123-45`.
const MOST_PARTS: usize = 6;

/// Names of records of this program; they mean nothing outside the workspace.
const OUR_NUMBERS: &[&str] =
    &["R", "E", "P", "A", "S", "T", "V", "H", "D", "POL", "PR", "AS", "PT", "PC", "SE", "TX"];

/// Every identifier behind a label.
pub fn find(tokens: &[Token<'_>]) -> Vec<Sign> {
    (0..tokens.len()).filter_map(|at| labelled(tokens, at)).collect()
}

fn labelled(tokens: &[Token<'_>], at: usize) -> Option<Sign> {
    let (end, sure) = label_at(tokens, at)?;
    let from = label::behind(tokens, end, FILLERS);
    let to = identifier(tokens, from)?;
    let sure = sure || from > end;
    let looks = is_identifier(tokens.get(from..to)?, sure) && !continues(tokens, to);
    looks.then(|| sign(tokens, from, to, PhiKind::MedicalRecordNumber)).flatten()
}

/// The token behind a label, and whether the label alone says that an identifier follows.
fn label_at(tokens: &[Token<'_>], at: usize) -> Option<(usize, bool)> {
    let label = |words: &[&str], sure: bool| label::words(tokens, at, words).map(|end| (end, sure));
    label(&["mrn"], true)
        .or_else(|| label(&["medical", "record", "number"], true))
        .or_else(|| label(&["medical", "record", "no"], true))
        .or_else(|| label(&["medical", "record", "#"], true))
        .or_else(|| label(&["chart", "number"], true))
        .or_else(|| label(&["patient", "id"], false))
        .or_else(|| label(&["patient", "identifier"], false))
        .or_else(|| label(&["patient", "number"], false))
        .or_else(|| label(&["patient", "no"], false))
        .or_else(|| label(&["patient", "#"], false))
}

/// The token behind letters and digits joined by hyphens.
fn identifier(tokens: &[Token<'_>], from: usize) -> Option<usize> {
    tokens.get(from).filter(|token| !matches!(token.kind, Kind::Mark(_)))?;
    let mut to = from + 1;
    while to < from + 2 * MOST_PARTS {
        let [joint, part] = tokens.get(to..to + 2).unwrap_or_default() else { break };
        let joined = joint.is_hyphen() && joint.gap == Gap::None && part.gap == Gap::None;
        if !joined || matches!(part.kind, Kind::Mark(_)) {
            break;
        }
        to += 2;
    }
    Some(to)
}

fn is_identifier(parts: &[Token<'_>], sure: bool) -> bool {
    let letters: usize = parts.iter().filter(|part| !part.is_hyphen()).map(|part| part.length).sum();
    let digits: usize = parts.iter().map(digits).sum();
    let enough = if sure { digits > 0 } else { digits * 2 >= letters };
    letters >= SHORTEST && enough && !is_ours(parts) && !is_date(parts)
}

fn digits(part: &Token<'_>) -> usize {
    part.text.bytes().filter(u8::is_ascii_digit).count()
}

fn is_ours(parts: &[Token<'_>]) -> bool {
    matches!(parts, [prefix, _, number] if OUR_NUMBERS.contains(&prefix.text) && number.kind == Kind::Digits)
}

fn is_date(parts: &[Token<'_>]) -> bool {
    matches!(parts, [year, _, month, _, day] if year.is_digits(4) && month.is_digits(2) && day.is_digits(2))
}

/// Whether a point or stroke goes on into something that no identifier is: an address, a path, a version.
fn continues(tokens: &[Token<'_>], to: usize) -> bool {
    let mark = tokens.get(to).is_some_and(|token| ['.', '/', '@'].iter().any(|mark| token.is_mark(*mark)));
    let more = tokens.get(to + 1).is_some_and(|token| !matches!(token.kind, Kind::Mark(_)));
    mark && more && label::touches(tokens, to) && label::touches(tokens, to + 1)
}
