//! What an earlier state of the same workspace holds otherwise, and the writes that put it back.
//!
//! Not here: which differences may be put back; that is a rule of the caller.

use crate::error::{OpenError, StoreError};
use crate::folder::KEYS;
use crate::history::list_of;
use crate::keys::DataKey;
use crate::kind::Kind;
use crate::reader::Reader;
use crate::store::{Store, read_keys};
use crate::table::row::{List, rows};
use crate::writer::Writer;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Kinds that no earlier state takes back: how the workspace is set up, signing identities, legal holds.
const NEVER_PUT_BACK: [Kind; 3] = [Kind::Settings, Kind::Certificate, Kind::LegalHold];

/// A record that an earlier state holds otherwise than the current one.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// Kind of record.
    pub kind: Kind,
    /// Id of the record within its kind.
    pub id: String,
    /// The body now; none where the record is not there.
    pub now: Option<Value>,
    /// The body in the earlier state; none where the record was not there.
    pub then: Option<Value>,
}

impl Store {
    /// Opens a folder restored from a backup of this very workspace, with the data key in use.
    ///
    /// # Errors
    /// [`OpenError::WrongLoginOrPassphrase`] where the folder is under another data key, as one from before a
    /// change of the key is; else as [`Store::open`].
    pub fn open_earlier(&self, folder: &Path) -> Result<Self, OpenError> {
        if !self.owns(&folder.join(KEYS))? {
            return Err(OpenError::WrongLoginOrPassphrase);
        }
        let key = DataKey::from_bytes(self.data_key.bytes());
        Self::open_database(folder, key, Some(self.workspace()))
    }
}

impl Store {
    /// Whether a folder says that it holds this very workspace, under whatever data key; it proves nothing.
    #[must_use]
    pub fn is_of(&self, folder: &Path) -> bool {
        read_keys(folder).is_ok_and(|keys| keys.workspace == self.workspace())
    }
}

impl Reader<'_> {
    /// Every record that the earlier state holds otherwise, by kind and id; not settings, certificates and
    /// legal holds.
    ///
    /// # Errors
    /// [`StoreError`] if a database refuses or a body is no JSON.
    pub fn differences(&self, then: &Reader<'_>) -> Result<Vec<Difference>, StoreError> {
        let mut found = Vec::new();
        for kind in kinds() {
            let now: BTreeMap<String, String> = rows(self.connection, List::all(kind))?.into_iter().collect();
            let earlier: BTreeMap<String, String> =
                rows(then.connection, List::all(kind))?.into_iter().collect();
            let ids: BTreeSet<&String> = now.keys().chain(earlier.keys()).collect();
            for id in ids.into_iter().filter(|id| now.get(*id) != earlier.get(*id)) {
                let value = |body: Option<&String>| body.map(|body| parse(kind, id, body)).transpose();
                let (now, then) = (value(now.get(id))?, value(earlier.get(id))?);
                found.push(Difference { kind, id: id.clone(), now, then });
            }
        }
        Ok(found)
    }
}

impl Writer<'_> {
    /// Makes each record named be as [`Difference::then`] says, and the lists stand as in the earlier state;
    /// what that state does not know goes to the end.
    ///
    /// # Errors
    /// [`StoreError`] if a database refuses; [`StoreError::Reference`] at the end of the command if what stays
    /// refers to what was removed.
    pub fn put_back(&mut self, then: &Reader<'_>, differences: &[Difference]) -> Result<(), StoreError> {
        for Difference { kind, id, then: body, .. } in differences {
            match body {
                Some(body) => self.put_one_back(then, *kind, id, body)?,
                None => drop(self.remove(*kind, id)?),
            }
        }
        for kind in kinds() {
            self.order_as(then, kind)?;
        }
        Ok(())
    }

    fn put_one_back(
        &mut self,
        then: &Reader<'_>,
        kind: Kind,
        id: &str,
        body: &Value,
    ) -> Result<(), StoreError> {
        if kind == Kind::Document {
            let document = then.document(id)?;
            return document.map_or(Ok(()), |document| self.put_document(&document).map(drop));
        }
        let unwritable = || StoreError::Unwritable { kind, id: id.to_owned() };
        let list = list_of(kind, id).ok_or_else(unwritable)?;
        let owner = list.of.map_or(0, |(_, owner)| owner.len() + 1);
        self.put(list, id.get(owner..).ok_or_else(unwritable)?, body).map(drop)
    }

    fn order_as(&mut self, then: &Reader<'_>, kind: Kind) -> Result<(), StoreError> {
        let ids = rows(self.connection, List::all(kind))?;
        let owner = |(id, _): &(String, String)| {
            let of = list_of(kind, id).and_then(|list| list.of);
            of.map(|(column, owner)| (column, owner.to_owned()))
        };
        let lists: BTreeSet<Option<(&'static str, String)>> = ids.iter().map(owner).collect();
        for of in &lists {
            let of = of.as_ref().map(|(column, owner)| (*column, owner.as_str()));
            self.order_list_as(then, List { kind, of })?;
        }
        Ok(())
    }

    fn order_list_as(&mut self, then: &Reader<'_>, list: List<'_>) -> Result<(), StoreError> {
        let ids = |rows: Vec<(String, String)>| rows.into_iter().map(|(id, _)| id).collect::<Vec<_>>();
        let now = ids(rows(self.connection, list)?);
        let mut ordered = ids(rows(then.connection, list)?);
        ordered.retain(|id| now.contains(id));
        let known: BTreeSet<String> = ordered.iter().cloned().collect();
        ordered.extend(now.into_iter().filter(|id| !known.contains(id)));
        self.order(list, &ordered)
    }
}

fn kinds() -> impl Iterator<Item = Kind> {
    Kind::CURRENT.into_iter().filter(|kind| !NEVER_PUT_BACK.contains(kind))
}

fn parse(kind: Kind, id: &str, body: &str) -> Result<Value, StoreError> {
    serde_json::from_str(body).map_err(|source| StoreError::Unreadable { kind, id: id.to_owned(), source })
}
