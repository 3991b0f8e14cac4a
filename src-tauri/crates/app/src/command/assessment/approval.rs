//! From review to approval, and back.

use super::form::*;
use super::{Empty, view, words as gap_words};
use crate::error::{CommandError, CommandResult, ErrorCode, FieldError};
use crate::faults::{Faults, LONGEST, REASON};
use crate::state::State;
use jiff::civil::Date;
use riskwright_domain::approval::Approval;
use riskwright_domain::assessment::gaps::{ApproverFault, approver_faults, gaps};
use riskwright_domain::assessment::seal::content_hash;
use riskwright_domain::assessment::{Assessment, AssessmentStatus, Rejection};
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::organization::Person;
use riskwright_domain::workspace::Content;
use riskwright_store::{Writer, content};

/// Hands the assessment to the approver.
///
/// # Errors
/// `invalid` with everything that is missing, `frozen` where none is being worked on.
pub fn submit(state: &mut State, _: Empty) -> CommandResult<AssessmentView> {
    let session = state.session()?;
    let today = session.today()?;
    session.write("assessment::submit", |writer| {
        let content = content::load(writer)?;
        let one = crate::words::changeable(&content)?;
        refuse_gaps(&content, one, today)?;
        set_status(writer, one, AssessmentStatus::InReview)
    })?;
    view::of_at_hand(session)
}

/// Approves the assessment and freezes it; the one approved before is superseded.
///
/// A further approval of the approved one binds to its content as it is then.
///
/// # Errors
/// `conflict` where the content is not what the person saw, `invalid` with everything that forbids approval,
/// `forbidden` for a person or capacity that may not approve, `exists` for a second approval in one capacity.
pub fn approve(state: &mut State, request: Approve) -> CommandResult<AssessmentView> {
    let session = state.session()?;
    let today = session.today()?;
    let person = session.person.clone();
    let mut faults = Faults::new();
    faults.length("statement", &request.statement, REASON, LONGEST);
    faults.refuse("An approval says what it declares.")?;
    session.write("assessment::approve", |writer| {
        let content = content::load(writer)?;
        let one = approvable(&content)?;
        refuse_person(&content, one, &person, &request, today)?;
        if content_hash(one) != request.content_hash {
            return Err(changed());
        }
        if one.status == AssessmentStatus::InReview {
            refuse_gaps(&content, one, today)?;
        }
        write(writer, &content, one, approval(&person, &request, today))
    })?;
    view::of_at_hand(session)
}

/// Sends the assessment back.
///
/// # Errors
/// `invalid` without a reason, `forbidden` for a person who may not approve, `frozen` where none is in review.
pub fn reject(state: &mut State, request: Reject) -> CommandResult<AssessmentView> {
    let session = state.session()?;
    let today = session.today()?;
    let person = session.person.clone();
    let mut faults = Faults::new();
    faults.length("reason", &request.reason, REASON, LONGEST);
    faults.refuse("Whoever made the assessment must know what to do first.")?;
    session.write("assessment::reject", |writer| {
        let content = content::load(writer)?;
        let one = content.open_assessment().filter(|one| one.status == AssessmentStatus::InReview);
        let one = one.ok_or_else(not_in_review)?;
        if approver_faults(&content, one, &person, today).contains(&ApproverFault::WrongCapacity) {
            return Err(not_allowed(&[ApproverFault::WrongCapacity]));
        }
        let reason = request.reason.trim().to_owned();
        let mut sent_back = one.clone();
        sent_back.rejections.push(Rejection { reason, by: person.number.clone(), on: today });
        set_status(writer, &sent_back, AssessmentStatus::InProgress)
    })?;
    view::of_at_hand(session)
}

/// The one in review; else the approved one that counts, for a further approval.
fn approvable(content: &Content) -> CommandResult<&Assessment> {
    let at_hand = crate::words::at_hand(content)?;
    match at_hand.status {
        AssessmentStatus::InReview | AssessmentStatus::Approved => Ok(at_hand),
        _ => Err(not_in_review()),
    }
}

fn refuse_person(
    content: &Content,
    one: &Assessment,
    person: &Person,
    request: &Approve,
    today: Date,
) -> CommandResult<()> {
    let faults = approver_faults(content, one, person, today);
    if !faults.is_empty() {
        return Err(not_allowed(&faults));
    }
    if !view::capacities(content, person, today).contains(&request.capacity) {
        let message = format!("You are not {} today.", request.capacity.label().to_lowercase());
        return Err(CommandError::new(ErrorCode::Forbidden, message)
            .hint("Approve in a capacity that the people and duties of the organization give you."));
    }
    let twice = one.approvals.iter().any(|it| it.by == person.number && it.capacity == request.capacity);
    if twice {
        return Err(CommandError::new(ErrorCode::Exists, "You approved it in this capacity already."));
    }
    Ok(())
}

fn refuse_gaps(content: &Content, one: &Assessment, today: Date) -> CommandResult<()> {
    let found = gaps(Catalogue::embedded(), content, one, today);
    let fields: Vec<FieldError> =
        found.gaps.iter().filter(|gap| gap.blocking).map(gap_words::field).collect();
    if fields.is_empty() {
        return Ok(());
    }
    Err(CommandError::invalid("The assessment is not complete: it may not be approved like this.", fields)
        .hint("Each of these leads to its place."))
}

fn approval(person: &Person, request: &Approve, today: Date) -> Approval {
    let hash = request.content_hash.clone();
    Approval::given(person.number.clone(), request.capacity, today, &request.statement, hash)
}

fn write(
    writer: &mut Writer<'_>,
    content: &Content,
    one: &Assessment,
    approval: Approval,
) -> CommandResult<()> {
    let mut approved = Assessment { status: AssessmentStatus::Approved, ..one.clone() };
    approved.approvals.push(approval);
    writer.put_assessment(&approved)?;
    let earlier = content.assessments.iter().filter(|it| it.number != one.number);
    for earlier in earlier.filter(|it| it.status == AssessmentStatus::Approved) {
        set_status(writer, earlier, AssessmentStatus::Superseded)?;
    }
    Ok(())
}

fn set_status(writer: &mut Writer<'_>, one: &Assessment, status: AssessmentStatus) -> CommandResult<()> {
    writer.put_assessment_row(&Assessment { status, ..one.clone() })?;
    Ok(())
}

fn not_in_review() -> CommandError {
    CommandError::new(ErrorCode::Frozen, "No assessment is in review.")
        .hint("Whoever made it hands it in first.")
}

fn changed() -> CommandError {
    CommandError::new(ErrorCode::Conflict, "The assessment is no longer what you saw; it was not approved.")
        .hint("Look at it as it is now, then approve it.")
}

fn not_allowed(faults: &[ApproverFault]) -> CommandError {
    let reasons = faults.iter().map(|fault| match fault {
        ApproverFault::WrongCapacity => "you are neither security official nor executive",
        ApproverFault::SoleAuthor => "you made it alone",
    });
    let reasons: Vec<&str> = reasons.collect();
    let message = format!("You may not approve this assessment: {}.", reasons.join("; "));
    CommandError::new(ErrorCode::Forbidden, message)
        .hint("Ask another official or executive; where there is no second person, the organization's profile says so.")
}
