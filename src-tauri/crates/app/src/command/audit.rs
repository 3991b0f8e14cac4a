//! The trail: reading it, taking a copy of it, and checking that it holds.

pub use super::Empty;
use crate::audit::sheet::{self, Sheet};
use crate::audit::table::{Listed, csv};
use crate::audit::words::sentence;
use crate::error::{CommandError, CommandResult, FieldError};
use crate::facts;
use crate::history::known::zone;
use crate::memory;
use crate::state::{Session, State};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use riskwright_domain::audit::{Break, Head, Revision};
use riskwright_domain::organization::Person;
use riskwright_domain::workspace::Content;
use riskwright_store::{Act, Kind, RevisionFilter};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// A page of the trail.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AuditPage {
    /// Only lines before this sequence; the newest if left out.
    #[serde(default)]
    pub before: Option<i64>,
    /// How many lines, at most 500; 100 if left out.
    #[serde(default)]
    pub limit: Option<u32>,
    /// Only lines that pass.
    #[serde(default)]
    pub filter: AuditFilter,
}

/// Which lines of the trail; what is left out does not filter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AuditFilter {
    /// By this login.
    #[serde(default)]
    pub by: Option<String>,
    /// Of this kind of record: `risk`, `event`.
    #[serde(default)]
    pub kind: Option<String>,
    /// Whose command begins with this: `risk`, `document::sign`.
    #[serde(default)]
    pub command: Option<String>,
    /// Whose record's number or id holds this text, whatever the case.
    #[serde(default)]
    pub record: Option<String>,
    /// Recorded on this day or later, in the organization's time zone.
    #[serde(default)]
    pub from: Option<Date>,
    /// Recorded on this day or before, in the organization's time zone.
    #[serde(default)]
    pub until: Option<Date>,
}

/// Lines of the trail, newest first.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct AuditList {
    /// The lines.
    pub lines: Vec<AuditLine>,
    /// How many pass the filter.
    pub total: i64,
    /// Logins that occur in the trail.
    pub people: Vec<String>,
    /// Kinds of record that occur in the trail.
    pub kinds: Vec<String>,
}

/// A line of the trail.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct AuditLine {
    /// Position in the trail.
    pub sequence: i64,
    /// When, UTC.
    pub recorded_at: Timestamp,
    /// Login of the person.
    pub by: String,
    /// The command.
    pub command: String,
    /// Kind of record.
    pub kind: String,
    /// Number or identity of the record.
    pub record: String,
    /// Revision of the record.
    pub revision: i64,
    /// What was done, in a sentence.
    pub words: String,
}

/// Whether the trail holds.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct AuditVerified {
    /// Whether nothing is broken.
    pub holds: bool,
    /// The end of the trail.
    pub head: Head,
    /// Every break.
    pub breaks: Vec<Break>,
}

/// The form of a copy of the trail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AuditFormat {
    /// Comma-separated values for a spreadsheet.
    Csv,
    /// A document.
    Pdf,
}

/// Most lines that a document of the trail takes.
const LONGEST_DOCUMENT: usize = 20_000;

/// A page of the trail, newest first.
///
/// # Errors
/// `invalid` for a kind that does not exist; what the store answers.
pub fn list(state: &mut State, page: AuditPage) -> CommandResult<AuditList> {
    let session = state.session()?;
    let content = session.content()?;
    let (zone, people) = (zone(content), content.people.clone());
    let all = filter(&page.filter, &zone)?;
    let limit = page.limit.unwrap_or(100).clamp(1, 500);
    let wanted = RevisionFilter { before: page.before, newest: Some(limit), ..all };
    session.store.read(|reader| {
        let lines = reader.revisions(&wanted)?.into_iter().rev();
        let total = reader.count_revisions(&all)?;
        let (logins, kinds) = reader.occurring()?;
        let lines = lines.map(|one| listed(&people, one).line).collect();
        Ok(AuditList { lines, total, people: logins, kinds })
    })
}

/// A copy of the trail as a file with its name, newest line first; leaves an event in the trail.
///
/// # Errors
/// `invalid` for a kind that does not exist or more lines than a document takes; what the store answers.
pub fn export(
    state: &mut State,
    asked: &AuditFilter,
    format: AuditFormat,
) -> CommandResult<(String, Vec<u8>)> {
    let session = state.session()?;
    let made_at = Timestamp::now();
    let (lines, head) = everything(session, asked)?;
    let content = session.content()?;
    let zone = zone(content);
    let (name, bytes) = match format {
        AuditFormat::Csv => ("csv", csv(&lines, &head).map_err(|_| CommandError::internal("audit csv"))?),
        AuditFormat::Pdf => {
            refuse_long(&lines)?;
            let organization = content.organization.name.clone();
            let sheet = Sheet {
                organization: &organization,
                zone: &zone,
                made_by: &session.person.name,
                made_at,
                filter: asked,
                head: &head,
            };
            ("pdf", sheet::pdf(&sheet, &lines)?)
        }
    };
    session.event("audit::export", &json!({ "format": format, "filter": asked, "lines": lines.len() }))?;
    let day = made_at.to_zoned(zone).date();
    Ok((format!("audit-trail-{day}.{name}"), bytes))
}

