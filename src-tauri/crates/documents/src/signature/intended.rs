//! Whom a place to sign is meant for, as a document that this program wrote says itself.

use super::field::signature_fields;
use super::reader::Revision;
use lopdf::Dictionary;

/// The program that names signers in the descriptions of fields.
const PRODUCER: &str = "Riskwright";

/// A place to sign of a document that this program wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intended {
    /// Name of the organization whose document it is.
    pub organization: String,
    /// Number and version of the document, as in the file's properties: `POL-25 1.0`.
    pub document: String,
    /// Name of the person, or the role where nobody is named yet.
    pub signer: String,
}

/// Whom a signature field is meant for; none where another program wrote the document, or there is no such field.
///
/// This is what the file says, not a proof: whoever changes the file can change it.
#[must_use]
pub fn intended(pdf: &[u8], field: &str) -> Option<Intended> {
    let revision = Revision::read(pdf).ok()?;
    let about = revision.dictionary_in(&revision.trailer, b"Info").ok()??;
    if text(&about, b"Producer")? != PRODUCER {
        return None;
    }
    let fields = signature_fields(&revision).ok()?;
    let field = fields.iter().find(|one| one.name == field)?;
    let object = revision.object(field.id).ok()??;
    let description = text(object.dictionary()?, b"TU")?;
    // "Digital signature: Dana Whitfield"
    let (_, signer) = description.split_once(": ")?;
    let (organization, document) = (text(&about, b"Author")?, text(&about, b"Subject")?);
    Some(Intended { organization, document, signer: signer.to_owned() })
}

fn text(dictionary: &Dictionary, key: &[u8]) -> Option<String> {
    dictionary.get(key).ok().and_then(|value| lopdf::decode_text_string(value).ok())
}
