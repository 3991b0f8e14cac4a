//! The legal entity: one row.

use super::row::{Change, List};
use crate::error::StoreError;
use crate::kind::Kind;
use crate::reader::Reader;
use crate::writer::Writer;
use riskwright_domain::organization::Organization;

const ID: &str = "organization";

impl Reader<'_> {
    /// The organization, once it is there.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses or a body does not have its form.
    pub fn organization(&self) -> Result<Option<Organization>, StoreError> {
        self.one(Kind::Organization, ID)
    }
}

impl Writer<'_> {
    /// Writes the organization.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn put_organization(&mut self, organization: &Organization) -> Result<Change, StoreError> {
        self.put(List::all(Kind::Organization), ID, organization)
    }
}
