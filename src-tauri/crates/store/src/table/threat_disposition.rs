//! What an assessment decided about each threat.

use super::row::{Change, List};
use crate::error::StoreError;
use crate::kind::Kind;
use crate::reader::Reader;
use crate::writer::Writer;
use riskwright_domain::assessment::ThreatDisposition;
use riskwright_domain::number::{AssessmentNumber, ThreatId};

impl Reader<'_> {
    /// Those of one assessment, in their order.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses or a body does not have its form.
    pub fn threat_dispositions(
        &self,
        assessment: &AssessmentNumber,
    ) -> Result<Vec<ThreatDisposition>, StoreError> {
        self.list(of(assessment))
    }

    /// The decision about this threat.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses or a body does not have its form.
    pub fn threat_disposition(
        &self,
        assessment: &AssessmentNumber,
        threat: &ThreatId,
    ) -> Result<Option<ThreatDisposition>, StoreError> {
        self.one(Kind::ThreatDisposition, &of(assessment).id(threat.as_str()))
    }
}

impl Writer<'_> {
    /// Writes the decision about a threat; a new one goes to the end.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn put_threat_disposition(
        &mut self,
        assessment: &AssessmentNumber,
        record: &ThreatDisposition,
    ) -> Result<Change, StoreError> {
        self.put(of(assessment), record.threat.as_str(), record)
    }

    /// Removes the decision about a threat; `false` if there was none.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn remove_threat_disposition(
        &mut self,
        assessment: &AssessmentNumber,
        threat: &ThreatId,
    ) -> Result<bool, StoreError> {
        self.remove(Kind::ThreatDisposition, &of(assessment).id(threat.as_str()))
    }

    /// Makes an assessment have exactly these, in this order.
    pub(super) fn replace_threat_dispositions(
        &mut self,
        assessment: &AssessmentNumber,
        all: &[ThreatDisposition],
    ) -> Result<(), StoreError> {
        self.replace(of(assessment), all, |record| record.threat.to_string())
    }
}

/// The rows of one assessment.
pub(super) fn of(assessment: &AssessmentNumber) -> List<'_> {
    List::of(Kind::ThreatDisposition, "assessment", assessment.as_str())
}
