//! One practice as its page shows it, and what it can be made of.

use super::form::*;
use crate::command::Empty;
use crate::error::CommandResult;
use crate::state::{Session, State};
use crate::words;
use jiff::civil::Date;
use riskwright_domain::assessment::Assessment;
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::number::PracticeNumber;
use riskwright_domain::policy::{Policy, PolicyVersion};
use riskwright_domain::practice::consistency::consistency;
use riskwright_domain::practice::warnings::warnings;
use riskwright_domain::practice::{Basis, Practice, Reach, Scope};
use riskwright_domain::risk::Risk;
use riskwright_domain::workspace::Content;
use riskwright_store::Kind;
use std::collections::BTreeSet;

/// One practice.
///
/// # Errors
/// `not_found`.
pub fn get(state: &mut State, name: PracticeName) -> CommandResult<PracticeDetail> {
    detail(state.session()?, &name.number)
}

/// What a practice can be made of.
///
/// # Errors
/// What the store answers.
pub fn options(state: &mut State, _: Empty) -> CommandResult<PracticeOptions> {
    let session = state.session()?;
    let today = session.today()?;
    let content = session.content()?;
    let assessment = content.current_assessment();
    let scopes = scopes(content);
    Ok(PracticeOptions {
        practice_types: practice_types(today),
        policies: content.policies.iter().filter_map(|one| policy(one, today)).collect(),
        risks: assessment.into_iter().flat_map(|one| &one.risks).map(|one| risk(content, one)).collect(),
        assets: assessment.map(assets).unwrap_or_default(),
        people: content
            .people
            .iter()
            .map(|one| PersonChoice { number: one.number.clone(), name: one.name.clone() })
            .collect(),
        roles: roles(content, today),
        requestor_classes: named(
            scopes.iter().map(|scope| &scope.requestors),
            |one| &one.affected_requestors,
            content,
        ),
        data_classes: named(scopes.iter().map(|scope| &scope.data), |one| &one.affected_ehi, content),
    })
}

/// The practice as it is now.
pub(super) fn detail(session: &mut Session, number: &PracticeNumber) -> CommandResult<PracticeDetail> {
    let practice = words::practice(session.content()?, number.as_str())?.clone();
    let revision = session.store.read(|reader| reader.revision_number(Kind::Practice, number.as_str()))?;
    Ok(PracticeDetail {
        revision,
        locked: is_locked(&practice),
        consistency: consistency(&practice.application.records),
        warnings: warnings(&practice),
        practice,
    })
}

/// Whether its case determination was decided and so does not change any more.
pub(super) fn is_locked(practice: &Practice) -> bool {
    matches!(&practice.basis, Some(Basis::Case(case)) if case.recorded_at.is_some())
}

fn practice_types(on: Date) -> Vec<PracticeTypeChoice> {
    let rule = Catalogue::embedded().security_exceptions.on(on);
    let types = rule.into_iter().flat_map(|rule| rule.practice_types.iter());
    types.map(|one| PracticeTypeChoice { id: one.id.clone(), label: one.name.clone() }).collect()
}

fn policy(policy: &Policy, on: Date) -> Option<PolicyChoice> {
    let version: &PolicyVersion = policy.in_force_on(on)?;
    let statements = version
        .statements
        .iter()
        .map(|one| StatementChoice { number: one.number.clone(), text: one.text.clone() })
        .collect();
    Some(PolicyChoice {
        number: policy.number.clone(),
        title: policy.title.clone(),
        version: version.number.clone(),
        statements,
    })
}

fn risk(content: &Content, risk: &Risk) -> RiskChoice {
    let title = format!("{}: {}", words::threat(content, &risk.threat), words::asset(content, &risk.asset));
    RiskChoice { number: risk.number.clone(), title, level: risk.level() }
}

fn assets(assessment: &Assessment) -> Vec<AssetChoice> {
    let assets = assessment.assets.iter();
    assets.map(|one| AssetChoice { number: one.number.clone(), name: one.name.clone() }).collect()
}

/// Duties of the organization and roles of its policies in force, each once.
fn roles(content: &Content, on: Date) -> Vec<String> {
    let duties = content.organization.duties.iter().map(|one| one.role.clone());
    let versions = content.policies.iter().filter_map(|one| one.in_force_on(on));
    let policies = versions.flat_map(|one| one.roles.iter().map(|role| role.role.clone()));
    duties.chain(policies).collect::<BTreeSet<_>>().into_iter().collect()
}

fn scopes(content: &Content) -> Vec<&Scope> {
    let risks = content.assessments.iter().flat_map(|one| &one.risks).map(|risk| &risk.scope);
    risks.chain(content.practices.iter().map(|one| &one.scope)).collect()
}

/// What reaches name, and what practices say is touched, each once.
fn named<'a>(
    reaches: impl Iterator<Item = &'a Reach>,
    touched: impl Fn(&'a Practice) -> &'a Vec<String>,
    content: &'a Content,
) -> Vec<String> {
    let only = reaches.filter_map(|reach| match reach {
        Reach::All => None,
        Reach::Only(some) => Some(some.iter().cloned()),
    });
    let touched = content.practices.iter().flat_map(touched).cloned();
    only.flatten().chain(touched).collect::<BTreeSet<_>>().into_iter().collect()
}
