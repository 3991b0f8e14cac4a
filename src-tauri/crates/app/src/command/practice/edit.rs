//! Registering, changing and taking out practices.

use super::detail::{detail, is_locked};
use super::form::*;
use crate::command::Empty;
use crate::error::{CommandError, CommandResult, ErrorCode, FieldError};
use crate::faults::{Faults, LONGEST};
use crate::history::{Based, carried_over};
use crate::problem_words;
use crate::state::State;
use jiff::civil::Date;
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::number::{PracticeNumber, PracticeTypeId};
use riskwright_domain::practice::{Application, Basis, Practice, PracticeRisk, PracticeState, Scope};
use riskwright_domain::workspace::{Content, problems};
use riskwright_store::{Kind, Series, Writer, content};
use uuid::Uuid;

/// Fewest characters of what exactly is done.
const DESCRIPTION: usize = 40;

/// Registers a practice; it is proposed until it is started.
///
/// # Errors
/// `invalid` with every wrong field.
pub fn begin(state: &mut State, request: BeginPractice) -> CommandResult<PracticeDetail> {
    let session = state.session()?;
    let today = session.today()?;
    let mut faults = Faults::new();
    heading(&mut faults, &request.title, &request.description);
    let is_type = |id: &str| is_practice_type(id, today);
    faults.known("practice_type", request.practice_type.iter().map(PracticeTypeId::as_str), is_type);
    faults.refuse("The practice cannot be registered like this.")?;
    let number = session.write("practice::begin", |writer| {
        let number = PracticeNumber::from(writer.next_number(Series::Practice)?);
        let practice = Practice {
            number: number.clone(),
            title: request.title.trim().to_owned(),
            description: request.description.trim().to_owned(),
            practice_type: request.practice_type,
            ..empty()
        };
        writer.put_practice(&practice)?;
        Ok::<_, CommandError>(number)
    })?;
    detail(session, &number)
}

/// Saves a practice.
///
/// # Errors
/// `not_found`, `invalid` with every wrong field, `conflict` with both values where somebody else changed the same
/// field meanwhile, `frozen` for a change of a determination that was decided.
pub fn save(state: &mut State, request: SavePractice) -> CommandResult<PracticeDetail> {
    let session = state.session()?;
    let today = session.today()?;
    let number = request.practice.number.clone();
    let mut faults = Faults::new();
    heading(&mut faults, &request.practice.title, &request.practice.description);
    faults.refuse("The practice cannot be saved like this.")?;
    let based = Based { kind: Kind::Practice, id: number.as_str(), revision: request.based_on_revision };
    session.write("practice::save", |writer| {
        let current = stored(writer, &number)?;
        refuse_decided(&current, &request.practice)?;
        let merged = carried_over(writer, &based, |base| Ok(edited(base, request.practice.clone())))?;
        let content = content::load(writer)?;
        let changed = stamped(&content, &current, merged, today);
        refuse_faulty(content, &changed)?;
        Ok::<_, CommandError>(writer.put_practice(&changed)?)
    })?;
    detail(session, &number)
}

/// Takes out a practice that was never in use.
///
/// # Errors
/// `not_found`; `frozen` for one that was started, applied or decided.
pub fn remove(state: &mut State, name: PracticeName) -> CommandResult<Empty> {
    let session = state.session()?;
    session.write("practice::remove", |writer| {
        let practice = stored(writer, &name.number)?;
        let used = practice.state != PracticeState::Proposed || !practice.application.records.is_empty();
        if used || is_locked(&practice) {
            return Err(CommandError::new(ErrorCode::Frozen, "A practice that was used or decided is kept.")
                .hint("End it instead; its record stays as long as the law asks."));
        }
        writer.remove_practice(&name.number)?;
        Ok(Empty {})
    })
}

/// The practice as the workspace has it.
pub(super) fn stored(writer: &Writer<'_>, number: &PracticeNumber) -> CommandResult<Practice> {
    writer.practice(number)?.ok_or_else(|| CommandError::not_found("practice", number))
}

