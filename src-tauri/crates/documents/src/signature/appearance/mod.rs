//! What a reader of the page sees in a signature's field: who signed, when by their own clock, and in which role.

mod subset;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use crate::font::Face;
use crate::style::{Colour, Palette};
use subset::Subset;

pub use subset::AppearanceError;

/// Largest size of the text in points.
const LARGEST: f32 = 9.0;

/// Distance between lines, as a multiple of the text's size.
const LEADING: f32 = 1.35;

/// Space left of the text and right of it, in points: the bar and its gap.
const LEFT: f32 = 9.0;
const RIGHT: f32 = 4.0;

/// Adds the appearance of a field of `width` by `height` points to a document, and gives its form XObject.
///
/// Text that is too wide is set smaller. A field without an area, which is an invisible signature, gets an empty one.
///
/// # Errors
/// [`AppearanceError::Glyph`] for a character that the font lacks.
pub(crate) fn draw(
    document: &mut Document,
    face: &Face,
    lines: &[String],
    width: f32,
    height: f32,
) -> Result<ObjectId, AppearanceError> {
    if width <= 0.0 || height <= 0.0 {
        return Ok(document.add_object(form(0.0, 0.0, Dictionary::new(), Vec::new())));
    }
    let subset = Subset::of(face, lines)?;
    let size = size(&subset, lines, width, height);
    let content = content(&subset, lines, width, height, size);
    let font = subset.embed(document);
    let resources = dictionary! { "Font" => dictionary! { "F1" => font } };
    Ok(document.add_object(form(width, height, resources, content.into_bytes())))
}

fn form(width: f32, height: f32, resources: Dictionary, content: Vec<u8>) -> Stream {
    let corners: [Object; 4] = [0.into(), 0.into(), width.into(), height.into()];
    let entries = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => corners.to_vec(),
        "Resources" => resources,
    };
    Stream::new(entries, content)
}

fn size(subset: &Subset, lines: &[String], width: f32, height: f32) -> f32 {
    let widest = lines.iter().map(|line| subset.width(line)).fold(0.0, f32::max);
    let by_width = if widest > 0.0 { (width - LEFT - RIGHT).max(1.0) / widest } else { LARGEST };
    let by_height = height / (LEADING * (lines.len() as f32 + 0.4));
    LARGEST.min(by_width).min(by_height)
}

fn content(subset: &Subset, lines: &[String], width: f32, height: f32, size: f32) -> String {
    let leading = size * LEADING;
    let block = leading * lines.len() as f32;
    let first = (height + block) / 2.0 - size;
    let shown: String = lines.iter().map(|line| format!("<{}> Tj T*\n", subset.codes(line))).collect();
    let palette = Palette::default();
    let (tint, accent, ink) = (fill(palette.tint), fill(palette.accent), fill(palette.ink));
    format!(
        "q {tint} 0 0 {width} {height} re f {accent} 0 0 2.5 {height} re f Q\n\
         BT {ink} /F1 {size:.3} Tf {LEFT} {first:.3} Td {leading:.3} TL\n{shown}ET"
    )
}

fn fill([red, green, blue]: Colour) -> String {
    format!("{red:.3} {green:.3} {blue:.3} rg")
}
