//! `riskwright recover` and `recovery-sheet`.

use super::{app, opened_with_passphrase};
use crate::Done;
use crate::arguments::{Recover, Secret};
use crate::failure::Failure;
use crate::output::Output;
use crate::secret;
use riskwright_app::command::workspace::{self as command, Passphrase, Recovered};
use riskwright_app::{Effect, Needs};
use std::path::Path;

/// Opens with the recovery key and gives a security official a new passphrase.
pub fn recover(recover: &Recover, secret: &Secret, output: &Output) -> Result<Done, Failure> {
    let request = command::Recover {
        path: recover.workspace.display().to_string(),
        login: secret::login(secret)?,
        recovery_key: secret::recovery_key(recover.recovery_key_file.as_deref())?,
        passphrase: secret::new_passphrase(&recover.new)?,
    };
    let opened = app().run("workspace::recover", Effect::Write, Needs::Nothing, |state| {
        let opened = command::recover(state, request)?;
        command::close(state, command::Empty {})?;
        Ok(opened)
    })?;
    output.answer(&opened, || words(&opened));
    Ok(Done::Yes)
}

fn words(opened: &Recovered) -> String {
    let mut lines = vec![format!(
        "{} opens {} with the new passphrase, and has a new signing identity.",
        opened.person.name, opened.organization
    )];
    if !opened.to_reset.is_empty() {
        lines.push("The keys of everybody else are lost. Give each of them a new passphrase:".to_owned());
        lines.extend(opened.to_reset.iter().map(|one| format!("  {} ({})", one.name, one.login)));
    }
    lines.join("\n")
}

/// Prints the recovery key anew.
pub fn sheet(workspace: &Path, secret: &Secret, output: &Output) -> Result<Done, Failure> {
    let (app, passphrase) = opened_with_passphrase(workspace, secret)?;
    let sheet = app.run("workspace::recovery_sheet", Effect::Write, Needs::Official, |state| {
        command::recovery_sheet(state, Passphrase { passphrase })
    })?;
    output.answer(&sheet, || {
        format!(
            "Recovery sheet of {}\nWorkspace {}\nMade {} by {}\n\n  {}\n\nWhoever has this key opens the workspace: \
             lock it away.",
            sheet.organization, sheet.workspace, sheet.made_at, sheet.made_by, sheet.recovery_key
        )
    });
    Ok(Done::Yes)
}
