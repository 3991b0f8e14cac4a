//! What an answer says of the organization goes into its profile, so that nobody types it twice.

use riskwright_domain::assessment::FactorAnswer;
use riskwright_domain::organization::Organization;

/// The question on sites, remote workers and patients.
const NUMBERS: &str = "Q023";
/// The question on the money for risk treatment.
const BUDGET: &str = "Q035";

/// The profile with what an answer of one row says of it; a value that is not there leaves the profile's own.
pub fn filled(organization: Organization, answer: &FactorAnswer) -> Organization {
    let [row] = answer.rows.as_slice() else { return organization };
    let number = |column: &str| row.get(column).and_then(|value| value.trim().parse().ok());
    match answer.question.as_str() {
        NUMBERS => Organization {
            remote_workers: number("remote_workers").or(organization.remote_workers),
            patients: number("patients").or(organization.patients),
            ..organization
        },
        BUDGET => Organization {
            treatment_budget: number("budget").or(organization.treatment_budget),
            treatment_budget_on: row
                .get("approved_on")
                .and_then(|value| value.trim().parse().ok())
                .or(organization.treatment_budget_on),
            ..organization
        },
        _ => organization,
    }
}
