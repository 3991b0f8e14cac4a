//! The Security Exception check on contents that are mended, broken, old, imported and mutilated.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

#[path = "../builder/mod.rs"]
mod builder;

mod break_case;
mod break_common;
mod break_policy;
mod broken;
mod conclusions;
mod criteria;
mod editions;
mod expiry;
mod imported;
mod judgements;
mod mutilated;
mod shape;
