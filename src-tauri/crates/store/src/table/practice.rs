//! Practices.

use super::row::{Change, List};
use crate::error::StoreError;
use crate::kind::Kind;
use crate::reader::Reader;
use crate::writer::Writer;
use riskwright_domain::number::PracticeNumber;
use riskwright_domain::practice::Practice;

const ALL: List<'static> = List::all(Kind::Practice);

impl Reader<'_> {
    /// All practices, in their order.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses or a body does not have its form.
    pub fn practices(&self) -> Result<Vec<Practice>, StoreError> {
        self.list(ALL)
    }

    /// The practice with this number.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses or a body does not have its form.
    pub fn practice(&self, number: &PracticeNumber) -> Result<Option<Practice>, StoreError> {
        self.one(ALL.kind, number.as_str())
    }
}

impl Writer<'_> {
    /// Writes a practice; a new one goes to the end.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn put_practice(&mut self, practice: &Practice) -> Result<Change, StoreError> {
        self.put(ALL, practice.number.as_str(), practice)
    }

    /// Removes a practice; `false` if there was none.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn remove_practice(&mut self, number: &PracticeNumber) -> Result<bool, StoreError> {
        self.remove(ALL.kind, number.as_str())
    }
}
