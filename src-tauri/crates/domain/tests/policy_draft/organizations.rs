//! Two organizations with the same risks: a clinic of 24 people, and a hospital of 2,000 with a plan and a clearinghouse.

use riskwright_domain::assessment::SafeguardState;
use riskwright_domain::organization::{Complexity, EntityKind, SizeBand};
use riskwright_domain::workspace::Content;

/// The sample.
pub fn clinic() -> Content {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../app/sample/lakeside.yaml");
    let text = std::fs::read_to_string(path).expect("the sample is there");
    let value: serde_json::Value = serde_yaml::from_str(&text).expect("the sample is YAML");
    serde_json::from_value(value).expect("the sample has the shape of the exchange format")
}

/// The sample as a hospital to which every item of the rule applies.
pub fn hospital() -> Content {
    let mut content = clinic();
    let organization = &mut content.organization;
    organization.name = "Riverside Regional Hospital".to_owned();
    organization.kind = EntityKind::Hybrid;
    organization.workforce = 2_000;
    organization.size_band = Some(SizeBand::LargeHospital);
    organization.patients = Some(310_000);
    organization.remote_workers = Some(420);
    organization.complexity.extend([
        Complexity::AroundTheClock,
        Complexity::EmergencyOrInpatient,
        Complexity::Research,
        Complexity::HybridEntity,
    ]);
    organization.capabilities =
        "A hospital of 340 beds with an emergency department, a billing clearinghouse and a \
         health plan for its staff; security is a department of nine people."
            .to_owned();
    let assessment = content.assessments.last_mut().expect("an assessment");
    for status in assessment.safeguards.iter_mut().filter(|one| one.status == SafeguardState::NotApplicable) {
        status.status = SafeguardState::Planned;
    }
    content
}
