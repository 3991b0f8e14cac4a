//! What a signature covers: two spans of the file, around its own value and nothing else (ISO 32000-1, 12.8.1).
//!
//! Every known wrapping of a signature moves one of the spans or puts a second value beside the first. Here the gap
//! must be exactly the string that this object has as its contents, and what ends with the second span must be a
//! complete revision whose cross-references belong to the document's own.

use lopdf::{Object, ObjectId};

use super::fault::Fault;
use crate::signature::field::{Field, signature_fields};
use crate::signature::reader::{Placed, Revision};

/// Longest container; one with certificates, a time stamp and revocation lists stays well below it.
const LONGEST_CONTAINER: usize = 64 << 10;

/// A signature dictionary whose byte range is sound.
pub(crate) struct Covered<'a> {
    /// The covered bytes before and behind the signature's value.
    pub(crate) parts: [&'a [u8]; 2],
    /// The signature's value: a container, padded with zeros.
    pub(crate) contents: Vec<u8>,
    /// The length of the file at the end of the revision that the signature covers.
    pub(crate) end: usize,
}

/// Checks the byte range of the signature in a field of a document's newest revision.
pub(crate) fn check<'a>(newest: &Revision<'a>, field: &Field) -> Result<Covered<'a>, Fault> {
    let signature = field.signature().ok_or(Fault::Dictionary)?;
    let entries = newest.placed(signature).map_err(|_| Fault::Dictionary)?;
    let contents = entry(&entries, b"Contents").ok_or(Fault::Dictionary)?;
    let [start, before, after, length] = numbers(entry(&entries, b"ByteRange")).ok_or(Fault::ByteRange)?;
    let end = after.checked_add(length).ok_or(Fault::ByteRange)?;
    if start != 0 || contents.span != (before..after) || contents.span.len() > 2 * LONGEST_CONTAINER {
        return Err(Fault::ByteRange);
    }
    let bytes = newest.bytes;
    let covered = bytes.get(..end).ok_or(Fault::ByteRange)?;
    let parts = [bytes.get(..before), bytes.get(after..end)].map(Option::unwrap_or_default);
    let value = value(contents, bytes).ok_or(Fault::ByteRange)?;
    check_revision(newest, covered, field, signature)?;
    Ok(Covered { parts, contents: value, end })
}

/// Checks that the covered bytes are a revision of this document which holds this signature in this field.
fn check_revision(
    newest: &Revision,
    covered: &[u8],
    field: &Field,
    signature: ObjectId,
) -> Result<(), Fault> {
    let revision = Revision::read(covered).map_err(Fault::Revision)?;
    let start = |revision: &Revision| revision.sections.first().map(|section| section.span.start);
    let own = start(&revision);
    if revision.trailing != 0 || !newest.sections.iter().any(|section| Some(section.span.start) == own) {
        return Err(Fault::History);
    }
    let fields = signature_fields(&revision).map_err(Fault::Revision)?;
    let holds = fields.iter().any(|own| own.id == field.id && own.value == field.value);
    let is_same = revision.offset(signature) == newest.offset(signature);
    if holds && is_same { Ok(()) } else { Err(Fault::NotInRevision) }
}

fn entry<'a>(entries: &'a [Placed], key: &[u8]) -> Option<&'a Placed> {
    entries.iter().find(|entry| entry.key == key)
}

fn numbers(entry: Option<&Placed>) -> Option<[usize; 4]> {
    let numbers = entry?.value.as_array().ok()?;
    let numbers: Option<Vec<usize>> =
        numbers.iter().map(|number| usize::try_from(number.as_i64().ok()?).ok()).collect();
    numbers?.try_into().ok()
}

/// The value of a hexadecimal string that holds nothing but pairs of digits.
fn value(contents: &Placed, bytes: &[u8]) -> Option<Vec<u8>> {
    let written = bytes.get(contents.span.clone())?;
    let digits = written.strip_prefix(b"<")?.strip_suffix(b">")?;
    match &contents.value {
        Object::String(value, _)
            if digits.len().is_multiple_of(2) && digits.iter().all(u8::is_ascii_hexdigit) =>
        {
            Some(value.clone())
        }
        _ => None,
    }
}
