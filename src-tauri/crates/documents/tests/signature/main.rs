//! Signing and judging signatures, as the rest of the program sees them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod attack;
mod damage;
mod history;
mod hostile;
mod identity;
mod people;
#[path = "../sample/mod.rs"]
mod policy;
mod sample;
mod signing;
mod wrapping;
mod written;
