//! The one inventory of ePHI and EHI: assets, flows, vendors, and rows taken from a spreadsheet.

mod change;
mod form;
mod import;
mod rule;
mod starter;
mod view;

pub use super::Empty;
pub use change::{remove_asset, remove_flow, remove_vendor, save_asset, save_flow, save_vendor};
pub use form::*;
pub use import::{import, preview};
pub use starter::{add_starters, starters};

use crate::error::CommandResult;
use crate::state::State;

/// The inventory of the assessment being worked on, else of the current one.
///
/// # Errors
/// `not_found` without an assessment.
pub fn get(state: &mut State, _: Empty) -> CommandResult<Inventory> {
    view::view(state.session()?)
}
