//! What a later revision changes in the form and its signature fields.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Object, ObjectId};

use super::{Change, Judgement, dictionary, keys, readable};
use crate::signature::field::{Field, references, signature_fields};
use crate::signature::reader::{Read, Revision};

impl Judgement<'_> {
    pub(super) fn settle_fields(&mut self) -> Read<()> {
        for field in signature_fields(self.before)? {
            self.graph.settle(field.id);
            field.widgets.iter().for_each(|widget| self.graph.settle(*widget));
        }
        Ok(())
    }

    /// Judges the signature fields; the other fields are judged with the form.
    pub(super) fn fields(&mut self) -> Read<()> {
        let later = signature_fields(self.after)?;
        let later: BTreeMap<ObjectId, &Field> = later.iter().map(|field| (field.id, field)).collect();
        for field in signature_fields(self.before)? {
            match later.get(&field.id) {
                Some(later) => self.field(&field, later)?,
                None => self.changes.push(Change::FieldRemoved { name: field.name }),
            }
        }
        Ok(())
    }

    fn field(&mut self, field: &Field, later: &Field) -> Read<()> {
        let is_filled_now = !field.is_filled() && later.is_filled();
        let objects: BTreeSet<&ObjectId> = field.widgets.iter().chain([&field.id]).collect();
        for id in objects {
            let (before, after) = (dictionary(self.before, *id)?, dictionary(self.after, *id)?);
            for key in keys(&before, &after) {
                let is_signing = is_filled_now && (key == b"AP" || (key == b"V" && *id == field.id));
                if !is_signing && !self.graph.same_entry(&before, &after, &key) {
                    let change = Change::FieldChanged { name: field.name.clone(), entry: readable(&key) };
                    self.changes.push(change);
                }
            }
        }
        Ok(())
    }

    pub(super) fn form(&mut self, before: &Dictionary, after: &Dictionary) -> Read<()> {
        let before = self.before.dictionary_in(before, b"AcroForm")?.unwrap_or_default();
        let after = self.after.dictionary_in(after, b"AcroForm")?.unwrap_or_default();
        self.members(&before, &after)?;
        for key in keys(&before, &after) {
            let is_same = match key.as_slice() {
                b"SigFlags" => after.get(&key).is_ok_and(|flags| matches!(flags, Object::Integer(_))),
                b"Fields" => true,
                _ => self.graph.same_entry(&before, &after, &key),
            };
            if !is_same {
                self.changes.push(Change::Form { entry: readable(&key) });
            }
        }
        Ok(())
    }

    fn members(&mut self, before: &Dictionary, after: &Dictionary) -> Read<()> {
        let old = references(self.before, before, b"Fields")?;
        let new = references(self.after, after, b"Fields")?;
        let (before, after): (BTreeSet<_>, BTreeSet<_>) = (old.iter().collect(), new.iter().collect());
        for id in after.difference(&before) {
            self.changes.push(Change::FieldAdded { name: name(self.after, **id)? });
        }
        for id in before.difference(&after) {
            self.changes.push(Change::FieldRemoved { name: name(self.before, **id)? });
        }
        let is_same = before.intersection(&after).all(|id| {
            let field = Object::Reference(**id);
            self.graph.same(&field, &field)
        });
        if !is_same || (before == after && old != new) {
            self.changes.push(Change::Form { entry: "Fields".to_owned() });
        }
        Ok(())
    }
}

fn name(revision: &Revision, id: ObjectId) -> Read<String> {
    let field = dictionary(revision, id)?;
    Ok(field.get(b"T").ok().and_then(|name| lopdf::decode_text_string(name).ok()).unwrap_or_default())
}
