//! Corrections of an approved assessment, which itself stays as it was approved.

use super::form::*;
use super::view;
use crate::error::{CommandError, CommandResult, ErrorCode};
use crate::faults::{Faults, LONGEST, REASON};
use crate::state::State;
use riskwright_domain::assessment::Addendum;

/// Adds a correction to an approved assessment.
///
/// # Errors
/// `invalid`, `not_found`; `frozen` for one that is not approved, which is changed instead.
pub fn addendum(state: &mut State, request: AddAddendum) -> CommandResult<AssessmentView> {
    let session = state.session()?;
    let on = session.today()?;
    let by = session.person.number.clone();
    let mut faults = Faults::new();
    faults.length("about", &request.about, 2, 200);
    faults.length("text", &request.text, REASON, LONGEST);
    faults.refuse("A correction says what it is about, what is corrected, and why.")?;
    session.write("assessment::addendum", |writer| {
        let found = writer.assessment(&request.assessment)?;
        let mut one = found.ok_or_else(|| CommandError::not_found("assessment", &request.assessment))?;
        if one.approved_on().is_none() {
            return Err(CommandError::new(ErrorCode::Frozen, "Only an approved assessment has addenda.")
                .hint("Change the record itself."));
        }
        let (about, text) = (request.about.trim().to_owned(), request.text.trim().to_owned());
        one.addenda.push(Addendum { about, text, by, on });
        writer.put_assessment_row(&one)?;
        Ok(())
    })?;
    view::of_at_hand(session)
}
