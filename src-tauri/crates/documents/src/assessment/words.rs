//! The words that reports print for values and amounts.

use riskwright_domain::assessment::{
    AssessmentKind, AssessmentStatus, AssetKind, Capability, Handling, SafeguardState, ThreatAnswer,
};
use riskwright_domain::number::EvidenceNumber;
use riskwright_domain::organization::{Complexity, EntityKind, SizeBand};
use riskwright_domain::policy::coverage::CoverageState;
use riskwright_domain::risk::{Level, RiskState, TreatmentOption};

/// Printed where there is nothing.
pub const NONE: &str = "–";

/// The text, or a dash where it is empty.
pub fn filled(text: &str) -> String {
    if text.trim().is_empty() { NONE.to_owned() } else { text.trim().to_owned() }
}

/// All of them with commas, or a dash.
pub fn listed<T: ToString>(all: impl IntoIterator<Item = T>) -> String {
    filled(&all.into_iter().map(|one| one.to_string()).collect::<Vec<_>>().join(", "))
}

/// Evidence by number: `E-0003, E-0007`.
pub fn evidence(numbers: &[EvidenceNumber]) -> String {
    listed(numbers)
}

/// The level, or that nobody rated it.
pub fn level(level: Option<Level>) -> String {
    level.map_or_else(|| "Not rated".to_owned(), |level| level.to_string())
}

/// Whole US dollars: `$12,400`.
pub fn money(amount: u64) -> String {
    format!("${}", grouped(amount))
}

/// What a measure costs: `$1,900 once, $600 a year`; nothing where nobody said.
pub fn costs(once: Option<u32>, yearly: Option<u32>) -> Option<String> {
    let once = once.map(|amount| format!("{} once", money(amount.into())));
    let yearly = yearly.map(|amount| format!("{} a year", money(amount.into())));
    let parts: Vec<String> = once.into_iter().chain(yearly).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// Digits in groups of three: `9,800`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// One or several: `1 risk`, `4 risks`.
pub fn count(number: usize, one: &str, several: &str) -> String {
    format!("{} {}", grouped(number as u64), if number == 1 { one } else { several })
}

/// Yes, no, or that nobody looked.
pub fn yes_no(value: Option<bool>) -> &'static str {
    match value {
        Some(true) => "Yes",
        Some(false) => "No",
        None => "Not looked at",
    }
}

/// The citation without the title and part that all share: `164.308(a)(1)(i)`.
pub fn short(citation: &str) -> &str {
    citation.strip_prefix("45 CFR ").unwrap_or(citation)
}

pub fn kind(kind: AssessmentKind) -> &'static str {
    match kind {
        AssessmentKind::Annual => "Yearly assessment",
        AssessmentKind::Triggered => "Assessment made because of an event",
    }
}

/// Plainly whether it is approved.
pub fn status(status: AssessmentStatus) -> &'static str {
    match status {
        AssessmentStatus::Draft | AssessmentStatus::InProgress => "Draft – not approved",
        AssessmentStatus::InReview => "In review – not approved",
        AssessmentStatus::Approved => "Approved",
        AssessmentStatus::Superseded => "Approved, followed by a newer assessment",
    }
}

pub fn asset_kind(kind: AssetKind) -> &'static str {
    match kind {
        AssetKind::System => "System run here",
        AssetKind::HostedService => "Hosted service",
        AssetKind::Device => "Devices",
        AssetKind::Medium => "Media",
        AssetKind::Interface => "Interface",
        AssetKind::Network => "Network",
    }
}

pub fn handling(handling: Handling) -> &'static str {
    match handling {
        Handling::Create => "creates",
        Handling::Receive => "receives",
        Handling::Maintain => "maintains",
        Handling::Transmit => "transmits",
    }
}

pub fn capability(capability: Capability) -> &'static str {
    match capability {
        Capability::UniqueIds => "one account a person",
        Capability::MultiFactor => "multi-factor authentication",
        Capability::RoleBasedAccess => "access by role",
        Capability::AuditLog => "audit log",
        Capability::LogExport => "log export",
        Capability::EncryptionAtRest => "encryption at rest",
        Capability::EncryptionInTransit => "encryption in transit",
        Capability::AutomaticLogoff => "automatic logoff",
        Capability::Backup => "backup",
    }
}

