//! Coverage: which threats and risks of the register the policies answer, and which statements answer none.
//!
//! A threat is covered only if each of its open risks is; a risk only if a statement in force answers it with a
//! stated effect, the policy's times are objective, and the risk is within tolerance or under a plan or acceptance.

mod weigh;

use super::{Effect, Phase, Policy, PolicyVersion, RiskLink, Statement, VersionStatus};
use crate::assessment::Assessment;
use crate::assessment::register::{Registers, Rerating};
use crate::number::{AssessmentNumber, PolicyNumber, RiskNumber, StatementNumber, ThreatId};
use crate::risk::{Level, RiskState};
use crate::workspace::Content;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Coverage of one register on one day.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(optional_fields)]
pub struct Coverage {
    /// The assessment whose register counts; none before the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assessment: Option<AssessmentNumber>,
    /// Every threat that applies, in order of id.
    pub threats: Vec<ThreatCoverage>,
    /// Every open risk, in the order of the register.
    pub risks: Vec<RiskCoverage>,
    /// Statements that answer no risk and carry no safeguard.
    pub without_risk: Vec<StatementPlace>,
    /// Statements that carry a safeguard and answer no risk.
    pub duty_only: Vec<StatementPlace>,
}

impl Coverage {
    /// How well a risk is covered; a risk that is not open is covered by nothing.
    #[must_use]
    pub fn of_risk(&self, number: &RiskNumber) -> CoverageState {
        self.risks
            .iter()
            .find(|risk| risk.risk == *number)
            .map_or(CoverageState::Uncovered, |risk| risk.state)
    }
}

/// How well something is covered.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum CoverageState {
    /// All that is needed is there.
    Covered,
    /// Some of it, or only in a draft.
    PartlyCovered,
    /// No statement answers it.
    Uncovered,
    /// What answered it has been superseded, or the risk was rated higher since.
    Stale,
}

/// Coverage of one threat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ThreatCoverage {
    /// The threat.
    pub threat: ThreatId,
    /// How well it is covered.
    pub state: CoverageState,
    /// Its open risks.
    pub risks: Vec<RiskNumber>,
}

/// Coverage of one risk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct RiskCoverage {
    /// The risk.
    pub risk: RiskNumber,
    /// Its threat.
    pub threat: ThreatId,
    /// Its residual level; none until it is rated.
    pub level: Option<Level>,
    /// How well it is covered.
    pub state: CoverageState,
    /// Statements that answer it; those of an ended version only where no other does.
    pub links: Vec<CoverageLink>,
    /// What keeps it from being covered, complete.
    pub lacks: Vec<CoverageLack>,
}

/// A statement that answers a risk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct CoverageLink {
    /// Where it stands.
    #[serde(flatten)]
    pub place: StatementPlace,
    /// Whether the version is in force, to come or over.
    pub standing: Standing,
    /// What is amiss with the link.
    pub lacks: Vec<CoverageLack>,
}

/// What keeps a risk from being covered.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum CoverageLack {
    /// No statement answers it.
    NoStatement,
    /// Only a version that is not in force yet answers it.
    OnlyDraft,
    /// Only a version that is over answered it.
    VersionEnded,
    /// It was rated higher since the policy was last held against the register.
    Rerated,
    /// The link does not say what it does to the risk.
    EffectNotStated,
    /// The policy lacks objective timeframes in its phases.
    TimesNotObjective,
    /// It is above tolerance without an unexpired plan or acceptance.
    AboveTolerance,
    /// It is not rated yet.
    NotRated,
}

/// Where a version stands on a day.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// In force.
    InForce,
    /// Not yet.
    ToCome,
    /// No longer.
    Ended,
}

/// A statement and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
pub struct StatementPlace {
    /// The policy.
    pub policy: PolicyNumber,
    /// The version.
    pub version: String,
    /// The statement.
    pub statement: StatementNumber,
    /// Whether it is refused because the policy may restrict EHI: 45 CFR 171.203(d)(2).
    pub refused: bool,
}

/// Coverage of the register that counts on a day by the policies of that day.
#[must_use]
pub fn coverage(content: &Content, on: Date) -> Coverage {
    let versions = versions(content, on);
    let alone = statements_alone(&versions);
    let (duty_only, without_risk) = alone.into_iter().partition::<Vec<_>, _>(|(_, duty)| *duty);
    let places = |found: Vec<(StatementPlace, bool)>| found.into_iter().map(|(place, _)| place).collect();
    let mut result =
        Coverage { duty_only: places(duty_only), without_risk: places(without_risk), ..Coverage::default() };
    let Some(assessment) = register_on(content, on) else { return result };
    let registers = Registers::new(&content.assessments);
    let links = links(content, &versions, &registers, on);
    let open = assessment.risks.iter().filter(|risk| risk.status != RiskState::Closed);
    result.risks = open.map(|risk| weigh::of_risk(content, risk, links.get(&risk.number), on)).collect();
    result.threats = weigh::of_threats(assessment, &result.risks);
    result.assessment = Some(assessment.number.clone());
    result
}

