//! Standards of the organization's own: catalogues that an officer imported, beside those of the program.
//!
//! An alignment counts for 45 CFR 171.203(d)(3) only where the standard is consensus-based or best practice guidance:
//! of an imported one the officer states why. What the program itself carries is in [`crate::catalogue`].

pub mod oscal;
mod standards;

pub use standards::Standards;

use crate::number::FrameworkId;
use crate::workspace::{Problem, ProblemCode};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How every id of an imported standard begins, so that none takes the place of a framework of the program.
pub const OWN: &str = "own-";
/// Fewest characters of the reason why a standard is consensus-based or best practice guidance: a rule of the product.
pub const SHORTEST_REASON: usize = 20;
/// Longest id, in characters.
const LONGEST_ID: usize = 80;

/// An imported standard in one edition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct OwnFramework {
    /// Id by which statements name it: `own-hospital-network-baseline-2-1`.
    pub id: FrameworkId,
    /// Title.
    pub name: String,
    /// Edition as the publisher names it.
    pub version: String,
    /// Who publishes it.
    pub publisher: String,
    /// When it was published; empty where the file does not say.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub published: String,
    /// Name of the file it was read from.
    pub source: String,
    /// SHA-256 (hex) of that file.
    pub sha256: String,
    /// Version of OSCAL that the file was written in.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub oscal_version: String,
    /// When it was imported.
    pub imported_on: Date,
    /// What the officer states about it.
    pub basis: StandardBasis,
    /// Its elements, each before those that are part of it.
    pub elements: Vec<OwnElement>,
    /// First day on which it is no longer the edition to use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retired_on: Option<Date>,
}

/// The officer's statement that a standard is one that 45 CFR 171.203(d)(3) speaks of.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct StandardBasis {
    /// Whether it is a consensus-based standard or best practice guidance.
    pub consensus_based: bool,
    /// Why, in a sentence or two.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// A control or group of an imported standard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct OwnElement {
    /// Official id: `AC-2(1)`.
    pub id: String,
    /// Title, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The element it is part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
}

impl OwnFramework {
    /// The id of a standard of this title and edition; the hash of its file where neither has a letter or digit of ASCII.
    #[must_use]
    pub fn id_for(name: &str, version: &str, sha256: &str) -> FrameworkId {
        let words = slug(&format!("{name} {version}"));
        let words = if words.is_empty() { sha256.chars().take(12).collect() } else { words };
        FrameworkId::from(format!("{OWN}{words}"))
    }

    /// Title and edition, as documents name it.
    #[must_use]
    pub fn title(&self) -> String {
        format!("{} {}", self.name, self.version).trim_end().to_owned()
    }

    /// The element with the id.
    #[must_use]
    pub fn element(&self, id: &str) -> Option<&OwnElement> {
        self.elements.iter().find(|one| one.id == id)
    }

    /// Whether it is the edition to use on a day.
    #[must_use]
    pub fn is_current(&self, on: Date) -> bool {
        self.retired_on.is_none_or(|retired| on < retired)
    }

    /// Whether an alignment with it can serve 45 CFR 171.203(d)(3) on a day: current, and stated to be consensus-based
    /// or best practice guidance with a reason.
    #[must_use]
    pub fn serves_d3(&self, on: Date) -> bool {
        self.is_current(on) && self.basis.is_stated()
    }
}

impl StandardBasis {
    /// Whether it is stated, with a reason long enough to say something.
    #[must_use]
    pub fn is_stated(&self) -> bool {
        self.consensus_based && self.reason.trim().chars().count() >= SHORTEST_REASON
    }
}

/// Everything amiss with imported standards, with places in the content as JSON pointers (RFC 6901).
///
/// Ids without the prefix or that occur twice, elements that occur twice, and parts of what is not listed.
#[must_use]
pub fn problems(all: &[OwnFramework]) -> Vec<Problem> {
    let mut found = twice("/frameworks", all.iter().map(|one| one.id.as_str()));
    for (at, one) in all.iter().enumerate() {
        let place = format!("/frameworks/{at}");
        if one.id.as_str().strip_prefix(OWN).is_none_or(str::is_empty) {
            found.push(problem(format!("{place}/id"), ProblemCode::MalformedNumber, one.id.as_str()));
        }
        found.extend(twice(
            &format!("{place}/elements"),
            one.elements.iter().map(|element| element.id.as_str()),
        ));
        found.extend(orphans(&place, &one.elements));
    }
    found
}

fn orphans(place: &str, elements: &[OwnElement]) -> Vec<Problem> {
    let known: std::collections::BTreeSet<&str> = elements.iter().map(|one| one.id.as_str()).collect();
    let parents = elements.iter().enumerate().filter_map(|(at, one)| Some((at, one.parent.as_deref()?)));
    parents
        .filter(|(_, parent)| !known.contains(parent))
        .map(|(at, parent)| {
            problem(format!("{place}/elements/{at}/parent"), ProblemCode::UnknownReference, parent)
        })
        .collect()
}

fn twice<'a>(list: &str, ids: impl Iterator<Item = &'a str>) -> Vec<Problem> {
    let mut seen = std::collections::BTreeSet::new();
    ids.enumerate()
        .filter(|(_, id)| !seen.insert(*id))
        .map(|(at, id)| problem(format!("{list}/{at}/id"), ProblemCode::Duplicate, id))
        .collect()
}

fn problem(path: String, code: ProblemCode, value: &str) -> Problem {
    Problem { path, code, value: value.to_owned() }
}

/// Lower-case letters and digits of ASCII, with a hyphen for whatever stands between them.
fn slug(text: &str) -> String {
    let words = text.split(|one: char| !one.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let joined = words.collect::<Vec<_>>().join("-").to_ascii_lowercase();
    let cut: String = joined.chars().take(LONGEST_ID - OWN.len()).collect();
    cut.trim_end_matches('-').to_owned()
}
