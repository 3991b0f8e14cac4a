//! The register of evidence; the files themselves lie beside the database.

use super::row::{Change, List};
use crate::error::StoreError;
use crate::kind::Kind;
use crate::reader::Reader;
use crate::writer::Writer;
use riskwright_domain::number::EvidenceNumber;
use riskwright_domain::organization::Evidence;

const ALL: List<'static> = List::all(Kind::Evidence);

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
}

impl Writer<'_> {
    /// Writes an item of evidence; a new one goes to the end.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn put_evidence(&mut self, evidence: &Evidence) -> Result<Change, StoreError> {
        self.put(ALL, evidence.number.as_str(), evidence)
    }

    /// Removes an item of evidence; `false` if there was none.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn remove_evidence(&mut self, number: &EvidenceNumber) -> Result<bool, StoreError> {
        self.remove(ALL.kind, number.as_str())
    }
}
