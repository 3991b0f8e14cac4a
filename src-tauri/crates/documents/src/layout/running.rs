//! The header and footer of each page; a screen reader passes over them.

use super::compose::horizontal;
use super::page::{Item, Page, Shape, Text};
use crate::document::{Document, RunningText};
use crate::font::{FaceId, Shaper};
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
            edge.line(&header.left, &header.right, HEADER);
            edge.rule(HEADER_RULE);
        }
        let number = format!("{} {} {} {count}", labels.page, index + 1, labels.of);
        let RunningText { left, right } = &document.footer;
        let right = if right.is_empty() { number } else { format!("{right} · {number}") };
        edge.line(left, &right, height - FOOTER);
        edge.rule(height - FOOTER_RULE);
    }
}

struct Edge<'a> {
    page: &'a mut Page,
    style: &'a Style,
    shaper: &'a mut Shaper,
}

impl Edge<'_> {
    /// The text at the right is cut only if it is too long for the whole line.
    fn line(&mut self, left: &str, right: &str, y: f32) {
        let margins = self.style.margins;
        let (start, end) = (margins.left, self.style.page.points().0 - margins.right);
        let right = self.text(right, end - start);
        let room = end - start - right.width() - GAP;
        let left = self.text(left, room);
        self.push(Text { x: end - right.width(), y, ..right });
        self.push(Text { x: start, y, ..left });
    }

    /// As much of the text as fits.
    fn text(&mut self, text: &str, room: f32) -> Text {
        let size = self.style.sizes.running.size;
        let words: Vec<&str> = text.split_whitespace().collect();
        let mut shown = words.join(" ");
        if self.shaper.width(FaceId::Regular, &shown, size) > room {
            while !shown.is_empty() && self.cut_width(&shown) > room {
                shown.pop();
            }
            shown = if shown.is_empty() { String::new() } else { format!("{}{ELLIPSIS}", shown.trim_end()) };
        }
        let words = vec![self.shaper.shape(FaceId::Regular, &shown)];
        Text { x: 0.0, y: 0.0, face: FaceId::Regular, size, colour: self.style.palette.quiet, words }
    }

    fn cut_width(&mut self, shown: &str) -> f32 {
        let text = format!("{}{ELLIPSIS}", shown.trim_end());
        self.shaper.width(FaceId::Regular, &text, self.style.sizes.running.size)
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
