//! One page for the board: where the organization stands, the highest risks, and what is asked of the board.

use super::frame;
use super::heat_map::{self, Stage};
use super::safeguard_gaps;
use super::sheet::Sheet;
use super::treatment_plan::{self, Costs};
use super::words;
use crate::block::{Block, Column, Run};
use crate::document::Document;
use riskwright_domain::risk::{Level, Risk, RiskState};

/// How many risks the page names.
const MOST: usize = 5;

/// The page.
#[must_use]
pub fn document(sheet: &Sheet<'_>) -> Document {
    let mut standing = figures(sheet);
    standing.extend(asked(sheet).into_iter().map(|text| named("Asked of the board: ", text)));
    let blocks = vec![
        Block::unnumbered_heading(1, "standing", "Where we stand, and what is asked"),
        Block::bullets(standing),
        heat_map::map(&sheet.assessment.risks, Stage::Residual),
        top_risks(sheet, MOST, false),
    ];
    let title = format!("Risk assessment {}: summary", sheet.assessment.year);
    let document = frame::document(sheet, &title, "", blocks);
    document.with_front_matter("Assessment", {
        let mut runs = vec![Run::plain(format!("{}: ", sheet.assessment.number))];
        runs.extend(frame::status(sheet));
        runs.push(Run::plain(format!(". Copy of {}. Not legal advice.", sheet.copy.made_on)));
        runs
    })
}

/// The numbers that say where the organization stands.
#[must_use]
pub fn figures(sheet: &Sheet<'_>) -> Vec<Vec<Run>> {
    vec![
        named("Looked at: ", looked_at(sheet)),
        named("Risks: ", levels(sheet)),
        named("Treatment: ", treatment(sheet)),
        named("Safeguards: ", safeguards(sheet)),
    ]
}

fn named(name: &str, text: String) -> Vec<Run> {
    vec![Run::bold(name), Run::plain(text)]
}

fn looked_at(sheet: &Sheet<'_>) -> String {
    let assessment = sheet.assessment;
    let unexamined = match assessment.open_items.len() {
        0 => String::new(),
        number => format!("; {} open", words::count(number, "item stays", "items stay")),
    };
    format!(
        "{}, {}, {}{unexamined}.",
        words::count(assessment.assets.len(), "asset", "assets"),
        words::count(assessment.vendors.len(), "vendor", "vendors"),
        words::count(assessment.threats.len(), "threat decided", "threats decided"),
    )
}

fn levels(sheet: &Sheet<'_>) -> String {
    let open: Vec<&Risk> =
        sheet.assessment.risks.iter().filter(|risk| risk.status != RiskState::Closed).collect();
    let number = |level: Option<Level>| open.iter().filter(|risk| risk.level() == level).count();
    let levels = Level::ALL.into_iter().rev().map(Some).chain([None]);
    let parts: Vec<String> = levels
        .filter(|level| number(*level) > 0)
        .map(|level| format!("{} {}", number(level), words::level(level)))
        .collect();
    let above = open.iter().filter(|risk| risk.level() > Some(sheet.organization().risk_tolerance)).count();
    format!(
        "{} open ({}); {} above the tolerance, {}.",
        words::grouped(open.len() as u64),
        words::listed(parts),
        words::grouped(above as u64),
        sheet.organization().risk_tolerance
    )
}

fn treatment(sheet: &Sheet<'_>) -> String {
    let open = treatment_plan::open_plans(sheet);
    let late = open.iter().filter(|(_, plan)| plan.due < sheet.copy.made_on).count();
    let done = treatment_plan::done_plans(sheet).len();
    let costs = Costs::of(open.iter().map(|(_, plan)| *plan)).words();
    format!(
        "{} open, {} overdue, {} done; what is open costs {costs}.",
        words::count(open.len(), "plan", "plans"),
        words::grouped(late as u64),
        words::grouped(done as u64)
    )
}

fn safeguards(sheet: &Sheet<'_>) -> String {
    let items = safeguard_gaps::items(sheet);
    let gaps = items.iter().filter(|(_, status)| safeguard_gaps::is_gap(*status)).count();
    format!(
        "{} of {} of the Security Rule not fully in place.",
        words::grouped(gaps as u64),
        words::count(items.len(), "item", "items")
    )
}

/// The highest risks as a table; where the document has the cards, numbers are links and a heading stands above.
#[must_use]
pub fn top_risks(sheet: &Sheet<'_>, most: usize, linked: bool) -> Block {
    let mut ranked = sheet.ranked();
    ranked.retain(|risk| risk.status != RiskState::Closed && risk.level().is_some());
    if ranked.is_empty() {
        return Block::paragraph("No open risk is rated yet.");
    }
    let columns = [
        Column::new("Risk", 4),
        Column::new("Level", 5),
        Column::new("Threat and asset", 14),
        Column::new("What is done", 12),
    ];
    let rows: Vec<[Vec<Run>; 4]> =
        ranked.into_iter().take(most).map(|risk| top_row(sheet, risk, linked)).collect();
    let caption = if linked { "" } else { "The highest risks" };
    Block::table(caption, columns, rows)
}

fn top_row(sheet: &Sheet<'_>, risk: &Risk, linked: bool) -> [Vec<Run>; 4] {
    let number = if linked {
        sheet.risk_links(std::slice::from_ref(&risk.number))
    } else {
        vec![Run::plain(risk.number.as_str())]
    };
    [
        number,
        vec![Run::bold(words::level(risk.level()))],
        vec![Run::plain(format!("{} on {}", sheet.threat(&risk.threat), sheet.asset(&risk.asset)))],
        vec![Run::plain(treatment_plan::in_short(sheet, risk))],
    ]
}

fn asked(sheet: &Sheet<'_>) -> Vec<String> {
    let mut asked = Vec::new();
    if sheet.assessment.approved_on().is_none() {
        asked.push("This assessment is not approved yet; nothing below is final.".to_owned());
    }
    let undecided = treatment_plan::undecided(sheet);
    if !undecided.is_empty() {
        let risks = words::count(undecided.len(), "risk", "risks");
        asked.push(format!("Decide on {risks} above tolerance that have neither a plan nor an acceptance."));
    }
    asked.push(money(sheet));
    let lapsed = sheet.assessment.risks.iter().filter_map(|risk| risk.acceptance.as_ref());
    let lapsed = lapsed.filter(|one| one.expires < sheet.copy.made_on).count();
    if lapsed > 0 {
        let count = words::count(lapsed, "acceptance has", "acceptances have");
        asked.push(format!("Renew or replace: {count} lapsed."));
    }
    asked
}

fn money(sheet: &Sheet<'_>) -> String {
    let open = treatment_plan::open_plans(sheet);
    let costs = Costs::of(open.iter().map(|(_, plan)| *plan));
    let needed = words::money(costs.once + costs.yearly);
    match sheet.organization().treatment_budget {
        Some(budget) if costs.once + costs.yearly > u64::from(budget) => format!(
            "Open plans need {needed} in the first year; {} are approved for treatment.",
            words::money(budget.into())
        ),
        Some(budget) => format!(
            "Keep the money: open plans need {needed} in the first year, within the {} approved for treatment.",
            words::money(budget.into())
        ),
        None => format!(
            "Open plans need {needed} in the first year; no amount is recorded as approved for treatment."
        ),
    }
}
