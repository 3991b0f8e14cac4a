//! Whether the database itself is whole: every page authentic, every rule of every table kept, no trigger missing.

use crate::error::StoreError;
use crate::migration;
use riskwright_domain::audit::Break;
use rusqlite::Connection;
use std::collections::BTreeSet;

/// Tables, indices and triggers: kind, name and statement.
type Schema = BTreeSet<(String, String, String)>;

/// Everything that is not as this version makes it.
///
/// # Errors
/// [`StoreError`] if the database refuses to be examined at all.
pub(crate) fn findings(connection: &Connection) -> Result<Vec<Break>, StoreError> {
    let mut found = Vec::new();
    // Authenticates the pages that no table uses as well.
    found.extend(lines(connection, "PRAGMA cipher_integrity_check")?);
    found.extend(lines(connection, "PRAGMA integrity_check")?.into_iter().filter(|line| line != "ok"));
    found.extend(unreferenced(connection)?);
    found.extend(changed_schema(connection)?);
    Ok(found.into_iter().map(|finding| Break::Structure { finding }).collect())
}

fn lines(connection: &Connection, pragma: &str) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare(pragma)?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

fn unreferenced(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
    let rows = statement.query_map([], |row| {
        let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
        Ok(format!("{table}: a row refers to a {parent} that is not there"))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Names that are missing, added or written otherwise than the migrations write them.
fn changed_schema(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let mut fresh = Connection::open_in_memory()?;
    migration::run(&mut fresh).map_err(|_| StoreError::Damaged)?;
    let (made, found) = (schema(&fresh)?, schema(connection)?);
    let differing = made.symmetric_difference(&found).map(|(kind, name, _)| format!("{kind} {name}"));
    Ok(differing.collect::<BTreeSet<_>>().into_iter().collect())
}

fn schema(connection: &Connection) -> Result<Schema, StoreError> {
    let mut statement = connection
        .prepare("SELECT type, name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
