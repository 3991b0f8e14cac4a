//! Assessments; what has a table of its own is left out of the row and put together again on reading.

use super::row::{Change, List};
use super::{
    addressable_decision, approval, asset, factor_answer, risk, safeguard_status, threat_disposition,
};
use crate::error::StoreError;
use crate::kind::Kind;
use crate::reader::Reader;
use crate::writer::Writer;
use riskwright_domain::assessment::Assessment;
use riskwright_domain::number::AssessmentNumber;

const ALL: List<'static> = List::all(Kind::Assessment);

impl Reader<'_> {
    /// All assessments, whole, in their order.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses or a body does not have its form.
    pub fn assessments(&self) -> Result<Vec<Assessment>, StoreError> {
        let rows: Vec<Assessment> = self.list(ALL)?;
        rows.into_iter().map(|row| self.whole_assessment(row)).collect()
    }

    /// The assessment with this number, whole.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses or a body does not have its form.
    pub fn assessment(&self, number: &AssessmentNumber) -> Result<Option<Assessment>, StoreError> {
        self.one(ALL.kind, number.as_str())?.map(|row| self.whole_assessment(row)).transpose()
    }

    fn whole_assessment(&self, row: Assessment) -> Result<Assessment, StoreError> {
        let number = &row.number;
        Ok(Assessment {
            approvals: self.approvals(approval::of_assessment(number.as_str()))?,
            answers: self.factor_answers(number)?,
            assets: self.assets(number)?,
            threats: self.threat_dispositions(number)?,
            risks: self.risks(number)?,
            safeguards: self.safeguard_statuses(number)?,
            decisions: self.addressable_decisions(number)?,
            ..row
        })
    }
}

impl Writer<'_> {
    /// Makes the assessment be exactly this, with all its lists; what did not change has no revision.
    ///
    /// # Errors
    /// [`StoreError::Duplicate`] for a number or key that occurs twice; else if the database refuses.
    pub fn put_assessment(&mut self, assessment: &Assessment) -> Result<(), StoreError> {
        let number = &assessment.number;
        self.put(ALL, number.as_str(), &row(assessment))?;
        self.replace_approvals(approval::of_assessment(number.as_str()), &assessment.approvals)?;
        self.replace_factor_answers(number, &assessment.answers)?;
        self.replace_assets(number, &assessment.assets)?;
        self.replace_threat_dispositions(number, &assessment.threats)?;
        self.replace_risks(number, &assessment.risks)?;
        self.replace_safeguard_statuses(number, &assessment.safeguards)?;
        self.replace_addressable_decisions(number, &assessment.decisions)
    }

    /// Writes what the assessment's own row holds: flows, vendors, own threats, open items and the like; its lists
    /// with tables of their own stay as they are.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn put_assessment_row(&mut self, assessment: &Assessment) -> Result<Change, StoreError> {
        self.put(ALL, assessment.number.as_str(), &row(assessment))
    }

    /// Removes an assessment with all that belongs to it; `false` if there was none.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn remove_assessment(&mut self, number: &AssessmentNumber) -> Result<bool, StoreError> {
        self.clear(approval::of_assessment(number.as_str()))?;
        let lists = [
            factor_answer::of,
            threat_disposition::of,
            risk::of,
            asset::of,
            safeguard_status::of,
            addressable_decision::of,
        ];
        for list in lists {
            self.clear(list(number))?;
        }
        self.remove(ALL.kind, number.as_str())
    }
}

fn row(assessment: &Assessment) -> Assessment {
    Assessment {
        approvals: Vec::new(),
        answers: Vec::new(),
        assets: Vec::new(),
        threats: Vec::new(),
        risks: Vec::new(),
        safeguards: Vec::new(),
        decisions: Vec::new(),
        ..assessment.clone()
    }
}
