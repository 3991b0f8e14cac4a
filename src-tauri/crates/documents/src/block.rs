//! Typed blocks: what a document says, without any thought of pages, fonts or PDF.
//!
//! Blocks are what an approval covers and what a reprint starts from, so their serialized form is stable and holds
//! integers and text only. Places, sizes and colours do not belong here.

use serde::{Deserialize, Serialize};

/// One cell of a table: a line of styled text that wraps within its column.
pub type Cell = Vec<Run>;

/// One piece of a document, in reading order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum Block {
    /// A heading of level 1 to 3; the layout writes "1", "1.1" before it unless it is `unnumbered`.
    Heading {
        level: u8,
        /// What links, bookmarks and the contents point at; unique in a document.
        id: String,
        text: String,
        #[serde(default, skip_serializing_if = "is_false")]
        unnumbered: bool,
    },
    /// A paragraph of running text.
    Paragraph { runs: Vec<Run> },
    /// A list of one level; ordered items are labelled "1.", "2." and so on.
    List { ordered: bool, items: Vec<Vec<Run>> },
    /// A table whose first column names the row; `caption` may be empty, each row has one cell a column.
    Table { caption: String, columns: Vec<Column>, rows: Vec<Vec<Cell>> },
    /// How many records stand at each crossing of two scales; the first row stands on top, each has a cell a column.
    HeatMap {
        caption: String,
        /// The scale of the columns: "Impact".
        across: String,
        /// The scale of the rows: "Likelihood".
        down: String,
        columns: Vec<String>,
        rows: Vec<HeatRow>,
    },
    /// Names and values side by side, as in front matter.
    KeyValues { rows: Vec<(String, Vec<Run>)> },
    /// A calm panel that sets a remark apart from the normative text.
    Note { kind: NoteKind, runs: Vec<Run> },
    /// A place to sign for each signer: a signature field, and lines for ink beside it.
    SignatureBlocks { signers: Vec<Signer> },
    /// What follows starts on a new page.
    PageBreak,
}

impl Block {
    /// A numbered heading of level 1 to 3.
    pub fn heading(level: u8, id: impl Into<String>, text: impl Into<String>) -> Self {
        Self::Heading { level, id: id.into(), text: text.into(), unnumbered: false }
    }

    /// A heading without a number, still in the contents and the bookmarks.
    pub fn unnumbered_heading(level: u8, id: impl Into<String>, text: impl Into<String>) -> Self {
        Self::Heading { level, id: id.into(), text: text.into(), unnumbered: true }
    }

    /// A paragraph of plain text or of runs.
    pub fn paragraph(content: impl Into<Content>) -> Self {
        Self::Paragraph { runs: content.into().0 }
    }

    /// A list with a bullet before each item.
    pub fn bullets<T: Into<Content>>(items: impl IntoIterator<Item = T>) -> Self {
        Self::List { ordered: false, items: contents(items) }
    }

    /// A list with a number before each item.
    pub fn numbered<T: Into<Content>>(items: impl IntoIterator<Item = T>) -> Self {
        Self::List { ordered: true, items: contents(items) }
    }

    /// A table; a row with more or fewer cells than there are columns is reported when the document is laid out.
    pub fn table<R, C>(
        caption: impl Into<String>,
        columns: impl IntoIterator<Item = Column>,
        rows: impl IntoIterator<Item = R>,
    ) -> Self
    where
        R: IntoIterator<Item = C>,
        C: Into<Content>,
    {
        Self::Table {
            caption: caption.into(),
            columns: columns.into_iter().collect(),
            rows: rows.into_iter().map(contents).collect(),
        }
    }

    /// Names and values side by side.
    pub fn key_values<K: Into<String>, V: Into<Content>>(rows: impl IntoIterator<Item = (K, V)>) -> Self {
        Self::KeyValues { rows: rows.into_iter().map(|(key, value)| (key.into(), value.into().0)).collect() }
    }

    /// A panel with a remark.
    pub fn info(content: impl Into<Content>) -> Self {
        Self::Note { kind: NoteKind::Info, runs: content.into().0 }
    }

