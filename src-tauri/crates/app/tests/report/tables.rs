//! The register as a workbook and as comma-separated values: read back, every value is there, and none is computed.

use crate::sample::{whole, with_sheet};
use calamine::{Data, Reader, Xlsx};
use riskwright_documents::assessment::register;
use riskwright_documents::spreadsheet::{Spreadsheet, csv as comma, xlsx};
use riskwright_domain::workspace::Content;
use std::fs;
use std::io::{Cursor, Read};

/// Texts that spreadsheet programs would compute.
const COMPUTED: [&str; 7] =
    ["=1+2", "+1", "-1", "@SUM(A1)", "\t=1", "=HYPERLINK(\"http://x\",\"y\")", "＝1+1"];

/// The sample, with such texts in every field that a person fills.
fn hostile() -> Content {
    let mut content = whole();
    let assessment = content.assessments.last_mut().unwrap();
    for (risk, text) in assessment.risks.iter_mut().zip(COMPUTED.iter().cycle()) {
        risk.effect = (*text).to_owned();
        risk.rationale = format!("{text}, \"and\nmore\"");
        if let Some(plan) = &mut risk.treatment {
            plan.plan = (*text).to_owned();
        }
    }
    assessment.safeguards[0].note = "=cmd|' /C calc'!A0".to_owned();
    content
}

fn shown(sheet: &Spreadsheet) -> Vec<Vec<String>> {
    let titles = sheet.columns.iter().map(|column| column.name.clone()).collect();
    let rows = sheet.rows.iter().map(|row| row.iter().map(|cell| cell.words()).collect());
    std::iter::once(titles).chain(rows).collect()
}

fn read(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        other => other.to_string(),
    }
}

#[test]
fn the_workbook_reads_back_with_the_same_value_for_every_risk() {
    for content in [whole(), hostile()] {
        let sheets = with_sheet(&content, register::spreadsheets);
        assert_eq!(sheets[0].rows.len(), content.assessments.last().unwrap().risks.len());
        let bytes = xlsx::write(&sheets).unwrap();
        let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
        assert_eq!(workbook.sheet_names(), ["Register", "Treatment plan", "Safeguards"]);
        for sheet in &sheets {
            let range = workbook.worksheet_range(&sheet.title).unwrap();
            let expected = shown(sheet);
            assert_eq!(range.height(), expected.len(), "{}", sheet.title);
            for (at, row) in range.rows().enumerate() {
                let row: Vec<String> = row.iter().map(read).collect();
                assert_eq!(row, expected[at], "{} row {at}", sheet.title);
            }
        }
    }
}

#[test]
fn the_comma_separated_register_reads_back_the_same() {
    for content in [whole(), hostile()] {
        let sheet = with_sheet(&content, register::spreadsheet);
        let bytes = comma::write(&sheet).unwrap();
        let sheets = riskwright_documents::spreadsheet::read(&bytes, "register.csv").unwrap();
        let expected = shown(&sheet);
        let back: Vec<Vec<String>> = sheets[0].rows.iter().map(|row| row.cells.clone()).collect();
        assert_eq!(back.len(), expected.len());
        for (mut row, expected) in back.into_iter().zip(&expected) {
            // Empty cells at the end of a row are not read.
            row.resize(expected.len(), String::new());
            assert_eq!(row, *expected);
        }
    }
}

#[test]
fn no_cell_is_computed() {
    let content = hostile();
    let sheets = with_sheet(&content, register::spreadsheets);
    let mut archive = zip::ZipArchive::new(Cursor::new(xlsx::write(&sheets).unwrap())).unwrap();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = String::new();
        if part.read_to_string(&mut text).is_ok() && name.contains("worksheets/") {
            assert!(!text.contains("<f>") && !text.contains("<f "), "{name} has a formula");
        }
    }
    for sheet in &sheets {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(Cursor::new(comma::write(sheet).unwrap()));
        for record in reader.records() {
            for cell in record.unwrap().iter() {
                let cell = cell.trim_start_matches('\u{FEFF}');
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
            }
        }
    }
}

/// What columns mean: the row of one risk, named by its titles.
#[test]
fn a_row_says_what_the_risk_says() {
    let content = whole();
    let risk = &content.assessments.last().unwrap().risks[0];
    let sheet = with_sheet(&content, register::spreadsheet);
    let at = |title: &str| sheet.columns.iter().position(|column| column.name == title).unwrap();
    let cell = |title: &str| sheet.rows[0][at(title)].words();
    let rating = risk.rating().unwrap();
    let plan = risk.treatment.as_ref().unwrap();
    for (title, expected) in [
        ("Number", risk.number.to_string()),
        ("Effect", risk.effect.clone()),
        ("Likelihood of initiation", risk.residual.unwrap().initiation.to_string()),
        ("Likelihood of adverse effect", risk.residual.unwrap().adverse.to_string()),
        ("Impact on confidentiality", risk.residual.unwrap().impact.c.to_string()),
        ("Impact on integrity", risk.residual.unwrap().impact.i.to_string()),
        ("Impact on availability", risk.residual.unwrap().impact.a.to_string()),
        ("Likelihood", rating.likelihood.to_string()),
        ("Level", rating.level.to_string()),
        ("Inherent level", risk.inherent.unwrap().rating().level.to_string()),
        ("Target level", risk.target.unwrap().rating().level.to_string()),
        ("Plan", plan.plan.clone()),
        ("Due", plan.due.to_string()),
        ("Done", plan.done_on.unwrap().to_string()),
        ("Rationale", risk.rationale.clone()),
        ("Rated on", risk.rated_on.unwrap().to_string()),
        ("Evidence", "E-0005, E-0015".to_owned()),
    ] {
        assert_eq!(cell(title), expected, "{title}");
    }
    fs::write(
        concat!(env!("CARGO_TARGET_TMPDIR"), "/register.xlsx"),
        with_sheet(&content, |sheet| xlsx::write(&register::spreadsheets(sheet)).unwrap()),
    )
    .unwrap();
}
