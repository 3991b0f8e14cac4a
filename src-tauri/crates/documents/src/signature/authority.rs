//! The organization's certificate authority, which issues certificates to its own people.

use std::time::Duration;

use jiff::Timestamp;
use rcgen::{
    BasicConstraints, CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer,
    KeyUsagePurpose, SerialNumber, date_time_ymd,
};

use super::identity::{Identity, IdentityError};
use super::key::PrivateKey;
use super::name;

/// Extended key usage for signing documents (RFC 9336).
const DOCUMENT_SIGNING: [u64; 9] = [1, 3, 6, 1, 5, 5, 7, 3, 36];

/// The span of time in which a certificate is valid, both ends included (RFC 5280, 4.1.2.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Validity {
    /// The first moment.
    pub from: Timestamp,
    /// The last moment.
    pub until: Timestamp,
}

/// A certificate authority: its key and its self-signed certificate.
#[derive(Debug)]
pub struct Authority {
    key: PrivateKey,
    certificate: Vec<u8>,
    organization: String,
}

impl Authority {
    /// Makes the authority of an organization with a new ECDSA P-256 key.
    ///
    /// `serial` is 1 to 20 bytes, not all zero, the first below 0x80 (RFC 5280, 4.1.2.2).
    ///
    /// # Errors
    /// [`IdentityError::Serial`], [`IdentityError::Validity`], or [`IdentityError::Key`] without randomness.
    pub fn create(organization: &str, validity: Validity, serial: &[u8]) -> Result<Self, IdentityError> {
        let key = PrivateKey::generate()?;
        let mut parameters = authority_parameters(organization);
        set(&mut parameters, validity, serial)?;
        let certificate =
            parameters.self_signed(&key).map_err(|_| IdentityError::Certificate)?.der().to_vec();
        Ok(Self { key, certificate, organization: organization.to_owned() })
    }

    /// Loads an authority that was made by [`Authority::create`], from its stored key and certificate.
    ///
    /// # Errors
    /// [`IdentityError::Key`] for a key of no supported algorithm, [`IdentityError::Certificate`] for a certificate
    /// that cannot be read or names no organization, [`IdentityError::Mismatch`] if the two do not belong together.
    pub fn load(pkcs8: &[u8], certificate: &[u8]) -> Result<Self, IdentityError> {
        let identity = Identity::new(PrivateKey::from_pkcs8(pkcs8)?, certificate.to_vec(), Vec::new())?;
        let organization = name::organization(&identity.parsed()?.tbs_certificate.subject);
        let (key, certificate) = identity.into_parts();
        Ok(Self { key, certificate, organization: organization.ok_or(IdentityError::Certificate)? })
    }

    /// Issues a certificate for signing documents to a person of the organization, with a new ECDSA P-256 key.
    ///
    /// # Errors
    /// As [`Authority::create`].
    pub fn issue(&self, person: &str, validity: Validity, serial: &[u8]) -> Result<Identity, IdentityError> {
        let key = PrivateKey::generate()?;
        let mut parameters = person_parameters(person, &self.organization);
        set(&mut parameters, validity, serial)?;
        let issuer = Issuer::new(authority_parameters(&self.organization), &self.key);
        let certificate = parameters.signed_by(&key, &issuer).map_err(|_| IdentityError::Certificate)?;
        Identity::new(key, certificate.der().to_vec(), vec![self.certificate.clone()])
    }

    /// The authority's key.
    pub fn key(&self) -> &PrivateKey {
        &self.key
    }

    /// The authority's certificate as DER, which others need to trust what it issued.
    pub fn certificate(&self) -> &[u8] {
        &self.certificate
    }
}

fn authority_parameters(organization: &str) -> CertificateParams {
    let mut parameters = CertificateParams::default();
    parameters.distinguished_name = named(&format!("{organization} document signing"), organization);
    parameters.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    parameters.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    parameters
}

fn person_parameters(person: &str, organization: &str) -> CertificateParams {
    let mut parameters = CertificateParams::default();
    parameters.distinguished_name = named(person, organization);
    parameters.is_ca = IsCa::ExplicitNoCa;
    parameters.key_usages = vec![KeyUsagePurpose::DigitalSignature, KeyUsagePurpose::ContentCommitment];
    // Readers that leave certificates to NSS know no document signing and ask for e-mail protection instead.
    parameters.extended_key_usages = vec![
        ExtendedKeyUsagePurpose::Other(DOCUMENT_SIGNING.to_vec()),
        ExtendedKeyUsagePurpose::EmailProtection,
    ];
    parameters.use_authority_key_identifier_extension = true;
    parameters
}

fn named(common_name: &str, organization: &str) -> DistinguishedName {
    let mut name = DistinguishedName::new();
    name.push(DnType::OrganizationName, organization);
    name.push(DnType::CommonName, common_name);
    name
}

fn set(parameters: &mut CertificateParams, validity: Validity, serial: &[u8]) -> Result<(), IdentityError> {
    let is_positive =
        serial.first().is_some_and(|first| *first < 0x80) && serial.iter().any(|byte| *byte != 0);
    if !is_positive || serial.len() > 20 {
        return Err(IdentityError::Serial);
    }
    if validity.until <= validity.from {
        return Err(IdentityError::Validity);
    }
    parameters.serial_number = Some(SerialNumber::from_slice(serial));
    let epoch = date_time_ymd(1970, 1, 1);
    parameters.not_before = epoch + since_epoch(validity.from)?;
    parameters.not_after = epoch + since_epoch(validity.until)?;
    Ok(())
}

fn since_epoch(moment: Timestamp) -> Result<Duration, IdentityError> {
    u64::try_from(moment.as_second()).map(Duration::from_secs).map_err(|_| IdentityError::Validity)
}
