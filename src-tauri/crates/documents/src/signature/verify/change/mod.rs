//! What one revision of a document changes in the one before it, and which of that a signature does not permit.
//!
//! Permitted is only what signing needs: an empty signature field may be filled and drawn, the form may say that there
//! are signatures, the modification date may move and validation material may be added. Everything else that can be
//! reached from the trailer is compared value by value, so that it does not matter by which means it was changed.

mod field;
mod graph;
mod increment;
mod page;

use std::fmt;

use lopdf::{Dictionary, Object, ObjectId};

use crate::signature::reader::{Read, Revision};
use graph::Graph;

/// Entries of a trailer that every revision writes anew (ISO 32000-1, tables 15 and 17).
const OF_ITS_SECTION: [&[u8]; 9] =
    [b"Size", b"Prev", b"XRefStm", b"Type", b"W", b"Index", b"Length", b"Filter", b"DecodeParms"];

/// Entries of a document security store (ETSI EN 319 142-1, 5.4.2).
const OF_SECURITY_STORE: [&[u8]; 5] = [b"Type", b"VRI", b"Certs", b"CRLs", b"OCSPs"];

/// A change that a signature does not permit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Change {
    /// The later revision cannot be compared.
    Unreadable,
    /// Pages were added, removed, exchanged or put in another order.
    Pages { before: usize, after: usize },
    /// An entry of a page, or what it leads to, differs.
    Page { number: usize, entry: String },
    /// An annotation came to a page.
    AnnotationAdded { page: usize },
    /// An annotation left a page.
    AnnotationRemoved { page: usize },
    /// An annotation differs.
    AnnotationChanged { page: usize },
    /// A form field came to the form.
    FieldAdded { name: String },
    /// A form field left the form.
    FieldRemoved { name: String },
    /// An entry of a signature field differs that signing does not touch, or a signature was replaced.
    FieldChanged { name: String, entry: String },
    /// An entry of the form, or what it leads to, differs.
    Form { entry: String },
    /// An entry of the catalog, or what it leads to, differs.
    Catalog { entry: String },
    /// An entry of the information dictionary differs.
    Information { entry: String },
    /// An entry of the trailer differs.
    Trailer { entry: String },
    /// The update holds bytes that no cross-reference names; a reader that repairs files may show them.
    Unlisted { at: usize },
    /// Something was added although the signature certifies the document against any further change.
    Certified,
}

impl fmt::Display for Change {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable => write!(formatter, "the later revision cannot be compared"),
            Self::Pages { before, after } => {
                write!(formatter, "the pages were exchanged ({before} before, {after} after)")
            }
            Self::Page { number, entry } => write!(formatter, "page {number} was changed ({entry})"),
            Self::AnnotationAdded { page } => write!(formatter, "an annotation was added to page {page}"),
            Self::AnnotationRemoved { page } => {
                write!(formatter, "an annotation was removed from page {page}")
            }
            Self::AnnotationChanged { page } => write!(formatter, "an annotation of page {page} was changed"),
            Self::FieldAdded { name } => write!(formatter, "the form field {name:?} was added"),
            Self::FieldRemoved { name } => write!(formatter, "the form field {name:?} was removed"),
            Self::FieldChanged { name, entry } => {
                write!(formatter, "the signature field {name:?} was changed ({entry})")
            }
            Self::Form { entry } => write!(formatter, "the form was changed ({entry})"),
            Self::Catalog { entry } => write!(formatter, "the document's catalog was changed ({entry})"),
            Self::Information { entry } => {
                write!(formatter, "the document's properties were changed ({entry})")
            }
            Self::Trailer { entry } => write!(formatter, "the file's trailer was changed ({entry})"),
            Self::Unlisted { at } => write!(formatter, "the update hides content at byte {at}"),
            Self::Certified => {
                write!(formatter, "the document was changed although it is certified against it")
            }
        }
    }
}

/// The changes from one revision to a later one that a signature over the first does not permit.
pub(crate) fn unpermitted(before: &Revision, after: &Revision) -> Vec<Change> {
    let mut judgement = Judgement { before, after, graph: Graph::new(before, after), changes: Vec::new() };
    if judgement.all().is_err() {
        judgement.changes.push(Change::Unreadable);
    }
    judgement
        .changes
        .extend(increment::unlisted(after, before.bytes.len()).map(|at| Change::Unlisted { at }));
    judgement.changes
}