/// How the rating of a linked risk rose since the version was last held against the register.
#[must_use]
pub fn rerating(
    registers: &Registers<'_>,
    version: &PolicyVersion,
    link: &RiskLink,
    on: Date,
) -> Option<Rerating> {
    let since = version.looked_at_by(on)?;
    let found = registers.risk_on(&link.risk, on)?;
    let same = link.rating_hash.as_ref().is_some_and(|hash| *hash == found.risk.rating_hash());
    if same { None } else { registers.rerating(&link.risk, link.level, since, on) }
}

/// Whether the policy's times are objective: all it has; and, if it may restrict EHI, at least one each for
/// identifying, responding and addressing, in itself or in the policies in force that it incorporates.
#[must_use]
pub fn times_are_objective(policies: &[Policy], policy: &Policy, version: &PolicyVersion, on: Date) -> bool {
    if !version.timeframes.iter().all(super::Timeframe::is_objective) {
        return false;
    }
    let incorporated = policies.iter().filter(|other| version.incorporates.contains(&other.number));
    let others = incorporated.filter_map(|other| other.in_force_on(on)).flat_map(|other| &other.timeframes);
    let all: Vec<_> = version.timeframes.iter().chain(others).collect();
    let has = |phase: Phase| all.iter().any(|timeframe| timeframe.phase == phase && timeframe.is_objective());
    !policy.may_restrict_ehi || [Phase::Identify, Phase::Respond, Phase::Address].into_iter().all(has)
}

type Standings<'a> = Vec<(&'a Policy, &'a PolicyVersion, Standing)>;

/// Every version with where it stands.
fn versions(content: &Content, on: Date) -> Standings<'_> {
    let mut found = Vec::new();
    for policy in &content.policies {
        let current = policy.in_force_on(on).map(|version| &version.number);
        for version in &policy.versions {
            let unpublished = matches!(
                version.status,
                VersionStatus::Draft | VersionStatus::InReview | VersionStatus::Approved
            );
            let later = version.effective_from.is_some_and(|from| on < from);
            let standing = match current == Some(&version.number) {
                true => Standing::InForce,
                false if unpublished || later => Standing::ToCome,
                false => Standing::Ended,
            };
            found.push((policy, version, standing));
        }
    }
    found
}

/// The newest assessment approved by the day, else the newest begun by it.
fn register_on(content: &Content, on: Date) -> Option<&Assessment> {
    let newest = || content.assessments.iter().rev();
    let approved = newest().find(|one| one.approved_on().is_some_and(|approved| approved <= on));
    approved.or_else(|| newest().find(|one| one.started_on <= on))
}

/// Statements of versions in force or to come that answer no risk, and whether they carry a duty.
fn statements_alone(versions: &Standings<'_>) -> Vec<(StatementPlace, bool)> {
    let living = versions.iter().filter(|(.., standing)| *standing != Standing::Ended);
    let statements = living
        .flat_map(|(policy, version, _)| version.statements.iter().map(move |one| (*policy, *version, one)));
    let alone = statements.filter(|(.., statement)| statement.risks.is_empty());
    alone.map(|(policy, version, one)| (place(policy, version, one), !one.safeguards.is_empty())).collect()
}

fn place(policy: &Policy, version: &PolicyVersion, statement: &Statement) -> StatementPlace {
    StatementPlace {
        policy: policy.number.clone(),
        version: version.number.clone(),
        statement: statement.number.clone(),
        refused: policy.may_restrict_ehi && statement.risks.is_empty(),
    }
}

/// The links to each risk.
fn links<'a>(
    content: &Content,
    versions: &Standings<'a>,
    registers: &Registers<'_>,
    on: Date,
) -> BTreeMap<&'a RiskNumber, Vec<CoverageLink>> {
    let mut links: BTreeMap<&RiskNumber, Vec<CoverageLink>> = BTreeMap::new();
    for (policy, version, standing) in versions {
        let objective = times_are_objective(&content.policies, policy, version, on);
        for statement in &version.statements {
            for link in &statement.risks {
                let faults = [
                    (rerating(registers, version, link, on).is_some(), CoverageLack::Rerated),
                    (!link.effect.as_ref().is_some_and(Effect::is_stated), CoverageLack::EffectNotStated),
                    (!objective, CoverageLack::TimesNotObjective),
                ];
                let lacks = faults.into_iter().filter(|(amiss, _)| *amiss).map(|(_, lack)| lack).collect();
                let link_to =
                    CoverageLink { place: place(policy, version, statement), standing: *standing, lacks };
                links.entry(&link.risk).or_default().push(link_to);
            }
        }
    }
    links
}
