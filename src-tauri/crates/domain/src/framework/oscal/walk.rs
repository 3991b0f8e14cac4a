//! Groups and controls of a catalogue, as deep as they stand within each other.

use super::text::{field, plain, too_long};
use super::{
    DEEPEST, LONGEST_ID, LONGEST_TITLE, MOST_ELEMENTS, OscalProblem, OscalProblemCode, OwnElement, problem,
};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// Lists that hold what a catalogue is made of, in the order of the specification.
const LISTS: [&str; 2] = ["groups", "controls"];

/// What was found on the walk.
#[derive(Debug, Default)]
pub struct Walked {
    /// Groups and controls, each before those that are part of it.
    pub elements: Vec<OwnElement>,
    /// How many withdrawn controls were left out.
    pub withdrawn: usize,
}

/// Every group and control of a catalogue that is not withdrawn.
pub fn elements(catalog: &Map<String, Value>, found: &mut Vec<OscalProblem>) -> Walked {
    let before = found.len();
    let mut walk = Walk { walked: Walked::default(), seen: BTreeSet::new(), visited: 0, found };
    walk.within(catalog, "/catalog", None, 0);
    if walk.visited > MOST_ELEMENTS {
        walk.refuse("/catalog", OscalProblemCode::TooMany, MOST_ELEMENTS);
    } else if walk.walked.elements.is_empty() && walk.found.len() == before {
        walk.refuse("/catalog", OscalProblemCode::Empty, "");
    }
    walk.walked
}

struct Walk<'a> {
    walked: Walked,
    seen: BTreeSet<String>,
    visited: usize,
    found: &'a mut Vec<OscalProblem>,
}

impl Walk<'_> {
    fn refuse(&mut self, path: impl Into<String>, code: OscalProblemCode, value: impl ToString) {
        self.found.push(problem(path, code, value));
    }

    /// What stands directly within a catalogue, a group or a control.
    fn within(&mut self, holder: &Map<String, Value>, place: &str, parent: Option<&str>, depth: usize) {
        for name in LISTS {
            let Some(value) = holder.get(name) else { continue };
            let place = format!("{place}/{name}");
            let Some(items) = value.as_array() else {
                self.refuse(place, OscalProblemCode::WrongShape, kind(value));
                continue;
            };
            if depth >= DEEPEST && !items.is_empty() {
                self.refuse(place, OscalProblemCode::TooDeep, DEEPEST);
                continue;
            }
            for (at, item) in items.iter().enumerate() {
                self.item(item, name, &format!("{place}/{at}"), parent, depth);
            }
        }
    }

    fn item(&mut self, item: &Value, list: &str, place: &str, parent: Option<&str>, depth: usize) {
        self.visited += 1;
        if self.visited > MOST_ELEMENTS {
            return;
        }
        let Some(fields) = item.as_object() else {
            self.refuse(place, OscalProblemCode::WrongShape, kind(item));
            return;
        };
        if list == "controls" && is_withdrawn(fields) {
            self.walked.withdrawn += 1;
            self.within(fields, place, parent, depth + 1);
            return;
        }
        let id = id_of(fields);
        if id.is_empty() && list == "controls" {
            self.refuse(format!("{place}/id"), OscalProblemCode::IdMissing, "");
        }
        // A group needs no id: what is in it then belongs to whatever holds the group.
        let own = if id.is_empty() { parent } else { Some(id.as_str()) };
        if !id.is_empty() {
            self.take(fields, &id, place, parent);
        }
        self.within(fields, place, own, depth + 1);
    }

    fn take(&mut self, fields: &Map<String, Value>, id: &str, place: &str, parent: Option<&str>) {
        let title = plain(field(fields, "title"));
        let lengths = [
            too_long(&format!("{place}/id"), id, LONGEST_ID),
            too_long(&format!("{place}/title"), &title, LONGEST_TITLE),
        ];
        let long: Vec<OscalProblem> = lengths.into_iter().flatten().collect();
        if !long.is_empty() {
            self.found.extend(long);
            return;
        }
        if !self.seen.insert(id.to_owned()) {
            self.refuse(format!("{place}/id"), OscalProblemCode::DuplicateId, id);
            return;
        }
        let title = (!title.is_empty()).then_some(title);
        let parent = parent.map(str::to_owned);
        self.walked.elements.push(OwnElement { id: id.to_owned(), title, parent });
    }
}

/// The label that a reader of the publication knows, else the id in capitals.
fn id_of(fields: &Map<String, Value>) -> String {
    let labels = || props(fields).filter(|prop| field(prop, "name") == "label");
    let class = |prop: &Map<String, Value>| field(prop, "class").to_owned();
    let unclassed = labels().find(|prop| class(prop).is_empty());
    let label = unclassed.or_else(|| labels().find(|prop| class(prop) != "zero-padded"));
    let label = label.map(|prop| plain(field(prop, "value"))).filter(|label| !label.is_empty());
    label.unwrap_or_else(|| plain(field(fields, "id")).to_uppercase())
}

fn is_withdrawn(fields: &Map<String, Value>) -> bool {
    props(fields).any(|prop| {
        field(prop, "name") == "status" && field(prop, "value").trim().eq_ignore_ascii_case("withdrawn")
    })
}

fn props(fields: &Map<String, Value>) -> impl Iterator<Item = &Map<String, Value>> {
    super::list(fields, "props").iter().filter_map(Value::as_object)
}

/// What a value is instead of what it should be.
fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "list",
        Value::Object(_) => "object",
    }
}
