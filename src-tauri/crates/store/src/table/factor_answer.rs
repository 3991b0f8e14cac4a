//! Answers to the guided questions of an assessment.

use super::row::{Change, List};
use crate::error::StoreError;
use crate::kind::Kind;
use crate::reader::Reader;
use crate::writer::Writer;
use riskwright_domain::assessment::FactorAnswer;
use riskwright_domain::number::{AssessmentNumber, QuestionId};

impl Reader<'_> {
    /// Those of one assessment, in their order.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses or a body does not have its form.
    pub fn factor_answers(&self, assessment: &AssessmentNumber) -> Result<Vec<FactorAnswer>, StoreError> {
        self.list(of(assessment))
    }

    /// The answer to this question.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses or a body does not have its form.
    pub fn factor_answer(
        &self,
        assessment: &AssessmentNumber,
        question: &QuestionId,
    ) -> Result<Option<FactorAnswer>, StoreError> {
        self.one(Kind::FactorAnswer, &of(assessment).id(question.as_str()))
    }
}

impl Writer<'_> {
    /// Writes an answer; a new one goes to the end.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn put_factor_answer(
        &mut self,
        assessment: &AssessmentNumber,
        record: &FactorAnswer,
    ) -> Result<Change, StoreError> {
        self.put(of(assessment), record.question.as_str(), record)
    }

    /// Removes an answer; `false` if there was none.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn remove_factor_answer(
        &mut self,
        assessment: &AssessmentNumber,
        question: &QuestionId,
    ) -> Result<bool, StoreError> {
        self.remove(Kind::FactorAnswer, &of(assessment).id(question.as_str()))
    }

    /// Makes an assessment have exactly these, in this order.
    pub(super) fn replace_factor_answers(
        &mut self,
        assessment: &AssessmentNumber,
        all: &[FactorAnswer],
    ) -> Result<(), StoreError> {
        self.replace(of(assessment), all, |record| record.question.to_string())
    }
}

/// The rows of one assessment.
pub(super) fn of(assessment: &AssessmentNumber) -> List<'_> {
    List::of(Kind::FactorAnswer, "assessment", assessment.as_str())
}
