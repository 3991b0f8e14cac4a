//! The public half of a signing identity, kept so that a signature can still be explained years later.

use crate::number::PersonNumber;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An X.509 certificate (RFC 5280) of a person, or of the organization's authority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Certificate {
    /// SHA-256 (hex) of the DER form.
    pub fingerprint: String,
    /// Whose it is; nobody's where it is the authority's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holder: Option<PersonNumber>,
    /// Common name of the subject.
    pub subject: String,
    /// Common name of the issuer.
    pub issuer: String,
    /// First day of validity, UTC.
    pub valid_from: Date,
    /// Last day of validity, UTC.
    pub valid_until: Date,
    /// Where the key comes from.
    pub origin: CertificateOrigin,
    /// The certificate, DER in lower-case hex.
    pub der: String,
}

/// Where the key of a certificate comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum CertificateOrigin {
    /// Made in the workspace.
    Made,
    /// Imported from a PKCS#12 file.
    Imported,
}
