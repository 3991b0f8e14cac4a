//! Names of acts and records as people say them.

use riskwright_domain::retention::RecordName;

/// What a person calls a record: `R-0042`, `POL-11 version 2.0`.
#[must_use]
pub fn record_label(kind: &str, id: &str) -> String {
    let last = || id.rsplit('/').next().unwrap_or(id);
    match (kind, id.split_once('/')) {
        ("organization", _) => "the organization's profile".to_owned(),
        ("settings", _) => "the settings".to_owned(),
        ("policy_version", Some((policy, version))) => format!("{policy} version {version}"),
        ("approval", Some(_)) => format!("the approval of {}", approved(id)),
        ("factor_answer", Some(_)) => format!("the answer to {}", last()),
        ("threat_disposition", Some(_)) => format!("the decision about {}", last()),
        ("safeguard_status", Some(_)) => format!("the status of {}", last()),
        ("addressable_decision", Some(_)) => format!("the decision on {}", last()),
        ("risk" | "asset", Some(_)) => last().to_owned(),
        ("certificate", _) => "a certificate".to_owned(),
        _ => id.to_owned(),
    }
}

/// An act as undo names it: `rating of R-0042`.
#[must_use]
pub fn act_label(command: &str, records: &[RecordName]) -> String {
    let names: Vec<String> = records.iter().map(|one| record_label(&one.kind, &one.id)).collect();
    let names = several(names);
    match command {
        "risk::save" => format!("rating of {names}"),
        "policy::save_statement" | "policy::save" => format!("text of {names}"),
        "practice::judge" => format!("judgement on {names}"),
        "organization::save" => "change of the organization's profile".to_owned(),
        "threat::decide" | "safeguard::decide" | "safeguard::save" => names,
        "threat::add_risks" => format!("putting {names} into the register"),
        "inventory::import" => format!("import of {names}"),
        "inventory::add_starters" => format!("adding {names}"),
        "inventory::save_flow" | "inventory::remove_flow" => format!("a flow of {names}"),
        "inventory::save_vendor" | "inventory::remove_vendor" => format!("a vendor of {names}"),
        "threat::save_own" | "threat::remove_own" => format!("a threat of {names}"),
        "inventory::remove_asset" | "risk::remove" => format!("removal of {names}"),
        "risk::treat" => format!("plan for {names}"),
        "risk::finish" => format!("end of the treatment of {names}"),
        "risk::close" => format!("closing of {names}"),
        "assessment::answer" => names,
        "assessment::save" => format!("what {names} says of itself"),
        "assessment::confirm" => format!("confirmation of {names}"),
        _ => format!("change of {names}"),
    }
}

/// Up to three names; of more only how many.
fn several(names: Vec<String>) -> String {
    if names.len() > 3 { format!("{} records", names.len()) } else { names.join(", ") }
}

/// `POL-11/1.0/P-001/executive` → `POL-11 version 1.0 by P-001`.
fn approved(id: &str) -> String {
    let parts: Vec<&str> = id.split('/').collect();
    match parts.as_slice() {
        [policy, version, person, _] => format!("{policy} version {version} by {person}"),
        [assessment, person, _] => format!("{assessment} by {person}"),
        _ => id.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_have_the_names_that_people_give_them() {
        let cases = [
            ("risk", "AS-2026/R-0042", "R-0042"),
            ("policy_version", "POL-11/2.0", "POL-11 version 2.0"),
            ("approval", "POL-11/1.0/P-001/executive", "the approval of POL-11 version 1.0 by P-001"),
            ("approval", "AS-2026/P-002/executive", "the approval of AS-2026 by P-002"),
            ("safeguard_status", "AS-2026/45 CFR 164.312(b)", "the status of 45 CFR 164.312(b)"),
            ("organization", "organization", "the organization's profile"),
            ("evidence", "E-0007", "E-0007"),
        ];
        for (kind, id, expected) in cases {
            assert_eq!(record_label(kind, id), expected);
        }
    }
}
