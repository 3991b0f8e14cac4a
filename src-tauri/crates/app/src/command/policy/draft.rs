//! Drafts: which policies are needed, a first version from the template, the next version, saving and throwing away.

use super::form::*;
use super::{Empty, PolicyDetail, PolicyName, get};
use crate::error::{CommandError, CommandResult, ErrorCode};
use crate::faults::{Faults, LONGEST, REASON};
use crate::history::{Based, carried_over};
use crate::state::State;
use crate::{template, words};
use jiff::civil::Date;
use riskwright_domain::assessment::Assessment;
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::number::PersonNumber;
use riskwright_domain::policy::draft::{self, Beginning, Source};
use riskwright_domain::policy::template::PolicyTemplate;
use riskwright_domain::policy::{Policy, PolicyVersion, RiskLink, VersionStatus};
use riskwright_domain::workspace::Content;
use riskwright_store::{Kind, content};
use uuid::Uuid;

/// Which policies of the catalogue the organization needs, and why.
///
/// # Errors
/// `not_found` before the first assessment.
pub fn recommend(state: &mut State, _: Empty) -> CommandResult<Recommendations> {
    let session = state.session()?;
    let today = session.today()?;
    let content = session.content()?;
    let source = source(content)?;
    let policies = draft::recommend(source, today);
    Ok(Recommendations { assessment: source.assessment.number.clone(), policies })
}

/// Drafts a policy of the catalogue for this organization, linked to its risks.
///
/// # Errors
/// `not_found` for a policy that the catalogue does not have or before the first assessment, `exists` where the
/// workspace has the policy.
pub fn draft(state: &mut State, request: DraftPolicy) -> CommandResult<Drafted> {
    let session = state.session()?;
    let today = session.today()?;
    let author = session.person.number.clone();
    let template = template::of_policy(request.number.as_str())?;
    session.write("policy::draft", |writer| {
        let content = content::load(writer)?;
        if content.policies.iter().any(|one| one.number == request.number) {
            let message = format!("{} is in the workspace already.", request.number);
            return Err(CommandError::new(ErrorCode::Exists, message).hint("Begin a new version of it."));
        }
        let source = source(&content)?;
        let change_reason = format!("First version, drafted from {}.", source.assessment.number);
        let beginning =
            Beginning { author: author.clone(), on: today, number: "1.0".to_owned(), change_reason };
        let drafted = draft::draft(&template, source, beginning);
        let policy = first(&content, &template, with_ids(drafted.version), &author, today)?;
        writer.put_policy(&policy)?;
        Ok(Drafted {
            number: policy.number,
            version: "1.0".to_owned(),
            left_out: drafted.left_out,
            links_lost: 0,
        })
    })
}

/// Begins the next version from the one in force, else the newest: linked to the risks of the assessment of today.
///
/// # Errors
/// `exists` where a version is being worked on, `invalid` without a reason, `not_found`.
pub fn begin(state: &mut State, request: BeginVersion) -> CommandResult<Drafted> {
    let session = state.session()?;
    let today = session.today()?;
    let author = session.person.number.clone();
    let mut faults = Faults::new();
    faults.length("change_reason", &request.change_reason, REASON, LONGEST);
    faults.refuse("A new version says why it is written.")?;
    session.write("policy::begin", |writer| {
        let content = content::load(writer)?;
        let policy = words::policy(&content, request.number.as_str())?;
        if let Some(open) = policy.versions.iter().find(|one| !one.is_frozen()) {
            let message = format!("Version {} of {} is being worked on.", open.number, policy.number);
            return Err(
                CommandError::new(ErrorCode::Exists, message).hint("Go on with it, or throw it away.")
            );
        }
        let before = words::version(policy, None, today)?;
        let source = source(&content)?;
        let (next, links_lost) = next(policy, before, source.assessment, author.clone(), today, &request);
        writer.put_policy_version(&policy.number, &next)?;
        let number = policy.number.clone();
        Ok(Drafted { number, version: next.number, left_out: Vec::new(), links_lost })
    })
}

/// Saves a draft.
///
/// # Errors
/// `not_found`, `frozen` once it is with the approvers, `conflict` with both values where somebody else changed the
/// same field meanwhile.
pub fn save(state: &mut State, request: SaveVersion) -> CommandResult<PolicyDetail> {
    let session = state.session()?;
    session.content()?;
    let number = request.content.number.clone();
    let id = format!("{}/{number}", request.policy);
    let based = Based { kind: Kind::PolicyVersion, id: &id, revision: request.based_on_revision };
    session.write("policy::save", |writer| {
        let current = writer.policy_version(&request.policy, &number)?;
        let current = current.ok_or_else(|| CommandError::not_found("version", &number))?;
        refuse_unchangeable(&current)?;
        let merged = carried_over(writer, &based, |base| Ok(edited(base, request.content.clone())))?;
        // Approvals are records of their own: the body of the version has none.
        let changed = PolicyVersion { approvals: current.approvals, ..merged };
        Ok(writer.put_policy_version(&request.policy, &changed)?)
    })?;
    get(state, PolicyName { number: request.policy, version: Some(number) })
}

