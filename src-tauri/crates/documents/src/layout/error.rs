//! Why a document cannot be laid out.

use crate::font::FontError;

/// A document that cannot be laid out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LayoutError {
    /// Everything that is wrong with the document; never empty.
    #[error("{}", sentences(.0))]
    Document(Vec<Problem>),
    #[error(transparent)]
    Font(#[from] FontError),
}

/// One thing that is wrong with a document.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// Printing would leave a hole, so nothing is printed.
    #[error("no glyph for {character:?} (U+{:04X}) in \"{text}\"", u32::from(*.character))]
    MissingGlyph { character: char, text: String },
    #[error("the heading id \"{0}\" is used more than once")]
    DuplicateId(String),
    #[error("the link \"{text}\" leads to \"{target}\", which is no heading")]
    UnknownTarget { target: String, text: String },
    #[error("row {row} of the table \"{table}\" has {cells} cells for {columns} columns")]
    RaggedRow { table: String, row: usize, cells: usize, columns: usize },
    #[error("the table \"{table}\" has {columns} columns; from 1 to {most} fit")]
    ColumnCount { table: String, columns: usize, most: usize },
    #[error("the signature field \"{0}\" is used more than once")]
    DuplicateField(String),
    #[error("\"{0}\" cannot be the name of a signature field")]
    FieldName(String),
    #[error("the margins leave no room for text")]
    NoRoom,
}

fn sentences(problems: &[Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}
