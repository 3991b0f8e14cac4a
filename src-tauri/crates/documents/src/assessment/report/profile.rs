//! The organization's size, complexity and capabilities, infrastructure and budget: 45 CFR 164.306(b)(2)(i)-(iii).

use crate::assessment::sheet::Sheet;
use crate::assessment::words;
use crate::block::{Block, Column};

pub fn blocks(sheet: &Sheet<'_>) -> Vec<Block> {
    let organization = sheet.organization();
    let mut blocks = vec![
        Block::heading(1, "organization", "The organization"),
        Block::key_values(rows(sheet)),
        Block::heading(2, "capabilities", "Size, complexity and capabilities"),
        Block::paragraph(words::filled(&organization.capabilities)),
        Block::heading(
            2,
            "infrastructure",
            "Technical infrastructure, hardware and software security capabilities",
        ),
        Block::paragraph(words::filled(&organization.infrastructure)),
        Block::heading(2, "budget", "Costs of security measures"),
        Block::paragraph(words::filled(&organization.budget)),
    ];
    if !organization.sites.is_empty() {
        blocks.push(sites(sheet));
    }
    blocks
}

fn rows(sheet: &Sheet<'_>) -> Vec<(&'static str, String)> {
    let organization = sheet.organization();
    let number = |value: Option<u32>| value.map(|value| words::grouped(value.into()));
    let all = [
        ("Name", Some(organization.name.clone())),
        ("Place under HIPAA", Some(words::entity(organization.kind).to_owned())),
        ("Size band (ours)", organization.size_band.map(|band| words::size(band).to_owned())),
        ("Workforce", number(Some(organization.workforce))),
        ("Work away from all sites", number(organization.remote_workers)),
        ("Patients or members", number(organization.patients)),
        (
            "Complexity",
            some(words::listed(organization.complexity.iter().map(|one| words::complexity(*one)))),
        ),
        ("Money approved for treatment", treatment_budget(sheet)),
    ];
    all.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

fn some(text: String) -> Option<String> {
    (text != words::NONE).then_some(text)
}

fn treatment_budget(sheet: &Sheet<'_>) -> Option<String> {
    let organization = sheet.organization();
    let amount = words::money(organization.treatment_budget?.into());
    Some(match organization.treatment_budget_on {
        Some(day) => format!("{amount} a year, approved {day}"),
        None => format!("{amount} a year"),
    })
}

fn sites(sheet: &Sheet<'_>) -> Block {
    let columns = [
        Column::new("Site", 2),
        Column::new("Name", 5),
        Column::new("Address", 9),
        Column::numbers("Workforce", 3),
    ];
    let rows = sheet.organization().sites.iter().map(|site| {
        [
            site.number.to_string(),
            site.name.clone(),
            words::filled(&site.address),
            words::grouped(site.workforce.into()),
        ]
    });
    Block::table("Sites", columns, rows)
}
