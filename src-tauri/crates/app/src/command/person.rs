//! People of the workspace: who they are, what they may do, how they sign in and sign.

pub use super::Empty;
pub use crate::people::keys::{change_passphrase, import_identity, remove_account, reset_passphrase};
pub use crate::people::register::{add, give_account, save};

use crate::error::CommandResult;
use crate::people;
use crate::state::State;
use riskwright_domain::number::PersonNumber;
pub use riskwright_domain::organization::{Access, Function};
use riskwright_domain::organization::{Certificate, Person};
use schemars::JsonSchema;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Everybody in the workspace.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct PersonList {
    /// By number.
    pub people: Vec<PersonRow>,
    /// Fewest characters of a passphrase.
    pub shortest_passphrase: u32,
}

/// A person, the account and the signing identity.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
#[ts(optional_fields)]
pub struct PersonRow {
    /// The person.
    pub person: Person,
    /// Revision to name when saving.
    pub revision: i64,
    /// Certificate of the signing identity in use, as far as this workspace knows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<Certificate>,
    /// What the person may approve, in words: `policies, as security official`.
    pub may_approve: Vec<String>,
    /// Whether it is who asks.
    pub is_you: bool,
}

/// A new person, with or without an account.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AddPerson {
    /// Full name.
    pub name: String,
    /// Job title.
    pub title: String,
    /// The function the person works in.
    pub function: Function,
    /// Account to sign in with.
    #[serde(default)]
    pub account: Option<NewAccount>,
}

/// An account to be made.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct NewAccount {
    /// Name for signing in; never another person's, now or before.
    pub login: String,
    /// What the account may do.
    pub access: Vec<Access>,
    /// First passphrase, 12 characters or more; the person changes it.
    #[schemars(with = "String")]
    #[ts(type = "string")]
    pub passphrase: SecretString,
}

/// A changed person; the login stays, because it is part of the key.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct SavePerson {
    /// Whom.
    pub number: PersonNumber,
    /// Full name.
    pub name: String,
    /// Job title.
    pub title: String,
    /// The function the person works in.
    pub function: Function,
    /// What the account may do; empty where there is no account.
    pub access: Vec<Access>,
    /// The revision this change was based on.
    pub based_on_revision: i64,
}

/// An account for somebody who has none.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct GiveAccount {
    /// Whom.
    pub number: PersonNumber,
    /// The account.
    pub account: NewAccount,
}

/// A new passphrase for whoever asks.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangePassphrase {
    /// The one that holds now.
    #[schemars(with = "String")]
    #[ts(type = "string")]
    pub current: SecretString,
    /// The new one, 12 characters or more.
    #[schemars(with = "String")]
    #[ts(type = "string")]
    pub passphrase: SecretString,
}

/// A new passphrase, and with it a new signing identity, for somebody who forgot the old one.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ResetPassphrase {
    /// Whom.
    pub number: PersonNumber,
    /// The new passphrase, 12 characters or more.
    #[schemars(with = "String")]
    #[ts(type = "string")]
    pub passphrase: SecretString,
}

/// An account to be closed.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveAccount {
    /// Whose.
    pub number: PersonNumber,
    /// Whether everything is encrypted anew, so that an old copy of the keys opens nothing written later.
    pub new_data_key: bool,
    /// Passphrase of whoever asks; needed for a new data key, which seals every account anew.
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    #[ts(optional, type = "string")]
    pub passphrase: Option<SecretString>,
}

/// What closing an account did.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
#[ts(optional_fields)]
pub struct RemovedAccount {
    /// The person, who stays in the register.
    pub person: PersonRow,
    /// The new recovery key, where there is a new data key: the old sheet opens nothing any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recovery_key: Option<String>,
    /// Logins of people who sign in again with a passphrase that the official gives them.
    pub to_reset: Vec<String>,
}

/// A signing identity of a certificate authority, for whoever asks.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportIdentity {
    /// The PKCS#12 file (RFC 7292), base64.
    #[schemars(with = "String")]
    #[ts(type = "string")]
    pub pkcs12: SecretString,
    /// Passphrase of the file.
    #[schemars(with = "String")]
    #[ts(type = "string")]
    pub pkcs12_passphrase: SecretString,
    /// Passphrase of the account.
    #[schemars(with = "String")]
    #[ts(type = "string")]
    pub passphrase: SecretString,
}

/// Everybody.
///
/// # Errors
/// What the store answers.
pub fn list(state: &mut State, _: Empty) -> CommandResult<PersonList> {
    people::all(state.session()?)
}
