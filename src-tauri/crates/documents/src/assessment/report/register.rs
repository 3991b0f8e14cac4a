//! The register risk by risk, the highest level first.

use crate::assessment::sheet::Sheet;
use crate::assessment::{risk_card, words};
use crate::block::Block;
use riskwright_domain::risk::{Level, Risk};

pub fn blocks(sheet: &Sheet<'_>) -> Vec<Block> {
    let ranked = sheet.ranked();
    let mut blocks = vec![Block::heading(1, "register", "Risk register")];
    if ranked.is_empty() {
        blocks.push(Block::paragraph("The register has no risk yet."));
    }
    let levels = Level::ALL.into_iter().rev().map(Some).chain([None]);
    for level in levels {
        let risks: Vec<&Risk> = ranked.iter().copied().filter(|risk| risk.level() == level).collect();
        if risks.is_empty() {
            continue;
        }
        let name = words::level(level);
        let id = format!("register-{}", level.map_or("unrated", Level::word));
        blocks.push(Block::heading(2, id, format!("{name}: {}", words::count(risks.len(), "risk", "risks"))));
        blocks.extend(risks.into_iter().flat_map(|risk| risk_card::blocks(sheet, risk)));
    }
    blocks
}
