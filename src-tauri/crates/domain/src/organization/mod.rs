//! The legal entity a workspace belongs to: its profile, sites, people, duties and evidence register.

pub mod calendar;
mod certificate;
pub mod official;
mod size;

pub use certificate::{Certificate, CertificateOrigin};
pub use size::{Complexity, SizeBand};

use crate::number::{EvidenceNumber, PersonNumber, SiteNumber};
use crate::retention::RecordName;
use crate::risk::Level;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;
use validator::Validate;

/// The organization: 45 CFR 160.103 and 171.102.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS, Validate)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Organization {
    /// Identity; nil until the workspace gives one.
    #[serde(default)]
    pub id: Uuid,
    /// Legal name as printed.
    #[validate(length(min = 2, max = 200))]
    pub name: String,
    /// Its place under HIPAA.
    pub kind: EntityKind,
    /// Its capacities under Part 171; empty if it is no actor.
    pub actor_types: Vec<ActorType>,
    /// Workforce members, all types together.
    #[validate(range(min = 1, max = 2_000_000))]
    pub workforce: u32,
    /// IANA time zone for civil dates: `America/Chicago`.
    #[validate(length(min = 3, max = 60))]
    pub time_zone: String,
    /// Residual level that needs no plan or acceptance.
    pub risk_tolerance: Level,
    /// The entity records that nobody else can approve (invariant: shown on paper).
    #[serde(default)]
    pub no_second_person: bool,
    /// Size, complexity and capabilities in words: 45 CFR 164.306(b)(2)(i).
    #[validate(length(min = 20, max = 4000))]
    pub capabilities: String,
    /// Technical infrastructure in words: 45 CFR 164.306(b)(2)(ii).
    #[validate(length(min = 20, max = 4000))]
    pub infrastructure: String,
    /// Security budget in words: 45 CFR 164.306(b)(2)(iii).
    #[validate(length(min = 10, max = 4000))]
    pub budget: String,
    /// Size band.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size_band: Option<SizeBand>,
    /// What makes operations complex.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub complexity: Vec<Complexity>,
    /// Patients or members with records, each once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub patients: Option<u32>,
    /// Workforce members who work away from all sites.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remote_workers: Option<u32>,
    /// Money approved for risk treatment, in whole US dollars a year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub treatment_budget: Option<u32>,
    /// Day the management approved it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub treatment_budget_on: Option<Date>,
    /// Sites.
    pub sites: Vec<Site>,
    /// Closings beside federal holidays, for business days.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub closings: Vec<Date>,
    /// Duties and who holds them.
    pub duties: Vec<Duty>,
}

/// Place of an entity under HIPAA: 45 CFR 160.103, 164.105.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum EntityKind {
    /// Health plan, clearinghouse or provider that transmits electronically.
    CoveredEntity,
    /// Handles protected health information for a covered entity.
    BusinessAssociate,
    /// A legal entity with designated health care components.
    Hybrid,
}

/// Kinds of actor: 45 CFR 171.102.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum ActorType {
    /// Health care provider.
    HealthCareProvider,
    /// Developer of certified health IT.
    CertifiedHealthItDeveloper,
    /// Health information network or exchange.
    HealthInformationNetwork,
}

/// A place where the organization works.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// Number.
    pub number: SiteNumber,
    /// Name.
    pub name: String,
    /// Postal address.
    pub address: String,
    /// Workforce members there.
    pub workforce: u32,
}

/// A duty named in policies, held by people over dates: `Security Official`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// The role as policies write it.
    pub role: String,
    /// Who holds it and when.
    pub holders: Vec<Holding>,
}

/// A person holding a duty.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Holding {
    /// Who.
    pub person: PersonNumber,
    /// First day.
    pub from: Date,
    /// Last day, if it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// Stands in for the holder.
    #[serde(default)]
    pub deputy: bool,
}

/// A member of the workforce or an outside reviewer who acts in the workspace.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS, Validate)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Person {
    /// Identity; nil until the workspace gives one.
    #[serde(default)]
    pub id: Uuid,
    /// Number.
    pub number: PersonNumber,
    /// Full name.
    #[validate(length(min = 2, max = 120))]
    pub name: String,
    /// Job title.
    #[validate(length(min = 2, max = 120))]
    pub title: String,
    /// Name for signing in; a person without one has no account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub login: Option<String>,
    /// What the account may do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub access: Vec<Access>,
    /// The function the person works in, for independence of review.
    pub function: Function,
}

/// What an account may do; apart from the duties a policy names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Access {
    /// The security official.
    Official,
    /// The privacy official.
    Privacy,
    /// A member of the executive.
    Executive,
    /// Writes content.
    Contributor,
    /// Comments and judges.
    Reviewer,
    /// Reads all, changes nothing.
    Auditor,
}

/// The function a person works in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Function {
    /// Care of patients.
    Clinical,
    /// Management, compliance, legal, human resources.
    Administration,
    /// Information technology and security.
    InformationTechnology,
    /// Billing, sales, contracting.
    Commercial,
    /// Not a member of the workforce.
    Outside,
}

/// A file or reference that proves something; the file itself is stored beside the register.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Evidence {
    /// Identity; nil until the workspace gives one.
    #[serde(default)]
    pub id: Uuid,
    /// Number.
    pub number: EvidenceNumber,
    /// What it is.
    pub title: String,
    /// What kind of proof.
    pub kind: EvidenceKind,
    /// Date of the evidence.
    pub on: Date,
    /// Where the original is kept.
    pub reference: String,
    /// SHA-256 (hex) of the file, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
    /// Name of the file, without folders.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file_name: Option<String>,
    /// Size of the file in bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes: Option<u64>,
    /// Records it is attached to, beside those that name it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<RecordName>,
}

/// Kinds of evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceKind {
    /// An alert raised by a system.
    Alert,
    /// A log or report from a system.
    Log,
    /// A public or vendor advisory.
    Advisory,
    /// The result of a test or scan.
    TestResult,
    /// A contract, letter or form.
    Record,
    /// A screenshot or photograph.
    Picture,
}
