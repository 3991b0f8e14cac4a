//! How large and how complex an organization is: 45 CFR 164.306(b)(2)(i). The rule sets no bands, these are ours.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Bands of size, after those of HICP and the kinds of organization.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum SizeBand {
    /// Solo or 1 to 10 providers.
    SmallPractice,
    /// 11 to 50 providers.
    MediumPractice,
    /// 51 to 500 providers.
    LargePractice,
    /// Over 500 providers.
    VeryLargePractice,
    /// Hospital under 50 beds.
    SmallHospital,
    /// Hospital of 50 to 299 beds.
    MediumHospital,
    /// Hospital of 300 beds or more.
    LargeHospital,
    /// Health plan.
    HealthPlan,
    /// Clearinghouse.
    Clearinghouse,
    /// Business associate.
    BusinessAssociate,
}

/// What makes operations complex.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Complexity {
    /// More than one electronic health record system.
    MultipleEhrs,
    /// Work around the clock.
    AroundTheClock,
    /// Emergency or inpatient care.
    EmergencyOrInpatient,
    /// Research.
    Research,
    /// Telehealth.
    Telehealth,
    /// Medical devices on the network.
    NetworkedMedicalDevices,
    /// Servers on the premises.
    OnPremisesServers,
    /// Many interfaces.
    ManyInterfaces,
    /// Affiliated covered entity or organized health care arrangement: 45 CFR 164.105(b), 160.103.
    AffiliatedOrOrganized,
    /// Hybrid entity: 45 CFR 164.105(a).
    HybridEntity,
    /// A merger within the last year.
    RecentMerger,
}
