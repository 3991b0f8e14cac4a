//! What keeps a catalogue from being taken, as a person reads it.

use crate::error::FieldError;
use riskwright_domain::framework::oscal::{
    DEEPEST, LONGEST_ID, LONGEST_TITLE, MOST_ELEMENTS, OscalProblem, OscalProblemCode,
};

/// The problem with its place in the file.
pub fn described(problem: &OscalProblem) -> FieldError {
    let value = &problem.value;
    let (code, message) = match problem.code {
        OscalProblemCode::NotJson => ("not_json", format!("The file is not JSON: {value}.")),
        OscalProblemCode::CatalogMissing if value.is_empty() => {
            ("catalog_missing", "There is no OSCAL catalogue in the file.".to_owned())
        }
        OscalProblemCode::CatalogMissing => (
            "catalog_missing",
            format!("The file holds {value} and no catalogue. Choose the catalogue in OSCAL's JSON form."),
        ),
        OscalProblemCode::MetadataMissing => {
            ("metadata_missing", "The catalogue does not say what it is: it has no metadata.".to_owned())
        }
        OscalProblemCode::TitleMissing => ("title_missing", "The catalogue has no title.".to_owned()),
        OscalProblemCode::VersionMissing => {
            ("version_missing", "The catalogue does not say which edition it is.".to_owned())
        }
        OscalProblemCode::OtherOscal => {
            ("other_oscal", format!("It is written in OSCAL {value}; OSCAL 1 is read."))
        }
        OscalProblemCode::WrongShape => {
            ("wrong_shape", format!("There is a {value} in a place where OSCAL has none."))
        }
        OscalProblemCode::IdMissing => ("id_missing", "A control has no id.".to_owned()),
        OscalProblemCode::DuplicateId => {
            ("duplicate", format!("{value} stands for two elements; every id must be its own."))
        }
        OscalProblemCode::TooLong => (
            "too_long",
            format!("{value} characters: an id has at most {LONGEST_ID}, a title at most {LONGEST_TITLE}."),
        ),
        OscalProblemCode::TooDeep => {
            ("too_deep", format!("Groups and controls stand more than {DEEPEST} deep within each other."))
        }
        OscalProblemCode::TooMany => {
            ("too_many", format!("The catalogue has more than {MOST_ELEMENTS} groups and controls."))
        }
        OscalProblemCode::Empty => {
            ("empty", "The catalogue has no control that is not withdrawn.".to_owned())
        }
    };
    FieldError::new(problem.path.clone(), code, message)
}
