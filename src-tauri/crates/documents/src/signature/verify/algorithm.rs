//! Checking a signature with a public key, all through `ring` (RFC 5754, RFC 5758, RFC 8017).

use const_oid::ObjectIdentifier;
use const_oid::db::rfc5912::{
    ECDSA_WITH_SHA_256, ECDSA_WITH_SHA_384, ID_EC_PUBLIC_KEY, ID_RSASSA_PSS, ID_SHA_256, ID_SHA_384,
    ID_SHA_512, RSA_ENCRYPTION, SECP_256_R_1, SECP_384_R_1, SHA_256_WITH_RSA_ENCRYPTION,
    SHA_384_WITH_RSA_ENCRYPTION, SHA_512_WITH_RSA_ENCRYPTION,
};
use der::asn1::ContextSpecific;
use der::{Any, Sequence};
use ring::signature::{self, UnparsedPublicKey, VerificationAlgorithm};
use sha2::{Digest, Sha256, Sha384, Sha512};
use spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned};

use super::fault::Fault;

/// A hash function that signatures may use; SHA-1 is not one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hash {
    Sha256,
    Sha384,
    Sha512,
}

impl Hash {
    /// The hash function that an algorithm names.
    pub(crate) fn of(algorithm: &AlgorithmIdentifierOwned) -> Result<Self, Fault> {
        match algorithm.oid {
            _ if !is_plain(algorithm) => Err(Fault::Algorithm),
            ID_SHA_256 => Ok(Self::Sha256),
            ID_SHA_384 => Ok(Self::Sha384),
            ID_SHA_512 => Ok(Self::Sha512),
            _ => Err(Fault::Algorithm),
        }
    }

    /// The hash of some bytes that follow each other.
    pub(crate) fn digest(self, parts: &[&[u8]]) -> Vec<u8> {
        match self {
            Self::Sha256 => digest::<Sha256>(parts),
            Self::Sha384 => digest::<Sha384>(parts),
            Self::Sha512 => digest::<Sha512>(parts),
        }
    }

    fn length(self) -> u8 {
        match self {
            Self::Sha256 => 32,
            Self::Sha384 => 48,
            Self::Sha512 => 64,
        }
    }
}

/// Whether an algorithm has no parameters, which may be written as null (RFC 5754, section 2).
fn is_plain(algorithm: &AlgorithmIdentifierOwned) -> bool {
    algorithm.parameters.as_ref().is_none_or(|parameters| *parameters == Any::null())
}

fn digest<D: Digest>(parts: &[&[u8]]) -> Vec<u8> {
    let mut digest = D::new();
    for part in parts {
        digest.update(part);
    }
    digest.finalize().to_vec()
}

/// A public key with the algorithm of a signature and, where that names none, the hash function beside it.
pub(crate) struct Check<'a> {
    /// The signer's public key.
    pub(crate) key: &'a SubjectPublicKeyInfoOwned,
    /// The algorithm that the signature names.
    pub(crate) algorithm: &'a AlgorithmIdentifierOwned,
    /// The hash function for an algorithm that names only RSA.
    pub(crate) hash: Option<Hash>,
}

impl Check<'_> {
    /// Checks a signature over a message.
    ///
    /// # Errors
    /// [`Fault::Algorithm`] for an algorithm that is not supported, [`Fault::Signature`] if the signature is wrong.
    pub(crate) fn verify(&self, message: &[u8], signature: &[u8]) -> Result<(), Fault> {
        let algorithm = self.ring_algorithm().ok_or(Fault::Algorithm)?;
        let key = self.key.subject_public_key.as_bytes().ok_or(Fault::Algorithm)?;
        UnparsedPublicKey::new(algorithm, key).verify(message, signature).map_err(|_| Fault::Signature)
    }

    fn ring_algorithm(&self) -> Option<&'static dyn VerificationAlgorithm> {
        match self.key.algorithm.oid {
            _ if self.algorithm.oid != ID_RSASSA_PSS && !is_plain(self.algorithm) => None,
            ID_EC_PUBLIC_KEY => self.elliptic(),
            RSA_ENCRYPTION => self.rsa(),
            _ => None,
        }
    }

    fn elliptic(&self) -> Option<&'static dyn VerificationAlgorithm> {
        let curve: ObjectIdentifier = self.key.algorithm.parameters.as_ref()?.decode_as().ok()?;
        match (curve, self.algorithm.oid) {
            (SECP_256_R_1, ECDSA_WITH_SHA_256) => Some(&signature::ECDSA_P256_SHA256_ASN1),
            (SECP_256_R_1, ECDSA_WITH_SHA_384) => Some(&signature::ECDSA_P256_SHA384_ASN1),
            (SECP_384_R_1, ECDSA_WITH_SHA_256) => Some(&signature::ECDSA_P384_SHA256_ASN1),
            (SECP_384_R_1, ECDSA_WITH_SHA_384) => Some(&signature::ECDSA_P384_SHA384_ASN1),
            _ => None,
        }
    }

    fn rsa(&self) -> Option<&'static dyn VerificationAlgorithm> {
        match (self.algorithm.oid, self.hash) {
            (SHA_256_WITH_RSA_ENCRYPTION, _) | (RSA_ENCRYPTION, Some(Hash::Sha256)) => {
                Some(&signature::RSA_PKCS1_2048_8192_SHA256)
            }
            (SHA_384_WITH_RSA_ENCRYPTION, _) | (RSA_ENCRYPTION, Some(Hash::Sha384)) => {
                Some(&signature::RSA_PKCS1_2048_8192_SHA384)
            }
            (SHA_512_WITH_RSA_ENCRYPTION, _) | (RSA_ENCRYPTION, Some(Hash::Sha512)) => {
                Some(&signature::RSA_PKCS1_2048_8192_SHA512)
            }
            (ID_RSASSA_PSS, _) => self.rsa_pss(),
            _ => None,
        }
    }

    fn rsa_pss(&self) -> Option<&'static dyn VerificationAlgorithm> {
        let parameters: PssParameters = self.algorithm.parameters.as_ref()?.decode_as().ok()?;
        match parameters.hash()? {
            Hash::Sha256 => Some(&signature::RSA_PSS_2048_8192_SHA256),
            Hash::Sha384 => Some(&signature::RSA_PSS_2048_8192_SHA384),
            Hash::Sha512 => Some(&signature::RSA_PSS_2048_8192_SHA512),
        }
    }
}

/// Parameters of RSASSA-PSS (RFC 8017, A.2.3); what is left out means SHA-1, which is not supported.
#[derive(Sequence)]
struct PssParameters {
    hash: ContextSpecific<AlgorithmIdentifierOwned>,
    mask: ContextSpecific<AlgorithmIdentifierOwned>,
    salt: ContextSpecific<u8>,
}

impl PssParameters {
    /// The hash function, if the mask uses the same and the salt has its length, as `ring` asks.
    fn hash(&self) -> Option<Hash> {
        let hash = Hash::of(&self.hash.value).ok()?;
        let of_mask: AlgorithmIdentifierOwned =
            self.mask.value.parameters.as_ref().map(Any::decode_as)?.ok()?;
        let is_usual = Hash::of(&of_mask).ok()? == hash && self.salt.value == hash.length();
        is_usual.then_some(hash)
    }
}
