//! The whole content of a workspace as one value: what is exported, imported and handed to pure functions.

use crate::error::StoreError;
use crate::kind::Kind;
pub use crate::past::{ContentThen, Past, load_known_at};
use crate::reader::Reader;
use crate::writer::Writer;
use riskwright_domain::workspace::{Content, FORMAT};
use std::collections::BTreeSet;

/// The current content; approvals tell when and from which file they were recorded.
///
/// # Errors
/// [`StoreError::Empty`] before there is an organization; else if the database refuses or a body does not
/// have its form.
pub fn load(reader: &Reader<'_>) -> Result<Content, StoreError> {
    Ok(Content {
        riskwright_exchange: FORMAT,
        organization: reader.organization()?.ok_or(StoreError::Empty)?,
        people: reader.people()?,
        evidence: reader.evidence()?,
        assessments: reader.assessments()?,
        policies: reader.policies()?,
        practices: reader.practices()?,
        triggers: reader.triggers()?,
        incidents: reader.incidents()?,
        frameworks: reader.frameworks()?,
    })
}

/// Lays a content into a workspace that holds nothing but its profile and people, which it replaces.
///
/// # Errors
/// As [`save`].
pub fn replace_profile(
    writer: &mut Writer<'_>,
    content: &Content,
    imported_from: Option<&str>,
) -> Result<(), StoreError> {
    let profile = [Kind::Organization, Kind::Person, Kind::Settings, Kind::Certificate];
    for kind in Kind::CURRENT.into_iter().filter(|kind| !profile.contains(kind)) {
        if writer.count(kind)? > 0 {
            return Err(StoreError::NotEmpty);
        }
    }
    let kept = |number: &_| content.people.iter().any(|person| person.number == *number);
    for person in writer.people()?.iter().filter(|person| !kept(&person.number)) {
        writer.remove_person(&person.number)?;
    }
    lay_from(writer, content, imported_from)
}

/// Lays a content into an empty workspace, every list in its order; `imported_from` is the SHA-256 (hex) of
/// the exchange file it comes from.
///
/// # Errors
/// [`StoreError::NotEmpty`] if any record is there; [`StoreError::Duplicate`] for a number or key that occurs
/// twice; else if the database refuses.
pub fn save(
    writer: &mut Writer<'_>,
    content: &Content,
    imported_from: Option<&str>,
) -> Result<(), StoreError> {
    if !writer.is_empty()? {
        return Err(StoreError::NotEmpty);
    }
    lay_from(writer, content, imported_from)
}

fn lay_from(
    writer: &mut Writer<'_>,
    content: &Content,
    imported_from: Option<&str>,
) -> Result<(), StoreError> {
    refuse_duplicates(content)?;
    writer.imported_from = imported_from.map(str::to_owned);
    let outcome = lay(writer, content);
    writer.imported_from = None;
    outcome
}

fn lay(writer: &mut Writer<'_>, content: &Content) -> Result<(), StoreError> {
    writer.put_organization(&content.organization)?;
    for person in &content.people {
        writer.put_person(person)?;
    }
    for evidence in &content.evidence {
        writer.put_evidence(evidence)?;
    }
    for assessment in &content.assessments {
        writer.put_assessment(assessment)?;
    }
    for policy in &content.policies {
        writer.put_policy(policy)?;
    }
    for practice in &content.practices {
        writer.put_practice(practice)?;
    }
    for trigger in &content.triggers {
        writer.put_trigger(trigger)?;
    }
    for incident in &content.incidents {
        writer.put_incident(incident)?;
    }
    for framework in &content.frameworks {
        writer.put_framework(framework)?;
    }
    Ok(())
}

/// A second record of the same number would quietly take the place of the first.
fn refuse_duplicates(content: &Content) -> Result<(), StoreError> {
    once(Kind::Person, content.people.iter().map(|person| person.number.as_str()))?;
    once(Kind::Evidence, content.evidence.iter().map(|evidence| evidence.number.as_str()))?;
    once(Kind::Assessment, content.assessments.iter().map(|assessment| assessment.number.as_str()))?;
    once(Kind::Policy, content.policies.iter().map(|policy| policy.number.as_str()))?;
    once(Kind::Practice, content.practices.iter().map(|practice| practice.number.as_str()))?;
    once(Kind::Trigger, content.triggers.iter().map(|trigger| trigger.number.as_str()))?;
    once(Kind::Incident, content.incidents.iter().map(|incident| incident.number.as_str()))?;
    once(Kind::Framework, content.frameworks.iter().map(|framework| framework.id.as_str()))
}

fn once<'a>(kind: Kind, numbers: impl Iterator<Item = &'a str>) -> Result<(), StoreError> {
    let mut seen = BTreeSet::new();
    for number in numbers {
        if !seen.insert(number) {
            return Err(StoreError::Duplicate { kind, id: number.to_owned() });
        }
    }
    Ok(())
}
