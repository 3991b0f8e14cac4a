//! Saving what an assessment says of itself.

use super::form::*;
use crate::error::{CommandError, CommandResult};
use crate::faults::{Faults, LONGEST};
use crate::history::{Based, carried_over};
use crate::state::State;
use crate::words;
use jiff::civil::Date;
use riskwright_domain::assessment::{Assessment, OpenItem, Source};
use riskwright_domain::workspace::Content;
use riskwright_store::Kind;

/// Saves what an assessment says of itself: scope, assessors, sources, open items.
///
/// # Errors
/// `invalid`, `frozen`, `conflict`.
pub fn save(state: &mut State, request: SaveAssessment) -> CommandResult<Saved> {
    let session = state.session()?;
    let today = session.today()?;
    let content = session.content()?;
    let number = words::changeable(content)?.number.clone();
    refuse(content, &request, today)?;
    let based = Based { kind: Kind::Assessment, id: number.as_str(), revision: request.based_on_revision };
    let revision = session.write("assessment::save", |writer| {
        super::begin::refuse_frozen(writer, &number)?;
        let row = carried_over(writer, &based, |base: Assessment| Ok(with(base, request)))?;
        writer.put_assessment_row(&row)?;
        Ok::<_, CommandError>(writer.revision_number(Kind::Assessment, number.as_str())?)
    })?;
    Ok(Saved { number: number.to_string(), revision })
}

fn with(base: Assessment, request: SaveAssessment) -> Assessment {
    let sources = request.sources.into_iter();
    let open_items = request.open_items.into_iter();
    Assessment {
        scope: request.scope.trim().to_owned(),
        due: request.due,
        assessors: request.assessors,
        sources: sources.map(|one| Source { name: one.name.trim().to_owned(), ..one }).collect(),
        open_items: open_items.map(|one| OpenItem { what: one.what.trim().to_owned(), ..one }).collect(),
        ..base
    }
}

fn refuse(content: &Content, request: &SaveAssessment, today: Date) -> CommandResult<()> {
    let known = |number: &str| content.people.iter().any(|person| person.number.as_str() == number);
    let mut faults = Faults::new();
    faults.length("scope", &request.scope, 0, LONGEST);
    for (at, person) in request.assessors.iter().enumerate() {
        faults.known(&format!("assessors/{at}"), [person.as_str()], known);
    }
    for (at, source) in request.sources.iter().enumerate() {
        faults.length(&format!("sources/{at}/name"), &source.name, 2, 400);
        let message = "A source was consulted today or before.";
        let field = format!("sources/{at}/consulted_on");
        faults.unless(source.consulted_on <= today, &field, "in_future", message);
    }
    for (at, item) in request.open_items.iter().enumerate() {
        faults.length(&format!("open_items/{at}/what"), &item.what, 3, LONGEST);
        let owner = item.owner.iter().map(|owner| owner.as_str());
        faults.known(&format!("open_items/{at}/owner"), owner, known);
    }
    faults.refuse("The assessment cannot be saved like this.")
}
