//! Reports of an assessment: PDF, XLSX, CSV, and the calendar of due dates.

mod make;
mod offer;

pub use super::Empty;
use crate::error::{CommandError, CommandResult};
use crate::history::known::zone;
use crate::state::State;
use crate::words;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
pub(super) use make::pages;
use offer::{OFFERS, Offer};
use riskwright_documents::assessment::{Copy, Sheet};
use riskwright_domain::assessment::Assessment;
use riskwright_domain::audit::sha256_hex;
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::number::AssessmentNumber;
use riskwright_domain::workspace::Content;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// The reports there are.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct ReportList {
    /// In the order of use.
    pub reports: Vec<ReportRow>,
}

/// A report and its forms.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct ReportRow {
    /// Which.
    pub report: Report,
    /// Title.
    pub title: String,
    /// Who it is for and what is in it.
    pub about: String,
    /// The forms it comes in.
    pub formats: Vec<ReportFormat>,
    /// Why it cannot be written now; nothing if it can.
    pub unavailable: Option<String>,
}

/// Reports of an assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ReportKind")]
pub enum Report {
    /// The whole assessment.
    Assessment,
    /// One page for the board.
    Summary,
    /// The risk register.
    Register,
    /// Heat maps: inherent, residual, target.
    HeatMap,
    /// The treatment plan with dates.
    TreatmentPlan,
    /// Safeguards that are not in place.
    SafeguardGaps,
    /// What differs from the assessment before.
    Difference,
    /// Due dates for a calendar.
    Calendar,
}

/// Forms of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReportFormat {
    /// Pages.
    Pdf,
    /// A spreadsheet of Office Open XML.
    Xlsx,
    /// Comma-separated values.
    Csv,
    /// iCalendar, RFC 5545.
    Ics,
}

/// Which report in which form.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct WriteReport {
    /// Which.
    pub report: Report,
    /// In which form.
    pub format: ReportFormat,
    /// The assessment; the one being worked on, else the current one, if left out.
    #[serde(default)]
    pub assessment: Option<AssessmentNumber>,
}

/// A report that was written.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct WrittenReport {
    /// Name for the file.
    pub file_name: String,
    /// The file, base64.
    pub content: String,
    /// SHA-256 (hex) of the file.
    pub sha256: String,
    /// Size in bytes.
    pub bytes: u32,
}

impl WrittenReport {
    /// The file as it is handed over.
    pub(super) fn of(file_name: String, bytes: &[u8]) -> Self {
        Self {
            sha256: sha256_hex(bytes),
            bytes: u32::try_from(bytes.len()).unwrap_or(u32::MAX),
            content: STANDARD.encode(bytes),
            file_name,
        }
    }
}

/// The reports there are.
///
/// # Errors
/// What the store answers.
pub fn list(state: &mut State, _: Empty) -> CommandResult<ReportList> {
    let content = state.session()?.content()?;
    let reports = OFFERS.iter().map(|offer| offer.row(content)).collect();
    Ok(ReportList { reports })
}

/// Writes a report; the trail has a line.
///
/// # Errors
/// `not_found`, `invalid` for a form that the report does not come in, `document`.
pub fn write(state: &mut State, request: WriteReport) -> CommandResult<WrittenReport> {
    let file = file(state, &request)?;
    Ok(WrittenReport::of(file.name, &file.bytes))
}

/// A report as a file, for the shell and the command line; leaves an event in the trail.
///
/// # Errors
/// As [`write`].
pub fn file(state: &mut State, request: &WriteReport) -> CommandResult<ReportFile> {
    let offer = Offer::of(request.report);
    offer.comes_in(request.format)?;
    let at = state.clock.now();
    let assessment = chosen(state.session()?.content()?, request.assessment.as_ref())?.number.clone();
    let changes = match request.report {
        Report::Difference => make::changes(state, &assessment)?,
        _ => Vec::new(),
    };
    let session = state.session()?;
    let head = session.store.read(|reader| reader.head())?;
    let made_by = session.person.name.clone();
    let content = session.content()?;
    let made_on = at.to_zoned(zone(content)).date();
    let copy = Copy { made_on, made_by: &made_by, head: &head };
    let assessment = chosen(content, Some(&assessment))?;
    let sheet = Sheet::of(Catalogue::embedded(), content, assessment, copy);
    let bytes = make::bytes(&sheet, offer.report, request.format, at, &changes)?;
    let name = format!("{}-{}-{made_on}.{}", assessment.number, offer.file_name, request.format.ending());
    let told = json!({
        "report": offer.report, "title": offer.title, "format": request.format,
        "assessment": assessment.number, "sha256": sha256_hex(&bytes),
    });
    session.event("report::write", &told)?;
    Ok(ReportFile { name, bytes })
}

/// A report that was made.
pub struct ReportFile {
    /// Name for the file.
    pub name: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// The assessment asked for, else the one at hand.
fn chosen<'a>(content: &'a Content, asked: Option<&AssessmentNumber>) -> CommandResult<&'a Assessment> {
    let Some(number) = asked else { return words::at_hand(content) };
    let found = content.assessments.iter().find(|one| one.number == *number);
    found.ok_or_else(|| CommandError::not_found("assessment", number))
}
