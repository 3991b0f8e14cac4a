//! Signing a field of a PDF as an incremental update, as PAdES baseline B (ETSI EN 319 142-1).

mod increment;

use jiff::Timestamp;

use super::appearance::AppearanceError;
use super::cades;
use super::field::{Field, signature_fields};
use super::identity::Identity;
use super::reader::{ReadError, Revision};
use super::verify::{self, Trust};
use crate::font::{self, FaceId};

/// What a signature states beside the name in the certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Details {
    /// In which role the person signs, such as "Approver, privacy officer"; the signature's reason.
    pub role: String,
    /// The time by the signer's clock; it is stated as that, never as a trusted time.
    pub at: Timestamp,
}

/// Why a document cannot be signed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SignError {
    /// The document cannot be read, or is encrypted.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The document has no signature field of the name; these are those it has.
    #[error("the document has no signature field {field:?}")]
    NoSuchField {
        /// The name asked for.
        field: String,
        /// The names of the document's signature fields.
        existing: Vec<String>,
    },
    /// The field is signed already.
    #[error("the field {field:?} is signed already")]
    AlreadySigned {
        /// The field's name.
        field: String,
    },
    /// The document is certified with the statement that nothing more may be changed.
    #[error("the document is certified against any further change")]
    Certified,
    /// A signature that is already in the document is broken, or what followed it changed what it covers.
    #[error("the document's signatures do not hold")]
    Broken {
        /// What [`verify::verify`] found.
        problems: Vec<String>,
    },
    /// The visible text cannot be set.
    #[error(transparent)]
    Appearance(#[from] AppearanceError),
    /// The signature cannot be made or written.
    #[error("the signature cannot be made")]
    Failed,
}

/// Signs a signature field of a document and gives the document with the signature appended to it.
///
/// The bytes of `pdf` stay as they are. The first signature also certifies the document so that from then on only
/// signature fields may be filled (DocMDP, permission 2; ISO 32000-1, 12.8.2.2). What comes out has been verified.
///
/// # Errors
/// [`SignError`]; nothing is signed on top of a signature that does not hold.
pub fn sign(pdf: &[u8], field: &str, identity: &Identity, details: &Details) -> Result<Vec<u8>, SignError> {
    let revision = Revision::read(pdf)?;
    let fields = signature_fields(&revision)?;
    let field = choose(&fields, field)?;
    let is_first = !fields.iter().any(Field::is_filled);
    if !is_first {
        refuse_broken(pdf)?;
    }
    let signed = sign_unjudged(&revision, field, is_first, identity, details)?;
    refuse_broken(&signed)?;
    Ok(signed)
}

/// Signs without a look at the signatures that are there already.
pub(super) fn sign_unjudged(
    revision: &Revision,
    field: &Field,
    is_first: bool,
    identity: &Identity,
    details: &Details,
) -> Result<Vec<u8>, SignError> {
    let faces = font::faces().map_err(|_| AppearanceError::Font)?;
    let face = faces.iter().find(|face| face.id == FaceId::Regular).ok_or(AppearanceError::Font)?;
    let appended = increment::append(revision, field, is_first, identity, details, face)?;
    fill(appended, identity)
}

fn choose<'a>(fields: &'a [Field], name: &str) -> Result<&'a Field, SignError> {
    let existing = || fields.iter().map(|field| field.name.clone()).collect();
    let field = fields
        .iter()
        .find(|field| field.name == name)
        .ok_or_else(|| SignError::NoSuchField { field: name.to_owned(), existing: existing() })?;
    if field.is_filled() {
        return Err(SignError::AlreadySigned { field: name.to_owned() });
    }
    Ok(field)
}

fn refuse_broken(pdf: &[u8]) -> Result<(), SignError> {
    let report = verify::verify(pdf, &Trust::default());
    if report.signatures.iter().any(|signature| signature.certification == Some(1)) {
        return Err(SignError::Certified);
    }
    if report.valid { Ok(()) } else { Err(SignError::Broken { problems: report.problems }) }
}

/// Writes the byte range and the signature over it into the places kept for them.
fn fill(appended: increment::Appended, identity: &Identity) -> Result<Vec<u8>, SignError> {
    let increment::Appended { mut bytes, range, contents } = appended;
    let after = bytes.len().checked_sub(contents.end).ok_or(SignError::Failed)?;
    let numbers = format!("[0 {} {} {after}", contents.start, contents.end);
    let padded = format!("{numbers:<width$}]", width = range.len().saturating_sub(1));
    put(&mut bytes, range.start, range.len(), padded.as_bytes())?;
    let before = bytes.get(..contents.start).ok_or(SignError::Failed)?;
    let behind = bytes.get(contents.end..).ok_or(SignError::Failed)?;
    let container = cades::container(identity, [before, behind]);
    let container = container.ok().flatten().ok_or(SignError::Failed)?;
    let digits = hex::encode(container);
    put(&mut bytes, contents.start + 1, contents.len().saturating_sub(2), digits.as_bytes())?;
    Ok(bytes)
}

/// Writes over the first of `room` bytes.
fn put(bytes: &mut [u8], at: usize, room: usize, what: &[u8]) -> Result<(), SignError> {
    let place = at.checked_add(what.len()).and_then(|end| bytes.get_mut(at..end));
    let place = place.filter(|_| what.len() <= room).ok_or(SignError::Failed)?;
    place.copy_from_slice(what);
    Ok(())
}
