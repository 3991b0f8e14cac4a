//! Sections that say what the policy is for, where it holds, in which words and by whom.

use super::Sheet;
use crate::block::{Block, Column};

pub fn purpose(sheet: &Sheet<'_>) -> Vec<Block> {
    vec![Block::heading(1, "purpose", "Purpose"), Block::paragraph(sheet.version.purpose.as_str())]
}

pub fn scope(sheet: &Sheet<'_>) -> Vec<Block> {
    let mut blocks =
        vec![Block::heading(1, "scope", "Scope"), Block::paragraph(sheet.version.scope.text.as_str())];
    let assets: Vec<String> =
        sheet.version.scope.assets.iter().filter_map(|number| asset(sheet, number.as_str())).collect();
    if !assets.is_empty() {
        blocks.push(Block::paragraph("Systems, devices and services in scope:"));
        blocks.push(Block::bullets(assets));
    }
    blocks
}

pub fn definitions(sheet: &Sheet<'_>) -> Vec<Block> {
    if sheet.version.definitions.is_empty() {
        return Vec::new();
    }
    let rows = sheet.version.definitions.iter().map(|one| (one.term.as_str(), one.meaning.as_str()));
    vec![Block::heading(1, "definitions", "Definitions"), Block::key_values(rows)]
}

pub fn roles(sheet: &Sheet<'_>) -> Vec<Block> {
    let rows: Vec<[String; 4]> = sheet
        .version
        .roles
        .iter()
        .map(|role| {
            let holders = holders(sheet, &role.role);
            let stop = if role.may_stop_access { "Yes" } else { "No" };
            [role.role.clone(), holders, role.authority.clone(), stop.to_owned()]
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = [
        Column::new("Role", 3),
        Column::new("Held by", 4),
        Column::new("Authority", 7),
        Column::new("May stop access", 2),
    ];
    vec![
        Block::heading(1, "roles", "Roles and authority"),
        Block::table("Roles named in this policy, and who holds them when it takes effect", columns, rows),
    ]
}

fn asset(sheet: &Sheet<'_>, number: &str) -> Option<String> {
    let asset = sheet.assessment?.assets.iter().find(|asset| asset.number.as_str() == number)?;
    Some(format!("{} ({number})", asset.name))
}

fn holders(sheet: &Sheet<'_>, role: &str) -> String {
    let day = sheet.version.effective_from.unwrap_or(sheet.version.created_on);
    let duty = sheet.organization.duties.iter().find(|duty| duty.role.eq_ignore_ascii_case(role));
    let names: Vec<String> = duty
        .into_iter()
        .flat_map(|duty| &duty.holders)
        .filter(|holding| holding.from <= day && holding.until.is_none_or(|until| until >= day))
        .map(|holding| {
            let name = sheet.person(&holding.person);
            if holding.deputy { format!("{name} (deputy)") } else { name }
        })
        .collect();
    if names.is_empty() { "–".to_owned() } else { names.join("; ") }
}
