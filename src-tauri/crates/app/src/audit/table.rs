//! The trail for a spreadsheet: comma-separated values, a line of the trail a row.

use crate::command::audit::AuditLine;
use riskwright_documents::spreadsheet::{Cell, Column, Spreadsheet, csv};
use riskwright_domain::audit::Head;
use std::io;

const COLUMNS: [&str; 10] = [
    "sequence",
    "recorded_at",
    "by",
    "name",
    "words",
    "command",
    "kind",
    "record",
    "revision",
    "body_sha256",
];

/// A line of the trail with what only a copy of the trail needs.
pub struct Listed {
    /// The line as the screen has it.
    pub line: AuditLine,
    /// Name of the person.
    pub name: String,
    /// SHA-256 (hex) of the body.
    pub body_hash: String,
}

/// The lines as CSV; the last row names the end of the trail they were taken from.
///
/// # Errors
/// What the library answers; writing into memory gives it no cause.
pub fn csv(lines: &[Listed], head: &Head) -> io::Result<Vec<u8>> {
    let mut rows: Vec<Vec<Cell>> = lines.iter().map(|listed| cells(listed).into()).collect();
    rows.push(end(head).into());
    let columns = COLUMNS.map(|name| Column::text(name, 20)).into();
    csv::write(&Spreadsheet { title: "Audit trail".to_owned(), columns, rows })
}

fn cells(listed: &Listed) -> [Cell; 10] {
    let line = &listed.line;
    [
        line.sequence.into(),
        line.recorded_at.to_string().into(),
        line.by.clone().into(),
        listed.name.clone().into(),
        line.words.clone().into(),
        line.command.clone().into(),
        line.kind.clone().into(),
        line.record.clone().into(),
        line.revision.into(),
        listed.body_hash.clone().into(),
    ]
}

fn end(head: &Head) -> [Cell; 10] {
    let mut cells = [const { Cell::Empty }; 10];
    let [sequence, _, _, _, words, .., hash] = &mut cells;
    *sequence = head.sequence.into();
    *words = "head of the trail".into();
    *hash = head.hash.clone().into();
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The cells of the trail's copy with this line, as another reader sees them.
    fn rows(by: &str) -> Vec<Vec<String>> {
        let bytes = csv(&[listed(by)], &Head { sequence: 9, hash: "cd".to_owned() }).unwrap();
        let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(bytes.as_slice());
        reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn no_cell_begins_a_formula() {
        for by in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"] {
            assert_eq!(rows(by)[1][2], format!("'{by}"));
        }
        for by in ["R-0042 = high", ""] {
            assert_eq!(rows(by)[1][2], by);
        }
    }

    fn listed(by: &str) -> Listed {
        let line = AuditLine {
            sequence: 7,
            recorded_at: "2026-11-21T10:00:00Z".parse().unwrap(),
            by: by.to_owned(),
            command: "risk::save".to_owned(),
            kind: "risk".to_owned(),
            record: "R-0042".to_owned(),
            revision: 2,
            words: format!("{by}, \"quoted\" re-rated R-0042"),
        };
        Listed { line, name: by.to_owned(), body_hash: "ab".to_owned() }
    }

    #[test]
    fn a_person_named_like_a_formula_cannot_compute() {
        let rows = rows("=cmd");
        assert_eq!(rows[0], COLUMNS);
        let line = [
            "7",
            "2026-11-21T10:00:00Z",
            "'=cmd",
            "'=cmd",
            "'=cmd, \"quoted\" re-rated R-0042",
            "risk::save",
            "risk",
            "R-0042",
            "2",
            "ab",
        ];
        assert_eq!(rows[1], line);
        assert_eq!(rows[2], ["9", "", "", "", "head of the trail", "", "", "", "", "cd"]);
    }
}
