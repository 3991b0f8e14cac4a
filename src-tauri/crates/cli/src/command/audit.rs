//! `riskwright audit`.

use super::opened;
use crate::Done;
use crate::arguments::Secret;
use crate::failure::Failure;
use crate::output::Output;
use riskwright_app::command::Empty;
use riskwright_app::command::audit::verify as run_verify;
use riskwright_app::{Effect, Needs};
use std::path::Path;

/// Checks the trail; the answer is no where it is broken.
pub fn verify(workspace: &Path, secret: &Secret, output: &Output) -> Result<Done, Failure> {
    let app = opened(workspace, secret)?;
    let verified =
        app.run("audit::verify", Effect::Read, Needs::Account, |state| run_verify(state, Empty {}))?;
    output.answer(&verified, || {
        if verified.holds {
            format!("The trail holds: {} lines, head {}.", verified.head.sequence, verified.head.hash)
        } else {
            let breaks: Vec<String> = verified.breaks.iter().map(|one| format!("  {one:?}")).collect();
            format!("The trail is broken in {} places:\n{}", breaks.len(), breaks.join("\n"))
        }
    });
    Ok(verified.holds.into())
}
