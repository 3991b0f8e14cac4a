//! How the workspace is set up: at most one row.

use super::row::{Change, List};
use crate::error::StoreError;
use crate::kind::Kind;
use crate::reader::Reader;
use crate::writer::Writer;
use riskwright_domain::workspace::Settings;

const ID: &str = "settings";

impl Reader<'_> {
    /// The settings; the defaults where nobody changed them yet.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses or the body does not have its form.
    pub fn settings(&self) -> Result<Settings, StoreError> {
        Ok(self.one(Kind::Settings, ID)?.unwrap_or_default())
    }
}

impl Writer<'_> {
    /// Writes the settings.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn put_settings(&mut self, settings: &Settings) -> Result<Change, StoreError> {
        self.put(List::all(Kind::Settings), ID, settings)
    }
}
