//! Every threat with its disposition and reason: 45 CFR 164.306(a)(2)-(3).

use crate::assessment::sheet::Sheet;
use crate::assessment::words;
use crate::block::{Block, Column, Run};
use riskwright_domain::assessment::{ThreatAnswer, ThreatDisposition};
use riskwright_domain::number::{RiskNumber, ThreatId};
use std::collections::BTreeMap;

pub fn blocks(sheet: &Sheet<'_>) -> Vec<Block> {
    let mut blocks =
        vec![Block::heading(1, "threats", "Threats and hazards"), Block::paragraph(counted(sheet))];
    let rows = rows(sheet);
    if !rows.is_empty() {
        let columns = [
            Column::new("Id", 4),
            Column::new("Threat", 12),
            Column::new("Decision", 6),
            Column::new("Reason", 14),
            Column::new("Risks", 7),
        ];
        blocks.push(Block::table("Threats of the catalogue and the organization's own", columns, rows));
    }
    for own in &sheet.assessment.own_threats {
        let text = format!("{} {}: ", own.id, own.name);
        blocks.push(Block::paragraph(vec![Run::bold(text), Run::plain(words::filled(&own.description))]));
    }
    blocks
}

fn counted(sheet: &Sheet<'_>) -> String {
    let all = &sheet.assessment.threats;
    let number = |answer: ThreatAnswer| all.iter().filter(|one| one.answer == answer).count();
    format!(
        "{} decided: {} reasonably anticipated here, {} not, for the reason given; {} unsure. A threat counts as a reasonably anticipated threat or hazard, or as a reasonably anticipated use or disclosure that is not permitted.",
        words::count(all.len(), "threat is", "threats are"),
        number(ThreatAnswer::Applicable),
        number(ThreatAnswer::NotApplicable),
        number(ThreatAnswer::Unsure)
    )
}

/// The threats of the catalogue in its order, then the organization's own, then ids that neither has.
fn rows(sheet: &Sheet<'_>) -> Vec<[Vec<Run>; 5]> {
    let decided: BTreeMap<&str, &ThreatDisposition> =
        sheet.assessment.threats.iter().map(|one| (one.threat.as_str(), one)).collect();
    let mut risks: BTreeMap<&str, Vec<RiskNumber>> = BTreeMap::new();
    for risk in &sheet.assessment.risks {
        risks.entry(risk.threat.as_str()).or_default().push(risk.number.clone());
    }
    let catalogue = sheet.catalogue.threat_catalogues.latest();
    let mut ids: Vec<ThreatId> =
        catalogue.iter().flat_map(|one| one.threats.iter()).map(|one| one.id.clone()).collect();
    ids.extend(sheet.assessment.own_threats.iter().map(|one| one.id.clone()));
    let other = sheet.assessment.threats.iter().map(|one| &one.threat);
    let other: Vec<ThreatId> = other.filter(|id| !ids.contains(id)).cloned().collect();
    ids.extend(other);
    ids.iter()
        .map(|id| {
            let risks = risks.get(id.as_str()).map(Vec::as_slice).unwrap_or_default();
            row(sheet, id, decided.get(id.as_str()).copied(), risks)
        })
        .collect()
}

/// How many numbers of risks stand in a cell before the rest is only counted.
const MOST_NUMBERS: usize = 6;

fn row(
    sheet: &Sheet<'_>,
    id: &ThreatId,
    decided: Option<&ThreatDisposition>,
    risks: &[RiskNumber],
) -> [Vec<Run>; 5] {
    let decision = decided.map_or("Not decided yet", |one| words::threat_answer(one.answer));
    let reason = decided.and_then(|one| one.reason.as_deref()).unwrap_or_default();
    let carried =
        if decided.is_some_and(|one| one.carried) { " Carried forward, not confirmed yet." } else { "" };
    let mut numbers = sheet.risk_links(risks.get(..MOST_NUMBERS).unwrap_or(risks));
    if risks.len() > MOST_NUMBERS {
        numbers
            .push(Run::plain(format!(" and {} more", words::grouped((risks.len() - MOST_NUMBERS) as u64))));
    }
    if numbers.is_empty() {
        numbers.push(Run::plain(words::NONE));
    }
    [
        vec![Run::plain(id.as_str())],
        vec![Run::plain(sheet.threat(id))],
        vec![Run::bold(decision)],
        vec![Run::plain(words::filled(&format!("{reason}{carried}")))],
        numbers,
    ]
}
