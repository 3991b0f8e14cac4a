//! A consistent view of the workspace; what it can read is in the tables' files.

use rusqlite::Connection;

/// Reads one snapshot: what others write meanwhile does not show.
pub struct Reader<'a> {
    pub(crate) connection: &'a Connection,
}
