//! The table of contents: the headings of level 1 and 2 with their pages.

use super::compose::{Composer, Setting, baseline};
use super::page::{OutlineEntry, Rect, Rule, Text};
use super::strip::{Mark, Strip, keep_together};
use super::structure::{NodeId, Structure, Tag};
use crate::block::Run;
use crate::font::FaceId;
use crate::style::TypeSize;

const DEEPEST: u8 = 2;
const BEFORE: f32 = 22.0;
const BEFORE_CHAPTER: f32 = 3.5;
/// How far the second level and the text behind a number stand in.
const INDENT: f32 = 20.0;
const NUMBER: [f32; 2] = [20.0, 28.0];
/// Room for page numbers at the right edge.
const PAGES: f32 = 26.0;
const LEADER_GAP: f32 = 5.0;

impl Composer<'_> {
    /// Adds the table of contents, if there is anything to list.
    pub(super) fn contents(&mut self) {
        let outline = self.outline;
        let entries: Vec<&OutlineEntry> = outline.iter().filter(|entry| entry.level <= DEEPEST).collect();
        if entries.is_empty() {
            return;
        }
        self.contents_heading();
        let contents = self.structure.add(Structure::ROOT, Tag::Toc);
        for entry in entries {
            let strips = self.entry(entry, contents);
            self.push(strips, if entry.level == 1 { BEFORE_CHAPTER } else { 0.0 });
        }
    }

    fn contents_heading(&mut self) {
        let Some(size) = self.style.sizes.headings.first().copied() else { return };
        let node = self.structure.add(Structure::ROOT, Tag::H1);
        let setting = Setting { size, colour: self.style.palette.accent, ..self.body() };
        let label = Run::bold(&self.style.labels.contents);
        let mut strips = self.text_strips(&[label], setting, node);
        for strip in &mut strips {
            strip.keep_with_next = true;
        }
        self.push(strips, BEFORE);
    }

    fn entry(&mut self, entry: &OutlineEntry, contents: NodeId) -> Vec<Strip> {
        let item = self.structure.add(contents, Tag::Toci);
        let reference = self.structure.add(item, Tag::Reference);
        let link = self.structure.add(reference, Tag::Link);
        let is_chapter = entry.level == 1;
        let size = TypeSize { size: self.style.sizes.body.size - 0.5, ..self.style.sizes.body };
        let body = self.body();
        let indent = if is_chapter { 0.0 } else { INDENT };
        let line = Setting { size, x: body.x + indent, width: body.width - indent, ..body };
        let face = FaceId::of(is_chapter, false);
        let number = self.entry_number(entry, face, line, link);
        let room = if is_chapter { NUMBER[0] } else { NUMBER[1] };
        let room = if entry.number.is_empty() { 0.0 } else { room };
        let text = Setting { x: line.x + room, width: line.width - room - PAGES, ..line };
        let run = Run { bold: is_chapter, ..Run::plain(&entry.text) };
        let mut strips = self.text_strips(&[run], text, link);
        if strips.is_empty() {
            strips.push(Strip::of_height(size.leading));
        }
        if let Some(first) = strips.first_mut() {
            first.marks.splice(0..0, number);
        }
        if let Some(last) = strips.last_mut() {
            self.lead_to_page(entry, face, line, link, last);
        }
        for strip in &mut strips {
            let area = Rect { x: line.x, y: 0.0, width: line.width, height: strip.height };
            strip.marks.push(self.link(&entry.id, area, link));
        }
        keep_together(&mut strips);
        strips
    }

    fn entry_number(
        &mut self,
        entry: &OutlineEntry,
        face: FaceId,
        at: Setting,
        node: NodeId,
    ) -> Option<Mark> {
        if entry.number.is_empty() {
            return None;
        }
        let text = self.word(&format!("{} ", entry.number), face, at, baseline(at.size));
        Some(self.content(text, node))
    }

    /// Dots from the end of the text to the page number, and the number itself.
    fn lead_to_page(
        &mut self,
        entry: &OutlineEntry,
        face: FaceId,
        line: Setting,
        node: NodeId,
        strip: &mut Strip,
    ) {
        let right = line.x + line.width;
        let y = baseline(line.size);
        let end = strip.marks.iter().map(end).fold(line.x, f32::max);
        let (from, to) = (end + LEADER_GAP, right - PAGES + LEADER_GAP);
        if to > from {
            let colour = self.style.palette.quiet;
            let rule =
                Rule { from: (from, y - 0.5), to: (to, y - 0.5), thickness: 0.6, colour, dotted: true };
            strip.marks.push(Mark::Rule(rule));
        }
        let text = Text { x: right, y, face, size: line.size.size, colour: line.colour, words: Vec::new() };
        let content = self.structure.add_content(node);
        strip.marks.push(Mark::PageNumber { target: entry.id.clone(), text, content });
    }
}

fn end(mark: &Mark) -> f32 {
    match mark {
        Mark::Text { text, .. } => text.x + text.width(),
        _ => 0.0,
    }
}
