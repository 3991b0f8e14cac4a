//! Excel workbooks.

use crate::sample::{one_column, part, table, with_part, words};
use proptest::prelude::*;
use riskwright_documents::spreadsheet::xlsx::{self, WriteError};
use riskwright_documents::spreadsheet::{Cell, Column, ReadError, ReadRow, Spreadsheet, read};

const SHEET: &str = "xl/worksheets/sheet1.xml";

/// A workbook stores no empty cells behind the last one of a row.
fn without_ends(mut rows: Vec<ReadRow>) -> Vec<ReadRow> {
    for row in &mut rows {
        while row.cells.last().is_some_and(String::is_empty) {
            row.cells.pop();
        }
    }
    rows
}

fn cell_xml(cells: &str) -> Vec<u8> {
    let workbook = xlsx::write(&[one_column("x", &["a"])]).unwrap();
    let xml = format!(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
         <sheetData>{cells}</sheetData></worksheet>"
    );
    with_part(&workbook, SHEET, xml.as_bytes())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_tables_are_read_as_they_were_written(first in table(), second in table()) {
        let expected = [&first, &second].map(|sheet| without_ends(words(sheet)));
        match read(&xlsx::write(&[first, second]).unwrap(), "list.xlsx") {
            Ok(sheets) => {
                prop_assert_eq!(sheets.len(), 2);
                prop_assert_eq!(&sheets[0].rows, &expected[0]);
                prop_assert_eq!(&sheets[1].rows, &expected[1]);
            }
            Err(error) => {
                prop_assert!(error == ReadError::NoSheet && expected.concat().is_empty(), "{:?}", error);
            }
        }
    }
}

#[test]
fn nothing_in_a_workbook_computes_or_leads_elsewhere() {
    let cells =
        ["=1+1", "{=A1}", "+1", "-1", "@SUM(A1)", "\t=1", "https://example.org", "mailto:a@example.org"];
    let workbook = xlsx::write(&[one_column("=HYPERLINK(\"x\")", &cells)]).unwrap();
    let sheet = part(&workbook, SHEET);
    assert!(!sheet.contains("<f>") && !sheet.contains("<f ") && !sheet.contains("<hyperlink"), "{sheet}");
    assert_eq!(sheet.matches(" t=\"s\"").count(), cells.len() + 1, "{sheet}");
    let found = read(&workbook, "x.xlsx").unwrap();
    assert_eq!(found[0].rows[1].cells, ["=1+1"], "no apostrophe is needed where a text is a text");
}

#[test]
fn names_are_bold_and_stay_and_can_be_filtered_by() {
    let day = "2026-11-21".parse::<jiff::civil::Date>().unwrap();
    let columns = vec![Column::text("Name", 30), Column::number("Beds", 8), Column::date("Since", 12)];
    let rows = vec![vec![Cell::from("North"), Cell::Number(12), Cell::Date(day)]; 2];
    let workbook = xlsx::write(&[Spreadsheet { title: "Sites".to_owned(), columns, rows }]).unwrap();
    let sheet = part(&workbook, SHEET);
    for expected in [
        "topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"",
        "<autoFilter ref=\"A1:C3\"/>",
        "<v>12</v>",
        "<v>46347</v>",
    ] {
        assert!(sheet.contains(expected), "{expected} in {sheet}");
    }
    let styles = part(&workbook, "xl/styles.xml");
    assert!(
        styles.contains("<b/>") && styles.contains("formatCode=\"yyyy\\-mm\\-dd\"")
            || styles.contains("yyyy-mm-dd"),
        "{styles}"
    );
}

#[test]
fn the_same_tables_give_the_same_bytes() {
    let sheets = [one_column("One", &["a", "b"]), one_column("Two", &["=c"])];
    let workbook = xlsx::write(&sheets).unwrap();
    assert!(workbook == xlsx::write(&sheets).unwrap());
    let core = part(&workbook, "docProps/core.xml");
    assert!(core.contains("2000-01-01T00:00:00Z"), "{core}");
    assert!(workbook != xlsx::write(&sheets[..1]).unwrap());
}

