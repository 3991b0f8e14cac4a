//! Practices and the Security Exception check of each.

pub use super::OnDay;
use crate::error::{CommandError, CommandResult, FieldError};
use crate::state::{Session, State};
use crate::words;
use jiff::civil::Date;
use riskwright_domain::catalogue::{Catalogue, CriterionResult};
use riskwright_domain::number::{CriterionId, PracticeNumber};
use riskwright_domain::practice::check::{self, Facts, ResultState, check_with};
use riskwright_domain::practice::{Basis, Judgement, Practice, PracticeState};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use riskwright_domain::practice::check::Check;

/// All practices with the conclusion of their check.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct PracticeList {
    /// The day of the checks.
    pub on: Date,
    /// Rows by number.
    pub practices: Vec<PracticeRow>,
}

/// A row of the register.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct PracticeRow {
    /// Number.
    pub number: PracticeNumber,
    /// Title.
    pub title: String,
    /// What exactly is done.
    pub description: String,
    /// Proposed, active or ended.
    pub state: PracticeState,
    /// The policy or "case determination" it rests on.
    pub rests_on: Option<String>,
    /// The conclusion.
    pub conclusion: ResultState,
    /// The conclusion in a sentence.
    pub words: String,
    /// Criteria not met.
    pub not_met: u32,
    /// Criteria that wait for a judgement.
    pub needs_judgement: u32,
}

/// Names a practice and a day.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct CheckRequest {
    /// The practice.
    pub number: PracticeNumber,
    /// The day; today if left out.
    #[serde(default)]
    pub on: Option<Date>,
}

/// A judgement to be recorded.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Judge {
    /// The practice.
    pub number: PracticeNumber,
    /// The criterion.
    pub criterion: CriterionId,
    /// Whether it is met.
    pub met: bool,
    /// Why, 20 characters or more.
    pub reason: String,
}

/// Every practice, checked for the day.
///
/// # Errors
/// `invalid` for a day before any edition of the rule.
pub fn list(state: &mut State, request: OnDay) -> CommandResult<PracticeList> {
    let session = state.session()?;
    let on = day(session, request.on)?;
    let content = session.content()?;
    let facts = Facts::new(Catalogue::embedded(), content);
    let practices = content
        .practices
        .iter()
        .map(|practice| Ok(row(practice, &check_with(&facts, practice, on)?)))
        .collect::<CommandResult<_>>()?;
    Ok(PracticeList { on, practices })
}

/// The check of one practice.
///
/// # Errors
/// `not_found`, or `invalid` for a day before any edition of the rule.
pub fn check(state: &mut State, request: CheckRequest) -> CommandResult<Check> {
    let session = state.session()?;
    let on = day(session, request.on)?;
    checked(session, &request.number, on)
}

/// Records a judgement and checks again.
///
/// # Errors
/// `not_found`, `invalid` where the criterion takes no judgement or the reason is too short.
pub fn judge(state: &mut State, request: Judge) -> CommandResult<Check> {
    let session = state.session()?;
    let today = session.today()?;
    let before = checked(session, &request.number, today)?;
    refuse(&request, &before)?;
    let by = session.person.number.clone();
    let mut practice = words::practice(session.content()?, request.number.as_str())?.clone();
    practice.judgements.push(Judgement {
        criterion: request.criterion,
        met: request.met,
        by,
        on: today,
        reason: request.reason.trim().to_owned(),
    });
    session.write("practice::judge", |writer| Ok(writer.put_practice(&practice)?))?;
    checked(session, &request.number, today)
}

fn refuse(request: &Judge, check: &Check) -> CommandResult<()> {
    let judged = check
        .criteria
        .iter()
        .find(|one| one.id == request.criterion)
        .is_some_and(|one| one.result == CriterionResult::NeedsJudgement || one.judgement.is_some());
    let mut fields = Vec::new();
    let mut wrong = |field: &str, code: &str, message: &str| {
        fields.push(FieldError::new(field, code, message));
    };
    if !judged {
        wrong("criterion", "not_allowed", "This criterion does not wait for a judgement of this practice.");
    }
    if request.reason.trim().chars().count() < 20 {
        wrong("reason", "too_short", "Say in 20 characters or more what the judgement rests on.");
    }
    if fields.is_empty() {
        Ok(())
    } else {
        Err(CommandError::invalid("The judgement cannot be recorded.", fields))
    }
}

fn checked(session: &mut Session, number: &PracticeNumber, on: Date) -> CommandResult<Check> {
    let content = session.content()?;
    let practice = words::practice(content, number.as_str())?;
    Ok(check::check(Catalogue::embedded(), content, practice, on)?)
}

fn day(session: &mut Session, asked: Option<Date>) -> CommandResult<Date> {
    match asked {
        Some(day) => Ok(day),
        None => session.today(),
    }
}

fn row(practice: &Practice, check: &Check) -> PracticeRow {
    let count = |result: CriterionResult| {
        let found = check.criteria.iter().filter(|one| one.blocking && one.result == result).count();
        u32::try_from(found).unwrap_or(u32::MAX)
    };
    PracticeRow {
        number: practice.number.clone(),
        title: practice.title.clone(),
        description: practice.description.clone(),
        state: practice.state,
        rests_on: practice.basis.as_ref().map(rests_on),
        conclusion: check.conclusion,
        words: check.words.clone(),
        not_met: count(CriterionResult::NotMet),
        needs_judgement: count(CriterionResult::NeedsJudgement),
    }
}

fn rests_on(basis: &Basis) -> String {
    match basis {
        Basis::Policy(basis) => format!("{} version {}", basis.policy, basis.version),
        Basis::Case(_) => "Case determination".to_owned(),
    }
}
