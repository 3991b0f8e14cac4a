//! The sample clinic's assessment, whole and cut down to what a person can review, and documents as text.

use jiff::civil::{Date, date};
use riskwright_app::sample;
use riskwright_documents::assessment::{Copy, Sheet};
use riskwright_documents::{Block, Document, Run};
use riskwright_domain::audit::Head;
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::workspace::Content;

pub const TODAY: Date = date(2026, 11, 21);

pub fn whole() -> Content {
    sample::content().unwrap()
}

/// Six risks, and three or four of everything else.
pub fn small() -> Content {
    let mut content = whole();
    let assessment = content.assessments.last_mut().unwrap();
    assessment.risks.truncate(6);
    assessment.assets.truncate(4);
    assessment.flows.truncate(3);
    assessment.vendors.truncate(3);
    assessment.threats.truncate(4);
    assessment.safeguards.truncate(4);
    assessment.decisions.truncate(2);
    content
}

/// What is made of the newest assessment of a content.
pub fn with_sheet<T>(content: &Content, make: impl FnOnce(&Sheet<'_>) -> T) -> T {
    let head = Head { sequence: 12, hash: "ab".repeat(32) };
    let copy = Copy { made_on: TODAY, made_by: "Dana Whitfield", head: &head };
    let assessment = content.assessments.last().unwrap();
    make(&Sheet::of(Catalogue::embedded(), content, assessment, copy))
}

/// The document as a person would type it.
pub fn text(document: &Document) -> String {
    let mut text = format!("{}\n{}\n", document.title, document.subtitle);
    for (name, value) in &document.front_matter {
        text += &format!("  {name}: {}\n", runs(value));
    }
    text += &format!("head: {} | {}\n", document.header.left, document.header.right);
    text += &format!("foot: {} | {}\n", document.footer.left, document.footer.right);
    document.blocks.iter().map(block).fold(text, |text, block| text + "\n" + &block)
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading { level, text, .. } => format!("{} {text}\n", "#".repeat(usize::from(*level))),
        Block::Paragraph { runs: content } => runs(content) + "\n",
        Block::List { items, .. } => items.iter().map(|item| format!("* {}\n", runs(item))).collect(),
        Block::Table { caption, columns, rows } => {
            let titles: Vec<&str> = columns.iter().map(|column| column.title.as_str()).collect();
            let rows =
                rows.iter().map(|row| row.iter().map(|cell| runs(cell)).collect::<Vec<_>>().join(" | "));
            format!(
                "[{caption}]\n| {}\n{}",
                titles.join(" | "),
                rows.map(|row| format!("| {row}\n")).collect::<String>()
            )
        }
        Block::HeatMap { caption, across, down, columns, rows } => {
            let head = format!("[{caption}]\n{down} \\ {across}: {}\n", columns.join(", "));
            let rows = rows.iter().map(|row| {
                let cells =
                    row.cells.iter().map(|cell| format!("{} {} ({})", cell.count, cell.label, cell.shade));
                format!("{}: {}\n", row.title, cells.collect::<Vec<_>>().join(", "))
            });
            head + &rows.collect::<String>()
        }
        Block::KeyValues { rows } => {
            rows.iter().map(|(name, value)| format!("{name}: {}\n", runs(value))).collect()
        }
        Block::Note { kind, runs: content } => format!("{kind:?}: {}\n", runs(content)),
        other => format!("{other:?}\n"),
    }
}

fn runs(runs: &[Run]) -> String {
    let one = |run: &Run| match (&run.link, run.bold) {
        (Some(link), _) => format!("[{}](#{link})", run.text),
        (None, true) => format!("**{}**", run.text),
        (None, false) => run.text.clone(),
    };
    runs.iter().map(one).collect()
}
