//! The items of evidence that the sheet rests on, with the hash of each file.

use super::sheet::PracticeSheet;
use super::words;
use crate::assessment::words::{NONE, filled};
use crate::block::{Block, Column, Run};
use riskwright_domain::practice::check::subject::Subject;
use std::collections::BTreeSet;

pub fn blocks(sheet: &PracticeSheet<'_>, subject: &Subject<'_>) -> Vec<Block> {
    let named = named(sheet, subject);
    let heading = Block::heading(2, "evidence", "Evidence");
    if named.is_empty() {
        return vec![heading, Block::paragraph("No item of the evidence register is named.")];
    }
    let columns = [
        Column::new("No.", 7),
        Column::new("What it is", 17),
        Column::new("Date", 8),
        Column::new("Where the original is", 12),
        Column::new("SHA-256 of the file", 11),
    ];
    let rows = named.into_iter().map(|number| row(subject, number));
    vec![heading, Block::table("", columns, rows)]
}

/// Items named by the determination, by the risks acted on, by a criterion, or attached to the practice.
fn named<'s>(sheet: &'s PracticeSheet<'_>, subject: &'s Subject<'_>) -> BTreeSet<&'s str> {
    let case = subject.determination().into_iter().flat_map(|case| &case.evidence);
    let risks = subject.registered().flat_map(|found| &found.risk.evidence);
    let mut named: BTreeSet<&str> = case.chain(risks).map(|number| number.as_str()).collect();
    let found = sheet.check.criteria.iter().flat_map(|one| &one.evidence).map(String::as_str);
    named.extend(found.filter(|name| sheet_has(sheet, name)));
    let practice = sheet.practice.number.as_str();
    let attached =
        sheet.content.evidence.iter().filter(|one| one.about.iter().any(|about| about.id == practice));
    named.extend(attached.map(|one| one.number.as_str()));
    named
}

fn sheet_has(sheet: &PracticeSheet<'_>, name: &str) -> bool {
    sheet.content.evidence.iter().any(|one| one.number.as_str() == name)
}

fn row(subject: &Subject<'_>, number: &str) -> [Vec<Run>; 5] {
    let Some(one) = subject.facts.evidence(number) else {
        let none = || vec![Run::plain(NONE)];
        return [vec![Run::plain(number)], vec![Run::bold("not in the register")], none(), none(), none()];
    };
    let hash = one.sha256.as_deref().map_or_else(|| "no file".to_owned(), words::short_hash);
    let kind = words::evidence_kind(one.kind);
    [
        vec![Run::plain(number)],
        vec![Run::plain(format!("{} ({kind})", one.title))],
        vec![Run::plain(one.on.to_string())],
        vec![Run::plain(filled(&one.reference))],
        vec![Run::plain(hash)],
    ]
}
