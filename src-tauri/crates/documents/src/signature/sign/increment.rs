//! The incremental update that a signature is: the filled field, its appearance and an empty signature dictionary.

use std::ops::Range;

use jiff::tz::TimeZone;
use lopdf::xref::XrefType;
use lopdf::{
    Dictionary, Document, IncrementalDocument, Object, ObjectId, StringFormat, dictionary, text_string,
};

use super::{Details, SignError};
use crate::font::Face;
use crate::signature::appearance;
use crate::signature::cades;
use crate::signature::field::Field;
use crate::signature::identity::Identity;
use crate::signature::reader::{ReadError, Revision};

/// Stands for each number of the byte range until the numbers are known; wider than any of them.
const UNKNOWN: i64 = 9_999_999_999;

/// Both bits of `SigFlags`: there are signatures, and the file is only to be appended to (ISO 32000-1, table 219).
const SIGNATURES_AND_APPEND_ONLY: i64 = 3;

/// A document with the update appended and the places in it that are still to be filled.
pub(super) struct Appended {
    /// The whole document.
    pub(super) bytes: Vec<u8>,
    /// Where the byte range is written, with its brackets.
    pub(super) range: Range<usize>,
    /// Where the signature is written, with its angle brackets.
    pub(super) contents: Range<usize>,
}

/// Appends the update to a document.
pub(super) fn append(
    revision: &Revision,
    field: &Field,
    is_first: bool,
    identity: &Identity,
    details: &Details,
    face: &Face,
) -> Result<Appended, SignError> {
    let mut update = Update::new(revision)?;
    let certifies = is_first && !revision.catalog()?.has(b"Perms");
    let signature = update.document().add_object(signature(identity, details, certifies));
    update.fill_field(field, signature)?;
    update.draw(field, &lines(identity, details), face)?;
    update.mark(certifies.then_some(signature))?;
    let bytes = update.bytes()?;
    let (range, contents) = places(&bytes, signature)?;
    Ok(Appended { bytes, range, contents })
}

struct Update<'a> {
    revision: &'a Revision<'a>,
    appended: IncrementalDocument,
}

impl<'a> Update<'a> {
    fn new(revision: &'a Revision<'a>) -> Result<Self, SignError> {
        let newest = revision.sections.first().ok_or(ReadError::NoCrossReference)?;
        let mut previous = Document::new();
        for key in [b"Root".as_slice(), b"Info", b"ID"] {
            if let Ok(value) = revision.trailer.get(key) {
                previous.trailer.set(key, value.clone());
            }
        }
        previous.max_id = revision.highest_number();
        previous.xref_start = newest.span.start;
        previous.reference_table.cross_reference_type =
            if newest.is_stream { XrefType::CrossReferenceStream } else { XrefType::CrossReferenceTable };
        let mut appended = IncrementalDocument::create_from(revision.bytes.to_vec(), previous);
        appended.new_document.version = version(revision.bytes);
        Ok(Self { revision, appended })
    }

    fn document(&mut self) -> &mut Document {
        &mut self.appended.new_document
    }

    fn fill_field(&mut self, field: &Field, signature: ObjectId) -> Result<(), SignError> {
        self.dictionary(field.id)?.set("V", signature);
        Ok(())
    }

    /// Draws the first widget of the field; others of the same field would show the same signature again.
    fn draw(&mut self, field: &Field, lines: &[String], face: &Face) -> Result<(), SignError> {
        let Some(widget) = field.widgets.first() else { return Ok(()) };
        let (width, height) = area(self.revision, self.dictionary(*widget)?);
        let shown = appearance::draw(self.document(), face, lines, width, height)?;
        self.dictionary(*widget)?.set("AP", dictionary! { "N" => shown });
        Ok(())
    }

    /// Says in the form that there are signatures and, for the first, in the catalog that it certifies the document.
    fn mark(&mut self, certifies: Option<ObjectId>) -> Result<(), SignError> {
        let root = self
            .revision
            .trailer
            .get(b"Root")
            .and_then(Object::as_reference)
            .map_err(|_| SignError::Failed)?;
        let catalog = self.revision.catalog()?;
        match catalog.get(b"AcroForm") {
            Ok(Object::Reference(form)) => set_flags(self.dictionary(*form)?),
            _ => match self.dictionary(root)?.get_mut(b"AcroForm").and_then(Object::as_dict_mut) {
                Ok(form) => set_flags(form),
                Err(_) => return Err(SignError::Failed),
            },
        }
        if let Some(signature) = certifies {
            self.dictionary(root)?.set("Perms", dictionary! { "DocMDP" => signature });
        }
        Ok(())
    }

