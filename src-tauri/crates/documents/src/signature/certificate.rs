//! What a certificate says, for a register of identities: names, validity, and whether its key may sign.

use std::time::Duration;

use jiff::Timestamp;
use x509_cert::ext::pkix::{KeyUsage, KeyUsages};
use x509_cert::time::Time;

use super::identity::{IdentityError, read};
use super::name;

/// The fields of a certificate (RFC 5280) that people ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificateFacts {
    /// Common name of the subject.
    pub subject: String,
    /// Common name of the issuer.
    pub issuer: String,
    /// The first moment of validity.
    pub valid_from: Timestamp,
    /// The last moment of validity.
    pub valid_until: Timestamp,
    /// Whether its key may sign documents: a key usage extension, where there is one, allows it (RFC 5280, 4.2.1.3).
    pub may_sign: bool,
}

/// Reads a certificate in DER.
///
/// # Errors
/// [`IdentityError::Certificate`] if it cannot be read.
pub fn describe(certificate: &[u8]) -> Result<CertificateFacts, IdentityError> {
    let fields = read(certificate)?.tbs_certificate;
    let usage = fields.get::<KeyUsage>().map_err(|_| IdentityError::Certificate)?;
    let signs = |usage: &KeyUsage| {
        usage.0.contains(KeyUsages::DigitalSignature) || usage.0.contains(KeyUsages::NonRepudiation)
    };
    Ok(CertificateFacts {
        subject: name::common_name(&fields.subject),
        issuer: name::common_name(&fields.issuer),
        valid_from: instant(&fields.validity.not_before)?,
        valid_until: instant(&fields.validity.not_after)?,
        may_sign: usage.is_none_or(|(_, usage)| signs(&usage)),
    })
}

fn instant(time: &Time) -> Result<Timestamp, IdentityError> {
    let since: Duration = time.to_unix_duration();
    i64::try_from(since.as_secs())
        .ok()
        .and_then(|seconds| Timestamp::from_second(seconds).ok())
        .ok_or(IdentityError::Certificate)
}
