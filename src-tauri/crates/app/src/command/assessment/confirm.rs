//! Confirming what came forward from the assessment before.

use super::begin::refuse_frozen;
use super::form::*;
use crate::error::{CommandError, CommandResult};
use crate::state::State;
use crate::words;
use riskwright_domain::assessment::carry;

/// Marks records that came forward as still right; what is left to confirm.
///
/// # Errors
/// `frozen`, what the store answers.
pub fn confirm(state: &mut State, request: Confirm) -> CommandResult<Confirmed> {
    let session = state.session()?;
    let number = words::changeable(session.content()?)?.number.clone();
    session.write("assessment::confirm", |writer| {
        refuse_frozen(writer, &number)?;
        let found = writer.assessment(&number)?;
        let mut found = found.ok_or_else(|| CommandError::not_found("assessment", &number))?;
        if carry::confirm(&mut found, &request.records) > 0 {
            writer.put_assessment(&found)?;
        }
        Ok(Confirmed { to_confirm: carry::to_confirm(&found) })
    })
}
