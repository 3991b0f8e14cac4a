//! The linter as its callers see it: fixtures and words of its data, every code, places, roles, rows, any text at all.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod any_text;
mod codes;
mod corpus;
mod fixtures;
mod page;
mod roles;
mod rows;
mod suggestions;
mod timeframes;
mod words;

use riskwright_domain::policy::lint::{Code, Finding, FindingLevel, Options, Report, lint};

const DATA: &str = include_str!("../../data/timeframe/2026-09-17/timeframe_lint.yaml");

fn data(key: &str) -> serde_yaml::Value {
    let file: serde_yaml::Value = serde_yaml::from_str(DATA).expect("the data file is YAML");
    file[key].clone()
}

fn plain(text: &str) -> Report {
    lint(text, &Options::default())
}

fn errors(report: &Report) -> Vec<&Finding> {
    report.findings.iter().filter(|finding| finding.level == FindingLevel::Error).collect()
}

fn error_codes(text: &str) -> Vec<Code> {
    errors(&plain(text)).into_iter().map(|finding| finding.code).collect()
}
