//! The data that the program carries.

macro_rules! files {
    ($($name:literal)*) => {
        &[$(($name, include_str!(concat!("../../data/", $name)))),*]
    };
}

/// Name and text of every file of the built-in catalogue.
pub const FILES: &[(&str, &str)] = files! {
    "164-subpart-c/2013-03-26/edition.yaml"
    "164-subpart-c/2013-03-26/factors.yaml"
    "164-subpart-c/2013-03-26/safeguards.yaml"
    "164-subpart-c/90-fr-898-proposed/edition.yaml"
    "171.203/2020-11-04/edition.yaml"
    "171.203/2020-11-04/security_exception.yaml"
    "part-171/2024-12-17/edition.yaml"
    "part-171/2024-12-17/exceptions.yaml"
    "part-171/hti-5-proposed/edition.yaml"
    "threats/2026-09-17/edition.yaml"
    "threats/2026-09-17/threats.yaml"
    "frameworks/2026-09-17/edition.yaml"
    "frameworks/2026-09-17/frameworks.yaml"
    "frameworks/2026-09-17/cis-v8.1.yaml"
    "frameworks/2026-09-17/hicp-2023.yaml"
    "frameworks/2026-09-17/iso-27001-2022.yaml"
    "frameworks/2026-09-17/nist-800-53r5.yaml"
    "frameworks/2026-09-17/nist-csf-2.0.yaml"
    "policies/2026-09-17/edition.yaml"
    "policies/2026-09-17/policies.yaml"
};
