//! `riskwright demo`.

use crate::Done;
use crate::failure::Failure;
use crate::output::Output;
use std::path::Path;

/// Writes the demonstration.
pub fn run(dir: &Path, output: &Output) -> Result<Done, Failure> {
    let demo = riskwright_app::demo::write(dir)?;
    output.answer(&demo, || {
        format!(
            "Wrote the sample workspace, {} policies signed by two people each, and the check of its practices.\nRead {} first.",
            demo.policies.len(),
            dir.join("README.txt").display()
        )
    });
    Ok(Done::Yes)
}
