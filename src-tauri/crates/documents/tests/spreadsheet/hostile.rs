//! Workbooks that no spreadsheet program wrote: each is read or refused, and none ends the program.

use crate::sample::{one_column, with_part};
use proptest::collection::vec;
use proptest::prelude::*;
use riskwright_documents::spreadsheet::{read, xlsx};

/// What a sheet, its texts and its formats are made of, right and wrong.
const PIECES: [&str; 32] = [
    "<worksheet>",
    "</worksheet>",
    "<sheetData>",
    "</sheetData>",
    "<row>",
    "<row r=\"0\">",
    "<row r=\"4294967295\">",
    "</row>",
    "<c>",
    "<c r=\"A1\">",
    "<c r=\"A0\">",
    "<c r=\"XFE1048577\">",
    "<c r=\"1A\" t=\"s\">",
    "<c s=\"99\">",
    "<c t=\"d\">",
    "<c t=\"e\">",
    "<c t=\"b\">",
    "</c>",
    "<v>",
    "1e999",
    "-1",
    "#N/A",
    "18446744073709551616",
    "</v>",
    "<f t=\"shared\" si=\"0\">",
    "</f>",
    "<is><t>x</t></is>",
    "<dimension ref=\"B2:A1\"/>",
    "&#0;",
    "_x0041_",
    "<!--",
    "]]>",
];

const PARTS: [&str; 4] =
    ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_part_made_of_anything_is_read_or_refused(
        part in prop::sample::select(&PARTS[..]),
        pieces in vec(prop::sample::select(&PIECES[..]), 0..24),
        begun in any::<bool>(),
    ) {
        let begin = if begun { "<worksheet><sheetData><row><c>" } else { "" };
        let workbook = xlsx::write(&[one_column("x", &["a"])]).unwrap();
        let text = format!("{begin}{}", pieces.concat());
        if let Ok(sheets) = read(&with_part(&workbook, part, text.as_bytes()), "x.xlsx") {
            prop_assert!(sheets.iter().flat_map(|sheet| &sheet.rows).all(|row| row.number > 0));
        }
    }

    #[test]
    fn a_workbook_with_a_wrong_byte_is_read_or_refused(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut workbook = xlsx::write(&[one_column("x", &["a"])]).unwrap();
        let at = at.index(workbook.len());
        workbook[at] = byte;
        let _ = read(&workbook, "x.xlsx");
    }
}
