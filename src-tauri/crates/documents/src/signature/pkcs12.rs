//! Importing an identity from a PKCS#12 file (RFC 7292), as other programs export it.

use p12_keystore::error::Error;
use p12_keystore::{CertificateBag, Pkcs12Archive, PrivateKeyBag};
use x509_cert::Certificate;

use super::identity::{Identity, IdentityError, belongs, read};
use super::key::PrivateKey;

/// Certificates above a person's own; longer chains do not occur.
const CHAIN: usize = 8;

/// Reads the identity in a PKCS#12 file: its first private key that has a certificate, and the chain above it.
///
/// ECDSA over P-256 and P-384 and RSA of 2048 bits and more are supported.
///
/// # Errors
/// [`IdentityError::WrongPassphrase`], [`IdentityError::NotPkcs12`], [`IdentityError::NoKey`],
/// [`IdentityError::NoCertificate`], or [`IdentityError::Key`] for a key of another algorithm.
pub fn import(file: &[u8], passphrase: &str) -> Result<Identity, IdentityError> {
    let archive = Pkcs12Archive::from_pkcs12(file, passphrase).map_err(|error| reason(&error))?;
    if archive.keys.is_empty() {
        return Err(IdentityError::NoKey);
    }
    let mut failure = IdentityError::NoCertificate;
    for bag in &archive.keys {
        match identity(bag, &archive.certs) {
            Ok(identity) => return Ok(identity),
            Err(error) => failure = error,
        }
    }
    Err(failure)
}

fn identity(bag: &PrivateKeyBag, certificates: &[CertificateBag]) -> Result<Identity, IdentityError> {
    let key = PrivateKey::from_pkcs8(bag.key.as_der())?;
    let certificates: Vec<Readable> = certificates.iter().filter_map(Readable::of).collect();
    let own =
        certificates.iter().find(|one| belongs(&one.parsed, &key)).ok_or(IdentityError::NoCertificate)?;
    let chain = chain(own, &certificates);
    Identity::new(key, own.der.clone(), chain)
}

struct Readable {
    der: Vec<u8>,
    parsed: Certificate,
}

impl Readable {
    fn of(bag: &CertificateBag) -> Option<Self> {
        let der = bag.cert.as_der().to_vec();
        let parsed = read(&der).ok()?;
        Some(Self { der, parsed })
    }
}

fn chain(own: &Readable, certificates: &[Readable]) -> Vec<Vec<u8>> {
    let mut chain: Vec<Vec<u8>> = Vec::new();
    let mut last = own;
    while chain.len() < CHAIN {
        let issuer = &last.parsed.tbs_certificate.issuer;
        let above = certificates.iter().find(|one| {
            one.parsed.tbs_certificate.subject == *issuer && one.der != own.der && !chain.contains(&one.der)
        });
        let Some(above) = above else { break };
        chain.push(above.der.clone());
        last = above;
    }
    chain
}

/// A wrong passphrase shows as a wrong code over the file or, in a file without one, as a failed decryption.
fn reason(error: &Error) -> IdentityError {
    match error {
        Error::MacError(_) | Error::Pkcs5Error(_) | Error::UnpadError => IdentityError::WrongPassphrase,
        _ => IdentityError::NotPkcs12,
    }
}
