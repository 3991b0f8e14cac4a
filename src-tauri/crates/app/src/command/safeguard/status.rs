//! Saying what is in place for a safeguard item.

use super::{SaveSafeguard, Saved, item, rule_on};
use crate::error::{CommandError, CommandResult};
use crate::faults::{Faults, LONGEST, REASON};
use crate::history::{Based, begun_or_carried};
use crate::state::State;
use crate::words;
use riskwright_domain::assessment::decision::allowed;
use riskwright_domain::assessment::{SafeguardState, SafeguardStatus};
use riskwright_domain::catalogue::{Catalogue, Safeguard};
use riskwright_domain::workspace::Content;
use riskwright_store::Kind;

/// Saves the status of an item.
///
/// # Errors
/// `not_found`, `invalid` for a status the rule does not allow for the item, `frozen`, `conflict`.
pub fn save(state: &mut State, request: SaveSafeguard) -> CommandResult<Saved> {
    let session = state.session()?;
    let rule = rule_on(session.today()?)?;
    let content = session.content()?;
    let number = words::changeable(content)?.number.clone();
    refuse(content, item(rule, &request.status.safeguard)?, &request.status)?;
    let note = request.status.note.trim().to_owned();
    let status = SafeguardStatus { note, carried: false, ..request.status };
    let citation = status.safeguard.to_string();
    let key = format!("{number}/{citation}");
    let based = Based { kind: Kind::SafeguardStatus, id: &key, revision: request.based_on_revision };
    let revision = session.write("safeguard::save", |writer| {
        let status = begun_or_carried(writer, &based, |_| Ok(status))?;
        writer.put_safeguard_status(&number, &status)?;
        Ok::<_, CommandError>(writer.revision_number(Kind::SafeguardStatus, &key)?)
    })?;
    Ok(Saved { number: citation, revision })
}

fn refuse(content: &Content, item: &Safeguard, status: &SafeguardStatus) -> CommandResult<()> {
    let mut faults = Faults::new();
    let message = match status.status {
        SafeguardState::NotApplicable => "The rule has no condition under which this item does not apply.",
        SafeguardState::Alternative => "Only an addressable specification may be met by an alternative.",
        _ => "The rule does not allow this.",
    };
    faults.unless(allowed(item).contains(&status.status), "status/status", "not_allowed", message);
    let least = if status.status == SafeguardState::NotApplicable { REASON } else { 0 };
    faults.length("status/note", &status.note, least, LONGEST);
    let people = |name: &str| content.people.iter().any(|person| person.number.as_str() == name);
    faults.known("status/owner", &status.owner, people);
    // One of the catalogue's may be named before it is written.
    let policies = |name: &str| {
        let written = content.policies.iter().any(|policy| policy.number.as_str() == name);
        written || Catalogue::embedded().policy(name).is_some()
    };
    faults.known("status/policies", &status.policies, policies);
    let evidence = |name: &str| content.evidence.iter().any(|one| one.number.as_str() == name);
    faults.known("status/evidence", &status.evidence, evidence);
    faults.refuse("The status cannot be saved like this.")
}
