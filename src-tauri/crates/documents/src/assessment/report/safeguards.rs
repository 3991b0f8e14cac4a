//! Every safeguard item with its mark, status and evidence: 45 CFR 164.308 to 164.316.

use crate::assessment::safeguard_gaps::{self, Item};
use crate::assessment::sheet::Sheet;
use crate::assessment::words;
use crate::block::{Block, Column, Run};
use riskwright_domain::catalogue::SafeguardCategory;

/// The sections of the rule in its order, with the titles of their headings.
const SECTIONS: [(SafeguardCategory, &str, &str); 5] = [
    (SafeguardCategory::Administrative, "administrative", "Administrative safeguards, 164.308"),
    (SafeguardCategory::Physical, "physical", "Physical safeguards, 164.310"),
    (SafeguardCategory::Technical, "technical", "Technical safeguards, 164.312"),
    (SafeguardCategory::Organizational, "organizational", "Organizational requirements, 164.314"),
    (
        SafeguardCategory::PoliciesProceduresDocumentation,
        "documentation",
        "Policies, procedures and documentation, 164.316",
    ),
];

pub fn blocks(sheet: &Sheet<'_>) -> Vec<Block> {
    let items = safeguard_gaps::items(sheet);
    let gaps = items.iter().filter(|(_, status)| safeguard_gaps::is_gap(*status)).count();
    let mut blocks = vec![
        Block::heading(1, "safeguards", "Safeguards"),
        Block::paragraph(format!(
            "Standards and implementation specifications of the Security Rule, each with its mark, what is in place and its proof. Of {}, {} not fully in place.",
            words::count(items.len(), "item", "items"),
            words::count(gaps, "is", "are")
        )),
    ];
    for (category, id, title) in SECTIONS {
        let of_section: Vec<&Item<'_>> = items.iter().filter(|(item, _)| item.category == category).collect();
        if !of_section.is_empty() {
            blocks.push(Block::heading(2, format!("safeguards-{id}"), title));
            blocks.push(table(sheet, &of_section));
        }
    }
    blocks
}

fn table(sheet: &Sheet<'_>, items: &[&Item<'_>]) -> Block {
    let columns = [
        Column::new("Citation", 8),
        Column::new("Safeguard and mark", 9),
        Column::new("Status", 6),
        Column::new("How, or why not", 15),
        Column::new("Policy, evidence, next step", 9),
    ];
    let rows: Vec<[Vec<Run>; 5]> = items.iter().map(|item| row(sheet, item)).collect();
    Block::table("", columns, rows)
}

fn row(sheet: &Sheet<'_>, (item, status): &Item<'_>) -> [Vec<Run>; 5] {
    [
        vec![Run::plain(words::short(item.citation.as_str()))],
        vec![Run::plain(format!("{}, ", item.title)), Run::italic(item.designation.label().to_lowercase())],
        vec![Run::bold(safeguard_gaps::state(*status))],
        vec![Run::plain(words::filled(status.map_or("", |one| one.note.as_str())))],
        vec![Run::plain(proof(sheet, (item, *status)))],
    ]
}

fn proof(sheet: &Sheet<'_>, (_, status): Item<'_>) -> String {
    let Some(status) = status else { return words::NONE.to_owned() };
    let mut parts = Vec::new();
    if !status.policies.is_empty() {
        parts.push(words::listed(&status.policies));
    }
    if !status.evidence.is_empty() {
        parts.push(words::evidence(&status.evidence));
    }
    if let Some(owner) = &status.owner {
        parts.push(sheet.person(owner));
    }
    if let Some(due) = status.due {
        parts.push(format!("due {due}"));
    }
    if status.carried {
        parts.push("carried forward, not confirmed yet".to_owned());
    }
    words::filled(&parts.join("; "))
}
