//! The end of a file: how many records it holds, so that a file that was cut off is told from a whole one.
//!
//! YAML has no end of its own: a file that is cut between two records is still YAML and still has the right shape.

use super::node::Node;
use crate::error::FieldError;
use riskwright_domain::workspace::FORMAT;
use serde_json::{Value, json};
use serde_yaml::{Mapping, Value as Yaml};

/// Number of the form of file that ends with its counts; the form before it, [`FORMAT`], ends anywhere.
///
/// The content within is the same, and so is the schema that revisions name.
pub const COUNTED: u32 = 2;

const _: () = assert!(COUNTED > FORMAT, "a new form of content needs a new number of the file too");

/// The last field of a file.
const FIELD: &str = "records";

/// The lists that are counted, in the order of the file.
const LISTS: [&str; 5] = ["people", "evidence", "assessments", "policies", "practices"];

/// Marks the content of a file as counted, and puts the counts behind everything else.
pub fn add(file: &mut Mapping) {
    let length = |list: &str| file.get(list).and_then(Yaml::as_sequence).map_or(0, Vec::len);
    let counts: Mapping = LISTS.iter().map(|list| (Yaml::from(*list), Yaml::from(length(list)))).collect();
    file.insert(Yaml::from("riskwright_exchange"), Yaml::from(COUNTED));
    file.insert(Yaml::from(FIELD), Yaml::Mapping(counts));
}

/// What is wrong with the end of a file; wrong types are a matter of its shape.
#[must_use]
pub fn mistakes(value: &Value, root: &Node) -> Vec<FieldError> {
    let counted = value.get("riskwright_exchange").and_then(Value::as_u64) == Some(u64::from(COUNTED));
    let Some(counts) = value.get(FIELD) else {
        return if counted { vec![cut_off(root)] } else { Vec::new() };
    };
    LISTS.iter().filter_map(|list| miscounted(list, counts, value, root)).collect()
}

/// The content without its end, as a file of the form before.
pub fn remove(value: &mut Value) {
    if let Some(fields) = value.as_object_mut() {
        fields.remove(FIELD);
        fields.insert("riskwright_exchange".to_owned(), Value::from(FORMAT));
    }
}

/// Adds the field to the JSON Schema of the content.
pub fn describe(schema: &mut Value) {
    let count = |list: &str| json!({ "description": format!("Entries of `{list}`."), "type": "integer", "minimum": 0 });
    let properties: serde_json::Map<String, Value> =
        LISTS.iter().map(|list| ((*list).to_owned(), count(list))).collect();
    let field = json!({
        "description": format!("The last field of a file of form {COUNTED}: how many records stand above it."),
        "type": "object",
        "properties": properties,
        "required": LISTS,
        "additionalProperties": false,
    });
    if let Some(fields) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        fields.insert(FIELD.to_owned(), field);
    }
}

fn miscounted(list: &str, counts: &Value, value: &Value, root: &Node) -> Option<FieldError> {
    let said = counts.get(list)?.as_u64()?;
    let held = value.get(list).and_then(Value::as_array).map_or(0, Vec::len);
    if usize::try_from(said).is_ok_and(|said| said == held) {
        return None;
    }
    let message = format!(
        "The file says it has {said} entries of {list:?} and has {held}: a part of it is missing. If you added or \
         removed entries yourself, correct this number."
    );
    Some(root.mistake(&format!("/{FIELD}/{list}"), "cut_off", message, None))
}

fn cut_off(root: &Node) -> FieldError {
    let message = format!(
        "The field {FIELD:?}, with which every file of this form ends, is missing: the end of the file was cut off. \
         Take the whole file."
    );
    root.mistake("", "cut_off", message, None)
}
