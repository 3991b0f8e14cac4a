//! The revisions of a document between its signatures.

use std::collections::BTreeSet;

use lopdf::ObjectId;

use super::change::{Change, unpermitted};
use crate::signature::field::{Field, signature_fields};
use crate::signature::reader::{Read, Revision};

/// The unpermitted changes of each step: from one signed revision to the next, and from the last to the whole file.
///
/// `ends` are the lengths of the file at the signed revisions, ascending.
pub(super) fn steps(newest: &Revision, ends: &[usize]) -> Read<Vec<Vec<Change>>> {
    let mut steps = Vec::new();
    let mut ends = ends.iter().copied().peekable();
    while let Some(end) = ends.next() {
        let before = Revision::read(newest.bytes.get(..end).unwrap_or_default())?;
        let changes = match ends.peek() {
            Some(next) => {
                unpermitted(&before, &Revision::read(newest.bytes.get(..*next).unwrap_or_default())?)
            }
            None if end < newest.bytes.len() => unpermitted(&before, newest),
            None => Vec::new(),
        };
        steps.push(changes);
    }
    Ok(steps)
}

/// The names of the fields in which an earlier revision holds a signature that the newest does not hold.
///
/// An earlier revision that cannot be read by itself, as the second part of a linearized file, holds none.
pub(super) fn lost_signatures(newest: &Revision, fields: &[Field]) -> BTreeSet<String> {
    let kept: BTreeSet<_> = fields.iter().filter_map(held).collect();
    let mut lost = BTreeSet::new();
    for later in 1..newest.sections.len() {
        let Some(Ok(earlier)) = newest.before(later) else { continue };
        let earlier = signature_fields(&earlier).unwrap_or_default();
        let missing =
            earlier.into_iter().filter(|field| held(field).is_some_and(|held| !kept.contains(&held)));
        lost.extend(missing.map(|field| field.name));
    }
    lost
}

/// The field and its signature, where it holds one.
fn held(field: &Field) -> Option<(ObjectId, ObjectId)> {
    field.signature().map(|signature| (field.id, signature))
}
