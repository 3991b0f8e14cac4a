//! Two changes of one record made at the same time: what both keep, and where they contradict each other.
//!
//! Works on the exchange form of records, field by field, without knowing what a field means. What a person is
//! told about a conflict belongs to the caller.

use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Fields that name an item within its list, most telling first.
const KEYS: [&str; 10] =
    ["number", "id", "risk", "term", "role", "question", "threat", "safeguard", "specification", "criterion"];

/// A field that both sides changed, each in its own way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// JSON pointer (RFC 6901) to the field; in a list of named items the item's name stands for its place:
    /// `/statements/S-03/text`.
    pub pointer: String,
    /// The value stored now; none where the field was removed.
    pub theirs: Option<Value>,
    /// The value that was to be saved; none where the field was removed.
    pub yours: Option<Value>,
}

/// What both sides made of a base, merged field by field.
///
/// Objects are merged recursively; lists whose items are objects with a name of their own (`number`, `id`, …)
/// item by item; any other list is one value.
///
/// # Errors
/// Every field that both changed differently, in the order of the fields.
pub fn merge(base: &Value, current: &Value, wanted: &Value) -> Result<Value, Vec<Conflict>> {
    let mut conflicts = Vec::new();
    let merged = field(&Sides::of(base, current, wanted), "", &mut conflicts);
    if conflicts.is_empty() { Ok(merged.unwrap_or(Value::Null)) } else { Err(conflicts) }
}

/// The value at a pointer as [`Conflict`] writes it.
#[must_use]
pub fn value_at<'a>(record: &'a Value, pointer: &str) -> Option<&'a Value> {
    let mut steps = pointer.split('/');
    if !steps.next().unwrap_or_default().is_empty() {
        return None;
    }
    steps.try_fold(record, |value, step| {
        let step = step.replace("~1", "/").replace("~0", "~");
        match value {
            Value::Object(fields) => fields.get(&step),
            Value::Array(items) => KEYS.iter().find_map(|key| named(items, key)?.get(&step).copied()),
            _ => None,
        }
    })
}

/// A field as the three have it; none where it is absent.
struct Sides<'a> {
    base: Option<&'a Value>,
    current: Option<&'a Value>,
    wanted: Option<&'a Value>,
}

impl<'a> Sides<'a> {
    fn of(base: &'a Value, current: &'a Value, wanted: &'a Value) -> Self {
        Self { base: Some(base), current: Some(current), wanted: Some(wanted) }
    }
}

fn field(sides: &Sides<'_>, pointer: &str, conflicts: &mut Vec<Conflict>) -> Option<Value> {
    let Sides { base, current, wanted } = *sides;
    if current == wanted || base == wanted {
        return current.cloned();
    }
    if base == current {
        return wanted.cloned();
    }
    match (base, current, wanted) {
        (Some(Value::Object(base)), Some(Value::Object(current)), Some(Value::Object(wanted))) => {
            Some(objects(base, current, wanted, pointer, conflicts))
        }
        (Some(Value::Array(base)), Some(Value::Array(current)), Some(Value::Array(wanted))) => {
            lists(base, current, wanted, pointer, conflicts)
        }
        _ => contradicted(sides, pointer, conflicts),
    }
}

fn contradicted(sides: &Sides<'_>, pointer: &str, conflicts: &mut Vec<Conflict>) -> Option<Value> {
    let Sides { current, wanted, .. } = *sides;
    conflicts.push(Conflict {
        pointer: pointer.to_owned(),
        theirs: current.cloned(),
        yours: wanted.cloned(),
    });
    current.cloned()
}

fn objects(
    base: &Map<String, Value>,
    current: &Map<String, Value>,
    wanted: &Map<String, Value>,
    pointer: &str,
    conflicts: &mut Vec<Conflict>,
) -> Value {
    let names: BTreeSet<&String> = base.keys().chain(current.keys()).chain(wanted.keys()).collect();
    let mut merged = Map::new();
    for name in names {
        let sides = Sides { base: base.get(name), current: current.get(name), wanted: wanted.get(name) };
        if let Some(value) = field(&sides, &below(pointer, name), conflicts) {
            merged.insert(name.clone(), value);
        }
    }
    Value::Object(merged)
}

