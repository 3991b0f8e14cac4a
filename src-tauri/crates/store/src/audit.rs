//! Whether the history holds and every current row is what its last revision says.

use crate::error::StoreError;
use crate::kind::Kind;
use crate::reader::Reader;
use crate::table::row::{List, rows};
use riskwright_domain::audit::{Break, Head, Revision, chain, sha256_hex};
use std::collections::BTreeMap;

/// Kind and id of a record, and the hash of its last revision's body.
type Last = BTreeMap<(String, String), String>;

/// The head and every break: first those of the chain in order, then every record that differs from its last
/// revision, in both directions; `seen` is the highest head known from elsewhere.
///
/// # Errors
/// [`StoreError`] if the database refuses.
pub fn verify(reader: &Reader<'_>, seen: Option<&Head>) -> Result<(Head, Vec<Break>), StoreError> {
    let mut last = Last::new();
    let (head, mut breaks) = reader.all_revisions(|revisions| {
        chain::verify(revisions.inspect(|revision| remember(&mut last, revision)), seen)
    })?;
    breaks.extend(differences(reader, last)?);
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
