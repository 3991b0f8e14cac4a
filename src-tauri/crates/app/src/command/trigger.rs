//! Events that open a review before the yearly date: 45 CFR 164.306(e).

pub use super::Empty;
pub use super::saved::Saved;
use crate::error::{CommandError, CommandResult, ErrorCode};
use crate::faults::{Faults, LONGEST, REASON};
use crate::history::label::record_label;
use crate::state::State;
use crate::words;
use jiff::Span;
use jiff::civil::Date;
use riskwright_domain::assessment::carry;
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::number::PersonNumber;
use riskwright_domain::retention::{POLICY, RecordName};
use riskwright_domain::trigger::{NAMEABLE, Outcome, Trigger, TriggerKind, known, touched};
use riskwright_domain::workspace::Content;
use riskwright_store::Series;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Days for a review where no day is named.
const DAYS: i64 = 30;

/// Every event.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct TriggerList {
    /// Open ones first, then newest.
    pub triggers: Vec<TriggerRow>,
}

/// An event with the names of what it touches.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct TriggerRow {
    /// The event.
    pub trigger: Trigger,
    /// Name of the owner.
    pub owner: String,
    /// What it touches, in words.
    pub touches: Vec<String>,
    /// Whether its review is past its day and not ended.
    pub overdue: bool,
}

/// An event that happened.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct OpenTrigger {
    /// What kind of event.
    pub kind: TriggerKind,
    /// What happened.
    pub what: String,
    /// Day of the event.
    pub on: Date,
    /// Assets, vendors, threats or policies that it touches; the core adds the risks, safeguards and policies that hang on them.
    pub touches: Vec<RecordName>,
    /// Who looks.
    pub owner: PersonNumber,
    /// By when; 30 days after the event if left out.
    #[serde(default)]
    pub due: Option<Date>,
}

/// Ends the review of an event.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct CloseTrigger {
    /// Its number.
    pub number: String,
    /// What was found and changed.
    pub outcome: String,
}

/// Every event: open ones by their day, then the others, newest first.
///
/// # Errors
/// What the store answers.
pub fn list(state: &mut State, _: Empty) -> CommandResult<TriggerList> {
    let session = state.session()?;
    let today = session.today()?;
    let content = session.content()?;
    let (mut open, mut ended): (Vec<_>, Vec<_>) = content.triggers.iter().partition(|one| one.is_open());
    open.sort_by_key(|one| one.due);
    ended.sort_by_key(|one| std::cmp::Reverse(one.on));
    open.extend(ended);
    Ok(TriggerList { triggers: open.into_iter().map(|one| row(content, one, today)).collect() })
}

/// Records an event and opens the review of what it touches.
///
/// # Errors
/// `invalid` with every wrong field, what the store answers.
pub fn open(state: &mut State, request: OpenTrigger) -> CommandResult<TriggerRow> {
    let session = state.session()?;
    let today = session.today()?;
    let content = session.content()?;
    let due = request.due.unwrap_or_else(|| later(request.on.max(today)));
    refuse(content, &request, due, today)?;
    let touches = touched(content, &request.touches);
    let opened = session.write("trigger::open", |writer| {
        let trigger = Trigger {
            id: Uuid::now_v7(),
            number: writer.next_number(Series::Trigger)?,
            kind: request.kind,
            what: request.what.trim().to_owned(),
            on: request.on,
            touches,
            owner: request.owner,
            due,
            outcome: None,
        };
        writer.put_trigger(&trigger)?;
        Ok::<_, CommandError>(trigger)
    })?;
    Ok(row(session.content()?, &opened, today))
}

/// Ends a review with what it came to.
///
/// # Errors
/// `invalid`, `not_found`; `frozen` for a review that was ended before.
pub fn close(state: &mut State, request: CloseTrigger) -> CommandResult<TriggerRow> {
    let session = state.session()?;
    let today = session.today()?;
    let by = session.person.number.clone();
    let mut faults = Faults::new();
    faults.length("outcome", &request.outcome, REASON, LONGEST);
    faults.refuse("A review ends with what was found and changed.")?;
    let closed = session.write("trigger::close", |writer| {
        let found = writer.triggers()?.into_iter().find(|one| one.number == request.number);
        let found = found.ok_or_else(|| CommandError::not_found("review", &request.number))?;
        if !found.is_open() {
            return Err(CommandError::new(ErrorCode::Frozen, "This review was ended before.")
                .hint("Open a new one if something else happened."));
        }
        let outcome = Some(Outcome { text: request.outcome.trim().to_owned(), by, on: today });
        let closed = Trigger { outcome, ..found };
        writer.put_trigger(&closed)?;
        Ok(closed)
    })?;
    Ok(row(session.content()?, &closed, today))
}

fn refuse(content: &Content, request: &OpenTrigger, due: Date, today: Date) -> CommandResult<()> {
    let mut faults = Faults::new();
    faults.length("what", &request.what, 10, LONGEST);
    faults.unless(request.on <= today, "on", "in_future", "An event is recorded once it has happened.");
    faults.unless(
        request.on <= due,
        "due",
        "too_early",
        "The review is due on the day of the event or later.",
    );
    let person = |number: &str| content.people.iter().any(|person| person.number.as_str() == number);
    faults.known("owner", [request.owner.as_str()], person);
    for (at, record) in request.touches.iter().enumerate() {
        let good = NAMEABLE.contains(&record.kind.as_str()) && known(content, record);
        let message = format!("There is no {} to name here.", record_label(&record.kind, &record.id));
        faults.unless(good, &format!("touches/{at}"), "unknown_reference", message);
    }
    faults.refuse("The event cannot be recorded like this.")
}

fn later(day: Date) -> Date {
    Span::new().try_days(DAYS).map_or(Date::MAX, |span| day.saturating_add(span))
}

fn row(content: &Content, trigger: &Trigger, today: Date) -> TriggerRow {
    TriggerRow {
        owner: words::person(content, &trigger.owner),
        touches: trigger.touches.iter().map(|record| in_words(content, record)).collect(),
        overdue: trigger.is_open() && trigger.due < today,
        trigger: trigger.clone(),
    }
}

/// `A-004 FHIR API of the EHR`; the bare number where it names nothing any more.
fn in_words(content: &Content, record: &RecordName) -> String {
    let label = record_label(&record.kind, &record.id);
    let key = record.id.split_once('/').map_or(record.id.as_str(), |(_, key)| key);
    let assessments = || content.assessments.iter().rev();
    let name = match record.kind.as_str() {
        carry::ASSET => Some(words::asset(content, &key.into())),
        carry::THREAT | carry::OWN_THREAT => Some(words::threat(content, &key.into())),
        carry::VENDOR => assessments()
            .flat_map(|one| &one.vendors)
            .find(|one| one.number.as_str() == key)
            .map(|one| one.name.clone()),
        carry::RISK => assessments()
            .flat_map(|one| &one.risks)
            .find(|one| one.number.as_str() == key)
            .map(|one| words::threat(content, &one.threat)),
        carry::SAFEGUARD => Catalogue::embedded().safeguard(key).map(|item| item.title.clone()),
        POLICY => words::policy(content, key).ok().map(|policy| policy.title.clone()),
        _ => None,
    };
    let label = if name.is_some() { key.to_owned() } else { label };
    match name.filter(|name| name != key) {
        Some(name) => format!("{label} {name}"),
        None => label,
    }
}
