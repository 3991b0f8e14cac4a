//! Kinds of record: the names of the tables and of the history's `kind`.

use std::fmt;

/// A kind of record; each but [`Kind::Event`] has a table of its own name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The legal entity.
    Organization,
    /// A person.
    Person,
    /// An item of evidence.
    Evidence,
    /// An assessment without what has a table of its own.
    Assessment,
    /// An asset of an assessment.
    Asset,
    /// An answer to a guided question.
    FactorAnswer,
    /// The decision about a threat.
    ThreatDisposition,
    /// A risk of an assessment.
    Risk,
    /// The state of a safeguard item.
    SafeguardStatus,
    /// The decision on an addressable specification.
    AddressableDecision,
    /// A policy without its versions.
    Policy,
    /// A version of a policy without its approvals.
    PolicyVersion,
    /// An approval of an assessment or of a policy version.
    Approval,
    /// A practice.
    Practice,
    /// A document that was written, with its signatures.
    Document,
    /// How the workspace is set up.
    Settings,
    /// The public half of a signing identity, or of the organization's authority.
    Certificate,
    /// A legal hold.
    LegalHold,
    /// An event that opened a review.
    Trigger,
    /// An incident or a drill.
    Incident,
    /// A standard of the organization's own.
    Framework,
    /// Something that happened and changed no record.
    Event,
}

impl Kind {
    /// Every kind that has current rows.
    pub const CURRENT: [Self; 21] = [
        Self::Organization,
        Self::Person,
        Self::Evidence,
        Self::Assessment,
        Self::Asset,
        Self::FactorAnswer,
        Self::ThreatDisposition,
        Self::Risk,
        Self::SafeguardStatus,
        Self::AddressableDecision,
        Self::Policy,
        Self::PolicyVersion,
        Self::Approval,
        Self::Practice,
        Self::Document,
        Self::Settings,
        Self::Certificate,
        Self::LegalHold,
        Self::Trigger,
        Self::Incident,
        Self::Framework,
    ];

    /// The name in the history: `risk`, `policy_version`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Organization => "organization",
            Self::Person => "person",
            Self::Evidence => "evidence",
            Self::Assessment => "assessment",
            Self::Asset => "asset",
            Self::FactorAnswer => "factor_answer",
            Self::ThreatDisposition => "threat_disposition",
            Self::Risk => "risk",
            Self::SafeguardStatus => "safeguard_status",
            Self::AddressableDecision => "addressable_decision",
            Self::Policy => "policy",
            Self::PolicyVersion => "policy_version",
            Self::Approval => "approval",
            Self::Practice => "practice",
            Self::Document => "document",
            Self::Settings => "settings",
            Self::Certificate => "certificate",
            Self::LegalHold => "legal_hold",
            Self::Trigger => "review_trigger",
            Self::Incident => "incident",
            Self::Framework => "framework",
            Self::Event => "event",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
