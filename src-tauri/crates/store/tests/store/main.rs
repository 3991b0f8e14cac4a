//! The store as its callers use it: one binary, so that SQLCipher is linked once.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod backup;
mod cells;
mod content;
mod create;
mod damage;
mod disposal;
mod evidence;
mod flips;
mod history;
mod keys;
mod past;
mod sample;
mod secrecy;
mod slots;
mod table;
mod tampering;
mod transaction;
mod trial;