struct Judgement<'a> {
    before: &'a Revision<'a>,
    after: &'a Revision<'a>,
    graph: Graph<'a>,
    changes: Vec<Change>,
}

impl Judgement<'_> {
    fn all(&mut self) -> Read<()> {
        self.trailer();
        let (before, after) = (self.before.catalog()?, self.after.catalog()?);
        // What is judged in its own place is settled first, so that nothing that merely refers to it is blamed.
        self.settle(&self.before.trailer.clone(), b"Root");
        self.settle(&before, b"AcroForm");
        self.settle_fields()?;
        self.settle_pages()?;
        self.fields()?;
        self.form(&before, &after)?;
        self.pages()?;
        self.catalog(&before, &after)?;
        self.information()
    }

    fn trailer(&mut self) {
        let (before, after) = (&self.before.trailer, &self.after.trailer);
        for key in keys(before, after) {
            let is_same = match key.as_slice() {
                // Two documents are named by the same reference or they are two.
                b"Root" => before.get(&key).ok() == after.get(&key).ok(),
                b"ID" => first(before) == first(after),
                b"Info" => true,
                other => OF_ITS_SECTION.contains(&other) || self.graph.same_entry(before, after, &key),
            };
            if !is_same {
                self.changes.push(Change::Trailer { entry: readable(&key) });
            }
        }
    }

    fn catalog(&mut self, before: &Dictionary, after: &Dictionary) -> Read<()> {
        for key in keys(before, after) {
            let is_same = match key.as_slice() {
                b"AcroForm" => before.has(b"AcroForm") && after.has(b"AcroForm"),
                b"DSS" => self.is_security_store(after)?,
                _ => self.graph.same_entry(before, after, &key),
            };
            if !is_same {
                self.changes.push(Change::Catalog { entry: readable(&key) });
            }
        }
        Ok(())
    }

    /// Whether the later revision has validation material and nothing else in its place.
    fn is_security_store(&self, catalog: &Dictionary) -> Read<bool> {
        let store = self.after.dictionary_in(catalog, b"DSS")?;
        let is_known = |(key, _): (&Vec<u8>, &Object)| OF_SECURITY_STORE.contains(&key.as_slice());
        Ok(store.is_some_and(|store| store.iter().all(is_known)))
    }

    fn information(&mut self) -> Read<()> {
        let before = self.before.dictionary_in(&self.before.trailer, b"Info")?.unwrap_or_default();
        let after = self.after.dictionary_in(&self.after.trailer, b"Info")?.unwrap_or_default();
        for key in keys(&before, &after) {
            if key != b"ModDate" && !self.graph.same_entry(&before, &after, &key) {
                self.changes.push(Change::Information { entry: readable(&key) });
            }
        }
        Ok(())
    }

    fn settle(&mut self, dictionary: &Dictionary, key: &[u8]) {
        if let Ok(Object::Reference(id)) = dictionary.get(key) {
            self.graph.settle(*id);
        }
    }
}

/// The keys of two dictionaries, each once.
fn keys(before: &Dictionary, after: &Dictionary) -> Vec<Vec<u8>> {
    let added = after.iter().filter(|(key, _)| !before.has(key));
    before.iter().chain(added).map(|(key, _)| key.clone()).collect()
}

/// The part of a file's identifier that stays the same (ISO 32000-1, 14.4).
fn first(trailer: &Dictionary) -> Option<&[u8]> {
    trailer.get(b"ID").ok()?.as_array().ok()?.first()?.as_str().ok()
}

fn readable(key: &[u8]) -> String {
    String::from_utf8_lossy(key).into_owned()
}

/// The dictionary of an object that must be one.
fn dictionary(revision: &Revision, id: ObjectId) -> Read<Dictionary> {
    let object = revision.object(id)?;
    Ok(object.as_ref().and_then(|object| object.dictionary()).cloned().unwrap_or_default())
}
