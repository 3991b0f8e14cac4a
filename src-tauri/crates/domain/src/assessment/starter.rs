//! Systems that organizations of health care usually have, to tick at the start of an inventory; the list is ours.
//!
//! Which of them an organization has, and how critical they are, it says itself.

use super::{AssetKind, Handling};
use serde::Deserialize;
use std::sync::LazyLock;

const YAML: &str = include_str!("../../data/starters/systems.yaml");

/// A system of the list.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StarterSystem {
    /// Id: `ehr`.
    pub id: String,
    /// Name: `Electronic health record`.
    pub name: String,
    /// What kind of thing.
    pub kind: AssetKind,
    /// Kinds of information it usually holds.
    pub information: Vec<String>,
    /// What is usually done with ePHI there.
    pub handling: Vec<Handling>,
    /// What to think of.
    pub hint: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    systems: Vec<StarterSystem>,
}

/// The list, in the order in which people think of them.
#[must_use]
pub fn starter_systems() -> &'static [StarterSystem] {
    // A test shows that the file has its form.
    static SYSTEMS: LazyLock<Vec<StarterSystem>> =
        LazyLock::new(|| serde_yaml::from_str::<File>(YAML).unwrap_or_default().systems);
    &SYSTEMS
}
