//! The evidence sheet of a practice as a PDF.

use super::{CheckRequest, WrittenReport, checked, day};
use crate::command::report;
use crate::error::CommandResult;
use crate::history::known::zone;
use crate::state::State;
use crate::words;
use jiff::civil::Date;
use riskwright_documents::assessment::Copy;
use riskwright_documents::practice::{PracticeSheet, sheet, style};
use riskwright_domain::audit::sha256_hex;
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::practice::consistency::consistency;
use riskwright_domain::practice::{ApplicationRecord, Practice};
use serde_json::json;

/// Writes the evidence sheet of a practice for a day; the trail has a line.
///
/// # Errors
/// `not_found`, `invalid` for a day before any edition of the rule, `document` for a text that cannot be set.
pub fn write_sheet(state: &mut State, request: CheckRequest) -> CommandResult<WrittenReport> {
    let (name, bytes) = sheet_file(state, &request)?;
    Ok(WrittenReport::of(name, &bytes))
}

/// The evidence sheet as a file, for the shell; leaves an event in the trail.
///
/// # Errors
/// As [`write_sheet`].
pub fn sheet_file(state: &mut State, request: &CheckRequest) -> CommandResult<(String, Vec<u8>)> {
    let at = state.clock.now();
    let session = state.session()?;
    let on = day(session, request.on)?;
    let check = checked(session, &request.number, on, request.known_at)?;
    let head = session.store.read(|reader| reader.head())?;
    let made_by = session.person.name.clone();
    let content = &*session.known(request.known_at)?;
    let practice = words::practice(content, request.number.as_str())?;
    let consistency = consistency(&applied_by(practice, on));
    let made_on = at.to_zoned(zone(content)).date();
    let copy = Copy { made_on, made_by: &made_by, head: &head };
    let sheet = PracticeSheet::of(
        Catalogue::embedded(),
        content,
        practice,
        &check,
        on,
        copy,
        Some(&consistency.words),
    );
    let bytes = report::pages(&sheet::document(&sheet), style(), at)?;
    let told = json!({ "practice": request.number, "on": on, "sha256": sha256_hex(&bytes) });
    session.event("practice::write_sheet", &told)?;
    Ok((format!("{}-evidence-{on}.pdf", request.number), bytes))
}

fn applied_by(practice: &Practice, on: Date) -> Vec<ApplicationRecord> {
    practice.application.records.iter().filter(|record| record.on <= on).cloned().collect()
}
