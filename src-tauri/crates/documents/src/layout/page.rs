//! The result of the layout: pages of positioned items.
//!
//! Positions are points from the top left corner of the page; y grows downwards.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::structure::{NodeId, Structure};
use crate::font::{FaceId, Word};
use crate::style::Colour;

/// A document, laid out.
#[derive(Clone, Debug)]
pub struct Layout {
    /// Width and height of every page.
    pub size: (f32, f32),
    pub pages: Vec<Page>,
    pub structure: Structure,
    /// Where each content stands, in the order of its ids.
    pub contents: Vec<Place>,
    /// Where each annotation stands, in the order of its ids; the index counts the annotations of the page.
    pub annotations: Vec<Place>,
    /// The headings in order.
    pub outline: Vec<OutlineEntry>,
    /// Where each heading's id leads.
    pub destinations: BTreeMap<String, Destination>,
}

/// A page and an index on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    pub page: usize,
    pub index: usize,
}

/// One page.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// In drawing order.
    pub items: Vec<Item>,
    pub annotations: Vec<Annotation>,
    /// The element that each marked-content sequence of the page belongs to.
    pub sequences: Vec<NodeId>,
}

/// Something drawn.
#[derive(Clone, Debug)]
pub struct Item {
    /// The marked-content sequence that it belongs to; `None` for what a screen reader passes over.
    pub sequence: Option<usize>,
    pub shape: Shape,
}

/// What is drawn.
#[derive(Clone, Debug)]
pub enum Shape {
    Text(Text),
    Rectangle { area: Rect, colour: Colour },
    Rule(Rule),
}

/// A stretch of text on one line in one face.
#[derive(Clone, Debug)]
pub struct Text {
    pub x: f32,
    /// Of the baseline.
    pub y: f32,
    pub face: FaceId,
    pub size: f32,
    pub colour: Colour,
    pub words: Vec<Rc<Word>>,
}

impl Text {
    /// The room that it takes, without spaces at its end.
    pub fn width(&self) -> f32 {
        let mut width = 0.0;
        let mut pen = 0.0;
        for glyph in self.words.iter().flat_map(|word| &word.glyphs) {
            pen += glyph.advance * self.size;
            if !glyph.text.trim().is_empty() {
                width = pen;
            }
        }
        width
    }

    /// How far it moves the pen, with spaces at its end.
    pub fn advance(&self) -> f32 {
        self.words.iter().map(|word| word.width).sum::<f32>() * self.size
    }

    /// What it says.
    pub fn plain(&self) -> String {
        self.words.iter().flat_map(|word| &word.glyphs).map(|glyph| &*glyph.text).collect()
    }
}

/// A straight horizontal or vertical line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    pub from: (f32, f32),
    pub to: (f32, f32),
    pub thickness: f32,
    pub colour: Colour,
    pub dotted: bool,
}

/// An area of a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

/// A place on a page that does something.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotation {
    pub area: Rect,
    pub action: Action,
    /// What a screen reader says of it.
    pub description: String,
    pub node: NodeId,
}

/// What an annotation does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Leads to the heading with this id.
    Link(String),
    /// Takes a signature in the field of this name.
    Sign(String),
}

/// A heading as bookmarks show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineEntry {
    pub level: u8,
    /// "2.1", or empty for a heading without a number.
    pub number: String,
    pub text: String,
    pub id: String,
}

impl OutlineEntry {
    /// The number and the text.
    pub fn title(&self) -> String {
        if self.number.is_empty() { self.text.clone() } else { format!("{} {}", self.number, self.text) }
    }
}

/// A height on a page to which a link leads.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Destination {
    pub page: usize,
    pub y: f32,
}
