//! The options that were weighed before the practice was chosen: 45 CFR 171.203(b) and (e)(2).

use crate::assessment::words::{NONE, filled, yes_no};
use crate::block::{Block, Column, Run};
use riskwright_domain::practice::Alternative;
use riskwright_domain::practice::check::subject::Subject;

pub fn blocks(subject: &Subject<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::heading(2, "application-alternatives", "Alternatives considered")];
    let own = subject.practice.alternatives.as_slice();
    let case = subject.determination();
    let weighed = case.map_or(&[][..], |case| case.alternatives.as_slice());
    if own.is_empty() && weighed.is_empty() {
        blocks.push(Block::warning("No less restrictive option is recorded."));
    }
    if !own.is_empty() {
        blocks.push(table("Options weighed for the practice", own));
    }
    if !weighed.is_empty() {
        blocks.push(table("Options weighed in the determination", weighed));
    }
    let told = case.into_iter().flat_map(|case| {
        [("Why fewer than two", &case.few_alternatives_reason), ("Conclusion", &case.conclusion)]
    });
    let told = told.filter(|(_, text)| !text.trim().is_empty());
    blocks.extend(
        told.map(|(name, text)| {
            Block::paragraph(vec![Run::bold(format!("{name}: ")), Run::plain(text.trim())])
        }),
    );
    blocks
}

fn table(caption: &str, all: &[Alternative]) -> Block {
    let columns = [
        Column::new("Option", 12),
        Column::new("Addresses the risk", 6),
        Column::new("Interferes less", 6),
        Column::new("Reasonable", 6),
        Column::new("Why", 14),
    ];
    let rows = all.iter().map(|one| {
        [
            vec![Run::plain(filled(&one.description))],
            answer(one.addresses_risk),
            answer(one.less_interfering),
            answer(one.reasonable),
            if one.reason.trim().is_empty() {
                vec![Run::bold("no reason")]
            } else {
                vec![Run::plain(one.reason.trim())]
            },
        ]
    });
    Block::table(caption, columns, rows)
}

/// Yes, no, or plainly that it is not answered.
fn answer(answer: Option<bool>) -> Vec<Run> {
    match answer {
        Some(_) => vec![Run::plain(yes_no(answer))],
        None => vec![Run::bold(format!("{NONE} not answered"))],
    }
}
