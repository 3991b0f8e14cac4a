//! `riskwright evidence`.

use super::opened;
use crate::Done;
use crate::arguments::{AddEvidence, Evidence, Secret};
use crate::failure::Failure;
use crate::output::Output;
use riskwright_app::command::evidence::{self, EvidenceFilter, EvidenceRow, FileContent, RecordName};
use riskwright_app::{Effect, Needs};
use serde_json::json;
use std::path::Path;

/// Lists, adds or saves.
pub fn run(what: &Evidence, secret: &Secret, output: &Output) -> Result<Done, Failure> {
    match what {
        Evidence::List { workspace, about } => list(workspace, about.as_ref(), secret, output),
        Evidence::Add(add) => self::add(add, secret, output),
        Evidence::Save { workspace, number, out } => save(workspace, number, out, secret, output),
    }
}

fn list(
    workspace: &Path,
    about: Option<&RecordName>,
    secret: &Secret,
    output: &Output,
) -> Result<Done, Failure> {
    let app = opened(workspace, secret)?;
    let filter = EvidenceFilter { about: about.cloned() };
    let found =
        app.run("evidence::list", Effect::Read, Needs::Account, |state| evidence::list(state, filter))?;
    for row in &found.items {
        output.answer(row, || words(row));
    }
    Ok(Done::Yes)
}

fn add(add: &AddEvidence, secret: &Secret, output: &Output) -> Result<Done, Failure> {
    let file = file(&add.file)?;
    let app = opened(&add.workspace, secret)?;
    let request = evidence::AddEvidence {
        title: add.title.clone(),
        kind: add.kind,
        on: add.on,
        reference: add.reference.clone().unwrap_or_else(|| "Kept in this workspace".to_owned()),
        about: add.about.clone(),
        file: Some(file),
    };
    let row =
        app.run("evidence::add", Effect::Write, Needs::Content, |state| evidence::add(state, request))?;
    output.answer(&row, || format!("Recorded {}.", words(&row)));
    Ok(Done::Yes)
}

fn save(
    workspace: &Path,
    number: &str,
    out: &Path,
    secret: &Secret,
    output: &Output,
) -> Result<Done, Failure> {
    let app = opened(workspace, secret)?;
    let (name, bytes) = app.run("evidence::view", Effect::Write, Needs::Account, |state| {
        evidence::bytes(state, &number.into())
    })?;
    riskwright_app::file::replace(out, &bytes).map_err(|error| Failure::file(out, error))?;
    let answer = json!({ "number": number, "file_name": name, "bytes": bytes.len() });
    output.answer(&answer, || format!("Wrote {number} ({name}) to {}.", out.display()));
    Ok(Done::Yes)
}

/// A file that is far too large is not read to say so: its size is enough.
fn file(path: &Path) -> Result<FileContent, Failure> {
    let failed = |error| Failure::file(path, error);
    let size = std::fs::metadata(path).map_err(failed)?.len();
    evidence::refuse_size(size)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    Ok(FileContent::of(&name, &std::fs::read(path).map_err(failed)?))
}

fn words(row: &EvidenceRow) -> String {
    let item = &row.evidence;
    let file = match (&item.file_name, row.stored) {
        (Some(name), true) => format!(", {name}"),
        (_, false) if item.sha256.is_some() => ", file not here".to_owned(),
        _ => String::new(),
    };
    let used =
        if row.used_by.is_empty() { String::new() } else { format!(", used by {}", row.used_by.join("; ")) };
    format!("{} {} of {}{file}{used}", item.number, item.title, item.on)
}
