//! The evidence sheet of a practice: what it says of the sample clinic, what it says where something is missing, and
//! the file it becomes.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod missing;
mod pages;
mod sample;
mod text;
mod whole;
