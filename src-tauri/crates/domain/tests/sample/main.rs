//! The sample workspace holds what it says it holds: complete, consistent, and with four different conclusions.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod assessment;
mod policy;
mod practice;

use jiff::civil::{Date, date};
use riskwright_domain::assessment::Assessment;
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::workspace::{Content, problems};
use std::sync::LazyLock;

/// The day whose state the sample shows.
const TODAY: Date = date(2026, 11, 21);

static SAMPLE: LazyLock<Content> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../app/sample/lakeside.yaml");
    let text = std::fs::read_to_string(path).expect("the sample is there");
    let value: serde_json::Value = serde_yaml::from_str(&text).expect("the sample is YAML");
    serde_json::from_value(value).expect("the sample has the shape of the exchange format")
});

fn assessment() -> &'static Assessment {
    SAMPLE.current_assessment().expect("an assessment")
}

#[test]
fn every_reference_resolves_and_no_rule_between_records_is_broken() {
    assert_eq!(problems(&SAMPLE, Catalogue::embedded()), Vec::new());
}
