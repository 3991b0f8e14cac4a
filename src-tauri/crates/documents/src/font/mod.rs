//! The four faces that every document is set in, and how text becomes glyphs.
//!
//! The faces are part of the program, so a document looks the same on every machine. Where a glyph stands on a page is
//! the layout's matter, how it is embedded is the PDF's.

mod face;
mod shape;
mod woff;

pub use face::{Face, FaceId, FontError, Metrics, faces};
pub use shape::{Glyph, Shaper, Word};
