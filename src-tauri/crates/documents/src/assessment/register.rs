//! The risk register: a workbook, a file of comma-separated values, and a table on pages.

use super::frame;
use super::heat_map::Stage;
use super::sheet::Sheet;
use super::{safeguard_gaps, treatment_plan, words};
use crate::block::{Block, Column as Printed, Run};
use crate::document::Document;
use crate::spreadsheet::{Cell, Column, Spreadsheet};
use riskwright_domain::risk::{Level, Risk};

/// The sheets of the workbook: register, treatment plan, safeguards.
#[must_use]
pub fn spreadsheets(sheet: &Sheet<'_>) -> Vec<Spreadsheet> {
    vec![spreadsheet(sheet), treatment_plan::spreadsheet(sheet), safeguard_gaps::every_item(sheet)]
}

/// The register alone: a row for each risk in the order of the register, a column for each value.
#[must_use]
pub fn spreadsheet(sheet: &Sheet<'_>) -> Spreadsheet {
    Spreadsheet {
        title: "Register".to_owned(),
        columns: columns(),
        rows: sheet.assessment.risks.iter().map(|risk| row(sheet, risk)).collect(),
    }
}

fn columns() -> Vec<Column> {
    vec![
        Column::text("Number", 9),
        Column::text("Threat id", 9),
        Column::text("Threat", 34),
        Column::text("Asset number", 9),
        Column::text("Asset", 26),
        Column::text("Vulnerability", 40),
        Column::text("Effect", 50),
        Column::text("Controls in place", 50),
        Column::text("Likelihood of initiation", 12),
        Column::text("Likelihood of adverse effect", 12),
        Column::text("Impact on confidentiality", 12),
        Column::text("Impact on integrity", 12),
        Column::text("Impact on availability", 12),
        Column::text("Likelihood", 12),
        Column::text("Impact", 12),
        Column::text("Level", 12),
        Column::text("Inherent level", 12),
        Column::text("Target level", 12),
        Column::text("State", 14),
        Column::text("Treatment", 12),
        Column::text("Plan", 50),
        Column::text("Plan owner", 20),
        Column::date("Due", 11),
        Column::date("Done", 11),
        Column::date("Accepted until", 11),
        Column::text("Policies", 18),
        Column::text("Coverage", 22),
        Column::text("Rationale", 60),
        Column::text("Rated by", 20),
        Column::date("Rated on", 11),
        Column::text("Owner", 20),
        Column::text("Evidence", 18),
    ]
}

fn row(sheet: &Sheet<'_>, risk: &Risk) -> Vec<Cell> {
    let mut cells = facts(sheet, risk);
    cells.extend(ratings(risk));
    cells.extend(plan(sheet, risk));
    cells.extend([
        text(sheet.policies_answering(&risk.number).join(", ")),
        sheet.coverage(&risk.number).map(|state| words::coverage(Some(state))).into(),
        text(risk.rationale.clone()),
        risk.rated_by.as_ref().map(|person| sheet.person(person)).into(),
        risk.rated_on.into(),
        text(sheet.person(&risk.owner)),
        text(joined(&risk.evidence, ", ")),
    ]);
    cells
}

fn facts(sheet: &Sheet<'_>, risk: &Risk) -> Vec<Cell> {
    let controls: Vec<&str> = risk.controls.iter().map(|control| control.description.as_str()).collect();
    vec![
        text(risk.number.to_string()),
        text(risk.threat.to_string()),
        text(sheet.threat(&risk.threat)),
        text(risk.asset.to_string()),
        text(sheet.asset(&risk.asset)),
        text(sheet.weaknesses(risk).join("; ")),
        text(risk.effect.clone()),
        text(controls.join("; ")),
    ]
}

fn ratings(risk: &Risk) -> Vec<Cell> {
    let values = risk.residual;
    let rating = risk.rating();
    let stage = |stage: Stage| stage.rating(risk).map(|rating| rating.level);
    [
        values.map(|values| values.initiation),
        values.map(|values| values.adverse),
        values.map(|values| values.impact.c),
        values.map(|values| values.impact.i),
        values.map(|values| values.impact.a),
        rating.map(|rating| rating.likelihood),
        rating.map(|rating| rating.impact),
        rating.map(|rating| rating.level),
        stage(Stage::Inherent),
        stage(Stage::Target),
    ]
    .into_iter()
    .map(level)
    .collect()
}

fn plan(sheet: &Sheet<'_>, risk: &Risk) -> Vec<Cell> {
    let plan = risk.treatment.as_ref();
    vec![
        words::risk_state(risk.status).into(),
        plan.map(|plan| words::option(plan.option)).into(),
        plan.map(|plan| plan.plan.clone()).into(),
        plan.map(|plan| sheet.person(&plan.owner)).into(),
        plan.map(|plan| plan.due).into(),
        plan.and_then(|plan| plan.done_on).into(),
        risk.acceptance.as_ref().map(|acceptance| acceptance.expires).into(),
    ]
}

/// The register on pages: a line for each risk, the highest first.
#[must_use]
pub fn document(sheet: &Sheet<'_>) -> Document {
    let rows: Vec<[Vec<Run>; 6]> = sheet.ranked().into_iter().map(|risk| printed(sheet, risk)).collect();
    let columns = [
        Printed::new("Risk", 4),
        Printed::new("Level", 5),
        Printed::new("Threat and asset", 9),
        Printed::new("Why", 15),
        Printed::new("Treatment", 9),
        Printed::new("Owner", 5),
    ];
    let table = if rows.is_empty() {
        Block::paragraph("The register has no risk yet.")
    } else {
        Block::table("", columns, rows)
    };
    let blocks = vec![
        frame::banner(sheet),
        Block::unnumbered_heading(1, "register", "Register"),
        table,
        frame::remark(sheet),
    ];
    let document = frame::document(sheet, "Risk register", "Every risk, the highest level first", blocks);
    frame::with_short_front(document, sheet)
}

fn printed(sheet: &Sheet<'_>, risk: &Risk) -> [Vec<Run>; 6] {
    let level = words::level(risk.level());
    [
        vec![Run::plain(risk.number.as_str())],
        vec![Run::bold(level)],
        vec![Run::plain(format!("{} on {}", sheet.threat(&risk.threat), sheet.asset(&risk.asset)))],
        vec![Run::plain(words::filled(&risk.rationale))],
        vec![Run::plain(treatment_plan::in_short(sheet, risk))],
        vec![Run::plain(sheet.person(&risk.owner))],
    ]
}

fn level(level: Option<Level>) -> Cell {
    level.map(|level| level.to_string()).into()
}

/// A text, or an empty cell.
pub(super) fn text(text: String) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
}

/// All of them with a separator; nothing where there is none.
pub(super) fn joined<T: ToString>(all: &[T], separator: &str) -> String {
    all.iter().map(ToString::to_string).collect::<Vec<_>>().join(separator)
}
