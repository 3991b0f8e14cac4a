//! Sections that show what the policy rests on: assessed risks, safeguards, decisions, standards.

use super::Sheet;
use crate::block::{Block, Column, Run};
use riskwright_domain::framework::{OwnFramework, Standards};
use riskwright_domain::number::FrameworkId;
use riskwright_domain::policy::Alignment;
use riskwright_domain::risk::Risk;
use std::collections::BTreeSet;

pub fn risk_basis(sheet: &Sheet<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::heading(1, "risk_basis", "Risk basis")];
    let Some(assessment) = sheet.assessment else {
        blocks.push(Block::warning(
            "No risk assessment is named: this policy is not shown to answer assessed risks.",
        ));
        return blocks;
    };
    let approved = assessment
        .approved_on()
        .map_or_else(|| "not yet approved".to_owned(), |day| format!("approved on {day}"));
    let assessors = assessment.assessors.iter().map(|one| sheet.person(one)).collect::<Vec<_>>().join(", ");
    blocks.push(Block::paragraph(format!(
        "This policy was prepared on the basis of risk assessment {} ({approved}), made by {assessors} after {}. Each statement answers the risks named with it.",
        assessment.number, assessment.method
    )));
    let rows: Vec<[String; 5]> = sheet.linked_risks().into_iter().map(|risk| risk_row(sheet, risk)).collect();
    if !rows.is_empty() {
        let columns = [
            Column::new("Risk", 4),
            Column::new("Threat", 9),
            Column::new("Asset", 6),
            Column::new("Level", 4),
            Column::new("Assessed", 4),
        ];
        blocks.push(Block::table("Risks that this policy answers", columns, rows));
    }
    blocks
}

/// Threat to rating to statement to standard, risk by risk: what a reader can follow without knowing the program.
pub fn trace(sheet: &Sheet<'_>) -> Vec<Block> {
    let risks = sheet.linked_risks();
    if risks.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![
        Block::heading(1, "trace", "From threat to statement to standard"),
        Block::paragraph(
            "For each assessed threat: how it was rated and when, what answers it, and which standard that follows.",
        ),
    ];
    for risk in risks {
        blocks.push(Block::paragraph(rated(sheet, risk)));
        blocks.push(Block::bullets(answers(sheet, risk)));
    }
    blocks
}

fn rated(sheet: &Sheet<'_>, risk: &Risk) -> Vec<Run> {
    let assessment = sheet.assessment.map(|one| one.number.to_string()).unwrap_or_default();
    vec![
        Run::bold(format!("{} {}", risk.number, sheet.threat_name(risk))),
        Run::plain(format!(
            ": rated {} on {} for {}, assessment {assessment}.",
            level(sheet, risk),
            rated_on(risk),
            sheet.asset_name(risk)
        )),
    ]
}

fn answers(sheet: &Sheet<'_>, risk: &Risk) -> Vec<Vec<Run>> {
    let mut items = Vec::new();
    for statement in &sheet.version.statements {
        for link in statement.risks.iter().filter(|link| link.risk == risk.number) {
            let effect =
                link.effect.as_ref().map(riskwright_domain::policy::Effect::label).unwrap_or_default();
            items.push(vec![
                Run::bold(statement.number.to_string()),
                Run::plain(format!(" {effect}. {} ", statement.text.trim())),
                Run::italic(format!("{}.", standards_of(sheet, &statement.alignments))),
            ]);
        }
    }
    items
}

