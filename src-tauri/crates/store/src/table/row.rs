//! What all tables of current rows have in common: `id`, perhaps the record they belong to, `position`, `body`.

use crate::error::StoreError;
use crate::kind::Kind;
use crate::reader::Reader;
use crate::writer::Writer;
use riskwright_domain::audit::canonical_json;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;
use std::collections::BTreeSet;

/// The event that names the new order of a list.
pub(crate) const REORDERED: &str = "reordered";

/// What a write did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// The record is new.
    Added,
    /// The record was there and differs now.
    Changed,
    /// The record was there just so: no revision.
    Unchanged,
}

/// A table, or for parts of something the rows that belong to one record.
#[derive(Clone, Copy)]
pub(crate) struct List<'a> {
    pub(crate) kind: Kind,
    /// Column and id of the record that the rows belong to.
    pub(crate) of: Option<(&'static str, &'a str)>,
}

impl<'a> List<'a> {
    /// All rows of a table.
    pub(crate) const fn all(kind: Kind) -> Self {
        Self { kind, of: None }
    }

    /// The rows of a table that belong to a record.
    pub(crate) const fn of(kind: Kind, column: &'static str, id: &'a str) -> Self {
        Self { kind, of: Some((column, id)) }
    }

    /// The id of a row with this natural key: `AS-2026/R-0042`.
    pub(crate) fn id(&self, key: &str) -> String {
        self.of.map_or_else(|| key.to_owned(), |(_, owner)| format!("{owner}/{key}"))
    }

    fn owner(&self) -> Option<&'a str> {
        self.of.map(|(_, id)| id)
    }

    /// Rows that belong to the list; without an owner the parameter is unused and null.
    fn filter(&self) -> String {
        self.of.map_or_else(|| "?1 IS NULL".to_owned(), |(column, _)| format!("{column} = ?1"))
    }
}

impl Reader<'_> {
    /// Current rows of a kind.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn count(&self, kind: Kind) -> Result<i64, StoreError> {
        if kind == Kind::Event {
            return Ok(0);
        }
        Ok(self.connection.query_row(&format!("SELECT count(*) FROM {kind}"), [], |row| row.get(0))?)
    }

    /// Whether there is no current row of any kind; events do not count.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn is_empty(&self) -> Result<bool, StoreError> {
        for kind in Kind::CURRENT {
            if self.count(kind)? > 0 {
                return Ok(false);
            }
        }
        Ok(true)
    }

    pub(crate) fn one<T: DeserializeOwned>(&self, kind: Kind, id: &str) -> Result<Option<T>, StoreError> {
        body(self.connection, kind, id)?.map(|body| parse(kind, id, &body)).transpose()
    }

    /// The records of a list in their order.
    pub(crate) fn list<T: DeserializeOwned>(&self, list: List<'_>) -> Result<Vec<T>, StoreError> {
        rows(self.connection, list)?.iter().map(|(id, body)| parse(list.kind, id, body)).collect()
    }
}

