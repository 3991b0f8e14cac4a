//! Why a signature does not hold.

use crate::signature::reader::ReadError;

/// Why one signature is not intact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Fault {
    #[error("the signature dictionary cannot be read")]
    Dictionary,
    #[error("the form of the signature is not supported")]
    SubFilter,
    #[error("the byte range is not two spans around the signature's own value")]
    ByteRange,
    #[error("the covered bytes are no complete revision of the document: {0}")]
    Revision(ReadError),
    #[error("the covered revision is not part of the document's history")]
    History,
    #[error("the covered revision does not hold this signature")]
    NotInRevision,
    #[error("the signature's container cannot be read")]
    Container,
    #[error("the signature's attributes are incomplete or contradictory")]
    Attributes,
    #[error("the signer's certificates are missing or are not those that were signed")]
    Certificate,
    #[error("the algorithm of the signature is not supported")]
    Algorithm,
    #[error("the covered bytes were changed after signing")]
    Digest,
    #[error("the signature does not match the signer's key")]
    Signature,
}
