//! Editions made of changes to another edition, resolved to full editions.

use super::folder::{Folder, HEADER};
use super::problems::{Place, Problems};
use crate::catalogue::problem::CatalogueProblemCode;
use serde_yaml::{Mapping, Value};
use std::collections::BTreeMap;

type Tables = BTreeMap<String, Mapping>;

/// Gives every edition that is based on another the tables of that one with its changes made.
///
/// Bases may themselves be based on others; an edition whose base is not there is reported and left out.
pub(super) fn resolve(folders: Vec<Folder>, problems: &mut Problems<'_>) -> Vec<Folder> {
    let (mut waiting, mut done): (Vec<_>, Vec<_>) =
        folders.into_iter().partition(|folder| base_of(folder).is_some());
    while let Some(place) = waiting.iter().position(|folder| find_base(folder, &done).is_some()) {
        let mut folder = waiting.swap_remove(place);
        let base = find_base(&folder, &done).map(|base| base.tables.clone()).unwrap_or_default();
        overlay(&mut folder, base, problems);
        done.push(folder);
    }
    for folder in waiting {
        let reference = base_of(&folder).unwrap_or_default().to_owned();
        let file = folder.file(HEADER);
        let place = Place { file: &file, item: Some(&folder.path), field: Some("based_on") };
        problems.add(place, None, CatalogueProblemCode::UnknownReference { reference });
    }
    done.sort_by(|one, other| one.path.cmp(&other.path));
    done
}

fn base_of(folder: &Folder) -> Option<&str> {
    folder.header.get("based_on").and_then(Value::as_str)
}

fn find_base<'f>(folder: &Folder, done: &'f [Folder]) -> Option<&'f Folder> {
    let base = base_of(folder)?;
    done.iter().find(|each| each.path == base && each.rule() == folder.rule())
}

fn overlay(folder: &mut Folder, base: Tables, problems: &mut Problems<'_>) {
    for name in folder.tables.keys() {
        let file = format!("{}/{name}", folder.path);
        problems.add(Place { file: &file, ..Place::default() }, None, CatalogueProblemCode::UnknownFile);
    }
    folder.is_overlay = true;
    problems.inherit(folder.file(HEADER), base_of(folder).unwrap_or_default());
    folder.tables = base;
    let counts = folder.header.shift_remove("counts");
    restate_counts(&mut folder.tables, counts.as_ref());
    let changes = folder.header.shift_remove("changes");
    let file = folder.file(HEADER);
    let mut made = Vec::new();
    for change in changes.as_ref().and_then(Value::as_sequence).into_iter().flatten() {
        match make(change, &mut folder.tables) {
            Ok(note) => made.push(Value::Mapping(note)),
            Err(fault) => {
                let place = Place { file: &file, item: fault.item.as_deref(), field: Some("changes") };
                problems.add(place, None, fault.code);
            }
        }
    }
    folder.header.insert("changes".into(), Value::Sequence(made));
}

/// The numbers that a base states of itself do not hold for its overlay, which may state its own, by file.
fn restate_counts(tables: &mut Tables, counts: Option<&Value>) {
    for (name, table) in tables {
        table.retain(|key, _| !key.as_str().is_some_and(|key| key.starts_with("counts")));
        if let Some(stated) = counts.and_then(|counts| counts.get(name.as_str())) {
            table.insert("counts".into(), stated.clone());
        }
    }
}

struct Fault {
    item: Option<String>,
    code: CatalogueProblemCode,
}

/// Makes one change and returns its note for the header.
fn make(change: &Value, tables: &mut Tables) -> Result<Mapping, Fault> {
    let malformed = || Fault {
        item: None,
        code: CatalogueProblemCode::Malformed {
            detail: "a change is one of add, set, remove, with a summary".into(),
        },
    };
    let change = change.as_mapping().ok_or_else(malformed)?;
    let kinds: Vec<&str> =
        ["add", "set", "remove"].into_iter().filter(|kind| change.contains_key(*kind)).collect();
    let known =
        change.keys().all(|key| key.as_str().is_some_and(|key| key == "summary" || kinds.contains(&key)));
    let ([kind], true) = (kinds.as_slice(), known) else { return Err(malformed()) };
    let value = change.get(*kind).ok_or_else(malformed)?;
    let id = value.as_str().or_else(|| id_of(value)).ok_or_else(malformed)?;
    let found = match (*kind, value) {
        ("remove", Value::String(_)) => {
            tables.values_mut().any(|table| table.values_mut().any(|value| remove(value, id)))
        }
        ("set", Value::Mapping(fields)) => {
            tables.values_mut().any(|table| table.values_mut().any(|value| set(value, id, fields)))
        }
        ("add", Value::Mapping(_)) => add(tables, id, value)?,
        _ => return Err(malformed()),
    };
    if !found {
        let code = CatalogueProblemCode::UnknownReference { reference: id.to_owned() };
        return Err(Fault { item: Some(id.to_owned()), code });
    }
    Ok(note(kind, id, change.get("summary")))
}

fn note(kind: &str, id: &str, summary: Option<&Value>) -> Mapping {
    let mut note = Mapping::new();
    note.insert("item".into(), id.into());
    note.insert("kind".into(), kind.into());
    if let Some(summary) = summary {
        note.insert("summary".into(), summary.clone());
    }
    note
}

fn id_of(value: &Value) -> Option<&str> {
    value.get("id").and_then(Value::as_str)
}

/// Removes the item with the id from this list or a list within it.
fn remove(value: &mut Value, id: &str) -> bool {
    match value {
        Value::Sequence(items) => {
            let before = items.len();
            items.retain(|item| id_of(item) != Some(id));
            items.len() < before || items.iter_mut().any(|item| remove(item, id))
        }
        Value::Mapping(fields) => fields.values_mut().any(|field| remove(field, id)),
        _ => false,
    }
}

/// Gives fields of the item with the id other values; null takes a field away.
fn set(value: &mut Value, id: &str, fields: &Mapping) -> bool {
    let is_item = id_of(value) == Some(id);
    match value {
        Value::Mapping(item) if is_item => {
            for (field, new) in fields {
                if new.is_null() {
                    item.shift_remove(field);
                } else {
                    item.insert(field.clone(), new.clone());
                }
            }
            true
        }
        Value::Mapping(item) => item.values_mut().any(|field| set(field, id, fields)),
        Value::Sequence(items) => items.iter_mut().any(|item| set(item, id, fields)),
        _ => false,
    }
}

/// Adds an item to the list whose ids begin as its own does.
fn add(tables: &mut Tables, id: &str, item: &Value) -> Result<bool, Fault> {
    let begins =
        |list: &&mut Vec<Value>| list.iter().filter_map(id_of).any(|other| prefix(other) == prefix(id));
    let lists = tables.values_mut().flat_map(|table| table.values_mut()).filter_map(Value::as_sequence_mut);
    let Some(list) = lists.into_iter().find(begins) else { return Ok(false) };
    if list.iter().any(|other| id_of(other) == Some(id)) {
        return Err(Fault { item: Some(id.to_owned()), code: CatalogueProblemCode::DuplicateId });
    }
    list.push(item.clone());
    Ok(true)
}

fn prefix(id: &str) -> &str {
    id.split('-').next().unwrap_or_default()
}
