//! Policies; versions have a table of their own and are put together again on reading.

use super::row::List;
use crate::error::StoreError;
use crate::kind::Kind;
use crate::reader::Reader;
use crate::writer::Writer;
use riskwright_domain::number::PolicyNumber;
use riskwright_domain::policy::Policy;

const ALL: List<'static> = List::all(Kind::Policy);

impl Reader<'_> {
    /// All policies with their versions, in their order.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses or a body does not have its form.
    pub fn policies(&self) -> Result<Vec<Policy>, StoreError> {
        let rows: Vec<Policy> = self.list(ALL)?;
        rows.into_iter().map(|row| self.whole_policy(row)).collect()
    }

    /// The policy with this number and all its versions.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses or a body does not have its form.
    pub fn policy(&self, number: &PolicyNumber) -> Result<Option<Policy>, StoreError> {
        self.one(ALL.kind, number.as_str())?.map(|row| self.whole_policy(row)).transpose()
    }

    fn whole_policy(&self, row: Policy) -> Result<Policy, StoreError> {
        Ok(Policy { versions: self.policy_versions(&row.number)?, ..row })
    }
}

impl Writer<'_> {
    /// Makes the policy be exactly this, with all its versions; what did not change has no revision.
    ///
    /// # Errors
    /// [`StoreError::Duplicate`] for a number that occurs twice; else if the database refuses.
    pub fn put_policy(&mut self, policy: &Policy) -> Result<(), StoreError> {
        let row = Policy { versions: Vec::new(), ..policy.clone() };
        self.put(ALL, policy.number.as_str(), &row)?;
        self.replace_policy_versions(&policy.number, &policy.versions)
    }

    /// Removes a policy with all its versions; `false` if there was none.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn remove_policy(&mut self, number: &PolicyNumber) -> Result<bool, StoreError> {
        for version in self.policy_versions(number)? {
            self.remove_policy_version(number, &version.number)?;
        }
        self.remove(ALL.kind, number.as_str())
    }
}
