//! Home: where the year's work stands, what needs somebody, and what is next.

mod incident;
mod review;

use crate::command::OnDay;
use crate::error::CommandResult;
use crate::facts;
use crate::state::State;
use jiff::civil::Date;
use riskwright_domain::assessment::gaps::{Gaps, Step, gaps};
use riskwright_domain::assessment::{Assessment, AssessmentStatus};
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::policy::coverage::{Coverage, CoverageState, coverage};
use riskwright_domain::practice::check::{Check, ResultState, check_with};
use riskwright_domain::workspace::Content;
use schemars::JsonSchema;
use serde::Serialize;
use ts_rs::TS;

/// What the first screen shows.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct Home {
    /// Name of the organization.
    pub organization: String,
    /// The day it is shown for.
    pub on: Date,
    /// The current assessment.
    pub assessment: Option<HomeAssessment>,
    /// Steps of the year in order.
    pub steps: Vec<HomeStep>,
    /// The next thing to do.
    pub next: Option<HomeLink>,
    /// Residual risks by overall likelihood (rows, very high first) and impact (columns, very low first).
    pub heat: Vec<Vec<u32>>,
    /// Risks in the register.
    pub risks_total: u32,
    /// Risks above tolerance.
    pub above_tolerance: u32,
    /// What needs somebody, most pressing first.
    pub attention: Vec<Attention>,
    /// Applicable threats by how policy answers them.
    pub coverage: HomeCoverage,
}

/// The current assessment in short.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct HomeAssessment {
    /// Number.
    pub number: String,
    /// Calendar year it counts for.
    pub year: i16,
    /// Where in its life it is.
    pub status: AssessmentStatus,
    /// Day of its first approval.
    pub approved_on: Option<Date>,
}

/// A step and how far it is.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct HomeStep {
    /// Name of the step for programs.
    pub id: String,
    /// Title.
    pub title: String,
    /// Items done.
    pub done: u32,
    /// Items in all.
    pub total: u32,
    /// What the items are.
    pub detail: String,
}

/// Something to go to.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct HomeLink {
    /// What is done there.
    pub title: String,
    /// Route of the window: `practices/PR-0002`.
    pub route: String,
}

/// Something that needs somebody.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct Attention {
    /// What kind of need.
    pub kind: AttentionKind,
    /// What, in a sentence.
    pub text: String,
    /// Route of the window.
    pub route: String,
}

/// Kinds of need, most pressing first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum AttentionKind {
    /// A day has passed.
    Overdue,
    /// A check does not hold.
    Fault,
    /// A policy no longer fits its risk.
    Stale,
    /// A person must judge.
    Judgement,
    /// A day is near.
    Soon,
}

/// Threats by coverage.
#[derive(Debug, Clone, Copy, Default, Serialize, JsonSchema, TS)]
pub struct HomeCoverage {
    /// Covered by effective policy.
    pub covered: u32,
    /// Partly covered.
    pub partly: u32,
    /// Stale.
    pub stale: u32,
    /// Without a statement.
    pub uncovered: u32,
}

/// Days before a date within which it is near.
const NEAR_DAYS: i32 = 30;

/// Where the work stands on a day.
///
/// # Errors
/// `invalid` for a day before any edition of the rule.
pub fn home(state: &mut State, request: OnDay) -> CommandResult<Home> {
    let now = state.clock.now();
    let session = state.session()?;
    let today = session.today()?;
    let on = request.on.unwrap_or(today);
    let content = &*session.known(request.known_at)?;
    let facts = facts::of(content);
    let checks: Vec<Check> = content
        .practices
        .iter()
        .map(|practice| check_with(&facts, practice, on))
        .collect::<Result<_, _>>()?;
    let coverage = coverage(content, on);
    let assessment = content.assessment_at_hand();
    let gaps = assessment.map(|one| gaps(Catalogue::embedded(), content, one, on)).unwrap_or_default();
    let mut attention = attention(content, assessment, &checks, &coverage, on);
    if on == today {
        attention.extend(incident::of_incidents(content, now));
        attention.sort_by_key(|one| one.kind);
    }
    Ok(Home {
        organization: content.organization.name.clone(),
        on,
        assessment: assessment.map(short),
        steps: steps(content, assessment, &gaps, &checks, on),
        next: next(&gaps, &attention),
        heat: heat(assessment),
        risks_total: count(assessment.map_or(0, |one| one.risks.len())),
        above_tolerance: above(content, assessment),
        attention,
        coverage: covered(&coverage),
    })
}

fn short(one: &Assessment) -> HomeAssessment {
    HomeAssessment {
        number: one.number.to_string(),
        year: one.year,
        status: one.status,
        approved_on: one.approved_on(),
    }
}

fn steps(
    content: &Content,
    assessment: Option<&Assessment>,
    gaps: &Gaps,
    checks: &[Check],
    on: Date,
) -> Vec<HomeStep> {
    let mut steps: Vec<HomeStep> = gaps
        .steps
        .iter()
        .filter(|step| step.step != Step::Approval)
        .map(|step| {
            let (id, title, detail) = named(step.step);
            HomeStep {
                id: id.to_owned(),
                title: title.to_owned(),
                done: step.done,
                total: step.total,
                detail: detail.to_owned(),
            }
        })
        .collect();
    let approved = assessment.is_some_and(|one| one.approved_on().is_some());
    steps.push(step("approval", "Approval", u32::from(approved), 1, "assessment approved"));
    let effective = content.policies.iter().filter(|policy| policy.in_force_on(on).is_some()).count();
    steps.push(step(
        "policies",
        "Policies",
        count(effective),
        count(content.policies.len()),
        "policies effective",
    ));
    let supported = checks.iter().filter(|check| check.conclusion == ResultState::Supported).count();
    steps.push(step("practices", "Practices", count(supported), count(checks.len()), "practices supported"));
    steps
}

