//! Beginning an assessment, blank or with everything of the approved one before it.

use super::form::*;
use crate::error::{CommandError, CommandResult, ErrorCode};
use crate::faults::{Faults, LONGEST};
use crate::state::State;
use jiff::civil::Date;
use riskwright_domain::assessment::carry::{Beginning, blank, carried_forward, to_confirm};
use riskwright_domain::assessment::{Assessment, AssessmentKind, AssessmentStatus};
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::number::AssessmentNumber;
use riskwright_domain::workspace::Content;
use riskwright_store::{Reader, content};
use uuid::Uuid;

/// Begins an assessment.
///
/// # Errors
/// `invalid`, `not_found`, `exists` for a second yearly one of a year; `frozen` while one is being worked on.
pub fn begin(state: &mut State, request: Begin) -> CommandResult<Begun> {
    let session = state.session()?;
    let today = session.today()?;
    let person = session.person.number.clone();
    session.write("assessment::begin", |writer| {
        let content = content::load(writer)?;
        let begun = begun(&content, &request, today)?;
        let begun = Assessment { id: Uuid::now_v7(), assessors: vec![person], ..begun };
        writer.put_assessment(&begun)?;
        let to_confirm = u32::try_from(to_confirm(&begun).len()).unwrap_or(u32::MAX);
        Ok(Begun { number: begun.number, to_confirm })
    })
}

/// Refuses where an assessment was handed in or approved since it was looked at.
///
/// # Errors
/// `frozen`, `not_found`, what the store answers.
pub fn refuse_frozen(reader: &Reader<'_>, number: &AssessmentNumber) -> CommandResult<()> {
    let one = reader.assessment(number)?.ok_or_else(|| CommandError::not_found("assessment", number))?;
    match one.status {
        AssessmentStatus::Draft | AssessmentStatus::InProgress => Ok(()),
        _ => Err(CommandError::new(ErrorCode::Frozen, "The assessment was handed in meanwhile.")
            .hint("Its approver can send it back; then it can be changed again.")),
    }
}

fn begun(content: &Content, request: &Begin, today: Date) -> CommandResult<Assessment> {
    if let Some(open) = content.open_assessment() {
        let message = format!("{} is being worked on.", open.number);
        return Err(CommandError::new(ErrorCode::Frozen, message).hint("Finish it before you begin another."));
    }
    let current = content.assessments.iter().rev().find(|one| one.status == AssessmentStatus::Approved);
    let previous = previous(current, request)?;
    let own = request.scope.as_ref().map(|scope| scope.trim().to_owned()).filter(|scope| !scope.is_empty());
    let scope = own.or_else(|| previous.map(|one| one.scope.clone())).unwrap_or_default();
    refuse(request, &scope, today)?;
    let threats = Catalogue::embedded().threat_catalogues.latest();
    let beginning = Beginning {
        number: number(content, request)?,
        year: request.year,
        kind: request.kind,
        scope,
        catalogue: threats.map(|edition| edition.edition.id.clone()).unwrap_or_default(),
        started_on: today,
        previous: current.map(|one| one.number.clone()),
    };
    Ok(match previous {
        Some(previous) => carried_forward(previous, beginning),
        None => blank(beginning),
    })
}

/// What comes forward is what counts today: the newest approved one.
fn previous<'a>(current: Option<&'a Assessment>, request: &Begin) -> CommandResult<Option<&'a Assessment>> {
    let Some(asked) = &request.previous else { return Ok(None) };
    let mut faults = Faults::new();
    let found = current.filter(|one| one.number == *asked);
    let message = format!("{asked} is not the approved assessment that counts today.");
    faults.unless(found.is_some(), "previous", "not_current", message);
    faults.refuse("Only the approved assessment that counts today can come forward.")?;
    Ok(found)
}

fn refuse(request: &Begin, scope: &str, today: Date) -> CommandResult<()> {
    let mut faults = Faults::new();
    faults.length("scope", scope, 3, LONGEST);
    // A year's assessment may be begun late in the year before; later years are typing errors.
    let near = (today.year() - 1..=today.year() + 1).contains(&request.year);
    let message = format!("Choose a year from {} to {}.", today.year() - 1, today.year() + 1);
    faults.unless(near, "year", "out_of_range", message);
    faults.refuse("The assessment cannot be begun like this.")
}

/// `AS-2026` for the yearly one, `AS-2026-T1` and on for those that an event made.
fn number(content: &Content, request: &Begin) -> CommandResult<AssessmentNumber> {
    let taken = |number: &str| content.assessments.iter().any(|one| one.number.as_str() == number);
    let yearly = format!("AS-{}", request.year);
    match request.kind {
        AssessmentKind::Annual if taken(&yearly) => {
            Err(CommandError::new(ErrorCode::Exists, format!("There is an assessment {yearly} already."))
                .hint("Begin one for another year, or one after an event."))
        }
        AssessmentKind::Annual => Ok(yearly.into()),
        AssessmentKind::Triggered => {
            let mut numbers = (1..=u32::MAX).map(|at| format!("{yearly}-T{at}"));
            let free = numbers.find(|number| !taken(number));
            free.map(AssessmentNumber::from).ok_or_else(|| CommandError::internal("assessment-number"))
        }
    }
}
