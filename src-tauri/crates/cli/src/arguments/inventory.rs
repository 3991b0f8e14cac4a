//! What can be asked about the inventory.

use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub enum Inventory {
    /// Take the rows of a spreadsheet into the inventory of the assessment being worked on.
    Import(ImportInventory),
}

#[derive(Debug, Args)]
pub struct ImportInventory {
    /// The workspace.
    pub workspace: PathBuf,
    /// The spreadsheet: .csv or .xlsx, with the names of the columns in its first row.
    pub file: PathBuf,
    /// The sheet; the first that holds anything if left out.
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// Say what would become of every row and write nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Leave out rows that cannot be taken; without it one such row refuses the whole.
    #[arg(long, conflicts_with = "dry_run")]
    pub leave_out_refused: bool,
}
