//! Events that opened a review.

use super::row::{Change, List};
use crate::error::StoreError;
use crate::kind::Kind;
use crate::reader::Reader;
use crate::writer::Writer;
use riskwright_domain::trigger::Trigger;

const ALL: List<'static> = List::all(Kind::Trigger);

impl Reader<'_> {
    /// All of them, in their order.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses or a body does not have its form.
    pub fn triggers(&self) -> Result<Vec<Trigger>, StoreError> {
        self.list(ALL)
    }
}

impl Writer<'_> {
    /// Writes one; a new one goes to the end.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn put_trigger(&mut self, trigger: &Trigger) -> Result<Change, StoreError> {
        self.put(ALL, &trigger.number, trigger)
    }
}
