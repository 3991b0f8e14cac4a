//! The list of standards, their elements, and those that published mappings relate to safeguards.

use super::form::*;
use super::{Empty, naming, statements};
use crate::error::{CommandError, CommandResult};
use crate::faults::Faults;
use crate::state::State;
use jiff::civil::Date;
use riskwright_domain::catalogue::{Catalogue, Framework, FrameworkElement};
use riskwright_domain::framework::{OwnElement, OwnFramework, Standards};
use riskwright_domain::number::Citation;
use riskwright_domain::workspace::Content;
use std::collections::BTreeSet;

/// Most elements that one answer lists.
const MOST_LISTED: usize = 200;
/// The frameworks that safeguards are mapped to.
const CONTROLS: &str = "nist-800-53r5";
const CSF: &str = "nist-csf-2.0";

/// Every standard, those of the program first.
///
/// # Errors
/// What the store answers.
pub fn list(state: &mut State, _: Empty) -> CommandResult<FrameworkList> {
    let session = state.session()?;
    let today = session.today()?;
    Ok(all(session.content()?, today))
}

/// Every standard that statements of this content may follow on a day.
pub fn all(content: &Content, on: Date) -> FrameworkList {
    let carried = Catalogue::embedded().framework_catalogues.latest();
    let carried = carried.into_iter().flat_map(|catalogue| catalogue.frameworks.iter());
    let mut frameworks: Vec<FrameworkRow> = carried.map(|one| carried_row(content, one, on)).collect();
    frameworks.extend(content.frameworks.iter().map(|one| own_row(content, one, on)));
    FrameworkList { frameworks }
}

/// Elements of a standard by the beginning of their id or by words of their title, in the order of the standard.
///
/// # Errors
/// `not_found` where there is no such standard.
pub fn elements(state: &mut State, request: FindElements) -> CommandResult<FrameworkElements> {
    let content = state.session()?.content()?;
    let framework = request.framework.as_str();
    let standards = Standards::of(Catalogue::embedded(), content);
    if !standards.is_known(framework) {
        return Err(CommandError::not_found("standard", framework));
    }
    let wanted = request.text.unwrap_or_default().to_lowercase();
    let rows = standards.imported(framework).map_or_else(|| carried_elements(framework), own_elements);
    let mut found: Vec<ElementRow> = rows.into_iter().filter(|row| fits(row, wanted.trim())).collect();
    let more = count(found.len().saturating_sub(MOST_LISTED));
    found.truncate(MOST_LISTED);
    Ok(FrameworkElements { elements: found, more })
}

/// Elements that the published mappings relate to safeguards.
///
/// # Errors
/// `invalid` for a citation that the catalogue does not have.
pub fn propose(_: &mut State, request: ProposeElements) -> CommandResult<ElementProposals> {
    let catalogue = Catalogue::embedded();
    let mut faults = Faults::new();
    let known = |citation: &str| catalogue.safeguard(citation).is_some();
    faults.known("safeguards", request.safeguards.iter().map(Citation::as_str), known);
    faults.refuse("Only safeguards of the Security Rule are mapped to standards.")?;
    let mut proposals = Vec::new();
    let mut seen = BTreeSet::new();
    for framework in [CONTROLS, CSF] {
        for citation in &request.safeguards {
            let related = related(catalogue, framework, citation);
            for element in related.filter(|element| catalogue.accepts_element(framework, element)) {
                if seen.insert((framework, element)) {
                    proposals.push(proposal(catalogue, framework, element, citation));
                }
            }
        }
    }
    let named = |id: &str| proposals.iter().any(|one| one.framework.as_str() == id);
    let mappings = catalogue.security_rules.latest().into_iter().flat_map(|rule| &rule.crosswalks);
    let mappings = mappings.filter(|one| named(one.framework.as_str())).cloned().collect();
    Ok(ElementProposals { proposals, mappings })
}

