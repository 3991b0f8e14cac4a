//! The first page: whose document it is, its title and its front matter.

use super::compose::{Composer, Setting};
use super::page::Rect;
use super::strip::{Mark, Strip, keep_together};
use super::structure::{Structure, Tag};
use crate::block::Run;
use crate::document::Document;
use crate::style::{Colour, TypeSize};

const BAR: Rect = Rect { x: 0.0, y: 0.0, width: 54.0, height: 3.0 };
/// Space above the bar, and below it.
const ABOVE_BAR: f32 = 14.0;
const BELOW_BAR: f32 = 14.0;

impl Composer<'_> {
    /// Adds the title block and the front matter.
    pub(super) fn front(&mut self, document: &Document) {
        let (sizes, palette) = (self.style.sizes, self.style.palette);
        self.line(&document.organization, true, sizes.body, palette.accent, Tag::P, 0.0);
        self.line(&document.title, true, sizes.title, palette.ink, Tag::Title, 10.0);
        self.line(&document.subtitle, false, sizes.subtitle, palette.quiet, Tag::P, 4.0);
        let area = Rect { x: self.text_x(), ..BAR };
        let bar = Mark::Rectangle { area, colour: palette.accent };
        self.push(vec![Strip { marks: vec![bar], ..Strip::of_height(BAR.height) }], ABOVE_BAR);
        self.strips.push(Strip::of_height(BELOW_BAR));
        self.key_values(&document.front_matter);
    }

    fn line(&mut self, text: &str, bold: bool, size: TypeSize, colour: Colour, tag: Tag, before: f32) {
        if text.trim().is_empty() {
            return;
        }
        let node = self.structure.add(Structure::ROOT, tag);
        let run = Run { bold, ..Run::plain(text) };
        let setting = Setting { size, colour, ..self.body() };
        let mut strips = self.text_strips(&[run], setting, node);
        keep_together(&mut strips);
        self.push(strips, before);
    }
}
