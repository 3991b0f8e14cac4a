//! The evidence sheet of a practice as typed blocks: what the records hold for 45 CFR 171.203, on paper.
//!
//! What is met, open or lapsed was found by the domain's check and is only printed here; the one thing worked out
//! here is whether recorded dates stand in the order that they must.

mod alternatives;
mod application;
mod closing;
mod conditions;
mod dates;
mod evidence;
mod order;
mod rule;
pub mod sheet;
mod standing;
mod trail;
mod watch;
mod words;

pub use crate::assessment::{Copy, style};
pub use sheet::PracticeSheet;
