//! `riskwright new`, `import`, `export`, `status`, `backup`, `restore`.

use super::{app, opened};
use crate::Done;
use crate::arguments::{Secret, Then};
use crate::failure::Failure;
use crate::input;
use crate::output::Output;
use crate::secret;
use jiff::Timestamp;
use riskwright_app::command::OnDay;
use riskwright_app::command::phi::PhiWarning;
use riskwright_app::command::workspace::{self as command, Export, Home, Import, ImportNew, NewWorkspace};
use riskwright_app::exchange::LARGEST_FILE;
use riskwright_app::{CommandError, Effect, ErrorCode, Needs};
use serde_json::json;
use std::path::Path;

/// Creates a workspace and shows its recovery key.
pub fn new(
    workspace: &Path,
    organization: &str,
    name: Option<&str>,
    secret: &Secret,
    output: &Output,
) -> Result<Done, Failure> {
    let login = secret::login(secret)?;
    let request = NewWorkspace {
        path: workspace.display().to_string(),
        organization: organization.to_owned(),
        name: name.unwrap_or(&login).to_owned(),
        login,
        passphrase: secret::passphrase(secret, "New passphrase: ")?,
    };
    let done =
        app().run("workspace::new", Effect::Write, Needs::Nothing, |state| command::new(state, request))?;
    output.answer(&done, || {
        format!(
            "Created {}.\nRecovery key, to be printed and locked away; it is not shown again:\n\n  {}\n",
            done.path, done.recovery_key
        )
    });
    Ok(Done::Yes)
}

/// Reads an exchange file into a new or empty workspace.
pub fn import(workspace: &Path, file: &Path, secret: &Secret, output: &Output) -> Result<Done, Failure> {
    let yaml = input::bytes(file, LARGEST_FILE)?;
    let yaml = String::from_utf8(yaml).map_err(|_| {
        CommandError::new(ErrorCode::Invalid, "The file is not UTF-8 text.")
            .hint("Save it as UTF-8, then import again.")
    })?;
    if workspace.exists() && !command::is_empty_folder(workspace) {
        let app = opened(workspace, secret)?;
        let done = app.run("workspace::import", Effect::Write, Needs::Content, |state| {
            command::import(state, Import { yaml })
        })?;
        warn(&done.warnings, output);
        output.answer(&done, || {
            format!("Imported {} from a file with SHA-256 {}.", done.organization, done.sha256)
        });
        return Ok(Done::Yes);
    }
    command::read(&yaml)?;
    let request = ImportNew {
        path: workspace.display().to_string(),
        yaml,
        login: secret.person.clone(),
        passphrase: secret::passphrase(secret, "New passphrase: ")?,
    };
    let done = command::import_new(request)?;
    warn(&done.warnings, output);
    output.answer(&done, || {
        format!(
            "Imported {} into {}.\nRecovery key, to be printed and locked away; it is not shown again:\n\n  {}\n",
            done.organization, done.path, done.recovery_key
        )
    });
    Ok(Done::Yes)
}

/// Points out what looks like a patient's data; the file is taken all the same.
fn warn(warnings: &[PhiWarning], output: &Output) {
    for warning in warnings {
        output.note(&format!("warning: line {}, {}: {}", warning.line, warning.field, warning.message));
    }
}

/// Writes the exchange file.
pub fn export(
    workspace: &Path,
    out: Option<&Path>,
    known_at: Option<Timestamp>,
    secret: &Secret,
    output: &Output,
) -> Result<Done, Failure> {
    let app = opened(workspace, secret)?;
    let exported = app.run("workspace::export", Effect::Write, Needs::Account, |state| {
        command::export(state, Export { known_at })
    })?;
    output.note(&format!("warning: {}", exported.warning));
    match out {
        Some(out) => {
            riskwright_app::file::replace(out, exported.yaml.as_bytes())
                .map_err(|error| Failure::file(out, error))?;
            output.answer(&json!({ "sha256": exported.sha256, "warning": exported.warning }), || {
                format!("Exported to {} (SHA-256 {}).", out.display(), exported.sha256)
            });
        }
        None => output.text(&exported.yaml),
    }
    Ok(Done::Yes)
}

/// Shows how far the work is.
pub fn status(workspace: &Path, then: Then, secret: &Secret, output: &Output) -> Result<Done, Failure> {
    let app = opened(workspace, secret)?;
    let request = OnDay { on: then.on, known_at: then.known_at };
    let home =
        app.run("workspace::home", Effect::Read, Needs::Account, |state| command::home(state, request))?;
    output.answer(&home, || words(&home));
    Ok(Done::Yes)
}

/// Writes a backup.
pub fn backup(workspace: &Path, out: &Path, secret: &Secret, output: &Output) -> Result<Done, Failure> {
    let app = opened(workspace, secret)?;
    app.run("workspace::backup", Effect::Write, Needs::Account, |state| command::backup(state, out))?;
    output.answer(&json!({ "backup": out }), || format!("Wrote the backup {}.", out.display()));
    Ok(Done::Yes)
}

/// Makes a workspace from a backup.
pub fn restore(file: &Path, out: &Path, output: &Output) -> Result<Done, Failure> {
    command::restore(file, out)?;
    output.answer(&json!({ "workspace": out }), || format!("Restored to {}.", out.display()));
    Ok(Done::Yes)
}

fn words(home: &Home) -> String {
    let mut lines = vec![home.organization.clone()];
    if let Some(assessment) = &home.assessment {
        lines.push(format!("Assessment {} ({:?})", assessment.number, assessment.status));
    }
    lines.extend(
        home.steps.iter().map(|step| {
            format!("  {:<24} {:>3} of {:<3} {}", step.title, step.done, step.total, step.detail)
        }),
    );
    lines.extend(home.attention.iter().map(|item| format!("! {}", item.text)));
    if let Some(next) = &home.next {
        lines.push(format!("Next: {}", next.title));
    }
    lines.join("\n")
}
