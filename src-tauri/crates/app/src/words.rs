//! Names behind numbers, and small sentences that several screens share.

use crate::error::{CommandError, CommandResult, ErrorCode};
use riskwright_domain::assessment::{Assessment, AssessmentStatus};
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::number::{AssetNumber, PersonNumber, RiskNumber, ThreatId};
use riskwright_domain::policy::{Policy, PolicyVersion};
use riskwright_domain::practice::Practice;
use riskwright_domain::risk::{Risk, TreatmentOption};
use riskwright_domain::workspace::Content;
use serde::Serialize;

/// The name that a value has for programs: `owner_missing`.
#[must_use]
pub fn code(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// The assessment being worked on, else the one whose register counts today.
///
/// # Errors
/// `not_found` where there is none.
pub fn at_hand(content: &Content) -> CommandResult<&Assessment> {
    content.assessment_at_hand().ok_or_else(|| CommandError::not_found("assessment", "yet"))
}

/// The assessment being worked on, if it may be changed.
///
/// # Errors
/// `frozen` where none is open or the open one is in review.
pub fn changeable(content: &Content) -> CommandResult<&Assessment> {
    let frozen = |message: &str, hint: &str| CommandError::new(ErrorCode::Frozen, message).hint(hint);
    let open = content.open_assessment().ok_or_else(|| {
        frozen(
            "No assessment is being worked on; what was approved stays as it is.",
            "Begin the next assessment, or add an addendum to the approved one.",
        )
    })?;
    if open.status == AssessmentStatus::InReview {
        return Err(frozen(
            "The assessment is in review.",
            "Its approver can send it back; then it can be changed again.",
        ));
    }
    Ok(open)
}

/// The risk of the assessment at hand.
///
/// # Errors
/// `not_found`.
pub fn risk<'a>(content: &'a Content, number: &RiskNumber) -> CommandResult<&'a Risk> {
    at_hand(content)?
        .risks
        .iter()
        .find(|risk| risk.number == *number)
        .ok_or_else(|| CommandError::not_found("risk", number))
}

/// The policy.
///
/// # Errors
/// `not_found`.
pub fn policy<'a>(content: &'a Content, number: &str) -> CommandResult<&'a Policy> {
    content
        .policies
        .iter()
        .find(|policy| policy.number.as_str() == number)
        .ok_or_else(|| CommandError::not_found("policy", number))
}

/// The version asked for, else the one in force on the day, else the newest.
///
/// # Errors
/// `not_found`.
pub fn version<'a>(
    policy: &'a Policy,
    asked: Option<&str>,
    day: jiff::civil::Date,
) -> CommandResult<&'a PolicyVersion> {
    match asked {
        Some(number) => policy.version(number),
        None => policy.in_force_on(day).or_else(|| policy.newest()),
    }
    .ok_or_else(|| {
        CommandError::not_found("version", format!("{} of {}", asked.unwrap_or("yet"), policy.number))
    })
}

/// The practice.
///
/// # Errors
/// `not_found`.
pub fn practice<'a>(content: &'a Content, number: &str) -> CommandResult<&'a Practice> {
    content
        .practices
        .iter()
        .find(|practice| practice.number.as_str() == number)
        .ok_or_else(|| CommandError::not_found("practice", number))
}

/// The person's name, or the number where it names nobody.
#[must_use]
pub fn person(content: &Content, number: &PersonNumber) -> String {
    content
        .people
        .iter()
        .find(|person| person.number == *number)
        .map_or_else(|| number.to_string(), |person| person.name.clone())
}

/// The threat's name: the organization's own, or the catalogue's.
#[must_use]
pub fn threat(content: &Content, id: &ThreatId) -> String {
    content
        .assessments
        .iter()
        .flat_map(|assessment| &assessment.own_threats)
        .find(|threat| threat.id == *id)
        .map(|threat| threat.name.clone())
        .or_else(|| Catalogue::embedded().threat(id.as_str()).map(|threat| threat.name.clone()))
        .unwrap_or_else(|| id.to_string())
}

/// The asset's name.
#[must_use]
pub fn asset(content: &Content, number: &AssetNumber) -> String {
    content
        .assessments
        .iter()
        .rev()
        .flat_map(|assessment| &assessment.assets)
        .find(|asset| asset.number == *number)
        .map_or_else(|| number.to_string(), |asset| asset.name.clone())
}

/// Vulnerabilities and predisposing conditions of a risk in words.
#[must_use]
pub fn vulnerabilities(risk: &Risk, catalogue: &Catalogue) -> String {
    let known = risk.vulnerabilities.iter().map(|id| {
        catalogue.vulnerability(id.as_str()).map_or_else(|| id.to_string(), |one| one.name.clone())
    });
    let conditions = risk.predisposing_conditions.iter().map(|id| {
        catalogue.predisposing_condition(id.as_str()).map_or_else(|| id.to_string(), |one| one.name.clone())
    });
    known.chain(conditions).collect::<Vec<_>>().join("; ")
}

/// What is done about a risk, in a few words.
#[must_use]
pub fn treatment(content: &Content, risk: &Risk) -> String {
    if let Some(acceptance) = &risk.acceptance {
        return format!("Accepted until {}", acceptance.expires);
    }
    let Some(plan) = &risk.treatment else { return "No plan".to_owned() };
    let option = match plan.option {
        TreatmentOption::Mitigate => "Mitigate",
        TreatmentOption::Avoid => "Avoid",
        TreatmentOption::Transfer => "Transfer",
    };
    match plan.done_on {
        Some(done) => format!("{option}: done {done}"),
        None => format!("{option} by {} ({})", plan.due, person(content, &plan.owner)),
    }
}
