//! The trail for a spreadsheet: comma-separated values (RFC 4180), nothing in it a spreadsheet would compute.

use crate::command::audit::AuditLine;
use crate::error::{CommandError, CommandResult};
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
///
/// # Errors
/// `internal` if the rows cannot be written.
pub fn csv(lines: &[Listed], head: &Head) -> CommandResult<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let broken = |_| CommandError::internal("audit-csv");
    writer.write_record(COLUMNS).map_err(broken)?;
    for listed in lines {
        writer.write_record(cells(listed).map(|cell| harmless(&cell))).map_err(broken)?;
    }
    let end = [head.sequence.to_string(), String::new(), String::new(), String::new()];
    let rest = ["head of the trail".to_owned(), String::new(), String::new(), String::new(), String::new()];
    writer.write_record(end.iter().chain(&rest).chain([&head.hash])).map_err(broken)?;
    writer.into_inner().map_err(|_| CommandError::internal("audit-csv"))
}

fn cells(listed: &Listed) -> [String; 10] {
    let line = &listed.line;
    [
        line.sequence.to_string(),
        line.recorded_at.to_string(),
        line.by.clone(),
        listed.name.clone(),
        line.words.clone(),
        line.command.clone(),
        line.kind.clone(),
        line.record.clone(),
        line.revision.to_string(),
        listed.body_hash.clone(),
    ]
}

/// A cell that begins like a formula would be computed by whoever opens the file.
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_begins_a_formula() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"] {
            assert_eq!(harmless(cell), format!("'{cell}"));
        }
        assert_eq!(harmless("R-0042 = high"), "R-0042 = high");
        assert_eq!(harmless(""), "");
    }

    #[test]
    fn a_person_named_like_a_formula_cannot_compute() {
        let line = AuditLine {
            sequence: 7,
            recorded_at: "2026-11-21T10:00:00Z".parse().unwrap(),
            by: "=cmd".to_owned(),
            command: "risk::save".to_owned(),
            kind: "risk".to_owned(),
            record: "R-0042".to_owned(),
            revision: 2,
            words: "=cmd, \"quoted\" re-rated R-0042".to_owned(),
        };
        let listed = Listed { line, name: "=cmd".to_owned(), body_hash: "ab".to_owned() };
        let bytes = csv(&[listed], &Head { sequence: 9, hash: "cd".to_owned() }).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let rows: Vec<&str> = text.split("\r\n").collect();
        assert_eq!(rows[0], COLUMNS.join(","));
        assert_eq!(
            rows[1],
            "7,2026-11-21T10:00:00Z,'=cmd,'=cmd,\"'=cmd, \"\"quoted\"\" re-rated R-0042\",risk::save,risk,R-0042,2,ab"
        );
        assert_eq!(rows[2], "9,,,,head of the trail,,,,,cd");
    }
}
