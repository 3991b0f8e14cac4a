//! YAML with the place of every value: what a person sees when told "line 12, field name".
//!
//! Anchors and aliases are refused: the format does not need them, and they can be made to explode.

use super::scalar;
use crate::error::FieldError;
use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span};
use serde_json::{Map, Value};

/// How deep values may be nested.
const DEEPEST: usize = 48;

/// How many values a file may hold: some twenty times those of a large hospital.
const MOST_VALUES: usize = 500_000;

/// How many fields one mapping may have; no record comes near.
const MOST_FIELDS: usize = 500;

/// A value and where it stands.
#[derive(Debug)]
pub struct Node {
    /// The value.
    kind: Kind,
    /// Line from 1.
    line: u32,
    /// Column from 1.
    column: u32,
}

#[derive(Debug)]
enum Kind {
    Scalar(Value),
    Sequence(Vec<Node>),
    Mapping(Vec<(Key, Node)>),
}

#[derive(Debug)]
struct Key {
    name: String,
    line: u32,
    column: u32,
}

/// Reads one YAML document.
///
/// # Errors
/// A mistake in the YAML itself, or every alias and repeated key; what is too deep or too much ends the reading.
pub fn parse(text: &str) -> Result<Node, Vec<FieldError>> {
    let mut builder = Builder::default();
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| vec![syntax(&error)])?;
        builder.take(event, span);
        if builder.overflows || builder.mistakes.len() > MOST_MISTAKES {
            break;
        }
    }
    if !builder.mistakes.is_empty() {
        return Err(builder.mistakes);
    }
    builder.root.ok_or_else(|| vec![field_error("", "empty", "The file holds nothing.", 1, 1)])
}

/// More mistakes than this are not counted: the file is something else.
const MOST_MISTAKES: usize = 1000;

impl Node {
    /// The value as JSON.
    #[must_use]
    pub fn to_json(&self) -> Value {
        match &self.kind {
            Kind::Scalar(value) => value.clone(),
            Kind::Sequence(items) => Value::Array(items.iter().map(Self::to_json).collect()),
            Kind::Mapping(entries) => Value::Object(
                entries.iter().map(|(key, node)| (key.name.clone(), node.to_json())).collect::<Map<_, _>>(),
            ),
        }
    }

    /// A mistake at a JSON pointer below this node, with the nearest place that the file has.
    #[must_use]
    pub fn mistake(
        &self,
        pointer: &str,
        code: &str,
        message: impl Into<String>,
        limit: Option<String>,
    ) -> FieldError {
        let (line, column) = self.place(pointer);
        FieldError {
            field: pointer.to_owned(),
            code: code.to_owned(),
            message: message.into(),
            limit,
            line: Some(line),
            column: Some(column),
        }
    }

    /// Calls for every text of the file in order, with its JSON pointer and line.
    pub fn each_text(&self, visit: &mut impl FnMut(&str, u32, &str)) {
        self.visit_texts(&mut String::new(), visit);
    }

    fn visit_texts(&self, pointer: &mut String, visit: &mut impl FnMut(&str, u32, &str)) {
        let length = pointer.len();
        match &self.kind {
            Kind::Scalar(Value::String(text)) => visit(pointer, self.line, text),
            Kind::Scalar(_) => {}
            Kind::Sequence(items) => {
                for (at, item) in items.iter().enumerate() {
                    pointer.push_str(&format!("/{at}"));
                    item.visit_texts(pointer, visit);
                    pointer.truncate(length);
                }
            }
            Kind::Mapping(entries) => {
                for (key, item) in entries {
                    pointer.push('/');
                    pointer.push_str(&key.name.replace('~', "~0").replace('/', "~1"));
                    item.visit_texts(pointer, visit);
                    pointer.truncate(length);
                }
            }
        }
    }

    /// Line and column of the value at a JSON pointer, or of the nearest value above it; a named key counts as its place.
    fn place(&self, pointer: &str) -> (u32, u32) {
        let mut node = self;
        let mut place = (self.line, self.column);
        for step in pointer.split('/').skip(1) {
            let name = step.replace("~1", "/").replace("~0", "~");
            match &node.kind {
                Kind::Mapping(entries) => {
                    let Some((key, next)) = entries.iter().find(|(key, _)| key.name == name) else { break };
                    place = (key.line, key.column);
                    node = next;
                }
                Kind::Sequence(items) => {
                    let Some(next) = name.parse::<usize>().ok().and_then(|index| items.get(index)) else {
                        break;
                    };
                    place = (next.line, next.column);
                    node = next;
                }
                Kind::Scalar(_) => break,
            }
        }
        place
    }
}

/// Builds nodes from events without recursion, so that hostile depth cannot exhaust the stack.
#[derive(Default)]
struct Builder {
    open: Vec<Open>,
    root: Option<Node>,
    mistakes: Vec<FieldError>,
    documents: usize,
    values: usize,
    /// Whether there is more than any workspace holds, so that reading on would only cost memory.
    overflows: bool,
}

