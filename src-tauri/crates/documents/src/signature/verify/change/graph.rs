//! Comparing what two revisions reach from the same place, value by value.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Object, ObjectId};

use crate::signature::reader::{Indirect, Revision};

/// Two revisions of a document and the objects of them that need no further look.
pub(super) struct Graph<'a> {
    before: &'a Revision<'a>,
    after: &'a Revision<'a>,
    settled: BTreeSet<ObjectId>,
    pending: Vec<ObjectId>,
    /// Bytes of stream data that may still be compared; streams that lie within each other would use it up.
    comparable: usize,
}

impl<'a> Graph<'a> {
    pub(super) fn new(before: &'a Revision<'a>, after: &'a Revision<'a>) -> Self {
        let comparable = after.bytes.len().saturating_mul(2);
        Self { before, after, settled: BTreeSet::new(), pending: Vec::new(), comparable }
    }

    /// Leaves an object to another judgement.
    pub(super) fn settle(&mut self, id: ObjectId) {
        self.settled.insert(id);
    }

    /// Whether an entry of two dictionaries, with all that it leads to, is the same or absent in both.
    pub(super) fn same_entry(&mut self, before: &Dictionary, after: &Dictionary, key: &[u8]) -> bool {
        match (before.get(key), after.get(key)) {
            (Ok(before), Ok(after)) => self.same(before, after),
            (Err(_), Err(_)) => true,
            _ => false,
        }
    }

    /// Whether two values, with all that they lead to, are the same.
    ///
    /// An object that was looked at once is not looked at again: a difference in it was found then.
    pub(super) fn same(&mut self, before: &Object, after: &Object) -> bool {
        let mut is_same = self.same_value(before, after);
        // A row of references can be as long as the file, so it is followed in a loop, not by recursion.
        while let Some(id) = self.pending.pop() {
            is_same &= self.same_object(id);
        }
        is_same
    }

    fn same_object(&mut self, id: ObjectId) -> bool {
        match (self.before.object(id), self.after.object(id)) {
            (Ok(None), Ok(None)) => true,
            (Ok(Some(before)), Ok(Some(after))) => self.same_indirect(&before, &after),
            _ => false,
        }
    }

    fn same_indirect(&mut self, before: &Indirect, after: &Indirect) -> bool {
        let without: &[u8] = match (&before.data, &after.data) {
            (None, None) => b"",
            // Both lie in the same file, of which the earlier revision is the beginning.
            (Some(before), Some(after)) if before == after => b"Length",
            (Some(_), Some(_)) if self.same_data(before, after) => b"Length",
            _ => return false,
        };
        match (before.dictionary(), after.dictionary()) {
            (Some(before), Some(after)) => self.same_dictionary(before, after, without),
            _ => self.same_value(&before.value, &after.value),
        }
    }

    fn same_data(&mut self, before: &Indirect, after: &Indirect) -> bool {
        let (before, after) = (self.before.data(before), self.after.data(after));
        match self.comparable.checked_sub(before.len()) {
            Some(left) => self.comparable = left,
            None => return false,
        }
        before == after
    }

    fn same_value(&mut self, before: &Object, after: &Object) -> bool {
        match (before, after) {
            (Object::Reference(before), Object::Reference(after)) => {
                if before == after && self.settled.insert(*before) {
                    self.pending.push(*before);
                }
                before == after
            }
            (Object::Array(before), Object::Array(after)) => {
                before.len() == after.len()
                    && before.iter().zip(after).all(|(before, after)| self.same_value(before, after))
            }
            (Object::Dictionary(before), Object::Dictionary(after)) => {
                self.same_dictionary(before, after, b"")
            }
            // The way a string is written means nothing.
            (Object::String(before, _), Object::String(after, _)) => before == after,
            _ => before == after,
        }
    }

    fn same_dictionary(&mut self, before: &Dictionary, after: &Dictionary, without: &[u8]) -> bool {
        let has_no_more = after.iter().all(|(key, _)| key == without || before.has(key));
        has_no_more
            && before.iter().all(|(key, value)| {
                key == without || after.get(key).is_ok_and(|after| self.same_value(value, after))
            })
    }
}
