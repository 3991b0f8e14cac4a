//! People of the organization.

use super::row::{Change, List};
use crate::error::StoreError;
use crate::kind::Kind;
use crate::reader::Reader;
use crate::writer::Writer;
use riskwright_domain::number::PersonNumber;
use riskwright_domain::organization::Person;

const ALL: List<'static> = List::all(Kind::Person);

impl Reader<'_> {
    /// All people, in their order.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses or a body does not have its form.
    pub fn people(&self) -> Result<Vec<Person>, StoreError> {
        self.list(ALL)
    }

    /// The person with this number.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses or a body does not have its form.
    pub fn person(&self, number: &PersonNumber) -> Result<Option<Person>, StoreError> {
        self.one(ALL.kind, number.as_str())
    }
}

impl Writer<'_> {
    /// Writes a person; a new one goes to the end.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn put_person(&mut self, person: &Person) -> Result<Change, StoreError> {
        self.put(ALL, person.number.as_str(), person)
    }

    /// Removes a person; `false` if there was none.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn remove_person(&mut self, number: &PersonNumber) -> Result<bool, StoreError> {
        self.remove(ALL.kind, number.as_str())
    }
}
