//! Passphrases: from a file, the environment or a prompt; never from an argument.

use crate::arguments::Secret;
use crate::failure::Failure;
use riskwright_app::{CommandError, ErrorCode};
use secrecy::SecretString;
use std::path::Path;

/// The login, or an error that says how to give it.
pub fn login(secret: &Secret) -> Result<String, Failure> {
    secret.person.clone().ok_or_else(|| {
        CommandError::new(ErrorCode::Invalid, "It is not said who opens the workspace.")
            .hint("Name the login with --person LOGIN or RISKWRIGHT_PERSON.")
            .into()
    })
}

/// The passphrase of the workspace.
pub fn passphrase(secret: &Secret, prompt: &str) -> Result<SecretString, Failure> {
    if let Some(file) = &secret.passphrase_file {
        return first_line(file);
    }
    if let Some(value) = std::env::var_os("RISKWRIGHT_PASSPHRASE") {
        return Ok(SecretString::from(value.to_string_lossy().into_owned()));
    }
    rpassword::prompt_password(prompt).map(SecretString::from).map_err(|_| {
        CommandError::new(ErrorCode::Invalid, "No passphrase was given.")
            .hint("Use --passphrase-file FILE or RISKWRIGHT_PASSPHRASE where there is no terminal.")
            .into()
    })
}

/// The first line of a file as a secret.
pub fn first_line(file: &Path) -> Result<SecretString, Failure> {
    let text = std::fs::read_to_string(file).map_err(|error| Failure::file(file, error))?;
    Ok(SecretString::from(text.lines().next().unwrap_or_default().to_owned()))
}
