//! The one inventory of ePHI and EHI: where it is, who holds it, how it flows.

use crate::number::{AssetNumber, PersonNumber, SiteNumber, VendorNumber};
use crate::risk::Level;
use crate::risk::rate::CiaImpact;
use crate::serde_skip::is_false;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A system, device class, medium or service that holds or moves ePHI.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Asset {
    /// Identity across assessments; nil until the workspace gives one.
    #[serde(default)]
    pub id: Uuid,
    /// Number.
    pub number: AssetNumber,
    /// Name.
    pub name: String,
    /// What kind of thing.
    pub kind: AssetKind,
    /// Who answers for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<PersonNumber>,
    /// Sites where it is; empty for a hosted service.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sites: Vec<SiteNumber>,
    /// The vendor that runs or hosts it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vendor: Option<VendorNumber>,
    /// Kinds of information: `clinical notes`, `claims`.
    pub information: Vec<String>,
    /// Individuals whose records it holds.
    pub records: u32,
    /// How bad loss of confidentiality, integrity and availability would be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub criticality: Option<CiaImpact>,
    /// Order of recovery: 45 CFR 164.308(a)(7)(ii)(E).
    pub recovery: Level,
    /// Hours until it must work again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recovery_time_hours: Option<u32>,
    /// Hours of data that may be lost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recovery_point_hours: Option<u32>,
    /// What is done with ePHI here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub handling: Vec<Handling>,
    /// Holds EHI: ePHI of the designated record set, 45 CFR 171.102; unknown if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub designated_record_set: Option<bool>,
    /// Holds records of a 42 CFR Part 2 program.
    #[serde(default)]
    pub part_2_records: bool,
    /// Whether it can keep such records apart from others; asked where it holds some.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_2_segmented: Option<bool>,
    /// Whether it can stop the access of a proxy to them; asked where it holds some.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_2_proxy_stop: Option<bool>,
    /// Security capabilities that exist and are switched on: 45 CFR 164.306(b)(2)(ii); none looked at if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capabilities: Option<Vec<Capability>>,
    /// Last day of the maker's support with patches.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub support_ends: Option<Date>,
    /// Why no risk applies, where none does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_risk_reason: Option<String>,
    /// Came forward from the assessment before and was not confirmed or changed since.
    #[serde(default, skip_serializing_if = "is_false")]
    pub carried: bool,
}

/// What is done with ePHI: 45 CFR 164.306(a)(1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Handling {
    /// It is made here.
    Create,
    /// It comes from elsewhere.
    Receive,
    /// It is kept here.
    Maintain,
    /// It goes elsewhere from here.
    Transmit,
}

/// Security capabilities of hardware and software.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Capability {
    /// One account a person.
    UniqueIds,
    /// Multi-factor authentication.
    MultiFactor,
    /// Access by role.
    RoleBasedAccess,
    /// A log of what was looked at and done.
    AuditLog,
    /// The log can be taken out.
    LogExport,
    /// Encryption at rest.
    EncryptionAtRest,
    /// Encryption in transit.
    EncryptionInTransit,
    /// Automatic logoff.
    AutomaticLogoff,
    /// Backup.
    Backup,
}

/// Kinds of asset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum AssetKind {
    /// Application or service run here.
    System,
    /// Service run by a vendor.
    HostedService,
    /// Class of devices.
    Device,
    /// Removable or printed medium.
    Medium,
    /// Application programming interface or exchange connection.
    Interface,
    /// Network and its equipment.
    Network,
}

/// Movement of ePHI from one place to another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct DataFlow {
    /// Where it starts.
    pub from: AssetNumber,
    /// Where it ends, if that is an asset.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<AssetNumber>,
    /// The outside party it goes to, if it is not an asset.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<String>,
    /// By what means.
    pub method: String,
    /// How it is protected on the way.
    pub protection: String,
    /// What for.
    pub purpose: String,
    /// Came forward from the assessment before and was not confirmed or changed since.
    #[serde(default, skip_serializing_if = "is_false")]
    pub carried: bool,
}

/// A business associate or other vendor: 45 CFR 164.308(b), 164.314(a).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Vendor {
    /// Number.
    pub number: VendorNumber,
    /// Name.
    pub name: String,
    /// What it does.
    pub service: String,
    /// Whether it is a business associate.
    pub business_associate: bool,
    /// Day of the agreement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreement_on: Option<Date>,
    /// Last day of the agreement, if it ends by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreement_ends: Option<Date>,
    /// Whether the agreement has the terms of 45 CFR 164.314(a); not looked at if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreement_terms: Option<bool>,
    /// Last review of the vendor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed_on: Option<Date>,
    /// Came forward from the assessment before and was not confirmed or changed since.
    #[serde(default, skip_serializing_if = "is_false")]
    pub carried: bool,
}
