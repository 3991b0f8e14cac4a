//! Kinds of practice that may interfere with EHI for the sake of security.

use super::item::Item;
use crate::number::{PolicyNumber, PracticeTypeId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A common practice and the policies that usually carry it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PracticeType {
    /// Id: `PT-01`.
    pub id: PracticeTypeId,
    /// What is done.
    pub name: String,
    /// Policies of the catalogue that list it.
    pub policies: Vec<PolicyNumber>,
    /// A warning to show beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Item for PracticeType {
    fn id(&self) -> &str {
        self.id.as_str()
    }
}
