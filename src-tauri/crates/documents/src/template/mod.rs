//! From a template and its data to typed blocks.
//!
//! A template is a Tera text that renders to constrained CommonMark: headings, paragraphs, bold and italics, lists of
//! one level, tables, quotes as notes (`> [!WARNING]` as warnings) and links to headings (`# Scope { #scope }` gives an
//! id, `{ .unnumbered }` takes the number away; the space keeps it from being a comment of Tera's). Structured sections are handed in as blocks and placed by
//! `{{ section(name="…") }}`, so that a template chooses order and words and can leave no section out. Text that comes
//! from the context is always literal. How blocks look does not belong here.

mod error;
mod escape;
mod inline;
mod locate;
mod markdown;
mod render;
mod slug;

use crate::block::Block;

pub use error::{Reason, Refused, TemplateError, TemplateProblem};

/// The blocks of a template filled with `context`, in the order that the template chooses.
///
/// `name` is the template's file name as problems give it. `context` must be a JSON object; each of its strings shows
/// as it is written, whatever markup it seems to hold. Of `sections` each must be placed at most once; those that the
/// template leaves out follow at the end, in the order given.
///
/// # Errors
///
/// Every construct that the template must not use, or the first error of Tera and all its unknown variables.
pub fn fill_template(
    name: &str,
    source: &str,
    context: &serde_json::Value,
    sections: &[(String, Vec<Block>)],
) -> Result<Vec<Block>, TemplateError> {
    let problems = match render::render(name, source, context, sections) {
        Ok(rendered) => match markdown::read(&rendered, sections) {
            Ok(blocks) => return Ok(blocks),
            Err(found) => {
                found.into_iter().map(|finding| locate::problem(source, &rendered, finding)).collect()
            }
        },
        Err(problems) => problems,
    };
    Err(TemplateError { template: name.to_owned(), problems })
}

/// The blocks of CommonMark that a person wrote, its headings set `below` levels deeper.
///
/// Nothing in it is a template. What the constrained CommonMark does not take makes the whole text plain paragraphs,
/// so that no word of it is lost.
#[must_use]
pub fn commonmark_blocks(text: &str, below: u8) -> Vec<Block> {
    match markdown::read(text, &[]) {
        Ok(blocks) => blocks.into_iter().map(|block| deeper(block, below)).collect(),
        Err(_) => {
            text.split("\n\n").map(str::trim).filter(|part| !part.is_empty()).map(Block::paragraph).collect()
        }
    }
}

fn deeper(block: Block, below: u8) -> Block {
    match block {
        Block::Heading { level, id, text, unnumbered } => {
            Block::Heading { level: level.saturating_add(below).min(3), id, text, unnumbered }
        }
        other => other,
    }
}
