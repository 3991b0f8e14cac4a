//! What keeps a version back, in words, and what its state allows.

use super::form::*;
use crate::access::Needs;
use crate::error::{CommandError, CommandResult, ErrorCode, FieldError};
use crate::state::{Session, State};
use crate::words;
use jiff::civil::Date;
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::number::PolicyNumber;
use riskwright_domain::policy::gate::{self, Refusal, RefusalCode, Scene};
use riskwright_domain::policy::{Policy, PolicyVersion, VersionStatus};
use riskwright_domain::workspace::Content;
use riskwright_store::Kind;

/// Everything that keeps a version back, and what can be done with it now.
///
/// # Errors
/// `not_found`.
pub fn gates(state: &mut State, name: VersionName) -> CommandResult<Gates> {
    gates_of(state.session()?, &name.policy, &name.version)
}

/// As [`gates`], after an act.
///
/// # Errors
/// `not_found`.
pub fn gates_of(session: &mut Session, policy: &PolicyNumber, version: &str) -> CommandResult<Gates> {
    let today = session.today()?;
    let person = session.person.clone();
    let content = session.content()?;
    let policy = words::policy(content, policy.as_str())?;
    let version = policy.version(version).ok_or_else(|| CommandError::not_found("version", version))?;
    let reviewed = version.status == VersionStatus::InReview;
    let lacking = if reviewed { gate::lacking(content, version) } else { Vec::new() };
    let judges = Needs::Judgement.met_by(&person.access);
    let may = |capacity: &Capacity| {
        judges
            && reviewed
            && gate::approver_refusal(content, version, &person, *capacity, today).is_none()
            && !version.approvals.iter().any(|one| one.by == person.number && one.capacity == *capacity)
    };
    let mut gates = Gates {
        policy: policy.number.clone(),
        version: version.number.clone(),
        status: version.status,
        content_hash: version.seal.as_ref().map(|seal| seal.content_hash.clone()),
        rows: rows(content, policy, version, today),
        may_approve: CAPACITIES.into_iter().filter(may).collect(),
        lacking,
        acts: acts(policy, version, today),
        revision: 0,
    };
    let id = format!("{}/{}", policy.number, version.number);
    gates.revision = session.store.read(|reader| reader.revision_number(Kind::PolicyVersion, &id))?;
    Ok(gates)
}

/// Refuses an act with everything that keeps a version back.
///
/// # Errors
/// `invalid`, where anything but a warning is among it.
pub fn refuse(found: &[Refusal], message: &str) -> CommandResult<()> {
    if !gate::refuses(found) {
        return Ok(());
    }
    let fields = found.iter().filter(|one| !one.warning);
    let fields = fields.map(|one| FieldError::new(one.path.clone(), code(one.code), said(one)));
    Err(CommandError::invalid(message, fields.collect()).hint("Each of these leads to its place."))
}

/// Why a person may not approve.
#[must_use]
pub fn not_allowed(code: RefusalCode, capacity: Capacity) -> CommandError {
    match code {
        RefusalCode::AuthorAlone => {
            CommandError::new(ErrorCode::Forbidden, "You wrote it, and nobody else has approved it yet.")
                .hint("Somebody else approves in the other capacity first or instead.")
        }
        _ => {
            let message = format!("You are not {} today.", capacity.label().to_lowercase());
            CommandError::new(ErrorCode::Forbidden, message)
                .hint("Approve in a capacity that the people and duties of the organization give you.")
        }
    }
}

const CAPACITIES: [Capacity; 4] =
    [Capacity::SecurityOfficial, Capacity::Executive, Capacity::PrivacyOfficial, Capacity::OutsideReviewer];

fn rows(content: &Content, policy: &Policy, version: &PolicyVersion, on: Date) -> Vec<GateRow> {
    let scene = Scene { catalogue: Catalogue::embedded(), content, policy, version, on };
    let found = match version.status {
        VersionStatus::Draft | VersionStatus::InReview => gate::before_approval(scene),
        VersionStatus::Approved => gate::before_publication(scene),
        _ => Vec::new(),
    };
    found
        .iter()
        .map(|one| GateRow {
            path: one.path.clone(),
            code: code(one.code),
            subject: one.subject.clone(),
            words: said(one),
            warning: one.warning,
        })
        .collect()
}

