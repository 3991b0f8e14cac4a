//! Passphrases: from a file, the environment or a prompt; never from an argument.

use crate::arguments::{NewPassphrase, Secret};
use crate::failure::Failure;
use crate::input;
use riskwright_app::{CommandError, ErrorCode};
use secrecy::{ExposeSecret, SecretString};
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

/// A passphrase that shall hold from now on; typed twice where it is typed.
pub fn new_passphrase(new: &NewPassphrase) -> Result<SecretString, Failure> {
    if let Some(file) = &new.new_passphrase_file {
        return first_line(file);
    }
    if let Some(value) = std::env::var_os("RISKWRIGHT_NEW_PASSPHRASE") {
        return Ok(SecretString::from(value.to_string_lossy().into_owned()));
    }
    let hint = "Use --new-passphrase-file FILE or RISKWRIGHT_NEW_PASSPHRASE where there is no terminal.";
    let typed = prompted("New passphrase: ", hint)?;
    if typed.expose_secret() == prompted("New passphrase again: ", hint)?.expose_secret() {
        return Ok(typed);
    }
    Err(CommandError::new(ErrorCode::Invalid, "The two passphrases are not the same.")
        .hint("Type the new passphrase twice alike.")
        .into())
}

/// The recovery key as printed.
pub fn recovery_key(file: Option<&Path>) -> Result<SecretString, Failure> {
    if let Some(file) = file {
        return first_line(file);
    }
    if let Some(value) = std::env::var_os("RISKWRIGHT_RECOVERY_KEY") {
        return Ok(SecretString::from(value.to_string_lossy().into_owned()));
    }
    prompted(
        "Recovery key: ",
        "Use --recovery-key-file FILE or RISKWRIGHT_RECOVERY_KEY where there is no terminal.",
    )
}

fn prompted(prompt: &str, hint: &str) -> Result<SecretString, Failure> {
    rpassword::prompt_password(prompt)
        .map(SecretString::from)
        .map_err(|_| CommandError::new(ErrorCode::Invalid, "Nothing was typed.").hint(hint).into())
}

/// The first line of a file as a secret.
pub fn first_line(file: &Path) -> Result<SecretString, Failure> {
    let text = input::text(file, input::LARGEST_TEXT)?;
    Ok(SecretString::from(text.lines().next().unwrap_or_default().to_owned()))
}
