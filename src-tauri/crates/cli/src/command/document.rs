//! `riskwright document`, `sign` and `verify`.

use super::opened;
use crate::Done;
use crate::arguments::{Secret, Sign, WriteDocument};
use crate::failure::Failure;
use crate::input;
use crate::output::Output;
use crate::secret;
use jiff::Timestamp;
use riskwright_app::command::document::{self, FileSigner, VerifyReport, sign_file, verify_file};
use riskwright_app::{Effect, Needs};
use serde_json::json;
use std::path::Path;

/// Writes the PDF of a policy.
pub fn write(arguments: &WriteDocument, secret: &Secret, output: &Output) -> Result<Done, Failure> {
    let app = opened(&arguments.workspace, secret)?;
    let request = document::WriteDocument {
        policy: arguments.policy.as_str().into(),
        version: arguments.policy_version.clone(),
    };
    let at = arguments.at.unwrap_or_else(Timestamp::now);
    let written = app.run("document::write", Effect::Write, Needs::Account, |state| {
        let written = document::pdf(state.session()?, &request, at)?;
        state
            .session()?
            .event("document::write", &json!({ "policy": written.policy, "version": written.version }))?;
        Ok(written)
    })?;
    replace(&arguments.out, &written.pdf)?;
    let answer = json!({
        "policy": written.policy, "version": written.version, "content_hash": written.content_hash,
        "bytes": written.pdf.len(), "at": written.at,
    });
    output.answer(&answer, || {
        format!("Wrote {} version {} to {}.", written.policy, written.version, arguments.out.display())
    });
    Ok(Done::Yes)
}

/// Signs a PDF as a person of a workspace or with a PKCS#12 file.
pub fn sign(arguments: &Sign, secret: &Secret, output: &Output) -> Result<Done, Failure> {
    let pdf = read(&arguments.file)?;
    let signer = match (&arguments.workspace, &arguments.p12) {
        (Some(workspace), _) => FileSigner::Person {
            workspace: workspace.clone(),
            login: secret::login(secret)?,
            passphrase: secret::passphrase(secret, "Passphrase: ")?,
        },
        (None, Some(file)) => FileSigner::Pkcs12 {
            file: read(file)?,
            passphrase: match &arguments.p12_passphrase_file {
                Some(file) => secret::first_line(file)?,
                None => secret::passphrase(
                    &Secret { person: None, passphrase_file: None },
                    "Passphrase of the PKCS#12 file: ",
                )?,
            },
        },
        (None, None) => return Err(nobody().into()),
    };
    let signed = sign_file(&pdf, &arguments.field, &signer, Timestamp::now())?;
    let out = arguments.out.as_deref().unwrap_or(&arguments.file);
    replace(out, &signed.pdf)?;
    output.answer(
        &json!({ "field": arguments.field, "signer": signed.signer, "bytes": signed.pdf.len() }),
        || format!("{} signed {} in field {}.", signed.signer, out.display(), arguments.field),
    );
    Ok(Done::Yes)
}

/// Verifies the signatures of a PDF; the answer is no where one does not hold or there is none.
pub fn verify(
    file: &Path,
    workspace: Option<&Path>,
    secret: &Secret,
    output: &Output,
) -> Result<Done, Failure> {
    let pdf = read(file)?;
    let report = match workspace {
        Some(workspace) => {
            opened(workspace, secret)?.run("document::verify", Effect::Read, Needs::Account, |state| {
                Ok(verify_file(&pdf, &state.session()?.trust()))
            })?
        }
        None => verify_file(&pdf, &document::Trust::default()),
    };
    output.answer(&report, || words(&report));
    Ok(report.valid.into())
}

fn words(report: &VerifyReport) -> String {
    let mut lines: Vec<String> = report
        .signatures
        .iter()
        .map(|one| {
            let state = if one.intact { "intact" } else { "BROKEN" };
            let claimed =
                one.claimed_at.map(|at| format!(", {at} by the signer's clock")).unwrap_or_default();
            format!("{}: {} ({state}{claimed})", one.field, one.signer)
        })
        .collect();
    lines.extend(report.problems.iter().map(|problem| format!("problem: {problem}")));
    lines.push(
        if report.valid {
            "All signatures hold and cover the whole file."
        } else {
            "The signatures do not hold."
        }
        .to_owned(),
    );
    lines.join("\n")
}

fn nobody() -> riskwright_app::CommandError {
    riskwright_app::CommandError::new(riskwright_app::ErrorCode::Invalid, "It is not said who signs.")
        .hint("Use --workspace W --person LOGIN, or --p12 FILE.")
}

fn read(file: &Path) -> Result<Vec<u8>, Failure> {
    input::bytes(file, input::LARGEST_DOCUMENT)
}

/// Writes beside and renames, so that a signed file is never half there.
fn replace(file: &Path, bytes: &[u8]) -> Result<(), Failure> {
    riskwright_app::file::replace(file, bytes).map_err(|error| Failure::file(file, error))
}
