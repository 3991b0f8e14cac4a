//! `docs/security.md` names every implementation specification of 45 CFR 164.312 and 164.316(b), and tests that exist.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

use riskwright_domain::catalogue::Catalogue;
use std::fs;
use std::path::{Path, PathBuf};

/// A row of one of the tables: the specification, how it is met, the files of tests that show it.
struct Row {
    specification: String,
    shown_by: Vec<String>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

fn page() -> String {
    fs::read_to_string(root().join("docs/security.md")).unwrap()
}

/// The rows below a heading.
fn rows(heading: &str) -> Vec<Row> {
    let page = page();
    let section = page.split("\n## ").find(|section| section.starts_with(heading)).unwrap().to_owned();
    let cells = |line: &str| line.split(" | ").map(|cell| cell.trim_matches(['|', ' ']).to_owned()).collect();
    let rows: Vec<Vec<String>> = section.lines().filter(|line| line.starts_with("| (")).map(cells).collect();
    rows.into_iter()
        .map(|cells| {
            assert_eq!(cells.len(), 3, "{cells:?}");
            let shown_by = cells[2].split(", ").map(|name| name.trim_matches('`').to_owned()).collect();
            Row { specification: cells[0].clone(), shown_by }
        })
        .collect()
}

/// The paragraphs of the catalogue's items under a section, such as `(a)(2)(i)`.
fn paragraphs(section: &str) -> Vec<String> {
    let citation = format!("45 CFR {section}");
    let rules = Catalogue::embedded().rules_on(jiff::civil::date(2026, 11, 21)).unwrap();
    let items = rules.security_rule.safeguards.iter();
    items.filter_map(|item| item.citation.as_str().strip_prefix(&citation).map(str::to_owned)).collect()
}

#[test]
fn every_specification_has_its_row() {
    for (section, heading) in [("164.312", "45 CFR 164.312"), ("164.316", "45 CFR 164.316(b)")] {
        let rows = rows(heading);
        let wanted: Vec<String> = paragraphs(section)
            .into_iter()
            .filter(|one| section == "164.312" || one.starts_with("(b)"))
            .collect();
        assert!(wanted.len() > 2, "{section}: {wanted:?}");
        for paragraph in wanted {
            // A standard with specifications of its own is shown by their rows.
            let shown = |row: &Row| row.specification.split(' ').next().unwrap().starts_with(&paragraph);
            assert!(rows.iter().any(shown), "{section}{paragraph} has no row");
        }
    }
}

#[test]
fn every_row_names_tests_that_exist() {
    for heading in ["45 CFR 164.312", "45 CFR 164.316(b)"] {
        for row in rows(heading) {
            assert!(!row.shown_by.is_empty(), "{}", row.specification);
            for file in &row.shown_by {
                let text = fs::read_to_string(root().join(file))
                    .unwrap_or_else(|_| panic!("{}: there is no {file}", row.specification));
                assert!(text.contains("#[test]") || text.contains("proptest!"), "{file} holds no test");
            }
        }
    }
}

#[test]
fn the_threat_model_says_what_is_not_defended_against() {
    let page = page();
    let model = page.split("\n## ").find(|section| section.starts_with("Threat model")).unwrap();
    let not = model.split("**Not defended against.**").nth(1).expect("its second half");
    assert!(not.split_whitespace().count() > 100, "half a page");
}
