//! The one row that says which workspace this database belongs to.

use crate::error::OpenError;
use rusqlite::Connection;
use uuid::Uuid;

const INSERT: &str = "INSERT INTO workspace (id) VALUES (?1)";
const ID: &str = "SELECT id FROM workspace";

pub(crate) fn insert(connection: &Connection, id: Uuid) -> Result<(), OpenError> {
    connection.execute(INSERT, [id.to_string()])?;
    Ok(())
}

pub(crate) fn id(connection: &Connection) -> Result<Uuid, OpenError> {
    let id: String = connection.query_row(ID, [], |row| row.get(0))?;
    Uuid::try_parse(&id).map_err(|_| OpenError::DatabaseDamaged)
}
