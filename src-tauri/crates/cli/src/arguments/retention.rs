//! What can be asked about retention.

use super::record;
use clap::{Args, Subcommand};
use jiff::civil::Date;
use riskwright_app::command::retention::RecordName;
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub enum Retention {
    /// List what is kept, how long and why.
    List {
        /// The workspace.
        workspace: PathBuf,
        /// The day; today if left out.
        #[arg(long)]
        on: Option<Date>,
    },
    /// Dispose of a record that nothing keeps any more; this cannot be taken back.
    Dispose {
        /// The workspace.
        workspace: PathBuf,
        /// Kind of record: policy_version, assessment, practice, document or evidence.
        kind: String,
        /// Its id, such as POL-11/1.0.
        id: String,
        /// Why.
        #[arg(long)]
        reason: String,
    },
    /// Place a legal hold.
    Hold(Hold),
    /// End a legal hold.
    Release {
        /// The workspace.
        workspace: PathBuf,
        /// Its number: H-001.
        number: String,
        /// Why.
        #[arg(long)]
        reason: String,
    },
}

#[derive(Debug, Args)]
pub struct Hold {
    /// The workspace.
    pub workspace: PathBuf,
    /// The matter.
    #[arg(long)]
    pub title: String,
    /// Why.
    #[arg(long)]
    pub reason: String,
    /// Record that it covers, such as policy_version:POL-11/1.0; may be given again; everything if left out.
    #[arg(long = "record", value_name = "KIND:ID", value_parser = record)]
    pub records: Vec<RecordName>,
}
