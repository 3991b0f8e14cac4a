//! The risk register: list, detail, rating, and re-rating as an addendum.

mod act;
mod detail;
mod facts;
mod form;
mod limit;
mod row;

pub use super::Empty;
pub use super::threat::NamedId;
use crate::error::{CommandError, CommandResult, FieldError};
use crate::faults::{Faults, LONGEST, REASON};
use crate::history::{Based, carried_over};
use crate::state::State;
use crate::words;
pub use act::{accept, close, finish, treat};
use detail::detail;
pub use facts::{remove, save_facts};
pub use form::{AcceptRisk, AcceptanceLimit, CloseRisk, FinishTreatment, SaveRiskFacts, TreatRisk};
use jiff::civil::Date;
use riskwright_domain::number::{AssetNumber, PersonNumber, RiskNumber};
use riskwright_domain::policy::coverage::CoverageState;
use riskwright_domain::risk::rate::{CiaImpact, rate_request};
use riskwright_domain::risk::{Level, Likelihoods, Risk, RiskState};
use riskwright_store::Kind;
use row::Names;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

pub use riskwright_domain::risk::rate::Rating;

/// The register of the current assessment.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct RiskList {
    /// Number of the assessment.
    pub assessment: String,
    /// Level that needs no plan or acceptance.
    pub tolerance: Level,
    /// Rows, highest first.
    pub risks: Vec<RiskRow>,
}

/// A row of the register.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct RiskRow {
    /// Number.
    pub number: RiskNumber,
    /// Id of the threat.
    pub threat_id: String,
    /// Name of the threat.
    pub threat: String,
    /// Number of the asset.
    pub asset_number: AssetNumber,
    /// Name of the asset.
    pub asset: String,
    /// Vulnerabilities and conditions in words.
    pub vulnerability: String,
    /// Values of the current rating; none until it is rated.
    pub residual: Option<Likelihoods>,
    /// Overall likelihood.
    pub likelihood: Option<Level>,
    /// The highest of the three impacts.
    pub impact: Option<Level>,
    /// Level of risk.
    pub level: Option<Level>,
    /// Order within a level, 0 to 100.
    pub rank_score: u32,
    /// Level as if no own safeguard worked.
    pub inherent: Option<Level>,
    /// Level as if the plan were done.
    pub target: Option<Level>,
    /// What is done about it, in words.
    pub treatment: String,
    /// Name of the owner.
    pub owner: String,
    /// Why these values.
    pub rationale: String,
    /// Policies whose statements answer it.
    pub policies: Vec<String>,
    /// Whether policy covers it.
    pub coverage: CoverageState,
    /// Where in its life it is.
    pub status: RiskState,
}

/// Names a risk.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct RiskName {
    /// Its number.
    pub number: RiskNumber,
}

/// One risk in full.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct RiskDetail {
    /// The row.
    pub row: RiskRow,
    /// The record.
    pub risk: Risk,
    /// Name of who rated it; none before the first rating.
    pub rated_by: Option<String>,
    /// Whether the assessment it is in is still worked on; of an approved one only rating, plan and acceptance change.
    pub open: bool,
    /// What may be done about it at its level.
    pub limit: AcceptanceLimit,
    /// Vulnerabilities to choose from, those of its threat first.
    pub vulnerabilities: Vec<NamedId>,
    /// Predisposing conditions to choose from, those of its threat first.
    pub conditions: Vec<NamedId>,
    /// Revision to name when saving.
    pub revision: i64,
    /// Earlier ratings, newest first.
    pub history: Vec<RatingRecord>,
}

/// A rating that was recorded.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct RatingRecord {
    /// Revision of the risk.
    pub revision: i64,
    /// When it was recorded, UTC.
    pub recorded_at: jiff::Timestamp,
    /// Login of the person.
    pub by: String,
    /// Level of risk then.
    pub level: Level,
    /// Why, as written then.
    pub rationale: String,
}

/// What is to be rated; also the line of `riskwright risk rate`.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(transparent)]
#[ts(as = "Likelihoods")]
pub struct RateRequest(pub Value);

