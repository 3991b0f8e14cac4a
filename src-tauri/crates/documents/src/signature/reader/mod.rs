//! A strict reader of one revision of a PDF file: its cross-references, its objects and where each lies.
//!
//! Signing and judging a signature need what an ordinary reader hides: the place of every value in the file, a reading
//! of a prefix of the file, and a refusal instead of a repair, because a repaired file can show two readers two
//! documents. Every quantity is bounded and every loop follows a set of places already seen, so that no file makes it
//! run away. It never renders, decrypts or writes.

mod budget;
mod container;
mod filter;
mod literal;
mod place;
mod revision;
mod scanner;
mod section;
mod tail;

pub(crate) use budget::Budget;
pub(crate) use place::{Entry, Indirect};
pub(crate) use revision::Revision;
pub(crate) use scanner::{Placed, Scanner};

/// Why a file or one of its objects cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The bytes do not begin with a PDF header.
    #[error("not a PDF file")]
    NotPdf,
    /// No `startxref` with its number and `%%EOF` stands near the end: the file is cut off or something follows it.
    #[error("the end of the file does not name a cross-reference section")]
    NoCrossReference,
    /// A cross-reference section is malformed or missing.
    #[error("the cross-reference section at byte {at} cannot be read")]
    CrossReference {
        /// Byte offset of the section.
        at: usize,
    },
    /// A value is malformed.
    #[error("the object at byte {at} cannot be read")]
    Value {
        /// Byte offset in the file, or in the object stream that holds the value.
        at: usize,
    },
    /// The file needs more memory than a judgement of a signature may take.
    #[error("the file is too large to be judged")]
    TooLarge,
    /// The file is encrypted.
    #[error("the file is encrypted")]
    Encrypted,
}

/// The answer of a read.
pub(crate) type Read<T> = Result<T, ReadError>;