/// The elements of a framework that a mapping relates to a safeguard.
fn related<'a>(
    catalogue: &'a Catalogue,
    framework: &str,
    citation: &Citation,
) -> impl Iterator<Item = &'a str> + use<'a> {
    let item = catalogue.safeguard(citation.as_str());
    let of_controls = framework == CONTROLS;
    let elements = item.map(|item| if of_controls { &item.nist_800_53r5 } else { &item.csf_2_0 });
    elements.into_iter().flatten().map(String::as_str)
}

fn proposal(catalogue: &Catalogue, framework: &str, element: &str, via: &Citation) -> ElementProposal {
    let found = catalogue.element(framework, element);
    ElementProposal {
        framework: framework.into(),
        element: element.to_owned(),
        title: found.and_then(|found| words(framework, found)),
        via: via.clone(),
    }
}

fn carried_row(content: &Content, one: &Framework, on: Date) -> FrameworkRow {
    let standards = Standards::of(Catalogue::embedded(), content);
    FrameworkRow {
        id: one.id.clone(),
        name: one.name.clone(),
        version: one.version.clone(),
        publisher: one.publisher.clone(),
        published: one.published.clone(),
        current: standards.is_current(one.id.as_str(), on),
        serves_d3: standards.serves_d3(one.id.as_str(), on),
        own: false,
        elements: count(carried_elements(one.id.as_str()).len()),
        used_by: count(statements(&naming(content, &one.id)).len()),
        element_form: one.element_form.clone(),
        note: one.note.clone(),
        import: None,
    }
}

fn own_row(content: &Content, one: &OwnFramework, on: Date) -> FrameworkRow {
    FrameworkRow {
        id: one.id.clone(),
        name: one.name.clone(),
        version: one.version.clone(),
        publisher: one.publisher.clone(),
        published: one.published.clone(),
        current: one.is_current(on),
        serves_d3: one.serves_d3(on),
        own: true,
        elements: count(one.elements.len()),
        used_by: count(statements(&naming(content, &one.id)).len()),
        element_form: None,
        note: None,
        import: Some(FrameworkOrigin {
            source: one.source.clone(),
            imported_on: one.imported_on,
            consensus_based: one.basis.consensus_based,
            reason: one.basis.reason.clone(),
        }),
    }
}

/// Listed elements of a framework of the program that are not withdrawn.
fn carried_elements(framework: &str) -> Vec<ElementRow> {
    let catalogue = Catalogue::embedded().framework_catalogues.latest();
    let listed = catalogue.and_then(|catalogue| catalogue.elements_of(framework));
    let listed = listed.into_iter().flatten().filter(|one| !one.is_withdrawn());
    listed.map(|one| ElementRow { id: one.id.clone(), title: words(framework, one) }).collect()
}

fn own_elements(own: &OwnFramework) -> Vec<ElementRow> {
    own.elements.iter().map(row).collect()
}

pub(super) fn row(one: &OwnElement) -> ElementRow {
    ElementRow { id: one.id.clone(), title: one.title.clone() }
}

/// The official title where it may be shown, else a hint in our words under the title of what it is part of.
fn words(framework: &str, one: &FrameworkElement) -> Option<String> {
    if one.title.is_some() {
        return one.title.clone();
    }
    let part_of = one.parent.as_deref().and_then(|parent| Catalogue::embedded().element(framework, parent));
    let heading = part_of.and_then(|parent| parent.title.as_deref());
    let hint = one.hint.as_deref()?;
    Some(heading.map_or_else(|| hint.to_owned(), |heading| format!("{heading}: {hint}")))
}

/// Whether the id begins with a lower-case text, or every word of it stands in the title.
fn fits(row: &ElementRow, wanted: &str) -> bool {
    let title = row.title.as_deref().unwrap_or_default().to_lowercase();
    row.id.to_lowercase().starts_with(wanted) || wanted.split_whitespace().all(|word| title.contains(word))
}

pub(super) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
