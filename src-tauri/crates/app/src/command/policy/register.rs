//! The registers of a policy: exceptions that were granted, to whom it was given, and who has read it.

use super::form::*;
use super::{PolicyDetail, PolicyName, get};
use crate::error::{CommandError, CommandResult, ErrorCode};
use crate::faults::{Faults, LONGEST, REASON};
use crate::state::{Session, State};
use crate::{problem_words, words};
use riskwright_domain::number::PolicyNumber;
use riskwright_domain::policy::register::{
    Acknowledgement, ExceptionEnd, PolicyException, exception_problems, next_exception,
};
use riskwright_domain::policy::version::Distribution;
use riskwright_domain::policy::{Policy, PolicyVersion};
use riskwright_store::{Writer, content};

/// Grants an exception to a policy in force, for at most 12 months.
///
/// # Errors
/// `not_found`, `invalid` with every wrong field.
pub fn grant_exception(state: &mut State, request: GrantException) -> CommandResult<PolicyDetail> {
    let session = state.session()?;
    let today = session.today()?;
    let granted_by = session.person.number.clone();
    in_policy(session, "policy::grant_exception", &request.policy, |policy| {
        let exception = PolicyException {
            number: next_exception(policy),
            who: request.who.trim().to_owned(),
            statement: request.statement,
            reason: request.reason.trim().to_owned(),
            measures: request.measures.trim().to_owned(),
            granted_by,
            from: request.from,
            until: request.until,
            ended: None,
        };
        let mut faults = Faults::new();
        faults.length("reason", &exception.reason, REASON, LONGEST);
        faults.length("measures", &exception.measures, REASON, LONGEST);
        for problem in exception_problems(policy, &exception, today) {
            let field = problem.path.trim_start_matches('/');
            // Said above, with how much is enough.
            if !["reason", "measures"].contains(&field) {
                let (code, message) = problem_words::described(&problem);
                faults.unless(false, field, code, message);
            }
        }
        faults.refuse("The exception cannot be granted like this.")?;
        policy.exceptions.push(exception);
        Ok(())
    })?;
    get(state, PolicyName { number: request.policy, version: None })
}

/// Ends an exception before its last day.
///
/// # Errors
/// `not_found`, `frozen` for one that was ended, `invalid` without a reason.
pub fn end_exception(state: &mut State, request: EndException) -> CommandResult<PolicyDetail> {
    let session = state.session()?;
    let on = session.today()?;
    let mut faults = Faults::new();
    faults.length("reason", &request.reason, REASON, LONGEST);
    faults.refuse("An exception ends with a reason.")?;
    in_policy(session, "policy::end_exception", &request.policy, |policy| {
        let found = policy.exceptions.iter_mut().find(|one| one.number == request.number);
        let found = found.ok_or_else(|| CommandError::not_found("exception", &request.number))?;
        if found.ended.is_some() {
            return Err(CommandError::new(ErrorCode::Frozen, "This exception was ended before."));
        }
        found.ended = Some(ExceptionEnd { on, reason: request.reason.trim().to_owned() });
        Ok(())
    })?;
    get(state, PolicyName { number: request.policy, version: None })
}

/// Records to whom a version was given and how.
///
/// # Errors
/// `not_found`, `frozen` for a version that was never in force, `invalid` with every wrong field.
pub fn distribute(state: &mut State, request: Distribute) -> CommandResult<PolicyDetail> {
    let session = state.session()?;
    let today = session.today()?;
    let mut faults = Faults::new();
    faults.length("to", &request.to, 2, LONGEST);
    faults.length("how", &request.how, 2, LONGEST);
    faults.unless(request.on <= today, "on", "in_future", "It is recorded once it was given.");
    faults.refuse("It cannot be recorded like this.")?;
    in_version(session, "policy::distribute", (&request.policy, &request.version), |version| {
        let (to, how) = (request.to.trim().to_owned(), request.how.trim().to_owned());
        version.distribution.push(Distribution { on: request.on, to, how });
    })?;
    get(state, PolicyName { number: request.policy, version: Some(request.version) })
}

/// Records who has read a version and agreed to follow it.
///
/// # Errors
/// `not_found`, `frozen` for a version that was never in force, `invalid` with every wrong field.
pub fn acknowledge(state: &mut State, request: Acknowledge) -> CommandResult<PolicyDetail> {
    let session = state.session()?;
    let today = session.today()?;
    let mut faults = Faults::new();
    faults.unless(!request.names.is_empty(), "names", "too_short", "Enter at least one name.");
    for (at, name) in request.names.iter().enumerate() {
        faults.length(&format!("names/{at}"), name, 2, 200);
    }
    faults.length("how", &request.how, 2, LONGEST);
    faults.unless(request.on <= today, "on", "in_future", "It is recorded once it was signed.");
    faults.refuse("It cannot be recorded like this.")?;
    in_version(session, "policy::acknowledge", (&request.policy, &request.version), |version| {
        for name in &request.names {
            let (who, how) = (name.trim().to_owned(), request.how.trim().to_owned());
            version.acknowledgements.push(Acknowledgement { on: request.on, who, how });
        }
    })?;
    get(state, PolicyName { number: request.policy, version: Some(request.version) })
}

fn in_policy(
    session: &mut Session,
    command: &'static str,
    number: &PolicyNumber,
    change: impl FnOnce(&mut Policy) -> CommandResult<()>,
) -> CommandResult<()> {
    session.write(command, |writer| {
        let content = content::load(writer)?;
        let mut policy = words::policy(&content, number.as_str())?.clone();
        change(&mut policy)?;
        writer.put_policy(&policy)?;
        Ok(())
    })
}

fn in_version(
    session: &mut Session,
    command: &'static str,
    (policy, number): (&PolicyNumber, &str),
    change: impl FnOnce(&mut PolicyVersion),
) -> CommandResult<()> {
    session.write(command, |writer| {
        let mut version = stored(writer, policy, number)?;
        if !version.is_frozen() {
            return Err(CommandError::new(
                ErrorCode::Frozen,
                "A draft is not given out for people to follow.",
            )
            .hint("Put the version into force first."));
        }
        change(&mut version);
        writer.put_policy_version(policy, &version)?;
        Ok(())
    })
}

fn stored(writer: &Writer<'_>, policy: &PolicyNumber, number: &str) -> CommandResult<PolicyVersion> {
    let found = writer.policy_version(policy, number)?;
    found.ok_or_else(|| CommandError::not_found("version", format!("{number} of {policy}")))
}
