//! Retention: what the law protects and until when, disposal with a reason, legal holds.

mod kept;

pub use super::{Empty, OnDay};
pub use riskwright_domain::retention::{RecordName, RetentionState};

pub(super) use kept::refuse_kept;

use super::evidence::check;
use crate::error::{CommandError, CommandResult, ErrorCode, FieldError};
use crate::state::{Session, State};
use crate::words;
use jiff::civil::Date;
use riskwright_domain::retention::{LegalHold, Release};
use riskwright_domain::workspace::Content;
use riskwright_store::Series;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;
use validator::Validate;

/// The rule in our words.
const RULE: &str = "45 CFR 164.316(b)(2)(i) asks that written policies and procedures, and the records of required \
    actions, activities and assessments, be kept for six years from the day they were created or the day they were \
    last in effect, whichever is later. Riskwright keeps a record through the same day six years on (after \
    29 February through 1 March), and for as long as a legal hold covers it or another record refers to it. State law \
    and contracts may ask for longer; Riskwright does not know them.";
/// Fewest characters of a reason.
const SHORTEST_REASON: usize = 10;

/// What is kept and how long.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct RetentionList {
    /// Records under the retention rule, soonest end first.
    pub records: Vec<RetentionRow>,
    /// Holds, those in force first.
    pub holds: Vec<HoldRow>,
    /// The rule, with its citation.
    pub rule: String,
}

/// A record under the retention rule.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
#[ts(optional_fields)]
pub struct RetentionRow {
    /// The record.
    pub record: RecordName,
    /// What it is, for a person.
    pub title: String,
    /// Day of creation.
    pub created_on: Date,
    /// Last day in effect; none while it is in effect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_in_effect: Option<Date>,
    /// Last day on which the rule protects it; none while it is in effect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub protected_until: Option<Date>,
    /// What follows.
    pub state: RetentionState,
    /// Numbers of the holds that stop disposal.
    pub holds: Vec<String>,
    /// What still refers to it and keeps it, in words.
    pub needed_by: Vec<String>,
}

/// A legal hold and whether it is in force.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct HoldRow {
    /// The hold.
    pub hold: LegalHold,
    /// Name of who placed it.
    pub placed_by: String,
    /// Whether it stops disposal today.
    pub in_force: bool,
}

/// A record to be disposed of.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Dispose {
    /// The record.
    pub record: RecordName,
    /// Why, 10 characters or more.
    pub reason: String,
}

/// What disposal did.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct Disposed {
    /// The record.
    pub record: RecordName,
    /// How many bodies of the history were emptied; their hashes stay.
    pub emptied: u32,
    /// How many files of evidence were removed.
    pub files: u32,
}

/// A legal hold to be placed.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PlaceHold {
    /// The matter.
    pub title: String,
    /// Why.
    pub reason: String,
    /// What it covers; everything if empty.
    #[serde(default)]
    pub records: Vec<RecordName>,
}

/// A legal hold to be ended.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ReleaseHold {
    /// Its number.
    pub number: String,
    /// Why, 10 characters or more.
    pub reason: String,
}

/// What is kept, how long and why.
///
/// # Errors
/// `invalid` where an earlier state is asked for; what the store answers.
pub fn list(state: &mut State, request: OnDay) -> CommandResult<RetentionList> {
    if request.known_at.is_some() {
        let field = FieldError::new("known_at", "not_allowed", "Retention is told as it is known now.");
        return Err(CommandError::invalid("This list has no earlier state.", vec![field]));
    }
    let session = state.session()?;
    let today = match request.on {
        Some(day) => day,
        None => session.today()?,
    };
    let kept = session.store.read(|reader| kept::schedule(reader, today))?;
    let holds = session.store.read(|reader| reader.legal_holds())?;
    let documents = session.store.read(|reader| reader.documents())?;
    let content = session.content()?;
    let records = kept.into_iter().map(|one| kept::row(content, &documents, one)).collect();
    let mut holds: Vec<HoldRow> = holds.into_iter().map(|hold| hold_row(content, hold)).collect();
    holds.sort_by_key(|row| !row.in_force);
    Ok(RetentionList { records, holds, rule: RULE.to_owned() })
}

