//! What is wrong with a content, as a person reads it.

use riskwright_domain::workspace::{Problem, ProblemCode};

/// Code for programs and the sentence.
#[must_use]
pub fn described(problem: &Problem) -> (&'static str, String) {
    let value = &problem.value;
    match problem.code {
        ProblemCode::Duplicate => {
            ("duplicate", format!("{value} is used twice; every number must be its own."))
        }
        ProblemCode::UnknownReference => {
            ("unknown_reference", format!("{value} names nothing here or in the catalogues."))
        }
        ProblemCode::MalformedNumber => {
            ("malformed_number", format!("{value:?} is not a number of this kind."))
        }
        ProblemCode::TooShort => ("too_short", format!("Too short: {value}.")),
        ProblemCode::TooLong => ("too_long", format!("Too long: {value}.")),
        ProblemCode::OutOfRange => ("out_of_range", format!("Out of range: {value}.")),
        ProblemCode::DateOrder => ("date_order", format!("Dates in the wrong order: {value}.")),
        ProblemCode::NotAllowed => ("not_allowed", format!("Not allowed: {value}.")),
        ProblemCode::NewerFormat => ("newer_format", format!("Format {value} is newer than this program.")),
        ProblemCode::SealBroken => ("seal_broken", format!("The sealed content was changed: {value}.")),
    }
}