fn lists(
    base: &[Value],
    current: &[Value],
    wanted: &[Value],
    pointer: &str,
    conflicts: &mut Vec<Conflict>,
) -> Option<Value> {
    let items = KEYS.iter().find_map(|key| Items::of(base, current, wanted, key));
    let merged = items.and_then(|items| items.merged(pointer, conflicts));
    merged.or_else(|| {
        let (base, current, wanted) =
            (Value::from(base.to_vec()), Value::from(current.to_vec()), Value::from(wanted.to_vec()));
        contradicted(&Sides::of(&base, &current, &wanted), pointer, conflicts)
    })
}

/// The items of a list by their names, and the names in the order of the list.
struct Items<'a> {
    base: Named<'a>,
    current: Named<'a>,
    wanted: Named<'a>,
    order: [Vec<String>; 3],
}

type Named<'a> = BTreeMap<String, &'a Value>;

impl<'a> Items<'a> {
    /// `None` unless the key names every item of all three lists, each name once in a list.
    fn of(base: &'a [Value], current: &'a [Value], wanted: &'a [Value], key: &str) -> Option<Self> {
        Some(Self {
            base: named(base, key)?,
            current: named(current, key)?,
            wanted: named(wanted, key)?,
            order: [order(base, key), order(current, key), order(wanted, key)],
        })
    }

    /// `None` where both sides put the items into different orders.
    fn merged(&self, pointer: &str, conflicts: &mut Vec<Conflict>) -> Option<Value> {
        let names: BTreeSet<&String> =
            self.base.keys().chain(self.current.keys()).chain(self.wanted.keys()).collect();
        let mut kept: BTreeMap<&str, Value> = BTreeMap::new();
        let mut found = Vec::new();
        for name in names {
            let sides = Sides {
                base: self.base.get(name).copied(),
                current: self.current.get(name).copied(),
                wanted: self.wanted.get(name).copied(),
            };
            if let Some(value) = field(&sides, &below(pointer, name), &mut found) {
                kept.insert(name, value);
            }
        }
        let order = self.merged_order(&kept)?;
        conflicts.extend(found);
        Some(order.iter().filter_map(|name| kept.remove(name.as_str())).collect())
    }

    /// The order of whichever side changed it; new items of both sides go to the end by their names.
    fn merged_order(&self, kept: &BTreeMap<&str, Value>) -> Option<Vec<String>> {
        let [base, current, wanted] = &self.order;
        if wanted == base || wanted == current {
            return Some(current.clone());
        }
        if current == base {
            return Some(wanted.clone());
        }
        let old = |names: &[String]| -> Vec<String> {
            let stays = |name: &&String| self.base.contains_key(*name) && kept.contains_key(name.as_str());
            names.iter().filter(stays).cloned().collect()
        };
        let [base, current, wanted] = [old(base), old(current), old(wanted)];
        let mut order = match (current == base, wanted == base) {
            (_, true) => current,
            (true, _) => wanted,
            _ if current == wanted => current,
            _ => return None,
        };
        let new = kept.keys().filter(|name| !self.base.contains_key(**name));
        order.extend(new.map(|name| (*name).to_owned()));
        Some(order)
    }
}

fn named<'a>(items: &'a [Value], key: &str) -> Option<Named<'a>> {
    let mut found = BTreeMap::new();
    for item in items {
        let name = item.as_object()?.get(key)?.as_str()?;
        if found.insert(name.to_owned(), item).is_some() {
            return None;
        }
    }
    Some(found)
}

fn order(items: &[Value], key: &str) -> Vec<String> {
    let name = |item: &Value| item.get(key)?.as_str().map(str::to_owned);
    items.iter().filter_map(name).collect()
}

fn below(pointer: &str, name: &str) -> String {
    format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"))
}
