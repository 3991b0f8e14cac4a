//! The order of lists as the history made it, to be compared with the order of the rows.

use crate::error::StoreError;
use crate::kind::Kind;
use crate::reader::Reader;
use crate::table::row::REORDERED;
use riskwright_domain::audit::{Break, Revision, sha256_hex};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// Follows the history: a new record goes to the end of its list, a removed one leaves it, an event names a new order.
#[derive(Debug, Default)]
pub(crate) struct Order {
    ranks: BTreeMap<(String, String), u64>,
    next: u64,
    /// Kinds with a reordering that did not name the new order, as the first format wrote it.
    unknown: BTreeSet<String>,
}

#[derive(Deserialize)]
struct Reordered {
    kind: String,
    #[serde(default)]
    ids: Option<Vec<String>>,
}

impl Order {
    pub(crate) fn follow(&mut self, revision: &Revision) {
        if revision.kind == Kind::Event.name() {
            if revision.id == REORDERED {
                self.reorder(revision.body.as_deref());
            }
            return;
        }
        let key = (revision.kind.clone(), revision.id.clone());
        if revision.body_hash == sha256_hex(b"null") {
            self.ranks.remove(&key);
        } else if !self.ranks.contains_key(&key) {
            self.append(key);
        }
    }

    /// The first record of each list that stands before one that the history put in front of it.
    pub(crate) fn differences(&self, reader: &Reader<'_>) -> Result<Vec<Break>, StoreError> {
        let mut breaks = Vec::new();
        for kind in Kind::CURRENT.into_iter().filter(|kind| !self.unknown.contains(kind.name())) {
            let mut before: BTreeMap<Option<String>, u64> = BTreeMap::new();
            let mut named = BTreeSet::new();
            for (list, id) in lists(reader, kind)? {
                // A row without a revision is named elsewhere.
                let Some(rank) = self.ranks.get(&(kind.name().to_owned(), id.clone())) else { continue };
                let highest = before.entry(list.clone()).or_insert(*rank);
                if rank < highest && named.insert(list) {
                    breaks.push(Break::Order { kind: kind.name().to_owned(), id });
                }
                *highest = (*highest).max(*rank);
            }
        }
        Ok(breaks)
    }

    /// Where the history put a record: of two records of a list the one in front has the lower rank.
    pub(crate) fn rank(&self, kind: &str, id: &str) -> Option<u64> {
        self.ranks.get(&(kind.to_owned(), id.to_owned())).copied()
    }

    fn reorder(&mut self, body: Option<&str>) {
        let Some(Reordered { kind, ids }) = body.and_then(|body| serde_json::from_str(body).ok()) else {
            return;
        };
        let Some(ids) = ids else {
            self.unknown.insert(kind);
            return;
        };
        for id in ids {
            self.append((kind.clone(), id));
        }
    }

    fn append(&mut self, key: (String, String)) {
        self.next += 1;
        self.ranks.insert(key, self.next);
    }
}

/// The record that each row belongs to, and the row's id, in the order of the rows.
fn lists(reader: &Reader<'_>, kind: Kind) -> Result<Vec<(Option<String>, String)>, StoreError> {
    let owner = match kind {
        Kind::Asset
        | Kind::FactorAnswer
        | Kind::ThreatDisposition
        | Kind::Risk
        | Kind::SafeguardStatus
        | Kind::AddressableDecision => "assessment",
        Kind::PolicyVersion => "policy",
        Kind::Approval => "coalesce(assessment, policy_version)",
        _ => "NULL",
    };
    let sql = format!("SELECT {owner}, id FROM {kind} ORDER BY position, id");
    let mut statement = reader.connection.prepare_cached(&sql)?;
    let pairs = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(pairs.collect::<Result<_, _>>()?)
}
