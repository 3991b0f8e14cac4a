//! A signing identity: a private key and the certificate that says whose it is.

use der::{Decode, Encode};
use x509_cert::Certificate;

use super::key::{KeyError, PrivateKey};
use super::name;

/// Why an identity cannot be made, loaded or imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IdentityError {
    /// The private key cannot be made or loaded.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// A certificate cannot be made or read.
    #[error("not a usable certificate")]
    Certificate,
    /// The certificate is of another key.
    #[error("the certificate does not belong to the private key")]
    Mismatch,
    /// A serial number is empty, zero, negative or longer than 20 bytes.
    #[error("not a serial number of a certificate")]
    Serial,
    /// A validity ends before it begins, or begins before 1970.
    #[error("not a span of time in which a certificate can be valid")]
    Validity,
    /// The passphrase does not open the PKCS#12 file.
    #[error("the passphrase does not open the file")]
    WrongPassphrase,
    /// The bytes are no PKCS#12 file, or one that is protected in a way that is not supported.
    #[error("not a PKCS#12 file that can be read")]
    NotPkcs12,
    /// The PKCS#12 file holds no private key.
    #[error("the file holds no private key")]
    NoKey,
    /// The PKCS#12 file holds no certificate of its private key.
    #[error("the file holds no certificate of its private key")]
    NoCertificate,
}

/// A private key, its certificate and the certificates between that and an authority.
#[derive(Debug)]
pub struct Identity {
    key: PrivateKey,
    certificate: Vec<u8>,
    chain: Vec<Vec<u8>>,
    name: String,
}

impl Identity {
    /// Puts together a key, its certificate and the chain above it, all certificates as DER.
    ///
    /// # Errors
    /// [`IdentityError::Certificate`] if a certificate cannot be read, [`IdentityError::Mismatch`] if the certificate
    /// is of another key.
    pub fn new(key: PrivateKey, certificate: Vec<u8>, chain: Vec<Vec<u8>>) -> Result<Self, IdentityError> {
        let parsed = read(&certificate)?;
        if !belongs(&parsed, &key) {
            return Err(IdentityError::Mismatch);
        }
        chain.iter().try_for_each(|above| read(above).map(drop))?;
        let name = name::common_name(&parsed.tbs_certificate.subject);
        Ok(Self { key, certificate, chain, name })
    }

    /// Loads an identity from its stored parts: the key as PKCS#8 DER, the certificates as DER.
    ///
    /// # Errors
    /// As [`Identity::new`], and [`IdentityError::Key`] for a key of no supported algorithm.
    pub fn load(pkcs8: &[u8], certificate: Vec<u8>, chain: Vec<Vec<u8>>) -> Result<Self, IdentityError> {
        Self::new(PrivateKey::from_pkcs8(pkcs8)?, certificate, chain)
    }

    /// The private key.
    pub fn key(&self) -> &PrivateKey {
        &self.key
    }

    /// The certificate as DER.
    pub fn certificate(&self) -> &[u8] {
        &self.certificate
    }

    /// The certificates above the person's own, from its issuer on, as DER.
    pub fn chain(&self) -> &[Vec<u8>] {
        &self.chain
    }

    /// The common name in the certificate.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The certificate's fields.
    pub(crate) fn parsed(&self) -> Result<Certificate, IdentityError> {
        read(&self.certificate)
    }

    pub(crate) fn into_parts(self) -> (PrivateKey, Vec<u8>) {
        (self.key, self.certificate)
    }
}

/// Reads a certificate that is nothing but DER, so that what is hashed is what was read.
pub(crate) fn read(certificate: &[u8]) -> Result<Certificate, IdentityError> {
    let parsed = Certificate::from_der(certificate).map_err(|_| IdentityError::Certificate)?;
    let written = parsed.to_der().map_err(|_| IdentityError::Certificate)?;
    if written == certificate { Ok(parsed) } else { Err(IdentityError::Certificate) }
}

/// Whether a certificate is of a key.
pub(crate) fn belongs(certificate: &Certificate, key: &PrivateKey) -> bool {
    let public = &certificate.tbs_certificate.subject_public_key_info.subject_public_key;
    public.as_bytes() == Some(key.public_key())
}
