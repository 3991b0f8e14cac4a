//! What can be asked about evidence.

use super::record;
use clap::{Args, Subcommand};
use jiff::civil::Date;
use riskwright_app::command::evidence::{EvidenceKind, RecordName};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub enum Evidence {
    /// List the register, newest number first.
    List {
        /// The workspace.
        workspace: PathBuf,
        /// Only what is attached to this record, such as risk:AS-2026/R-0042.
        #[arg(long, value_name = "KIND:ID", value_parser = record)]
        about: Option<RecordName>,
    },
    /// Record a file as evidence.
    Add(AddEvidence),
    /// Write the file of an item of evidence; leaves an event in the trail.
    Save {
        /// The workspace.
        workspace: PathBuf,
        /// Number of the item: E-0007.
        number: String,
        /// Where to.
        #[arg(short, long)]
        out: PathBuf,
    },
}

#[derive(Debug, Args)]
pub struct AddEvidence {
    /// The workspace.
    pub workspace: PathBuf,
    /// The file.
    pub file: PathBuf,
    /// What it is.
    #[arg(long)]
    pub title: String,
    /// What kind of proof: alert, log, advisory, test_result, record or picture.
    #[arg(long, value_parser = kind)]
    pub kind: EvidenceKind,
    /// Date of the evidence.
    #[arg(long)]
    pub on: Date,
    /// Where the original is kept; the workspace itself if left out.
    #[arg(long)]
    pub reference: Option<String>,
    /// Record that it is attached to, such as risk:AS-2026/R-0042; may be given again.
    #[arg(long, value_name = "KIND:ID", value_parser = record)]
    pub about: Vec<RecordName>,
}

fn kind(text: &str) -> Result<EvidenceKind, String> {
    serde_json::from_value(text.into())
        .map_err(|_| "one of alert, log, advisory, test_result, record, picture".to_owned())
}
