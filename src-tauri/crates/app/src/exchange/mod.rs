//! The exchange format: a whole workspace's content as one YAML file, written and read back without loss.
//!
//! Reading keeps the place of every value, so that every mistake is told at once with line and field:
//! first the YAML itself, then its shape against the JSON Schema, then the rules between records.

mod emit;
mod ending;
mod guard;
mod node;
mod rules;
mod scalar;
mod shape;

use crate::command::phi::PhiWarning;
use crate::error::FieldError;
use node::Node;
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::workspace::Content;
use serde_json::Value;

/// The largest file taken, in bytes.
pub const LARGEST_FILE: usize = 64 * 1024 * 1024;

/// Why a file cannot be taken; nothing has been written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    /// The file is larger than [`LARGEST_FILE`].
    TooLarge {
        /// Its size in bytes.
        bytes: usize,
    },
    /// A newer version of the program wrote it.
    NewerFormat {
        /// Its format number.
        found: u64,
    },
    /// Every mistake, in the order of the file.
    Mistakes(Vec<FieldError>),
}

/// What a file holds.
#[derive(Debug, Clone, PartialEq)]
pub struct File {
    /// The content.
    pub content: Content,
    /// Every place that looks like a patient's data.
    pub warnings: Vec<PhiWarning>,
}

/// The content as YAML text; the same content always gives the same text.
///
/// # Errors
/// If the content cannot be written as YAML.
pub fn write(content: &Content) -> Result<String, serde_yaml::Error> {
    // Choices as a mapping of one field, not as YAML tags: every tool reads that, and the schema says so.
    let mut file =
        serde_yaml::with::singleton_map_recursive::serialize(content, serde_yaml::value::Serializer)?;
    if let Some(fields) = file.as_mapping_mut() {
        ending::add(fields);
    }
    Ok(HEADER.to_owned() + &emit::document(&file))
}

const HEADER: &str = "\
# Riskwright exchange file: the whole content of one workspace, readable by anyone who has this file.
# Current content and all approved versions; no keys, no trail; evidence by hash, the files beside it.
";

/// Reads a file.
///
/// # Errors
/// [`ReadError`] with every mistake found.
pub fn read(text: &str, catalogue: &Catalogue) -> Result<File, ReadError> {
    if text.len() > LARGEST_FILE {
        return Err(ReadError::TooLarge { bytes: text.len() });
    }
    let root = node::parse(text).map_err(ReadError::Mistakes)?;
    let mut value = root.to_json();
    refuse_newer(&value)?;
    let mut mistakes = ending::mistakes(&value, &root);
    mistakes.extend(shape::mistakes(&value, &root));
    if !mistakes.is_empty() {
        return Err(ReadError::Mistakes(mistakes));
    }
    ending::remove(&mut value);
    let content: Content = serde_json::from_value(value).map_err(|error| unreadable(&error, &root))?;
    let mistakes = rules::mistakes(&content, catalogue, &root);
    if !mistakes.is_empty() {
        return Err(ReadError::Mistakes(mistakes));
    }
    Ok(File { content, warnings: guard::warnings(&root) })
}

/// The JSON Schema of the format.
#[must_use]
pub fn schema() -> Value {
    let mut schema = schemars::schema_for!(Content).to_value();
    if let Some(object) = schema.as_object_mut() {
        object.insert("title".to_owned(), Value::from("Riskwright exchange format"));
    }
    ending::describe(&mut schema);
    schema
}

fn refuse_newer(value: &Value) -> Result<(), ReadError> {
    match value.get("riskwright_exchange").and_then(Value::as_u64) {
        Some(found) if found > u64::from(ending::COUNTED) => Err(ReadError::NewerFormat { found }),
        _ => Ok(()),
    }
}

fn unreadable(error: &serde_json::Error, root: &Node) -> ReadError {
    ReadError::Mistakes(vec![root.mistake("", "malformed", error.to_string(), None)])
}

#[cfg(test)]
mod tests;
