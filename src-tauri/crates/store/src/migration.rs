//! Numbered migrations, run by `user_version`; they change tables, never bodies of the history.

use crate::error::OpenError;
use rusqlite::{Connection, Transaction, TransactionBehavior};

const MIGRATIONS: [&str; 4] = [
    include_str!("../migrations/0001-workspace.sql"),
    include_str!("../migrations/0002-people-and-retention.sql"),
    include_str!("../migrations/0003-assessment.sql"),
    include_str!("../migrations/0004-incidents-and-frameworks.sql"),
];

/// The schema that this version reads and writes.
pub const SUPPORTED: u32 = MIGRATIONS.len() as u32;

/// The schema that the database has; an error if it is newer than this version knows.
pub(crate) fn version(connection: &Connection) -> Result<u32, OpenError> {
    let found = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if found > SUPPORTED {
        return Err(OpenError::NewerVersion { found, supported: SUPPORTED });
    }
    Ok(found)
}

/// Whether the database is of an earlier schema.
pub(crate) fn is_pending(connection: &Connection) -> Result<bool, OpenError> {
    Ok(version(connection)? < SUPPORTED)
}

/// Brings the database to the schema of this version, in one transaction.
pub(crate) fn run(connection: &mut Connection) -> Result<(), OpenError> {
    if version(connection)? == SUPPORTED {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another process may have done it while this one waited.
    let found = version(&transaction)?;
    apply(&transaction, found)?;
    transaction.commit()?;
    Ok(())
}

fn apply(transaction: &Transaction<'_>, found: u32) -> Result<(), OpenError> {
    for migration in MIGRATIONS.iter().skip(found as usize) {
        transaction.execute_batch(migration)?;
    }
    transaction.pragma_update(None, "user_version", SUPPORTED)?;
    Ok(())
}