struct Open {
    node: Node,
    key: Option<Key>,
}

impl Builder {
    fn take(&mut self, event: Event<'_>, span: Span) {
        let (line, column) = place(span);
        self.values += 1;
        if self.values > 2 * MOST_VALUES {
            let message = format!("The file holds more than {MOST_VALUES} values.");
            self.overflow("too_many_values", message, line, column);
            return;
        }
        match event {
            Event::DocumentStart(_) => self.document(line),
            Event::Alias(_) => {
                self.refuse(
                    "alias",
                    "Anchors and aliases are not used in this format; write the value out.",
                    line,
                    column,
                );
                self.value(Node { kind: Kind::Scalar(Value::Null), line, column });
            }
            Event::Scalar(text, style, _, _) => {
                let value = scalar::value(&text, style == ScalarStyle::Plain);
                self.scalar(text.into_owned(), value, line, column);
            }
            Event::SequenceStart(..) => self.enter(Kind::Sequence(Vec::new()), line, column),
            Event::MappingStart(..) => self.enter(Kind::Mapping(Vec::new()), line, column),
            Event::SequenceEnd | Event::MappingEnd => self.leave(),
            _ => {}
        }
    }

    fn document(&mut self, line: u32) {
        self.documents += 1;
        if self.documents > 1 {
            self.refuse("second_document", "The file must hold one YAML document only.", line, 1);
        }
    }

    fn scalar(&mut self, text: String, value: Value, line: u32, column: u32) {
        let awaits_key = self
            .open
            .last()
            .is_some_and(|open| matches!(open.node.kind, Kind::Mapping(_)) && open.key.is_none());
        if awaits_key {
            self.key(text, line, column);
        } else {
            self.value(Node { kind: Kind::Scalar(value), line, column });
        }
    }

    fn key(&mut self, name: String, line: u32, column: u32) {
        let repeated = self.open.last().is_some_and(|open| match &open.node.kind {
            Kind::Mapping(entries) => entries.iter().any(|(key, _)| key.name == name),
            _ => false,
        });
        if repeated {
            self.refuse(
                "duplicate_field",
                format!("The field {name:?} stands here twice; keep one."),
                line,
                column,
            );
        }
        if let Some(open) = self.open.last_mut() {
            open.key = Some(Key { name, line, column });
        }
        if self.fields() == MOST_FIELDS {
            let message = format!("A record has more than {MOST_FIELDS} fields.");
            self.overflow("too_many_fields", message, line, column);
        }
    }

    /// Fields of the innermost open mapping.
    fn fields(&self) -> usize {
        match self.open.last().map(|open| &open.node.kind) {
            Some(Kind::Mapping(entries)) => entries.len(),
            _ => 0,
        }
    }

    fn enter(&mut self, kind: Kind, line: u32, column: u32) {
        if self.open.len() == DEEPEST {
            self.overflow("too_deep", too_deep(), line, column);
            return;
        }
        self.open.push(Open { node: Node { kind, line, column }, key: None });
    }

    fn leave(&mut self) {
        if let Some(open) = self.open.pop() {
            self.value(open.node);
        }
    }

    fn value(&mut self, node: Node) {
        let Some(open) = self.open.last_mut() else {
            self.root.get_or_insert(node);
            return;
        };
        match &mut open.node.kind {
            Kind::Sequence(items) => items.push(node),
            Kind::Mapping(entries) => match open.key.take() {
                Some(key) => entries.push((key, node)),
                None => {
                    let (line, column) = (node.line, node.column);
                    open.key = Some(Key { name: String::new(), line, column });
                    self.refuse("key_not_text", "A field name must be plain text.", line, column);
                }
            },
            Kind::Scalar(_) => {}
        }
    }

    fn overflow(&mut self, code: &str, message: String, line: u32, column: u32) {
        self.overflows = true;
        self.refuse(code, message, line, column);
    }

    fn refuse(&mut self, code: &str, message: impl Into<String>, line: u32, column: u32) {
        self.mistakes.push(field_error("", code, message, line, column));
    }
}

fn place(span: Span) -> (u32, u32) {
    let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
    (number(span.start.line()), number(span.start.col() + 1))
}

fn syntax(error: &ScanError) -> FieldError {
    let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
    let marker = error.marker();
    let (line, column) = (number(marker.line()), number(marker.col() + 1));
    // The parser looks ahead of its events and has a limit of its own.
    if error.info().contains("recursion limit") {
        return field_error("", "too_deep", too_deep(), line, column);
    }
    let message = format!("This is not YAML: {}.", error.info());
    field_error("", "yaml", message, line, column)
}

fn too_deep() -> String {
    format!("Values are nested deeper than {DEEPEST} levels.")
}

fn field_error(field: &str, code: &str, message: impl Into<String>, line: u32, column: u32) -> FieldError {
    FieldError {
        field: field.to_owned(),
        code: code.to_owned(),
        message: message.into(),
        limit: None,
        line: Some(line),
        column: Some(column),
    }
}
