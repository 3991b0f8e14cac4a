//! The whole content of a workspace, as one value: what the exchange format holds.

mod identity;
mod in_force;
mod index;
pub mod merge;
mod place;
pub mod problem;
mod reference;
mod settings;

pub use identity::give_ids;
pub use in_force::{InForce, in_force};
pub use problem::{Problem, ProblemCode, problems};
pub use settings::Settings;

use crate::assessment::Assessment;
use crate::framework::OwnFramework;
use crate::incident::Incident;
use crate::organization::{Evidence, Organization, Person};
use crate::policy::Policy;
use crate::practice::Practice;
use crate::trigger::Trigger;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Number of the form of content: what revisions name as their schema, and what a file without counts is written in.
pub const FORMAT: u32 = 1;

/// Current content and all approved versions; no keys, no trail, evidence by hash.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// Number of the exchange format.
    pub riskwright_exchange: u32,
    /// The legal entity.
    pub organization: Organization,
    /// People.
    pub people: Vec<Person>,
    /// Register of evidence.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// Assessments, oldest first.
    pub assessments: Vec<Assessment>,
    /// Policies by number.
    pub policies: Vec<Policy>,
    /// Practices by number.
    pub practices: Vec<Practice>,
    /// Events that opened a review, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub triggers: Vec<Trigger>,
    /// Incidents and drills, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub incidents: Vec<Incident>,
    /// Standards of the organization's own, in the order of their import.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub frameworks: Vec<OwnFramework>,
}

impl Content {
    /// The assessment being worked on: the newest that is neither approved nor superseded.
    #[must_use]
    pub fn open_assessment(&self) -> Option<&Assessment> {
        use crate::assessment::AssessmentStatus::{Draft, InProgress, InReview};
        self.assessments.iter().rev().find(|one| matches!(one.status, Draft | InProgress | InReview))
    }

    /// The assessment being worked on, else the one whose register counts today.
    #[must_use]
    pub fn assessment_at_hand(&self) -> Option<&Assessment> {
        self.open_assessment().or_else(|| self.current_assessment())
    }

    /// The assessment whose register counts today: the newest approved one, else the newest.
    #[must_use]
    pub fn current_assessment(&self) -> Option<&Assessment> {
        let approved =
            |assessment: &&Assessment| assessment.status == crate::assessment::AssessmentStatus::Approved;
        self.assessments.iter().rev().find(approved).or_else(|| self.assessments.last())
    }
}