fn step(id: &str, title: &str, done: u32, total: u32, detail: &str) -> HomeStep {
    HomeStep { id: id.to_owned(), title: title.to_owned(), done, total, detail: detail.to_owned() }
}

fn named(step: Step) -> (&'static str, &'static str, &'static str) {
    match step {
        Step::Organization => ("organization", "Organization", "facts and answers"),
        Step::Inventory => ("inventory", "Inventory", "assets and answers"),
        Step::Threats => ("threats", "Threats and hazards", "decisions and answers"),
        Step::Ratings => ("ratings", "Ratings", "risks rated"),
        Step::Safeguards => ("safeguards", "Safeguards", "items and decisions"),
        Step::Approval => ("approval", "Approval", "assessment approved"),
    }
}

fn next(gaps: &Gaps, attention: &[Attention]) -> Option<HomeLink> {
    if let Some(first) = attention.first() {
        return Some(HomeLink { title: first.text.clone(), route: first.route.clone() });
    }
    let gap = gaps.gaps.iter().find(|gap| gap.blocking)?;
    let (_, title, _) = named(gap.step);
    Some(HomeLink { title: format!("{title}: settle {}", gap.subject), route: review::route(gap) })
}

fn heat(assessment: Option<&Assessment>) -> Vec<Vec<u32>> {
    let mut cells = vec![vec![0_u32; 5]; 5];
    for risk in assessment.iter().flat_map(|one| &one.risks) {
        let Some(rating) = risk.rating() else { continue };
        let row = 4 - rating.likelihood.rank();
        if let Some(cell) = cells.get_mut(row).and_then(|row| row.get_mut(rating.impact.rank())) {
            *cell += 1;
        }
    }
    cells
}

fn above(content: &Content, assessment: Option<&Assessment>) -> u32 {
    let tolerance = content.organization.risk_tolerance;
    count(assessment.map_or(0, |one| one.risks.iter().filter(|risk| risk.level() > Some(tolerance)).count()))
}

fn covered(coverage: &Coverage) -> HomeCoverage {
    let of =
        |state: CoverageState| count(coverage.threats.iter().filter(|threat| threat.state == state).count());
    HomeCoverage {
        covered: of(CoverageState::Covered),
        partly: of(CoverageState::PartlyCovered),
        stale: of(CoverageState::Stale),
        uncovered: of(CoverageState::Uncovered),
    }
}

fn attention(
    content: &Content,
    assessment: Option<&Assessment>,
    checks: &[Check],
    coverage: &Coverage,
    on: Date,
) -> Vec<Attention> {
    let mut found: Vec<Attention> = checks.iter().filter_map(|check| of_check(content, check)).collect();
    found.extend(of_policies(content, on));
    found.extend(assessment.into_iter().flat_map(|one| of_treatments(one, on)));
    found.extend(review::of_triggers(content, on));
    found.extend(review::of_interval(content, on));
    found.extend(coverage.risks.iter().filter(|risk| risk.state == CoverageState::Stale).map(|risk| {
        Attention {
            kind: AttentionKind::Stale,
            text: format!("{} is rated higher than when policy answered it", risk.risk),
            route: format!("risks/{}", risk.risk),
        }
    }));
    found.sort_by_key(|one| one.kind);
    found
}

fn of_check(content: &Content, check: &Check) -> Option<Attention> {
    let title =
        content.practices.iter().find(|one| one.number == check.practice).map(|one| one.title.clone())?;
    let kind = match check.conclusion {
        ResultState::NotSupported | ResultState::NotAssessed | ResultState::Expired => AttentionKind::Fault,
        ResultState::InReview => AttentionKind::Judgement,
        _ => return None,
    };
    let text = match kind {
        AttentionKind::Judgement => format!("Practice “{title}” waits for your judgement"),
        _ => format!("Practice “{title}” is not supported by documentation"),
    };
    Some(Attention { kind, text, route: format!("practices/{}", check.practice) })
}

fn of_policies(content: &Content, on: Date) -> Vec<Attention> {
    let due = content.policies.iter().filter_map(|policy| {
        let day = policy.in_force_on(on)?.next_review?;
        let (kind, when) = due(day, on)?;
        let text = format!("{} {}: review {when}", policy.number, policy.title);
        Some(Attention { kind, text, route: format!("policies/{}", policy.number) })
    });
    due.collect()
}

fn of_treatments(assessment: &Assessment, on: Date) -> Vec<Attention> {
    let due = assessment.risks.iter().filter_map(|risk| {
        let plan = risk.treatment.as_ref().filter(|plan| plan.done_on.is_none())?;
        let (kind, when) = due(plan.due, on)?;
        let text = format!("{}: {} – {when}", risk.number, plan.plan.trim_end_matches('.'));
        Some(Attention { kind, text, route: format!("risks/{}", risk.number) })
    });
    due.collect()
}

/// Overdue, or near and how near; nothing while a day is far.
fn due(day: Date, on: Date) -> Option<(AttentionKind, String)> {
    let days = on.until(day).map(|span| span.get_days()).unwrap_or(i32::MAX);
    let (kind, words) = match days {
        ..0 => (AttentionKind::Overdue, format!("was due on {day}")),
        0 => (AttentionKind::Soon, format!("is due today, {day}")),
        1 => (AttentionKind::Soon, format!("is due tomorrow, {day}")),
        2..=NEAR_DAYS => (AttentionKind::Soon, format!("is due on {day}, in {days} days")),
        _ => return None,
    };
    Some((kind, words))
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
