//! `riskwright report`: which report, in which form, where to.

use clap::Args;
use riskwright_app::command::report::{Report, ReportFormat};
use serde::de::DeserializeOwned;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub struct WriteReport {
    /// assessment, summary, register, heat-map, treatment-plan, safeguard-gaps, difference or calendar.
    #[arg(value_parser = named::<Report>)]
    pub kind: Report,
    /// The workspace.
    pub workspace: PathBuf,
    /// pdf, xlsx, csv or ics; a report comes in some of them.
    #[arg(short, long, value_parser = named::<ReportFormat>)]
    pub format: ReportFormat,
    /// Where to.
    #[arg(short, long)]
    pub out: PathBuf,
    /// Number of the assessment; the one being worked on, else the current one, if left out.
    #[arg(long, value_name = "NUMBER")]
    pub assessment: Option<String>,
}

/// A value by its name in exchange, with hyphens or underscores.
fn named<T: DeserializeOwned>(name: &str) -> Result<T, String> {
    let name = serde_json::Value::String(name.replace('-', "_"));
    serde_json::from_value(name).map_err(|error| error.to_string())
}
