//! What the copy says of itself.

use super::sheet::PracticeSheet;
use crate::block::Block;

pub fn blocks(sheet: &PracticeSheet<'_>) -> Vec<Block> {
    let check = sheet.check;
    let head = sheet.copy.head;
    let trail = if head.sequence == 0 {
        "no trail".to_owned()
    } else {
        format!("line {}, SHA-256 {}", head.sequence, head.hash)
    };
    vec![
        Block::heading(1, "about", "About this sheet"),
        Block::key_values([
            ("Copy", format!("made {} by {}", sheet.copy.made_on, sheet.copy.made_by)),
            ("Shows", format!("practice {} as of {}", sheet.practice.number, sheet.on)),
            ("Rule", format!("edition {}", check.rule_edition)),
            ("Audit trail", trail),
            (
                "Reproducible",
                "the same records, day and time of making give the same file, byte for byte".to_owned(),
            ),
        ]),
        Block::info(format!(
            "This sheet states which documentation {} holds for the conditions of the Security Exception and what was found in it. It certifies nothing. Whether a practice is information blocking is for OIG, CMS and the courts to decide. Not legal advice.",
            sheet.organization().name
        )),
    ]
}
