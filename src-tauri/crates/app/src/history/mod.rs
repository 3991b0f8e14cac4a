//! What commands have in common about the past: saving over somebody else's change, taking back, looking back.
//!
//! Merging, stacks and what was in force are pure functions of the domain; here they meet the store and get words.

pub mod conflict;
pub mod known;
pub mod label;
mod note;
pub mod reversal;
pub mod view;

pub use conflict::{Based, begun_or_carried, carried_over, merged_since};
