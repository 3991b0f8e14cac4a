//! The public halves of signing identities.

use super::row::{Change, List};
use crate::error::StoreError;
use crate::kind::Kind;
use crate::reader::Reader;
use crate::writer::Writer;
use riskwright_domain::organization::Certificate;

const ALL: List<'static> = List::all(Kind::Certificate);

impl Reader<'_> {
    /// All of them, in their order.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses or a body does not have its form.
    pub fn certificates(&self) -> Result<Vec<Certificate>, StoreError> {
        self.list(ALL)
    }
}

impl Writer<'_> {
    /// Writes one; a new one goes to the end.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn put_certificate(&mut self, certificate: &Certificate) -> Result<Change, StoreError> {
        self.put(ALL, &certificate.fingerprint, certificate)
    }
}
