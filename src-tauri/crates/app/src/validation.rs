//! Rules of the `validator` crate in the words of this program.

use crate::error::FieldError;
use validator::{ValidationError, ValidationErrors, ValidationErrorsKind};

/// Every broken rule below a prefix such as `/organization`.
#[must_use]
pub fn fields(errors: &ValidationErrors, prefix: &str) -> Vec<FieldError> {
    errors
        .errors()
        .iter()
        .flat_map(|(name, kind)| {
            let field = if prefix.is_empty() { name.to_string() } else { format!("{prefix}/{name}") };
            match kind {
                ValidationErrorsKind::Field(list) => {
                    list.iter().map(|error| described(&field, error)).collect()
                }
                ValidationErrorsKind::Struct(nested) => fields(nested, &field),
                ValidationErrorsKind::List(items) => items
                    .iter()
                    .flat_map(|(index, nested)| fields(nested, &format!("{field}/{index}")))
                    .collect(),
            }
        })
        .collect()
}

fn described(field: &str, error: &ValidationError) -> FieldError {
    let limit = |name: &str| error.params.get(name).map(ToString::to_string);
    let (min, max) = (limit("min"), limit("max"));
    let unit = if error.code == "length" { " characters" } else { "" };
    let bounds = match (&min, &max) {
        (Some(min), Some(max)) => format!("between {min} and {max}{unit}"),
        (Some(min), None) => format!("at least {min}{unit}"),
        (None, Some(max)) => format!("at most {max}{unit}"),
        (None, None) => "as described".to_owned(),
    };
    FieldError {
        field: field.to_owned(),
        code: error.code.to_string(),
        message: format!("Must be {bounds}."),
        limit: max.or(min),
        line: None,
        column: None,
    }
}
