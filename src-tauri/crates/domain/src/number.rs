//! Names of things: numbers that a workspace gives out and never reuses, and ids that the catalogues give.
//!
//! Content refers to other content by these, so that a printed page, a file and a row say the same.

macro_rules! names {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(
            Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize, schemars::JsonSchema, ts_rs::TS,
        )]
        #[serde(transparent)]
        #[ts(type = "string")]
        pub struct $name(String);

        impl $name {
            /// The name as written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl<T: Into<String>> From<T> for $name {
            fn from(text: T) -> Self {
                Self(text.into())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    )*};
}

names! {
    /// A person of the organization: `P-001`.
    PersonNumber
    /// A site: `S-1`.
    SiteNumber
    /// An assessment: `AS-2026`.
    AssessmentNumber
    /// A system, device class, medium or service that holds or moves ePHI: `A-001`.
    AssetNumber
    /// A business associate or other vendor: `V-001` of the organization's own register.
    VendorNumber
    /// A risk: `R-0042`, kept across assessments.
    RiskNumber
    /// A policy: `POL-11`, one of the catalogue's or the organization's own.
    PolicyNumber
    /// A normative statement within a policy: `S-03`, kept across versions.
    StatementNumber
    /// A timeframe within a policy: `T-03`, kept across versions.
    TimeframeNumber
    /// A parameter within a policy: `P-03`, kept across versions.
    ParameterNumber
    /// A practice: `PR-0002`.
    PracticeNumber
    /// An item of evidence: `E-0007`.
    EvidenceNumber
    /// A threat of the catalogue (`T-001`) or the organization's own (`TX-01`).
    ThreatId
    /// A vulnerability of the catalogue (`V-01`) or the organization's own.
    VulnerabilityId
    /// A predisposing condition of the catalogue: `PC-01`.
    ConditionId
    /// A safeguard item by its citation: `45 CFR 164.312(a)(2)(iv)`.
    Citation
    /// A framework of the catalogue: `nist-csf-2.0`.
    FrameworkId
    /// A criterion of 45 CFR 171.203: `SE-d4-respond-time`.
    CriterionId
    /// A type of practice: `PT-01`.
    PracticeTypeId
    /// A question of the assessment: `Q001`.
    QuestionId
}

/// How numbers of one kind begin, and how many digits they have at least.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberForm {
    /// Letters and hyphen in front of the digits: `R-`.
    pub prefix: &'static str,
    /// Digits, padded with zeros.
    pub digits: usize,
}

impl NumberForm {
    /// Whether the text is a number of this form: the prefix and at least one digit, nothing else.
    #[must_use]
    pub fn fits(&self, text: &str) -> bool {
        text.strip_prefix(self.prefix)
            .is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
    }

    /// The next number after the highest of those ever given out.
    #[must_use]
    pub fn next(&self, highest: u32) -> String {
        format!("{}{:0width$}", self.prefix, highest + 1, width = self.digits)
    }
}

/// Numbers of risks.
pub const RISK: NumberForm = NumberForm { prefix: "R-", digits: 4 };
/// Numbers of assets.
pub const ASSET: NumberForm = NumberForm { prefix: "A-", digits: 3 };
/// Numbers of persons.
pub const PERSON: NumberForm = NumberForm { prefix: "P-", digits: 3 };
/// Numbers of vendors.
pub const VENDOR: NumberForm = NumberForm { prefix: "V-", digits: 3 };
/// Numbers of policies.
pub const POLICY: NumberForm = NumberForm { prefix: "POL-", digits: 2 };
/// Numbers of statements.
pub const STATEMENT: NumberForm = NumberForm { prefix: "S-", digits: 2 };
/// Numbers of timeframes.
pub const TIMEFRAME: NumberForm = NumberForm { prefix: "T-", digits: 2 };
/// Numbers of parameters.
pub const PARAMETER: NumberForm = NumberForm { prefix: "P-", digits: 2 };
/// Numbers of practices.
pub const PRACTICE: NumberForm = NumberForm { prefix: "PR-", digits: 4 };
/// Numbers of evidence items.
pub const EVIDENCE: NumberForm = NumberForm { prefix: "E-", digits: 4 };
/// Numbers of triggers.
pub const TRIGGER: NumberForm = NumberForm { prefix: "TR-", digits: 3 };
/// Numbers of incidents and drills.
pub const INCIDENT: NumberForm = NumberForm { prefix: "IN-", digits: 3 };
/// Numbers of exceptions from a policy.
pub const POLICY_EXCEPTION: NumberForm = NumberForm { prefix: "E-", digits: 2 };
/// Numbers of the organization's own threats.
pub const OWN_THREAT: NumberForm = NumberForm { prefix: "TX-", digits: 2 };
/// Numbers of legal holds.
pub const LEGAL_HOLD: NumberForm = NumberForm { prefix: "H-", digits: 3 };
/// Numbers of documents that were written.
pub const DOCUMENT: NumberForm = NumberForm { prefix: "D-", digits: 4 };
