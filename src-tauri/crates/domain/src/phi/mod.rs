//! The guard against patients' data: finds what looks like an identifier of a patient in a text.
//!
//! A risk analysis needs no patient. The guard points out and never blocks, so it rather misses a rare form than
//! cries at a citation, a date or a help desk. What to say to a person about a sign does not belong here.

mod birth;
mod label;
mod name;
mod record_number;
mod social_security;
mod telephone;
mod token;
mod words;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use token::Token;
use ts_rs::TS;

/// A place that looks like a patient's data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sign {
    /// First character of the identifier, from 0, in Unicode scalar values.
    pub start: usize,
    /// Its characters.
    pub length: usize,
    /// What it looks like.
    pub kind: PhiKind,
}

/// Kinds of identifier: 45 CFR 164.514(b)(2)(i).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum PhiKind {
    /// Social security number.
    SocialSecurityNumber,
    /// Medical record number.
    MedicalRecordNumber,
    /// Date of birth.
    DateOfBirth,
    /// A telephone number beside a name.
    NameAndTelephone,
}

/// Every sign of a patient's data, in the order of the text, none over another; in time linear in the text.
///
/// A long text is looked at piece by piece, so that memory stays bounded; a sign across two pieces is missed.
#[must_use]
pub fn look(text: &str) -> Vec<Sign> {
    let mut found = Vec::new();
    let (mut rest, mut before) = (text, 0);
    while !rest.is_empty() {
        let Some((piece, next)) = rest.split_at_checked(piece_end(rest)) else { break };
        found.extend(in_piece(piece).into_iter().map(|sign| Sign { start: before + sign.start, ..sign }));
        before += piece.chars().count();
        rest = next;
    }
    found
}

/// Bytes of one piece; more than any text that people write in one field.
const PIECE: usize = 256 * 1024;

/// Where the first piece ends: behind a line break, if it has one.
fn piece_end(text: &str) -> usize {
    if text.len() <= PIECE {
        return text.len();
    }
    let most = (0..=PIECE).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    text.get(..most).and_then(|piece| piece.rfind('\n')).map_or(most, |at| at + 1)
}

fn in_piece(text: &str) -> Vec<Sign> {
    let tokens = token::scan(text);
    let mut found = social_security::find(&tokens);
    found.extend(record_number::find(&tokens));
    found.extend(birth::find(&tokens));
    found.extend(telephone::find(&tokens));
    found.sort_by_key(|sign| (sign.start, sign.kind));
    apart(found)
}

/// The signs without those that begin inside the one before.
fn apart(found: Vec<Sign>) -> Vec<Sign> {
    let mut end = 0;
    let begins_behind = |sign: &Sign| {
        let behind = sign.start >= end;
        if behind {
            end = sign.start + sign.length;
        }
        behind
    };
    found.into_iter().filter(begins_behind).collect()
}

/// A sign over the tokens `from..to`.
fn sign(tokens: &[Token<'_>], from: usize, to: usize, kind: PhiKind) -> Option<Sign> {
    let first = tokens.get(from)?;
    let last = tokens.get(to.checked_sub(1)?)?;
    Some(Sign { start: first.start, length: last.end() - first.start, kind })
}
