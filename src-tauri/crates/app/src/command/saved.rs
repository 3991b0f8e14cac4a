//! What commands answer that save one record.

use schemars::JsonSchema;
use serde::Serialize;
use ts_rs::TS;

/// A record that was saved.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct Saved {
    /// Its number or id.
    pub number: String,
    /// Its revision, to name when saving again; 0 where it was removed.
    pub revision: i64,
}
