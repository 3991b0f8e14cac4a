//! Who may do what: the access of an account against what a command needs.

use riskwright_domain::organization::Access;
use schemars::JsonSchema;
use serde::Serialize;
use ts_rs::TS;

/// Every kind of access, in the order of the permission matrix.
pub const ACCESSES: [Access; 6] = [
    Access::Official,
    Access::Privacy,
    Access::Executive,
    Access::Contributor,
    Access::Reviewer,
    Access::Auditor,
];

/// Whether a command changes anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// Changes nothing.
    Read,
    /// Changes content, or leaves an event in the trail.
    Write,
}

/// What a command needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Needs {
    /// No open workspace.
    Nothing,
    /// An open workspace, whatever the access.
    Account,
    /// The right to change anything at all: everybody but a mere auditor.
    Change,
    /// The right to write content.
    Content,
    /// The right to record a judgement.
    Judgement,
    /// The security official alone.
    Official,
}

impl Needs {
    /// The accesses that suffice; empty where no workspace is needed.
    #[must_use]
    pub fn allowed(self) -> &'static [Access] {
        match self {
            Self::Nothing => &[],
            Self::Account => &ACCESSES,
            Self::Change => {
                &[Access::Official, Access::Privacy, Access::Executive, Access::Contributor, Access::Reviewer]
            }
            Self::Content => &[Access::Official, Access::Privacy, Access::Contributor],
            Self::Official => &[Access::Official],
            Self::Judgement => &[Access::Official, Access::Privacy, Access::Executive, Access::Reviewer],
        }
    }

    /// Whether one of these accesses suffices.
    #[must_use]
    pub fn met_by(self, held: &[Access]) -> bool {
        self == Self::Nothing || held.iter().any(|access| self.allowed().contains(access))
    }
}
