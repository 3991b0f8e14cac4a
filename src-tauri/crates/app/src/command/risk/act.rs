//! Treatment, acceptance and the end of a risk: what is done on the register at hand, approved or not.

use super::detail::detail;
use super::form::{AcceptRisk, CloseRisk, FinishTreatment, TreatRisk};
use super::limit::{term, who};
use super::{RiskDetail, rated};
use crate::error::{CommandError, CommandResult, ErrorCode};
use crate::faults::{Faults, LONGEST, REASON};
use crate::history::{Based, carried_over};
use crate::state::{Session, State};
use crate::words;
use jiff::civil::Date;
use riskwright_domain::number::{EvidenceNumber, RiskNumber};
use riskwright_domain::risk::acceptance::{latest, longest, may_accept};
use riskwright_domain::risk::{Acceptance, Closing, FourFactors, Level, Risk, RiskState, Treatment};
use riskwright_domain::workspace::Content;
use riskwright_store::Kind;

/// Sets a plan.
///
/// # Errors
/// `invalid` with every wrong field, `not_found`, `frozen` for a closed risk, `conflict`.
pub fn treat(state: &mut State, request: TreatRisk) -> CommandResult<RiskDetail> {
    let session = state.session()?;
    let today = session.today()?;
    let content = session.content()?;
    let risk = words::risk(content, &request.number)?;
    refuse_closed(risk)?;
    refuse_plan(content, risk, &request, today)?;
    let (number, revision, target) = (request.number.clone(), request.based_on_revision, request.target);
    let plan = planned(request);
    change(session, "risk::treat", &number, revision, |base| {
        let status = RiskState::TreatmentPlanned;
        Ok(Risk { treatment: Some(plan), target: target.or(base.target), status, ..base })
    })
}

/// Accepts a risk for a time, in the name of the person who asks.
///
/// # Errors
/// `forbidden` for a person who may not accept this level, `invalid` for too long a time, `not_found`, `frozen` for a
/// closed risk, `conflict`.
pub fn accept(state: &mut State, request: AcceptRisk) -> CommandResult<RiskDetail> {
    let session = state.session()?;
    let today = session.today()?;
    let person = session.person.clone();
    let content = session.content()?;
    let risk = words::risk(content, &request.number)?;
    refuse_closed(risk)?;
    let level = level(risk)?;
    if !may_accept(&content.organization, &person, &risk.owner, level, today) {
        let message = format!("You may not accept {}.", risk.number);
        return Err(CommandError::new(ErrorCode::Forbidden, message).hint(who(level)));
    }
    refuse_acceptance(&request, level, today)?;
    let reason = request.reason.trim().to_owned();
    let accepted = Acceptance { by: person.number, on: today, reason, expires: request.expires };
    change(session, "risk::accept", &request.number, request.based_on_revision, |base| {
        let planned = base.treatment.as_ref().is_some_and(|plan| plan.done_on.is_none());
        let status = if planned { RiskState::TreatmentPlanned } else { RiskState::Accepted };
        Ok(Risk { acceptance: Some(accepted), status, ..base })
    })
}

/// Ends a treatment with the new rating and its evidence.
///
/// # Errors
/// `invalid` without an open plan, evidence or a reason, `not_found`, `frozen` for a closed risk, `conflict`.
pub fn finish(state: &mut State, request: FinishTreatment) -> CommandResult<RiskDetail> {
    let session = state.session()?;
    let today = session.today()?;
    let by = session.person.number.clone();
    let content = session.content()?;
    let risk = words::risk(content, &request.number)?;
    refuse_closed(risk)?;
    refuse_end(content, risk, &request, today)?;
    let number = request.number.clone();
    change(session, "risk::finish", &number, request.based_on_revision, |base| {
        let treatment =
            base.treatment.clone().map(|plan| Treatment { done_on: Some(request.done_on), ..plan });
        let risk = Risk {
            treatment,
            residual: Some(request.residual),
            rationale: request.rationale.trim().to_owned(),
            evidence: both(&base.evidence, &request.evidence),
            status: RiskState::Treated,
            ..base
        };
        Ok(Risk { status: RiskState::Treated, ..rated(risk, by, today) })
    })
}

/// Closes a risk: why it is none any more is kept beside its last rating.
///
/// # Errors
/// `invalid`, `not_found`, `frozen` where it is closed, `conflict`.
pub fn close(state: &mut State, request: CloseRisk) -> CommandResult<RiskDetail> {
    let session = state.session()?;
    let today = session.today()?;
    let by = session.person.number.clone();
    refuse_closed(words::risk(session.content()?, &request.number)?)?;
    let mut faults = Faults::new();
    faults.length("reason", &request.reason, REASON, LONGEST);
    faults.refuse("A risk is closed with a reason.")?;
    let closing = Closing { reason: request.reason.trim().to_owned(), by, on: today };
    change(session, "risk::close", &request.number, request.based_on_revision, |base| {
        Ok(Risk { closed: Some(closing), status: RiskState::Closed, ..base })
    })
}

