//! Logging an incident, its times, and its end.

use super::form::*;
use super::{detail, version};
use crate::error::{CommandError, CommandResult, ErrorCode, FieldError};
use crate::faults::{Faults, LONGEST, REASON};
use crate::history::{Based, carried_over};
use crate::state::State;
use crate::{problem_words, words};
use jiff::Timestamp;
use riskwright_domain::incident::{Incident, Moment, problems};
use riskwright_domain::trigger::Outcome;
use riskwright_domain::workspace::Content;
use riskwright_store::{Kind, Series, Writer, content};
use uuid::Uuid;

/// Logs an incident or a drill; its times are those of the version in force today.
///
/// # Errors
/// `not_found` for a policy that is not there, `invalid` with every wrong field.
pub fn open(state: &mut State, request: OpenIncident) -> CommandResult<IncidentDetail> {
    let now = state.clock.now();
    let session = state.session()?;
    let today = session.today()?;
    let number = session.write("incident::open", |writer| {
        let content = content::load(writer)?;
        let policy = words::policy(&content, request.policy.as_str())?;
        let in_force = policy.in_force_on(today).ok_or_else(|| {
            let message = format!("{} is not in force.", policy.number);
            CommandError::invalid(
                message,
                vec![FieldError::new("policy", "not_allowed", "Choose a policy in force.")],
            )
        })?;
        let at = request.at.unwrap_or(now);
        let moments = request.event.iter().map(|event| Moment { event: event.clone(), at }).collect();
        let incident = Incident {
            id: Uuid::now_v7(),
            number: writer.next_number(Series::Incident)?,
            title: request.title.trim().to_owned(),
            drill: request.drill,
            severity: request.severity.clone(),
            policy: policy.number.clone(),
            version: in_force.number.clone(),
            moments,
            done: Vec::new(),
            not_needed: Vec::new(),
            outcome: None,
        };
        refuse_faulty(&content, &incident, now)?;
        writer.put_incident(&incident)?;
        Ok::<_, CommandError>(incident.number)
    })?;
    detail(session, &number, now)
}

/// Saves what was logged of an incident.
///
/// # Errors
/// `not_found`, `frozen` once closed, `invalid` with every wrong field, `conflict` with both values where somebody else
/// changed the same field meanwhile.
pub fn save(state: &mut State, request: SaveIncident) -> CommandResult<IncidentDetail> {
    let now = state.clock.now();
    let session = state.session()?;
    let number = request.incident.number.clone();
    let based = Based { kind: Kind::Incident, id: &number, revision: request.based_on_revision };
    session.write("incident::save", |writer| {
        refuse_closed(&stored(writer, &number)?)?;
        let changed = carried_over(writer, &based, |base| Ok(edited(base, request.incident.clone())))?;
        refuse_faulty(&content::load(writer)?, &changed, now)?;
        Ok::<_, CommandError>(writer.put_incident(&changed)?)
    })?;
    detail(session, &number, now)
}

/// Closes an incident with what was found and changed.
///
/// # Errors
/// `not_found`, `frozen` once closed, `invalid` without an outcome.
pub fn close(state: &mut State, request: CloseIncident) -> CommandResult<IncidentDetail> {
    let now = state.clock.now();
    let session = state.session()?;
    let today = session.today()?;
    let by = session.person.number.clone();
    let mut faults = Faults::new();
    faults.length("outcome", &request.outcome, REASON, LONGEST);
    faults.refuse("An incident ends with what was found and changed.")?;
    session.write("incident::close", |writer| {
        let incident = stored(writer, &request.number)?;
        refuse_closed(&incident)?;
        let outcome = Some(Outcome { text: request.outcome.trim().to_owned(), by, on: today });
        Ok::<_, CommandError>(writer.put_incident(&Incident { outcome, ..incident })?)
    })?;
    detail(session, &request.number, now)
}

fn stored(writer: &Writer<'_>, number: &str) -> CommandResult<Incident> {
    writer.incident(number)?.ok_or_else(|| CommandError::not_found("incident", number))
}

fn refuse_closed(incident: &Incident) -> CommandResult<()> {
    if incident.outcome.is_none() {
        return Ok(());
    }
    Err(CommandError::new(ErrorCode::Frozen, "A closed incident does not change.")
        .hint("Log another one if something else happened."))
}

/// The base with what an officer may change of it.
fn edited(base: Incident, wanted: Incident) -> Incident {
    Incident {
        id: base.id,
        number: base.number,
        policy: base.policy,
        version: base.version,
        outcome: base.outcome,
        title: wanted.title.trim().to_owned(),
        ..wanted
    }
}

fn refuse_faulty(content: &Content, incident: &Incident, now: Timestamp) -> CommandResult<()> {
    let mut faults = Faults::new();
    faults.length("title", &incident.title, 5, 200);
    let version = version(words::policy(content, incident.policy.as_str())?, incident)?;
    for problem in problems(incident, version, now) {
        let (code, message) = problem_words::described(&problem);
        faults.unless(false, problem.path.trim_start_matches('/'), code, message);
    }
    faults.refuse("The incident cannot be recorded like this.")
}
