//! Reports of an assessment: what stands in them, what spreadsheet and calendar programs read in them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod blocks;
#[path = "../clinic/mod.rs"]
mod clinic;
mod command;
mod pages;
mod sample;
mod tables;
