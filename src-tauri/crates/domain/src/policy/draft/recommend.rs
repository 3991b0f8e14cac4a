//! Which policies of the catalogue an organization needs, and why.

use super::Source;
use crate::assessment::SafeguardState;
use crate::number::{Citation, PolicyNumber, RiskNumber};
use crate::policy::VersionStatus;
use crate::risk::{Level, RiskState};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A policy of the catalogue, with what asks for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(optional_fields)]
pub struct Recommendation {
    /// The policy.
    pub policy: PolicyNumber,
    /// Title.
    pub title: String,
    /// What it is for.
    pub purpose: String,
    /// Whether the organization needs it: a safeguard that applies asks for it.
    pub needed: bool,
    /// When an organization needs it; always, where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub needed_when: Option<String>,
    /// Safeguards that it carries and that apply.
    pub safeguards: Vec<Citation>,
    /// Open risks whose threats it usually answers, the highest first.
    pub risks: Vec<RiskNumber>,
    /// The highest level among them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub highest: Option<Level>,
    /// The newest version in the workspace, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub newest: Option<VersionStatus>,
    /// Whether a version is in force on the day.
    pub in_force: bool,
}

/// Every policy of the catalogue in its order.
#[must_use]
pub fn recommend(source: Source<'_>, on: Date) -> Vec<Recommendation> {
    let edition = source.catalogue.policy_catalogues.on(on).or(source.catalogue.policy_catalogues.latest());
    let kinds = edition.into_iter().flat_map(|edition| edition.policies.iter());
    kinds
        .map(|kind| {
            let safeguards = applying(source, &kind.covers);
            let (risks, highest) = risks(source, &kind.id);
            let known = source.content.policies.iter().find(|one| one.number == kind.id);
            Recommendation {
                policy: kind.id.clone(),
                title: kind.title.clone(),
                purpose: kind.purpose.clone(),
                needed: !safeguards.is_empty(),
                needed_when: kind.needed_when.clone(),
                safeguards,
                risks,
                highest,
                newest: known.and_then(|one| one.newest()).map(|one| one.status),
                in_force: known.is_some_and(|one| one.in_force_on(on).is_some()),
            }
        })
        .collect()
}

/// Those of the safeguards that the assessment does not call not applicable.
fn applying(source: Source<'_>, covers: &[Citation]) -> Vec<Citation> {
    let spared = |citation: &&Citation| {
        let status = source.assessment.safeguards.iter().find(|one| one.safeguard == **citation);
        status.is_some_and(|one| one.status == SafeguardState::NotApplicable)
    };
    covers.iter().filter(|citation| !spared(citation)).cloned().collect()
}

fn risks(source: Source<'_>, policy: &PolicyNumber) -> (Vec<RiskNumber>, Option<Level>) {
    let answers =
        |threat: &str| source.catalogue.threat(threat).is_some_and(|it| it.policies.contains(policy));
    let open = source.assessment.risks.iter().filter(|risk| risk.status != RiskState::Closed);
    let mut found: Vec<_> = open.filter(|risk| answers(risk.threat.as_str())).collect();
    found.sort_by_key(|risk| std::cmp::Reverse(risk.level()));
    let highest = found.first().and_then(|risk| risk.level());
    (found.into_iter().map(|risk| risk.number.clone()).collect(), highest)
}