impl Writer<'_> {
    /// Writes one record of a list; a new one goes to the end.
    pub(crate) fn put(
        &mut self,
        list: List<'_>,
        key: &str,
        record: &impl Serialize,
    ) -> Result<Change, StoreError> {
        let id = list.id(key);
        let new = canonical_json(record);
        if new == "null" {
            return Err(StoreError::Unwritable { kind: list.kind, id });
        }
        let change = match body(self.connection, list.kind, &id)? {
            Some(old) if old == new => return Ok(Change::Unchanged),
            Some(_) => Change::Changed,
            None => Change::Added,
        };
        upsert(self.connection, list, &id, &new)?;
        self.append(list.kind, &id, &new)?;
        Ok(change)
    }

    /// Removes one record; `false` if there was none.
    pub(crate) fn remove(&mut self, kind: Kind, id: &str) -> Result<bool, StoreError> {
        let sql = format!("DELETE FROM {kind} WHERE id = ?1");
        if self.connection.prepare_cached(&sql)?.execute([id])? == 0 {
            return Ok(false);
        }
        self.append(kind, id, "null")?;
        Ok(true)
    }

    /// Removes every record of a list.
    pub(crate) fn clear(&mut self, list: List<'_>) -> Result<(), StoreError> {
        for (id, _) in rows(self.connection, list)? {
            self.remove(list.kind, &id)?;
        }
        Ok(())
    }

    /// Makes a list hold exactly these records in this order.
    pub(crate) fn replace<T: Serialize>(
        &mut self,
        list: List<'_>,
        records: &[T],
        key: impl Fn(&T) -> String,
    ) -> Result<(), StoreError> {
        let keys: Vec<String> = records.iter().map(key).collect();
        let ids = self.keep_only(list, &keys)?;
        for (key, record) in keys.iter().zip(records) {
            self.put(list, key, record)?;
        }
        self.order(list, &ids)
    }

    /// Removes what is not among the keys; the ids in the order of the keys, each once.
    pub(crate) fn keep_only(&mut self, list: List<'_>, keys: &[String]) -> Result<Vec<String>, StoreError> {
        let ids: Vec<String> = keys.iter().map(|key| list.id(key)).collect();
        let mut kept = BTreeSet::new();
        if let Some(id) = ids.iter().find(|id| !kept.insert(id.as_str())) {
            return Err(StoreError::Duplicate { kind: list.kind, id: id.clone() });
        }
        for (id, _) in rows(self.connection, list)? {
            if !kept.contains(id.as_str()) {
                self.remove(list.kind, &id)?;
            }
        }
        Ok(ids)
    }

    /// Puts the rows of a list in this order; leaves an event if they stood in another.
    pub(crate) fn order(&mut self, list: List<'_>, ids: &[String]) -> Result<(), StoreError> {
        let before = rows(self.connection, list)?;
        if before.iter().map(|(id, _)| id).eq(ids) {
            return Ok(());
        }
        let sql = format!("UPDATE {} SET position = ?2 WHERE id = ?1", list.kind);
        for (position, id) in (1_i64..).zip(ids) {
            self.connection.prepare_cached(&sql)?.execute(params![id, position])?;
        }
        self.event(REORDERED, &json!({ "kind": list.kind.name(), "of": list.owner(), "ids": ids }))
    }
}

/// Ids and bodies of a list in its order.
pub(crate) fn rows(connection: &Connection, list: List<'_>) -> Result<Vec<(String, String)>, StoreError> {
    let sql = format!("SELECT id, body FROM {} WHERE {} ORDER BY position, id", list.kind, list.filter());
    let pair = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?));
    Ok(connection.prepare_cached(&sql)?.query_map([list.owner()], pair)?.collect::<Result<_, _>>()?)
}

fn body(connection: &Connection, kind: Kind, id: &str) -> Result<Option<String>, StoreError> {
    let sql = format!("SELECT body FROM {kind} WHERE id = ?1");
    Ok(connection.prepare_cached(&sql)?.query_row([id], |row| row.get(0)).optional()?)
}

fn upsert(connection: &Connection, list: List<'_>, id: &str, body: &str) -> Result<(), StoreError> {
    let column = list.of.map(|(column, _)| format!(", {column}")).unwrap_or_default();
    let value = if list.of.is_some() { ", ?1" } else { "" };
    let sql = format!(
        "INSERT INTO {kind} (id, body, position{column})
         VALUES (?2, ?3, (SELECT coalesce(max(position), 0) + 1 FROM {kind} WHERE {filter}){value})
         ON CONFLICT (id) DO UPDATE SET body = excluded.body",
        kind = list.kind,
        filter = list.filter(),
    );
    match connection.prepare_cached(&sql)?.execute(params![list.owner(), id, body]) {
        Ok(_) => Ok(()),
        Err(error) if is_duplicate(&error) => {
            Err(StoreError::Duplicate { kind: list.kind, id: id.to_owned() })
        }
        Err(error) => Err(error.into()),
    }
}

fn is_duplicate(error: &rusqlite::Error) -> bool {
    let extended = error.sqlite_error().map(|error| error.extended_code);
    extended == Some(rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE)
}

pub(crate) fn parse<T: DeserializeOwned>(kind: Kind, id: &str, body: &str) -> Result<T, StoreError> {
    serde_json::from_str(body).map_err(|source| StoreError::Unreadable { kind, id: id.to_owned(), source })
}
