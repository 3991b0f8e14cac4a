//! Words that undo a limit — "where possible", "to the extent feasible" — beyond those of the word list.

use std::ops::Range;

use super::cursor::Cursor;
use super::token::Token;

/// The escapes from a token on.
pub(super) fn find(tokens: &[Token<'_>], from: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = from;
    while at < tokens.len() {
        let end = read(tokens, at);
        found.extend(end.map(|end| at..end));
        at = end.unwrap_or(at + 1);
    }
    found
}

fn read(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let mut cursor = Cursor::new(tokens, at);
    let opens =
        cursor.eat_one_of(&["where", "wherever", "when", "whenever", "if", "unless", "as", "insofar as"])
            || cursor.eat_one_of(&["to the extent", "as far as", "so far as"]);
    if !opens {
        return None;
    }
    cursor.eat_one_of(&["reasonably", "operationally", "technically", "otherwise"]);
    cursor.eat_one_of(CONDITIONS).then_some(cursor.at)
}

const CONDITIONS: &[&str] = &[
    "possible",
    "feasible",
    "practicable",
    "practical",
    "appropriate",
    "necessary",
    "needed",
    "impossible",
    "infeasible",
    "impracticable",
    "impractical",
];
