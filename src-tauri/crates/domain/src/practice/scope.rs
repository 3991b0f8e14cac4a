//! What a practice or a risk reaches, dimension by dimension: 45 CFR 171.203(b).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// Reach in the four dimensions that tailoring is judged by; compared by inclusion.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Scope {
    /// Classes of requestors.
    #[serde(default, skip_serializing_if = "Reach::is_all")]
    pub requestors: Reach,
    /// Classes of data.
    #[serde(default, skip_serializing_if = "Reach::is_all")]
    pub data: Reach,
    /// Systems, by asset number.
    #[serde(default, skip_serializing_if = "Reach::is_all")]
    pub systems: Reach,
    /// Windows of time or events: `while the token is valid`.
    #[serde(default, skip_serializing_if = "Reach::is_all")]
    pub time: Reach,
}

impl Scope {
    /// Whether nothing is left out in any dimension.
    #[must_use]
    pub fn is_everything(&self) -> bool {
        *self == Self::default()
    }

    /// The dimensions in which this scope reaches beyond the other, in the order of the rule.
    #[must_use]
    pub fn wider_than(&self, other: &Self) -> Vec<Dimension> {
        Dimension::ALL
            .into_iter()
            .filter(|dimension| !self.reach(*dimension).within(other.reach(*dimension)))
            .collect()
    }

    /// The reach in one dimension.
    #[must_use]
    pub fn reach(&self, dimension: Dimension) -> &Reach {
        match dimension {
            Dimension::Requestors => &self.requestors,
            Dimension::Data => &self.data,
            Dimension::Systems => &self.systems,
            Dimension::Time => &self.time,
        }
    }
}

/// A dimension of scope.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum Dimension {
    /// Who asks.
    Requestors,
    /// What data.
    Data,
    /// Which systems.
    Systems,
    /// How long.
    Time,
}

impl Dimension {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Requestors, Self::Data, Self::Systems, Self::Time];
}

/// All of a dimension, or only what is named.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// No limit in this dimension.
    #[default]
    All,
    /// Only these.
    Only(BTreeSet<String>),
}

impl Reach {
    /// Whether there is no limit.
    #[must_use]
    pub fn is_all(&self) -> bool {
        *self == Self::All
    }

    /// Whether everything reached here is reached there.
    #[must_use]
    pub fn within(&self, other: &Self) -> bool {
        match (self, other) {
            (_, Self::All) => true,
            (Self::All, Self::Only(_)) => false,
            (Self::Only(these), Self::Only(those)) => these.is_subset(those),
        }
    }
}
