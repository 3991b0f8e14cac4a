//! Why a document cannot be written.

use crate::layout::LayoutError;

/// A document that cannot be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WriteError {
    /// Something in the document cannot be printed.
    #[error(transparent)]
    Layout(#[from] LayoutError),
    #[error("the font {face} cannot be cut down to the glyphs in use: {cause}")]
    Subset { face: &'static str, cause: String },
    #[error("the pages cannot be drawn: {}", .0.join("; "))]
    Draw(Vec<String>),
    #[error("the file lacks its {0}")]
    Incomplete(&'static str),
    #[error("the file cannot be saved: {0}")]
    Save(String),
}
