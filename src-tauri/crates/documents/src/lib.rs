//! From typed blocks to pages to PDF: templates, layout, tagged archival files, signatures and their verification.
//!
//! The path is one way: a template and structured sections become [`Block`]s ([`fill_template`]), a [`Document`] of
//! blocks becomes positioned items ([`layout`]), those become bytes ([`pdf::write`]). A template never sees the PDF,
//! and the same document, style and stamp always give the same bytes.
//!
//! Beside the path stands [`spreadsheet`]: tables for spreadsheet programs and their files back as rows.
//!
//! What never belongs here: rules of law, policy content, files, clocks, randomness. Dates and identifiers are
//! arguments, fonts and the colour profile are part of the program.

pub mod assessment;
pub mod block;
pub mod document;
pub mod font;
pub mod layout;
pub mod pdf;
pub mod policy;
pub mod practice;
pub mod signature;
pub mod spreadsheet;
pub mod style;
pub mod template;

pub use block::{Alignment, Block, Cell, Column, Content, HeatCell, HeatRow, NoteKind, Run, Signer};
pub use document::{Document, RunningText};
pub use layout::LayoutError;
pub use pdf::{Stamp, WriteError, write};
pub use style::{PageSize, Style};
pub use template::{TemplateError, TemplateProblem, fill_template};
