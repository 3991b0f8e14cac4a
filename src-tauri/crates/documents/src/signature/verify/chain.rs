//! Whether a signer's certificate leads to one that is trusted (RFC 5280, section 6, without revocation).

use std::time::Duration;

use const_oid::ObjectIdentifier;
use const_oid::db::rfc5912::{ID_CE_BASIC_CONSTRAINTS, ID_CE_KEY_USAGE};
use der::{Decode, Encode};
use jiff::Timestamp;
use x509_cert::Certificate;
use x509_cert::ext::pkix::{BasicConstraints, KeyUsage, KeyUsages};

use super::algorithm::Check;
use super::signed_data::Signed;

/// Certificates between a signer's own and a trusted one.
const LONGEST: usize = 6;

/// Certificates of one container that are looked at.
const MOST: usize = 32;

/// Whether the signer's certificate leads to one of some trusted certificates, given as DER, all valid at a time.
///
/// Without a time, which is then not even claimed, nothing can be said and the answer is no.
pub(crate) fn leads_to(signed: &Signed, trusted: &[Vec<u8>], at: Option<Timestamp>) -> bool {
    let Some(at) = at else { return false };
    let trusted: Vec<Certificate> =
        trusted.iter().filter_map(|der| Certificate::from_der(der).ok()).collect();
    let others = signed.others.get(..signed.others.len().min(MOST)).unwrap_or_default();
    let mut last = &signed.certificate;
    if !may_sign_documents(last) {
        return false;
    }
    for above in 0..LONGEST {
        if !is_valid(last, at) {
            return false;
        }
        if trusted
            .iter()
            .any(|anchor| anchor == last || (is_valid(anchor, at) && issued(anchor, last, above)))
        {
            return true;
        }
        match others.iter().find(|other| *other != last && issued(other, last, above)) {
            Some(issuer) => last = issuer,
            None => return false,
        }
    }
    false
}

/// Whether a certificate issued another below which there are `below` authorities.
fn issued(issuer: &Certificate, subject: &Certificate, below: usize) -> bool {
    let (fields, of_issuer) = (&subject.tbs_certificate, &issuer.tbs_certificate);
    if fields.issuer != of_issuer.subject || !is_authority(issuer, below) {
        return false;
    }
    let Ok(message) = fields.to_der() else { return false };
    let check = Check {
        key: &of_issuer.subject_public_key_info,
        algorithm: &subject.signature_algorithm,
        hash: None,
    };
    fields.signature == subject.signature_algorithm
        && subject.signature.as_bytes().is_some_and(|signature| check.verify(&message, signature).is_ok())
}

fn is_authority(certificate: &Certificate, below: usize) -> bool {
    let Ok(Some(constraints)) = extension::<BasicConstraints>(certificate, ID_CE_BASIC_CONSTRAINTS) else {
        return false;
    };
    let reaches = constraints.path_len_constraint.is_none_or(|most| below <= usize::from(most));
    constraints.ca && reaches && may(certificate, &[KeyUsages::KeyCertSign])
}

fn may_sign_documents(certificate: &Certificate) -> bool {
    may(certificate, &[KeyUsages::DigitalSignature, KeyUsages::NonRepudiation])
}

/// Whether a certificate leaves its key's use open or allows one of some uses.
fn may(certificate: &Certificate, uses: &[KeyUsages]) -> bool {
    match extension::<KeyUsage>(certificate, ID_CE_KEY_USAGE) {
        Ok(usage) => usage.is_none_or(|usage| uses.iter().any(|one| usage.0.contains(*one))),
        Err(_) => false,
    }
}

fn extension<T: for<'a> Decode<'a>>(
    certificate: &Certificate,
    kind: ObjectIdentifier,
) -> der::Result<Option<T>> {
    let mut extensions = certificate.tbs_certificate.extensions.iter().flatten();
    let found = extensions.find(|extension| extension.extn_id == kind);
    found.map(|found| T::from_der(found.extn_value.as_bytes())).transpose()
}

fn is_valid(certificate: &Certificate, at: Timestamp) -> bool {
    let validity = &certificate.tbs_certificate.validity;
    let Ok(seconds) = u64::try_from(at.as_second()) else { return false };
    let at = Duration::from_secs(seconds);
    validity.not_before.to_unix_duration() <= at && at <= validity.not_after.to_unix_duration()
}
