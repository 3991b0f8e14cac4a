//! The guard against patients' data: points it out, never blocks.

use crate::error::{CommandError, CommandResult, FieldError};
use crate::state::State;
use riskwright_domain::phi;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use riskwright_domain::phi::PhiKind;

/// A text to be looked at.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct LookRequest {
    /// The text, at most one mebibyte.
    pub text: String,
}

/// What looks like a patient's data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
pub struct Looked {
    /// Every place, in order.
    pub signs: Vec<PhiSign>,
}

/// A place that looks like a patient's data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
pub struct PhiSign {
    /// First character, from 0, in Unicode scalar values.
    pub start: u32,
    /// Characters.
    pub length: u32,
    /// What it looks like.
    pub kind: PhiKind,
    /// What was found and what to do instead.
    pub message: String,
}

/// A place of a file that looks like a patient's data; the file is taken all the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
pub struct PhiWarning {
    /// The field, as a JSON pointer into the file.
    pub field: String,
    /// Line in the file, from 1.
    pub line: u32,
    /// What it looks like.
    pub kind: PhiKind,
    /// What was found and what to do instead; never the identifier itself.
    pub message: String,
}

/// The longest text that is looked at, in bytes: no field takes more.
const LONGEST_TEXT: usize = 1024 * 1024;

/// Looks at a text.
///
/// # Errors
/// `invalid` for a text of more than one mebibyte.
pub fn look(_: &mut State, request: LookRequest) -> CommandResult<Looked> {
    if request.text.len() > LONGEST_TEXT {
        let limit = Some(LONGEST_TEXT.to_string());
        let message = format!("Must have {LONGEST_TEXT} bytes or fewer.");
        let field = FieldError { limit, ..FieldError::new("text", "too_long", message) };
        return Err(CommandError::invalid("The text is too long to be looked at.", vec![field]));
    }
    let count = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
    let signs = phi::look(&request.text).into_iter().map(|sign| PhiSign {
        start: count(sign.start),
        length: count(sign.length),
        kind: sign.kind,
        message: advice(sign.kind).to_owned(),
    });
    Ok(Looked { signs: signs.collect() })
}

/// What a sign looks like and what to write instead.
#[must_use]
pub fn advice(kind: PhiKind) -> &'static str {
    match kind {
        PhiKind::SocialSecurityNumber => {
            "This looks like a social security number. Take it out: nothing in this workspace needs one."
        }
        PhiKind::MedicalRecordNumber => {
            "This looks like a medical record number. Use a number that means nothing outside the place where the \
             case is kept, such as that of a ticket."
        }
        PhiKind::DateOfBirth => {
            "This looks like a date of birth. Take it out, or write the year alone if the age matters."
        }
        PhiKind::NameAndTelephone => {
            "This looks like a person's telephone number. If the person is a patient, take both out; if it is \
             somebody who works here, name the role instead."
        }
    }
}
