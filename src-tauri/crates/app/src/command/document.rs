//! Documents: writing a policy's PDF, signing it, verifying it. The bytes stay in the encrypted workspace.

pub use super::Empty;
use crate::error::{CommandError, CommandResult, ErrorCode};
use crate::print;
use crate::provision::PrivatePart;
use crate::seal;
use crate::state::{Session, State};
use crate::words;
use jiff::Timestamp;
use riskwright_documents::policy::{Sheet, signing_places};
use riskwright_documents::signature::{Details, Identity, sign as sign_bytes, verify as verify_bytes};
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::number::{PersonNumber, PolicyNumber};
use riskwright_domain::policy::PolicyVersion;
use riskwright_domain::workspace::Content;
use riskwright_store::{DocumentSummary, Opened, Series, StoredDocument};
use schemars::JsonSchema;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::path::Path;
use ts_rs::TS;

mod file;

pub use self::file::{FileSigner, SignedFile, sign_file, verify_file};
pub use riskwright_documents::signature::{Trust, VerifyReport};

/// All documents that were written.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct DocumentList {
    /// Newest first.
    pub documents: Vec<DocumentRow>,
}

/// A written document.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct DocumentRow {
    /// Number: `D-0001`.
    pub number: String,
    /// The policy.
    pub policy: PolicyNumber,
    /// Its title.
    pub title: String,
    /// The version.
    pub version: String,
    /// SHA-256 (hex) of the sealed content.
    pub content_hash: String,
    /// SHA-256 (hex) of the file as it is now.
    pub sha256: String,
    /// Size in bytes.
    pub bytes: u32,
    /// When it was written, UTC.
    pub written_at: Timestamp,
    /// Places to sign.
    pub places: Vec<Place>,
}

/// A place to sign and whether it is filled.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct Place {
    /// Name of the signature field.
    pub field: String,
    /// Name of the person who signs there.
    pub name: String,
    /// Login of that person, if there is an account.
    pub login: Option<String>,
    /// Author, or capacity of the approver.
    pub role: String,
    /// Whether it is signed.
    pub signed: bool,
}

/// Names the policy to be written.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct WriteDocument {
    /// The policy.
    pub policy: PolicyNumber,
    /// The version; the one in force if left out.
    #[serde(default)]
    pub version: Option<String>,
}

/// Names a written document.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct DocumentName {
    /// Its number.
    pub number: String,
}

/// A signature to be made.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct SignDocument {
    /// The document.
    pub number: String,
    /// The place: `author`, `approver`, …
    pub field: String,
    /// Login of the person who signs.
    pub login: String,
    /// Passphrase of that person.
    #[schemars(with = "String")]
    #[ts(type = "string")]
    pub passphrase: SecretString,
}

/// A signed document and what a verifier says of it.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct SignedDocument {
    /// The document.
    pub document: DocumentRow,
    /// The report.
    pub report: VerifyReport,
}

/// Every document, newest first.
///
/// # Errors
/// What the store answers.
pub fn list(state: &mut State, _: Empty) -> CommandResult<DocumentList> {
    let session = state.session()?;
    let stored = session.store.read(|reader| reader.documents())?;
    let content = session.content()?;
    Ok(DocumentList { documents: stored.iter().rev().map(|one| row(content, one)).collect() })
}

/// Writes the PDF of a policy version into the workspace.
///
/// # Errors
/// `not_found`, `template`, `document`.
pub fn write(state: &mut State, request: WriteDocument) -> CommandResult<DocumentRow> {
    let session = state.session()?;
    let written = pdf(session, &request, Timestamp::now())?;
    let summary = session.write("document::write", |writer| {
        let summary = DocumentSummary {
            number: writer.next_number(Series::Document)?,
            policy: written.policy,
            version: written.version,
            content_hash: written.content_hash,
            written_at: written.at,
            signed: Vec::new(),
            sha256: String::new(),
            bytes: 0,
        };
        Ok(writer.put_document(&StoredDocument { summary, pdf: written.pdf })?)
    })?;
    Ok(row(session.content()?, &summary))
}

/// Signs a place of a document as the person it is for.
///
/// # Errors
/// `not_found`, `wrong_passphrase`, `forbidden` for somebody else's place, `signature`.
pub fn sign(state: &mut State, request: SignDocument) -> CommandResult<SignedDocument> {
    let session = state.session()?;
    let mut stored = stored(session, &request.number)?;
    let (person, identity) = identity(&session.path, &request.login, &request.passphrase)?;
    let role = allowed(session.content()?, &stored.summary, &request.field, &person)?;
    let details = Details { role, at: Timestamp::now() };
    stored.pdf = sign_bytes(&stored.pdf, &request.field, &identity, &details)?;
    stored.summary.signed.push(request.field);
    let summary = session.write("document::sign", |writer| Ok(writer.put_document(&stored)?))?;
    let report = verify_bytes(&stored.pdf, &session.trust());
    Ok(SignedDocument { document: row(session.content()?, &summary), report })
}

/// What a verifier says of a document.
///
/// # Errors
/// `not_found`.
pub fn verify(state: &mut State, request: DocumentName) -> CommandResult<VerifyReport> {
    let session = state.session()?;
    let stored = stored(session, &request.number)?;
    Ok(verify_bytes(&stored.pdf, &session.trust()))
}

