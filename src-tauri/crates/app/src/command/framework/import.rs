//! Catalogues of the organization's own: looked at, imported, marked as superseded, taken out.

use super::form::*;
use super::look::{all, count, row};
use super::problem::described;
use super::{naming, statements};
use crate::error::{CommandError, CommandResult, ErrorCode, FieldError};
use crate::faults::{Faults, LONGEST};
use crate::state::State;
use jiff::civil::Date;
use riskwright_domain::audit::sha256_hex;
use riskwright_domain::framework::oscal::{self, OscalProblem, Read};
use riskwright_domain::framework::{OwnFramework, SHORTEST_REASON, StandardBasis};
use riskwright_domain::number::FrameworkId;
use riskwright_domain::workspace::Content;
use riskwright_store::content;
use std::collections::BTreeSet;

/// How many elements a preview shows.
const FIRST: usize = 20;
/// Most problems that are named one by one.
const MOST_NAMED: usize = 200;
/// Longest name of a file that is kept, in characters.
const LONGEST_NAME: usize = 200;

/// What an import would bring; nothing is written.
///
/// # Errors
/// What the store answers; a file that cannot be taken is no error here.
pub fn preview(state: &mut State, request: PreviewFramework) -> CommandResult<FrameworkPreview> {
    let content = state.session()?.content()?;
    let read = match oscal::read(&request.text) {
        Ok(read) => read,
        Err(found) => return Ok(refused_preview(&found)),
    };
    let replaces = earlier(content, &read).is_some();
    Ok(FrameworkPreview {
        elements: count(read.elements.len()),
        withdrawn: count(read.withdrawn),
        first: read.elements.iter().take(FIRST).map(row).collect(),
        name: read.name,
        version: read.version,
        publisher: read.publisher,
        published: read.published,
        replaces,
        ..FrameworkPreview::default()
    })
}

/// Imports a catalogue; the same title and edition takes the place of what was imported before.
///
/// # Errors
/// `invalid` with everything that keeps the file out, or with every wrong field; `in_use` where statements name elements
/// that the new file no longer has.
pub fn import(state: &mut State, request: ImportFramework) -> CommandResult<FrameworkList> {
    let session = state.session()?;
    let today = session.today()?;
    let read = oscal::read(&request.text).map_err(|found| refused(&found))?;
    let publisher = request.publisher.clone().or_else(|| read.publisher.clone()).unwrap_or_default();
    refuse_faulty(&request, &publisher)?;
    session.write("framework::import", |writer| {
        // Looked at within the transaction: what was shown may be old.
        let content = content::load(writer)?;
        let framework = made(&content, &request, read, publisher, today);
        refuse_lost(&content, &framework)?;
        Ok::<_, CommandError>(writer.put_framework(&framework)?)
    })?;
    Ok(all(session.content()?, today))
}

/// Marks a catalogue of the organization's own as superseded from today.
///
/// # Errors
/// `not_found`; `frozen` where it is marked already.
pub fn retire(state: &mut State, name: FrameworkName) -> CommandResult<FrameworkList> {
    let session = state.session()?;
    let today = session.today()?;
    session.write("framework::retire", |writer| {
        let found = writer.framework(&name.id)?;
        let found = found.ok_or_else(|| CommandError::not_found("standard of your own", &name.id))?;
        if let Some(on) = found.retired_on {
            let message = format!("{} is marked as superseded since {on}.", found.title());
            return Err(CommandError::new(ErrorCode::Frozen, message)
                .hint("Import the file again if it is the edition to use after all."));
        }
        writer.put_framework(&OwnFramework { retired_on: Some(today), ..found })?;
        Ok(())
    })?;
    Ok(all(session.content()?, today))
}

