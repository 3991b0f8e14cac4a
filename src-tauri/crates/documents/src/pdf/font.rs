//! Embeds of each face the glyphs that the document uses.

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{FontId, FontMetrics, ParsedFont, PdfDocument, PdfFont};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use super::error::WriteError;
use crate::font::{Face, FaceId, faces};
use crate::layout::{Layout, LayoutError, Shape};

/// Faces as pages refer to them.
pub(super) type Fonts = BTreeMap<FaceId, Embedded>;

/// A face in the file.
pub(super) struct Embedded {
    pub id: FontId,
    /// For each glyph of the face its number in the file and its advance in ems.
    pub glyphs: BTreeMap<u16, (u16, f32)>,
}

/// Adds to the file every face that the layout uses.
pub(super) fn embed(layout: &Layout, pdf: &mut PdfDocument) -> Result<Fonts, WriteError> {
    let used = used(layout);
    let mut fonts = Fonts::new();
    for face in faces().map_err(LayoutError::from)? {
        let Some(glyphs) = used.get(&face.id) else { continue };
        let (embedded, font) = subset(face, glyphs)?;
        pdf.resources.fonts.map.insert(embedded.id.clone(), PdfFont::new(font));
        fonts.insert(face.id, embedded);
    }
    Ok(fonts)
}

fn used(layout: &Layout) -> BTreeMap<FaceId, BTreeSet<u16>> {
    let mut used: BTreeMap<FaceId, BTreeSet<u16>> = BTreeMap::new();
    for item in layout.pages.iter().flat_map(|page| &page.items) {
        let Shape::Text(text) = &item.shape else { continue };
        let glyphs = text.words.iter().flat_map(|word| &word.glyphs).map(|glyph| glyph.id);
        used.entry(text.face).or_default().extend(glyphs);
    }
    used.retain(|_, glyphs| !glyphs.is_empty());
    used
}

fn subset(face: &Face, used: &BTreeSet<u16>) -> Result<(Embedded, ParsedFont), WriteError> {
    let mut remapper = GlyphRemapper::new();
    let mut glyphs = BTreeMap::new();
    let mut widths = BTreeMap::new();
    let em = face.metrics.units_per_em;
    for (glyph, width) in face.widths(used.iter().copied()) {
        let number = remapper.remap(glyph);
        glyphs.insert(glyph, (number, width / f32::from(em)));
        widths.insert(number, width.round() as u16);
    }
    let bytes = subsetter::subset(&face.bytes, 0, &remapper)
        .map_err(|error| WriteError::Subset { face: face.id.name(), cause: error.to_string() })?;
    let name = format!("{}+{}", tag(face.id, used), face.id.name());
    let metrics = FontMetrics { ascent: face.metrics.ascent as i16, descent: face.metrics.descent as i16 };
    let mut font = ParsedFont::with_glyph_data(bytes, 0, Some(name), BTreeMap::new(), widths, em, metrics);
    describe(face, &mut font);
    Ok((Embedded { id: FontId(format!("Face{}", face.id as u8)), glyphs }, font))
}

/// What printpdf puts into the font descriptor.
fn describe(face: &Face, font: &mut ParsedFont) {
    let [x_min, y_min, x_max, y_max] = face.metrics.bounds.map(|bound| bound.round() as i16);
    let descriptor = &mut font.pdf_font_metrics;
    (descriptor.x_min, descriptor.y_min) = (x_min, y_min);
    (descriptor.x_max, descriptor.y_max) = (x_max, y_max);
    descriptor.us_weight_class = face.metrics.weight;
    descriptor.caret_slope_rise = 1000;
    descriptor.caret_slope_run = (-face.metrics.italic_angle.to_radians().tan() * 1000.0).round() as i16;
}

/// Six capitals that differ from one subset of a face to another (ISO 32000-1, 9.6.4).
fn tag(face: FaceId, used: &BTreeSet<u16>) -> String {
    let mut hash = Sha256::new_with_prefix([face as u8]);
    for glyph in used {
        hash.update(glyph.to_be_bytes());
    }
    hash.finalize().iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}