/// Checks the whole chain, every current record, the highest head this machine saw, and every sealed text.
///
/// # Errors
/// What the store answers.
pub fn verify(state: &mut State, _: Empty) -> CommandResult<AuditVerified> {
    let folder = state.memory.clone();
    let session = state.session()?;
    let workspace = session.store.workspace();
    let seen = memory::head(folder.as_deref(), workspace);
    let (head, mut breaks) = session.store.verify(seen.as_ref())?;
    if breaks.is_empty() {
        memory::saw(folder.as_deref(), workspace, head.clone());
    }
    // A content that cannot be read is a break that the store has named.
    if let Ok(content) = session.content() {
        breaks.extend(broken_seals(content));
    }
    Ok(AuditVerified { holds: breaks.is_empty(), head, breaks })
}

fn broken_seals(content: &Content) -> impl Iterator<Item = Break> {
    let broken = facts::broken_seals(content).into_iter();
    broken.map(|(policy, version)| Break::Seal { policy: policy.to_string(), version })
}

/// Every line that passes, newest first, and the end of the trail they were read from.
fn everything(session: &mut Session, asked: &AuditFilter) -> CommandResult<(Vec<Listed>, Head)> {
    let content = session.content()?;
    let (zone, people) = (zone(content), content.people.clone());
    let filter = filter(asked, &zone)?;
    session.store.read(|reader| {
        let lines = reader.revisions(&filter)?.into_iter().rev();
        Ok((lines.map(|one| listed(&people, one)).collect(), reader.head()?))
    })
}

fn filter<'a>(asked: &'a AuditFilter, zone: &TimeZone) -> CommandResult<RevisionFilter<'a>> {
    let begin = |day: Date| day.to_zoned(zone.clone()).ok().map(|begin| begin.timestamp());
    // The trail counts in microseconds.
    let end = |day: Date| begin(day.tomorrow().ok()?).map(|next| next - SignedDuration::from_micros(1));
    Ok(RevisionFilter {
        kind: asked.kind.as_deref().map(kind).transpose()?,
        by: asked.by.as_deref(),
        command: asked.command.as_deref(),
        record: asked.record.as_deref(),
        since: asked.from.and_then(begin),
        until: asked.until.and_then(end),
        ..RevisionFilter::default()
    })
}

fn kind(name: &str) -> CommandResult<Kind> {
    let mut all = Kind::CURRENT.into_iter().chain([Kind::Event]);
    all.find(|kind| kind.name() == name).ok_or_else(|| {
        let shown: String = name.chars().take(60).collect();
        let message = format!("There is no kind of record {shown:?}.");
        CommandError::invalid(
            "The trail cannot be filtered so.",
            vec![FieldError::new("kind", "unknown", message)],
        )
    })
}

fn refuse_long(lines: &[Listed]) -> CommandResult<()> {
    if lines.len() <= LONGEST_DOCUMENT {
        return Ok(());
    }
    let message = format!("{} lines pass; a document takes {LONGEST_DOCUMENT}.", lines.len());
    Err(CommandError::invalid(message, Vec::new())
        .hint("Choose fewer days, or save the trail for a spreadsheet."))
}

fn listed(people: &[Person], one: Revision) -> Listed {
    let person = people.iter().find(|person| person.login.as_deref() == Some(&one.by));
    let name = match person {
        Some(person) => person.name.clone(),
        None if one.by == Act::PROGRAM => "Riskwright".to_owned(),
        None => one.by.clone(),
    };
    let words = sentence(&name, &one);
    let line = AuditLine {
        sequence: one.sequence,
        recorded_at: one.recorded_at,
        by: one.by,
        command: one.command,
        record: named(one.body.as_deref()).unwrap_or(one.id),
        kind: one.kind,
        revision: one.number,
        words,
    };
    Listed { line, name, body_hash: one.body_hash }
}

/// The number that a body carries, for people; the identity is for the program.
fn named(body: Option<&str>) -> Option<String> {
    let value: serde_json::Value = serde_json::from_str(body?).ok()?;
    value.get("number").and_then(|number| number.as_str()).map(str::to_owned)
}
