//! The register of evidence; the files themselves lie beside the database.

use super::row::{Change, List};
use crate::error::StoreError;
use crate::kind::Kind;
use crate::reader::Reader;
use crate::writer::Writer;
use riskwright_domain::number::EvidenceNumber;
use riskwright_domain::organization::Evidence;
use serde_json::json;

const ALL: List<'static> = List::all(Kind::Evidence);
/// The event that a file was stored here: content from elsewhere names files that never were.
const STORED: &str = "evidence_stored";
const STORED_HERE: &str = "SELECT id, body ->> '$.sha256' FROM evidence
    WHERE body ->> '$.sha256' IN (
      SELECT body ->> '$.sha256' FROM revision WHERE kind = 'event' AND id = ?1)
    ORDER BY position, id";
const NAMED: &str = "SELECT body ->> '$.sha256' FROM evidence WHERE body ->> '$.sha256' IS NOT NULL
    UNION SELECT body ->> '$.sha256' FROM revision
    WHERE kind = 'evidence' AND body ->> '$.sha256' IS NOT NULL";

impl Reader<'_> {
    /// The whole register, in its order.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses or a body does not have its form.
    pub fn evidence(&self) -> Result<Vec<Evidence>, StoreError> {
        self.list(ALL)
    }

    /// The item with this number.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses or a body does not have its form.
    pub fn evidence_item(&self, number: &EvidenceNumber) -> Result<Option<Evidence>, StoreError> {
        self.one(ALL.kind, number.as_str())
    }

    /// Numbers and SHA-256 (hex) of the items whose file was stored here.
    pub(crate) fn stored_evidence(&self) -> Result<Vec<(String, String)>, StoreError> {
        let mut statement = self.connection.prepare(STORED_HERE)?;
        let pairs = statement.query_map([STORED], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(pairs.collect::<Result<_, _>>()?)
    }

    /// SHA-256 (hex) of every file that a current row or a body of the history names.
    pub(crate) fn named_evidence_files(&self) -> Result<Vec<String>, StoreError> {
        let mut statement = self.connection.prepare(NAMED)?;
        let names = statement.query_map([], |row| row.get(0))?;
        Ok(names.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    /// Writes an item of evidence; a new one goes to the end.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn put_evidence(&mut self, evidence: &Evidence) -> Result<Change, StoreError> {
        self.put(ALL, evidence.number.as_str(), evidence)
    }

    /// Records that the file with this SHA-256 (hex) is in the folder: from now on its loss is a break.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn evidence_stored(&mut self, sha256: &str) -> Result<(), StoreError> {
        self.event(STORED, &json!({ "sha256": sha256 }))
    }

    /// Removes an item of evidence; `false` if there was none.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn remove_evidence(&mut self, number: &EvidenceNumber) -> Result<bool, StoreError> {
        self.remove(ALL.kind, number.as_str())
    }
}