pub fn threat_answer(answer: ThreatAnswer) -> &'static str {
    match answer {
        ThreatAnswer::Applicable => "Applies",
        ThreatAnswer::NotApplicable => "Does not apply",
        ThreatAnswer::Unsure => "Unsure",
    }
}

pub fn safeguard_state(state: SafeguardState) -> &'static str {
    match state {
        SafeguardState::InPlace => "In place",
        SafeguardState::Partial => "Partly in place",
        SafeguardState::Planned => "Planned",
        SafeguardState::NotInPlace => "Not in place",
        SafeguardState::Alternative => "Alternative in place",
        SafeguardState::NotApplicable => "Does not apply",
    }
}

pub fn risk_state(state: RiskState) -> &'static str {
    match state {
        RiskState::Identified => "identified",
        RiskState::Analyzed => "analyzed",
        RiskState::Evaluated => "evaluated",
        RiskState::TreatmentPlanned => "treatment planned",
        RiskState::Accepted => "accepted",
        RiskState::Treated => "treated",
        RiskState::Monitored => "monitored",
        RiskState::Closed => "closed",
    }
}

pub fn option(option: TreatmentOption) -> &'static str {
    match option {
        TreatmentOption::Mitigate => "Mitigate",
        TreatmentOption::Avoid => "Avoid",
        TreatmentOption::Transfer => "Transfer",
    }
}

/// What policy does about a risk; a dash where another register counts.
pub fn coverage(state: Option<CoverageState>) -> &'static str {
    match state {
        Some(CoverageState::Covered) => "covered by policy",
        Some(CoverageState::PartlyCovered) => "partly covered by policy",
        Some(CoverageState::Uncovered) => "not covered by policy",
        Some(CoverageState::Stale) => "policy to be renewed",
        None => NONE,
    }
}

pub fn entity(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::CoveredEntity => "Covered entity",
        EntityKind::BusinessAssociate => "Business associate",
        EntityKind::Hybrid => "Hybrid entity",
    }
}

pub fn size(band: SizeBand) -> &'static str {
    match band {
        SizeBand::SmallPractice => "Practice of up to 10 providers",
        SizeBand::MediumPractice => "Practice of 11 to 50 providers",
        SizeBand::LargePractice => "Practice of 51 to 500 providers",
        SizeBand::VeryLargePractice => "Practice of over 500 providers",
        SizeBand::SmallHospital => "Hospital under 50 beds",
        SizeBand::MediumHospital => "Hospital of 50 to 299 beds",
        SizeBand::LargeHospital => "Hospital of 300 beds or more",
        SizeBand::HealthPlan => "Health plan",
        SizeBand::Clearinghouse => "Clearinghouse",
        SizeBand::BusinessAssociate => "Business associate",
    }
}

pub fn complexity(one: Complexity) -> &'static str {
    match one {
        Complexity::MultipleEhrs => "more than one record system",
        Complexity::AroundTheClock => "work around the clock",
        Complexity::EmergencyOrInpatient => "emergency or inpatient care",
        Complexity::Research => "research",
        Complexity::Telehealth => "telehealth",
        Complexity::NetworkedMedicalDevices => "medical devices on the network",
        Complexity::OnPremisesServers => "servers on the premises",
        Complexity::ManyInterfaces => "many interfaces",
        Complexity::AffiliatedOrOrganized => "affiliated entity or organized arrangement",
        Complexity::HybridEntity => "hybrid entity",
        Complexity::RecentMerger => "a merger within the last year",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_grouped_by_threes() {
        for (number, shown) in
            [(0, "0"), (7, "7"), (999, "999"), (1_000, "1,000"), (58_000, "58,000"), (1_234_567, "1,234,567")]
        {
            assert_eq!(grouped(number), shown);
        }
        assert_eq!(costs(Some(1_900), Some(600)).as_deref(), Some("$1,900 once, $600 a year"));
        assert_eq!(costs(None, Some(0)).as_deref(), Some("$0 a year"));
        assert_eq!(costs(None, None), None);
    }
}
