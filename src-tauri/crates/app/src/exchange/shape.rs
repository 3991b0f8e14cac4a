//! Shape against the JSON Schema: every wrong type, missing, unknown or impossible value at once.

use super::node::Node;
use crate::error::FieldError;
use jsonschema::error::ValidationErrorKind as Kind;
use jsonschema::{ValidationError, Validator};
use serde_json::Value;
use std::sync::LazyLock;

static VALIDATOR: LazyLock<Option<Validator>> =
    LazyLock::new(|| jsonschema::options().should_validate_formats(true).build(&super::schema()).ok());

/// Every mistake of shape, in the order of the file.
#[must_use]
pub fn mistakes(value: &Value, root: &Node) -> Vec<FieldError> {
    let Some(validator) = VALIDATOR.as_ref() else { return Vec::new() };
    let mut found: Vec<FieldError> =
        validator.iter_errors(value).flat_map(|error| described(&error, root)).collect();
    found.sort_by_key(|mistake| (mistake.line, mistake.column));
    found
}

fn described(error: &ValidationError<'_>, root: &Node) -> Vec<FieldError> {
    let pointer = error.instance_path().to_string();
    let one = |code: &str, message: String| vec![root.mistake(&pointer, code, message, None)];
    match error.kind() {
        Kind::AdditionalProperties { unexpected } | Kind::UnevaluatedProperties { unexpected } => {
            unexpected.iter().map(|name| unknown(name, &pointer, root)).collect()
        }
        Kind::Required { property } => {
            let name = property.as_str().unwrap_or_default();
            one("missing", format!("The field {name:?} is missing here; add it."))
        }
        Kind::Type { kind } => {
            one("wrong_type", format!("Must be {}; found {}.", expected(kind), shown(error.instance())))
        }
        Kind::Enum { options } => one(
            "not_a_choice",
            format!("Must be one of {}; found {}.", choices(options), shown(error.instance())),
        ),
        Kind::Format { format } => one(
            "wrong_format",
            format!("Must be {}; found {}.", format_words(format), shown(error.instance())),
        ),
        Kind::Minimum { limit } => {
            one("out_of_range", format!("Must be {limit} or more; found {}.", shown(error.instance())))
        }
        Kind::Maximum { limit } => {
            one("out_of_range", format!("Must be {limit} or less; found {}.", shown(error.instance())))
        }
        Kind::MinLength { limit } => one("too_short", format!("Must have {limit} characters or more.")),
        Kind::MaxLength { limit } => one("too_long", format!("Must have {limit} characters or fewer.")),
        Kind::AnyOf { context } | Kind::OneOfNotValid { context } => nearest(context, error, root, &pointer),
        _ => {
            one("wrong_shape", format!("Does not have the form of this field: {}.", shown(error.instance())))
        }
    }
}

/// Of several forms that a value may have, tells what is wrong with the one that comes closest.
fn nearest(
    context: &[Vec<ValidationError<'static>>],
    error: &ValidationError<'_>,
    root: &Node,
    pointer: &str,
) -> Vec<FieldError> {
    let depth = |branch: &[ValidationError<'static>]| {
        branch.iter().map(|inner| inner.instance_path().to_string().matches('/').count()).max().unwrap_or(0)
    };
    let closest = context.iter().max_by_key(|branch| depth(branch));
    match closest.filter(|branch| depth(branch) > pointer.matches('/').count()) {
        Some(branch) => branch.iter().flat_map(|inner| described(inner, root)).collect(),
        None => {
            let options = context.iter().flatten().filter_map(alternative).collect::<Vec<_>>().join(" or ");
            let message = if options.is_empty() {
                format!("Does not have the form of this field: {}.", shown(error.instance()))
            } else {
                format!("Must be {options}; found {}.", shown(error.instance()))
            };
            vec![root.mistake(pointer, "not_a_choice", message, None)]
        }
    }
}

fn alternative(error: &ValidationError<'static>) -> Option<String> {
    match error.kind() {
        Kind::Constant { expected_value } => Some(expected_value.to_string()),
        Kind::Enum { options } => Some(choices(options)),
        Kind::Type { kind } => Some(expected(kind)),
        Kind::Required { property } => Some(format!("a mapping with the field {property}")),
        Kind::Format { format } => Some(format_words(format).to_owned()),
        _ => None,
    }
}

fn unknown(name: &str, pointer: &str, root: &Node) -> FieldError {
    let place = format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"));
    root.mistake(
        &place,
        "unknown_field",
        format!("The field {name:?} does not belong here; remove it or correct its name."),
        None,
    )
}

fn expected(kind: &jsonschema::error::TypeKind) -> String {
    let word = |name: &str| match name {
        "string" => "text in quotes or plain",
        "integer" => "a whole number",
        "number" => "a number",
        "boolean" => "true or false",
        "array" => "a list",
        "object" => "a mapping of fields",
        _ => "empty",
    };
    match kind {
        jsonschema::error::TypeKind::Single(one) => word(&one.to_string()).to_owned(),
        jsonschema::error::TypeKind::Multiple(many) => {
            many.iter().map(|one| word(&one.to_string()).to_owned()).collect::<Vec<_>>().join(" or ")
        }
    }
}

fn choices(options: &Value) -> String {
    let list: Vec<String> =
        options.as_array().map(|items| items.iter().map(plain).collect()).unwrap_or_default();
    list.join(", ")
}

fn format_words(format: &str) -> &str {
    match format {
        "date" => "a date such as 2026-03-31",
        "date-time" => "a time such as 2026-03-31T14:05:00Z",
        "uuid" => "a UUID",
        other => other,
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The offending value, short: a file may hold anything.
fn shown(value: &Value) -> String {
    match value {
        Value::Object(_) => "a mapping".to_owned(),
        Value::Array(_) => "a list".to_owned(),
        Value::Null => "nothing".to_owned(),
        other => {
            let text = other.to_string();
            if text.chars().count() > 60 {
                format!("{}…", text.chars().take(60).collect::<String>())
            } else {
                text
            }
        }
    }
}
