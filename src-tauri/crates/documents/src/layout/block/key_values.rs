//! Names and values side by side, with a thin rule between one pair and the next.

use super::super::compose::{Composer, Setting, horizontal};
use super::super::strip::{Mark, Strip, keep_together};
use super::super::structure::{Attribute, NodeId, Structure, Tag};
use super::BETWEEN;
use crate::block::Run;

/// The part of the width that names take.
const NAMES: f32 = 0.3;
const GAP: f32 = 12.0;
const PADDING: f32 = 3.0;
const THICKNESS: f32 = 0.5;

impl Composer<'_> {
    /// Adds names and values as a table without a header.
    pub(in super::super) fn key_values(&mut self, rows: &[(String, Vec<Run>)]) {
        if rows.is_empty() {
            return;
        }
        let table = self.structure.add(Structure::ROOT, Tag::Table);
        let body = self.structure.add(table, Tag::TBody);
        for (index, (name, value)) in rows.iter().enumerate() {
            let strips = self.key_value(body, name, value, index == 0);
            self.push(strips, if index == 0 { BETWEEN } else { 0.0 });
        }
        self.strips.push(Strip::of_height(BETWEEN));
    }

    fn key_value(&mut self, parent: NodeId, name: &str, value: &[Run], is_first: bool) -> Vec<Strip> {
        let row = self.structure.add(parent, Tag::Tr);
        let (names, values) = self.columns();
        let header = self.structure.add_with(row, Tag::Th, Attribute::ROW_HEADER);
        let name = self.text_lines(&[Run::plain(name)], names, header);
        let cell = self.structure.add(row, Tag::Td);
        let value = self.text_lines(value, values, cell);
        let count = name.len().max(value.len()).max(1);
        let (mut name, mut value) = (name.into_iter(), value.into_iter());
        let mut strips = vec![Strip::of_height(PADDING)];
        for _ in 0..count {
            let marks = name.next().into_iter().chain(value.next()).flatten().collect();
            strips.push(Strip { marks, ..Strip::of_height(names.size.leading) });
        }
        strips.push(Strip::of_height(PADDING));
        self.rule_rows(&mut strips, is_first);
        keep_together(&mut strips);
        strips
    }

    fn columns(&self) -> (Setting, Setting) {
        let body = self.body();
        let size = crate::style::TypeSize { size: body.size.size - 0.5, leading: body.size.leading - 0.5 };
        let width = body.width * NAMES;
        let names = Setting { size, colour: self.style.palette.quiet, width: width - GAP, ..body };
        let values = Setting { size, x: body.x + width, width: body.width - width, ..body };
        (names, values)
    }

    fn rule_rows(&self, strips: &mut [Strip], is_first: bool) {
        let (x, width, colour) = (self.text_x(), self.text_width(), self.style.palette.rule);
        if let Some(strip) = strips.first_mut().filter(|_| is_first) {
            strip.marks.push(Mark::Rule(horizontal(x, width, 0.0, THICKNESS, colour)));
        }
        if let Some(strip) = strips.last_mut() {
            let y = strip.height;
            strip.marks.push(Mark::Rule(horizontal(x, width, y, THICKNESS, colour)));
        }
    }
}
