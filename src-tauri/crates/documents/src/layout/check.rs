//! What must hold of a document before it can be laid out.

use std::collections::BTreeSet;

use super::columns;
use super::error::Problem;
use super::page::OutlineEntry;
use crate::block::{Block, Cell, Column, Run};
use crate::document::Document;
use crate::style::Style;

/// The least width and height of the text on a page.
const LEAST_ROOM: f32 = 240.0;

/// Everything that forbids a layout, in the order of the document.
pub(super) fn check(document: &Document, outline: &[OutlineEntry], style: &Style) -> Vec<Problem> {
    let margins = style.margins;
    let (width, height) = style.page.points();
    let room = width - margins.left - margins.gutter - margins.right;
    if room < LEAST_ROOM || height - margins.top - margins.bottom < LEAST_ROOM {
        return vec![Problem::NoRoom];
    }
    let mut problems = Vec::new();
    problems.extend(repeated(outline.iter().map(|entry| entry.id.as_str()), Problem::DuplicateId));
    problems.extend(unknown_targets(document, outline));
    for block in &document.blocks {
        match block {
            Block::Table { caption, columns, rows } => {
                problems.extend(table(caption, columns, rows, columns::most(room)));
            }
            Block::HeatMap { caption, columns, rows, .. } => {
                let rows = rows.iter().map(|row| row.cells.len());
                problems.extend(grid(caption, columns.len(), rows, columns::most(room) - 1));
            }
            Block::SignatureBlocks { signers } => {
                let names = signers.iter().map(|signer| &signer.field).filter(|name| !is_field_name(name));
                problems.extend(names.cloned().map(Problem::FieldName));
            }
            _ => {}
        }
    }
    problems.extend(repeated(fields(document), Problem::DuplicateField));
    problems
}

fn repeated<'a>(names: impl Iterator<Item = &'a str>, problem: fn(String) -> Problem) -> Vec<Problem> {
    let (mut seen, mut twice) = (BTreeSet::new(), BTreeSet::new());
    for name in names {
        if !seen.insert(name) {
            twice.insert(name);
        }
    }
    twice.into_iter().map(|name| problem(name.to_owned())).collect()
}

fn fields(document: &Document) -> impl Iterator<Item = &str> {
    document.blocks.iter().flat_map(|block| match block {
        Block::SignatureBlocks { signers } => signers.iter().map(|signer| signer.field.as_str()).collect(),
        _ => Vec::new(),
    })
}

/// Dots would make a hierarchy of fields (ISO 32000-1, 12.7.3.2).
fn is_field_name(name: &str) -> bool {
    !name.is_empty()
        && name.chars().all(|character| character.is_ascii_alphanumeric() || "_-".contains(character))
}

fn unknown_targets(document: &Document, outline: &[OutlineEntry]) -> Vec<Problem> {
    let ids: BTreeSet<&str> = outline.iter().map(|entry| entry.id.as_str()).collect();
    let front = document.front_matter.iter().flat_map(|(_, runs)| runs);
    let all = front.chain(document.blocks.iter().flat_map(runs));
    all.filter_map(|run| Some((run, run.link.as_ref()?)))
        .filter(|(_, target)| !ids.contains(target.as_str()))
        .map(|(run, target)| Problem::UnknownTarget { target: target.clone(), text: run.text.clone() })
        .collect()
}

fn runs(block: &Block) -> Vec<&Run> {
    match block {
        Block::Paragraph { runs } | Block::Note { runs, .. } => runs.iter().collect(),
        Block::List { items, .. } => items.iter().flatten().collect(),
        Block::Table { rows, .. } => rows.iter().flatten().flatten().collect(),
        Block::KeyValues { rows } => rows.iter().flat_map(|(_, runs)| runs).collect(),
        Block::Heading { .. } | Block::HeatMap { .. } | Block::SignatureBlocks { .. } | Block::PageBreak => {
            Vec::new()
        }
    }
}

fn table(caption: &str, columns: &[Column], rows: &[Vec<Cell>], most: usize) -> Vec<Problem> {
    grid(caption, columns.len(), rows.iter().map(Vec::len), most)
}

fn grid(caption: &str, count: usize, rows: impl Iterator<Item = usize>, most: usize) -> Vec<Problem> {
    let table = caption.to_owned();
    if count == 0 || count > most {
        return vec![Problem::ColumnCount { table, columns: count, most }];
    }
    let ragged = rows.enumerate().filter(|(_, cells)| *cells != count);
    ragged
        .map(|(index, cells)| Problem::RaggedRow {
            table: table.clone(),
            row: index + 1,
            cells,
            columns: count,
        })
        .collect()
}