/// Throws a draft away; a policy that has no other version goes with it.
///
/// # Errors
/// `not_found`, `frozen` for a version that is with the approvers or beyond.
pub fn discard(state: &mut State, name: VersionName) -> CommandResult<Empty> {
    let session = state.session()?;
    session.write("policy::discard", |writer| {
        let content = content::load(writer)?;
        let policy = words::policy(&content, name.policy.as_str())?;
        let version = policy.version(&name.version);
        refuse_unchangeable(version.ok_or_else(|| CommandError::not_found("version", &name.version))?)?;
        if policy.versions.len() == 1 {
            writer.remove_policy(&policy.number)?;
        } else {
            writer.remove_policy_version(&policy.number, &name.version)?;
        }
        Ok(Empty {})
    })
}

/// Refuses a change of a version that is no draft.
///
/// # Errors
/// `frozen`.
pub fn refuse_unchangeable(version: &PolicyVersion) -> CommandResult<()> {
    if version.is_changeable() {
        return Ok(());
    }
    Err(match version.status {
        VersionStatus::InReview => CommandError::new(ErrorCode::Frozen, "The version is with its approvers.")
            .hint("An approver can send it back; then it can be changed again."),
        _ => CommandError::new(ErrorCode::Frozen, "An approved version does not change.")
            .hint("Begin a new version of the policy."),
    })
}

/// What drafts are made from: the newest approved assessment, else the one being worked on.
fn source(content: &Content) -> CommandResult<Source<'_>> {
    let assessment =
        content.current_assessment().ok_or_else(|| CommandError::not_found("assessment", "to draft from"))?;
    Ok(Source { catalogue: Catalogue::embedded(), content, assessment })
}

fn first(
    content: &Content,
    template: &PolicyTemplate,
    version: PolicyVersion,
    author: &PersonNumber,
    today: Date,
) -> CommandResult<Policy> {
    let kind = Catalogue::embedded().policy(template.policy.as_str());
    let kind = kind.ok_or_else(|| CommandError::not_found("policy", &template.policy))?;
    Ok(Policy {
        id: Uuid::now_v7(),
        number: template.policy.clone(),
        title: kind.title.clone(),
        owner: holder(content, &template.owner, today).unwrap_or_else(|| author.clone()),
        may_restrict_ehi: kind.may_restrict_ehi,
        practice_types: template.practice_types.clone(),
        exceptions: Vec::new(),
        versions: vec![version],
    })
}

/// Who holds a role on a day, a deputy only where nobody else does.
fn holder(content: &Content, role: &str, on: Date) -> Option<PersonNumber> {
    let duty = content.organization.duties.iter().find(|duty| duty.role == role)?;
    let mut holding: Vec<_> = duty
        .holders
        .iter()
        .filter(|one| one.from <= on && one.until.is_none_or(|until| on <= until))
        .collect();
    holding.sort_by_key(|one| one.deputy);
    holding.first().map(|one| one.person.clone())
}

fn with_ids(mut version: PolicyVersion) -> PolicyVersion {
    if version.id.is_nil() {
        version.id = Uuid::now_v7();
    }
    for statement in version.statements.iter_mut().filter(|one| one.id.is_nil()) {
        statement.id = Uuid::now_v7();
    }
    version
}

/// The next version, and how many links its risks lost.
fn next(
    policy: &Policy,
    before: &PolicyVersion,
    assessment: &Assessment,
    author: PersonNumber,
    today: Date,
    request: &BeginVersion,
) -> (PolicyVersion, u32) {
    let mut lost = 0;
    let mut version = PolicyVersion {
        id: Uuid::now_v7(),
        number: next_number(policy),
        author,
        created_on: today,
        change_reason: request.change_reason.trim().to_owned(),
        assessment: Some(assessment.number.clone()),
        effective_from: None,
        ..before.without_life().without_ratings()
    };
    let known = |link: &RiskLink| assessment.risks.iter().any(|risk| risk.number == link.risk);
    for statement in &mut version.statements {
        lost += statement.risks.iter().filter(|link| !known(link)).count();
        statement.risks.retain(known);
    }
    (version, u32::try_from(lost).unwrap_or(u32::MAX))
}

/// The next whole number: `2.0` after `1.3`.
fn next_number(policy: &Policy) -> String {
    let whole = |one: &PolicyVersion| one.number.split('.').next().and_then(|part| part.parse::<u32>().ok());
    let last = policy.versions.iter().filter_map(whole).max().unwrap_or_default();
    format!("{}.0", last.saturating_add(1))
}

/// The base with what an officer may change of it.
fn edited(base: PolicyVersion, content: PolicyVersion) -> PolicyVersion {
    with_ids(PolicyVersion {
        id: base.id,
        number: base.number,
        status: base.status,
        author: base.author,
        created_on: base.created_on,
        assessment: base.assessment,
        effective_from: base.effective_from,
        effective_to: base.effective_to,
        next_review: base.next_review,
        reviews: base.reviews,
        distribution: base.distribution,
        acknowledgements: base.acknowledgements,
        rejections: base.rejections,
        approvals: base.approvals,
        seal: base.seal,
        ..content
    })
}
