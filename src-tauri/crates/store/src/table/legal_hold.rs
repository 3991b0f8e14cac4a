//! Legal holds.

use super::row::{Change, List};
use crate::error::StoreError;
use crate::kind::Kind;
use crate::reader::Reader;
use crate::writer::Writer;
use riskwright_domain::retention::LegalHold;

const ALL: List<'static> = List::all(Kind::LegalHold);

impl Reader<'_> {
    /// All of them, in their order.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses or a body does not have its form.
    pub fn legal_holds(&self) -> Result<Vec<LegalHold>, StoreError> {
        self.list(ALL)
    }
}

impl Writer<'_> {
    /// Writes one; a new one goes to the end.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn put_legal_hold(&mut self, legal_hold: &LegalHold) -> Result<Change, StoreError> {
        self.put(ALL, &legal_hold.number, legal_hold)
    }
}
