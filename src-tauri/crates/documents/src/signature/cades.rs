//! The container of a signature: CMS SignedData with the attributes of PAdES baseline B (RFC 5652, ETSI EN 319 142-1).

use cms::cert::{CertificateChoices, IssuerAndSerialNumber};
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{
    CertificateSet, EncapsulatedContentInfo, SignedAttributes, SignedData, SignerIdentifier, SignerInfo,
    SignerInfos,
};
use const_oid::ObjectIdentifier;
use const_oid::db::rfc5911::{ID_AA_SIGNING_CERTIFICATE_V_2, ID_CONTENT_TYPE, ID_MESSAGE_DIGEST};
use const_oid::db::rfc5911::{ID_DATA, ID_SIGNED_DATA};
use const_oid::db::rfc5912::{
    ECDSA_WITH_SHA_256, ECDSA_WITH_SHA_384, ID_SHA_256, ID_SHA_384, SHA_256_WITH_RSA_ENCRYPTION,
};
use der::asn1::{OctetString, SetOfVec};
use der::{Any, Decode, Encode, Sequence};
use sha2::{Digest, Sha256, Sha384};
use spki::AlgorithmIdentifierOwned;
use x509_cert::Certificate;
use x509_cert::attr::Attribute;

use super::identity::Identity;
use super::key::KeyAlgorithm;

/// Bytes beside the certificates that a container takes at most: attributes, names and a signature of 4096 bits.
const BESIDE_CERTIFICATES: usize = 4096;

/// A certificate named by its hash; the algorithm is left out, which means SHA-256 (RFC 5035, section 4).
#[derive(Sequence)]
struct EssCertIdV2 {
    cert_hash: OctetString,
}

#[derive(Sequence)]
struct SigningCertificateV2 {
    certs: Vec<EssCertIdV2>,
}

/// Bytes to keep free for the container of an identity's signature.
pub(crate) fn reserve(identity: &Identity) -> usize {
    let above: usize = identity.chain().iter().map(Vec::len).sum();
    (identity.certificate().len() + above + BESIDE_CERTIFICATES).next_multiple_of(1024).max(8192)
}

/// Signs the bytes of a document that a signature covers, and gives the container as DER.
///
/// There is no signing-time attribute: the claimed time stands in the signature dictionary (ETSI EN 319 142-1, 6.3).
///
/// # Errors
/// [`der::Error`] if something cannot be encoded; `Ok(None)` if the key refuses to sign.
pub(crate) fn container(identity: &Identity, covered: [&[u8]; 2]) -> der::Result<Option<Vec<u8>>> {
    let algorithm = identity.key().algorithm();
    let certificate = Certificate::from_der(identity.certificate())?;
    let attributes = attributes(identity, &hash(algorithm, covered))?;
    let Ok(signature) = identity.key().sign(&attributes.to_der()?) else { return Ok(None) };
    let signer = SignerInfo {
        version: CmsVersion::V1,
        sid: SignerIdentifier::IssuerAndSerialNumber(IssuerAndSerialNumber {
            issuer: certificate.tbs_certificate.issuer.clone(),
            serial_number: certificate.tbs_certificate.serial_number.clone(),
        }),
        digest_alg: digest_algorithm(algorithm),
        signed_attrs: Some(attributes),
        signature_algorithm: signature_algorithm(algorithm),
        signature: OctetString::new(signature)?,
        unsigned_attrs: None,
    };
    let signed = SignedData {
        version: CmsVersion::V1,
        digest_algorithms: SetOfVec::try_from(vec![digest_algorithm(algorithm)])?,
        encap_content_info: EncapsulatedContentInfo { econtent_type: ID_DATA, econtent: None },
        certificates: Some(certificates(identity, certificate)?),
        crls: None,
        signer_infos: SignerInfos(SetOfVec::try_from(vec![signer])?),
    };
    ContentInfo { content_type: ID_SIGNED_DATA, content: Any::encode_from(&signed)? }.to_der().map(Some)
}

fn attributes(identity: &Identity, digest: &[u8]) -> der::Result<SignedAttributes> {
    // The whole chain is named, so that no certificate of the container can be exchanged unnoticed.
    let chain = [identity.certificate()].into_iter().chain(identity.chain().iter().map(Vec::as_slice));
    let certs = chain.map(named).collect::<der::Result<_>>()?;
    SetOfVec::try_from(vec![
        attribute(ID_CONTENT_TYPE, Any::encode_from(&ID_DATA)?)?,
        attribute(ID_MESSAGE_DIGEST, Any::encode_from(&OctetString::new(digest)?)?)?,
        attribute(ID_AA_SIGNING_CERTIFICATE_V_2, Any::encode_from(&SigningCertificateV2 { certs })?)?,
    ])
}

fn named(certificate: &[u8]) -> der::Result<EssCertIdV2> {
    Ok(EssCertIdV2 { cert_hash: OctetString::new(Sha256::digest(certificate).to_vec())? })
}

fn attribute(oid: ObjectIdentifier, value: Any) -> der::Result<Attribute> {
    Ok(Attribute { oid, values: SetOfVec::try_from(vec![value])? })
}

fn certificates(identity: &Identity, own: Certificate) -> der::Result<CertificateSet> {
    let mut all = vec![CertificateChoices::Certificate(own)];
    for above in identity.chain() {
        all.push(CertificateChoices::Certificate(Certificate::from_der(above)?));
    }
    SetOfVec::try_from(all).map(CertificateSet)
}

fn hash(algorithm: KeyAlgorithm, covered: [&[u8]; 2]) -> Vec<u8> {
    match algorithm {
        KeyAlgorithm::P256 | KeyAlgorithm::Rsa => hash_with::<Sha256>(covered),
        KeyAlgorithm::P384 => hash_with::<Sha384>(covered),
    }
}

fn hash_with<D: Digest>(covered: [&[u8]; 2]) -> Vec<u8> {
    let mut digest = D::new();
    for part in covered {
        digest.update(part);
    }
    digest.finalize().to_vec()
}

fn digest_algorithm(algorithm: KeyAlgorithm) -> AlgorithmIdentifierOwned {
    let oid = match algorithm {
        KeyAlgorithm::P256 | KeyAlgorithm::Rsa => ID_SHA_256,
        KeyAlgorithm::P384 => ID_SHA_384,
    };
    AlgorithmIdentifierOwned { oid, parameters: None }
}

fn signature_algorithm(algorithm: KeyAlgorithm) -> AlgorithmIdentifierOwned {
    let (oid, parameters) = match algorithm {
        KeyAlgorithm::P256 => (ECDSA_WITH_SHA_256, None),
        KeyAlgorithm::P384 => (ECDSA_WITH_SHA_384, None),
        KeyAlgorithm::Rsa => (SHA_256_WITH_RSA_ENCRYPTION, Some(Any::null())),
    };
    AlgorithmIdentifierOwned { oid, parameters }
}
