//! Standards of the organization's own.

use super::row::{Change, List};
use crate::error::StoreError;
use crate::kind::Kind;
use crate::reader::Reader;
use crate::writer::Writer;
use riskwright_domain::framework::OwnFramework;
use riskwright_domain::number::FrameworkId;

const ALL: List<'static> = List::all(Kind::Framework);

impl Reader<'_> {
    /// All of them, in their order.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses or a body does not have its form.
    pub fn frameworks(&self) -> Result<Vec<OwnFramework>, StoreError> {
        self.list(ALL)
    }

    /// The standard with this id.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses or a body does not have its form.
    pub fn framework(&self, id: &FrameworkId) -> Result<Option<OwnFramework>, StoreError> {
        self.one(ALL.kind, id.as_str())
    }
}

impl Writer<'_> {
    /// Writes one; a new one goes to the end.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn put_framework(&mut self, framework: &OwnFramework) -> Result<Change, StoreError> {
        self.put(ALL, framework.id.as_str(), framework)
    }

    /// Removes one; `false` if there was none.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn remove_framework(&mut self, id: &FrameworkId) -> Result<bool, StoreError> {
        self.remove(ALL.kind, id.as_str())
    }
}
