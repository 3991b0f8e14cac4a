//! Practices and the Security Exception check of each.

mod act;
mod detail;
mod determination;
mod edit;
mod form;
mod sheet;

pub use super::report::WrittenReport;
pub use super::{Empty, OnDay};
use crate::error::{CommandError, CommandResult, FieldError};
use crate::facts;
use crate::history::{Based, merged_since};
use crate::state::{Session, State};
use crate::words;
pub use act::{approve_block, end, record, review, start};
pub use detail::{get, options};
pub use determination::decide;
pub use edit::{begin, remove, save};
pub use form::*;
use jiff::Timestamp;
use jiff::civil::Date;
use riskwright_domain::catalogue::CriterionResult;
use riskwright_domain::number::{CriterionId, PracticeNumber};
use riskwright_domain::practice::check::{ResultState, check_with};
use riskwright_domain::practice::{Basis, Judgement, Practice, PracticeState};
use riskwright_store::{Kind, Reader};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
pub use sheet::{sheet_file, write_sheet};
use std::collections::BTreeMap;
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
    /// Revision to name when judging; none in a list of the past.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub revision: Option<i64>,
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
    /// As recorded by this instant, UTC; now if left out.
    #[serde(default)]
    pub known_at: Option<Timestamp>,
}

/// A judgement to be recorded.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Judge {
    /// The practice.
    pub number: PracticeNumber,
    /// The criterion.
    pub criterion: CriterionId,
    /// Whether it is met.
    pub met: bool,
    /// Why, 20 characters or more.
    pub reason: String,
    /// The revision of the practice that this judgement was based on; the current one if left out.
    #[serde(default)]
    pub based_on_revision: Option<i64>,
}

/// Every practice, checked for the day.
///
/// # Errors
/// `invalid` for a day before any edition of the rule.
pub fn list(state: &mut State, request: OnDay) -> CommandResult<PracticeList> {
    let session = state.session()?;
    let on = day(session, request.on)?;
    let content = &*session.known(request.known_at)?;
    let facts = facts::of(content);
    let mut practices = content
        .practices
        .iter()
        .map(|practice| Ok(row(practice, &check_with(&facts, practice, on)?)))
        .collect::<CommandResult<Vec<_>>>()?;
    if request.known_at.is_none() {
        session.store.read(|reader| number_revisions(reader, &mut practices))?;
    }
    Ok(PracticeList { on, practices })
}

/// The check of one practice.
///
/// # Errors
/// `not_found`, or `invalid` for a day before any edition of the rule.
pub fn check(state: &mut State, request: CheckRequest) -> CommandResult<Check> {
    let session = state.session()?;
    let on = day(session, request.on)?;
    checked(session, &request.number, on, request.known_at)
}

/// Records a judgement and checks again.
///
/// # Errors
/// `not_found`, `invalid` where the criterion takes no judgement or the reason is too short, `conflict` where
/// somebody else judged the same criterion since the revision named.
pub fn judge(state: &mut State, request: Judge) -> CommandResult<Check> {
    let session = state.session()?;
    let today = session.today()?;
    let before = checked(session, &request.number, today, None)?;
    refuse(&request, &before)?;
    let judgement = Judgement {
        criterion: request.criterion,
        met: request.met,
        by: session.person.number.clone(),
        on: today,
        reason: request.reason.trim().to_owned(),
    };
    session.write("practice::judge", |writer| {
        if let Some(revision) = request.based_on_revision {
            let id = request.number.as_str();
            refuse_judged(writer, &Based { kind: Kind::Practice, id, revision }, &judgement)?;
        }
        let practice = writer.practice(&request.number)?;
        let mut practice = practice.ok_or_else(|| CommandError::not_found("practice", &request.number))?;
        practice.judgements.push(judgement);
        Ok::<_, CommandError>(writer.put_practice(&practice)?)
    })?;
    checked(session, &request.number, today, None)
}

/// Judgements on other criteria stand beside each other; one on the same criterion contradicts.
fn refuse_judged(reader: &Reader<'_>, based: &Based<'_>, judgement: &Judgement) -> CommandResult<()> {
    let outcome = merged_since(reader, based, judged, |mut base: Practice| {
        base.judgements.push(judgement.clone());
        Ok(judged(&base))
    });
    outcome.map(drop).map_err(|mut error| {
        for conflict in &mut error.conflicts {
            conflict.theirs = conflict.theirs.as_ref().and_then(bare);
            conflict.yours = conflict.yours.as_ref().and_then(bare);
        }
        error
    })
}

/// The judgement that counts on each criterion; nested lists are merged as one value, not field by field.
fn judged(practice: &Practice) -> Value {
    let counting: BTreeMap<&str, Value> =
        practice.judgements.iter().map(|one| (one.criterion.as_str(), json!([[one]]))).collect();
    json!({ "judgements": counting })
}

fn bare(wrapped: &Value) -> Option<Value> {
    wrapped.pointer("/0/0").cloned()
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

fn checked(
    session: &mut Session,
    number: &PracticeNumber,
    on: Date,
    known_at: Option<Timestamp>,
) -> CommandResult<Check> {
    let content = &*session.known(known_at)?;
    let practice = words::practice(content, number.as_str())?;
    Ok(check_with(&facts::of(content), practice, on)?)
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
        revision: None,
    }
}

fn number_revisions(reader: &Reader<'_>, rows: &mut [PracticeRow]) -> CommandResult<()> {
    for row in rows {
        row.revision = Some(reader.revision_number(Kind::Practice, row.number.as_str())?);
    }
    Ok(())
}

fn rests_on(basis: &Basis) -> String {
    match basis {
        Basis::Policy(basis) => format!("{} version {}", basis.policy, basis.version),
        Basis::Case(_) => "Case determination".to_owned(),
    }
}