pub fn safeguards(sheet: &Sheet<'_>) -> Vec<Block> {
    let rows: Vec<[String; 3]> = sheet
        .version
        .safeguards
        .iter()
        .map(|citation| {
            let item = sheet.catalogue.safeguard(citation.as_str());
            let title = item.map(|item| item.title.clone()).unwrap_or_default();
            let mark = item.map(|item| item.designation.label().to_owned()).unwrap_or_default();
            [citation.to_string(), title, mark]
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = [Column::new("Citation", 5), Column::new("Title", 7), Column::new("Designation", 4)];
    vec![
        Block::heading(1, "safeguards", "Safeguards implemented"),
        Block::table(
            "Standards and implementation specifications of the Security Rule that this policy carries",
            columns,
            rows,
        ),
    ]
}

pub fn addressable_decisions(sheet: &Sheet<'_>) -> Vec<Block> {
    let Some(assessment) = sheet.assessment else { return Vec::new() };
    let touched =
        |citation: &riskwright_domain::number::Citation| sheet.version.safeguards.contains(citation);
    let rows: Vec<[String; 3]> = assessment
        .decisions
        .iter()
        .filter(|decision| touched(&decision.specification))
        .map(|decision| {
            let answer = if decision.reasonable {
                "Implemented".to_owned()
            } else {
                format!("Alternative: {}", decision.alternative.as_deref().unwrap_or("none recorded"))
            };
            [decision.specification.to_string(), answer, decision.rationale.clone()]
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = [Column::new("Specification", 5), Column::new("Decision", 5), Column::new("Reason", 9)];
    vec![
        Block::heading(1, "addressable_decisions", "Addressable specifications"),
        Block::table("Decisions under 45 CFR 164.306(d)(3) that this policy carries", columns, rows),
    ]
}

pub fn standards(sheet: &Sheet<'_>) -> Vec<Block> {
    let mut seen = BTreeSet::new();
    let mut named = BTreeSet::new();
    let mut rows: Vec<[String; 4]> = Vec::new();
    for one in sheet.version.statements.iter().flat_map(|statement| &statement.alignments) {
        named.insert(&one.framework);
        if seen.insert((&one.framework, one.element.as_str(), one.explanation.as_str())) {
            let standard = short_name(sheet.standards(), &one.framework);
            rows.push([standard, element(sheet, one), one.explanation.clone(), one.applicability.clone()]);
        }
    }
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = [
        Column::new("Standard", 5),
        Column::new("Element", 4),
        Column::new("How it is followed", 8),
        Column::new("Why it applies here", 8),
    ];
    vec![
        Block::heading(1, "standards", "Alignment with standards"),
        Block::paragraph(
            "This policy follows these consensus-based standards and best practice guidance, in these editions:",
        ),
        Block::bullets(named.into_iter().map(|id| edition_name(sheet, id))),
        Block::table("Elements that statements follow", columns, rows),
    ]
}

/// The framework's name as a statement writes it.
pub fn short_name(standards: Standards<'_>, id: &FrameworkId) -> String {
    match id.as_str() {
        "nist-csf-2.0" => "CSF 2.0".to_owned(),
        "nist-800-53r5" => "SP 800-53r5".to_owned(),
        "nist-800-61r3" => "SP 800-61r3".to_owned(),
        "nist-800-63-4" => "SP 800-63-4".to_owned(),
        "hicp-2023" => "HICP 2023".to_owned(),
        "fhir-smart-2" => "SMART App Launch 2".to_owned(),
        other => standards.name(other).unwrap_or_else(|| other.to_owned()),
    }
}

/// Short name, official title, edition and date: `SP 800-61r3: Incident Response …, Rev. 3 (NIST, 2025-04)`.
fn edition_name(sheet: &Sheet<'_>, id: &FrameworkId) -> String {
    let standards = sheet.standards();
    if let Some(own) = standards.imported(id.as_str()) {
        return own_edition(own);
    }
    sheet.catalogue.framework(id.as_str()).map_or_else(
        || id.to_string(),
        |one| {
            format!(
                "{}: {}, {} ({}, {})",
                short_name(standards, id),
                one.name,
                one.version,
                one.publisher,
                one.published
            )
        },
    )
}

/// Title, edition, publisher and date of an imported standard, and what the organization states about it.
fn own_edition(own: &OwnFramework) -> String {
    let published = if own.published.is_empty() { String::new() } else { format!(", {}", own.published) };
    let stated = if own.basis.is_stated() {
        format!("Held to be consensus-based or best practice guidance because: {}", own.basis.reason.trim())
    } else {
        "Not stated to be a consensus-based standard or best practice guidance.".to_owned()
    };
    format!("{} ({}{published}). {stated}", own.title(), own.publisher)
}

/// The element's id; of an imported standard with its title, which no reader can look up elsewhere.
fn element(sheet: &Sheet<'_>, one: &Alignment) -> String {
    let own = sheet.standards().imported(one.framework.as_str());
    let title = own.and_then(|own| own.element(&one.element)?.title.as_deref());
    title.map_or_else(|| one.element.clone(), |title| format!("{} {title}", one.element))
}

fn standards_of(sheet: &Sheet<'_>, alignments: &[Alignment]) -> String {
    let names: Vec<String> = alignments
        .iter()
        .map(|one| format!("{} {}", short_name(sheet.standards(), &one.framework), one.element))
        .collect();
    if names.is_empty() { "–".to_owned() } else { names.join("; ") }
}

fn risk_row(sheet: &Sheet<'_>, risk: &Risk) -> [String; 5] {
    [
        risk.number.to_string(),
        sheet.threat_name(risk),
        sheet.asset_name(risk),
        level(sheet, risk),
        rated_on(risk),
    ]
}

/// The level that was answered: the sealed one, else today's.
fn level(sheet: &Sheet<'_>, risk: &Risk) -> String {
    let mut links = sheet.version.statements.iter().flat_map(|statement| &statement.risks);
    links
        .find(|link| link.risk == risk.number)
        .and_then(|link| link.level)
        .or_else(|| risk.level())
        .map_or_else(|| "not rated".to_owned(), |level| level.to_string())
}

fn rated_on(risk: &Risk) -> String {
    risk.rated_on.map_or_else(|| "–".to_owned(), |on| on.to_string())
}