#[test]
fn tabs_have_names_that_excel_takes() {
    let long = "Vendors and business associates of the clinic";
    let titles =
        ["", "Assets", "ASSETS", "a/b:c", "'quoted'", "History", long, long, "\u{1F3E5}".repeat(20).as_str()]
            .map(|title| one_column(title, &["x"]));
    let sheets = read(&xlsx::write(&titles).unwrap(), "x.xlsx").unwrap();
    let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    let expected = [
        "Sheet",
        "Assets",
        "ASSETS 2",
        "a b c",
        "quoted",
        "Sheet 2",
        "Vendors and business associates",
        "Vendors and business associat 2",
        &"\u{1F3E5}".repeat(15),
    ];
    assert_eq!(names, expected);
}

#[test]
fn what_a_workbook_does_not_hold_is_told() {
    let long = "x".repeat(32_768);
    let error = xlsx::write(&[one_column("a", &[]), one_column("b", &["ok", &long])]).unwrap_err();
    assert!(matches!(error, WriteError::LongText { sheet: 2, row: 3, column: 1 }), "{error:?}");
    let wide =
        Spreadsheet { title: String::new(), columns: Vec::new(), rows: vec![vec![Cell::from("x"); 16_385]] };
    assert!(matches!(xlsx::write(&[wide]).unwrap_err(), WriteError::LargeSheet { sheet: 1 }));
}

#[test]
fn numbers_and_days_that_a_workbook_would_change_go_as_text() {
    let table = [
        (Cell::Number(1 << 53), "9007199254740992", false),
        (Cell::Number((1 << 53) + 1), "9007199254740993", true),
        (Cell::Number(i64::MIN), "-9223372036854775808", true),
        (Cell::Date("1900-03-01".parse().unwrap()), "1900-03-01", false),
        (Cell::Date("1900-02-28".parse().unwrap()), "1900-02-28", true),
        (Cell::Date("9999-12-31".parse().unwrap()), "9999-12-31", false),
    ];
    for (cell, words, as_text) in table {
        let sheet = Spreadsheet { title: String::new(), columns: Vec::new(), rows: vec![vec![cell]] };
        let workbook = xlsx::write(&[sheet]).unwrap();
        assert_eq!(read(&workbook, "x.xlsx").unwrap()[0].rows[0].cells, [words]);
        assert_eq!(part(&workbook, SHEET).contains(" t=\"s\""), as_text, "{words}");
    }
}

#[test]
fn cells_of_other_programs_are_read_as_words() {
    let workbook = cell_xml(
        "<row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>x</t></is></c><c r=\"C2\" t=\"b\"><v>1</v></c>\
         <c r=\"D2\"><v>0.5</v></c><c r=\"E2\"><f>1+1</f><v>2</v></c><c r=\"F2\" t=\"e\"><v>#N/A</v></c></row>\
         <row r=\"7\"><c r=\"A7\" t=\"str\"><f>\"\"</f><v></v></c></row>\
         <row r=\"1048576\"><c r=\"XFD1048576\" t=\"str\"><v>far</v></c></row>",
    );
    let rows = &read(&workbook, "x.xlsx").unwrap()[0].rows;
    assert_eq!((rows.len(), rows[0].number), (2, 2));
    assert_eq!(rows[0].cells, ["", "x", "TRUE", "0.5", "2", "#N/A"]);
    assert_eq!((rows[1].number, rows[1].cells.len()), (1_048_576, 16_384));
    assert_eq!(rows[1].cells.last().unwrap(), "far");
}

#[test]
fn a_formula_that_nobody_computed_is_told() {
    let workbook = cell_xml("<row r=\"3\"><c r=\"B3\"><f>1+1</f></c></row>");
    let expected = ReadError::NotComputed { sheet: "x".to_owned(), row: 3, column: 2 };
    assert_eq!(read(&workbook, "x.xlsx"), Err(expected));
}

#[test]
fn a_few_cells_far_out_take_no_more_than_the_limit() {
    let rows: String = (1..=123)
        .map(|row| format!("<row r=\"{row}\"><c r=\"XFD{row}\" t=\"str\"><v>x</v></c></row>"))
        .collect();
    let limit = riskwright_documents::spreadsheet::MOST_CELLS;
    assert_eq!(read(&cell_xml(&rows), "x.xlsx"), Err(ReadError::TooManyCells { limit }));
}

#[test]
fn two_cells_in_one_place_are_told() {
    let workbook =
        cell_xml("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a</v></c><c r=\"A1\" t=\"str\"><v>b</v></c></row>");
    assert_eq!(read(&workbook, "x.xlsx"), Err(ReadError::BrokenWorkbook { sheet: Some("x".to_owned()) }));
}
