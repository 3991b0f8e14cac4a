//! Headings: the number hangs in the margin, the text begins where running text does.

use super::super::compose::{Composer, Setting, baseline};
use super::super::page::OutlineEntry;
use super::super::strip::{Strip, keep_together};
use super::super::structure::{Structure, Tag};
use crate::block::{Block, Run};
use crate::font::FaceId;

/// Space above a heading of level 1, 2 and 3, and below it.
const BEFORE: [f32; 3] = [25.0, 17.0, 13.0];
const AFTER: [f32; 3] = [2.5, 0.5, 0.0];
/// Between a number that is wider than the gutter and its heading.
const NUMBER_GAP: f32 = 7.0;

impl Composer<'_> {
    /// Adds the heading at this place of the outline.
    pub(super) fn heading(&mut self, index: usize) {
        let outline = self.outline;
        let Some(entry) = outline.get(index) else { return };
        let rank = rank(entry.level);
        let Some(size) = self.style.sizes.headings.get(rank).copied() else { return };
        let colour = if rank == 0 { self.style.palette.accent } else { self.style.palette.ink };
        let node = self
            .structure
            .add(Structure::ROOT, [Tag::H1, Tag::H2, Tag::H3].get(rank).copied().unwrap_or(Tag::H3));
        let (x, width) = (self.text_x(), self.text_width());
        let mut setting = Setting { size, colour, x, width };
        let number = number(entry).map(|number| {
            let hanging = Setting { x: self.style.margins.left, ..setting };
            let text = self.word(&format!("{number} "), FaceId::Bold, hanging, baseline(size));
            let excess = (self.style.margins.left + text.width() + NUMBER_GAP - x).max(0.0);
            setting.x += excess;
            setting.width -= excess;
            self.content(text, node)
        });
        let mut strips = self.text_strips(&[Run::bold(&entry.text)], setting, node);
        if strips.is_empty() {
            strips.push(Strip::of_height(size.leading));
        }
        keep_together(&mut strips);
        if let Some(first) = strips.first_mut() {
            first.marks.splice(0..0, number);
            first.targets.push(entry.id.clone());
        }
        if let Some(last) = strips.last_mut() {
            last.height += AFTER.get(rank).copied().unwrap_or_default();
            last.keep_with_next = true;
        }
        self.push(strips, BEFORE.get(rank).copied().unwrap_or_default());
    }
}

fn rank(level: u8) -> usize {
    usize::from(level.clamp(1, 3)) - 1
}

fn number(entry: &OutlineEntry) -> Option<&str> {
    Some(entry.number.as_str()).filter(|number| !number.is_empty())
}

/// The headings of a document with their numbers and without gaps between levels: below a heading of level 1 stands
/// one of level 2, never one of level 3, so that the structure tree has no gap either.
pub(in super::super) fn outline(blocks: &[Block]) -> Vec<OutlineEntry> {
    let mut counters = [0_u32; 3];
    let mut previous = 0;
    let mut entries = Vec::new();
    for block in blocks {
        let Block::Heading { level, id, text, unnumbered } = block else { continue };
        let level = (*level).clamp(1, 3).min(previous + 1);
        previous = level;
        let number = if *unnumbered { String::new() } else { next_number(&mut counters, level) };
        entries.push(OutlineEntry { level, number, text: text.trim().to_owned(), id: id.clone() });
    }
    entries
}

fn next_number(counters: &mut [u32; 3], level: u8) -> String {
    let rank = rank(level);
    for (index, counter) in counters.iter_mut().enumerate().skip(rank) {
        *counter = if index == rank { *counter + 1 } else { 0 };
    }
    let parts: Vec<String> = counters.iter().take(rank + 1).map(u32::to_string).collect();
    parts.join(".")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_count_within_the_heading_above_and_levels_have_no_gap() {
        let blocks = [
            Block::heading(2, "a", "starts at level 2"),
            Block::heading(1, "b", "b"),
            Block::heading(2, "c", "c"),
            Block::heading(3, "d", "d"),
            Block::heading(2, "e", "e"),
            Block::unnumbered_heading(1, "f", "f"),
            Block::heading(3, "g", "g"),
            Block::heading(1, "h", "h"),
            Block::heading(3, "i", "skips level 2"),
        ];
        let found: Vec<(u8, String)> =
            outline(&blocks).into_iter().map(|entry| (entry.level, entry.number)).collect();
        let expected = [
            (1, "1"),
            (1, "2"),
            (2, "2.1"),
            (3, "2.1.1"),
            (2, "2.2"),
            (1, ""),
            (2, "2.3"),
            (1, "3"),
            (2, "3.1"),
        ]
        .map(|(level, number)| (level, number.to_owned()));
        assert_eq!(found, expected);
    }
}
