//! Any bytes as a file of a spreadsheet program: rows or an error, and rows survive being written and read.

#![no_main]

use libfuzzer_sys::fuzz_target;
use riskwright_documents::spreadsheet::{Cell, Column, ReadRow, Spreadsheet, csv, read, xlsx};
use std::io::{Cursor, Read, Write};
use std::sync::LazyLock;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Files of a workbook that a reader looks into.
const PARTS: [&str; 5] = [
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
];

/// A small workbook as its files.
static WORKBOOK: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let rows = vec![vec![Cell::from("a"), Cell::Number(1)]];
    let columns = vec![Column::text("Name", 10), Column::date("Since", 12)];
    let sheet = Spreadsheet { title: "x".to_owned(), columns, rows };
    let workbook = xlsx::write(&[sheet]).expect("a workbook");
    let mut archive = ZipArchive::new(Cursor::new(workbook)).expect("an archive");
    let mut files = Vec::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).expect("a file");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("its bytes");
        let name = file.name().expect("its name").into_owned();
        files.push((name, bytes));
    }
    files
});

/// The workbook with these bytes as one of its files.
fn workbook(which: u8, bytes: &[u8]) -> Vec<u8> {
    let changed = PARTS[usize::from(which) % PARTS.len()];
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, own) in WORKBOOK.iter() {
        writer.start_file(name, options).expect("a file");
        writer.write_all(if name == changed { bytes } else { own }).expect("its bytes");
    }
    writer.finish().expect("an archive").into_inner()
}

/// The rows as a table, with nothing where they leave a number out.
fn table(rows: &[ReadRow]) -> Spreadsheet {
    let last = rows.last().map_or(0, |row| row.number);
    let at = |number| rows.iter().find(|row| row.number == number).map_or(&[][..], |row| &row.cells);
    let columns = at(1).iter().map(|name| Column::text(name, 10)).collect();
    let cells = |number| at(number).iter().cloned().map(Cell::Text).collect();
    Spreadsheet { title: String::new(), columns, rows: (2..=last).map(cells).collect() }
}

/// A panic of the workbook reader is caught by the product and answered with an error; the fuzzer's own hook would
/// end the process before that. One that nobody catches still ends it.
static PANICS: LazyLock<()> = LazyLock::new(|| std::panic::set_hook(Box::new(|panic| eprintln!("{panic}"))));

fuzz_target!(|data: &[u8]| {
    LazyLock::force(&PANICS);
    if let Ok(sheets) = read(data, "list.csv") {
        let rows = &sheets[0].rows;
        // Finding a row is a walk; what is far down has been seen near the top.
        if rows.last().is_some_and(|row| row.number < 2_000) {
            let again = read(&csv::write(&table(rows)).expect("a table"), "list.csv").expect("what was read can be read again");
            assert_eq!(&again[0].rows, rows, "nothing is lost");
        }
    }
    let _ = read(data, "list.xlsx");
    if let Some((which, bytes)) = data.split_first() {
        let _ = read(&workbook(*which, bytes), "list.xlsx");
    }
});
