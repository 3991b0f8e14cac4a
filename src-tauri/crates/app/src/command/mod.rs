//! The bodies of the commands, a file a word: load, call a pure function, store the result.

pub mod assessment;
pub mod audit;
pub mod backup;
pub mod document;
pub mod evidence;
pub mod framework;
pub mod history;
pub mod incident;
pub mod inventory;
pub mod organization;
pub mod person;
pub mod phi;
pub mod policy;
pub mod practice;
pub mod report;
pub mod retention;
pub mod risk;
pub mod safeguard;
pub mod saved;
pub mod threat;
pub mod trigger;
pub mod workspace;

use jiff::Timestamp;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A request or response without fields.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(type = "Record<string, never>")]
pub struct Empty {}

/// A request that may name a day; today in the organization's zone if it does not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct OnDay {
    /// The day.
    #[serde(default)]
    pub on: Option<Date>,
    /// As recorded by this instant, UTC; now if left out.
    #[serde(default)]
    pub known_at: Option<Timestamp>,
}
