//! Heat maps: a grid with a number and a word in each cell, read out as a table.
//!
//! The shade only repeats what the word says, and the two highest shades are framed, so that nothing depends on colour.

use super::super::compose::{Composer, Setting};
use super::super::page::{Rect, Rule};
use super::super::strip::{Mark, Strip, keep_together};
use super::super::structure::{Attribute, NodeId, Structure, Tag};
use super::BETWEEN;
use crate::block::{HeatCell, HeatRow};
use crate::font::FaceId;
use crate::style::TypeSize;

/// The part of the width that the titles of the rows take.
const TITLES: f32 = 0.17;
const CAPTION_GAP: f32 = 4.0;
const HEADER_HEIGHT: f32 = 27.0;
const ROW_HEIGHT: f32 = 31.0;
/// Between one cell and the next, and between a cell's edge and its text.
const GAP: f32 = 2.0;
const PADDING: f32 = 3.0;
/// Shades from here on are framed.
const FRAMED: usize = 3;
const FRAME: f32 = 0.9;
/// Baselines of the two lines of a cell, from the top of its strip.
const UPPER: f32 = 13.5;
const LOWER: f32 = 24.0;

/// What the two scales of a heat map are called.
#[derive(Clone, Copy)]
pub(super) struct Scales<'a> {
    pub across: &'a str,
    pub down: &'a str,
    pub columns: &'a [String],
}

/// A cell of the grid: where it is and which element it belongs to.
#[derive(Clone, Copy)]
struct Field {
    x: f32,
    width: f32,
    node: NodeId,
}

impl Composer<'_> {
    /// Adds a heat map; each row has as many cells as there are columns.
    pub(super) fn heat_map(&mut self, caption: &str, scales: &Scales<'_>, rows: &[HeatRow]) {
        let table = self.structure.add(Structure::ROOT, Tag::Table);
        let mut before = BETWEEN + 3.0;
        if !caption.trim().is_empty() {
            self.caption_strips(caption, table, before);
            before = CAPTION_GAP;
        }
        let mut strips = vec![self.heat_header(scales, table)];
        let body = self.structure.add(table, Tag::TBody);
        strips.extend(rows.iter().map(|row| self.heat_row(row, scales, body)));
        keep_together(&mut strips);
        self.push(strips, before);
        self.strips.push(Strip::of_height(BETWEEN));
    }

    fn heat_header(&mut self, scales: &Scales<'_>, table: NodeId) -> Strip {
        let head = self.structure.add(table, Tag::THead);
        let row = self.structure.add(head, Tag::Tr);
        self.structure.add(row, Tag::Td);
        let mut strip = Strip::of_height(HEADER_HEIGHT);
        for (index, title) in scales.columns.iter().enumerate() {
            let node = self.structure.add_with(row, Tag::Th, Attribute::COLUMN_HEADER);
            let (x, width) = self.heat_place(index, scales.columns.len());
            let field = Field { x, width, node };
            self.heat_line(
                scales.across,
                FaceId::Regular,
                self.style.sizes.caption,
                UPPER - 3.0,
                field,
                &mut strip,
            );
            self.heat_line(title, FaceId::Bold, self.style.sizes.table, LOWER - 3.0, field, &mut strip);
        }
        strip
    }

    fn heat_row(&mut self, row: &HeatRow, scales: &Scales<'_>, body: NodeId) -> Strip {
        let parent = self.structure.add(body, Tag::Tr);
        let mut strip = Strip::of_height(ROW_HEIGHT);
        let node = self.structure.add_with(parent, Tag::Th, Attribute::ROW_HEADER);
        let field = Field { x: self.text_x(), width: self.text_width() * TITLES, node };
        self.heat_line(scales.down, FaceId::Regular, self.style.sizes.caption, UPPER, field, &mut strip);
        self.heat_line(&row.title, FaceId::Bold, self.style.sizes.table, LOWER, field, &mut strip);
        for (index, cell) in row.cells.iter().enumerate() {
            let node = self.structure.add(parent, Tag::Td);
            let (x, width) = self.heat_place(index, row.cells.len());
            self.heat_cell(cell, Field { x, width, node }, &mut strip);
        }
        strip
    }

    fn heat_cell(&mut self, cell: &HeatCell, field: Field, strip: &mut Strip) {
        let heat = self.style.palette.heat;
        let shade = usize::from(cell.shade).min(heat.len() - 1);
        let colour = heat.get(shade).copied().unwrap_or(self.style.palette.tint);
        let area = Rect { x: field.x, y: 0.0, width: field.width - GAP, height: ROW_HEIGHT - GAP };
        strip.marks.push(Mark::Rectangle { area, colour });
        if shade >= FRAMED {
            strip.marks.extend(frame(area, self.style.palette.ink));
        }
        let face = if cell.count == 0 { FaceId::Regular } else { FaceId::Bold };
        self.heat_line(&cell.count.to_string(), face, self.style.sizes.body, UPPER, field, strip);
        self.heat_line(&cell.label, FaceId::Regular, self.style.sizes.caption, LOWER, field, strip);
    }

    /// One line in the middle of a cell, smaller if it is too long.
    fn heat_line(
        &mut self,
        text: &str,
        face: FaceId,
        size: TypeSize,
        y: f32,
        field: Field,
        strip: &mut Strip,
    ) {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let room = field.width - GAP - 2.0 * PADDING;
        let natural = self.shaper.width(face, &text, 1.0);
        if natural <= 0.0 {
            return;
        }
        let size = TypeSize { size: size.size.min(room / natural), ..size };
        let x = field.x + (field.width - GAP - natural * size.size) / 2.0;
        let setting = Setting { size, x, ..self.body() };
        // The space keeps the two lines of a cell apart for whoever reads them out or copies them.
        let text = self.word(&format!("{text} "), face, setting, y);
        let mark = self.content(text, field.node);
        strip.marks.push(mark);
    }

    /// Left edge and width of a column.
    fn heat_place(&self, index: usize, columns: usize) -> (f32, f32) {
        let titles = self.text_width() * TITLES;
        let width = (self.text_width() - titles) / columns.max(1) as f32;
        (self.text_x() + titles + width * index as f32, width)
    }
}

fn frame(area: Rect, colour: crate::style::Colour) -> [Mark; 4] {
    let (right, bottom) = (area.x + area.width, area.y + area.height);
    [
        ((area.x, area.y), (right, area.y)),
        ((area.x, bottom), (right, bottom)),
        ((area.x, area.y), (area.x, bottom)),
        ((right, area.y), (right, bottom)),
    ]
    .map(|(from, to)| Mark::Rule(Rule { from, to, thickness: FRAME, colour, dotted: false }))
}
