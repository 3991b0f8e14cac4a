//! A connection to the encrypted database: unlocked, examined, configured.

use crate::error::OpenError;
use crate::folder::write_ahead_log;
use crate::keys::DataKey;
use crate::migration;
use crate::table::workspace;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::time::Duration;
use uuid::Uuid;
use zeroize::Zeroizing;

/// `RSKW`: set by the first migration.
const APPLICATION: i32 = 0x5253_4B57;
const PATIENCE: Duration = Duration::from_secs(5);

/// Makes a new database with the current schema.
pub(crate) fn create(path: &Path, key: &DataKey) -> Result<Connection, OpenError> {
    let mut connection = unlocked(path, key, OpenFlags::SQLITE_OPEN_CREATE)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    configure(&connection)?;
    migration::run(&mut connection)?;
    Ok(connection)
}

/// Opens a database that is there, in the schema it has; a failure leaves every byte of it as it was.
pub(crate) fn open(path: &Path, key: &DataKey) -> Result<Connection, OpenError> {
    let unfinished = write_ahead_log(path).metadata().is_ok_and(|log| log.len() > 0);
    let connection = unlocked(path, key, OpenFlags::empty())?;
    // Closing would carry what a crash left in the log into a database that may be damaged or newer.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, unfinished)?;
    examine(&connection)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    configure(&connection)?;
    Ok(connection)
}

/// The workspace in a database that opens with the key; nothing is written, not even what a crash left in its log.
pub(crate) fn workspace_under(path: &Path, key: &DataKey) -> Option<Uuid> {
    if !path.is_file() {
        return None;
    }
    let connection = unlocked(path, key, OpenFlags::empty()).ok()?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true).ok()?;
    let application: i32 = connection.query_row("PRAGMA application_id", [], |row| row.get(0)).ok()?;
    if application == APPLICATION { workspace::id(&connection).ok() } else { None }
}

/// A connection that has the key and nothing else: no schema, no examination.
pub(crate) fn unlocked(path: &Path, key: &DataKey, more: OpenFlags) -> Result<Connection, OpenError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | more;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    // SQLCipher would write about damaged pages to standard error.
    connection.execute_batch("PRAGMA cipher_log_level = NONE;")?;
    give_key(&connection, key)?;
    Ok(connection)
}

/// SQLCipher takes 64 hex digits in this form as the key itself, without deriving one.
fn give_key(connection: &Connection, key: &DataKey) -> Result<(), OpenError> {
    let digits = Zeroizing::new(hex::encode(key.bytes()));
    let statement = Zeroizing::new(format!("PRAGMA key = \"x'{}'\";", digits.as_str()));
    // The error may quote the statement, and with it the key: it goes no further.
    connection.execute_batch(&statement).map_err(|_| OpenError::DatabaseDamaged)
}

/// Nothing here writes: not even a newer version's or a damaged database is touched.
fn examine(connection: &Connection) -> Result<(), OpenError> {
    let application: i32 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let version = migration::version(connection)?;
    if application != APPLICATION || version == 0 {
        return Err(OpenError::DatabaseDamaged);
    }
    let finding: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if finding == "ok" { Ok(()) } else { Err(OpenError::DatabaseDamaged) }
}

/// `synchronous = FULL`: what is said to be saved survives a power cut. `secure_delete`: what is disposed of
/// is overwritten. Temporary tables never reach the disk, where they would be plain.
fn configure(connection: &Connection) -> Result<(), OpenError> {
    connection.set_prepared_statement_cache_capacity(128);
    connection.execute_batch(
        "PRAGMA foreign_keys = ON;
         PRAGMA synchronous = FULL;
         PRAGMA secure_delete = ON;
         PRAGMA temp_store = MEMORY;
         PRAGMA trusted_schema = OFF;",
    )?;
    Ok(())
}
