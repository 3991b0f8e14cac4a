//! The current assessment: how far it is and what is missing.

pub use super::Empty;
use crate::error::CommandResult;
use crate::state::State;
use crate::words;
use jiff::civil::Date;
use riskwright_domain::assessment::AssessmentStatus;
use riskwright_domain::assessment::gaps::{Gap, gaps};
use riskwright_domain::catalogue::Catalogue;
use schemars::JsonSchema;
use serde::Serialize;
use ts_rs::TS;

/// The current assessment in short.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct AssessmentView {
    /// Number.
    pub number: String,
    /// Calendar year it counts for.
    pub year: i16,
    /// Where in its life it is.
    pub status: AssessmentStatus,
    /// Day of its first approval.
    pub approved_on: Option<Date>,
    /// Everything that is missing before it may be approved.
    pub gaps: Vec<Gap>,
}

/// How far the current assessment is.
///
/// # Errors
/// `not_found` without an assessment.
pub fn get(state: &mut State, _: Empty) -> CommandResult<AssessmentView> {
    let session = state.session()?;
    let today = session.today()?;
    let content = session.content()?;
    let assessment = words::current(content)?;
    let found = gaps(Catalogue::embedded(), content, assessment, today);
    Ok(AssessmentView {
        number: assessment.number.to_string(),
        year: assessment.year,
        status: assessment.status,
        approved_on: assessment.approved_on(),
        gaps: found.gaps,
    })
}
