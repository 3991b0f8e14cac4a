//! What the assessment came to: the numbers, the highest risks, and the three heat maps.

use crate::assessment::heat_map::{self, Stage};
use crate::assessment::sheet::Sheet;
use crate::assessment::summary;
use crate::block::Block;

pub fn blocks(sheet: &Sheet<'_>) -> Vec<Block> {
    let mut blocks = vec![
        Block::heading(1, "results", "Results in short"),
        Block::bullets(summary::figures(sheet)),
        Block::heading(2, "top", "The highest risks"),
        summary::top_risks(sheet, 10, true),
        Block::heading(1, "maps", "Heat maps"),
    ];
    for stage in Stage::ALL {
        let (id, title) = match stage {
            Stage::Inherent => ("map-inherent", "Inherent: without own safeguards"),
            Stage::Residual => ("map-residual", "Residual: as things are"),
            Stage::Target => ("map-target", "Target: when the plans are done"),
        };
        blocks.push(Block::heading(2, id, title));
        blocks.extend(heat_map::stage_blocks(sheet, stage, true));
    }
    blocks
}
