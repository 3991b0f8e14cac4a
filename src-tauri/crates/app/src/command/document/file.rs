//! Signing and verifying PDFs that lie outside a workspace.

use super::{identity_of, not_yours, role_of};
use crate::error::CommandResult;
use crate::words;
use jiff::Timestamp;
use riskwright_documents::signature::{
    self, Details, Trust, VerifyReport, sign as sign_bytes, verify as verify_bytes,
};
use riskwright_domain::number::PersonNumber;
use riskwright_domain::workspace::Content;
use secrecy::{ExposeSecret, SecretString};
use std::path::PathBuf;

/// Who signs a PDF that lies outside a workspace.
pub enum FileSigner {
    /// A person of a workspace, with the identity of that person's slot.
    Person {
        /// The workspace.
        workspace: PathBuf,
        /// Login.
        login: String,
        /// Passphrase.
        passphrase: SecretString,
    },
    /// The holder of a PKCS#12 file.
    Pkcs12 {
        /// The file.
        file: Vec<u8>,
        /// Its passphrase.
        passphrase: SecretString,
    },
}

/// A PDF that was signed.
pub struct SignedFile {
    /// The file.
    pub pdf: Vec<u8>,
    /// Name in the signer's certificate.
    pub signer: String,
}

/// Signs a PDF that lies outside a workspace; a person of a workspace fills no place that is for somebody else.
///
/// # Errors
/// `wrong_passphrase`, `forbidden` for somebody else's place, `signature`.
pub fn sign_file(pdf: &[u8], field: &str, signer: &FileSigner, at: Timestamp) -> CommandResult<SignedFile> {
    let (identity, role) = match signer {
        FileSigner::Person { workspace, login, passphrase } => {
            let opened = crate::unlock::open(workspace, login, passphrase)?;
            let content = opened.store.read(riskwright_store::content::load)?;
            let role = role_in_file(&content, pdf, field, &opened.person)?;
            (identity_of(&opened)?, role)
        }
        FileSigner::Pkcs12 { file, passphrase } => {
            (signature::import(file, passphrase.expose_secret())?, field.to_owned())
        }
    };
    let pdf = sign_bytes(pdf, field, &identity, &Details { role, at })?;
    Ok(SignedFile { pdf, signer: identity.name().to_owned() })
}

/// What a verifier says of a PDF that lies outside a workspace.
#[must_use]
pub fn verify_file(pdf: &[u8], trust: &Trust) -> VerifyReport {
    verify_bytes(pdf, trust)
}

/// The role in which a person may fill a place of a file: as the version says that it was printed from, else as the
/// file itself says; a file of another program says nothing.
fn role_in_file(content: &Content, pdf: &[u8], field: &str, person: &PersonNumber) -> CommandResult<String> {
    let Some(place) = signature::intended(pdf, field) else { return Ok(field.to_owned()) };
    let own_document = place.organization == content.organization.name;
    let printed_from =
        place.document.split_once(' ').filter(|_| own_document).and_then(|(policy, version)| {
            let policy = content.policies.iter().find(|one| one.number.as_str() == policy)?;
            policy.version(version)
        });
    let own_name = words::person(content, person);
    match printed_from.map(|version| role_of(content, version, field, person)) {
        Some(Ok(role)) => Ok(role),
        _ if place.signer == own_name => Ok(field.to_owned()),
        _ => Err(not_yours(&place.signer)),
    }
}
