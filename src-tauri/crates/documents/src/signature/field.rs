//! The signature fields of a form and what they hold (ISO 32000-1, 12.7.3 and 12.7.4.5).

use std::collections::BTreeSet;

use lopdf::{Dictionary, Object, ObjectId};

use super::reader::{Read, ReadError, Revision};

/// Levels of fields within each other.
const DEPTH: usize = 16;

/// A signature field of a form.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Field {
    /// The fully qualified name.
    pub(crate) name: String,
    /// The field's object.
    pub(crate) id: ObjectId,
    /// What the field holds, as it is written: a reference to a signature dictionary, or null.
    pub(crate) value: Object,
    /// The field's widget annotations; the field itself where the two are merged.
    pub(crate) widgets: Vec<ObjectId>,
}

impl Field {
    /// Whether the field holds anything.
    pub(crate) fn is_filled(&self) -> bool {
        self.value != Object::Null
    }

    /// The signature dictionary's object.
    pub(crate) fn signature(&self) -> Option<ObjectId> {
        self.value.as_reference().ok()
    }
}

/// The signature fields of a revision, in the order of the form.
///
/// # Errors
/// [`ReadError`] if the catalog, the form or a field cannot be read, or a field is its own ancestor.
pub(crate) fn signature_fields(revision: &Revision) -> Read<Vec<Field>> {
    let mut walk = Walk { revision, seen: BTreeSet::new(), found: Vec::new() };
    if let Some(form) = revision.form()? {
        walk.children(&form, b"Fields", &Inherited::default(), 0)?;
    }
    Ok(walk.found)
}

/// What a field takes over from those above it.
#[derive(Default, Clone)]
struct Inherited {
    name: String,
    is_signature: bool,
}

struct Walk<'a> {
    revision: &'a Revision<'a>,
    seen: BTreeSet<ObjectId>,
    found: Vec<Field>,
}

impl Walk<'_> {
    fn children(&mut self, parent: &Dictionary, key: &[u8], above: &Inherited, depth: usize) -> Read<()> {
        for id in references(self.revision, parent, key)? {
            self.field(id, above, depth)?;
        }
        Ok(())
    }

    fn field(&mut self, id: ObjectId, above: &Inherited, depth: usize) -> Read<()> {
        let malformed = ReadError::Value { at: self.revision.offset(id).unwrap_or(0) };
        if depth > DEPTH || !self.seen.insert(id) {
            return Err(malformed);
        }
        let Some(object) = self.revision.object(id)? else { return Ok(()) };
        let field = object.dictionary().ok_or(malformed)?;
        let inherited = Inherited { name: name(field, above), is_signature: is_signature(field, above) };
        let (fields, widgets) = self.kids(field)?;
        if inherited.is_signature && fields.is_empty() {
            self.found.push(Field {
                name: inherited.name.clone(),
                id,
                value: field.get(b"V").cloned().unwrap_or(Object::Null),
                widgets: if widgets.is_empty() { vec![id] } else { widgets },
            });
        }
        for kid in fields {
            self.field(kid, &inherited, depth + 1)?;
        }
        Ok(())
    }

    /// The fields below a field, and its widgets, which are those without a name of their own.
    fn kids(&self, field: &Dictionary) -> Read<(Vec<ObjectId>, Vec<ObjectId>)> {
        let (mut fields, mut widgets) = (Vec::new(), Vec::new());
        for id in references(self.revision, field, b"Kids")? {
            let object = self.revision.object(id)?;
            let has_name = object.is_some_and(|kid| kid.dictionary().is_some_and(|kid| kid.has(b"T")));
            if has_name { fields.push(id) } else { widgets.push(id) }
        }
        Ok((fields, widgets))
    }
}

/// The references of an array in a dictionary; none if the array is absent.
pub(crate) fn references(revision: &Revision, dictionary: &Dictionary, key: &[u8]) -> Read<Vec<ObjectId>> {
    let malformed = ReadError::Value { at: 0 };
    let Ok(value) = dictionary.get(key) else { return Ok(Vec::new()) };
    match revision.follow(value)? {
        Object::Null => Ok(Vec::new()),
        Object::Array(items) => items.iter().map(|item| item.as_reference().map_err(|_| malformed)).collect(),
        _ => Err(malformed),
    }
}

fn name(field: &Dictionary, above: &Inherited) -> String {
    let own = field.get(b"T").ok().and_then(|name| lopdf::decode_text_string(name).ok());
    match own {
        Some(own) if above.name.is_empty() => own,
        Some(own) => format!("{}.{own}", above.name),
        None => above.name.clone(),
    }
}

fn is_signature(field: &Dictionary, above: &Inherited) -> bool {
    match field.get(b"FT") {
        Ok(kind) => kind.as_name().is_ok_and(|kind| kind == b"Sig"),
        Err(_) => above.is_signature,
    }
}
