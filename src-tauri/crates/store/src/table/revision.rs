//! The history: one line a change, only ever appended.

use crate::error::StoreError;
use crate::kind::Kind;
use crate::reader::Reader;
use jiff::Timestamp;
use riskwright_domain::audit::chain::GENESIS;
use riskwright_domain::audit::{Head, Revision};
use rusqlite::{Connection, OptionalExtension, Row, params};

const COLUMNS: &str =
    "sequence, kind, id, number, recorded_at, by, command, schema, body, body_hash, previous_hash";
const INSERT: &str =
    "INSERT INTO revision (sequence, kind, id, number, recorded_at, by, command, schema, body,
    body_hash, previous_hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
const NUMBER: &str = "SELECT coalesce(max(number), 0) FROM revision WHERE kind = ?1 AND id = ?2";
const FILTER: &str = "(?1 IS NULL OR kind = ?1) AND (?2 IS NULL OR id = ?2) AND (?3 IS NULL OR by = ?3)
    AND (?4 IS NULL OR sequence > ?4) AND (?8 IS NULL OR sequence < ?8) AND (?5 IS NULL OR recorded_at >= ?5) AND (?6 IS NULL OR recorded_at <= ?6)";

/// Which revisions; what is `None` does not filter.
#[derive(Debug, Clone, Copy, Default)]
pub struct RevisionFilter<'a> {
    /// Of this kind.
    pub kind: Option<Kind>,
    /// Of this record, or with [`Kind::Event`] of this name.
    pub id: Option<&'a str>,
    /// By this login.
    pub by: Option<&'a str>,
    /// After this sequence.
    pub after: Option<i64>,
    /// Before this sequence.
    pub before: Option<i64>,
    /// Recorded at this instant or later.
    pub since: Option<Timestamp>,
    /// Recorded at this instant or before.
    pub until: Option<Timestamp>,
    /// Only so many, the newest of them.
    pub newest: Option<u32>,
}

impl Reader<'_> {
    /// The revisions that pass the filter, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn revisions(&self, filter: &RevisionFilter<'_>) -> Result<Vec<Revision>, StoreError> {
        let sql = format!(
            "SELECT * FROM (SELECT {COLUMNS} FROM revision WHERE {FILTER} ORDER BY sequence DESC LIMIT ?7)
             ORDER BY sequence"
        );
        let values = params![
            filter.kind.map(Kind::name),
            filter.id,
            filter.by,
            filter.after,
            filter.since.map(instant),
            filter.until.map(instant),
            filter.newest.map_or(-1, i64::from),
            filter.before,
        ];
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_map(values, revision)?.collect::<Result<_, _>>()?)
    }

    /// The end of the history.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn head(&self) -> Result<Head, StoreError> {
        Ok(head_of(last(self.connection)?.as_ref()))
    }

    /// The number of the last revision of a record, for optimistic checks; 0 if it has none.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn revision_number(&self, kind: Kind, id: &str) -> Result<i64, StoreError> {
        let mut statement = self.connection.prepare_cached(NUMBER)?;
        Ok(statement.query_row(params![kind.name(), id], |row| row.get(0))?)
    }

    /// Hands every revision over, oldest first, without holding all in memory.
    pub(crate) fn all_revisions<T>(
        &self,
        body: impl FnOnce(&mut dyn Iterator<Item = Revision>) -> T,
    ) -> Result<T, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM revision ORDER BY sequence");
        let mut statement = self.connection.prepare(&sql)?;
        let mut failure = None;
        let lines = statement.query_map([], revision)?;
        let answer = body(&mut lines.map_while(|line| line.map_err(|error| failure = Some(error)).ok()));
        failure.map_or(Ok(answer), |error| Err(error.into()))
    }
}

/// The last revision.
pub(crate) fn last(connection: &Connection) -> Result<Option<Revision>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM revision ORDER BY sequence DESC LIMIT 1");
    Ok(connection.prepare_cached(&sql)?.query_row([], revision).optional()?)
}

/// The head that a history with this last revision has.
pub(crate) fn head_of(last: Option<&Revision>) -> Head {
    last.map_or_else(
        || Head { sequence: 0, hash: GENESIS.to_owned() },
        |last| Head { sequence: last.sequence, hash: last.hash() },
    )
}

pub(crate) fn insert(connection: &Connection, revision: &Revision) -> Result<(), StoreError> {
    connection.prepare_cached(INSERT)?.execute(params![
        revision.sequence,
        revision.kind,
        revision.id,
        revision.number,
        instant(revision.recorded_at),
        revision.by,
        revision.command,
        revision.schema,
        revision.body,
        revision.body_hash,
        revision.previous_hash,
    ])?;
    Ok(())
}

/// Always six decimals, so that instants compare as texts.
fn instant(at: Timestamp) -> String {
    format!("{at:.6}")
}

fn revision(row: &Row<'_>) -> rusqlite::Result<Revision> {
    let recorded_at: String = row.get(4)?;
    Ok(Revision {
        sequence: row.get(0)?,
        kind: row.get(1)?,
        id: row.get(2)?,
        number: row.get(3)?,
        // What was tampered with must be named by the chain, not stop its reading.
        recorded_at: recorded_at.parse().unwrap_or(Timestamp::MIN),
        by: row.get(5)?,
        command: row.get(6)?,
        schema: row.get(7)?,
        body: row.get(8)?,
        body_hash: row.get(9)?,
        previous_hash: row.get(10)?,
    })
}
