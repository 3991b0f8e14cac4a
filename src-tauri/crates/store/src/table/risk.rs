//! The register of an assessment.

use super::row::{Change, List};
use crate::error::StoreError;
use crate::kind::Kind;
use crate::reader::Reader;
use crate::writer::Writer;
use riskwright_domain::number::{AssessmentNumber, RiskNumber};
use riskwright_domain::risk::Risk;

impl Reader<'_> {
    /// Those of one assessment, in their order.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses or a body does not have its form.
    pub fn risks(&self, assessment: &AssessmentNumber) -> Result<Vec<Risk>, StoreError> {
        self.list(of(assessment))
    }

    /// The risk with this number.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses or a body does not have its form.
    pub fn risk(
        &self,
        assessment: &AssessmentNumber,
        number: &RiskNumber,
    ) -> Result<Option<Risk>, StoreError> {
        self.one(Kind::Risk, &of(assessment).id(number.as_str()))
    }
}

impl Writer<'_> {
    /// Writes a risk; a new one goes to the end.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn put_risk(&mut self, assessment: &AssessmentNumber, risk: &Risk) -> Result<Change, StoreError> {
        self.put(of(assessment), risk.number.as_str(), risk)
    }

    /// Removes a risk; `false` if there was none.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn remove_risk(
        &mut self,
        assessment: &AssessmentNumber,
        number: &RiskNumber,
    ) -> Result<bool, StoreError> {
        self.remove(Kind::Risk, &of(assessment).id(number.as_str()))
    }

    /// Makes an assessment have exactly these, in this order.
    pub(super) fn replace_risks(
        &mut self,
        assessment: &AssessmentNumber,
        all: &[Risk],
    ) -> Result<(), StoreError> {
        self.replace(of(assessment), all, |risk| risk.number.to_string())
    }
}

/// The rows of one assessment.
pub(super) fn of(assessment: &AssessmentNumber) -> List<'_> {
    List::of(Kind::Risk, "assessment", assessment.as_str())
}