fn acts(policy: &Policy, version: &PolicyVersion, on: Date) -> Vec<VersionAct> {
    let in_force = policy.in_force_on(on).is_some_and(|one| one.number == version.number);
    let open = policy.versions.iter().any(|one| !one.is_frozen());
    let table = [
        (VersionAct::Save, version.is_changeable()),
        (VersionAct::Discard, version.is_changeable()),
        (VersionAct::Submit, version.is_changeable()),
        (VersionAct::SendBack, version.status == VersionStatus::InReview),
        (VersionAct::Approve, version.status == VersionStatus::InReview),
        (VersionAct::Publish, version.status == VersionStatus::Approved),
        (VersionAct::Begin, !open),
        (VersionAct::Review, in_force),
        (VersionAct::Retire, in_force && version.status == VersionStatus::Effective),
    ];
    table.into_iter().filter(|(_, allowed)| *allowed).map(|(act, _)| act).collect()
}

/// The name that a code has for programs.
fn code(code: RefusalCode) -> String {
    let value = serde_json::to_value(code).unwrap_or_default();
    value.get("kind").and_then(|kind| kind.as_str()).unwrap_or_default().to_owned()
}

fn said(one: &Refusal) -> String {
    let sentence = sentence(one.code);
    if one.subject.is_empty() { sentence } else { format!("{}: {sentence}", one.subject) }
}

fn sentence(code: RefusalCode) -> String {
    let fixed = match code {
        RefusalCode::PurposeShort => "say in 40 characters or more which duty and which risk it serves.",
        RefusalCode::ScopeWithoutAsset => "name at least one asset in scope.",
        RefusalCode::TriggerUndefined => "define this event: which time stamp starts the clock.",
        RefusalCode::RoleUnlisted => "list this role with its authority.",
        RefusalCode::SectionEmpty => "write this section.",
        RefusalCode::RoleMissing => "begin the sentence with the role that has the duty.",
        RefusalCode::NoBasis => "link a risk, or a required safeguard that asks for this duty.",
        RefusalCode::DutyAlone => {
            "link a risk: in a policy that may restrict EHI a duty alone is not enough."
        }
        RefusalCode::RiskUnknown => "this risk is none of the assessment; link another.",
        RefusalCode::EffectMissing => "say what following the statement does to this risk.",
        RefusalCode::AssessmentNotApproved => "base it on an assessment that is approved.",
        RefusalCode::NoRisk => "link at least one statement to a risk that it answers.",
        RefusalCode::ParameterIncomplete => "give it a comparator, and a value with a unit or a closed list.",
        RefusalCode::NotInForce => "this policy is not in force; its times do not count here yet.",
        RefusalCode::OutOfOrder => "a later phase ends before an earlier one.",
        RefusalCode::DecisionNotApproved => "have the decision on this addressable item approved.",
        RefusalCode::NoStandard => {
            "align a statement with a current standard that qualifies for 171.203(d)(3)."
        }
        RefusalCode::ElementUnknown => "the framework has no such element; choose one of its own.",
        RefusalCode::StandardSuperseded => "a newer edition of this framework is out.",
        RefusalCode::SanctionsUnnamed => "name the sanction policy, POL-03.",
        RefusalCode::ExceptionUnlimited => "say for how long an exception lasts, at most 12 months.",
        RefusalCode::ReviewInterval => "set an interval of review from 1 to 12 months.",
        RefusalCode::ApprovalOfOther => "this approval was given to another content.",
        RefusalCode::AuthorAlone => "somebody beside its author must approve it.",
        RefusalCode::EffectiveDay => "set a first day in force that is not before the approval.",
        RefusalCode::NextReview => "set the next review, at most 12 months after the first day in force.",
        RefusalCode::Time { code } => return format!("a time is not objective ({}).", words::code(&code)),
        RefusalCode::NoTimeframe { phase } => {
            return format!("give a timeframe for the phase “{}”.", phase.label());
        }
        RefusalCode::NoParameter { phase } => {
            return format!("give a parameter for the phase “{}”.", phase.label());
        }
        RefusalCode::ApprovalMissing { capacity } => {
            return format!("it needs the approval of {}.", capacity.label().to_lowercase());
        }
    };
    fixed.to_owned()
}
