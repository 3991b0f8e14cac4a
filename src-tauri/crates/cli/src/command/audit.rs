//! `riskwright audit`.

use super::opened;
use crate::Done;
use crate::arguments::{Audit, Lines, Secret};
use crate::failure::Failure;
use crate::output::Output;
use riskwright_app::command::Empty;
use riskwright_app::command::audit::{
    AuditFilter, AuditFormat, AuditPage, export as run_export, list as run_list, verify as run_verify,
};
use riskwright_app::{CommandError, Effect, ErrorCode, Needs};
use serde_json::json;
use std::path::Path;

/// Lists, saves or checks the trail.
pub fn run(audit: &Audit, secret: &Secret, output: &Output) -> Result<Done, Failure> {
    match audit {
        Audit::List { workspace, filter, limit } => list(workspace, filter, *limit, secret, output),
        Audit::Export { workspace, filter, out } => export(workspace, filter, out, secret, output),
        Audit::Verify { workspace } => verify(workspace, secret, output),
    }
}

/// Prints lines of the trail, newest first.
fn list(
    workspace: &Path,
    filter: &Lines,
    limit: u32,
    secret: &Secret,
    output: &Output,
) -> Result<Done, Failure> {
    let app = opened(workspace, secret)?;
    let page = AuditPage { before: None, limit: Some(limit), filter: asked(filter) };
    let list = app.run("audit::list", Effect::Read, Needs::Account, |state| run_list(state, page))?;
    output.answer(&list, || {
        let mut lines: Vec<String> = list
            .lines
            .iter()
            .map(|one| format!("{:>6}  {:.0}  {}", one.sequence, one.recorded_at, one.words))
            .collect();
        lines.push(format!("{} of {} lines", list.lines.len(), list.total));
        lines.join("\n")
    });
    Ok(Done::Yes)
}

/// Saves lines of the trail as a file.
fn export(
    workspace: &Path,
    filter: &Lines,
    out: &Path,
    secret: &Secret,
    output: &Output,
) -> Result<Done, Failure> {
    let format = match out.extension().and_then(|ending| ending.to_str()) {
        Some("csv") => AuditFormat::Csv,
        Some("pdf") => AuditFormat::Pdf,
        _ => {
            let message = "The name of the file must end in .csv or .pdf.";
            return Err(CommandError::new(ErrorCode::Invalid, message).into());
        }
    };
    let app = opened(workspace, secret)?;
    let filter = asked(filter);
    let (_, bytes) =
        app.run("audit::export", Effect::Write, Needs::Account, |state| run_export(state, &filter, format))?;
    riskwright_app::file::replace(out, &bytes).map_err(|error| Failure::file(out, error))?;
    output.answer(&json!({ "file": out }), || format!("Wrote {}.", out.display()));
    Ok(Done::Yes)
}

fn asked(lines: &Lines) -> AuditFilter {
    AuditFilter {
        by: lines.by.clone(),
        kind: lines.kind.clone(),
        command: lines.command.clone(),
        record: lines.record.clone(),
        from: lines.from,
        until: lines.until,
    }
}

/// Checks the trail; the answer is no where it is broken.
fn verify(workspace: &Path, secret: &Secret, output: &Output) -> Result<Done, Failure> {
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
