//! A policy version as typed blocks: the sections a complete policy has, sealed and printed.
//!
//! Every mandatory section is built here from data; a template chooses order and adds words. What was sealed
//! is printed from the seal: templates change later, approved text does not.

mod approval;
pub(crate) mod basis;
pub(crate) mod duties;
mod governance;
mod sheet;
mod standing;

pub use approval::{SigningPlace, signing_places};
pub use sheet::Sheet;

use crate::block::Block;
use crate::document::Document;
use crate::template::{TemplateError, fill_template};
use riskwright_domain::audit::{Head, canonical_json, hash_of, sha256_hex};
use riskwright_domain::policy::{PolicyVersion, Seal};
use serde_json::json;

/// A template: its name for messages and its text.
#[derive(Debug, Clone, Copy)]
pub struct Template<'a> {
    /// Path as an officer knows it: `policy-templates/_default/body.md.tera`.
    pub name: &'a str,
    /// The Tera source.
    pub source: &'a str,
}

/// What a printed copy says of itself beside the sealed content.
#[derive(Debug, Clone)]
pub struct Printed<'a> {
    /// End of the workspace's trail when the copy was made.
    pub head: &'a Head,
    /// Rule edition and the day it was confirmed, as printed.
    pub rule_edition: &'a str,
}

/// The sections in the order of a complete policy, each with its heading; one that does not apply has no blocks.
#[must_use]
pub fn sections(sheet: &Sheet<'_>) -> Vec<(String, Vec<Block>)> {
    let all = [
        ("purpose", standing::purpose(sheet)),
        ("scope", standing::scope(sheet)),
        ("definitions", standing::definitions(sheet)),
        ("roles", standing::roles(sheet)),
        ("risk_basis", basis::risk_basis(sheet)),
        ("statements", duties::statements(sheet)),
        ("procedures", duties::procedures(sheet)),
        ("timeframes", duties::timeframes(sheet)),
        ("parameters", duties::parameters(sheet)),
        ("safeguards", basis::safeguards(sheet)),
        ("addressable_decisions", basis::addressable_decisions(sheet)),
        ("standards", basis::standards(sheet)),
        ("trace", basis::trace(sheet)),
        ("even_application", governance::even_application(sheet)),
        ("effect_on_access", governance::effect_on_access(sheet)),
        ("factors", governance::factors(sheet)),
        ("sanctions", governance::sanctions(sheet)),
        ("exceptions", governance::exceptions(sheet)),
        ("training", governance::training(sheet)),
        ("monitoring", governance::monitoring(sheet)),
        ("review", governance::review(sheet)),
        ("retention", governance::retention(sheet)),
        ("availability", governance::availability(sheet)),
        ("related", governance::related(sheet)),
    ];
    all.map(|(name, blocks)| (name.to_owned(), blocks)).into()
}

/// The body of the policy: the template filled with the sections.
///
/// # Errors
/// What is wrong with the template, with file and line.
pub fn body(sheet: &Sheet<'_>, template: Template<'_>) -> Result<Vec<Block>, TemplateError> {
    fill_template(template.name, template.source, &sheet.context(), &sections(sheet))
}

/// Seals a version: what approvals bind to and reprints rest on.
///
/// # Errors
/// What is wrong with the template, with file and line.
pub fn seal(sheet: &Sheet<'_>, template: Template<'_>) -> Result<Seal, TemplateError> {
    let blocks = canonical_json(&body(sheet, template)?);
    let template_hash = sha256_hex(template.source.as_bytes());
    let content_hash = content_hash(sheet, &blocks, &template_hash);
    Ok(Seal { content_hash, template_hash, blocks })
}

/// Whether the seal still fits the version.
#[must_use]
pub fn seal_holds(sheet: &Sheet<'_>, seal: &Seal) -> bool {
    let forms = [content_hash, first_content_hash];
    forms.iter().any(|form| form(sheet, &seal.blocks, &seal.template_hash) == seal.content_hash)
}

/// As seals were first made: over the names of the organization and the policy too.
fn first_content_hash(sheet: &Sheet<'_>, blocks: &str, template_hash: &str) -> String {
    let identity = json!({
        "organization": sheet.organization.name,
        "policy": sheet.policy.number,
        "title": sheet.policy.title,
        "may_restrict_ehi": sheet.policy.may_restrict_ehi,
    });
    hash_of(&json!({
        "identity": identity,
        "version": approved_part(sheet.version),
        "blocks": blocks,
        "template_hash": template_hash,
    }))
}

/// Over what was approved alone: a later change of the organization's name or of the policy's title leaves it.
fn content_hash(sheet: &Sheet<'_>, blocks: &str, template_hash: &str) -> String {
    hash_of(&json!({
        "policy": sheet.policy.number,
        "version": approved_part(sheet.version),
        "blocks": blocks,
        "template_hash": template_hash,
    }))
}

/// What approvals bind to, whichever workspace it stands in.
fn approved_part(version: &PolicyVersion) -> PolicyVersion {
    PolicyVersion { id: riskwright_domain::policy::version::no_id(), ..version.without_life() }
}

/// The whole document of a sealed version, with its approvals and places to sign.
///
/// # Errors
/// If the sealed blocks cannot be read back.
pub fn document(
    sheet: &Sheet<'_>,
    seal: &Seal,
    printed: &Printed<'_>,
) -> Result<Document, serde_json::Error> {
    let mut blocks: Vec<Block> = serde_json::from_str(&seal.blocks)?;
    blocks.extend(approval::version_history(sheet));
    blocks.extend(approval::approval(sheet, seal));
    blocks.extend(approval::about_this_copy(sheet, seal, printed));
    let mut document = Document::new(&sheet.organization.name, &sheet.policy.title);
    document.subtitle = "Information security policy".to_owned();
    document.number = sheet.policy.number.to_string();
    document.version.clone_from(&sheet.version.number);
    document.contents = true;
    document.blocks = blocks;
    for (name, value) in approval::front_matter(sheet, seal) {
        document = document.with_front_matter(name, value);
    }
    Ok(document.with_control_lines(&seal.content_hash))
}
