//! Where ePHI is, how it flows, and who else handles it: assets, flows, vendors.

use crate::assessment::sheet::Sheet;
use crate::assessment::words;
use crate::block::{Block, Column, Run};
use riskwright_domain::assessment::{Asset, DataFlow, Vendor};

pub fn blocks(sheet: &Sheet<'_>) -> Vec<Block> {
    let assessment = sheet.assessment;
    let mut blocks = vec![
        Block::heading(1, "inventory", "Inventory of ePHI and EHI"),
        Block::heading(2, "assets", "Assets"),
    ];
    if assessment.assets.is_empty() {
        blocks.push(Block::paragraph("The inventory has no asset yet."));
    } else {
        blocks.extend([assets(sheet), use_of_assets(sheet)]);
    }
    blocks.push(Block::heading(2, "flows", "Flows"));
    blocks.push(if assessment.flows.is_empty() { none("flow") } else { flows(sheet) });
    blocks.push(Block::heading(2, "vendors", "Business associates and other vendors"));
    blocks.push(if assessment.vendors.is_empty() { none("vendor") } else { vendors(sheet) });
    blocks
}

fn none(what: &str) -> Block {
    Block::paragraph(format!("No {what} is recorded."))
}

fn assets(sheet: &Sheet<'_>) -> Block {
    let columns = [
        Column::new("No.", 3),
        Column::new("Asset", 9),
        Column::new("Owner", 6),
        Column::new("Information", 10),
        Column::numbers("Records of", 4),
        Column::new("Criticality C, I, A", 7),
        Column::new("Recovery", 6),
    ];
    let rows: Vec<[Vec<Run>; 7]> = sheet.assessment.assets.iter().map(|one| asset(sheet, one)).collect();
    Block::table("Assets: what they hold and how much depends on them", columns, rows)
}

fn asset(sheet: &Sheet<'_>, asset: &Asset) -> [Vec<Run>; 7] {
    let owner = asset.owner.as_ref().map_or_else(|| "no owner".to_owned(), |owner| sheet.person(owner));
    let criticality = asset
        .criticality
        .map_or_else(|| "not rated".to_owned(), |one| format!("{}, {}, {}", one.c, one.i, one.a));
    let hours =
        |hours: Option<u32>| hours.map_or_else(|| words::NONE.to_owned(), |hours| format!("{hours} h"));
    let recovery = format!(
        "{}; {} / {}",
        asset.recovery,
        hours(asset.recovery_time_hours),
        hours(asset.recovery_point_hours)
    );
    [
        vec![Run::plain(asset.number.as_str())],
        vec![
            Run::bold(asset.name.as_str()),
            Run::plain(format!(", {}", words::asset_kind(asset.kind).to_lowercase())),
        ],
        vec![Run::plain(owner)],
        vec![Run::plain(words::listed(&asset.information))],
        vec![Run::plain(words::grouped(asset.records.into()))],
        vec![Run::plain(criticality)],
        vec![Run::plain(recovery)],
    ]
}

fn use_of_assets(sheet: &Sheet<'_>) -> Block {
    let columns = [
        Column::new("No.", 3),
        Column::new("Where, who runs it", 9),
        Column::new("What is done with ePHI", 8),
        Column::new("Security capabilities switched on", 13),
        Column::new("Remarks", 11),
    ];
    let rows = sheet.assessment.assets.iter().map(|asset| {
        let handling = asset.handling.iter().map(|one| words::handling(*one));
        let capabilities = asset.capabilities.as_ref().map_or_else(
            || "not looked at".to_owned(),
            |all| {
                if all.is_empty() {
                    "none".to_owned()
                } else {
                    words::listed(all.iter().map(|one| words::capability(*one)))
                }
            },
        );
        [
            asset.number.to_string(),
            place(sheet, asset),
            words::listed(handling),
            capabilities,
            remarks(sheet, asset),
        ]
    });
    Block::table("Assets: use and security capabilities, 45 CFR 164.306(b)(2)(ii)", columns, rows)
}

fn place(sheet: &Sheet<'_>, asset: &Asset) -> String {
    let sites = &sheet.organization().sites;
    let name = |number: &_| {
        let site = sites.iter().find(|site| site.number == *number);
        site.map_or_else(|| number.to_string(), |site| site.name.clone())
    };
    let vendor = asset.vendor.as_ref().map(|vendor| sheet.vendor(vendor.as_str()));
    words::listed(asset.sites.iter().map(name).chain(vendor))
}

fn remarks(sheet: &Sheet<'_>, asset: &Asset) -> String {
    let mut parts = Vec::new();
    match asset.designated_record_set {
        Some(true) => parts.push("designated record set (EHI)".to_owned()),
        Some(false) => parts.push("outside the designated record set".to_owned()),
        None => {}
    }
    if asset.part_2_records {
        parts.push("records of a Part 2 program".to_owned());
    }
    if let Some(day) = asset.support_ends {
        let ended = day < sheet.copy.made_on;
        parts.push(format!("{} {day}", if ended { "support ended" } else { "support ends" }));
    }
    if let Some(reason) = &asset.no_risk_reason {
        parts.push(format!("no risk: {reason}"));
    }
    if asset.carried {
        parts.push("carried forward, not confirmed yet".to_owned());
    }
    words::filled(&parts.join("; "))
}

fn flows(sheet: &Sheet<'_>) -> Block {
    let columns = [
        Column::new("From", 7),
        Column::new("To", 7),
        Column::new("By what means", 7),
        Column::new("Protection", 8),
        Column::new("Purpose", 8),
    ];
    let rows = sheet.assessment.flows.iter().map(|flow| {
        [
            sheet.asset(&flow.from),
            target(sheet, flow),
            words::filled(&flow.method),
            words::filled(&flow.protection),
            words::filled(&flow.purpose),
        ]
    });
    Block::table("Flows of ePHI", columns, rows)
}

fn target(sheet: &Sheet<'_>, flow: &DataFlow) -> String {
    let asset = flow.to.as_ref().map(|asset| sheet.asset(asset));
    asset.or_else(|| flow.party.clone()).unwrap_or_else(|| words::NONE.to_owned())
}

fn vendors(sheet: &Sheet<'_>) -> Block {
    let columns = [
        Column::new("No.", 3),
        Column::new("Vendor", 8),
        Column::new("Service", 10),
        Column::new("Business associate", 5),
        Column::new("Agreement", 9),
        Column::new("Last review", 6),
    ];
    let rows = sheet.assessment.vendors.iter().map(|vendor| {
        [
            vendor.number.to_string(),
            vendor.name.clone(),
            words::filled(&vendor.service),
            words::yes_no(Some(vendor.business_associate)).to_owned(),
            agreement(vendor),
            vendor.reviewed_on.map_or_else(|| "none recorded".to_owned(), |day| day.to_string()),
        ]
    });
    Block::table("Vendors", columns, rows)
}

fn agreement(vendor: &Vendor) -> String {
    let Some(signed) = vendor.agreement_on else {
        return if vendor.business_associate { "none recorded".to_owned() } else { words::NONE.to_owned() };
    };
    let mut text = format!("{signed}");
    if let Some(end) = vendor.agreement_ends {
        text += &format!(", ends {end}");
    }
    match vendor.agreement_terms {
        Some(true) => text += "; terms of 164.314(a) found",
        Some(false) => text += "; terms of 164.314(a) missing",
        None => {}
    }
    text
}