/// A new rating of a risk.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveRisk {
    /// The risk.
    pub number: RiskNumber,
    /// Likelihood of initiation.
    pub initiation: Level,
    /// Likelihood of harm.
    pub adverse: Level,
    /// Impact on the three.
    pub impact: CiaImpact,
    /// Why, 20 characters or more.
    pub rationale: String,
    /// The revision this change was based on.
    pub based_on_revision: i64,
}

/// What was saved.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct SavedRisk {
    /// The row as it is now.
    pub row: RiskRow,
    /// Its revision.
    pub revision: i64,
}

/// Every risk of the assessment at hand, highest level first; those that nobody rated yet have no level and come last.
///
/// # Errors
/// `not_found` without an assessment.
pub fn list(state: &mut State, _: Empty) -> CommandResult<RiskList> {
    let session = state.session()?;
    let today = session.today()?;
    let content = session.content()?;
    let assessment = words::at_hand(content)?;
    let names = Names::of(content, today);
    let mut risks: Vec<RiskRow> = assessment.risks.iter().map(|risk| names.row(risk)).collect();
    risks.sort_by(|one, other| {
        (other.level, other.rank_score, &one.number).cmp(&(one.level, one.rank_score, &other.number))
    });
    Ok(RiskList {
        assessment: assessment.number.to_string(),
        tolerance: content.organization.risk_tolerance,
        risks,
    })
}

/// One risk with its history.
///
/// # Errors
/// `not_found`.
pub fn get(state: &mut State, name: RiskName) -> CommandResult<RiskDetail> {
    detail(state.session()?, &name.number)
}

/// Rates without saving.
///
/// # Errors
/// `invalid` naming the field.
pub fn rate(_: &mut State, request: RateRequest) -> CommandResult<Rating> {
    rate_request(&request.0).map_err(|error| {
        let fields = error
            .problems
            .iter()
            .map(|problem| FieldError::new(problem.field(), problem.code(), problem.to_string()))
            .collect();
        CommandError::invalid("The rating is not complete.", fields)
    })
}

/// Rates a risk: the values, why, who and when; the rest of an approved assessment does not change.
///
/// A target that lies above the new rating falls away: what is reached is none any more.
///
/// # Errors
/// `invalid`, `not_found`, `frozen` for a closed risk, `conflict` with both values where somebody else changed the
/// same field meanwhile.
pub fn save(state: &mut State, request: SaveRisk) -> CommandResult<SavedRisk> {
    let session = state.session()?;
    let mut faults = Faults::new();
    faults.length("rationale", &request.rationale, REASON, LONGEST);
    faults.refuse("A rating needs its reason.")?;
    let today = session.today()?;
    let rated_by = session.person.number.clone();
    let content = session.content()?;
    let assessment = words::at_hand(content)?.number.clone();
    act::refuse_closed(words::risk(content, &request.number)?)?;
    let residual =
        Likelihoods { initiation: request.initiation, adverse: request.adverse, impact: request.impact };
    let rationale = request.rationale.trim().to_owned();
    let key = format!("{assessment}/{}", request.number);
    let based = Based { kind: Kind::Risk, id: &key, revision: request.based_on_revision };
    let revision = session.write("risk::save", |writer| {
        let changed = carried_over(writer, &based, |base: Risk| {
            Ok(Risk { residual: Some(residual), rationale, ..base })
        })?;
        // Whoever saves last answers for the whole rating.
        writer.put_risk(&assessment, &rated(changed, rated_by, today))?;
        Ok::<_, CommandError>(writer.revision_number(Kind::Risk, &key)?)
    })?;
    Ok(SavedRisk { row: detail(session, &request.number)?.row, revision })
}

/// A rating ends the first states of a risk, and confirms one that came forward.
fn rated(risk: Risk, by: PersonNumber, on: Date) -> Risk {
    let status = risk.status.max(RiskState::Analyzed);
    Risk { rated_by: Some(by), rated_on: Some(on), status, carried: false, ..risk }.without_passed_target()
}
