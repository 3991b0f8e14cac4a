//! What a risk is beside its rating, and the removal of one that was never rated; in an open assessment alone.

use super::act::{change, refuse_closed};
use super::form::SaveRiskFacts;
use super::{RiskDetail, RiskName};
use crate::command::Empty;
use crate::error::{CommandError, CommandResult, ErrorCode};
use crate::faults::{Faults, LONGEST};
use crate::state::State;
use crate::words;
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::number::RiskNumber;
use riskwright_domain::practice::Reach;
use riskwright_domain::risk::{Control, Risk};
use riskwright_domain::workspace::Content;
use riskwright_store::Kind;
use std::collections::BTreeSet;

/// Saves what a risk is, beside its rating.
///
/// # Errors
/// `invalid` with every wrong field, `not_found`, `frozen`, `conflict`.
pub fn save_facts(state: &mut State, request: SaveRiskFacts) -> CommandResult<RiskDetail> {
    let session = state.session()?;
    let content = session.content()?;
    words::changeable(content)?;
    let risk = words::risk(content, &request.number)?;
    refuse_closed(risk)?;
    refuse(content, risk, &request)?;
    let (number, revision) = (request.number.clone(), request.based_on_revision);
    change(session, "risk::save_facts", &number, revision, |base| {
        Ok(Risk {
            vulnerabilities: request.vulnerabilities,
            predisposing_conditions: request.predisposing_conditions,
            effect: request.effect.trim().to_owned(),
            controls: request.controls.into_iter().map(trimmed).collect(),
            owner: request.owner,
            inherent: request.inherent,
            target: request.target,
            evidence: request.evidence,
            scope: request.scope.unwrap_or_else(|| base.scope.clone()),
            ..base
        })
    })
}

/// Removes a risk that was never rated from an assessment that is open.
///
/// # Errors
/// `not_found`, `in_use` once it is rated or anything names it, `frozen`.
pub fn remove(state: &mut State, request: RiskName) -> CommandResult<Empty> {
    let session = state.session()?;
    let content = session.content()?;
    let assessment = words::changeable(content)?.number.clone();
    let risk = words::risk(content, &request.number)?;
    if risk.residual.is_some() || risk.closed.is_some() {
        let message = format!("{} was rated; what was rated stays in the register.", risk.number);
        return Err(CommandError::new(ErrorCode::InUse, message).hint("Close it with a reason instead."));
    }
    let key = format!("{assessment}/{}", request.number);
    let named = named_by(content, &request.number, &key);
    if !named.is_empty() {
        let message = format!("{} is named by {}.", request.number, named.join(", "));
        return Err(CommandError::new(ErrorCode::InUse, message)
            .hint("Take it out there first, or close the risk with a reason instead."));
    }
    session.write("risk::remove", |writer| {
        writer.remove_risk(&assessment, &request.number)?;
        Ok::<_, CommandError>(Empty {})
    })
}

fn refuse(content: &Content, risk: &Risk, request: &SaveRiskFacts) -> CommandResult<()> {
    let catalogue = Catalogue::embedded();
    let mut faults = Faults::new();
    // What the risk names already stays nameable, be it of an edition before.
    let there = |id: &str| risk.vulnerabilities.iter().any(|one| one.as_str() == id);
    faults.known("vulnerabilities", &request.vulnerabilities, |id| {
        catalogue.vulnerability(id).is_some() || there(id)
    });
    let there = |id: &str| risk.predisposing_conditions.iter().any(|one| one.as_str() == id);
    faults.known("predisposing_conditions", &request.predisposing_conditions, |id| {
        catalogue.predisposing_condition(id).is_some() || there(id)
    });
    faults.length("effect", &request.effect, 0, LONGEST);
    for (at, control) in request.controls.iter().enumerate() {
        faults.length(&format!("controls/{at}/description"), &control.description, 3, LONGEST);
        let known = |citation: &str| catalogue.safeguard(citation).is_some();
        faults.known(&format!("controls/{at}/safeguards"), &control.safeguards, known);
    }
    let known = |name: &str| content.people.iter().any(|person| person.number.as_str() == name);
    faults.known("owner", [&request.owner], known);
    let known = |name: &str| content.evidence.iter().any(|item| item.number.as_str() == name);
    faults.known("evidence", &request.evidence, known);
    if let Some(Reach::Only(systems)) = request.scope.as_ref().map(|scope| &scope.systems) {
        let assets = words::at_hand(content)?.assets.iter();
        let known: BTreeSet<&str> = assets.map(|asset| asset.number.as_str()).collect();
        faults.known("scope/systems", systems, |name| known.contains(name));
    }
    refuse_target(&mut faults, risk, request);
    faults.refuse("The risk cannot be saved like this.")
}

fn refuse_target(faults: &mut Faults, risk: &Risk, request: &SaveRiskFacts) {
    let Some(target) = request.target else { return };
    let message = "Rate the risk as it is now first: a target is held against that.";
    faults.unless(risk.residual.is_some(), "target", "not_rated", message);
    let above = risk.level().is_some_and(|level| target.rating().level > level);
    faults.unless(!above, "target", "above_residual", "The target may not lie above the risk as it is now.");
}

fn trimmed(control: Control) -> Control {
    Control { description: control.description.trim().to_owned(), ..control }
}

/// Records that name a risk of the assessment being worked on, in words.
fn named_by(content: &Content, number: &RiskNumber, key: &str) -> Vec<String> {
    let mut found = Vec::new();
    for policy in &content.policies {
        let statements = policy.versions.iter().flat_map(|version| &version.statements);
        if statements.flat_map(|statement| &statement.risks).any(|link| link.risk == *number) {
            found.push(policy.number.to_string());
        }
    }
    let decisions = content.open_assessment().into_iter().flat_map(|assessment| &assessment.decisions);
    let decisions = decisions.filter(|decision| decision.risks.contains(number));
    found.extend(decisions.map(|decision| format!("the decision on {}", decision.specification)));
    let about = |item: &&riskwright_domain::organization::Evidence| {
        item.about.iter().any(|record| record.kind == Kind::Risk.name() && record.id == key)
    };
    found.extend(content.evidence.iter().filter(about).map(|item| item.number.to_string()));
    found
}
