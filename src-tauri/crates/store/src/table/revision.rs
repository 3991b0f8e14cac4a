//! The history: one line a change, only ever appended.

use crate::error::StoreError;
use crate::kind::Kind;
use crate::reader::Reader;
use jiff::Timestamp;
use riskwright_domain::audit::chain::GENESIS;
use riskwright_domain::audit::{Head, Revision};
use rusqlite::{Connection, OptionalExtension, Row, ToSql, params};

pub(crate) const COLUMNS: &str =
    "sequence, kind, id, number, recorded_at, by, command, schema, body, body_hash, previous_hash";
const INSERT: &str =
    "INSERT INTO revision (sequence, kind, id, number, recorded_at, by, command, schema, body,
    body_hash, previous_hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
const NUMBER: &str = "SELECT coalesce(max(number), 0) FROM revision WHERE kind = ?1 AND id = ?2";
/// The number in a body is what people call a record; a body that is no JSON has none.
const FILTER: &str = "(?1 IS NULL OR kind = ?1) AND (?2 IS NULL OR id = ?2) AND (?3 IS NULL OR by = ?3)
    AND (?4 IS NULL OR sequence > ?4) AND (?5 IS NULL OR sequence < ?5)
    AND (?6 IS NULL OR recorded_at >= ?6) AND (?7 IS NULL OR recorded_at <= ?7)
    AND (?8 IS NULL OR substr(command, 1, length(?8)) = ?8)
    AND (?9 IS NULL OR instr(lower(id), lower(?9)) > 0
      OR instr(lower(CASE WHEN json_valid(body) THEN coalesce(body ->> '$.number', '') ELSE '' END), lower(?9)) > 0)";

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
    /// Whose command begins with this.
    pub command: Option<&'a str>,
    /// Whose record's id or number holds this text, whatever the case of its letters A to Z.
    pub record: Option<&'a str>,
    /// Only so many, the newest of them.
    pub newest: Option<u32>,
}

/// What the parameters of the filter are bound to.
struct Bound<'a> {
    filter: RevisionFilter<'a>,
    kind: Option<&'static str>,
    since: Option<String>,
    until: Option<String>,
}

impl<'a> Bound<'a> {
    fn of(filter: &RevisionFilter<'a>) -> Self {
        Self {
            kind: filter.kind.map(Kind::name),
            since: filter.since.map(instant),
            until: filter.until.map(instant),
            filter: *filter,
        }
    }

    /// In the order of the numbered parameters.
    fn values(&self) -> [&dyn ToSql; 9] {
        let filter = &self.filter;
        [
            &self.kind,
            &filter.id,
            &filter.by,
            &filter.after,
            &filter.before,
            &self.since,
            &self.until,
            &filter.command,
            &filter.record,
        ]
    }
}

impl Reader<'_> {
    /// The revisions that pass the filter, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn revisions(&self, filter: &RevisionFilter<'_>) -> Result<Vec<Revision>, StoreError> {
        let sql = format!(
            "SELECT * FROM (SELECT {COLUMNS} FROM revision WHERE {FILTER} ORDER BY sequence DESC LIMIT ?10)
             ORDER BY sequence"
        );
        let newest = filter.newest.map_or(-1, i64::from);
        let bound = Bound::of(filter);
        let mut values = bound.values().to_vec();
        values.push(&newest);
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_map(values.as_slice(), revision)?.collect::<Result<_, _>>()?)
    }

    /// How many revisions pass the filter, however many of them are wanted.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn count_revisions(&self, filter: &RevisionFilter<'_>) -> Result<i64, StoreError> {
        let sql = format!("SELECT count(*) FROM revision WHERE {FILTER}");
        let bound = Bound::of(filter);
        Ok(self.connection.prepare_cached(&sql)?.query_row(bound.values(), |row| row.get(0))?)
    }

    /// Logins that occur in the history, and kinds of record, each sorted.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn occurring(&self) -> Result<(Vec<String>, Vec<String>), StoreError> {
        Ok((self.distinct("by")?, self.distinct("kind")?))
    }

    fn distinct(&self, column: &'static str) -> Result<Vec<String>, StoreError> {
        let sql = format!("SELECT DISTINCT {column} FROM revision ORDER BY {column}");
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
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
pub(crate) fn instant(at: Timestamp) -> String {
    format!("{at:.6}")
}

pub(crate) fn revision(row: &Row<'_>) -> rusqlite::Result<Revision> {
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
