//! How a workspace is set up; no content, so no part of the exchange format.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use validator::Validate;

/// What the security official decides for everybody who opens the workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS, Validate)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Minutes without a command after which the workspace locks: 45 CFR 164.312(a)(2)(iii).
    #[validate(range(min = 1, max = 240))]
    pub idle_lock_minutes: u16,
    /// Whether a backup is made on the first opening of a day.
    pub daily_backup: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { idle_lock_minutes: 15, daily_backup: true }
    }
}
