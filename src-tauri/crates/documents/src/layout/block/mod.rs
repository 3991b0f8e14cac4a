//! One module a kind of block: how it becomes strips.

mod heading;
mod heat_map;
mod key_values;
mod list;
mod note;
mod signature;
mod table;

use super::compose::Composer;
use super::strip::Strip;
use crate::block::Block;

pub(super) use heading::outline;

/// Space between one block and the next.
const BETWEEN: f32 = 7.5;

impl Composer<'_> {
    /// Adds all blocks of a document; the first starts a new page if `new_page`.
    pub(super) fn blocks(&mut self, blocks: &[Block], new_page: bool) {
        let mut breaks_next = new_page;
        let mut heading = 0;
        for block in blocks {
            let first = self.strips.len();
            match block {
                Block::PageBreak => breaks_next = true,
                Block::Heading { .. } => {
                    self.heading(heading);
                    heading += 1;
                }
                Block::Paragraph { runs } => self.paragraph(runs, self.body(), BETWEEN),
                Block::List { ordered, items } => self.list(*ordered, items),
                Block::Table { caption, columns, rows } => self.table(caption, columns, rows),
                Block::HeatMap { caption, across, down, columns, rows } => {
                    self.heat_map(caption, &heat_map::Scales { across, down, columns }, rows);
                }
                Block::KeyValues { rows } => self.key_values(rows),
                Block::Note { kind, runs } => self.note(*kind, runs),
                Block::SignatureBlocks { signers } => self.signatures(signers),
            }
            if let Some(strip) = self.strips.get_mut(first).filter(|_| breaks_next) {
                strip.new_page = true;
                breaks_next = false;
            }
        }
    }
}

/// The strips as they follow one another in a column: their heights added up.
fn total_height(strips: &[Strip]) -> f32 {
    strips.iter().map(|strip| strip.before + strip.height).sum()
}