    /// A dictionary object of the update, copied from the document when it is first asked for.
    fn dictionary(&mut self, id: ObjectId) -> Result<&mut Dictionary, SignError> {
        if !self.appended.new_document.has_object(id) {
            let object = self.revision.object(id)?.ok_or(SignError::Failed)?;
            let copy = object.dictionary().filter(|_| object.data.is_none()).ok_or(SignError::Failed)?;
            self.appended.new_document.set_object(id, copy.clone());
        }
        self.document().get_dictionary_mut(id).map_err(|_| SignError::Failed)
    }

    fn bytes(mut self) -> Result<Vec<u8>, SignError> {
        let mut bytes = Vec::new();
        self.appended.save_to(&mut bytes).map_err(|_| SignError::Failed)?;
        Ok(bytes)
    }
}

fn set_flags(form: &mut Dictionary) {
    form.set("SigFlags", SIGNATURES_AND_APPEND_ONLY);
}

fn signature(identity: &Identity, details: &Details, certifies: bool) -> Dictionary {
    let unknown = [0, UNKNOWN, UNKNOWN, UNKNOWN].map(Object::Integer);
    let slot = vec![0; cades::reserve(identity)];
    let mut signature = dictionary! {
        "Type" => "Sig",
        "Filter" => "Adobe.PPKLite",
        "SubFilter" => "ETSI.CAdES.detached",
        "ByteRange" => unknown.to_vec(),
        "Contents" => Object::String(slot, StringFormat::Hexadecimal),
        "Name" => text_string(identity.name()),
        "Reason" => text_string(&details.role),
        "M" => Object::string_literal(details.at.strftime("D:%Y%m%d%H%M%SZ").to_string()),
    };
    if certifies {
        let parameters = dictionary! { "Type" => "TransformParams", "P" => 2, "V" => "1.2" };
        let reference = dictionary! { "Type" => "SigRef", "TransformMethod" => "DocMDP", "TransformParams" => parameters };
        signature.set("Reference", vec![Object::Dictionary(reference)]);
    }
    signature
}

fn lines(identity: &Identity, details: &Details) -> Vec<String> {
    let at = details.at.to_zoned(TimeZone::UTC).strftime("%Y-%m-%d %H:%M:%S UTC");
    let mut lines =
        vec![format!("Digitally signed by {}", identity.name()), format!("{at} (from the signer's clock)")];
    if !details.role.is_empty() {
        lines.push(format!("Role: {}", details.role));
    }
    lines
}

/// Width and height of a widget in points; nothing for one without a usable rectangle.
fn area(revision: &Revision, widget: &Dictionary) -> (f32, f32) {
    let rectangle = widget.get(b"Rect").ok().and_then(|value| revision.follow(value).ok());
    let edges = rectangle.as_ref().and_then(|value| value.as_array().ok());
    let edges: Option<Vec<f32>> =
        edges.map(|edges| edges.iter().filter_map(|edge| edge.as_float().ok()).collect());
    match edges.as_deref() {
        Some(&[left, bottom, right, top]) => ((right - left).abs(), (top - bottom).abs()),
        _ => (0.0, 0.0),
    }
}

/// The version in the header of a file.
fn version(bytes: &[u8]) -> String {
    let digits = bytes.iter().skip(b"%PDF-".len()).take(3);
    digits.filter(|byte| byte.is_ascii_digit() || **byte == b'.').map(|byte| char::from(*byte)).collect()
}

/// Where the byte range and the contents of a signature dictionary are written.
fn places(bytes: &[u8], signature: ObjectId) -> Result<(Range<usize>, Range<usize>), SignError> {
    let entries = Revision::read(bytes)?.placed(signature)?;
    let place = |key: &[u8]| entries.iter().find(|entry| entry.key == key).map(|entry| entry.span.clone());
    place(b"ByteRange").zip(place(b"Contents")).ok_or(SignError::Failed)
}