/// The bytes of a document, for the shell and the command line; leaves an event in the trail.
///
/// # Errors
/// `not_found`, `no_workspace`.
pub fn bytes(state: &mut State, number: &str) -> CommandResult<(String, Vec<u8>)> {
    let session = state.session()?;
    let stored = stored(session, number)?;
    session.event("document::open", &json!({ "document": number }))?;
    Ok((format!("{} {}.pdf", stored.summary.policy, stored.summary.version), stored.pdf))
}

/// A PDF that was set but not stored.
pub struct Written {
    /// The policy.
    pub policy: PolicyNumber,
    /// The version.
    pub version: String,
    /// SHA-256 (hex) of the sealed content.
    pub content_hash: String,
    /// The date on it.
    pub at: Timestamp,
    /// The file.
    pub pdf: Vec<u8>,
}

/// Sets the PDF of a policy version with a given date; the same content, trail and date give the same bytes.
///
/// # Errors
/// `not_found`, `template`, `document`.
pub fn pdf(session: &mut Session, request: &WriteDocument, at: Timestamp) -> CommandResult<Written> {
    let today = session.today()?;
    let head = session.store.read(|reader| reader.head())?;
    let content = session.content()?;
    let policy = words::policy(content, request.policy.as_str())?;
    let version = words::version(policy, request.version.as_deref(), today)?;
    let sheet = Sheet::of(Catalogue::embedded(), content, policy, version);
    let seal = match &version.seal {
        Some(seal) => seal.clone(),
        None => seal::preview(&sheet)?,
    };
    let pdf = print::policy(&sheet, &seal, &head, at)?;
    Ok(Written {
        policy: policy.number.clone(),
        version: version.number.clone(),
        content_hash: seal.content_hash,
        at,
        pdf,
    })
}

/// The person behind a login, and the signing identity in that person's slot.
fn identity(
    workspace: &Path,
    login: &str,
    passphrase: &SecretString,
) -> CommandResult<(PersonNumber, Identity)> {
    let opened = crate::unlock::open(workspace, login, passphrase)?;
    Ok((opened.person.clone(), identity_of(&opened)?))
}

fn identity_of(opened: &Opened) -> CommandResult<Identity> {
    let private = opened.private.as_ref().ok_or_else(no_identity)?;
    PrivatePart::identity(private.expose_secret())
}

fn not_yours(name: &str) -> CommandError {
    CommandError::new(ErrorCode::Forbidden, format!("This place is for {name}."))
        .hint("Each person signs the own place, with the own login and passphrase.")
}

/// In which role a person may sign a field of a version: the author the author's, each approver the own one.
///
/// # Errors
/// `not_found` for a field that the version does not have, `forbidden` for somebody else's.
pub fn role_of(
    content: &Content,
    version: &PolicyVersion,
    field: &str,
    person: &PersonNumber,
) -> CommandResult<String> {
    let places = places(content, version);
    let (owner, place) = places
        .iter()
        .find(|(_, place)| place.field == field)
        .ok_or_else(|| CommandError::not_found("place to sign called", field))?;
    if owner.as_ref() != Some(person) {
        let nobody = "whoever approves, and nobody has yet";
        return Err(not_yours(if owner.is_none() { nobody } else { &place.name }));
    }
    Ok(place.role.clone())
}

fn allowed(
    content: &Content,
    stored: &DocumentSummary,
    field: &str,
    person: &PersonNumber,
) -> CommandResult<String> {
    let policy = words::policy(content, stored.policy.as_str())?;
    let version =
        policy.version(&stored.version).ok_or_else(|| CommandError::not_found("version", &stored.version))?;
    role_of(content, version, field, person)
}

fn places(content: &Content, version: &PolicyVersion) -> Vec<(Option<PersonNumber>, Place)> {
    signing_places(version)
        .into_iter()
        .map(|place| {
            let known = content.people.iter().find(|one| Some(&one.number) == place.person.as_ref());
            let shown = Place {
                field: place.field,
                name: known.map(|one| one.name.clone()).unwrap_or_default(),
                login: known.and_then(|one| one.login.clone()),
                role: place.role,
                signed: false,
            };
            (place.person, shown)
        })
        .collect()
}

fn stored(session: &mut Session, number: &str) -> CommandResult<StoredDocument> {
    session
        .store
        .read(|reader| reader.document(number))?
        .ok_or_else(|| CommandError::not_found("document", number))
}

fn no_identity() -> CommandError {
    CommandError::new(ErrorCode::Signature, "This person has no signing identity in this workspace.")
        .hint("Sign in ink on the printed page, or with a PKCS#12 file on the command line.")
}

fn row(content: &Content, stored: &DocumentSummary) -> DocumentRow {
    let policy = content.policies.iter().find(|policy| policy.number == stored.policy);
    let version = policy.and_then(|policy| policy.version(&stored.version));
    let mut places: Vec<Place> = version
        .map(|version| places(content, version).into_iter().map(|(_, place)| place).collect())
        .unwrap_or_default();
    for place in &mut places {
        place.signed = stored.signed.contains(&place.field);
    }
    DocumentRow {
        number: stored.number.clone(),
        policy: stored.policy.clone(),
        title: policy.map(|policy| policy.title.clone()).unwrap_or_default(),
        version: stored.version.clone(),
        content_hash: stored.content_hash.clone(),
        sha256: stored.sha256.clone(),
        bytes: u32::try_from(stored.bytes).unwrap_or(u32::MAX),
        written_at: stored.written_at,
        places,
    }
}
