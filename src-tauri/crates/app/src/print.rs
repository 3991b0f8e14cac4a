//! From a sealed version to the bytes of its PDF.

use crate::error::{CommandError, CommandResult};
use jiff::Timestamp;
use riskwright_documents::pdf;
use riskwright_documents::policy::{self, Printed, Sheet};
use riskwright_domain::audit::Head;
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::policy::Seal;

/// The PDF of a sealed version: the same seal, approvals, trail and date give the same bytes.
///
/// # Errors
/// `document` if the text cannot be set.
pub fn policy(sheet: &Sheet<'_>, seal: &Seal, head: &Head, at: Timestamp) -> CommandResult<Vec<u8>> {
    let edition = rule_edition(sheet.catalogue, at);
    let printed = Printed { head, rule_edition: &edition };
    let document = policy::document(sheet, seal, &printed).map_err(|_| CommandError::internal("seal"))?;
    let stamp = pdf::Stamp { created: at, identifier: seal.content_hash.clone() };
    Ok(pdf::write(&document, &pdf::Style::default(), &stamp)?)
}

/// The edition of 45 CFR 171.203 in force when a copy was made, as printed.
#[must_use]
pub fn rule_edition(catalogue: &Catalogue, at: Timestamp) -> String {
    let day = at.to_zoned(jiff::tz::TimeZone::UTC).date();
    match catalogue.rules_on(day) {
        Ok(rules) => {
            let edition = rules.security_exception_edition();
            format!("{}, {}; text confirmed as of {}", edition.rule, edition.citation, edition.confirmed_on)
        }
        Err(_) => "45 CFR 171.203: no edition in force on that day".to_owned(),
    }
}
