//! Decisions on addressable specifications, and their approval by the security official.

use super::list::listed;
use super::{ApproveDecisions, SafeguardList, SaveDecision, Saved, item, rule_on};
use crate::error::{CommandError, CommandResult};
use crate::faults::{Faults, LONGEST};
use crate::history::{Based, begun_or_carried};
use crate::state::State;
use crate::words;
use jiff::civil::Date;
use riskwright_domain::approval::{Approval, Capacity};
use riskwright_domain::assessment::decision::{DecisionLack, lacks, rests_on_cost_alone};
use riskwright_domain::assessment::{AddressableDecision, Assessment};
use riskwright_domain::audit::hash_of;
use riskwright_domain::catalogue::{Catalogue, Designation, Safeguard};
use riskwright_domain::number::{Citation, PersonNumber};
use riskwright_domain::workspace::Content;
use riskwright_store::Kind;

/// Saves the decision on an addressable specification; a change voids its approval.
///
/// # Errors
/// `not_found`, `invalid` where cost is the only reason or the specification is not addressable, `frozen`, `conflict`.
pub fn decide(state: &mut State, request: SaveDecision) -> CommandResult<Saved> {
    let session = state.session()?;
    let rule = rule_on(session.today()?)?;
    let content = session.content()?;
    let number = words::changeable(content)?.number.clone();
    refuse(content, item(rule, &request.decision.specification)?, &request.decision)?;
    let wanted = trimmed(request.decision);
    let citation = wanted.specification.clone();
    let key = format!("{number}/{citation}");
    let based = Based { kind: Kind::AddressableDecision, id: &key, revision: request.based_on_revision };
    let revision = session.write("safeguard::decide", |writer| {
        let decided = begun_or_carried(writer, &based, |base: Option<AddressableDecision>| {
            Ok(AddressableDecision { approval: base.and_then(|base| base.approval), ..wanted })
        })?;
        let current = writer.addressable_decision(&number, &citation)?;
        writer.put_addressable_decision(&number, &without_void_approval(decided, current.as_ref()))?;
        Ok::<_, CommandError>(writer.revision_number(Kind::AddressableDecision, &key)?)
    })?;
    Ok(Saved { number: citation.to_string(), revision })
}

/// Approves decisions as the security official: all of them or none.
///
/// # Errors
/// `invalid` naming every decision that is missing or not complete, `forbidden`, `frozen`.
pub fn approve(state: &mut State, request: ApproveDecisions) -> CommandResult<SafeguardList> {
    let session = state.session()?;
    let today = session.today()?;
    let by = session.person.number.clone();
    let content = session.content()?;
    let assessment = words::changeable(content)?;
    let number = assessment.number.clone();
    refuse_incomplete(assessment, &request, today)?;
    let asked = |one: &&AddressableDecision| request.specifications.contains(&one.specification);
    let decisions: Vec<AddressableDecision> = assessment.decisions.iter().filter(asked).cloned().collect();
    session.write("safeguard::approve", |writer| {
        for decision in decisions {
            // Somebody may have changed it since it was looked at.
            let current = writer.addressable_decision(&number, &decision.specification)?;
            if current.as_ref() != Some(&decision) {
                return Err(changed_meanwhile(&decision.specification));
            }
            writer.put_addressable_decision(&number, &approved(decision, &by, &request.statement, today))?;
        }
        Ok::<_, CommandError>(())
    })?;
    listed(session)
}

fn refuse(content: &Content, item: &Safeguard, decision: &AddressableDecision) -> CommandResult<()> {
    let mut faults = Faults::new();
    let field = |name: &str| format!("decision/{name}");
    let addressable = item.designation == Designation::Addressable;
    let message = "Only an addressable specification is decided on; what is required is implemented.";
    faults.unless(addressable, &field("specification"), "not_allowed", message);
    let message =
        "Cost alone is no reason: argue another factor in 20 characters or more (45 CFR 164.306(b)(2)).";
    faults.unless(!rests_on_cost_alone(decision), &field("cost_is_main_reason"), "cost_alone", message);
    for (name, text) in texts(decision) {
        faults.length(&field(name), text, 0, LONGEST);
    }
    let risks = |name: &str| {
        content.assessments.iter().flat_map(|one| &one.risks).any(|risk| risk.number.as_str() == name)
    };
    faults.known(&field("risks"), &decision.risks, risks);
    // One of the catalogue's may be named before it is written.
    let policies = |name: &str| {
        let written = content.policies.iter().any(|policy| policy.number.as_str() == name);
        written || Catalogue::embedded().policy(name).is_some()
    };
    faults.known(&field("policy"), &decision.policy, policies);
    faults.refuse("The decision cannot be saved like this.")
}

