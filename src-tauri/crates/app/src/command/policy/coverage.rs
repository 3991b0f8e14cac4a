//! Coverage of the register by policies, with names.

use super::OnDay;
use super::form::{Coverage, CoverageView};
use crate::error::CommandResult;
use crate::state::State;
use crate::words;
use jiff::civil::Date;
use riskwright_domain::assessment::SafeguardState;
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::policy::coverage;
use riskwright_domain::workspace::Content;
use std::collections::{BTreeMap, BTreeSet};

/// Which threats and risks the policies answer, and which statements answer none.
///
/// # Errors
/// None of its own.
pub fn coverage(state: &mut State, request: OnDay) -> CommandResult<CoverageView> {
    let session = state.session()?;
    let on = request.on.unwrap_or(session.today()?);
    let content = &*session.known(request.known_at)?;
    let coverage = coverage::coverage(content, on);
    Ok(CoverageView {
        threats: threats(content, &coverage),
        assets: assets(content, &coverage),
        policies: content.policies.iter().map(|one| (one.number.to_string(), one.title.clone())).collect(),
        safeguards_without_policy: uncarried(content, on),
        coverage,
    })
}

fn threats(content: &Content, coverage: &Coverage) -> BTreeMap<String, String> {
    let name = |threat: &_| words::threat(content, threat);
    coverage.threats.iter().map(|one| (one.threat.to_string(), name(&one.threat))).collect()
}

fn assets(content: &Content, coverage: &Coverage) -> BTreeMap<String, String> {
    let assessment = content.assessments.iter().find(|one| Some(&one.number) == coverage.assessment.as_ref());
    let risks = assessment.into_iter().flat_map(|one| &one.risks);
    risks.map(|risk| (risk.number.to_string(), words::asset(content, &risk.asset))).collect()
}

/// Items that apply and that no statement or version in force carries.
fn uncarried(content: &Content, on: Date) -> Vec<String> {
    let in_force = || content.policies.iter().filter_map(|policy| policy.in_force_on(on));
    let mut carried: BTreeSet<_> = in_force().flat_map(|version| &version.safeguards).collect();
    carried.extend(in_force().flat_map(|version| &version.statements).flat_map(|one| &one.safeguards));
    let spared: BTreeSet<_> = content
        .current_assessment()
        .into_iter()
        .flat_map(|one| &one.safeguards)
        .filter(|one| one.status == SafeguardState::NotApplicable)
        .map(|one| &one.safeguard)
        .collect();
    let rules = &Catalogue::embedded().security_rules;
    let rule = rules.on(on).or(rules.latest());
    let items = rule.into_iter().flat_map(|rule| rule.safeguards.iter()).map(|item| &item.citation);
    items.filter(|item| !carried.contains(item) && !spared.contains(item)).map(ToString::to_string).collect()
}
