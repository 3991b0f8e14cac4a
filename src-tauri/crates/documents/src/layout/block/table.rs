//! Tables: thin rules, a header that returns on each page, rows that do not break unless taller than a page.

use std::rc::Rc;

use super::super::columns;
use super::super::compose::{Composer, Setting, horizontal};
use super::super::page::Rect;
use super::super::strip::{Mark, Strip, avoid_widows_and_orphans, keep_together};
use super::super::structure::{Attribute, NodeId, Structure, Tag};
use super::{BETWEEN, total_height};
use crate::block::{Alignment, Cell, Column, Run};
use crate::font::FaceId;

pub(in super::super) const CELL_PADDING: f32 = 6.0;
const HEADER_PADDING: f32 = 4.0;
const ROW_PADDING: f32 = 3.5;
const CAPTION_GAP: f32 = 4.0;
const HEADER_RULE: f32 = 0.9;
const ROW_RULE: f32 = 0.5;
/// A header that takes more than this part of a page is not repeated.
const MOST_REPEATED: f32 = 0.33;

impl Composer<'_> {
    /// Adds a table; each row has as many cells as there are columns.
    pub(super) fn table(&mut self, caption: &str, columns: &[Column], rows: &[Vec<Cell>]) {
        let table = self.structure.add(Structure::ROOT, Tag::Table);
        let settings = self.settings(columns);
        let mut before = BETWEEN + 3.0;
        if !caption.trim().is_empty() {
            self.caption_strips(caption, table, before);
            before = CAPTION_GAP;
        }
        let header = self.header(columns, &settings, table);
        let repeat = self.repeat(&header);
        self.push(header, before);
        let body = self.structure.add(table, Tag::TBody);
        for cells in rows {
            let mut strips = self.row(cells, columns, &settings, body);
            for strip in &mut strips {
                strip.repeat.clone_from(&repeat);
            }
            self.push(strips, 0.0);
        }
        self.strips.push(Strip::of_height(BETWEEN));
    }

    pub(super) fn caption_strips(&mut self, caption: &str, table: NodeId, before: f32) {
        let node = self.structure.add(table, Tag::Caption);
        let setting = Setting { size: self.style.sizes.table, ..self.body() };
        let mut strips = self.text_strips(&[Run::bold(caption)], setting, node);
        keep_together(&mut strips);
        if let Some(last) = strips.last_mut() {
            last.keep_with_next = true;
        }
        self.push(strips, before);
    }

    /// Where the text of each column stands.
    fn settings(&mut self, columns: &[Column]) -> Vec<Setting> {
        let size = self.style.sizes.table;
        let longest: Vec<f32> = columns
            .iter()
            .map(|column| {
                let words = column.title.split_whitespace();
                let widths = words.map(|word| self.shaper.width(FaceId::Bold, word, size.size));
                widths.fold(0.0, f32::max) + 2.0 * CELL_PADDING
            })
            .collect();
        let shares: Vec<u16> = columns.iter().map(|column| column.share).collect();
        let body = self.body();
        let mut x = body.x;
        let mut settings = Vec::with_capacity(columns.len());
        for width in columns::widths(&shares, &longest, body.width) {
            let inner = width - 2.0 * CELL_PADDING;
            settings.push(Setting { size, x: x + CELL_PADDING, width: inner, ..body });
            x += width;
        }
        settings
    }

    fn header(&mut self, columns: &[Column], settings: &[Setting], table: NodeId) -> Vec<Strip> {
        let head = self.structure.add(table, Tag::THead);
        let row = self.structure.add(head, Tag::Tr);
        let mut cells = Vec::with_capacity(columns.len());
        for (column, setting) in columns.iter().zip(settings) {
            let node = self.structure.add_with(row, Tag::Th, Attribute::COLUMN_HEADER);
            let setting = Setting { colour: self.style.palette.accent, ..*setting };
            cells.push(self.cell(&[Run::bold(&column.title)], column.alignment, setting, node));
        }
        let mut strips = self.slices(cells, HEADER_PADDING);
        self.set_on_tint(&mut strips);
        keep_together(&mut strips);
        if let Some(last) = strips.last_mut() {
            last.keep_with_next = true;
        }
        strips
    }

    fn repeat(&self, header: &[Strip]) -> Option<Rc<[Strip]>> {
        let margins = self.style.margins;
        let page = self.style.page.points().1 - margins.top - margins.bottom;
        let is_small = total_height(header) <= page * MOST_REPEATED;
        is_small.then(|| header.iter().map(Strip::repeated).collect())
    }

    fn row(&mut self, cells: &[Cell], columns: &[Column], settings: &[Setting], body: NodeId) -> Vec<Strip> {
        let row = self.structure.add(body, Tag::Tr);
        let mut lines = Vec::with_capacity(cells.len());
        for (index, ((runs, column), setting)) in cells.iter().zip(columns).zip(settings).enumerate() {
            let node = match index {
                0 => self.structure.add_with(row, Tag::Th, Attribute::ROW_HEADER),
                _ => self.structure.add(row, Tag::Td),
            };
            lines.push(self.cell(runs, column.alignment, *setting, node));
        }
        let mut strips = self.slices(lines, ROW_PADDING);
        let (x, width) = (self.text_x(), self.text_width());
        if let Some(last) = strips.last_mut() {
            let rule = horizontal(x, width, last.height, ROW_RULE, self.style.palette.rule);
            last.marks.push(Mark::Rule(rule));
        }
        keep_together(&mut strips);
        avoid_widows_and_orphans(&mut strips);
        strips
    }

    /// The lines of a cell, aligned.
    fn cell(&mut self, runs: &[Run], alignment: Alignment, setting: Setting, node: NodeId) -> Vec<Vec<Mark>> {
        let mut lines = self.text_lines(runs, setting, node);
        let factor = match alignment {
            Alignment::Start => return lines,
            Alignment::Center => 0.5,
            Alignment::End => 1.0,
        };
        for line in &mut lines {
            let end = line.iter().map(end).fold(setting.x, f32::max);
            let shift = (setting.x + setting.width - end).max(0.0) * factor;
            line.iter_mut().for_each(|mark| mark.shift(shift));
        }
        lines
    }

    /// A strip for each line of the row, with padding above and below.
    fn slices(&self, cells: Vec<Vec<Vec<Mark>>>, padding: f32) -> Vec<Strip> {
        let leading = self.style.sizes.table.leading;
        let count = cells.iter().map(Vec::len).max().unwrap_or_default().max(1);
        let mut lines = vec![Strip::of_height(leading); count];
        for cell in cells {
            for (strip, marks) in lines.iter_mut().zip(cell) {
                strip.marks.extend(marks);
            }
        }
        let edge = || std::iter::once(Strip::of_height(padding));
        edge().chain(lines).chain(edge()).collect()
    }

    fn set_on_tint(&self, strips: &mut [Strip]) {
        let (x, width, palette) = (self.text_x(), self.text_width(), &self.style.palette);
        for strip in strips.iter_mut() {
            let area = Rect { x, y: 0.0, width, height: strip.height };
            strip.marks.insert(0, Mark::Rectangle { area, colour: palette.tint });
        }
        if let Some(first) = strips.first_mut() {
            first.marks.push(Mark::Rule(horizontal(x, width, 0.0, HEADER_RULE, palette.accent)));
        }
        if let Some(last) = strips.last_mut() {
            let y = last.height;
            last.marks.push(Mark::Rule(horizontal(x, width, y, HEADER_RULE, palette.accent)));
        }
    }
}

fn end(mark: &Mark) -> f32 {
    match mark {
        Mark::Text { text, .. } => text.x + text.width(),
        _ => 0.0,
    }
}
