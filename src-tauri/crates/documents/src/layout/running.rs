//! The header and footer of each page; a screen reader passes over them.

use std::rc::Rc;

use super::compose::horizontal;
use super::page::{Item, Page, Shape, Text};
use crate::document::{Document, RunningText};
use crate::font::{FaceId, Glyph, Shaper, Word};
use crate::style::Style;

/// The header's baseline and rule, from the top of the page.
const HEADER: f32 = 46.0;
const HEADER_RULE: f32 = 53.0;
/// The footer's baseline and rule, from the bottom of the page.
const FOOTER: f32 = 40.0;
const FOOTER_RULE: f32 = 52.0;
const THICKNESS: f32 = 0.5;
/// Between the text at the left and the text at the right.
const GAP: f32 = 20.0;
/// The part of the line that the text at the right may take beside one at the left.
const RIGHT: f32 = 0.6;
const ELLIPSIS: &str = "…";

/// Draws header and footer on every page; the first page, which has the title, has no header.
pub(super) fn draw(pages: &mut [Page], document: &Document, style: &Style, shaper: &mut Shaper) {
    let count = pages.len();
    let height = style.page.points().1;
    let labels = &style.labels;
    for (index, page) in pages.iter_mut().enumerate() {
        let mut edge = Edge { page, style, shaper };
        let header = &document.header;
        if index > 0 && !(header.left.is_empty() && header.right.is_empty()) {
            edge.line(&header.left, &header.right, "", HEADER);
            edge.rule(HEADER_RULE);
        }
        let number = format!("{} {} {} {count}", labels.page, index + 1, labels.of);
        let RunningText { left, right } = &document.footer;
        let number = if right.is_empty() { number } else { format!(" · {number}") };
        edge.line(left, right, &number, height - FOOTER);
        edge.rule(height - FOOTER_RULE);
    }
}

struct Edge<'a> {
    page: &'a mut Page,
    style: &'a Style,
    shaper: &'a mut Shaper,
}

impl Edge<'_> {
    /// A text at the left, and one at the right before a number that is never cut.
    fn line(&mut self, left: &str, right: &str, number: &str, y: f32) {
        let margins = self.style.margins;
        let (start, end) = (margins.left, self.style.page.points().0 - margins.right);
        let number = self.text(number, end - start);
        let number_x = end - number.advance();
        let part = if left.is_empty() { 1.0 } else { RIGHT };
        let right = self.text(right, (number_x - start) * part);
        let right_x = number_x - right.advance();
        let left = self.text(left, right_x - start - GAP);
        for (x, text) in [(start, left), (right_x, right), (number_x, number)] {
            if !text.words.iter().all(|word| word.glyphs.is_empty()) {
                self.push(Text { x, y, ..text });
            }
        }
    }

    /// As much of the text as fits.
    fn text(&mut self, text: &str, room: f32) -> Text {
        let size = self.style.sizes.running.size;
        let text: String = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
        let whole = self.shaper.shape(FaceId::Regular, &text);
        let words = if whole.width * size <= room { vec![whole] } else { self.cut(&whole, room / size) };
        Text { x: 0.0, y: 0.0, face: FaceId::Regular, size, colour: self.style.palette.quiet, words }
    }

    /// The beginning of a word and an ellipsis, within so many ems; nothing if there is no room for either.
    fn cut(&mut self, whole: &Word, room: f32) -> Vec<Rc<Word>> {
        let ellipsis = self.shaper.shape(FaceId::Regular, ELLIPSIS);
        let mut left = room - ellipsis.width;
        if left < 0.0 {
            return Vec::new();
        }
        let mut fits = |glyph: &&Glyph| {
            left -= glyph.advance;
            left >= 0.0
        };
        let beginning = whole.glyphs.iter().take_while(|glyph| fits(glyph)).cloned().collect();
        vec![Rc::new(Word::of(beginning)), ellipsis]
    }

    fn rule(&mut self, y: f32) {
        let margins = self.style.margins;
        let width = self.style.page.points().0 - margins.right - margins.left;
        let rule = horizontal(margins.left, width, y, THICKNESS, self.style.palette.rule);
        self.page.items.push(Item { sequence: None, shape: Shape::Rule(rule) });
    }

    fn push(&mut self, text: Text) {
        self.page.items.push(Item { sequence: None, shape: Shape::Text(text) });
    }
}