fn texts(decision: &AddressableDecision) -> [(&'static str, &str); 8] {
    [
        ("contribution", &decision.contribution),
        ("size", &decision.size),
        ("infrastructure", &decision.infrastructure),
        ("cost", &decision.cost),
        ("probability", &decision.probability),
        ("rationale", &decision.rationale),
        ("alternative", decision.alternative.as_deref().unwrap_or_default()),
        ("no_alternative_reason", decision.no_alternative_reason.as_deref().unwrap_or_default()),
    ]
}

fn trimmed(decision: AddressableDecision) -> AddressableDecision {
    let text = |text: String| text.trim().to_owned();
    let some = |text: Option<String>| text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    AddressableDecision {
        contribution: text(decision.contribution),
        size: text(decision.size),
        infrastructure: text(decision.infrastructure),
        cost: text(decision.cost),
        probability: text(decision.probability),
        rationale: text(decision.rationale),
        alternative: some(decision.alternative),
        no_alternative_reason: some(decision.no_alternative_reason),
        carried: false,
        ..decision
    }
}

/// An approval holds for exactly what was approved.
fn without_void_approval(
    decided: AddressableDecision,
    current: Option<&AddressableDecision>,
) -> AddressableDecision {
    let same = current.is_some_and(|current| bare(current.clone()) == bare(decided.clone()));
    let approval = decided.approval.clone().filter(|_| same);
    AddressableDecision { approval, ..decided }
}

/// What an approval is about.
fn bare(decision: AddressableDecision) -> AddressableDecision {
    AddressableDecision { approval: None, carried: false, ..decision }
}

fn approved(
    decision: AddressableDecision,
    by: &PersonNumber,
    statement: &str,
    on: Date,
) -> AddressableDecision {
    let content = bare(decision);
    let approval = Approval::given(by.clone(), Capacity::SecurityOfficial, on, statement, hash_of(&content));
    AddressableDecision { approval: Some(approval), ..content }
}

fn refuse_incomplete(assessment: &Assessment, request: &ApproveDecisions, on: Date) -> CommandResult<()> {
    let mut faults = Faults::new();
    faults.length("statement", &request.statement, 10, LONGEST);
    faults.unless(!request.specifications.is_empty(), "specifications", "required", "Name what is approved.");
    for (at, citation) in request.specifications.iter().enumerate() {
        let field = format!("specifications/{at}");
        let decision = assessment.decisions.iter().find(|one| one.specification == *citation);
        let Some(decision) = decision else {
            faults.unless(false, &field, "missing", format!("There is no decision on {citation} yet."));
            continue;
        };
        let status = assessment.safeguards.iter().find(|one| one.safeguard == *citation);
        // Who approves today starts the twelve months anew.
        let unapproved = AddressableDecision { approval: None, ..decision.clone() };
        let found = lacks(&unapproved, status, on);
        let fields: Vec<&str> = found.iter().copied().map(DecisionLack::field).collect();
        let message = format!("The decision on {citation} lacks: {}.", fields.join(", "));
        faults.unless(found.is_empty(), &field, "incomplete", message);
    }
    faults.refuse("Nothing was approved: some decisions are not complete.")
}

fn changed_meanwhile(citation: &Citation) -> CommandError {
    let message = format!("The decision on {citation} was changed meanwhile; nothing was approved.");
    CommandError::new(crate::error::ErrorCode::Conflict, message)
        .hint("Look at it as it is now, then approve.")
}
