//! What the commands on standards take and answer.

use crate::error::FieldError;
use jiff::civil::Date;
use riskwright_domain::catalogue::Crosswalk;
use riskwright_domain::number::{Citation, FrameworkId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Every standard that a statement may follow.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct FrameworkList {
    /// Those of the program, then the organization's own in the order of their import.
    pub frameworks: Vec<FrameworkRow>,
}

/// A standard in one edition.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
#[ts(optional_fields)]
pub struct FrameworkRow {
    /// Id by which statements name it.
    pub id: FrameworkId,
    /// Title.
    pub name: String,
    /// Edition as the publisher names it.
    pub version: String,
    /// Who publishes it.
    pub publisher: String,
    /// When it was published, as exactly as known; empty where it is not.
    pub published: String,
    /// Whether it is the edition to use today.
    pub current: bool,
    /// Whether an alignment with it can serve 45 CFR 171.203(d)(3) today.
    pub serves_d3: bool,
    /// Whether the organization imported it.
    pub own: bool,
    /// How many elements are listed; none where any id of the right form is taken.
    pub elements: u32,
    /// How many statements name it, in any version.
    pub used_by: u32,
    /// What its elements look like, where they are not listed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub element_form: Option<String>,
    /// What a reader should know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Of an imported one, where it came from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub import: Option<FrameworkOrigin>,
}

/// Where an imported standard came from, and what was stated about it.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct FrameworkOrigin {
    /// Name of the file.
    pub source: String,
    /// When it was imported.
    pub imported_on: Date,
    /// Whether it is stated to be consensus-based or best practice guidance.
    pub consensus_based: bool,
    /// Why; empty where it is not stated.
    pub reason: String,
}

/// Asks for elements of a standard.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct FindElements {
    /// The standard.
    pub framework: FrameworkId,
    /// The beginning of an id, or words of a title; all elements if left out.
    #[serde(default)]
    pub text: Option<String>,
}

/// Elements of a standard.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct FrameworkElements {
    /// The first of them, in the order of the standard.
    pub elements: Vec<ElementRow>,
    /// How many more there are.
    pub more: u32,
}

/// An element of a standard.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema, TS)]
#[ts(optional_fields)]
pub struct ElementRow {
    /// Official id: `RS.MI-01`.
    pub id: String,
    /// Official title where it may be shown, else a hint in our words under the title of what it is part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}

/// Asks which elements are related to safeguards.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ProposeElements {
    /// The safeguards that a statement carries.
    pub safeguards: Vec<Citation>,
}

/// Elements that the published mappings relate to safeguards; none counts before somebody says how it is followed.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct ElementProposals {
    /// By mapping, then in the order of the safeguards; each element once.
    pub proposals: Vec<ElementProposal>,
    /// The mappings that they rest on.
    pub mappings: Vec<Crosswalk>,
}

/// An element that a mapping relates to a safeguard.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
#[ts(optional_fields)]
pub struct ElementProposal {
    /// The standard.
    pub framework: FrameworkId,
    /// The element's id.
    pub element: String,
    /// Its title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The first of the safeguards that it is related to.
    pub via: Citation,
}

/// A file to look at.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct PreviewFramework {
    /// Name of the file.
    pub file_name: String,
    /// Its text: a catalogue in OSCAL's JSON form.
    pub text: String,
}

/// What an import would bring; empty where the file cannot be taken.
#[derive(Debug, Clone, Default, Serialize, JsonSchema, TS)]
#[ts(optional_fields)]
pub struct FrameworkPreview {
    /// Title.
    pub name: String,
    /// Edition.
    pub version: String,
    /// The publisher that the file names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// When it was published.
    pub published: String,
    /// How many elements it has.
    pub elements: u32,
    /// How many withdrawn ones are left out.
    pub withdrawn: u32,
    /// The first elements.
    pub first: Vec<ElementRow>,
    /// Whether the import takes the place of the same edition imported before.
    pub replaces: bool,
    /// What keeps the file from being taken, each with its place; at most 200 are listed.
    pub problems: Vec<FieldError>,
    /// How many more there are.
    pub more_problems: u32,
}

/// A file to import, and what is stated about it.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ImportFramework {
    /// Name of the file.
    pub file_name: String,
    /// Its text: a catalogue in OSCAL's JSON form.
    pub text: String,
    /// Who publishes it; what the file names if left out.
    #[serde(default)]
    pub publisher: Option<String>,
    /// Whether it is a consensus-based standard or best practice guidance.
    pub consensus_based: bool,
    /// Why, in at least 20 characters where it is.
    #[serde(default)]
    pub reason: String,
}

/// Names a standard of the organization's own.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct FrameworkName {
    /// Its id.
    pub id: FrameworkId,
}
