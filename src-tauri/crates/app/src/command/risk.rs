//! The risk register: list, detail, rating, and re-rating as an addendum.

pub use super::Empty;
use crate::error::{CommandError, CommandResult, FieldError};
use crate::history::{Based, carried_over};
use crate::state::{Session, State};
use crate::words;
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::number::{AssetNumber, RiskNumber};
use riskwright_domain::policy::coverage::{Coverage, CoverageState, coverage};
use riskwright_domain::risk::rate::{CiaImpact, rate_request};
use riskwright_domain::risk::{Level, Likelihoods, Risk, RiskState};
use riskwright_domain::workspace::Content;
use riskwright_store::{Kind, RevisionFilter};
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
    /// Likelihood of initiation.
    pub initiation: Level,
    /// Likelihood of harm.
    pub adverse: Level,
    /// Impact on the three.
    pub impact: CiaImpact,
    /// Overall likelihood.
    pub likelihood: Level,
    /// Level of risk.
    pub level: Level,
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
    /// Name of who rated it.
    pub rated_by: String,
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

/// Every risk of the current assessment, highest level first.
///
/// # Errors
/// `not_found` without an assessment.
pub fn list(state: &mut State, _: Empty) -> CommandResult<RiskList> {
    let session = state.session()?;
    let today = session.today()?;
    let content = session.content()?;
    let assessment = words::current(content)?;
    let coverage = coverage(content, today);
    let mut risks: Vec<RiskRow> = assessment.risks.iter().map(|risk| row(content, &coverage, risk)).collect();
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

/// Re-rates a risk: the values, why, who and when; the rest of an approved assessment does not change.
///
/// # Errors
/// `invalid`, `not_found`, `conflict` with both values where somebody else changed the same field meanwhile.
pub fn save(state: &mut State, request: SaveRisk) -> CommandResult<SavedRisk> {
    let session = state.session()?;
    if request.rationale.trim().chars().count() < 20 {
        return Err(short_rationale());
    }
    let today = session.today()?;
    let rated_by = session.person.number.clone();
    let content = session.content()?;
    let assessment = words::current(content)?.number.clone();
    words::risk(content, &request.number)?;
    let residual =
        Likelihoods { initiation: request.initiation, adverse: request.adverse, impact: request.impact };
    let rationale = request.rationale.trim().to_owned();
    let key = format!("{assessment}/{}", request.number);
    let based = Based { kind: Kind::Risk, id: &key, revision: request.based_on_revision };
    let revision = session.write("risk::save", |writer| {
        let changed = carried_over(writer, &based, |base: Risk| Ok(Risk { residual, rationale, ..base }))?;
        // Whoever saves last answers for the whole rating.
        writer.put_risk(&assessment, &Risk { rated_by, rated_on: today, ..changed })?;
        Ok::<_, CommandError>(writer.revision_number(Kind::Risk, &key)?)
    })?;
    Ok(SavedRisk { row: detail(session, &request.number)?.row, revision })
}

fn detail(session: &mut Session, number: &RiskNumber) -> CommandResult<RiskDetail> {
    let today = session.today()?;
    let content = session.content()?;
    let key = format!("{}/{number}", words::current(content)?.number);
    let risk = words::risk(content, number)?.clone();
    let row = row(content, &coverage(content, today), &risk);
    let rated_by = words::person(content, &risk.rated_by);
    let filter = RevisionFilter { kind: Some(Kind::Risk), id: Some(&key), ..RevisionFilter::default() };
    let history = session.store.read(|reader| reader.revisions(&filter))?;
    let revision = history.iter().map(|one| one.number).max().unwrap_or_default();
    let history = history.iter().rev().filter_map(record).collect();
    Ok(RiskDetail { row, risk, rated_by, revision, history })
}

fn record(revision: &riskwright_domain::audit::Revision) -> Option<RatingRecord> {
    let risk: Risk = serde_json::from_str(revision.body.as_deref()?).ok()?;
    Some(RatingRecord {
        revision: revision.number,
        recorded_at: revision.recorded_at,
        by: revision.by.clone(),
        level: risk.rating().level,
        rationale: risk.rationale,
    })
}

fn row(content: &Content, coverage: &Coverage, risk: &Risk) -> RiskRow {
    let rating = risk.rating();
    RiskRow {
        number: risk.number.clone(),
        threat_id: risk.threat.to_string(),
        threat: words::threat(content, &risk.threat),
        asset_number: risk.asset.clone(),
        asset: words::asset(content, &risk.asset),
        vulnerability: words::vulnerabilities(risk, Catalogue::embedded()),
        initiation: risk.residual.initiation,
        adverse: risk.residual.adverse,
        impact: risk.residual.impact,
        likelihood: rating.likelihood,
        level: rating.level,
        rank_score: u32::from(rating.rank_score),
        inherent: risk.inherent.map(|values| values.rating().level),
        target: risk.target.map(|values| values.rating().level),
        treatment: words::treatment(content, risk),
        owner: words::person(content, &risk.owner),
        rationale: risk.rationale.clone(),
        policies: words::policies_answering(content, &risk.number),
        coverage: coverage.of_risk(&risk.number),
        status: risk.status,
    }
}

fn short_rationale() -> CommandError {
    let message = "Say in 20 characters or more why these values are right.".to_owned();
    let field =
        FieldError { limit: Some("20".to_owned()), ..FieldError::new("rationale", "too_short", message) };
    CommandError::invalid("A rating needs its reason.", vec![field])
}
