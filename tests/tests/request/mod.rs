//! Requests made from a command's own JSON Schema: right in form, or with one thing wrong.
//!
//! What a command does with them belongs to the subjects.

#![allow(dead_code)] // Each subject uses a part.

use serde_json::{Map, Value, json};

/// A small generator of numbers (splitmix64), so that a seed gives the same requests on every machine.
pub struct Dice(pub u64);

impl Dice {
    /// The next number below a limit.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(limit.max(1)).unwrap()).unwrap()
    }

    /// One of some things.
    pub fn one_of<'a, T>(&mut self, things: &'a [T]) -> &'a T {
        &things[self.below(things.len())]
    }
}

/// Texts that fields of the sample take, and some that none takes.
const TEXTS: &[&str] = &[
    "R-0046",
    "R-0001",
    "POL-25",
    "POL-04",
    "PR-0001",
    "PR-0003",
    "E-0001",
    "P-003",
    "A-004",
    "S-01",
    "D-0001",
    "H-001",
    "1.0",
    "SE-b-2",
    "policy_version",
    "POL-25/1.0",
    "risk",
    "miriam.okafor",
    "Europe/Berlin",
    "x",
    "",
    "A sentence that is long enough to be taken wherever forty characters are asked for.",
];

/// A value of the form that a schema asks for.
pub fn like(schema: &Value, whole: &Value, dice: &mut Dice) -> Value {
    let schema = resolved(schema, whole);
    if let Some(one) = schema.get("const") {
        return one.clone();
    }
    if let Some(choices) = schema["enum"].as_array() {
        return dice.one_of(choices).clone();
    }
    for word in ["oneOf", "anyOf"] {
        if let Some(forms) = schema[word].as_array() {
            let form = dice.one_of(forms).clone();
            return like(&form, whole, dice);
        }
    }
    if let Some(all) = schema["allOf"].as_array() {
        return like(&all[0], whole, dice);
    }
    by_type(schema, whole, dice)
}

fn by_type(schema: &Value, whole: &Value, dice: &mut Dice) -> Value {
    let kinds: Vec<&str> = match &schema["type"] {
        Value::String(kind) => vec![kind],
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => vec!["string"],
    };
    match *dice.one_of(&kinds) {
        "object" => object(schema, whole, dice),
        "array" => {
            let count = dice.below(3);
            (0..count).map(|_| like(&schema["items"], whole, dice)).collect()
        }
        "integer" => json!(schema["minimum"].as_i64().unwrap_or(0) + i64::try_from(dice.below(4)).unwrap()),
        "number" => json!(dice.below(100)),
        "boolean" => json!(dice.below(2) == 0),
        "null" => Value::Null,
        _ => text(schema["format"].as_str().unwrap_or_default(), dice),
    }
}

fn object(schema: &Value, whole: &Value, dice: &mut Dice) -> Value {
    let required: Vec<&str> =
        schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let mut fields = Map::new();
    for (name, field) in schema["properties"].as_object().into_iter().flatten() {
        if required.contains(&name.as_str()) || dice.below(2) == 0 {
            fields.insert(name.clone(), like(field, whole, dice));
        }
    }
    Value::Object(fields)
}

fn text(format: &str, dice: &mut Dice) -> Value {
    match format {
        "date" => json!("2026-11-21"),
        "date-time" => json!("2026-11-21T12:00:00Z"),
        "uuid" => json!("01890a5d-ac96-774b-bcce-b302099a8057"),
        _ => json!(dice.one_of(TEXTS)),
    }
}

fn resolved<'v>(schema: &'v Value, whole: &'v Value) -> &'v Value {
    let Some(name) = schema["$ref"].as_str() else { return schema };
    resolved(whole.pointer(name.trim_start_matches('#')).expect("a definition"), whole)
}

/// The value with something wrong in one place.
pub fn spoilt(value: &Value, dice: &mut Dice) -> Value {
    let mut spoilt = value.clone();
    let mut places = vec![String::new()];
    collect(value, "", &mut places);
    let place = dice.one_of(&places).clone();
    let at = spoilt.pointer_mut(&place).expect("a place of the value");
    match (dice.below(4), &mut *at) {
        (0, Value::Object(fields)) => {
            fields.insert("no_such_field".to_owned(), json!(1));
        }
        (1, Value::Object(fields)) if !fields.is_empty() => {
            let name = fields.keys().nth(dice.below(fields.len())).cloned().expect("a field");
            fields.remove(&name);
        }
        (2, Value::Array(items)) => items.extend((0..2000).map(|_| json!("one more"))),
        (_, any) => *any = hostile(dice),
    }
    spoilt
}

fn collect(value: &Value, place: &str, places: &mut Vec<String>) {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(fields) => fields.iter().map(|(name, field)| (name.clone(), field)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(at, item)| (at.to_string(), item)).collect(),
        _ => Vec::new(),
    };
    for (name, child) in children {
        let place = format!("{place}/{}", name.replace('~', "~0").replace('/', "~1"));
        places.push(place.clone());
        collect(child, &place, places);
    }
}

/// A value that no field expects.
pub fn hostile(dice: &mut Dice) -> Value {
    match dice.below(24) {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(-1),
        3 => json!(i64::MIN),
        4 => json!(u64::MAX),
        5 => json!(1e308),
        6 => json!(0.1),
        7 => json!([]),
        8 => json!({}),
        9 => deep(100),
        10 => json!("x".repeat(300_000)),
        11 => json!("\0"),
        12 => json!("\u{202e}\u{feff}\u{fffd}\u{10ffff}"),
        13 => json!("'; DROP TABLE revision; --"),
        14 => json!("../../../etc/passwd"),
        15 => json!("/dev/null/x"),
        16 => json!("{{ config }}{% include 'x' %}${HOME}$(id)`id`"),
        17 => json!("9999-12-31"),
        18 => json!("-009999-01-01"),
        19 => json!("2026-11-21T12:00:00+99:99"),
        20 => json!("%s%n%x\r\n\t\u{1b}[31m"),
        21 => json!("- ".repeat(5000)),
        22 => json!("=HYPERLINK(\"x\")"),
        _ => json!("ÄÖ\u{1f980}é".repeat(1000)),
    }
}

fn deep(levels: usize) -> Value {
    (0..levels)
        .fold(Value::Null, |inner, level| if level % 2 == 0 { json!([inner]) } else { json!({ "a": inner }) })
}
