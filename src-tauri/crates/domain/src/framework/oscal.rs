//! Reads a catalogue of controls in the JSON form of NIST's Open Security Controls Assessment Language (OSCAL) 1.
//!
//! Tolerant of what it does not need: of a catalogue it takes the title, the edition, the publisher, and of groups and
//! controls the id and the title; withdrawn controls are left out and counted. Whatever makes the list of elements
//! doubtful is named with its place instead.

mod text;
mod walk;

use super::OwnElement;
use serde_json::{Map, Value};

/// Most groups and controls that a catalogue may have.
pub const MOST_ELEMENTS: usize = 20_000;
/// How deep groups and controls may stand within each other.
pub const DEEPEST: usize = 32;
/// Longest id, in characters.
pub const LONGEST_ID: usize = 100;
/// Longest title, in characters.
pub const LONGEST_TITLE: usize = 1_000;

/// What a catalogue says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Read {
    /// Title.
    pub name: String,
    /// Edition as the publisher names it.
    pub version: String,
    /// The party that publishes it, where one is named.
    pub publisher: Option<String>,
    /// Day of publication: `2024-02-13`; empty where the file does not say.
    pub published: String,
    /// Version of OSCAL; empty where the file does not say.
    pub oscal_version: String,
    /// Groups and controls, each before those that are part of it.
    pub elements: Vec<OwnElement>,
    /// How many withdrawn controls were left out.
    pub withdrawn: usize,
}

/// Something that keeps a file from being taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OscalProblem {
    /// Place in the file as a JSON pointer (RFC 6901): `/catalog/groups/0/controls/3/id`; empty for the whole file.
    pub path: String,
    /// What kind of problem.
    pub code: OscalProblemCode,
    /// The offending value, or what the JSON reader says.
    pub value: String,
}

/// Kinds of problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OscalProblemCode {
    /// The file is not JSON, or nests deeper than any catalogue.
    NotJson,
    /// There is no catalogue in it; the value names what there is.
    CatalogMissing,
    /// The catalogue has no metadata.
    MetadataMissing,
    /// The metadata have no title.
    TitleMissing,
    /// The metadata have no version.
    VersionMissing,
    /// The file is written in another major version of OSCAL.
    OtherOscal,
    /// What should be an object or a list is something else.
    WrongShape,
    /// A control has no id.
    IdMissing,
    /// An id occurs twice; the value is the id.
    DuplicateId,
    /// An id or title is longer than any real one; the value is its length in characters.
    TooLong,
    /// Groups and controls stand deeper within each other than [`DEEPEST`].
    TooDeep,
    /// There are more groups and controls than [`MOST_ELEMENTS`].
    TooMany,
    /// There is no group and no control that is not withdrawn.
    Empty,
}

/// Reads the text of a file.
///
/// # Errors
/// Everything that keeps it from being taken, in the order of the file.
pub fn read(text: &str) -> Result<Read, Vec<OscalProblem>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // The JSON reader refuses what nests deeper than 128, so that no file can exhaust the stack.
    let file: Value =
        serde_json::from_str(text).map_err(|error| vec![problem("", OscalProblemCode::NotJson, error)])?;
    let Some(catalog) = file.get("catalog").and_then(Value::as_object) else {
        return Err(vec![problem("/catalog", OscalProblemCode::CatalogMissing, roots(&file))]);
    };
    let mut found = Vec::new();
    let head = metadata(catalog, &mut found);
    let walked = walk::elements(catalog, &mut found);
    if found.is_empty() {
        return Ok(Read { elements: walked.elements, withdrawn: walked.withdrawn, ..head });
    }
    Err(found)
}

fn metadata(catalog: &Map<String, Value>, found: &mut Vec<OscalProblem>) -> Read {
    let place = "/catalog/metadata";
    let Some(metadata) = catalog.get("metadata").and_then(Value::as_object) else {
        found.push(problem(place, OscalProblemCode::MetadataMissing, ""));
        return Read::default();
    };
    let read = Read {
        name: text::plain(text::field(metadata, "title")),
        version: text::plain(text::field(metadata, "version")),
        publisher: publisher(metadata),
        published: day(metadata),
        oscal_version: text::plain(text::field(metadata, "oscal-version")),
        ..Read::default()
    };
    if read.name.is_empty() {
        found.push(problem(format!("{place}/title"), OscalProblemCode::TitleMissing, ""));
    }
    if read.version.is_empty() {
        found.push(problem(format!("{place}/version"), OscalProblemCode::VersionMissing, ""));
    }
    if !read.oscal_version.is_empty() && !read.oscal_version.starts_with("1.") {
        let value = read.oscal_version.chars().take(LONGEST_ID).collect::<String>();
        found.push(problem(format!("{place}/oscal-version"), OscalProblemCode::OtherOscal, value));
    }
    let lengths = [("title", &read.name), ("version", &read.version)];
    for (name, words) in lengths {
        found.extend(text::too_long(&format!("{place}/{name}"), words, LONGEST_TITLE));
    }
    read
}

/// The party responsible as publisher, else as creator, else the first organization, by name.
fn publisher(metadata: &Map<String, Value>) -> Option<String> {
    let parties = list(metadata, "parties");
    let responsible = |role: &str| {
        let mut entries = list(metadata, "responsible-parties").iter();
        let entry = entries.find(|one| one.get("role-id").and_then(Value::as_str) == Some(role))?;
        let named = entry.get("party-uuids")?.as_array()?;
        parties.iter().find(|party| party.get("uuid").is_some_and(|uuid| named.contains(uuid)))
    };
    let organization = || {
        let mut all = parties.iter();
        all.find(|party| party.get("type").and_then(Value::as_str) == Some("organization"))
    };
    let party = responsible("publisher").or_else(|| responsible("creator")).or_else(organization)?;
    let name = text::plain(text::field(party.as_object()?, "name"));
    (!name.is_empty()).then(|| name.chars().take(LONGEST_TITLE).collect())
}

/// The day of publication; empty where the file does not say: the day of a last change of the file is another.
fn day(metadata: &Map<String, Value>) -> String {
    let day = text::field(metadata, "published").get(..10).unwrap_or_default();
    if day.parse::<jiff::civil::Date>().is_ok() { day.to_owned() } else { String::new() }
}

/// The items of a list; none where there is no list.
fn list<'a>(object: &'a Map<String, Value>, name: &str) -> &'a [Value] {
    object.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// What a file without a catalogue holds: `profile`.
fn roots(file: &Value) -> String {
    let names = file.as_object().into_iter().flat_map(Map::keys).take(3);
    let names: Vec<String> = names.map(|name| name.chars().take(40).collect()).collect();
    names.join(", ")
}

fn problem(path: impl Into<String>, code: OscalProblemCode, value: impl ToString) -> OscalProblem {
    OscalProblem { path: path.into(), code, value: value.to_string() }
}
