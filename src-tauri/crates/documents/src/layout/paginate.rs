//! Fills pages with strips.

use std::collections::BTreeMap;

use super::page::{Annotation, Destination, Item, Page, Place, Rect, Rule, Shape, Text};
use super::strip::{Mark, Strip};
use super::structure::{NodeId, Structure};
use crate::font::Shaper;
use crate::style::Style;

/// A group that is taller than a page starts on the page before only if so much of that is left.
const WORTH_STARTING: f32 = 0.25;
/// Sums of heights are rounded; this much over the edge is none.
const ROUNDING: f32 = 0.01;
/// A link leads to a little above its heading.
const ABOVE_TARGET: f32 = 8.0;

/// Pages, and where everything came to stand.
pub(super) struct Paginated {
    pub pages: Vec<Page>,
    pub contents: Vec<Place>,
    pub annotations: Vec<Place>,
    pub destinations: BTreeMap<String, Destination>,
}

/// Fills pages with the strips in their order.
pub(super) fn paginate(
    strips: &[Strip],
    structure: &Structure,
    style: &Style,
    shaper: &mut Shaper,
) -> Paginated {
    let mut filler = Filler::new(structure, style);
    let mut rest = strips;
    while !rest.is_empty() {
        let (group, behind) = rest.split_at(group_length(rest));
        filler.place_group(group);
        rest = behind;
    }
    filler.write_page_numbers(shaper);
    filler.result
}

/// How many strips stay on one page: up to the first that lets go of the next, or to a forced new page.
fn group_length(strips: &[Strip]) -> usize {
    let pairs = strips.iter().zip(strips.iter().skip(1));
    1 + pairs.take_while(|(strip, next)| strip.keep_with_next && !next.new_page).count()
}

struct Filler<'a> {
    structure: &'a Structure,
    top: f32,
    bottom: f32,
    /// Where the next strip begins.
    y: f32,
    /// The element and index of the marked-content sequence that text may still join.
    open: Option<(NodeId, usize)>,
    page_numbers: Vec<(Place, String)>,
    result: Paginated,
}

impl<'a> Filler<'a> {
    fn new(structure: &'a Structure, style: &Style) -> Self {
        let (top, bottom) = (style.margins.top, style.page.points().1 - style.margins.bottom);
        let result = Paginated {
            pages: vec![Page::default()],
            contents: vec![Place::default(); structure.contents.len()],
            annotations: vec![Place::default(); structure.annotations.len()],
            destinations: BTreeMap::new(),
        };
        Self { structure, top, bottom, y: top, open: None, page_numbers: Vec::new(), result }
    }

    fn place_group(&mut self, group: &[Strip]) {
        let Some(first) = group.first() else { return };
        let height: f32 = group.iter().map(|strip| strip.before + strip.height).sum();
        let header =
            first.repeat.iter().flat_map(|strips| strips.iter()).map(|strip| strip.height).sum::<f32>();
        let page = self.bottom - self.top;
        let fits_a_page = height - first.before + header <= page + ROUNDING;
        let wanted = if fits_a_page { height } else { page * WORTH_STARTING };
        if !self.is_at_top() && (first.new_page || !self.has_room(wanted)) {
            self.new_page();
        }
        for strip in group {
            self.place(strip);
        }
    }

    fn place(&mut self, strip: &Strip) {
        if !self.is_at_top() && !self.has_room(strip.before + strip.height) {
            self.new_page();
        }
        if self.is_at_top() {
            // A page never begins with the space behind what ended the page before.
            if strip.marks.is_empty() && strip.targets.is_empty() && self.page() > 0 && strip.repeat.is_none()
            {
                return;
            }
            if self.page() > 0 {
                for header in strip.repeat.iter().flat_map(|strips| strips.iter()) {
                    self.draw(header);
                }
            }
        } else {
            self.y += strip.before;
        }
        self.draw(strip);
    }

    fn is_at_top(&self) -> bool {
        self.y <= self.top
    }

