//! The organization's profile.

pub use super::Empty;
use crate::error::{CommandError, CommandResult};
use crate::history::{Based, carried_over};
use crate::state::State;
use riskwright_domain::organization::{Organization, Person};
use riskwright_store::Kind;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use validator::Validate;

/// Id of the one record of its kind.
const ORGANIZATION: &str = "organization";

/// The organization and its people.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct OrganizationView {
    /// The profile.
    pub organization: Organization,
    /// People by number.
    pub people: Vec<Person>,
    /// Revision of the profile, to name when saving.
    pub revision: i64,
}

/// A changed profile.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveOrganization {
    /// The whole profile.
    pub organization: Organization,
    /// The revision this change was based on.
    pub based_on_revision: i64,
}

/// What was saved.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct SavedOrganization {
    /// Revision of the profile now.
    pub revision: i64,
}

/// The profile and the people.
///
/// # Errors
/// What the store answers.
pub fn get(state: &mut State, _: Empty) -> CommandResult<OrganizationView> {
    let session = state.session()?;
    let content = session.content()?;
    let (organization, people) = (content.organization.clone(), content.people.clone());
    let revision = session.store.read(|reader| reader.revision_number(Kind::Organization, ORGANIZATION))?;
    Ok(OrganizationView { organization, people, revision })
}

/// Saves the profile.
///
/// # Errors
/// `invalid` with every wrong field, `conflict` with both values where somebody else changed the same field.
pub fn save(state: &mut State, request: SaveOrganization) -> CommandResult<SavedOrganization> {
    request.organization.validate()?;
    let session = state.session()?;
    let based = Based { kind: Kind::Organization, id: ORGANIZATION, revision: request.based_on_revision };
    let revision = session.write("organization::save", |writer| {
        let wanted = |base: Organization| Ok(Organization { id: base.id, ..request.organization });
        let organization = carried_over(writer, &based, wanted)?;
        organization.validate()?;
        writer.put_organization(&organization)?;
        Ok::<_, CommandError>(writer.revision_number(Kind::Organization, ORGANIZATION)?)
    })?;
    Ok(SavedOrganization { revision })
}