    /// A panel with something the reader must not miss.
    pub fn warning(content: impl Into<Content>) -> Self {
        Self::Note { kind: NoteKind::Warning, runs: content.into().0 }
    }

    /// Places to sign, one below the other.
    pub fn signatures(signers: impl IntoIterator<Item = Signer>) -> Self {
        Self::SignatureBlocks { signers: signers.into_iter().collect() }
    }
}

/// A stretch of text in one style.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    pub text: String,
    #[serde(default, skip_serializing_if = "is_false")]
    pub bold: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    pub italic: bool,
    /// The id of the heading that this text leads to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

impl Run {
    /// Text in the regular style.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Text in bold.
    pub fn bold(text: impl Into<String>) -> Self {
        Self { text: text.into(), bold: true, ..Self::default() }
    }

    /// Text in italics.
    pub fn italic(text: impl Into<String>) -> Self {
        Self { text: text.into(), italic: true, ..Self::default() }
    }

    /// Text that leads to the heading with this id.
    pub fn link(text: impl Into<String>, id: impl Into<String>) -> Self {
        Self { text: text.into(), link: Some(id.into()), ..Self::default() }
    }
}

/// One column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    pub title: String,
    /// Width relative to the other columns: shares 1, 1, 2 give a quarter, a quarter, a half.
    pub share: u16,
    #[serde(default, skip_serializing_if = "Alignment::is_start")]
    pub alignment: Alignment,
}

impl Column {
    /// A column whose text starts at its left edge.
    pub fn new(title: impl Into<String>, share: u16) -> Self {
        Self { title: title.into(), share, alignment: Alignment::Start }
    }

    /// A column of numbers, set against its right edge.
    pub fn numbers(title: impl Into<String>, share: u16) -> Self {
        Self { title: title.into(), share, alignment: Alignment::End }
    }
}

/// Where the lines of a column begin or end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Alignment {
    #[default]
    Start,
    Center,
    End,
}

impl Alignment {
    fn is_start(&self) -> bool {
        *self == Self::Start
    }
}

/// One row of a heat map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeatRow {
    /// The step of the scale: "Very high".
    pub title: String,
    pub cells: Vec<HeatCell>,
}

/// One crossing of a heat map; its shade says nothing that its label does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeatCell {
    pub count: u32,
    /// What the crossing amounts to: "Moderate".
    pub label: String,
    /// From 0, the calmest, to 4; what is beyond counts as 4.
    pub shade: u8,
}

/// How much weight a note carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoteKind {
    Info,
    Warning,
}

/// A person who is to sign, digitally or in ink.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signer {
    /// The name of the signature field, unique in a document; letters, digits, `_` and `-`.
    pub field: String,
    /// The printed name; empty leaves a line to fill in.
    pub name: String,
    /// In which capacity the person signs, for example "Security Officer".
    pub role: String,
    /// What the signature says, for example "I approve this policy."; may be empty.
    pub statement: String,
}

/// Styled text as builders take it: a string, one [`Run`] or several.
#[derive(Clone, Debug, Default)]
pub struct Content(Vec<Run>);

impl From<&str> for Content {
    fn from(text: &str) -> Self {
        Self(vec![Run::plain(text)])
    }
}

impl From<String> for Content {
    fn from(text: String) -> Self {
        Self(vec![Run::plain(text)])
    }
}

impl From<Run> for Content {
    fn from(run: Run) -> Self {
        Self(vec![run])
    }
}

impl From<Vec<Run>> for Content {
    fn from(runs: Vec<Run>) -> Self {
        Self(runs)
    }
}

impl<const N: usize> From<[Run; N]> for Content {
    fn from(runs: [Run; N]) -> Self {
        Self(runs.into())
    }
}

impl From<Content> for Vec<Run> {
    fn from(content: Content) -> Self {
        content.0
    }
}

fn contents<T: Into<Content>>(items: impl IntoIterator<Item = T>) -> Vec<Vec<Run>> {
    items.into_iter().map(|item| item.into().0).collect()
}

fn is_false(value: &bool) -> bool {
    !value
}
