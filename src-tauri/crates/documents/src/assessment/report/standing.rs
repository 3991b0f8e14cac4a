//! Whether the assessment is approved, by whom, in which capacity, and over which content.

use crate::assessment::sheet::Sheet;
use crate::assessment::{frame, words};
use crate::block::{Block, Column, Run};
use riskwright_domain::assessment::AssessmentStatus;

pub fn blocks(sheet: &Sheet<'_>) -> Vec<Block> {
    let assessment = sheet.assessment;
    let mut blocks = vec![Block::heading(1, "standing", "Standing of this report"), frame::banner(sheet)];
    if !assessment.approvals.is_empty() {
        blocks.push(approvals(sheet));
    }
    if sheet.organization().no_second_person {
        blocks.push(Block::info(
            "The organization records that it has no second person who could approve; the person who made this assessment approved it too.",
        ));
    }
    if assessment.status == AssessmentStatus::Superseded {
        blocks
            .push(Block::paragraph("A newer assessment has been approved since; its register counts today."));
    }
    for rejection in &assessment.rejections {
        let by = sheet.person(&rejection.by);
        blocks.push(Block::paragraph(format!("Sent back by {by} on {}: {}", rejection.on, rejection.reason)));
    }
    blocks
}

fn approvals(sheet: &Sheet<'_>) -> Block {
    let columns = [
        Column::new("Approved by", 8),
        Column::new("Capacity", 6),
        Column::new("Date", 5),
        Column::new("Statement", 12),
        Column::new("Content hash (SHA-256)", 11),
    ];
    let rows: Vec<[Vec<Run>; 5]> = sheet
        .assessment
        .approvals
        .iter()
        .map(|one| {
            [
                vec![Run::bold(sheet.person_with_title(&one.by))],
                vec![Run::plain(one.capacity.label())],
                vec![Run::plain(one.on.to_string())],
                vec![Run::plain(words::filled(&one.statement))],
                vec![Run::plain(one.content_hash.clone().unwrap_or_else(|| "none recorded".to_owned()))],
            ]
        })
        .collect();
    Block::table("Approvals", columns, rows)
}

/// The hash that the approvals are bound to.
pub fn hash(sheet: &Sheet<'_>) -> Vec<Run> {
    let assessment = sheet.assessment;
    let bound = assessment.approvals.iter().find_map(|one| one.content_hash.as_deref());
    match (assessment.approved_on(), bound) {
        (None, _) => vec![Run::plain("not approved")],
        (Some(_), None) => vec![Run::plain("no hash was recorded with the approval")],
        (Some(_), Some(hash)) => vec![Run::plain(format!("SHA-256 {hash}"))],
    }
}

/// From the first day of work to the day it is due.
pub fn period(sheet: &Sheet<'_>) -> String {
    let assessment = sheet.assessment;
    match assessment.due {
        Some(due) => format!("begun {}, due {due}", assessment.started_on),
        None => format!("begun {}", assessment.started_on),
    }
}
