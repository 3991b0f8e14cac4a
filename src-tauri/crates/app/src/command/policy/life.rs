//! From draft to force and out of it: hand in, send back, approve, publish, review, retire.

use super::Empty;
use super::form::*;
use super::gate::{gates_of, refuse};
use crate::error::{CommandError, CommandResult, ErrorCode};
use crate::faults::{Faults, LONGEST, REASON};
use crate::state::{Session, State};
use crate::{seal, words};
use jiff::Span;
use jiff::civil::Date;
use riskwright_domain::approval::{Approval, Rejection};
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::number::PolicyNumber;
use riskwright_domain::policy::gate::{self, Scene};
use riskwright_domain::policy::version::PolicyReview;
use riskwright_domain::policy::{Policy, PolicyVersion, VersionStatus};
use riskwright_domain::workspace::Content;
use riskwright_store::{Writer, content};

/// Hands a draft to the approvers: its content is sealed, and approvals bind to the seal.
///
/// # Errors
/// `invalid` with everything that keeps it back, `frozen` for a version that is no draft, `not_found`.
pub fn submit(state: &mut State, request: SubmitVersion) -> CommandResult<Gates> {
    let (session, today) = begun(state)?;
    session.write("policy::submit", |writer| {
        let mut content = content::load(writer)?;
        let (policy, version) = named(&content, &request.policy, &request.version)?;
        super::draft::refuse_unchangeable(version)?;
        let next_review =
            request.next_review.or_else(|| after(request.effective_from, version.review_months));
        let mut faults = Faults::new();
        faults.unless(
            today <= request.effective_from,
            "effective_from",
            "too_early",
            "Choose today or a later day.",
        );
        let most = gate::REVIEW.after(request.effective_from);
        let fits = next_review.is_some_and(|day| request.effective_from < day && day <= most);
        faults.unless(fits, "next_review", "out_of_range", format!("Choose a day up to {most}."));
        faults.refuse("A version says from when it is in force and when it is looked at next.")?;
        let dated =
            PolicyVersion { effective_from: Some(request.effective_from), next_review, ..version.clone() };
        let scene = Scene { version: &dated, ..scene(&content, policy, version, today) };
        refuse(
            &gate::before_approval(scene),
            "The version is not complete: it cannot be handed in like this.",
        )?;
        let number = policy.number.clone();
        let sealed = sealed(&mut content, &number, dated)?;
        put(writer, &number, &PolicyVersion { status: VersionStatus::InReview, ..sealed })
    })?;
    gates_of(session, &request.policy, &request.version)
}

/// Sends a version in review back to its author; approvals given so far are void.
///
/// # Errors
/// `invalid` without a reason, `frozen` for a version that is not in review, `forbidden`, `not_found`.
pub fn send_back(state: &mut State, request: SendBack) -> CommandResult<Gates> {
    let (session, today) = begun(state)?;
    let person = session.person.clone();
    let mut faults = Faults::new();
    faults.length("reason", &request.reason, REASON, LONGEST);
    faults.refuse("Whoever wrote it must know what to do first.")?;
    session.write("policy::send_back", |writer| {
        let content = content::load(writer)?;
        let (policy, version) = named(&content, &request.policy, &request.version)?;
        if version.status != VersionStatus::InReview {
            return Err(not_in_review());
        }
        let reason = request.reason.trim().to_owned();
        let mut returned = PolicyVersion {
            status: VersionStatus::Draft,
            effective_from: None,
            next_review: None,
            approvals: Vec::new(),
            seal: None,
            ..version.clone().without_ratings()
        };
        returned.rejections.push(Rejection { reason, by: person.number.clone(), on: today });
        put(writer, &policy.number, &returned)
    })?;
    gates_of(session, &request.policy, &request.version)
}

