//! Whether the history holds and every current row is what its last revision says.

use crate::error::StoreError;
use crate::head::Forged;
use crate::kind::Kind;
use crate::order::Order;
use crate::reader::Reader;
use crate::store::Store;
use crate::structure;
use crate::table::row::{List, rows};
use riskwright_domain::audit::{Break, Head, Revision, chain, sha256_hex};
use std::collections::BTreeMap;

/// Kind and id of a record, and the hash of its last revision's body.
type Last = BTreeMap<(String, String), String>;

impl Store {
    /// As [`verify`] with the head that was written beside the database, and after it every file of evidence
    /// that is gone or not the one stored.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn verify(&self, seen: Option<&Head>) -> Result<(Head, Vec<Break>), StoreError> {
        let written = self.written_head();
        let written_down = written.as_ref().and_then(|written| written.as_ref().ok());
        let highest = [seen, written_down].into_iter().flatten().max_by_key(|head| head.sequence);
        let (head, mut breaks) = self.read(|reader| verify(reader, highest))?;
        if let Some(Err(Forged)) = written {
            breaks.push(Break::Structure {
                finding: "the head that is written beside the database".to_owned(),
            });
        }
        breaks.extend(self.verify_evidence()?);
        Ok((head, breaks))
    }
}

/// The head and every break: first those of the chain in order, then every record that differs from its last
/// revision, in both directions; `seen` is the highest head known from elsewhere.
///
/// # Errors
/// [`StoreError`] if the database refuses.
pub fn verify(reader: &Reader<'_>, seen: Option<&Head>) -> Result<(Head, Vec<Break>), StoreError> {
    let mut last = Last::new();
    let mut order = Order::default();
    let (head, mut breaks) = reader.all_revisions(|revisions| {
        let revisions = revisions.inspect(|revision| {
            remember(&mut last, revision);
            order.follow(revision);
        });
        chain::verify(revisions, seen)
    })?;
    breaks.extend(differences(reader, last)?);
    breaks.extend(order.differences(reader)?);
    breaks.extend(structure::findings(reader.connection)?);
    for id in reader.changed_documents()? {
        let changed = Break::Current { kind: Kind::Document.name().to_owned(), id };
        // A row that was changed as well is named already.
        if !breaks.contains(&changed) {
            breaks.push(changed);
        }
    }
    Ok((head, breaks))
}

fn remember(last: &mut Last, revision: &Revision) {
    if revision.kind != Kind::Event.name() {
        last.insert((revision.kind.clone(), revision.id.clone()), revision.body_hash.clone());
    }
}

fn differences(reader: &Reader<'_>, mut last: Last) -> Result<Vec<Break>, StoreError> {
    let mut breaks = Vec::new();
    for kind in Kind::CURRENT {
        for (id, body) in rows(reader.connection, List::all(kind))? {
            let key = (kind.name().to_owned(), id);
            if last.remove(&key) != Some(sha256_hex(body.as_bytes())) {
                breaks.push(Break::Current { kind: key.0, id: key.1 });
            }
        }
    }
    let removed = sha256_hex(b"null");
    last.retain(|_, hash| *hash != removed);
    breaks.extend(last.into_keys().map(|(kind, id)| Break::Current { kind, id }));
    Ok(breaks)
}
