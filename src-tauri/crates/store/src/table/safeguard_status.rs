//! The state of each safeguard item in an assessment.

use super::row::{Change, List};
use crate::error::StoreError;
use crate::kind::Kind;
use crate::reader::Reader;
use crate::writer::Writer;
use riskwright_domain::assessment::SafeguardStatus;
use riskwright_domain::number::{AssessmentNumber, Citation};

impl Reader<'_> {
    /// Those of one assessment, in their order.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses or a body does not have its form.
    pub fn safeguard_statuses(
        &self,
        assessment: &AssessmentNumber,
    ) -> Result<Vec<SafeguardStatus>, StoreError> {
        self.list(of(assessment))
    }

    /// The state of this item.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses or a body does not have its form.
    pub fn safeguard_status(
        &self,
        assessment: &AssessmentNumber,
        safeguard: &Citation,
    ) -> Result<Option<SafeguardStatus>, StoreError> {
        self.one(Kind::SafeguardStatus, &of(assessment).id(safeguard.as_str()))
    }
}

impl Writer<'_> {
    /// Writes the state of a safeguard item; a new one goes to the end.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn put_safeguard_status(
        &mut self,
        assessment: &AssessmentNumber,
        record: &SafeguardStatus,
    ) -> Result<Change, StoreError> {
        self.put(of(assessment), record.safeguard.as_str(), record)
    }

    /// Removes the state of a safeguard item; `false` if there was none.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn remove_safeguard_status(
        &mut self,
        assessment: &AssessmentNumber,
        safeguard: &Citation,
    ) -> Result<bool, StoreError> {
        self.remove(Kind::SafeguardStatus, &of(assessment).id(safeguard.as_str()))
    }

    /// Makes an assessment have exactly these, in this order.
    pub(super) fn replace_safeguard_statuses(
        &mut self,
        assessment: &AssessmentNumber,
        all: &[SafeguardStatus],
    ) -> Result<(), StoreError> {
        self.replace(of(assessment), all, |record| record.safeguard.to_string())
    }
}

/// The rows of one assessment.
pub(super) fn of(assessment: &AssessmentNumber) -> List<'_> {
    List::of(Kind::SafeguardStatus, "assessment", assessment.as_str())
}
