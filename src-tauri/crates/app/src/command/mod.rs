//! The bodies of the commands, a file a word: load, call a pure function, store the result.

pub mod assessment;
pub mod audit;
pub mod document;
pub mod organization;
pub mod policy;
pub mod practice;
pub mod risk;
pub mod workspace;

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
}
