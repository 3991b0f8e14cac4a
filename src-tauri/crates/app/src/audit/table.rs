//! The trail for a spreadsheet: comma-separated values, a line of the trail a row.

use crate::command::audit::AuditLine;
use riskwright_documents::spreadsheet::{Cell, Column, Spreadsheet, csv};
use riskwright_domain::audit::Head;

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
#[must_use]
pub fn csv(lines: &[Listed], head: &Head) -> Vec<u8> {
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

    #[test]
    fn no_cell_begins_a_formula() {
        let named = |by: &str| {
            let bytes = csv(&[listed(by)], &Head { sequence: 9, hash: "cd".to_owned() });
            let text = String::from_utf8(bytes).unwrap();
            text.split("\r\n").nth(1).unwrap().split(',').nth(2).unwrap().to_owned()
        };
        for by in ["=1+1", "+1", "-1", "@SUM(A1)"] {
            assert_eq!(named(by), format!("'{by}"));
        }
        for by in ["\tx", "\rx"] {
            assert_eq!(named(by), format!("\"'{by}\""));
        }
        assert_eq!(named("R-0042 = high"), "R-0042 = high");
        assert_eq!(named(""), "");
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
        let bytes = csv(&[listed("=cmd")], &Head { sequence: 9, hash: "cd".to_owned() });
        let text = String::from_utf8(bytes).unwrap();
        let rows: Vec<&str> = text.split("\r\n").collect();
        assert_eq!(rows[0], format!("\u{FEFF}{}", COLUMNS.join(",")));
        assert_eq!(
            rows[1],
            "7,2026-11-21T10:00:00Z,'=cmd,'=cmd,\"'=cmd, \"\"quoted\"\" re-rated R-0042\",risk::save,risk,R-0042,2,ab"
        );
        assert_eq!(rows[2], "9,,,,head of the trail,,,,,cd");
    }
}
