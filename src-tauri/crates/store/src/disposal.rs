//! Disposal: the bodies of a record go, and the lines that show that it was there stay with their hashes.
//!
//! Whether a record may go is not decided here. Copies in backups and exports are beyond its reach.

use crate::error::StoreError;
use crate::kind::Kind;
use crate::reader::Reader;
use crate::writer::Writer;
use jiff::Timestamp;
use riskwright_domain::number::PolicyNumber;
use rusqlite::params;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The event that keeps the numbers given out within disposed bodies, so that none is given out again.
pub(crate) const NUMBERS_USED: &str = "numbers_used";
const EMPTY: &str = "UPDATE revision SET body = NULL WHERE kind = ?1
    AND (id = ?2 OR (?3 AND substr(id, 1, length(?2) + 1) = ?2 || '/'))
    AND body IS NOT NULL AND body <> 'null'";
const FIRST: &str = "SELECT id, recorded_at FROM revision WHERE kind = ?1 AND number = 1";
const WITHIN: &str = "SELECT DISTINCT item.value ->> '$.number'
    FROM revision, json_each(revision.body, '$.' || ?3) AS item
    WHERE revision.kind = ?1 AND revision.id = ?2 ORDER BY 1";
/// Kinds that belong to an assessment and go with it.
const OF_ASSESSMENT: [Kind; 7] = [
    Kind::Approval,
    Kind::Asset,
    Kind::FactorAnswer,
    Kind::ThreatDisposition,
    Kind::Risk,
    Kind::SafeguardStatus,
    Kind::AddressableDecision,
];

impl Kind {
    /// Kinds of record that are disposed of by themselves; what belongs to one goes with it.
    pub const DISPOSABLE: [Self; 6] = [
        Self::PolicyVersion,
        Self::Assessment,
        Self::Practice,
        Self::Incident,
        Self::Document,
        Self::Evidence,
    ];
}

impl Reader<'_> {
    /// When each record of a kind was first recorded, by id.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn first_recorded(&self, kind: Kind) -> Result<BTreeMap<String, Timestamp>, StoreError> {
        let mut statement = self.connection.prepare_cached(FIRST)?;
        let rows = statement.query_map([kind.name()], |row| {
            let at: String = row.get(1)?;
            Ok((row.get(0)?, at.parse().unwrap_or(Timestamp::MIN)))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    /// Removes a record of a kind in [`Kind::DISPOSABLE`] with all that belongs to it and empties every body
    /// that the history has of them; how many there were. With its last version goes the policy itself.
    ///
    /// # Errors
    /// [`StoreError::Absent`] if there is no such record or none of its kind is disposed of by itself;
    /// [`StoreError`] if the database refuses, at the latest on commit where another record refers to it.
    pub fn dispose(&mut self, kind: Kind, id: &str) -> Result<usize, StoreError> {
        let gone = match kind {
            Kind::PolicyVersion => return self.dispose_of_version(id),
            Kind::Assessment => self.remove_assessment(&id.into())?,
            Kind::Practice | Kind::Incident | Kind::Document | Kind::Evidence => self.remove(kind, id)?,
            _ => false,
        };
        if !gone {
            return Err(absent(kind, id));
        }
        if kind != Kind::Assessment {
            return self.empty(kind, id, false);
        }
        self.keep_numbers(kind, id, &["vendors"])?;
        let mut emptied = self.empty(kind, id, false)?;
        for part in OF_ASSESSMENT {
            emptied += self.empty(part, id, true)?;
        }
        Ok(emptied)
    }

    fn dispose_of_version(&mut self, id: &str) -> Result<usize, StoreError> {
        let (policy, number) = id.split_once('/').ok_or_else(|| absent(Kind::PolicyVersion, id))?;
        let policy = PolicyNumber::from(policy);
        if !self.remove_policy_version(&policy, number)? {
            return Err(absent(Kind::PolicyVersion, id));
        }
        self.keep_numbers(Kind::PolicyVersion, id, &["statements", "timeframes", "parameters"])?;
        let emptied = self.empty(Kind::PolicyVersion, id, false)? + self.empty(Kind::Approval, id, true)?;
        if !self.policy_versions(&policy)?.is_empty() {
            return Ok(emptied);
        }
        self.remove_policy(&policy)?;
        Ok(emptied + self.empty(Kind::Policy, policy.as_str(), false)?)
    }

    /// Empties the bodies of a record, or of all whose id begins with it; the line of the removal stays.
    fn empty(&mut self, kind: Kind, id: &str, parts: bool) -> Result<usize, StoreError> {
        Ok(self.connection.prepare_cached(EMPTY)?.execute(params![kind.name(), id, parts])?)
    }

    fn keep_numbers(&mut self, kind: Kind, id: &str, lists: &[&str]) -> Result<(), StoreError> {
        let mut used = Map::new();
        for list in lists {
            let mut statement = self.connection.prepare_cached(WITHIN)?;
            let numbers =
                statement.query_map(params![kind.name(), id, list], |row| row.get::<_, Option<String>>(0))?;
            let numbers = numbers.collect::<Result<Vec<_>, _>>()?;
            if !numbers.is_empty() {
                used.insert((*list).to_owned(), numbers.into_iter().flatten().map(Value::from).collect());
            }
        }
        if used.is_empty() {
            return Ok(());
        }
        used.insert("kind".to_owned(), json!(kind.name()));
        used.insert("of".to_owned(), json!(id));
        self.event(NUMBERS_USED, &used)
    }
}

fn absent(kind: Kind, id: &str) -> StoreError {
    StoreError::Absent { kind, id: id.to_owned() }
}