    fn has_room(&self, height: f32) -> bool {
        self.y + height <= self.bottom + ROUNDING
    }

    fn page(&self) -> usize {
        self.result.pages.len() - 1
    }

    fn new_page(&mut self) {
        self.result.pages.push(Page::default());
        self.y = self.top;
        self.open = None;
    }

    fn draw(&mut self, strip: &Strip) {
        for target in &strip.targets {
            let destination = Destination { page: self.page(), y: (self.y - ABOVE_TARGET).max(0.0) };
            self.result.destinations.entry(target.clone()).or_insert(destination);
        }
        for mark in &strip.marks {
            self.draw_mark(mark);
        }
        self.y += strip.height;
    }

    fn draw_mark(&mut self, mark: &Mark) {
        match mark {
            Mark::Text { text, content } => {
                let text = Text { y: self.y + text.y, ..text.clone() };
                match content {
                    Some(content) => self.read_out(text, content.0),
                    None => self.decorate(Shape::Text(text)),
                }
            }
            Mark::Rectangle { area, colour } => {
                self.decorate(Shape::Rectangle { area: self.lowered(*area), colour: *colour });
            }
            Mark::Rule(rule) => {
                let (from, to) = ((rule.from.0, self.y + rule.from.1), (rule.to.0, self.y + rule.to.1));
                self.decorate(Shape::Rule(Rule { from, to, ..*rule }));
            }
            Mark::Annotation { id, annotation } => {
                let annotation = Annotation { area: self.lowered(annotation.area), ..annotation.clone() };
                self.annotate(annotation, id.0);
            }
            Mark::PageNumber { target, text, content } => {
                self.read_out(Text { y: self.y + text.y, ..text.clone() }, content.0);
                let index = self.result.pages.last().map_or(0, |page| page.items.len()).saturating_sub(1);
                self.page_numbers.push((Place { page: self.page(), index }, target.clone()));
            }
        }
    }

    fn lowered(&self, area: Rect) -> Rect {
        Rect { y: self.y + area.y, ..area }
    }

    /// Draws what a screen reader passes over.
    fn decorate(&mut self, shape: Shape) {
        self.open = None;
        if let Some(page) = self.result.pages.last_mut() {
            page.items.push(Item { sequence: None, shape });
        }
    }

    /// Draws text that belongs to an element, in the sequence of what was drawn before if that belongs there too.
    fn read_out(&mut self, text: Text, content: usize) {
        let number = self.page();
        let Some(node) = self.structure.contents.get(content).copied() else { return };
        let Some(page) = self.result.pages.last_mut() else { return };
        let index = match self.open {
            Some((open, index)) if open == node => index,
            _ => {
                page.sequences.push(node);
                page.sequences.len() - 1
            }
        };
        self.open = Some((node, index));
        page.items.push(Item { sequence: Some(index), shape: Shape::Text(text) });
        if let Some(place) = self.result.contents.get_mut(content) {
            *place = Place { page: number, index };
        }
    }

    fn annotate(&mut self, annotation: Annotation, id: usize) {
        let number = self.page();
        let Some(page) = self.result.pages.last_mut() else { return };
        page.annotations.push(annotation);
        let index = page.annotations.len() - 1;
        if let Some(place) = self.result.annotations.get_mut(id) {
            *place = Place { page: number, index };
        }
    }

    /// Writes the numbers of pages, now that they are known; their room was kept free.
    fn write_page_numbers(&mut self, shaper: &mut Shaper) {
        for (place, target) in std::mem::take(&mut self.page_numbers) {
            let Some(page) = self.result.destinations.get(&target).map(|found| found.page + 1) else {
                continue;
            };
            let item = self.result.pages.get_mut(place.page).and_then(|page| page.items.get_mut(place.index));
            if let Some(Item { shape: Shape::Text(text), .. }) = item {
                let word = shaper.shape(text.face, &page.to_string());
                text.x -= word.width * text.size;
                text.words.push(word);
            }
        }
    }
}
