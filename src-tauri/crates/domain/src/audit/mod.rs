//! The one history: canonical bodies, their hashes, and the chain that links them.
//!
//! What was recorded is never rewritten here; the store appends, this module says whether the chain holds.

pub mod canonical;
pub mod chain;

pub use canonical::{canonical_json, hash_of, sha256_hex};
pub use chain::{Break, Head, Revision, verify};
