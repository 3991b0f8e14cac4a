//! Files that cannot be taken: each says why.

use crate::sample::{one_column, with_part};
use riskwright_documents::spreadsheet::{
    Encoding, LARGEST_FILE, LARGEST_TEXT, MOST_CELLS, MOST_ROWS, ReadError, read, xlsx,
};

const SHEET: &str = "xl/worksheets/sheet1.xml";

/// A small file that unpacks to more than is taken.
fn bomb() -> Vec<u8> {
    let workbook = xlsx::write(&[one_column("x", &["a"])]).unwrap();
    with_part(&workbook, SHEET, &vec![b' '; LARGEST_TEXT + 1])
}

/// Says in the directory of the archive that every file is one byte.
fn lying(mut archive: Vec<u8>) -> Vec<u8> {
    let entries: Vec<usize> =
        archive.windows(4).enumerate().filter(|(_, four)| *four == b"PK\x01\x02").map(|(at, _)| at).collect();
    assert!(!entries.is_empty());
    for at in entries {
        archive[at + 24..at + 28].copy_from_slice(&[1, 0, 0, 0]);
    }
    archive
}

#[test]
fn each_broken_file_says_what_is_wrong() {
    let text = |line, encoding| ReadError::NotText { line, encoding };
    let workbook = ReadError::BrokenWorkbook { sheet: None };
    let table: [(&str, &[u8], &str, ReadError); 17] = [
        ("a quotation mark that nothing closes", b"a,\"b\nc", "x.csv", ReadError::Broken { line: 1 }),
        ("the same in a later line", b"a\n\"b\nc\",d\n\"e", "x.csv", ReadError::Broken { line: 4 }),
        ("text behind the closing one", b"a\r\n\"b\"c,d", "x.csv", ReadError::Broken { line: 2 }),
        ("Windows-1252", b"a\nM\xFCller", "x.csv", text(2, Encoding::Unknown)),
        ("UTF-16 with its mark", b"\xFF\xFEa\0", "x.csv", text(1, Encoding::Utf16)),
        ("UTF-16 the other way", b"\xFE\xFF\0a", "x.csv", text(1, Encoding::Utf16)),
        ("UTF-16 without a mark", b"a\0b\0", "x.csv", text(1, Encoding::Utf16)),
        ("nothing", b"", "x.csv", ReadError::NoSheet),
        ("only a mark", b"\xEF\xBB\xBF", "x.csv", ReadError::NoSheet),
        ("only empty rows", b",,\r\n\r\n\"\"\r\n", "x.csv", ReadError::NoSheet),
        ("an old workbook", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1...", "x.xlsx", ReadError::OldOrLocked),
        (
            "an old workbook by another name",
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
            "x.csv",
            ReadError::OldOrLocked,
        ),
        ("the begin of an archive", b"PK\x03\x04", "x.xlsx", workbook.clone()),
        ("an archive by another name", b"PK\x03\x04....", "x.csv", workbook.clone()),
        ("an empty archive", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", "x.xlsx", workbook.clone()),
        ("a text called a workbook", b"a,b", "x.XLSX", workbook.clone()),
        ("nothing called a workbook", b"", "x.xlsx", workbook),
    ];
    for (name, bytes, file, expected) in table {
        assert_eq!(read(bytes, file), Err(expected), "{name}");
    }
}

#[test]
fn a_workbook_whose_sheet_is_cut_off_is_broken() {
    let workbook = xlsx::write(&[one_column("Sites", &["a"])]).unwrap();
    let cut = with_part(&workbook, SHEET, b"<worksheet><sheetData><row><c><v>1");
    assert_eq!(read(&cut, "x.xlsx"), Err(ReadError::BrokenWorkbook { sheet: Some("Sites".to_owned()) }));
    let half = &workbook[..workbook.len() / 2];
    assert_eq!(read(half, "x.xlsx"), Err(ReadError::BrokenWorkbook { sheet: None }));
}

#[test]
fn what_unpacks_to_too_much_is_not_unpacked() {
    let bomb = bomb();
    assert!(bomb.len() < LARGEST_FILE / 10, "{}", bomb.len());
    assert_eq!(read(&bomb, "x.xlsx"), Err(ReadError::TooLargeUnpacked { limit: LARGEST_TEXT }));
    let broken = Err(ReadError::BrokenWorkbook { sheet: None });
    assert_eq!(read(&lying(bomb), "x.xlsx"), broken, "a directory that says otherwise does not help");
}

#[test]
fn every_limit_is_told() {
    let large = vec![b'a'; LARGEST_FILE + 1];
    assert_eq!(read(&large, "x.csv"), Err(ReadError::TooLarge { limit: LARGEST_FILE }));
    assert!(read(&large[1..], "x.csv").is_ok());
    let rows = "a\n".repeat(MOST_ROWS + 1);
    assert_eq!(read(rows.as_bytes(), "x.csv"), Err(ReadError::TooManyRows { limit: MOST_ROWS }));
    assert!(read(&rows.as_bytes()[2..], "x.csv").is_ok());
    let cells = ",".repeat(MOST_CELLS);
    assert_eq!(read(cells.as_bytes(), "x.csv"), Err(ReadError::TooManyCells { limit: MOST_CELLS }));
}