/// The base with what an officer may change of it.
fn edited(base: Practice, wanted: Practice) -> Practice {
    let decided = is_locked(&base);
    Practice {
        id: base.id,
        number: base.number,
        state: base.state,
        second_approval: base.second_approval,
        judgements: base.judgements,
        reviews: base.reviews,
        basis: if decided { base.basis } else { undecided(wanted.basis) },
        application: Application {
            records: base.application.records,
            rule_changed_on: base.application.rule_changed_on,
            ..wanted.application
        },
        ..wanted
    }
}

/// Only deciding gives a determination its approver and the time of its record.
fn undecided(basis: Option<Basis>) -> Option<Basis> {
    match basis {
        Some(Basis::Case(mut case)) => {
            (case.recorded_at, case.approver) = (None, None);
            Some(Basis::Case(case))
        }
        other => other,
    }
}

fn refuse_decided(current: &Practice, wanted: &Practice) -> CommandResult<()> {
    if !is_locked(current) || current.basis == wanted.basis {
        return Ok(());
    }
    Err(CommandError::new(ErrorCode::Frozen, "A determination that was decided does not change.")
        .hint("Register a new practice with a new determination; this one stays as it was decided."))
}

/// With the levels of today at risks that were linked or explained anew, and the day of a changed rule.
fn stamped(content: &Content, before: &Practice, mut now: Practice, today: Date) -> Practice {
    for link in &mut now.risks {
        let same =
            before.risks.iter().find(|one| one.risk == link.risk && one.explanation == link.explanation);
        link.level = same.map_or_else(|| level(content, link), |one| one.level);
    }
    let (old, new) = (before.application.rule.trim(), now.application.rule.trim());
    if !old.is_empty() && old != new {
        now.application.rule_changed_on = Some(today);
    }
    now
}

fn level(content: &Content, link: &PracticeRisk) -> Option<riskwright_domain::risk::Level> {
    let assessment = content.current_assessment()?;
    assessment.risks.iter().find(|one| one.number == link.risk)?.level()
}

/// Every rule of the workspace that the practice would break.
fn refuse_faulty(mut content: Content, practice: &Practice) -> CommandResult<()> {
    let Some(at) = content.practices.iter().position(|one| one.number == practice.number) else {
        return Err(CommandError::not_found("practice", &practice.number));
    };
    if let Some(place) = content.practices.get_mut(at) {
        *place = practice.clone();
    }
    let prefix = format!("/practices/{at}/");
    let found = problems(&content, Catalogue::embedded());
    let fields: Vec<FieldError> = found
        .iter()
        .filter_map(|problem| {
            let field = problem.path.strip_prefix(&prefix)?;
            let (code, message) = problem_words::described(problem);
            Some(FieldError::new(field, code, message))
        })
        .collect();
    if fields.is_empty() {
        return Ok(());
    }
    Err(CommandError::invalid("The practice cannot be saved like this.", fields))
}

fn heading(faults: &mut Faults, title: &str, description: &str) {
    faults.length("title", title, 5, 200);
    faults.length("description", description, DESCRIPTION, LONGEST);
}

fn is_practice_type(id: &str, on: Date) -> bool {
    let rule = Catalogue::embedded().security_exceptions.on(on);
    rule.is_some_and(|rule| rule.practice_types.get(id).is_some())
}

fn empty() -> Practice {
    Practice {
        id: Uuid::now_v7(),
        number: PracticeNumber::default(),
        title: String::new(),
        description: String::new(),
        practice_type: None,
        state: PracticeState::Proposed,
        start_date: None,
        end_date: None,
        review_interval_days: None,
        emergency: false,
        affected_requestors: Vec::new(),
        affected_ehi: Vec::new(),
        is_ehi: None,
        interference: None,
        required_by_law: None,
        protection: None,
        risks: Vec::new(),
        other_purposes: None,
        decision: None,
        scope: Scope::default(),
        scope_reasons: Vec::new(),
        restrictiveness: None,
        second_approval: None,
        alternatives: Vec::new(),
        application: Application::default(),
        basis: None,
        judgements: Vec::new(),
        reviews: Vec::new(),
    }
}
