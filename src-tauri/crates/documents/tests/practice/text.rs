//! A document as a person would type it.

use riskwright_documents::{Block, Document, Run};

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
            let rows: String = rows.map(|row| format!("| {row}\n")).collect();
            format!("[{caption}]\n| {}\n{rows}", titles.join(" | "))
        }
        Block::KeyValues { rows } => {
            rows.iter().map(|(name, value)| format!("{name}: {}\n", runs(value))).collect()
        }
        Block::Note { kind, runs: content } => format!("{kind:?}: {}\n", runs(content)),
        other => panic!("a sheet has no {other:?}"),
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
