//! Acts on a practice: starting, applying, reviewing and ending it, and the second approval of a full block.

use super::detail::detail;
use super::edit::stored;
use super::form::*;
use crate::error::{CommandError, CommandResult, ErrorCode};
use crate::faults::{Faults, LONGEST, REASON};
use crate::state::{Session, State};
use jiff::civil::Date;
use riskwright_domain::number::PracticeNumber;
use riskwright_domain::practice::{
    ApplicationRecord, Decision, Practice, PracticeReview, PracticeState, Restrictiveness,
};

/// Takes a proposed practice into use.
///
/// # Errors
/// `not_found`, `frozen` for one that is in use or over, `invalid` for a day to come.
pub fn start(state: &mut State, request: PracticeDay) -> CommandResult<PracticeDetail> {
    change(state, "practice::start", &request.number, |practice, today| {
        if practice.state != PracticeState::Proposed {
            return Err(CommandError::new(ErrorCode::Frozen, "Only a proposed practice is started.")
                .hint("Register a new practice if it begins again."));
        }
        let on = request.on.or(practice.start_date).unwrap_or(today);
        let mut faults = Faults::new();
        faults.unless(on <= today, "on", "in_future", "A practice is started on its first day or later.");
        faults.refuse("The practice cannot be started like this.")?;
        Ok(Practice { state: PracticeState::Active, start_date: Some(on), ..practice })
    })
}

/// Ends a practice.
///
/// # Errors
/// `not_found`, `frozen` for one that is not in use, `invalid` for a day before it began or to come.
pub fn end(state: &mut State, request: PracticeDay) -> CommandResult<PracticeDetail> {
    change(state, "practice::end", &request.number, |practice, today| {
        if practice.state != PracticeState::Active {
            return Err(CommandError::new(ErrorCode::Frozen, "Only a practice in use is ended."));
        }
        let on = request.on.unwrap_or(today);
        let mut faults = Faults::new();
        let begun = practice.start_date.is_none_or(|start| start <= on);
        faults.unless(begun, "on", "too_early", "The last day is not before the first.");
        faults.unless(on <= today, "on", "in_future", "A practice is ended on its last day or later.");
        faults.refuse("The practice cannot be ended like this.")?;
        Ok(Practice { state: PracticeState::Ended, end_date: Some(on), ..practice })
    })
}

/// Records one application: to which class of requestor, with what outcome, and where the rule was not followed.
///
/// # Errors
/// `not_found`, `invalid` with every wrong field.
pub fn record(state: &mut State, request: RecordApplication) -> CommandResult<PracticeDetail> {
    let known = people(state.session()?)?;
    change(state, "practice::record", &request.number.clone(), |mut practice, today| {
        refuse_record(&request, &practice, &known, today)?;
        practice.application.not_yet_applied = false;
        practice.application.records.push(ApplicationRecord {
            on: request.on,
            requestor_class: request.requestor_class.trim().to_owned(),
            outcome: request.outcome.trim().to_owned(),
            restricted: Some(request.restricted),
            deviation: request.deviation,
        });
        Ok(practice)
    })
}

/// Records a review of a practice.
///
/// # Errors
/// `not_found`, `invalid` without an outcome.
pub fn review(state: &mut State, request: ReviewPractice) -> CommandResult<PracticeDetail> {
    let by = state.session()?.person.number.clone();
    let mut faults = Faults::new();
    faults.length("outcome", &request.outcome, REASON, LONGEST);
    faults.refuse("A review says what was found.")?;
    change(state, "practice::review", &request.number, |mut practice, on| {
        let outcome = request.outcome.trim().to_owned();
        practice.reviews.push(PracticeReview { on, by, outcome, open_finding: request.open_finding });
        Ok(practice)
    })
}

/// Approves a full block as a second person.
///
/// # Errors
/// `not_found`, `forbidden` for the person who decided the practice, `invalid` for a practice that blocks less than
/// everything or without a record.
pub fn approve_block(state: &mut State, request: ApproveBlock) -> CommandResult<PracticeDetail> {
    let by = state.session()?.person.number.clone();
    change(state, "practice::approve_block", &request.number, |practice, on| {
        let mut faults = Faults::new();
        let full = practice.restrictiveness == Some(Restrictiveness::FullBlock);
        faults.unless(full, "number", "not_allowed", "Only a full block needs a second person's approval.");
        faults.length("record", &request.record, REASON, LONGEST);
        faults.refuse("It cannot be approved like this.")?;
        if practice.decision.as_ref().is_some_and(|decision| decision.by == by) {
            return Err(CommandError::new(ErrorCode::Forbidden, "You decided this practice yourself.")
                .hint("Somebody else approves a full block."));
        }
        let record = request.record.trim().to_owned();
        let approval = Decision { by, on, record, late_reason: String::new() };
        Ok(Practice { second_approval: Some(approval), ..practice })
    })
}

/// Writes a practice after a change of it as it is now.
pub(super) fn change(
    state: &mut State,
    command: &'static str,
    number: &PracticeNumber,
    change: impl FnOnce(Practice, Date) -> CommandResult<Practice>,
) -> CommandResult<PracticeDetail> {
    let session = state.session()?;
    let today = session.today()?;
    session.write(command, |writer| {
        let changed = change(stored(writer, number)?, today)?;
        Ok::<_, CommandError>(writer.put_practice(&changed)?)
    })?;
    detail(session, number)
}

fn people(session: &mut Session) -> CommandResult<Vec<String>> {
    Ok(session.content()?.people.iter().map(|one| one.number.to_string()).collect())
}

fn refuse_record(
    request: &RecordApplication,
    practice: &Practice,
    people: &[String],
    today: Date,
) -> CommandResult<()> {
    let mut faults = Faults::new();
    faults.unless(request.on <= today, "on", "in_future", "It is recorded once it was applied.");
    let begun = practice.start_date.is_some_and(|start| start <= request.on);
    let message = "The practice was not in use on this day: start it first, or correct the day.";
    faults.unless(begun && practice.state != PracticeState::Proposed, "on", "not_allowed", message);
    let over = practice.end_date.is_some_and(|end| end < request.on);
    faults.unless(!over, "on", "not_allowed", "The practice was over on this day.");
    faults.length("requestor_class", &request.requestor_class, 2, 200);
    faults.length("outcome", &request.outcome, 5, LONGEST);
    if let Some(deviation) = &request.deviation {
        faults.length("deviation/reason", &deviation.reason, REASON, LONGEST);
        let approver = deviation.approved_by.iter().map(|by| by.as_str());
        faults.known("deviation/approved_by", approver, |name| people.iter().any(|one| one == name));
    }
    faults.refuse("The application cannot be recorded like this.")
}
