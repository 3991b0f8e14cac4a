//! One file a word: what the command line does with it.

pub mod audit;
pub mod backup;
pub mod call;
pub mod demo;
pub mod document;
pub mod evidence;
pub mod history;
pub mod inventory;
pub mod person;
pub mod policy;
pub mod practice;
pub mod recovery;
pub mod report;
pub mod retention;
pub mod risk;
pub mod workspace;

use crate::arguments::Secret;
use crate::failure::Failure;
use crate::secret;
use riskwright_app::App;
use riskwright_app::command::workspace::{Open, only_login, open};
use riskwright_app::{Effect, Needs};
use secrecy::SecretString;
use std::path::{Path, PathBuf};

/// A program without an open workspace; what it remembers goes to the user's own folder.
pub fn app() -> App {
    App::new(memory()).without_idle_lock()
}

/// A program with a workspace open.
pub fn opened(workspace: &Path, secret: &Secret) -> Result<App, Failure> {
    opened_with_passphrase(workspace, secret).map(|(app, _)| app)
}

/// A program with a workspace open, and the passphrase that opened it.
pub fn opened_with_passphrase(workspace: &Path, secret: &Secret) -> Result<(App, SecretString), Failure> {
    let app = app();
    let login = match secret::login(secret) {
        Ok(login) => login,
        Err(unsaid) => known_login(&app, workspace)?.ok_or(unsaid)?,
    };
    let passphrase = secret::passphrase(secret, "Passphrase: ")?;
    let request = Open { path: workspace.display().to_string(), login, passphrase: passphrase.clone() };
    app.run("workspace::open", Effect::Write, Needs::Nothing, |state| open(state, request))?;
    Ok((app, passphrase))
}

/// The login of the one person of a workspace that this machine made or opened before.
fn known_login(app: &App, workspace: &Path) -> Result<Option<String>, Failure> {
    Ok(app.run("workspace::open", Effect::Read, Needs::Nothing, |state| Ok(only_login(state, workspace)))?)
}

/// `$XDG_STATE_HOME/riskwright` or `~/.local/state/riskwright`.
fn memory() -> Option<PathBuf> {
    std::env::var_os("XDG_STATE_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".local/state")))
        .map(|folder| folder.join("riskwright"))
}
