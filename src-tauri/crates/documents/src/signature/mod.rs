//! Signatures: the identities that make them, signing a field of a PDF, and judging the signatures that a PDF holds.
//!
//! The private parts follow the flow: [`Authority`] issues an [`Identity`], [`sign`] fills a field with it, [`verify`]
//! judges what any program signed. No files, no clock: keys come and go as bytes, times are arguments.

mod appearance;
mod authority;
mod cades;
mod certificate;
mod field;
mod identity;
mod intended;
mod key;
mod name;
mod pkcs12;
mod reader;
mod sign;
mod verify;

pub use appearance::AppearanceError;
pub use authority::{Authority, Validity};
pub use certificate::{CertificateFacts, describe};
pub use identity::{Identity, IdentityError};
pub use intended::{Intended, intended};
pub use key::{KeyError, PrivateKey};
pub use pkcs12::import;
pub use reader::ReadError;
pub use sign::{Details, SignError, sign};
pub use verify::{SignatureReport, Trust, Trusted, VerifyReport, verify};

#[cfg(test)]
mod tests;
