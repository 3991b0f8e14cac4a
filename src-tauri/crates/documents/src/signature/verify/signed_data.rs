//! The container of a signature: its attributes, its certificate and the signature itself (RFC 5652, RFC 5035).

use cms::cert::CertificateChoices;
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{SignedAttributes, SignedData, SignerIdentifier, SignerInfo};
use const_oid::ObjectIdentifier;
use const_oid::db::rfc5911::{ID_AA_SIGNING_CERTIFICATE_V_2, ID_CONTENT_TYPE, ID_MESSAGE_DIGEST};
use const_oid::db::rfc5911::{ID_DATA, ID_SIGNED_DATA};
use const_oid::db::rfc5912::ID_CE_SUBJECT_KEY_IDENTIFIER;
use der::asn1::OctetString;
use der::{Any, Decode, Encode, Reader, Sequence, SliceReader};
use spki::AlgorithmIdentifierOwned;
use x509_cert::Certificate;
use x509_cert::ext::pkix::SubjectKeyIdentifier;

use super::algorithm::{Check, Hash};
use super::fault::Fault;

/// A container with one signature, of which nothing is proved yet.
pub(crate) struct Signed {
    /// The certificate that the signer names.
    pub(crate) certificate: Certificate,
    /// The other certificates of the container.
    pub(crate) others: Vec<Certificate>,
    signer: SignerInfo,
}

/// A certificate that a signer names by its hash (RFC 5035, section 4).
#[derive(Sequence)]
struct EssCertIdV2 {
    #[asn1(optional = "true")]
    hash_algorithm: Option<AlgorithmIdentifierOwned>,
    hash: OctetString,
    #[asn1(optional = "true")]
    issuer_serial: Option<Any>,
}

#[derive(Sequence)]
struct SigningCertificateV2 {
    certificates: Vec<EssCertIdV2>,
    #[asn1(optional = "true")]
    policies: Option<Any>,
}

impl Signed {
    /// Reads a container that is padded with zeros.
    pub(crate) fn read(padded: &[u8]) -> Result<Self, Fault> {
        let data = signed_data(padded)?;
        let [signer] = data.signer_infos.0.as_slice() else { return Err(Fault::Container) };
        check_versions(&data, signer)?;
        let (certificate, others) = certificates(&data, signer)?;
        Ok(Self { certificate, others, signer: signer.clone() })
    }

    /// Checks the signature and what it says against the bytes that it covers.
    ///
    /// `names_certificate` says whether the signed attributes must name the signer's certificate, as PAdES asks.
    pub(crate) fn check(&self, covered: &[&[u8]], names_certificate: bool) -> Result<(), Fault> {
        let attributes = self.signer.signed_attrs.as_ref().ok_or(Fault::Attributes)?;
        let hash = Hash::of(&self.signer.digest_alg)?;
        check_content_type(attributes)?;
        check_certificates(attributes, self, names_certificate)?;
        check_signature(&self.signer, attributes, &self.certificate, hash)?;
        let digest: OctetString = value(attributes, ID_MESSAGE_DIGEST)?.ok_or(Fault::Attributes)?;
        if digest.as_bytes() == hash.digest(covered) { Ok(()) } else { Err(Fault::Digest) }
    }
}

fn signed_data(padded: &[u8]) -> Result<SignedData, Fault> {
    let mut reader = SliceReader::new(padded).map_err(|_| Fault::Container)?;
    let content = ContentInfo::decode(&mut reader).map_err(|_| Fault::Container)?;
    let padding = reader.read_slice(reader.remaining_len()).map_err(|_| Fault::Container)?;
    if content.content_type != ID_SIGNED_DATA || padding.iter().any(|byte| *byte != 0) {
        return Err(Fault::Container);
    }
    let data: SignedData = content.content.decode_as().map_err(|_| Fault::Container)?;
    // The signed bytes are those of the file: a container that carries its own would be read by no PDF reader.
    if data.encap_content_info.econtent_type != ID_DATA || data.encap_content_info.econtent.is_some() {
        return Err(Fault::Container);
    }
    Ok(data)
}

/// Checks what a container says of its own form (RFC 5652, sections 5.1 and 5.3).
fn check_versions(data: &SignedData, signer: &SignerInfo) -> Result<(), Fault> {
    let version = match signer.sid {
        SignerIdentifier::IssuerAndSerialNumber(_) => CmsVersion::V1,
        SignerIdentifier::SubjectKeyIdentifier(_) => CmsVersion::V3,
    };
    let hash = Hash::of(&signer.digest_alg)?;
    let is_announced = data.digest_algorithms.iter().any(|algorithm| Hash::of(algorithm) == Ok(hash));
    let is_known = matches!(data.version, CmsVersion::V1 | CmsVersion::V3);
    if is_known && is_announced && signer.version == version { Ok(()) } else { Err(Fault::Container) }
}

