//! What stays open, what was corrected since, the evidence named, and what the paper is.

use crate::assessment::sheet::Sheet;
use crate::assessment::words;
use crate::block::{Block, Column, Run};
use riskwright_domain::number::EvidenceNumber;
use std::collections::BTreeSet;

pub fn blocks(sheet: &Sheet<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::heading(1, "open", "Open items"), open_items(sheet)];
    blocks.push(Block::heading(1, "addenda", "Corrections after the approval"));
    blocks.extend(addenda(sheet));
    blocks.push(Block::heading(1, "evidence", "Evidence named in this report"));
    blocks.push(evidence(sheet));
    blocks.extend(about(sheet));
    blocks
}

fn open_items(sheet: &Sheet<'_>) -> Block {
    let items = &sheet.assessment.open_items;
    if items.is_empty() {
        return Block::paragraph("Nothing is recorded that could not be examined.");
    }
    let columns = [
        Column::new("What could not be examined, or stays open", 16),
        Column::new("Owner", 5),
        Column::new("Due", 4),
    ];
    let rows = items.iter().map(|item| {
        let owner = item.owner.as_ref().map_or_else(|| "no owner".to_owned(), |owner| sheet.person(owner));
        [item.what.clone(), owner, item.due.map_or_else(|| "no date".to_owned(), |day| day.to_string())]
    });
    Block::table("", columns, rows)
}

fn addenda(sheet: &Sheet<'_>) -> Vec<Block> {
    let addenda = &sheet.assessment.addenda;
    if addenda.is_empty() {
        return vec![Block::paragraph("None.")];
    }
    let line = |one: &riskwright_domain::assessment::Addendum| {
        Block::paragraph(vec![
            Run::bold(format!("{}, {} on {}: ", one.on, sheet.person(&one.by), one.about)),
            Run::plain(one.text.as_str()),
        ])
    };
    addenda.iter().map(line).collect()
}

fn evidence(sheet: &Sheet<'_>) -> Block {
    let assessment = sheet.assessment;
    let risks = assessment.risks.iter().flat_map(|one| &one.evidence);
    let safeguards = assessment.safeguards.iter().flat_map(|one| &one.evidence);
    let answers = assessment.answers.iter().flat_map(|one| &one.evidence);
    let named: BTreeSet<&EvidenceNumber> = risks.chain(safeguards).chain(answers).collect();
    if named.is_empty() {
        return Block::paragraph("No evidence is named.");
    }
    let columns = [
        Column::new("No.", 4),
        Column::new("What it is", 12),
        Column::new("Date", 5),
        Column::new("Where the original is", 10),
        Column::new("SHA-256 of the file", 8),
    ];
    let rows = named.into_iter().map(|number| row(sheet, number));
    Block::table("", columns, rows)
}

fn row(sheet: &Sheet<'_>, number: &EvidenceNumber) -> [String; 5] {
    let Some(one) = sheet.evidence(number) else {
        let none = || words::NONE.to_owned();
        return [number.to_string(), "not in the register".to_owned(), none(), none(), none()];
    };
    let hash = one.sha256.as_ref().map(|hash| format!("{}…", hash.chars().take(16).collect::<String>()));
    [
        number.to_string(),
        one.title.clone(),
        one.on.to_string(),
        words::filled(&one.reference),
        hash.unwrap_or_else(|| "no file".to_owned()),
    ]
}

fn about(sheet: &Sheet<'_>) -> [Block; 4] {
    let head = sheet.copy.head;
    let trail = if head.sequence == 0 {
        "no trail".to_owned()
    } else {
        format!("line {}, SHA-256 {}", head.sequence, head.hash)
    };
    [
        Block::heading(1, "about", "What this report is and is not"),
        Block::paragraph(format!(
            "This report states what {} looked at, how its people rated what they found, and what they decided, as recorded on the day of this copy. It documents an assessment of risks and vulnerabilities to the confidentiality, integrity and availability of ePHI, 45 CFR 164.308(a)(1)(ii)(A), and is kept for six years from its creation or the day it was last in effect, whichever is later, 164.316(b)(2)(i).",
            sheet.organization().name
        )),
        Block::info(
            "Ratings are judgements of the people named, made with what they knew then. Whether the assessment is accurate and thorough, and whether safeguards are reasonable and appropriate, is for the organization to answer and for OCR and the courts to judge. This report certifies nothing and is not legal advice.",
        ),
        Block::key_values([
            ("Copy", format!("made {} by {}", sheet.copy.made_on, sheet.copy.made_by)),
            ("Audit trail", trail),
            ("Status", words::status(sheet.assessment.status).to_owned()),
        ]),
    ]
}
