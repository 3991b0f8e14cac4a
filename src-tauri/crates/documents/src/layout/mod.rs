//! From a document to pages of positioned items.
//!
//! Blocks become strips, strips fill pages; the structure tree for screen readers grows along. A layout knows nothing
//! of PDF: its positions count from the top left corner, its text is words of glyphs.

mod block;
mod check;
mod columns;
mod compose;
mod contents;
mod error;
mod front;
mod line;
mod page;
mod paginate;
mod running;
mod strip;
mod structure;

use compose::Composer;

use crate::document::Document;
use crate::style::Style;

pub use error::{LayoutError, Problem};
pub use page::{
    Action, Annotation, Destination, Item, Layout, OutlineEntry, Page, Place, Rect, Rule, Shape, Text,
};
pub use structure::{AnnotationId, Attribute, ContentId, Kid, Node, NodeId, Structure, Tag};

/// The pages of a document.
///
/// # Errors
///
/// Everything in the document that cannot be printed as it is: a character that the fonts lack, a link that leads
/// nowhere, a table whose rows do not match its columns.
pub fn layout(document: &Document, style: &Style) -> Result<Layout, LayoutError> {
    let outline = block::outline(&document.blocks);
    let mut problems = check::check(document, &outline, style);
    if problems.contains(&Problem::NoRoom) {
        return Err(LayoutError::Document(problems));
    }
    let mut composer = Composer::new(style, &outline)?;
    composer.front(document);
    if document.contents {
        composer.contents();
    }
    composer.blocks(&document.blocks, document.contents);
    let Composer { mut shaper, structure, strips, .. } = composer;
    let mut paginated = paginate::paginate(&strips, &structure, style, &mut shaper);
    running::draw(&mut paginated.pages, document, style, &mut shaper);
    let missing = shaper.missing().iter();
    problems.extend(
        missing.map(|(character, text)| Problem::MissingGlyph { character: *character, text: text.clone() }),
    );
    if !problems.is_empty() {
        return Err(LayoutError::Document(problems));
    }
    Ok(Layout {
        size: style.page.points(),
        pages: paginated.pages,
        structure,
        contents: paginated.contents,
        annotations: paginated.annotations,
        outline,
        destinations: paginated.destinations,
    })
}