fn certificates(data: &SignedData, signer: &SignerInfo) -> Result<(Certificate, Vec<Certificate>), Fault> {
    let set = data.certificates.as_ref().ok_or(Fault::Certificate)?;
    let mut own = None;
    let mut others = Vec::new();
    for choice in set.0.iter() {
        let CertificateChoices::Certificate(certificate) = choice else { continue };
        if own.is_none() && is_named(certificate, &signer.sid) {
            own = Some(certificate.clone());
        } else {
            others.push(certificate.clone());
        }
    }
    Ok((own.ok_or(Fault::Certificate)?, others))
}

fn is_named(certificate: &Certificate, identifier: &SignerIdentifier) -> bool {
    let fields = &certificate.tbs_certificate;
    match identifier {
        SignerIdentifier::IssuerAndSerialNumber(named) => {
            named.issuer == fields.issuer && named.serial_number == fields.serial_number
        }
        SignerIdentifier::SubjectKeyIdentifier(named) => {
            fields.extensions.iter().flatten().any(|extension| {
                extension.extn_id == ID_CE_SUBJECT_KEY_IDENTIFIER
                    && SubjectKeyIdentifier::from_der(extension.extn_value.as_bytes())
                        .is_ok_and(|own| own == *named)
            })
        }
    }
}

fn check_content_type(attributes: &SignedAttributes) -> Result<(), Fault> {
    let kind: ObjectIdentifier = value(attributes, ID_CONTENT_TYPE)?.ok_or(Fault::Attributes)?;
    if kind == ID_DATA { Ok(()) } else { Err(Fault::Attributes) }
}

/// Checks that the first certificate named is the signer's and, if more are named, that the container holds no other.
fn check_certificates(attributes: &SignedAttributes, signed: &Signed, is_needed: bool) -> Result<(), Fault> {
    let Some(named) = value::<SigningCertificateV2>(attributes, ID_AA_SIGNING_CERTIFICATE_V_2)? else {
        return if is_needed { Err(Fault::Attributes) } else { Ok(()) };
    };
    let (own, above) = named.certificates.split_first().ok_or(Fault::Attributes)?;
    if !own.names(&signed.certificate)? {
        return Err(Fault::Certificate);
    }
    for other in signed.others.iter().filter(|_| !above.is_empty()) {
        if !above.iter().any(|named| named.names(other).is_ok_and(|is_it| is_it)) {
            return Err(Fault::Certificate);
        }
    }
    Ok(())
}

impl EssCertIdV2 {
    fn names(&self, certificate: &Certificate) -> Result<bool, Fault> {
        let hash = self.hash_algorithm.as_ref().map_or(Ok(Hash::Sha256), Hash::of)?;
        let written = certificate.to_der().map_err(|_| Fault::Certificate)?;
        Ok(self.hash.as_bytes() == hash.digest(&[&written]))
    }
}

fn check_signature(
    signer: &SignerInfo,
    attributes: &SignedAttributes,
    own: &Certificate,
    hash: Hash,
) -> Result<(), Fault> {
    // The attributes are signed as a SET OF in DER, not with the tag that they carry in the container
    // (RFC 5652, section 5.4).
    let message = attributes.to_der().map_err(|_| Fault::Attributes)?;
    let check = Check {
        key: &own.tbs_certificate.subject_public_key_info,
        algorithm: &signer.signature_algorithm,
        hash: Some(hash),
    };
    check.verify(&message, signer.signature.as_bytes())
}

/// The single value of an attribute that comes at most once.
fn value<T: for<'a> Decode<'a>>(
    attributes: &SignedAttributes,
    kind: ObjectIdentifier,
) -> Result<Option<T>, Fault> {
    let mut found = attributes.iter().filter(|attribute| attribute.oid == kind);
    let Some(attribute) = found.next() else { return Ok(None) };
    let [value] = attribute.values.as_slice() else { return Err(Fault::Attributes) };
    if found.next().is_some() {
        return Err(Fault::Attributes);
    }
    let written = value.to_der().map_err(|_| Fault::Attributes)?;
    T::from_der(&written).map(Some).map_err(|_| Fault::Attributes)
}
