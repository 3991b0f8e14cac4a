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
    let stamp = pdf::Stamp { created: at, identifier: identifier(&seal.content_hash) };
    Ok(pdf::write(&document, &riskwright_documents::Style::default(), &stamp)?)
}

/// The edition of 45 CFR 171.203 in force when a copy was made, as printed.
#[must_use]
pub fn rule_edition(catalogue: &Catalogue, at: Timestamp) -> String {
    let day = at.to_zoned(jiff::tz::TimeZone::UTC).date();
    match catalogue.rules_on(day) {
        Ok(rules) => {
            let edition = &rules.security_exception.edition;
            format!(
                "{}, edition {}; text confirmed as of {}",
                edition.citation, edition.id, edition.confirmed_on
            )
        }
        Err(_) => "45 CFR 171.203: no edition in force on that day".to_owned(),
    }
}

/// The first 16 bytes of a hash in hex.
fn identifier(hash: &str) -> [u8; 16] {
    let bytes = hex::decode(hash).unwrap_or_default();
    std::array::from_fn(|at| bytes.get(at).copied().unwrap_or_default())
}
