//! What a person's slot holds beside the data key: the private key, its certificates, an official's authority.

use crate::error::{CommandError, CommandResult};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use riskwright_documents::signature::{Authority, Identity};
use riskwright_domain::organization::CertificateOrigin;
use secrecy::SecretSlice;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// A signing identity as it is sealed: JSON with bytes in base64 (RFC 4648, section 4); arrays of numbers, as slots
/// of format 1 have them, are read too.
#[derive(Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
pub struct PrivatePart {
    key: Bytes,
    certificate: Bytes,
    chain: Vec<Bytes>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    authority_key: Option<Bytes>,
    /// Where it is left out, the authority is the last of the chain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    authority: Option<Bytes>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    imported: bool,
}

#[derive(Clone, Zeroize)]
struct Bytes(Vec<u8>);

impl PrivatePart {
    /// An identity that the organization's authority made.
    #[must_use]
    pub fn made(identity: &Identity, authority: &Authority, official: bool) -> Self {
        Self {
            key: Bytes(identity.key().pkcs8().to_vec()),
            certificate: Bytes(identity.certificate().to_vec()),
            chain: chain(identity),
            authority_key: official.then(|| Bytes(authority.key().pkcs8().to_vec())),
            authority: Some(Bytes(authority.certificate().to_vec())),
            imported: false,
        }
    }

    /// The same slot with an identity from elsewhere; the authority stays.
    #[must_use]
    pub fn with_imported(&self, identity: &Identity) -> Self {
        Self {
            key: Bytes(identity.key().pkcs8().to_vec()),
            certificate: Bytes(identity.certificate().to_vec()),
            chain: chain(identity),
            authority_key: self.authority_key.clone(),
            authority: self.authority_certificate().map(|der| Bytes(der.to_vec())),
            imported: true,
        }
    }

    /// An identity from elsewhere for a slot that held none.
    #[must_use]
    pub fn imported(identity: &Identity) -> Self {
        Self {
            key: Bytes(identity.key().pkcs8().to_vec()),
            certificate: Bytes(identity.certificate().to_vec()),
            chain: chain(identity),
            authority_key: None,
            authority: None,
            imported: true,
        }
    }

    /// The same slot with another authority.
    #[must_use]
    pub fn with_authority(mut self, authority: &Authority) -> Self {
        self.authority_key = Some(Bytes(authority.key().pkcs8().to_vec()));
        self.authority = Some(Bytes(authority.certificate().to_vec()));
        self
    }

    /// Reads what was sealed.
    ///
    /// # Errors
    /// `internal` if the bytes have another form.
    pub fn read(bytes: &[u8]) -> CommandResult<Self> {
        serde_json::from_slice(bytes).map_err(|_| CommandError::internal("identity"))
    }

    /// What is sealed.
    ///
    /// # Errors
    /// `internal`.
    pub fn sealed(&self) -> CommandResult<SecretSlice<u8>> {
        Ok(SecretSlice::from(serde_json::to_vec(self).map_err(|_| CommandError::internal("identity"))?))
    }

    /// The signing identity in a slot.
    ///
    /// # Errors
    /// If the slot's bytes are no identity.
    pub fn identity(bytes: &[u8]) -> CommandResult<Identity> {
        let part = Self::read(bytes)?;
        let chain = part.chain.iter().map(|one| one.0.clone()).collect();
        Ok(Identity::load(&part.key.0, part.certificate.0.clone(), chain)?)
    }

    /// The certificate (DER) of the identity.
    #[must_use]
    pub fn certificate(&self) -> &[u8] {
        &self.certificate.0
    }

    /// Where the identity comes from.
    #[must_use]
    pub fn origin(&self) -> CertificateOrigin {
        if self.imported { CertificateOrigin::Imported } else { CertificateOrigin::Made }
    }

    /// The certificate (DER) of the organization's authority, which is no secret.
    #[must_use]
    pub fn authority_certificate(&self) -> Option<&[u8]> {
        let made = if self.imported { None } else { self.chain.last() };
        self.authority.as_ref().or(made).map(|bytes| bytes.0.as_slice())
    }

    /// The authority, where the slot holds its key.
    #[must_use]
    pub fn load_authority(&self) -> Option<Authority> {
        Authority::load(&self.authority_key.as_ref()?.0, self.authority_certificate()?).ok()
    }
}

fn chain(identity: &Identity) -> Vec<Bytes> {
    identity.chain().iter().map(|one| Bytes(one.clone())).collect()
}

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&Zeroizing::new(STANDARD.encode(&self.0)))
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Form {
            Text(String),
            Numbers(Vec<u8>),
        }
        match Form::deserialize(deserializer)? {
            Form::Text(text) => {
                let text = Zeroizing::new(text);
                STANDARD.decode(text.as_bytes()).map(Self).map_err(serde::de::Error::custom)
            }
            Form::Numbers(bytes) => Ok(Self(bytes)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::new_authority;
    use riskwright_documents::signature::Validity;
    use serde_json::json;

    fn made() -> (PrivatePart, Identity) {
        let at = jiff::Timestamp::from_second(1_770_000_000).unwrap();
        let authority = new_authority("Clinic", at).unwrap();
        let validity = Validity { from: at, until: jiff::Timestamp::from_second(1_780_000_000).unwrap() };
        let identity = authority.issue("Dana Ruiz", validity, &[1]).unwrap();
        (PrivatePart::made(&identity, &authority, true), identity)
    }

    #[test]
    fn bytes_are_base64_and_arrays_of_format_1_still_read() {
        let (part, identity) = made();
        let text = serde_json::to_value(&part).unwrap();
        assert_eq!(text["certificate"], STANDARD.encode(identity.certificate()));
        let old = json!({
            "key": part.key.0, "certificate": part.certificate.0,
            "chain": part.chain.iter().map(|one| one.0.clone()).collect::<Vec<_>>(),
            "authority_key": part.authority_key.as_ref().map(|bytes| bytes.0.clone()),
        });
        let old = PrivatePart::read(old.to_string().as_bytes()).unwrap();
        assert_eq!(old.certificate(), identity.certificate());
        assert_eq!(old.authority_certificate(), part.authority_certificate());
        assert!(old.load_authority().is_some());
    }

    #[test]
    fn an_imported_identity_never_makes_its_issuer_the_organizations_authority() {
        let (part, _) = made();
        let (_, foreign) = made();
        let imported = part.with_imported(&foreign);
        assert_eq!(imported.authority_certificate(), part.authority_certificate());
        assert_eq!(imported.origin(), CertificateOrigin::Imported);
        assert!(imported.load_authority().is_some());
        assert!(PrivatePart::imported(&foreign).authority_certificate().is_none());
    }
}
