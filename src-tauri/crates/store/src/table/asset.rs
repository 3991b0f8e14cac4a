//! The inventory of an assessment.

use super::row::{Change, List};
use crate::error::StoreError;
use crate::kind::Kind;
use crate::reader::Reader;
use crate::writer::Writer;
use riskwright_domain::assessment::Asset;
use riskwright_domain::number::{AssessmentNumber, AssetNumber};

impl Reader<'_> {
    /// Those of one assessment, in their order.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses or a body does not have its form.
    pub fn assets(&self, assessment: &AssessmentNumber) -> Result<Vec<Asset>, StoreError> {
        self.list(of(assessment))
    }

    /// The asset with this number.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses or a body does not have its form.
    pub fn asset(
        &self,
        assessment: &AssessmentNumber,
        number: &AssetNumber,
    ) -> Result<Option<Asset>, StoreError> {
        self.one(Kind::Asset, &of(assessment).id(number.as_str()))
    }
}

impl Writer<'_> {
    /// Writes an asset; a new one goes to the end.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn put_asset(&mut self, assessment: &AssessmentNumber, asset: &Asset) -> Result<Change, StoreError> {
        self.put(of(assessment), asset.number.as_str(), asset)
    }

    /// Removes an asset; `false` if there was none.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn remove_asset(
        &mut self,
        assessment: &AssessmentNumber,
        number: &AssetNumber,
    ) -> Result<bool, StoreError> {
        self.remove(Kind::Asset, &of(assessment).id(number.as_str()))
    }

    /// Makes an assessment have exactly these, in this order.
    pub(super) fn replace_assets(
        &mut self,
        assessment: &AssessmentNumber,
        all: &[Asset],
    ) -> Result<(), StoreError> {
        self.replace(of(assessment), all, |asset| asset.number.to_string())
    }
}

/// The rows of one assessment.
pub(super) fn of(assessment: &AssessmentNumber) -> List<'_> {
    List::of(Kind::Asset, "assessment", assessment.as_str())
}
