//! The decisions of an assessment on addressable specifications.

use super::row::{Change, List};
use crate::error::StoreError;
use crate::kind::Kind;
use crate::reader::Reader;
use crate::writer::Writer;
use riskwright_domain::assessment::AddressableDecision;
use riskwright_domain::number::{AssessmentNumber, Citation};

impl Reader<'_> {
    /// Those of one assessment, in their order.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses or a body does not have its form.
    pub fn addressable_decisions(
        &self,
        assessment: &AssessmentNumber,
    ) -> Result<Vec<AddressableDecision>, StoreError> {
        self.list(of(assessment))
    }

    /// The decision on this specification.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses or a body does not have its form.
    pub fn addressable_decision(
        &self,
        assessment: &AssessmentNumber,
        specification: &Citation,
    ) -> Result<Option<AddressableDecision>, StoreError> {
        self.one(Kind::AddressableDecision, &of(assessment).id(specification.as_str()))
    }
}

impl Writer<'_> {
    /// Writes the decision on a specification; a new one goes to the end.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn put_addressable_decision(
        &mut self,
        assessment: &AssessmentNumber,
        record: &AddressableDecision,
    ) -> Result<Change, StoreError> {
        self.put(of(assessment), record.specification.as_str(), record)
    }

    /// Removes the decision on a specification; `false` if there was none.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn remove_addressable_decision(
        &mut self,
        assessment: &AssessmentNumber,
        specification: &Citation,
    ) -> Result<bool, StoreError> {
        self.remove(Kind::AddressableDecision, &of(assessment).id(specification.as_str()))
    }

    /// Makes an assessment have exactly these, in this order.
    pub(super) fn replace_addressable_decisions(
        &mut self,
        assessment: &AssessmentNumber,
        all: &[AddressableDecision],
    ) -> Result<(), StoreError> {
        self.replace(of(assessment), all, |record| record.specification.to_string())
    }
}

/// The rows of one assessment.
pub(super) fn of(assessment: &AssessmentNumber) -> List<'_> {
    List::of(Kind::AddressableDecision, "assessment", assessment.as_str())
}
