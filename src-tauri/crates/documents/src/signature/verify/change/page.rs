//! What a later revision changes in the pages.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Object, ObjectId};

use super::{Change, Judgement, dictionary, keys, readable};
use crate::signature::field::references;
use crate::signature::reader::{Read, ReadError, Revision};

impl Judgement<'_> {
    pub(super) fn settle_pages(&mut self) -> Read<()> {
        for page in pages(self.before)? {
            self.graph.settle(page);
        }
        Ok(())
    }

    pub(super) fn pages(&mut self) -> Read<()> {
        let (before, after) = (pages(self.before)?, pages(self.after)?);
        if before != after {
            self.changes.push(Change::Pages { before: before.len(), after: after.len() });
        }
        let kept: BTreeSet<ObjectId> = after.into_iter().collect();
        for (index, page) in before.into_iter().enumerate() {
            if kept.contains(&page) {
                self.page(index + 1, page)?;
            }
        }
        Ok(())
    }

    fn page(&mut self, number: usize, id: ObjectId) -> Read<()> {
        let (before, after) = (dictionary(self.before, id)?, dictionary(self.after, id)?);
        self.annotations(number, &before, &after)?;
        for key in keys(&before, &after) {
            if key != b"Annots" && !self.graph.same_entry(&before, &after, &key) {
                self.changes.push(Change::Page { number, entry: readable(&key) });
            }
        }
        Ok(())
    }

    fn annotations(&mut self, page: usize, before: &Dictionary, after: &Dictionary) -> Read<()> {
        let (before, after) = (annotations(self.before, before)?, annotations(self.after, after)?);
        let (old, new): (BTreeSet<_>, BTreeSet<_>) = (named(&before).collect(), named(&after).collect());
        let (added, removed) = (new.difference(&old).count(), old.difference(&new).count());
        self.changes.extend((0..added).map(|_| Change::AnnotationAdded { page }));
        self.changes.extend((0..removed).map(|_| Change::AnnotationRemoved { page }));
        let is_same = if added == 0 && removed == 0 {
            self.graph.same(&Object::Array(before), &Object::Array(after))
        } else {
            old.intersection(&new).all(|id| self.graph.same(&Object::Reference(*id), &Object::Reference(*id)))
        };
        if !is_same {
            self.changes.push(Change::AnnotationChanged { page });
        }
        Ok(())
    }
}

fn annotations(revision: &Revision, page: &Dictionary) -> Read<Vec<Object>> {
    let Ok(value) = page.get(b"Annots") else { return Ok(Vec::new()) };
    match revision.follow(value)? {
        Object::Null => Ok(Vec::new()),
        Object::Array(annotations) => Ok(annotations),
        _ => Err(ReadError::Value { at: 0 }),
    }
}

/// The annotations that are objects of their own; one that is not is compared with the whole list.
fn named(annotations: &[Object]) -> impl Iterator<Item = ObjectId> {
    annotations.iter().filter_map(|annotation| annotation.as_reference().ok())
}

/// The pages of a document in their order.
fn pages(revision: &Revision) -> Read<Vec<ObjectId>> {
    let catalog = revision.catalog()?;
    let root =
        catalog.get(b"Pages").and_then(Object::as_reference).map_err(|_| ReadError::Value { at: 0 })?;
    let mut pages = Vec::new();
    let mut seen = BTreeSet::new();
    let mut waiting = vec![root];
    while let Some(id) = waiting.pop() {
        if !seen.insert(id) {
            return Err(ReadError::Value { at: 0 });
        }
        let node = dictionary(revision, id)?;
        if node.has(b"Kids") {
            waiting.extend(references(revision, &node, b"Kids")?.into_iter().rev());
        } else {
            pages.push(id);
        }
    }
    Ok(pages)
}
