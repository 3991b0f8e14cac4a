//! Shape against the JSON Schema: every wrong type, missing, unknown or impossible value at once.

use super::node::Node;
use crate::error::FieldError;
use jsonschema::error::ValidationErrorKind as Kind;
use jsonschema::{ValidationError, Validator};
use serde_json::Value;
use std::sync::LazyLock;

static VALIDATOR: LazyLock<Option<Validator>> =
    LazyLock::new(|| jsonschema::options().should_validate_formats(true).build(&super::schema()).ok());

/// What a field that may be left out is called if it holds nothing.
const EMPTY: &str = "empty";

/// More mistakes than this are not told: the file is something else.
const MOST_MISTAKES: usize = 1000;

/// Every mistake of shape, in the order of the file.
#[must_use]
pub fn mistakes(value: &Value, root: &Node) -> Vec<FieldError> {
    let Some(validator) = VALIDATOR.as_ref() else { return Vec::new() };
    let mut found: Vec<FieldError> =
        validator.iter_errors(value).take(MOST_MISTAKES).flat_map(|error| described(&error, root)).collect();
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
    let closest = context.iter().max_by_key(|branch| depth(branch));
    match closest.filter(|branch| depth(branch) > pointer.matches('/').count()) {
        Some(branch) => branch.iter().flat_map(|inner| described(inner, root)).collect(),
        None => {
            let options = alternatives(context.iter().flatten()).join(" or ");
            let message = if options.is_empty() {
                format!("Does not have the form of this field: {}.", shown(error.instance()))
            } else {
                format!("Must be {options}; found {}.", shown(error.instance()))
            };
            vec![root.mistake(pointer, "not_a_choice", message, None)]
        }
    }
}

/// How far down the value the mistakes of a form reach, forms within forms included.
fn depth(branch: &[ValidationError<'static>]) -> usize {
    let of = |error: &ValidationError<'static>| {
        let own = error.instance_path().to_string().matches('/').count();
        forms(error)
            .map_or(own, |inner| inner.iter().map(|branch| depth(branch)).max().unwrap_or(own).max(own))
    };
    branch.iter().map(of).max().unwrap_or(0)
}

/// The forms that a value could have had, where it has none of several.
fn forms<'e>(error: &'e ValidationError<'static>) -> Option<&'e [Vec<ValidationError<'static>>]> {
    match error.kind() {
        Kind::AnyOf { context } | Kind::OneOfNotValid { context } => Some(context),
        _ => None,
    }
}

/// What a value might be instead, once each. That it might be left out is said only if nothing else can be.
fn alternatives<'e>(errors: impl Iterator<Item = &'e ValidationError<'static>>) -> Vec<String> {
    let mut found = Vec::new();
    for error in errors {
        let inner = forms(error).map(|inner| alternatives(inner.iter().flatten()));
        found.extend(inner.unwrap_or_else(|| alternative(error).into_iter().collect()));
    }
    let mut seen = std::collections::BTreeSet::new();
    found.retain(|option| seen.insert(option.clone()));
    if found.len() > 1 {
        found.retain(|option| option != EMPTY);
    }
    found
}

fn alternative(error: &ValidationError<'static>) -> Option<String> {
    match error.kind() {
        Kind::Constant { expected_value } => Some(plain(expected_value)),
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
        _ => EMPTY,
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
