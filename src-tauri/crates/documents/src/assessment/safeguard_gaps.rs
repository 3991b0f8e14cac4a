//! Safeguards that are not in place, and every item as a sheet; 45 CFR 164.308 to 164.316.

use super::register::{joined, text};
use super::sheet::Sheet;
use super::{frame, words};
use crate::block::{Block, Column as Printed, Run};
use crate::document::Document;
use crate::spreadsheet::{Cell, Column, Spreadsheet};
use riskwright_domain::assessment::{SafeguardState, SafeguardStatus};
use riskwright_domain::catalogue::Safeguard;
use std::collections::BTreeMap;

/// An item of the rule and the status it has.
pub type Item<'a> = (&'a Safeguard, Option<&'a SafeguardStatus>);

/// Every item of the rule in its order, with its status.
#[must_use]
pub fn items<'a>(sheet: &Sheet<'a>) -> Vec<Item<'a>> {
    let statuses: BTreeMap<&str, &SafeguardStatus> =
        sheet.assessment.safeguards.iter().map(|one| (one.safeguard.as_str(), one)).collect();
    let rule = sheet.rule().into_iter().flat_map(|rule| rule.safeguards.iter());
    rule.map(|item| (item, statuses.get(item.citation.as_str()).copied())).collect()
}

/// Whether something is left to do: no status, partly, planned or not in place.
#[must_use]
pub fn is_gap(status: Option<&SafeguardStatus>) -> bool {
    use SafeguardState::{NotInPlace, Partial, Planned};
    status.is_none_or(|one| matches!(one.status, Partial | Planned | NotInPlace))
}

/// The gaps as a sheet.
#[must_use]
pub fn spreadsheet(sheet: &Sheet<'_>) -> Spreadsheet {
    let gaps = items(sheet).into_iter().filter(|(_, status)| is_gap(*status));
    Spreadsheet { title: "Safeguard gaps".to_owned(), ..filled(sheet, gaps) }
}

/// Every item as a sheet.
#[must_use]
pub fn every_item(sheet: &Sheet<'_>) -> Spreadsheet {
    filled(sheet, items(sheet).into_iter())
}

fn filled<'a>(sheet: &Sheet<'_>, items: impl Iterator<Item = Item<'a>>) -> Spreadsheet {
    Spreadsheet {
        title: "Safeguards".to_owned(),
        columns: vec![
            Column::text("Citation", 28),
            Column::text("Safeguard", 36),
            Column::text("Mark", 18),
            Column::text("Status", 18),
            Column::text("How, or why not", 60),
            Column::text("Owner", 20),
            Column::date("Due", 11),
            Column::text("Policies", 18),
            Column::text("Evidence", 18),
        ],
        rows: items.map(|(item, status)| row(sheet, item, status)).collect(),
    }
}

fn row(sheet: &Sheet<'_>, item: &Safeguard, status: Option<&SafeguardStatus>) -> Vec<Cell> {
    vec![
        text(item.citation.to_string()),
        text(item.title.clone()),
        item.designation.label().into(),
        state(status).into(),
        status.map(|one| one.note.clone()).map_or(Cell::Empty, text),
        status.and_then(|one| one.owner.as_ref()).map(|person| sheet.person(person)).into(),
        status.and_then(|one| one.due).into(),
        status.map(|one| joined(&one.policies, ", ")).map_or(Cell::Empty, text),
        status.map(|one| joined(&one.evidence, ", ")).map_or(Cell::Empty, text),
    ]
}

/// The status in words.
pub(super) fn state(status: Option<&SafeguardStatus>) -> &'static str {
    status.map_or("No status yet", |one| words::safeguard_state(one.status))
}

/// The list on pages.
#[must_use]
pub fn document(sheet: &Sheet<'_>) -> Document {
    let all = items(sheet);
    let gaps: Vec<Item<'_>> = all.iter().copied().filter(|(_, status)| is_gap(*status)).collect();
    let mut blocks = vec![
        frame::banner(sheet),
        Block::unnumbered_heading(1, "gaps", "What is left to do"),
        Block::paragraph(format!(
            "Of {} of the Security Rule, {} not fully in place. Items that are in place, have an equivalent alternative or do not apply are in the full report.",
            words::count(all.len(), "item", "items"),
            words::count(gaps.len(), "is", "are")
        )),
    ];
    if !gaps.is_empty() {
        blocks.push(table(sheet, &gaps));
    }
    blocks.push(frame::remark(sheet));
    let document = frame::document(
        sheet,
        "Safeguard gaps",
        "Safeguards that are not in place, with owner and date",
        blocks,
    );
    frame::with_short_front(document, sheet)
}

fn table(sheet: &Sheet<'_>, gaps: &[Item<'_>]) -> Block {
    let columns = [
        Printed::new("Citation", 8),
        Printed::new("Safeguard", 9),
        Printed::new("Status", 6),
        Printed::new("What there is", 15),
        Printed::new("Owner and date", 8),
    ];
    let rows: Vec<[Vec<Run>; 5]> = gaps
        .iter()
        .map(|(item, status)| {
            [
                vec![Run::plain(words::short(item.citation.as_str()))],
                vec![Run::plain(format!("{} ({})", item.title, item.designation.label()))],
                vec![Run::bold(state(*status))],
                vec![Run::plain(words::filled(status.map_or("", |one| one.note.as_str())))],
                who(sheet, *status),
            ]
        })
        .collect();
    Block::table("", columns, rows)
}

fn who(sheet: &Sheet<'_>, status: Option<&SafeguardStatus>) -> Vec<Run> {
    let owner = status.and_then(|one| one.owner.as_ref()).map(|person| sheet.person(person));
    let due = status.and_then(|one| one.due);
    let text = match (owner, due) {
        (Some(owner), Some(due)) => format!("{owner}, {due}"),
        (Some(owner), None) => format!("{owner}, no date"),
        (None, Some(due)) => format!("no owner, {due}"),
        (None, None) => "no owner, no date".to_owned(),
    };
    match due {
        Some(due) if due < sheet.copy.made_on => vec![Run::bold(format!("{text} (overdue)"))],
        _ => vec![Run::plain(text)],
    }
}
