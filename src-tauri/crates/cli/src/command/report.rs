//! `riskwright report`.

use super::opened;
use crate::Done;
use crate::arguments::{Secret, WriteReport};
use crate::failure::Failure;
use crate::output::Output;
use riskwright_app::command::report::{self, file};
use riskwright_app::{Effect, Needs};
use serde_json::json;

/// Writes a report into a file.
pub fn write(arguments: &WriteReport, secret: &Secret, output: &Output) -> Result<Done, Failure> {
    let app = opened(&arguments.workspace, secret)?;
    let request = report::WriteReport {
        report: arguments.kind,
        format: arguments.format,
        assessment: arguments.assessment.as_deref().map(Into::into),
    };
    let written = app.run("report::write", Effect::Write, Needs::Account, |state| file(state, &request))?;
    let out = &arguments.out;
    riskwright_app::file::replace(out, &written.bytes).map_err(|error| Failure::file(out, error))?;
    output.answer(&json!({ "file": out, "bytes": written.bytes.len() }), || {
        format!("Wrote {}.", out.display())
    });
    Ok(Done::Yes)
}