/// Approves a version in review; with the last approval that it needs it is approved.
///
/// # Errors
/// `conflict` where the content is not what the person saw, `forbidden` for a person or capacity that may not approve,
/// `exists` for a second approval in one capacity, `invalid` where something keeps it back, `frozen`, `not_found`.
pub fn approve(state: &mut State, request: ApproveVersion) -> CommandResult<Gates> {
    let (session, today) = begun(state)?;
    let person = session.person.clone();
    let mut faults = Faults::new();
    faults.length("statement", &request.statement, REASON, LONGEST);
    faults.refuse("An approval says what it declares.")?;
    session.write("policy::approve", |writer| {
        let (by, hash) = (person.number.clone(), request.content_hash.clone());
        let approval = Approval::given(by, request.capacity, today, &request.statement, hash);
        record_approval(writer, (&request.policy, &request.version), approval, today)
    })?;
    gates_of(session, &request.policy, &request.version)
}

/// Adds an approval to a version in review; with the last that it needs it is approved.
///
/// # Errors
/// As [`approve`].
pub(super) fn record_approval(
    writer: &mut Writer<'_>,
    (policy, version): (&PolicyNumber, &str),
    approval: Approval,
    today: Date,
) -> CommandResult<()> {
    let content = content::load(writer)?;
    let (policy, version) = named(&content, policy, version)?;
    if version.status != VersionStatus::InReview {
        return Err(not_in_review());
    }
    let sealed = version.seal.as_ref().map(|seal| &seal.content_hash);
    if sealed.is_none() || sealed != approval.content_hash.as_ref() {
        return Err(changed());
    }
    let person = content.people.iter().find(|one| one.number == approval.by);
    let person = person.ok_or_else(|| CommandError::not_found("person", &approval.by))?;
    if let Some(code) = gate::approver_refusal(&content, version, person, approval.capacity, today) {
        return Err(super::gate::not_allowed(code, approval.capacity));
    }
    if version.approvals.iter().any(|one| one.by == approval.by && one.capacity == approval.capacity) {
        let message = format!("{} approved it in this capacity already.", person.name);
        return Err(CommandError::new(ErrorCode::Exists, message));
    }
    refuse(
        &gate::before_approval(scene(&content, policy, version, today)),
        "It cannot be approved like this.",
    )?;
    let mut approved = version.clone();
    approved.approvals.push(approval);
    if gate::lacking(&content, &approved).is_empty() {
        approved.status = VersionStatus::Approved;
    }
    put(writer, &policy.number, &approved)
}

/// Puts an approved version into force from its day on; the one before ends the day before.
///
/// # Errors
/// `invalid` with everything that keeps it back, `frozen` for a version that is not approved, `not_found`.
pub fn publish(state: &mut State, name: VersionName) -> CommandResult<Gates> {
    let (session, today) = begun(state)?;
    session.write("policy::publish", |writer| {
        let content = content::load(writer)?;
        let (policy, version) = named(&content, &name.policy, &name.version)?;
        if version.status != VersionStatus::Approved {
            return Err(CommandError::new(
                ErrorCode::Frozen,
                "Only an approved version can be put into force.",
            )
            .hint("Hand it in, and have it approved by the security official and an executive."));
        }
        let from = version.effective_from.ok_or_else(|| CommandError::internal("publish"))?;
        refuse(
            &gate::before_publication(scene(&content, policy, version, today)),
            "It cannot be put into force.",
        )?;
        let last = from.yesterday().map_err(|_| CommandError::internal("publish"))?;
        for earlier in policy.versions.iter().filter(|one| one.status == VersionStatus::Effective) {
            let ended = PolicyVersion {
                status: VersionStatus::Superseded,
                effective_to: Some(earlier.effective_to.map_or(last, |end| end.min(last))),
                ..earlier.clone()
            };
            put(writer, &policy.number, &ended)?;
        }
        put(writer, &policy.number, &PolicyVersion { status: VersionStatus::Effective, ..version.clone() })
    })?;
    gates_of(session, &name.policy, &name.version)
}

