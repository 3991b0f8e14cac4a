//! The full report of an assessment: 45 CFR 164.308(a)(1)(ii)(A), 164.316(b)(1)(ii).
//!
//! One module a part; each part is a list of blocks below headings of level 1.

mod answers;
mod closing;
mod decisions;
mod inventory;
mod method;
mod profile;
mod register;
mod results;
mod safeguards;
mod standing;
mod threats;

use super::frame;
use super::sheet::Sheet;
use super::treatment_plan;
use super::words;
use crate::block::Block;
use crate::document::Document;

/// The whole report.
#[must_use]
pub fn document(sheet: &Sheet<'_>) -> Document {
    let assessment = sheet.assessment;
    let title = format!("Risk assessment {}", assessment.year);
    let subtitle = "Risks and vulnerabilities to electronic protected health information";
    let mut document = frame::document(sheet, &title, subtitle, blocks(sheet));
    document.contents = true;
    document
        .with_front_matter("Assessment", format!("{} · {}", assessment.number, words::kind(assessment.kind)))
        .with_front_matter("Status", frame::status(sheet))
        .with_front_matter("Approved content", standing::hash(sheet))
        .with_front_matter("Work", standing::period(sheet))
        .with_front_matter(
            "Assessors",
            words::listed(assessment.assessors.iter().map(|one| sheet.person(one))),
        )
        .with_front_matter("Method", words::filled(&assessment.method))
        .with_front_matter("Follows", words::listed(&assessment.previous))
        .with_front_matter("Copy", format!("made {} by {}", sheet.copy.made_on, sheet.copy.made_by))
}

fn blocks(sheet: &Sheet<'_>) -> Vec<Block> {
    let mut blocks = standing::blocks(sheet);
    blocks.extend(results::blocks(sheet));
    blocks.extend(method::blocks(sheet));
    blocks.extend(profile::blocks(sheet));
    blocks.extend(answers::blocks(sheet));
    blocks.extend(inventory::blocks(sheet));
    blocks.extend(threats::blocks(sheet));
    blocks.extend(register::blocks(sheet));
    blocks.push(Block::heading(1, "plan", "Treatment plan"));
    blocks.extend(treatment_plan::sections(sheet, 2, true));
    blocks.extend(safeguards::blocks(sheet));
    blocks.extend(decisions::blocks(sheet));
    blocks.extend(closing::blocks(sheet));
    blocks
}
