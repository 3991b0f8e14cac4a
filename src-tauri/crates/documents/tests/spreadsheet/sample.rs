//! Tables of anything, and what a reader is to find in them.

use jiff::civil::Date;
use proptest::collection::vec;
use proptest::prelude::*;
use riskwright_documents::spreadsheet::{Cell, Column, ReadRow, Spreadsheet};
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Any text that a text file may hold, many of them made of what means something to somebody.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>().prop_map(|text| text.replace('\0', " ")),
        "[=+\\-@'\t\r\n;,\" a1\u{FF1D}\u{FEFF}]{0,6}",
        "[_x05FD ]{0,12}",
    ]
}

fn cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        Just(Cell::Empty),
        text().prop_map(Cell::Text),
        any::<i64>().prop_map(Cell::Number),
        (-9999_i16..=9999, 1_i8..=12, 1_i8..=28)
            .prop_map(|(year, month, day)| Cell::Date(Date::new(year, month, day).unwrap())),
    ]
}

/// Any table; its rows need not be as long as its columns are many.
pub fn table() -> impl Strategy<Value = Spreadsheet> {
    let column = text().prop_map(|name| Column::text(name, 12));
    (text(), vec(column, 0..5), vec(vec(cell(), 0..6), 0..8)).prop_map(|(title, columns, rows)| Spreadsheet {
        title,
        columns,
        rows,
    })
}

/// What is in a table, the names of the columns first, with the numbers of the rows.
pub fn words(sheet: &Spreadsheet) -> Vec<ReadRow> {
    let names = sheet.columns.iter().map(|column| column.name.clone()).collect();
    let rows = sheet.rows.iter().map(|row| row.iter().map(Cell::words).collect());
    std::iter::once(names)
        .chain(rows)
        .zip(1..)
        .map(|(cells, number)| ReadRow { number, cells })
        .filter(|row| row.cells.iter().any(|cell| !cell.is_empty()))
        .collect()
}

/// The cells of a column each.
pub fn one_column(name: &str, cells: &[&str]) -> Spreadsheet {
    let rows = cells.iter().map(|cell| vec![Cell::from(*cell)]).collect();
    Spreadsheet { title: name.to_owned(), columns: vec![Column::text(name, 20)], rows }
}

/// One file of a workbook.
pub fn part(workbook: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The workbook with another text as one of its files.
pub fn with_part(workbook: &[u8], name: &str, text: &[u8]) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let own = file.name().unwrap().into_owned();
        writer.start_file(&own, SimpleFileOptions::default()).unwrap();
        if own == name {
            writer.write_all(text).unwrap();
        } else {
            std::io::copy(&mut file, &mut writer).unwrap();
        }
    }
    writer.finish().unwrap().into_inner()
}
