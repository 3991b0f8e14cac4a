//! Comma-separated values.

use crate::sample::{one_column, table, text, words};
use proptest::collection::vec;
use proptest::prelude::*;
use riskwright_documents::spreadsheet::{Cell, Column, ReadError, ReadRow, Spreadsheet, csv, read};

/// As another reader sees the file: cells as they stand in it.
fn raw(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
    let sheets = read(text.as_bytes(), "list.csv").unwrap();
    sheets[0].rows.iter().map(|row| (row.number, row.cells.clone())).collect()
}

proptest! {
    #[test]
    fn any_table_is_read_as_it_was_written(sheet in table()) {
        let expected = words(&sheet);
        match read(&csv::write(&sheet).unwrap(), "list.csv") {
            Ok(sheets) => prop_assert_eq!(&sheets[0].rows, &expected),
            Err(error) => prop_assert!(error == ReadError::NoSheet && expected.is_empty(), "{:?}", error),
        }
    }

    #[test]
    fn no_text_begins_a_formula_for_another_reader(texts in vec(text(), 1..6)) {
        let cells: Vec<&str> = texts.iter().map(String::as_str).collect();
        for cell in raw(&csv::write(&one_column("x", &cells)).unwrap()).concat() {
            prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\u{FF1D}']), "{:?}", cell);
        }
    }

    #[test]
    fn what_another_writer_wrote_is_read(
        rows in vec(vec("[a-z]{1,2}[a-z \"\r\n]{0,4}", 2..4), 1..6),
        separator in prop_oneof![Just(b','), Just(b';'), Just(b'\t')],
    ) {
        let mut writer =
            ::csv::WriterBuilder::new().delimiter(separator).flexible(true).from_writer(Vec::new());
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let sheets = read(&writer.into_inner().unwrap(), "list.csv").unwrap();
        let found: Vec<&Vec<String>> = sheets[0].rows.iter().map(|row| &row.cells).collect();
        prop_assert_eq!(found, rows.iter().collect::<Vec<_>>());
    }
}

#[test]
fn the_file_is_what_a_spreadsheet_program_expects() {
    let columns = vec![Column::text("Name", 20), Column::number("Beds", 6), Column::date("Since", 12)];
    let day = "2026-11-21".parse::<jiff::civil::Date>().unwrap();
    let rows = vec![
        vec![Cell::from("=cmd|' /C calc'!A0"), Cell::Number(-5), Cell::Date(day)],
        vec![Cell::from("Zoë, \"Q\""), Cell::Empty],
        vec![Cell::from("'quoted'"), Cell::from("a;b")],
    ];
    let bytes = csv::write(&Spreadsheet { title: "Sites".to_owned(), columns, rows }).unwrap();
    let expected = "\u{FEFF}\"Name\",\"Beds\",\"Since\"\r\n\"'=cmd|' /C calc'!A0\",-5,\"2026-11-21\"\r\n\
                    \"Zoë, \"\"Q\"\"\",\"\"\r\n\"''quoted'\",\"a;b\"\r\n";
    assert_eq!(String::from_utf8(bytes).unwrap(), expected);
}

#[test]
fn rows_have_the_numbers_that_a_person_sees() {
    let cells = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
    let found = rows("a,b\r\n\r\n\"x\ny\",2,\r\n,\n\n,z");
    let expected = [(1, cells(&["a", "b"])), (3, cells(&["x\ny", "2", ""])), (6, cells(&["", "z"]))];
    assert_eq!(found, expected);
}

#[test]
fn the_separator_is_found() {
    let table = [
        ("a,b\n1;5,2", vec!["a", "b"], vec!["1;5", "2"]),
        ("a;b\n1,5;2", vec!["a", "b"], vec!["1,5", "2"]),
        ("a\tb\n1,5\t2", vec!["a", "b"], vec!["1,5", "2"]),
        ("Our list\nx;y,z;w", vec!["Our list"], vec!["x", "y,z", "w"]),
        ("\"a;b;c\",d\n1,2", vec!["a;b;c", "d"], vec!["1", "2"]),
        ("alone\nagain", vec!["alone"], vec!["again"]),
    ];
    for (text, first, second) in table {
        let found: Vec<Vec<String>> = rows(text).into_iter().map(|(_, cells)| cells).collect();
        assert_eq!(found, [first, second], "{text:?}");
    }
}

#[test]
fn only_the_apostrophe_of_the_escape_is_taken_back() {
    let table = [("'=1", "=1"), ("''a", "'a"), ("'a", "'a"), ("'", "'"), ("=1", "=1"), ("'-5", "-5")];
    for (written, expected) in table {
        let found = rows(&format!("x\n{written}"));
        assert_eq!(found[1], (2, vec![expected.to_owned()]), "{written:?}");
    }
}

#[test]
fn a_sheet_is_called_as_its_file() {
    let sheets = read(b"a,b", "Vendors 2026.csv").unwrap();
    assert_eq!(sheets[0].name, "Vendors 2026.csv");
    assert_eq!(sheets[0].rows, [ReadRow { number: 1, cells: vec!["a".to_owned(), "b".to_owned()] }]);
}
