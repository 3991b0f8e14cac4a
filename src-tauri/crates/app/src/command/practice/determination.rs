//! Deciding a case: 45 CFR 171.203(e). From then on the determination does not change.

use super::act::change;
use super::detail::is_locked;
use super::form::*;
use crate::error::{CommandError, CommandResult, ErrorCode, FieldError};
use crate::facts;
use crate::state::State;
use jiff::Timestamp;
use riskwright_domain::number::PersonNumber;
use riskwright_domain::practice::check::{Cure, FixTarget, faults_of_case};
use riskwright_domain::practice::{Basis, Practice};

/// Decides the case as the person who calls, and locks the determination.
///
/// # Errors
/// `not_found`, `frozen` where it was decided, `invalid` with everything that the rule asks of a determination and
/// that is not there.
pub fn decide(state: &mut State, request: DecideCase) -> CommandResult<PracticeDetail> {
    let now = state.clock.now();
    let session = state.session()?;
    let by = session.person.number.clone();
    let content = session.content()?.clone();
    change(state, "practice::decide", &request.number, |practice, today| {
        if is_locked(&practice) {
            return Err(CommandError::new(ErrorCode::Frozen, "This determination was decided before."));
        }
        let at = request.decided_at.unwrap_or(now);
        if now < at {
            let field = FieldError::new("decided_at", "in_future", "It cannot be decided in the future.");
            return Err(CommandError::invalid("The case cannot be decided like this.", vec![field]));
        }
        let decided = decided(practice, by, at, now)?;
        refuse_incomplete(faults_of_case(&facts::of(&content), &decided, today)?)?;
        Ok(decided)
    })
}

fn decided(
    mut practice: Practice,
    by: PersonNumber,
    at: Timestamp,
    now: Timestamp,
) -> CommandResult<Practice> {
    let Some(Basis::Case(case)) = practice.basis.as_mut() else {
        let message = "Say first that the practice rests on a determination for this case.";
        let field = FieldError::new("basis", "not_allowed", message);
        return Err(CommandError::invalid("There is no determination to decide.", vec![field]));
    };
    (case.approver, case.decided_at, case.recorded_at) = (Some(by), Some(at), Some(now));
    Ok(practice)
}

/// What the rule asks of a determination and is not there, each with its cure.
fn refuse_incomplete(cures: Vec<Cure>) -> CommandResult<()> {
    let fields: Vec<FieldError> = cures
        .into_iter()
        .map(|cure| {
            let field = match cure.target {
                FixTarget::Determination { field, .. } => format!("basis/case/{field}"),
                FixTarget::Practice { field, .. } => field,
                _ => "basis/case".to_owned(),
            };
            FieldError::new(field, "incomplete", cure.fix)
        })
        .collect();
    if fields.is_empty() {
        return Ok(());
    }
    Err(CommandError::invalid("The determination is not complete.", fields)
        .hint("What was decided earlier can be written down now: say when it was decided."))
}