/// Disposes of a record with what belongs to it; the lines of the history stay, their bodies go.
///
/// # Errors
/// `invalid` without a reason, `not_found`, `retained` with everything that keeps it.
pub fn dispose(state: &mut State, request: Dispose) -> CommandResult<Disposed> {
    let session = state.session()?;
    let Dispose { record, reason: why } = request;
    let why = reason(&why, SHORTEST_REASON)?;
    let today = session.today()?;
    let emptied = session.write("retention::dispose", |writer| {
        let kind = refuse_kept(writer, &record, "disposed of", today)?;
        let emptied = writer.dispose(kind, &record.id)?;
        let body = json!({ "record": record, "reason": why, "emptied": emptied });
        writer.event("retention::dispose", &body)?;
        Ok::<_, CommandError>(emptied)
    })?;
    let files = swept(session, &record)?;
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Ok(Disposed { record, emptied: count(emptied), files: count(files) })
}

/// Places a hold from today on.
///
/// # Errors
/// `invalid` with every wrong field.
pub fn hold(state: &mut State, request: PlaceHold) -> CommandResult<HoldRow> {
    let session = state.session()?;
    let (placed_on, placed_by) = (session.today()?, session.person.number.clone());
    let hold = session.write("retention::hold", |writer| {
        let hold = LegalHold {
            number: writer.next_number(Series::LegalHold)?,
            title: request.title.trim().to_owned(),
            reason: request.reason.trim().to_owned(),
            placed_by,
            placed_on,
            records: request.records,
            released: None,
        };
        let mut wrong =
            hold.validate().map_or_else(|errors| CommandError::from(errors).fields, |()| Vec::new());
        wrong.extend(check::unknown(writer, "records", &hold.records)?);
        if !wrong.is_empty() {
            return Err(CommandError::invalid("The hold cannot be placed like this.", wrong));
        }
        writer.put_legal_hold(&hold)?;
        Ok(hold)
    })?;
    Ok(hold_row(session.content()?, hold))
}

/// Ends a hold today.
///
/// # Errors
/// `invalid` without a reason or where it has ended already, `not_found`.
pub fn release(state: &mut State, request: ReleaseHold) -> CommandResult<HoldRow> {
    let session = state.session()?;
    let ReleaseHold { number, reason: why } = request;
    let reason = reason(&why, SHORTEST_REASON)?;
    let release = Release { by: session.person.number.clone(), on: session.today()?, reason };
    let hold = session.write("retention::release", |writer| {
        let holds = writer.legal_holds()?;
        let hold = holds.into_iter().find(|hold| hold.number == number);
        let hold = hold.ok_or_else(|| CommandError::not_found("legal hold", &number))?;
        if let Some(earlier) = &hold.released {
            let message = format!("{number} was ended on {} already.", earlier.on);
            return Err(CommandError::new(ErrorCode::Invalid, message));
        }
        let hold = LegalHold { released: Some(release), ..hold };
        writer.put_legal_hold(&hold)?;
        Ok(hold)
    })?;
    Ok(hold_row(session.content()?, hold))
}

/// The reason without blanks around it.
///
/// # Errors
/// `invalid` where it has fewer than `least` characters.
pub(super) fn reason(reason: &str, least: usize) -> CommandResult<String> {
    let reason = reason.trim();
    if reason.chars().count() >= least {
        return Ok(reason.to_owned());
    }
    let message = format!("Say in {least} characters or more why; the trail keeps it.");
    let field =
        FieldError { limit: Some(least.to_string()), ..FieldError::new("reason", "too_short", message) };
    Err(CommandError::invalid("This needs its reason.", vec![field]))
}

/// Removes files that nothing names any more and carries the change into the database file.
fn swept(session: &mut Session, record: &RecordName) -> CommandResult<usize> {
    let files = session.store.sweep_evidence().map_err(|error| {
        let cause = CommandError::from(error);
        CommandError::new(
            cause.code,
            format!("{} was disposed of, but a file of evidence could not be removed.", record.id),
        )
        .hint("The next disposal tries again; check that the folder of the workspace can be written.")
    })?;
    // Where somebody else reads, their closing does it.
    let _ = session.store.checkpoint();
    Ok(files)
}

fn hold_row(content: &Content, hold: LegalHold) -> HoldRow {
    HoldRow { placed_by: words::person(content, &hold.placed_by), in_force: hold.in_force(), hold }
}
