//! Errors as the outside sees them: a code for the program, a sentence for the person, a cure.
//!
//! One `From` per source decides whose fault it is. Never a path, SQL or a secret in any of the texts.

use riskwright_documents::signature::{IdentityError, SignError};
use riskwright_documents::{TemplateError, WriteError};
use riskwright_domain::practice::check::CheckError;
use riskwright_store::StoreError;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a command answers when it cannot do what was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS, thiserror::Error)]
#[error("{message}")]
#[ts(optional_fields)]
pub struct CommandError {
    /// What kind of error; somebody acts on each.
    pub code: ErrorCode,
    /// What happened, in one sentence.
    pub message: String,
    /// What to do about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// Every field that is wrong.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldError>,
    /// Every field that two people changed, with both values.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<FieldConflict>,
}

/// Kinds of error.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// The request or file breaks rules; `fields` lists all of them.
    Invalid,
    /// There is nothing of that name.
    NotFound,
    /// No command has that name.
    UnknownCommand,
    /// No workspace is open.
    NoWorkspace,
    /// The workspace was locked; the passphrase opens it again.
    Locked,
    /// Too many wrong passphrases: wait.
    TooManyTries,
    /// The login or passphrase does not open this workspace.
    WrongPassphrase,
    /// The person's access does not include this.
    Forbidden,
    /// Somebody else changed the same field.
    Conflict,
    /// The law or a legal hold keeps the record.
    Retained,
    /// There is nothing to undo or redo.
    NothingToUndo,
    /// An approved record does not change.
    Frozen,
    /// Other records name it, so it cannot be removed.
    InUse,
    /// The folder is not a workspace.
    NotAWorkspace,
    /// The target already exists.
    Exists,
    /// The workspace is damaged.
    Damaged,
    /// The workspace or file was written by a newer version.
    NewerVersion,
    /// Another program holds the workspace.
    Busy,
    /// The disk is full.
    Full,
    /// The folder or file cannot be written.
    ReadOnly,
    /// A template cannot be used.
    Template,
    /// The document cannot be made.
    Document,
    /// The document cannot be signed.
    Signature,
    /// Reading or writing a file failed.
    Io,
    /// Something that should not happen.
    Internal,
}

/// One wrong field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(optional_fields)]
pub struct FieldError {
    /// Name of the field, or JSON pointer into a file.
    pub field: String,
    /// What is wrong: `too_short`, `unknown_reference`, …
    pub code: String,
    /// What is wrong and how to mend it, for a person.
    pub message: String,
    /// The limit that was passed or the offending value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<String>,
    /// Line in the file, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// Column in the file, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
}

/// A field that two people changed differently since one of them began.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(optional_fields)]
pub struct FieldConflict {
    /// JSON pointer into the record: `/residual/initiation`.
    pub field: String,
    /// The value that is stored now; none where the field was removed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theirs: Option<serde_json::Value>,
    /// The value that was to be saved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yours: Option<serde_json::Value>,
    /// Login of whoever stored theirs.
    pub by: String,
    /// When, UTC.
    pub at: jiff::Timestamp,
}

impl FieldError {
    /// A wrong field of a request, which has no place in a file.
    #[must_use]
    pub fn new(field: impl Into<String>, code: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            field: field.into(),
            code: code.into(),
            message: message.into(),
            limit: None,
            line: None,
            column: None,
        }
    }
}

impl CommandError {
    /// An error with a message.
    #[must_use]
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), hint: None, fields: Vec::new(), conflicts: Vec::new() }
    }

    /// The same error with what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// A name that leads nowhere.
    #[must_use]
    pub fn not_found(what: &str, name: impl std::fmt::Display) -> Self {
        Self::new(ErrorCode::NotFound, format!("There is no {what} {name} in this workspace."))
    }

    /// A list of wrong fields.
    #[must_use]
    pub fn invalid(message: impl Into<String>, fields: Vec<FieldError>) -> Self {
        Self { code: ErrorCode::Invalid, message: message.into(), hint: None, fields, conflicts: Vec::new() }
    }

    /// An error that nobody foresaw; the cause goes to the log of the host, not to the person.
    #[must_use]
    pub fn internal(reference: &str) -> Self {
        Self::new(ErrorCode::Internal, format!("Something went wrong inside Riskwright ({reference})."))
            .hint("Nothing was changed. Try again; if it happens again, report the reference in parentheses.")
    }
}

/// The result of a command.
pub type CommandResult<T> = Result<T, CommandError>;

impl From<validator::ValidationErrors> for CommandError {
    fn from(errors: validator::ValidationErrors) -> Self {
        let mut fields = crate::validation::fields(&errors, "");
        fields.sort_by(|one, other| one.field.cmp(&other.field));
        Self::invalid("Some fields are not filled in as they must be.", fields)
    }
}

impl From<CheckError> for CommandError {
    fn from(error: CheckError) -> Self {
        Self::new(ErrorCode::Invalid, format!("The check cannot be made for that day: {error}."))
            .hint("Choose a day on which an edition of 45 CFR 171.203 is in force.")
    }
}

impl From<TemplateError> for CommandError {
    fn from(error: TemplateError) -> Self {
        Self::new(ErrorCode::Template, error.to_string())
            .hint("Correct the template at the place named, then try again.")
    }
}

impl From<WriteError> for CommandError {
    fn from(error: WriteError) -> Self {
        Self::new(ErrorCode::Document, format!("The document cannot be set: {error}."))
    }
}

impl From<SignError> for CommandError {
    fn from(error: SignError) -> Self {
        Self::new(ErrorCode::Signature, format!("The document cannot be signed: {error}."))
    }
}

impl From<IdentityError> for CommandError {
    fn from(error: IdentityError) -> Self {
        Self::new(ErrorCode::Signature, format!("The signing identity cannot be used: {error}."))
    }
}

impl From<StoreError> for CommandError {
    fn from(error: StoreError) -> Self {
        crate::store_error::from(&error)
    }
}
