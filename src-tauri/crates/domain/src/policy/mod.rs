//! Policies: what is written, in which version, on which risks, by which times and standards.
//!
//! 45 CFR 164.316 and 171.203(d). The check of a practice against a policy is in [`crate::practice`].

pub mod alignment;
pub mod coverage;
pub mod draft;
pub mod due;
pub mod gate;
pub mod length;
pub mod lint;
pub mod register;
pub mod statement;
pub mod template;
pub mod timeframe;
pub mod version;

pub use alignment::Alignment;
pub use register::{Acknowledgement, PolicyException};
pub use statement::{Effect, RiskLink, Statement};
pub use timeframe::{Parameter, Phase, Timeframe};
pub use version::{Definition, Factors, PolicyRole, PolicyScope, PolicyVersion, Seal, VersionStatus};

use crate::number::{PersonNumber, PolicyNumber, PracticeTypeId};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;
use validator::Validate;

/// A policy with all its versions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS, Validate)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// Identity; nil until the workspace gives one.
    #[serde(default)]
    pub id: Uuid,
    /// Number: the catalogue's (`POL-11`) or the organization's own.
    pub number: PolicyNumber,
    /// Title.
    #[validate(length(min = 3, max = 120))]
    pub title: String,
    /// Who keeps it.
    pub owner: PersonNumber,
    /// Whether it may stop or limit access, exchange or use of EHI.
    pub may_restrict_ehi: bool,
    /// Types of practice it governs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub practice_types: Vec<PracticeTypeId>,
    /// Exceptions granted from it, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exceptions: Vec<PolicyException>,
    /// Versions, oldest first.
    pub versions: Vec<PolicyVersion>,
}

impl Policy {
    /// The version in force on a day: effective, and the day within its dates.
    #[must_use]
    pub fn in_force_on(&self, day: Date) -> Option<&PolicyVersion> {
        self.versions.iter().rev().find(|version| version.in_force_on(day))
    }

    /// The version with this number.
    #[must_use]
    pub fn version(&self, number: &str) -> Option<&PolicyVersion> {
        self.versions.iter().find(|version| version.number == number)
    }

    /// The newest version, whatever its status.
    #[must_use]
    pub fn newest(&self) -> Option<&PolicyVersion> {
        self.versions.last()
    }
}
