//! Incidents and drills.

use super::row::{Change, List};
use crate::error::StoreError;
use crate::kind::Kind;
use crate::reader::Reader;
use crate::writer::Writer;
use riskwright_domain::incident::Incident;

const ALL: List<'static> = List::all(Kind::Incident);

impl Reader<'_> {
    /// All of them, in their order.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses or a body does not have its form.
    pub fn incidents(&self) -> Result<Vec<Incident>, StoreError> {
        self.list(ALL)
    }

    /// The incident with this number.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses or a body does not have its form.
    pub fn incident(&self, number: &str) -> Result<Option<Incident>, StoreError> {
        self.one(ALL.kind, number)
    }
}

impl Writer<'_> {
    /// Writes one; a new one goes to the end.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn put_incident(&mut self, incident: &Incident) -> Result<Change, StoreError> {
        self.put(ALL, &incident.number, incident)
    }
}
