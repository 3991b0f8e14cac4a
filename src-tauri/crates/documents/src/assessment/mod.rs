//! Reports of an assessment as typed blocks and as tables for spreadsheet programs.
//!
//! Every report is a pure function of a [`Sheet`]: the content, one assessment in it, and what the copy says of
//! itself. Ratings are looked up by the domain and only printed here; what may be decided belongs there too.

pub mod difference;
mod frame;
pub mod heat_map;
pub mod register;
pub mod report;
pub(crate) mod risk_card;
pub mod safeguard_gaps;
mod sheet;
pub mod summary;
pub mod treatment_plan;
pub(crate) mod words;

pub use frame::{one_page_style, style};
pub use sheet::{Copy, Sheet};
