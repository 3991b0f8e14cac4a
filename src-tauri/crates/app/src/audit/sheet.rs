//! The trail on paper: what was asked for, the end of the trail, and a table of the lines.

use super::table::Listed;
use crate::command::audit::AuditFilter;
use crate::error::CommandResult;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use riskwright_documents::block::Column;
use riskwright_documents::{Block, Document, RunningText, Stamp, Style, pdf};
use riskwright_domain::audit::{Head, canonical_json, hash_of};

/// What a copy of the trail says of itself.
pub struct Sheet<'a> {
    /// Name of the organization.
    pub organization: &'a str,
    /// Its time zone.
    pub zone: &'a TimeZone,
    /// Name of who asked.
    pub made_by: &'a str,
    /// When.
    pub made_at: Timestamp,
    /// What was asked for.
    pub filter: &'a AuditFilter,
    /// End of the trail when the copy was made.
    pub head: &'a Head,
}

/// The PDF; the same sheet and lines give the same bytes.
///
/// # Errors
/// `document` if the text cannot be set.
pub fn pdf(sheet: &Sheet<'_>, lines: &[Listed]) -> CommandResult<Vec<u8>> {
    let document = document(sheet, lines);
    let hash = hash_of(&canonical_json(&document));
    let bytes = hex::decode(hash).unwrap_or_default();
    let identifier = std::array::from_fn(|at| bytes.get(at).copied().unwrap_or_default());
    Ok(pdf::write(&document, &Style::default(), &Stamp { created: sheet.made_at, identifier })?)
}

fn document(sheet: &Sheet<'_>, lines: &[Listed]) -> Document {
    let mut document = Document::new(sheet.organization, "Audit trail");
    document.subtitle = "Who did what and when, as recorded".to_owned();
    let rows = [
        ("Lines", asked(sheet.filter)),
        ("Number of lines", lines.len().to_string()),
        ("Copy made", format!("{} by {}", local(sheet.made_at, sheet.zone), sheet.made_by)),
        ("End of the trail", format!("line {}, SHA-256 {}", sheet.head.sequence, sheet.head.hash)),
        ("Times", format!("in the organization's zone, {}", zone_name(sheet.zone))),
    ];
    for (name, value) in rows {
        document = document.with_front_matter(name, value);
    }
    let short: String = sheet.head.hash.chars().take(12).collect();
    document.header = RunningText { left: sheet.organization.to_owned(), right: "Audit trail".to_owned() };
    document.footer = RunningText {
        left: format!("Trail to line {} · {short}", sheet.head.sequence),
        right: "Uncontrolled when printed".to_owned(),
    };
    document.blocks = vec![Block::unnumbered_heading(1, "lines", "Lines"), table(sheet, lines)];
    document
}

fn table(sheet: &Sheet<'_>, lines: &[Listed]) -> Block {
    if lines.is_empty() {
        return Block::paragraph("No line of the trail is of this kind.");
    }
    let columns = [
        Column::numbers("Line", 3),
        Column::new("Recorded", 8),
        Column::new("What was done", 12),
        Column::new("Command", 7),
        Column::new("Login", 6),
    ];
    let rows = lines.iter().map(|listed| {
        let line = &listed.line;
        [
            line.sequence.to_string(),
            local(line.recorded_at, sheet.zone),
            line.words.clone(),
            line.command.clone(),
            line.by.clone(),
        ]
    });
    Block::table("", columns, rows)
}

/// The filter in words.
fn asked(filter: &AuditFilter) -> String {
    let mut parts = Vec::new();
    let mut part = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            parts.push(format!("{name} {value}"));
        }
    };
    part("by", filter.by.clone());
    part("of kind", filter.kind.clone());
    part("whose command begins with", filter.command.clone());
    part("about a record with", filter.record.clone());
    part("from", filter.from.map(|day| day.to_string()));
    part("until", filter.until.map(|day| day.to_string()));
    if parts.is_empty() { "all".to_owned() } else { parts.join(", ") }
}

fn local(at: Timestamp, zone: &TimeZone) -> String {
    at.to_zoned(zone.clone()).strftime("%Y-%m-%d %H:%M:%S").to_string()
}

fn zone_name(zone: &TimeZone) -> String {
    zone.iana_name().unwrap_or("UTC").to_owned()
}
