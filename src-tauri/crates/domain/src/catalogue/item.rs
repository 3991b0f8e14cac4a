//! What all entries of the catalogues share: an id, a place in the law, and a day of confirmation.

use super::edition::RuleEdition;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// An entry of a catalogue.
pub trait Item {
    /// Its id within its kind.
    fn id(&self) -> &str;

    /// A second name under which it is found.
    fn alias(&self) -> Option<&str> {
        None
    }

    /// Its own citation, where the edition's is too coarse.
    fn citation(&self) -> Option<String> {
        None
    }

    /// When its source was found to say this; `None` if it was not read at the source.
    fn confirmed_on(&self, edition: &RuleEdition) -> Option<Date> {
        Some(edition.confirmed_on)
    }
}

/// Where an entry comes from, fit for printing beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Provenance {
    /// The edition it is part of.
    pub edition: String,
    /// Where the law or the publication has it.
    pub citation: String,
    /// The day of confirmation; absent if it was not read at its source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed_on: Option<Date>,
}

impl RuleEdition {
    /// Edition, citation and day of confirmation of an entry of this edition.
    #[must_use]
    pub fn provenance(&self, item: &impl Item) -> Provenance {
        Provenance {
            edition: self.id.clone(),
            citation: item.citation().unwrap_or_else(|| self.citation.clone()),
            confirmed_on: item.confirmed_on(self),
        }
    }
}

/// Entries of one kind in the order of their file, found by id or alias in logarithmic time.
#[derive(Debug, Clone, PartialEq)]
pub struct Set<T> {
    items: Vec<T>,
    places: BTreeMap<String, usize>,
}

impl<T> Default for Set<T> {
    fn default() -> Self {
        Self { items: Vec::new(), places: BTreeMap::new() }
    }
}

impl<T: Item> Set<T> {
    /// Adds an entry; gives it back if its id or alias is taken.
    pub(super) fn insert(&mut self, item: T) -> Result<(), T> {
        let names: Vec<String> =
            [Some(item.id()), item.alias()].into_iter().flatten().map(String::from).collect();
        if names.iter().any(|name| self.places.contains_key(name)) {
            return Err(item);
        }
        self.places.extend(names.into_iter().map(|name| (name, self.items.len())));
        self.items.push(item);
        Ok(())
    }

    /// The entry with the id or alias.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&T> {
        self.places.get(id).and_then(|place| self.items.get(*place))
    }

    /// Whether there is an entry with the id or alias.
    #[must_use]
    pub fn contains(&self, id: &str) -> bool {
        self.places.contains_key(id)
    }

    /// The entries in the order of the file.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.items.iter()
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}

impl<'a, T: Item> IntoIterator for &'a Set<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
