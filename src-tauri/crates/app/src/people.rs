//! People as the page shows them: the person, the account, the identity, and what the person may approve.

pub mod keys;
pub mod register;

use crate::account::SHORTEST_PASSPHRASE;
use crate::command::person::{PersonList, PersonRow};
use crate::error::{CommandError, CommandResult};
use crate::state::Session;
use jiff::civil::Date;
use riskwright_domain::assessment::gaps::{ApproverFault, approver_faults};
use riskwright_domain::number::PersonNumber;
use riskwright_domain::organization::{Access, Certificate, Person};
use riskwright_domain::workspace::Content;
use riskwright_store::Kind;

/// Everybody, by number.
///
/// # Errors
/// What the store answers.
pub fn all(session: &mut Session) -> CommandResult<PersonList> {
    let mut numbers: Vec<PersonNumber> =
        session.content()?.people.iter().map(|person| person.number.clone()).collect();
    numbers.sort();
    let people = numbers.iter().map(|number| row(session, number)).collect::<CommandResult<_>>()?;
    Ok(PersonList { people, shortest_passphrase: u32::try_from(SHORTEST_PASSPHRASE).unwrap_or(u32::MAX) })
}

/// One person.
///
/// # Errors
/// `not_found`.
pub fn row(session: &mut Session, number: &PersonNumber) -> CommandResult<PersonRow> {
    let today = session.today()?;
    let is_you = session.person.number == *number;
    let (revision, certificates) = session.store.read(|reader| -> CommandResult<_> {
        Ok((reader.revision_number(Kind::Person, number.as_str())?, reader.certificates()?))
    })?;
    let content = session.content()?;
    let person = find(content, number)?.clone();
    Ok(PersonRow {
        certificate: in_use(certificates, &person),
        may_approve: may_approve(content, &person, today),
        person,
        revision,
        is_you,
    })
}

/// The person with a number.
///
/// # Errors
/// `not_found`.
pub fn find<'a>(content: &'a Content, number: &PersonNumber) -> CommandResult<&'a Person> {
    content
        .people
        .iter()
        .find(|person| person.number == *number)
        .ok_or_else(|| CommandError::not_found("person", number))
}

/// The last one that was recorded; a closed account has none.
fn in_use(certificates: Vec<Certificate>, person: &Person) -> Option<Certificate> {
    person.login.as_ref()?;
    certificates.into_iter().rfind(|one| one.holder.as_ref() == Some(&person.number))
}

/// What a person may approve on a day, in words: policies and assessments are approved by the security official and
/// a member of the executive, whoever made an assessment alone does not approve it, and one person may stand for both
/// where the organization records that it has nobody else.
fn may_approve(content: &Content, person: &Person, on: Date) -> Vec<String> {
    if person.login.is_none() {
        return Vec::new();
    }
    let alone = content.organization.no_second_person;
    let official = content.organization.has_security_official(person, on);
    let executive = person.access.contains(&Access::Executive);
    let mut capacities = Vec::new();
    if official {
        capacities.push("as security official");
    }
    if executive {
        capacities.push("as executive");
    } else if official && alone {
        capacities.push("as executive, because there is no second person");
    }
    let what = approved(content, person, on);
    capacities.iter().map(|capacity| format!("{what}, {capacity}")).collect()
}

fn approved(content: &Content, person: &Person, on: Date) -> String {
    let current = content.assessments.iter().max_by_key(|assessment| assessment.year);
    let refused = current.is_some_and(|assessment| {
        approver_faults(content, assessment, person, on).contains(&ApproverFault::SoleAuthor)
    });
    match current {
        Some(assessment) if refused => {
            format!("policies and assessments, but not {}, which this person made alone", assessment.number)
        }
        _ => "policies and assessments".to_owned(),
    }
}