/// Takes out a catalogue of the organization's own that no statement names.
///
/// # Errors
/// `not_found`; `in_use` with the statements that name it.
pub fn remove(state: &mut State, name: FrameworkName) -> CommandResult<FrameworkList> {
    let session = state.session()?;
    let today = session.today()?;
    session.write("framework::remove", |writer| {
        if writer.framework(&name.id)?.is_none() {
            return Err(CommandError::not_found("standard of your own", &name.id));
        }
        let content = content::load(writer)?;
        let named = statements(&naming(&content, &name.id));
        if !named.is_empty() {
            let message = format!("It stays, as statements follow it: {}.", listed(&named));
            return Err(CommandError::new(ErrorCode::InUse, message).hint(
                "Mark it as superseded instead: the statements keep their names, and it no longer counts.",
            ));
        }
        Ok(writer.remove_framework(&name.id)?)
    })?;
    Ok(all(session.content()?, today))
}

fn made(
    content: &Content,
    request: &ImportFramework,
    read: Read,
    publisher: String,
    today: Date,
) -> OwnFramework {
    let sha256 = sha256_hex(request.text.as_bytes());
    let id = earlier(content, &read).map_or_else(|| free_id(content, &read, &sha256), |one| one.id.clone());
    let reason = if request.consensus_based { request.reason.trim().to_owned() } else { String::new() };
    OwnFramework {
        id,
        name: read.name,
        version: read.version,
        publisher: publisher.trim().to_owned(),
        published: read.published,
        source: file_name(&request.file_name),
        sha256,
        oscal_version: read.oscal_version,
        imported_on: today,
        basis: StandardBasis { consensus_based: request.consensus_based, reason },
        elements: read.elements,
        retired_on: None,
    }
}

/// The same title and edition, imported before.
fn earlier<'a>(content: &'a Content, read: &Read) -> Option<&'a OwnFramework> {
    content.frameworks.iter().find(|one| one.name == read.name && one.version == read.version)
}

/// An id of title and edition; with the hash of the file where another title gave the same.
fn free_id(content: &Content, read: &Read, sha256: &str) -> FrameworkId {
    let id = OwnFramework::id_for(&read.name, &read.version, sha256);
    if content.frameworks.iter().all(|one| one.id != id) {
        return id;
    }
    let hash: String = sha256.chars().take(12).collect();
    FrameworkId::from(format!("{id}-{hash}"))
}

fn refuse_faulty(request: &ImportFramework, publisher: &str) -> CommandResult<()> {
    let mut faults = Faults::new();
    faults.length("publisher", publisher, 2, 200);
    faults.unless(
        !file_name(&request.file_name).is_empty(),
        "file_name",
        "too_short",
        "The file needs a name.",
    );
    if request.consensus_based {
        faults.length("reason", &request.reason, SHORTEST_REASON, LONGEST);
    }
    faults.refuse("Say who publishes the standard, and why it is consensus-based or best practice guidance.")
}

/// Elements that statements name stay.
fn refuse_lost(content: &Content, framework: &OwnFramework) -> CommandResult<()> {
    let named = naming(content, &framework.id);
    let lost: BTreeSet<(String, &str)> =
        named.into_iter().filter(|(_, element)| framework.element(element).is_none()).collect();
    if lost.is_empty() {
        return Ok(());
    }
    let elements: BTreeSet<String> = lost.iter().map(|(_, element)| (*element).to_owned()).collect();
    let message = format!(
        "Nothing was imported: the file lacks {}, which statements follow: {}.",
        listed(&elements),
        listed(&statements(&lost))
    );
    Err(CommandError::new(ErrorCode::InUse, message)
        .hint("Import it as the edition that it is, or align those statements with other elements first."))
}

/// The last part of a path, cut to a length that can be shown.
fn file_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    last.trim().chars().filter(|one| !one.is_control()).take(LONGEST_NAME).collect()
}

fn refused_preview(found: &[OscalProblem]) -> FrameworkPreview {
    FrameworkPreview {
        problems: named(found),
        more_problems: count(found.len().saturating_sub(MOST_NAMED)),
        ..FrameworkPreview::default()
    }
}

fn refused(found: &[OscalProblem]) -> CommandError {
    CommandError::invalid("The file cannot be taken as a standard.", named(found))
        .hint("Choose a catalogue in OSCAL's JSON form, as its publisher offers it.")
}

fn named(found: &[OscalProblem]) -> Vec<FieldError> {
    found.iter().take(MOST_NAMED).map(described).collect()
}

fn listed(names: &BTreeSet<String>) -> String {
    names.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
}
