//! The store as its callers use it: one binary, so that SQLCipher is linked once.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod backup;
mod content;
mod create;
mod damage;
mod history;
mod keys;
mod sample;
mod secrecy;
mod table;
mod tampering;
mod transaction;
mod trial;
