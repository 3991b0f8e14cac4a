//! Notes: a tinted panel with a bar at its edge and a word that says how much it weighs.

use super::super::compose::{Composer, Setting};
use super::super::page::Rect;
use super::super::strip::{Mark, Strip, keep_together};
use super::super::structure::{Structure, Tag};
use super::BETWEEN;
use crate::block::{NoteKind, Run};
use crate::style::Colour;

const PADDING: f32 = 8.0;
const INDENT: f32 = 13.0;
const BAR: f32 = 2.5;

impl Composer<'_> {
    /// Adds a note.
    pub(super) fn note(&mut self, kind: NoteKind, runs: &[Run]) {
        let (labels, palette) = (&self.style.labels, &self.style.palette);
        let (label, tint, bar) = match kind {
            NoteKind::Info => (&labels.note, palette.tint, palette.accent),
            NoteKind::Warning => (&labels.warning, palette.warning_tint, palette.warning),
        };
        let mut text = vec![Run::bold(format!("{label}. "))];
        text.extend(runs.iter().cloned());
        let body = self.body();
        let setting = Setting { x: body.x + INDENT, width: body.width - 2.0 * INDENT, ..body };
        let node = self.structure.add(Structure::ROOT, Tag::P);
        let lines = self.text_strips(&text, setting, node);
        let mut strips = panel(lines, body, tint, bar);
        keep_together(&mut strips);
        self.push(strips, BETWEEN + 3.0);
        self.strips.push(Strip::of_height(3.0));
    }
}

/// The lines with padding above and below and a background that follows them from page to page.
fn panel(lines: Vec<Strip>, body: Setting, tint: Colour, bar: Colour) -> Vec<Strip> {
    let edge = || Strip::of_height(PADDING);
    let mut strips: Vec<Strip> =
        std::iter::once(edge()).chain(lines).chain(std::iter::once(edge())).collect();
    for strip in &mut strips {
        let area = Rect { x: body.x, y: 0.0, width: body.width, height: strip.height };
        let background = [
            Mark::Rectangle { area, colour: tint },
            Mark::Rectangle { area: Rect { width: BAR, ..area }, colour: bar },
        ];
        strip.marks.splice(0..0, background);
    }
    strips
}
