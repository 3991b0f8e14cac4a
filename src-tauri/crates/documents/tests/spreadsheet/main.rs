//! Tables for spreadsheet programs: what is written is read back, and nothing in it computes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod broken;
mod comma;
mod hostile;
mod sample;
mod workbook;
