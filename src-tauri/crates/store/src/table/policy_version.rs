//! Versions of policies; approvals have a table of their own and are put together again on reading.

use super::approval::of_policy_version;
use super::row::List;
use crate::error::StoreError;
use crate::kind::Kind;
use crate::reader::Reader;
use crate::writer::Writer;
use riskwright_domain::number::PolicyNumber;
use riskwright_domain::policy::PolicyVersion;

impl Reader<'_> {
    /// The versions of one policy, in their order.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses or a body does not have its form.
    pub fn policy_versions(&self, policy: &PolicyNumber) -> Result<Vec<PolicyVersion>, StoreError> {
        let rows: Vec<PolicyVersion> = self.list(of(policy))?;
        rows.into_iter().map(|row| self.whole_version(policy, row)).collect()
    }

    /// The version with this number.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses or a body does not have its form.
    pub fn policy_version(
        &self,
        policy: &PolicyNumber,
        number: &str,
    ) -> Result<Option<PolicyVersion>, StoreError> {
        let row = self.one(Kind::PolicyVersion, &of(policy).id(number))?;
        row.map(|row| self.whole_version(policy, row)).transpose()
    }

    fn whole_version(&self, policy: &PolicyNumber, row: PolicyVersion) -> Result<PolicyVersion, StoreError> {
        let id = of(policy).id(&row.number);
        Ok(PolicyVersion { approvals: self.approvals(of_policy_version(&id))?, ..row })
    }
}

impl Writer<'_> {
    /// Makes the version be exactly this, with its approvals; a new one goes to the end.
    ///
    /// # Errors
    /// [`StoreError::Duplicate`] for an approval that occurs twice; else if the database refuses.
    pub fn put_policy_version(
        &mut self,
        policy: &PolicyNumber,
        version: &PolicyVersion,
    ) -> Result<(), StoreError> {
        let row = PolicyVersion { approvals: Vec::new(), ..version.clone() };
        self.put(of(policy), &version.number, &row)?;
        let id = of(policy).id(&version.number);
        self.replace_approvals(of_policy_version(&id), &version.approvals)
    }

    /// Removes a version with its approvals; `false` if there was none.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn remove_policy_version(&mut self, policy: &PolicyNumber, number: &str) -> Result<bool, StoreError> {
        let id = of(policy).id(number);
        self.clear(of_policy_version(&id))?;
        self.remove(Kind::PolicyVersion, &id)
    }

    /// Makes a policy have exactly these versions, in this order.
    pub(super) fn replace_policy_versions(
        &mut self,
        policy: &PolicyNumber,
        versions: &[PolicyVersion],
    ) -> Result<(), StoreError> {
        let gone = |old: &PolicyVersion| versions.iter().all(|version| version.number != old.number);
        for old in self.policy_versions(policy)?.iter().filter(|old| gone(old)) {
            self.remove_policy_version(policy, &old.number)?;
        }
        let keys: Vec<String> = versions.iter().map(|version| version.number.clone()).collect();
        let ids = self.keep_only(of(policy), &keys)?;
        for version in versions {
            self.put_policy_version(policy, version)?;
        }
        self.order(of(policy), &ids)
    }
}

/// The versions of one policy.
fn of(policy: &PolicyNumber) -> List<'_> {
    List::of(Kind::PolicyVersion, "policy", policy.as_str())
}