/// Records a review of the version in force and sets the next.
///
/// # Errors
/// `invalid`, `not_found` where none is in force.
pub fn review(state: &mut State, request: ReviewPolicy) -> CommandResult<Gates> {
    let (session, today) = begun(state)?;
    let person = session.person.clone();
    let most = gate::REVIEW.after(today);
    let mut faults = Faults::new();
    faults.length("outcome", &request.outcome, REASON, LONGEST);
    let fits = today < request.next_review && request.next_review <= most;
    faults.unless(fits, "next_review", "out_of_range", format!("Choose a day after today, up to {most}."));
    faults.refuse("A review says what was found, and when the next is.")?;
    let version = session.write("policy::review", |writer| {
        let content = content::load(writer)?;
        let policy = words::policy(&content, request.policy.as_str())?;
        let version = policy.in_force_on(today).ok_or_else(|| not_in_force(policy))?;
        let mut reviewed = PolicyVersion { next_review: Some(request.next_review), ..version.clone() };
        let outcome = request.outcome.trim().to_owned();
        reviewed.reviews.push(PolicyReview { on: today, by: person.number.clone(), outcome });
        put(writer, &policy.number, &reviewed)?;
        Ok(reviewed.number)
    })?;
    gates_of(session, &request.policy, &version)
}

/// Ends a policy without a successor; its versions are kept as long as the law asks.
///
/// # Errors
/// `invalid`, `not_found` where none is in force.
pub fn retire(state: &mut State, request: RetirePolicy) -> CommandResult<Empty> {
    let (session, today) = begun(state)?;
    let mut faults = Faults::new();
    faults.length("reason", &request.reason, REASON, LONGEST);
    faults.unless(today <= request.last_day, "last_day", "too_early", "Choose today or a later day.");
    faults.refuse("A policy ends on a day, for a reason.")?;
    let person = session.person.clone();
    session.write("policy::retire", |writer| {
        let content = content::load(writer)?;
        let policy = words::policy(&content, request.policy.as_str())?;
        let version = policy.in_force_on(today).ok_or_else(|| not_in_force(policy))?;
        let mut retired = PolicyVersion {
            status: VersionStatus::Retired,
            effective_to: Some(request.last_day),
            ..version.clone()
        };
        let outcome = format!("Retired: {}", request.reason.trim());
        retired.reviews.push(PolicyReview { on: today, by: person.number.clone(), outcome });
        put(writer, &policy.number, &retired)?;
        Ok(Empty {})
    })
}

pub(super) fn begun(state: &mut State) -> CommandResult<(&mut Session, Date)> {
    let session = state.session()?;
    let today = session.today()?;
    Ok((session, today))
}

pub(super) fn named<'a>(
    content: &'a Content,
    policy: &PolicyNumber,
    version: &str,
) -> CommandResult<(&'a Policy, &'a PolicyVersion)> {
    let policy = words::policy(content, policy.as_str())?;
    let version = policy.version(version).ok_or_else(|| CommandError::not_found("version", version))?;
    Ok((policy, version))
}

fn scene<'a>(content: &'a Content, policy: &'a Policy, version: &'a PolicyVersion, on: Date) -> Scene<'a> {
    Scene { catalogue: Catalogue::embedded(), content, policy, version, on }
}

/// The version with the ratings that it answers and its seal.
fn sealed(
    content: &mut Content,
    policy: &PolicyNumber,
    dated: PolicyVersion,
) -> CommandResult<PolicyVersion> {
    let number = dated.number.clone();
    let place = content.policies.iter_mut().find(|one| one.number == *policy);
    let slot = place.and_then(|one| one.versions.iter_mut().find(|one| one.number == number));
    *slot.ok_or_else(|| CommandError::internal("submit"))? = dated;
    seal::of_version(Catalogue::embedded(), content, policy, &number)
}

fn after(day: Date, months: u8) -> Option<Date> {
    day.checked_add(Span::new().months(i64::from(months))).ok()
}

fn put(writer: &mut Writer<'_>, policy: &PolicyNumber, version: &PolicyVersion) -> CommandResult<()> {
    Ok(writer.put_policy_version(policy, version)?)
}

fn not_in_review() -> CommandError {
    CommandError::new(ErrorCode::Frozen, "The version is not in review.")
        .hint("Whoever wrote it hands it in first.")
}

fn not_in_force(policy: &Policy) -> CommandError {
    CommandError::not_found("version in force", format!("of {}", policy.number))
}

fn changed() -> CommandError {
    CommandError::new(ErrorCode::Conflict, "The version is no longer what you saw; it was not approved.")
        .hint("Look at it as it is now, then approve it.")
}
