//! What differs between two assessments, on pages.

use super::frame;
use super::sheet::Sheet;
use crate::block::{Block, Column, Run};
use crate::document::Document;
use riskwright_domain::number::AssessmentNumber;

/// A difference, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Kind of record, as a heading: "Risks".
    pub group: String,
    /// Number of the record.
    pub record: String,
    /// What people call it.
    pub title: String,
    /// New, worse, better, closed, changed, gone.
    pub change: String,
    /// Before and after.
    pub words: String,
}

/// The document: a table for each group, in the order in which groups first occur.
#[must_use]
pub fn document(sheet: &Sheet<'_>, from: &AssessmentNumber, changes: &[Change]) -> Document {
    let to = &sheet.assessment.number;
    let mut blocks = vec![frame::banner(sheet), Block::paragraph(introduction(from, to, changes))];
    for (at, group) in groups(changes).into_iter().enumerate() {
        let of_group: Vec<&Change> = changes.iter().filter(|one| one.group == group).collect();
        blocks.push(Block::unnumbered_heading(
            1,
            format!("group-{at}"),
            format!("{group} ({})", of_group.len()),
        ));
        blocks.push(table(&of_group));
    }
    blocks.push(frame::remark(sheet));
    let document = frame::document(sheet, "What changed", &format!("From {from} to {to}"), blocks);
    frame::with_short_front(document, sheet)
}

fn introduction(from: &AssessmentNumber, to: &AssessmentNumber, changes: &[Change]) -> Vec<Run> {
    if changes.is_empty() {
        return vec![Run::plain(format!("{to} and {from} hold the same records with the same values."))];
    }
    let counted = ["New", "Worse", "Better", "Closed", "Changed", "Gone"].map(|kind| {
        let number = changes.iter().filter(|one| one.change == kind).count();
        (number > 0).then(|| format!("{number} {}", kind.to_lowercase()))
    });
    let counted: Vec<String> = counted.into_iter().flatten().collect();
    vec![
        Run::bold(super::words::count(changes.len(), "difference", "differences")),
        Run::plain(format!(": {}. What is not listed is the same in both.", super::words::listed(counted))),
    ]
}

fn groups(changes: &[Change]) -> Vec<&str> {
    let mut groups: Vec<&str> = Vec::new();
    for change in changes {
        if !groups.contains(&change.group.as_str()) {
            groups.push(&change.group);
        }
    }
    groups
}

fn table(changes: &[&Change]) -> Block {
    let columns = [
        Column::new("Record", 5),
        Column::new("Change", 4),
        Column::new("What", 9),
        Column::new("Before and after", 15),
    ];
    let rows: Vec<[Vec<Run>; 4]> = changes
        .iter()
        .map(|one| {
            [
                vec![Run::plain(one.record.as_str())],
                vec![Run::bold(one.change.as_str())],
                vec![Run::plain(one.title.as_str())],
                vec![Run::plain(super::words::filled(&one.words))],
            ]
        })
        .collect();
    Block::table("", columns, rows)
}
