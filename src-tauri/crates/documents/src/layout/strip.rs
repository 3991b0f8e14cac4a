//! Strips: horizontal slices of a document that never break, from which pages are filled.
//!
//! Every block becomes a row of strips: a line of text, a slice of a table row, a place to sign. All rules of page
//! breaking are said by strips: what must stay with the next, what is repeated at the top of a page.

use std::rc::Rc;

use super::page::{Annotation, Rect, Rule, Text};
use super::structure::{AnnotationId, ContentId};
use crate::style::Colour;

/// A slice as wide as the page. Positions of its marks are relative to its top in y and to the page in x.
#[derive(Clone, Debug, Default)]
pub(super) struct Strip {
    /// Space above, which vanishes at the top of a page.
    pub before: f32,
    pub height: f32,
    pub marks: Vec<Mark>,
    /// Must stand on the same page as the next strip, unless the group is taller than a page.
    pub keep_with_next: bool,
    /// Starts a new page.
    pub new_page: bool,
    /// Strips to draw first when this strip comes to stand at the top of a page: a table's header.
    pub repeat: Option<Rc<[Strip]>>,
    /// Ids of headings to which links lead here.
    pub targets: Vec<String>,
}

/// Something drawn within a strip.
#[derive(Clone, Debug)]
pub(super) enum Mark {
    Text {
        text: Text,
        content: Option<ContentId>,
    },
    Rectangle {
        area: Rect,
        colour: Colour,
    },
    Rule(Rule),
    Annotation {
        id: AnnotationId,
        annotation: Annotation,
    },
    /// The number of the page on which a heading stands, ending at the text's x.
    PageNumber {
        target: String,
        text: Text,
        content: ContentId,
    },
}

impl Strip {
    /// A strip of this height with nothing in it.
    pub(super) fn of_height(height: f32) -> Self {
        Self { height, ..Self::default() }
    }

    /// The strip as it is drawn again: nothing in it is read out or leads anywhere a second time.
    pub(super) fn repeated(&self) -> Self {
        let marks = self.marks.iter().filter_map(Mark::repeated).collect();
        Self { marks, repeat: None, targets: Vec::new(), new_page: false, ..self.clone() }
    }
}

impl Mark {
    /// Moves the mark to the right.
    pub(super) fn shift(&mut self, by: f32) {
        match self {
            Self::Text { text, .. } | Self::PageNumber { text, .. } => text.x += by,
            Self::Rectangle { area, .. } => area.x += by,
            Self::Rule(rule) => {
                rule.from.0 += by;
                rule.to.0 += by;
            }
            Self::Annotation { annotation, .. } => annotation.area.x += by,
        }
    }

    fn repeated(&self) -> Option<Self> {
        match self {
            Self::Text { text, .. } => Some(Self::Text { text: text.clone(), content: None }),
            Self::Rectangle { .. } | Self::Rule(_) => Some(self.clone()),
            Self::Annotation { .. } | Self::PageNumber { .. } => None,
        }
    }
}

/// Asks that all these strips stand on one page.
pub(super) fn keep_together(strips: &mut [Strip]) {
    if let Some((_, all_but_last)) = strips.split_last_mut() {
        for strip in all_but_last {
            strip.keep_with_next = true;
        }
    }
}

/// Asks that neither the first nor the last line of a paragraph stands alone on a page.
pub(super) fn avoid_widows_and_orphans(lines: &mut [Strip]) {
    let count = lines.len();
    if let Some(first) = lines.first_mut().filter(|_| count > 1) {
        first.keep_with_next = true;
    }
    if let Some(last_but_one) = count.checked_sub(2).and_then(|index| lines.get_mut(index)) {
        last_but_one.keep_with_next = true;
    }
}
