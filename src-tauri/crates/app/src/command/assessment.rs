//! Assessments: the list, the guided path and its answers, approval, the next year.

mod addendum;
mod approval;
mod begin;
mod confirm;
mod difference;
mod fill;
mod form;
mod minutes;
mod path;
mod path_form;
mod proof;
mod save;
mod view;
mod words;

pub use super::Empty;
pub use addendum::addendum;
pub use approval::{approve, reject, submit};
pub use begin::begin;
pub use confirm::confirm;
pub use difference::difference;
pub use form::*;
pub use path::{answer, path};
pub use path_form::*;
pub use proof::proof;
pub use save::save;

use crate::error::CommandResult;
use crate::state::State;
use riskwright_domain::assessment::Assessment;

/// Every assessment, newest first.
///
/// # Errors
/// What the store answers.
pub fn list(state: &mut State, _: Empty) -> CommandResult<AssessmentList> {
    let content = state.session()?.content()?;
    let assessments = content.assessments.iter().rev().map(row).collect();
    Ok(AssessmentList { assessments, may_begin: content.open_assessment().is_none() })
}

/// How far the assessment being worked on is; the current one if there is none.
///
/// # Errors
/// `not_found` without an assessment.
pub fn get(state: &mut State, _: Empty) -> CommandResult<AssessmentView> {
    view::of_at_hand(state.session()?)
}

fn row(one: &Assessment) -> AssessmentRow {
    AssessmentRow {
        number: one.number.clone(),
        year: one.year,
        kind: one.kind,
        status: one.status,
        started_on: one.started_on,
        approved_on: one.approved_on(),
        previous: one.previous.clone(),
        risks: u32::try_from(one.risks.len()).unwrap_or(u32::MAX),
        highest: one.risks.iter().filter_map(riskwright_domain::risk::Risk::level).max(),
    }
}
