//! From a laid-out document to the bytes of a tagged, archival PDF (built to PDF/UA-1 and PDF/A-2).
//!
//! printpdf writes pages and fonts; what it cannot say — structure tree, bookmarks, fields, metadata, output intent —
//! is added to its result object by object. Signing belongs to the module of that name: here fields are only placed.

mod annotation;
mod catalog;
mod content;
mod error;
mod font;
mod metadata;
mod object;
mod outline;
mod structure;

use lopdf::{Document as File, ObjectId};
use printpdf::{Color, PdfDocument, PdfSaveOptions, PdfWarnMsg};

use crate::document::Document;
use crate::layout::{Layout, layout};
use crate::style::Style;

pub use error::WriteError;

/// What makes one file of a document differ from another: when it was written and what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Creation date in the file, to the second.
    pub created: jiff::Timestamp,
    /// Identifies the content, for example the first half of its SHA-256.
    pub identifier: [u8; 16],
}

/// The document as a PDF 1.7 file, the same bytes whenever document, style and stamp are the same.
///
/// The file carries a signature field for each signer but no signature.
///
/// # Errors
///
/// [`WriteError::Layout`] says what is wrong with the document; every other error is a fault of the program.
pub fn write(document: &Document, style: &Style, stamp: &Stamp) -> Result<Vec<u8>, WriteError> {
    let layout = layout(document, style)?;
    let mut file = drawn(document, &layout)?;
    file.version = "1.7".to_owned();
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    let mut parts = Parts { file, layout: &layout, pages };
    let annotations = annotation::add(&mut parts)?;
    let structure = structure::add(&mut parts, &annotations)?;
    let outline = outline::add(&mut parts);
    let metadata = metadata::add(&mut parts, document, stamp);
    catalog::complete(&mut parts, document, &catalog::Entries { structure, outline, metadata, annotations })?;
    let mut file = parts.file;
    // Only now: before the catalogue names them, the new objects would be taken for rubbish.
    file.prune_objects();
    file.compress();
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).map_err(|error| WriteError::Save(error.to_string()))?;
    Ok(bytes)
}

/// The file in the making.
struct Parts<'a> {
    file: File,
    layout: &'a Layout,
    pages: Vec<ObjectId>,
}

/// Pages and fonts, without anything that leads from one to another.
fn drawn(document: &Document, layout: &Layout) -> Result<File, WriteError> {
    let mut pdf = PdfDocument::new(&document.title);
    let fonts = font::embed(layout, &mut pdf)?;
    pdf.pages = layout.pages.iter().map(|page| content::page(page, layout, &fonts)).collect();
    let mut warnings: Vec<PdfWarnMsg> = Vec::new();
    let file = pdf.to_lopdf_document(&PdfSaveOptions::default(), &mut warnings);
    if warnings.is_empty() {
        return Ok(file);
    }
    Err(WriteError::Draw(warnings.into_iter().map(|warning| format!("{warning:?}")).collect()))
}

fn colour(colour: crate::style::Colour) -> Color {
    let [r, g, b] = colour;
    Color::Rgb(printpdf::Rgb { r, g, b, icc_profile: None })
}
