//! The text of the rule that was in force on the day, and where it was read.
//!
//! What nobody read at a source is kept out: the catalogue's recollections are never printed.

use super::sheet::PracticeSheet;
use crate::assessment::words::filled;
use crate::block::{Block, Run};
use riskwright_domain::catalogue::{Exception, RuleEdition};
use riskwright_domain::practice::check::subject::Subject;

/// Id of the Security Exception among the exceptions of Part 171.
const SECURITY: &str = "EX-203";

pub fn blocks(sheet: &PracticeSheet<'_>, subject: &Subject<'_>) -> Vec<Block> {
    let edition = &subject.rule.edition;
    let mut blocks = vec![
        Block::heading(1, "rule", "The rule"),
        Block::paragraph(format!(
            "The practice was checked against {} as in force on {}.",
            edition.citation, subject.on
        )),
        source(edition),
    ];
    blocks.extend(conditions(sheet, subject));
    if !edition.notes.is_empty() {
        blocks.push(Block::paragraph("On this edition:"));
        blocks.push(Block::bullets(edition.notes.iter().map(String::as_str)));
    }
    blocks
}

fn source(edition: &RuleEdition) -> Block {
    Block::key_values([
        ("Rule", format!("{}, {}", edition.citation, edition.title)),
        ("Edition", edition.id.clone()),
        ("In force", in_force(edition)),
        ("Federal Register", filled(&edition.register.join("; "))),
        ("Read at", edition.source.clone()),
        ("Confirmed on", edition.confirmed_on.to_string()),
    ])
}

fn in_force(edition: &RuleEdition) -> String {
    let from = edition
        .effective_from
        .map_or_else(|| "first day not recorded".to_owned(), |day| format!("from {day}"));
    match edition.effective_to {
        Some(last) => format!("{from} to {last}"),
        None => format!("{from}; no last day is set"),
    }
}

/// The conditions in the catalogue's words, of the edition of Part 171 in force on the day.
fn conditions(sheet: &PracticeSheet<'_>, subject: &Subject<'_>) -> Vec<Block> {
    let set = sheet.catalogue.exception_sets.on(subject.on);
    let Some(exception) = set.and_then(|set| set.exceptions.get(SECURITY)) else { return Vec::new() };
    let conditions = exception.conditions.iter().map(|one| vec![Run::plain(one.as_str())]);
    vec![
        Block::paragraph(format!(
            "Its conditions, restated in this program's words; the text that counts is that of the Federal Register and the Code of Federal Regulations. They combine as {}:",
            logic(exception)
        )),
        Block::bullets(conditions),
    ]
}

fn logic(exception: &Exception) -> String {
    exception.logic.replace("AND", "and").replace("OR", "or")
}
