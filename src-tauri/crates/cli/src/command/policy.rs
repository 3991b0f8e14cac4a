//! `riskwright policy`.

use crate::Done;
use crate::failure::Failure;
use crate::input;
use crate::output::Output;
use riskwright_app::command::policy::{FindingLevel, LintRequest, Report, lint as run_lint};
use riskwright_app::{App, Effect, Needs};
use std::path::Path;

/// Judges the times of a text; the answer is no where there is an error-level finding.
pub fn lint(file: Option<&Path>, roles: Option<&Path>, output: &Output) -> Result<Done, Failure> {
    let text = text(file)?;
    let roles = roles.map(read_roles).transpose()?;
    let request = LintRequest { text, roles };
    let report =
        App::new(None).run("policy::lint", Effect::Read, Needs::Nothing, |state| run_lint(state, request))?;
    let clean = !report.has_errors();
    output.answer(&report, || words(&report));
    Ok(clean.into())
}

fn text(file: Option<&Path>) -> Result<String, Failure> {
    match file.filter(|file| *file != Path::new("-")) {
        Some(file) => input::text(file, input::LARGEST_TEXT),
        None => input::standard(input::LARGEST_TEXT),
    }
}

fn read_roles(file: &Path) -> Result<Vec<String>, Failure> {
    let text = input::text(file, input::LARGEST_TEXT)?;
    Ok(text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect())
}

fn words(report: &Report) -> String {
    let mut lines: Vec<String> = report
        .findings
        .iter()
        .map(|one| {
            format!("{}:{}: {}: {:?}: {}", one.line, one.column, level(one.level), one.text, one.suggestion)
        })
        .collect();
    lines.push(format!(
        "{} findings, {} objective timeframes",
        report.findings.len(),
        report.timeframes.len()
    ));
    lines.join("\n")
}

fn level(level: FindingLevel) -> &'static str {
    match level {
        FindingLevel::Error => "error",
        FindingLevel::Warning => "warning",
        FindingLevel::Info => "info",
    }
}
