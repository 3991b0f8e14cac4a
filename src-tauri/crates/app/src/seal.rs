//! Sealing and printing of policy versions: which template, which rule edition, which trail.

use crate::error::{CommandError, CommandResult};
use crate::template;
use riskwright_documents::policy::{self, Sheet};
use riskwright_domain::assessment::seal::content_hash;
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::number::PolicyNumber;
use riskwright_domain::policy::{PolicyVersion, Seal};
use riskwright_domain::workspace::Content;

/// Seals every approved version that has no seal yet, and binds its approvals to the seal.
///
/// # Errors
/// What the templates answer.
pub fn seal_approved(catalogue: &Catalogue, content: &mut Content) -> CommandResult<()> {
    let places: Vec<(usize, usize)> = content
        .policies
        .iter()
        .enumerate()
        .flat_map(|(at, policy)| {
            policy.versions.iter().enumerate().map(move |(version, one)| (at, version, one))
        })
        .filter(|(_, _, version)| version.is_frozen() && version.seal.is_none())
        .map(|(at, version, _)| (at, version))
        .collect();
    for (at, version) in places {
        link_ratings(content, at, version);
        let seal = made(catalogue, content, at, version)?;
        if let Some(one) = version_mut(content, at, version) {
            for approval in &mut one.approvals {
                approval.content_hash = Some(seal.content_hash.clone());
            }
            one.seal = Some(seal);
        }
    }
    Ok(())
}

/// A version with the ratings that it answers and the seal that approvals bind to.
///
/// # Errors
/// What the template answers.
pub fn of_version(
    catalogue: &Catalogue,
    content: &mut Content,
    policy: &PolicyNumber,
    number: &str,
) -> CommandResult<PolicyVersion> {
    let place = content.policies.iter().enumerate().find_map(|(at, one)| {
        let version = one.versions.iter().position(|version| version.number == number)?;
        (one.number == *policy).then_some((at, version))
    });
    let (at, version) = place.ok_or_else(|| CommandError::internal("seal"))?;
    link_ratings(content, at, version);
    let seal = made(catalogue, content, at, version)?;
    let one = version_mut(content, at, version).ok_or_else(|| CommandError::internal("seal"))?;
    Ok(PolicyVersion { seal: Some(seal), ..one.clone() })
}

/// Binds approvals of assessments that name no hash to the content as it is.
///
/// For content that comes from a file written by hand: what an approval given in a workspace binds to is kept.
pub fn bind_approvals(content: &mut Content) {
    for one in content.assessments.iter_mut().filter(|one| one.approved_on().is_some()) {
        let hash = content_hash(one);
        for approval in one.approvals.iter_mut().filter(|approval| approval.content_hash.is_none()) {
            approval.content_hash = Some(hash.clone());
        }
    }
}

/// The seal a version would get now: for a draft's preview and print.
///
/// # Errors
/// What the template answers.
pub fn preview(sheet: &Sheet<'_>) -> CommandResult<Seal> {
    let template = template::for_policy(sheet.policy.number.as_str());
    Ok(policy::seal(sheet, template.as_source())?)
}

fn made(catalogue: &Catalogue, content: &Content, at: usize, version: usize) -> CommandResult<Seal> {
    let policy = content.policies.get(at).ok_or_else(|| CommandError::internal("seal"))?;
    let one = policy.versions.get(version).ok_or_else(|| CommandError::internal("seal"))?;
    preview(&Sheet::of(catalogue, content, policy, one))
}

/// Writes into each risk link the rating that was answered, so that a later rise shows.
fn link_ratings(content: &mut Content, at: usize, version: usize) {
    let Some(named) = content
        .policies
        .get(at)
        .and_then(|policy| policy.versions.get(version))
        .and_then(|one| one.assessment.clone())
    else {
        return;
    };
    let Some(assessment) = content.assessments.iter().find(|one| one.number == named) else { return };
    let ratings: std::collections::BTreeMap<_, _> = assessment
        .risks
        .iter()
        .filter_map(|risk| Some((risk.number.clone(), (risk.rating_hash(), risk.level()?))))
        .collect();
    let Some(one) = version_mut(content, at, version) else { return };
    for link in one.statements.iter_mut().flat_map(|statement| &mut statement.risks) {
        if let Some((hash, level)) = ratings.get(&link.risk) {
            link.rating_hash.get_or_insert_with(|| hash.clone());
            link.level.get_or_insert(*level);
        }
    }
}

fn version_mut(content: &mut Content, at: usize, version: usize) -> Option<&mut PolicyVersion> {
    content.policies.get_mut(at)?.versions.get_mut(version)
}
