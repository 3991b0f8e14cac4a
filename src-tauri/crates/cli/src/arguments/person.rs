//! People, passphrases and the recovery key.

use clap::{Args, Subcommand};
use riskwright_app::command::person::{Access, Function};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub enum Person {
    /// List everybody with account and certificate.
    List {
        /// The workspace.
        workspace: PathBuf,
    },
    /// Add a person; with a login, an account and a signing identity too.
    Add(AddPerson),
    /// Give an account to somebody who has none.
    Account {
        /// The workspace.
        workspace: PathBuf,
        /// Number of the person.
        number: String,
        /// Name for signing in; never another person's, now or before.
        #[arg(long)]
        login: String,
        /// What the account may do: official, privacy, executive, contributor, reviewer, auditor.
        #[arg(long, required = true, value_delimiter = ',', value_parser = named::<Access>)]
        access: Vec<Access>,
        #[command(flatten)]
        new: NewPassphrase,
    },
    /// Change the own passphrase.
    Passphrase {
        /// The workspace.
        workspace: PathBuf,
        #[command(flatten)]
        new: NewPassphrase,
    },
    /// Give somebody else a new passphrase and a new signing identity.
    Reset {
        /// The workspace.
        workspace: PathBuf,
        /// Number of the person.
        number: String,
        #[command(flatten)]
        new: NewPassphrase,
    },
    /// Close an account; the person stays in the register.
    Remove {
        /// The workspace.
        workspace: PathBuf,
        /// Number of the person.
        number: String,
        /// Encrypt everything anew, so that old copies of the keys open nothing written later.
        #[arg(long)]
        new_data_key: bool,
    },
}

#[derive(Debug, Args)]
pub struct AddPerson {
    /// The workspace.
    pub workspace: PathBuf,
    /// Full name.
    #[arg(long)]
    pub name: String,
    /// Job title.
    #[arg(long)]
    pub title: String,
    /// Where the person works: clinical, administration, information_technology, commercial, outside.
    #[arg(long, value_parser = named::<Function>)]
    pub function: Function,
    /// Name for signing in; none without an account.
    #[arg(long, requires = "access")]
    pub login: Option<String>,
    /// What the account may do: official, privacy, executive, contributor, reviewer, auditor.
    #[arg(long, requires = "login", value_delimiter = ',', value_parser = named::<Access>)]
    pub access: Vec<Access>,
    #[command(flatten)]
    pub new: NewPassphrase,
}

/// Where a new passphrase comes from.
#[derive(Debug, Args)]
pub struct NewPassphrase {
    /// File whose first line is the new passphrase; else RISKWRIGHT_NEW_PASSPHRASE, else a prompt, twice.
    #[arg(long, value_name = "FILE")]
    pub new_passphrase_file: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Recover {
    /// The workspace.
    pub workspace: PathBuf,
    /// File whose first line is the recovery key; else RISKWRIGHT_RECOVERY_KEY, else a prompt.
    #[arg(long, value_name = "FILE")]
    pub recovery_key_file: Option<PathBuf>,
    #[command(flatten)]
    pub new: NewPassphrase,
}

/// A value by the name that exchange files and commands give it.
fn named<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_json::from_value(Value::from(text)).map_err(|error| error.to_string())
}