/// Saves a changed risk of the assessment at hand; whoever saves it confirms what came forward.
///
/// # Errors
/// `conflict`; what the change or the store answers.
pub(super) fn change(
    session: &mut Session,
    command: &'static str,
    number: &RiskNumber,
    revision: i64,
    change: impl FnOnce(Risk) -> CommandResult<Risk>,
) -> CommandResult<RiskDetail> {
    let assessment = words::at_hand(session.content()?)?.number.clone();
    let key = format!("{assessment}/{number}");
    let based = Based { kind: Kind::Risk, id: &key, revision };
    session.write(command, |writer| {
        let changed = carried_over(writer, &based, change)?;
        // Merged with another's rating, a target may lie above it.
        let changed = Risk { carried: false, ..changed }.without_passed_target();
        writer.put_risk(&assessment, &changed)?;
        Ok::<_, CommandError>(())
    })?;
    detail(session, number)
}

/// A closed risk stays as it was closed.
///
/// # Errors
/// `frozen`.
pub(super) fn refuse_closed(risk: &Risk) -> CommandResult<()> {
    if risk.status != RiskState::Closed {
        return Ok(());
    }
    let message = format!("{} is closed.", risk.number);
    let hint = "If it has come back, put it into the register as a new risk.";
    Err(CommandError::new(ErrorCode::Frozen, message).hint(hint))
}

/// The level that a plan or acceptance is about.
fn level(risk: &Risk) -> CommandResult<Level> {
    risk.level().ok_or_else(|| {
        let mut faults = Faults::new();
        faults.unless(
            false,
            "number",
            "not_rated",
            "Rate the risk first: what may be done depends on its level.",
        );
        CommandError::invalid(format!("{} is not rated.", risk.number), faults.into_fields())
    })
}

fn refuse_plan(content: &Content, risk: &Risk, request: &TreatRisk, today: Date) -> CommandResult<()> {
    let level = level(risk)?;
    let mut faults = Faults::new();
    faults.length("plan", &request.plan, 10, LONGEST);
    let known = |name: &str| content.people.iter().any(|person| person.number.as_str() == name);
    faults.known("owner", [&request.owner], known);
    faults.unless(request.due >= today, "due", "in_the_past", "Name a day that is still to come.");
    if let Some(card) = &request.four_factors {
        refuse_card(&mut faults, card);
    }
    for (at, option) in request.options.iter().enumerate() {
        faults.length(&format!("options/{at}/measure"), &option.measure, 3, LONGEST);
        faults.length(&format!("options/{at}/reason"), &option.reason, 3, LONGEST);
    }
    let above = request.target.is_some_and(|target| target.rating().level > level);
    let message =
        format!("The target may not lie above the risk as it is now, {}.", level.to_string().to_lowercase());
    faults.unless(!above, "target", "above_residual", message);
    faults.refuse("The plan cannot be saved like this.")
}

fn refuse_card(faults: &mut Faults, card: &FourFactors) {
    let factors = [
        ("four_factors/size", &card.size),
        ("four_factors/infrastructure", &card.infrastructure),
        ("four_factors/cost", &card.cost),
        ("four_factors/probability", &card.probability),
    ];
    for (field, text) in factors {
        faults.length(field, text, 3, LONGEST);
    }
}

fn planned(request: TreatRisk) -> Treatment {
    Treatment {
        option: request.option,
        plan: request.plan.trim().to_owned(),
        owner: request.owner,
        due: request.due,
        cost_once: request.cost_once,
        cost_yearly: request.cost_yearly,
        four_factors: request.four_factors,
        options: request.options,
        done_on: None,
    }
}

fn refuse_acceptance(request: &AcceptRisk, level: Level, today: Date) -> CommandResult<()> {
    let mut faults = Faults::new();
    faults.length("reason", &request.reason, REASON, LONGEST);
    faults.unless(request.expires >= today, "expires", "in_the_past", "Name a day that is still to come.");
    let last = latest(level, today);
    let message = format!("At this level {last} is the last day: {} at most.", term(longest(level)));
    faults.unless(request.expires <= last, "expires", "too_long", message);
    faults.refuse("The risk cannot be accepted like this.")
}

fn refuse_end(content: &Content, risk: &Risk, request: &FinishTreatment, today: Date) -> CommandResult<()> {
    let mut faults = Faults::new();
    let open = risk.treatment.as_ref().is_some_and(|plan| plan.done_on.is_none());
    faults.unless(open, "number", "no_plan", "There is no open plan to be ended; set one first.");
    faults.unless(request.done_on <= today, "done_on", "in_the_future", "Name the day on which it was done.");
    faults.length("rationale", &request.rationale, REASON, LONGEST);
    let message = "Name the evidence that shows that the measure works.";
    faults.unless(!request.evidence.is_empty(), "evidence", "required", message);
    let known = |name: &str| content.evidence.iter().any(|item| item.number.as_str() == name);
    faults.known("evidence", &request.evidence, known);
    faults.refuse("The treatment cannot be ended like this.")
}

fn both(there: &[EvidenceNumber], new: &[EvidenceNumber]) -> Vec<EvidenceNumber> {
    let mut all = there.to_vec();
    for number in new {
        if !all.contains(number) {
            all.push(number.clone());
        }
    }
    all
}
