//! The rules of the house, each told in words when it breaks.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod house;

use house::{Crates, File, code, files, string_literals};

/// The crates of the house, and which of ours each may be built on.
const DIRECTIONS: &[(&str, &[&str])] = &[
    ("riskwright-domain", &[]),
    ("riskwright-store", &["riskwright-domain"]),
    ("riskwright-documents", &["riskwright-domain"]),
    ("riskwright-app", &["riskwright-domain", "riskwright-store", "riskwright-documents"]),
    ("riskwright-cli", &["riskwright-app"]),
    ("riskwright-desktop", &["riskwright-app"]),
    (
        "riskwright-acceptance",
        &["riskwright-app", "riskwright-domain", "riskwright-documents", "riskwright-store"],
    ),
];

const DOMAIN: &str = "src-tauri/crates/domain/src/";
const STORE: &str = "src-tauri/crates/store/";
const FEATURES: &str = "ui/src/features/";

/// Files that name the words nobody may use, because they look for them or forbid them.
const EXPLAIN_THE_WORDS: &[&str] = &[
    "src-tauri/crates/domain/data/171.203/2020-11-04/security_exception.yaml",
    "src-tauri/crates/domain/src/catalogue/tests/words.rs",
    "src-tauri/crates/domain/tests/practice/conclusions.rs",
    "src-tauri/crates/app/tests/report/blocks.rs",
    "src-tauri/crates/documents/tests/practice/whole.rs",
    "tests/tests/architecture.rs",
    "tests/tests/command_line.rs",
    "ui/tests/flows/practice.test.ts",
];

/// Fails with every broken rule on a line of its own.
#[track_caller]
fn none(broken: Vec<String>) {
    assert!(broken.is_empty(), "the house is broken in {} places:\n  {}", broken.len(), broken.join("\n  "));
}

#[test]
fn crates_depend_on_each_other_in_one_direction() {
    let crates = Crates::read();
    let mut broken = Vec::new();
    for (name, allowed) in DIRECTIONS {
        let others = crates.direct(name).into_iter().filter(|other| other.starts_with("riskwright-"));
        let wrong = others.filter(|other| !allowed.contains(&other.as_str()));
        broken.extend(wrong.map(|other| format!("{name} must not depend on {other}")));
    }
    let known: Vec<&str> = DIRECTIONS.iter().map(|(name, _)| *name).collect();
    let strangers = crates.ours().into_iter().filter(|name| !known.contains(&name.as_str()));
    broken.extend(
        strangers.map(|name| format!("{name} has no place in the house yet: say what it may depend on")),
    );
    none(broken);
}

#[test]
fn store_and_documents_never_see_each_other() {
    let crates = Crates::read();
    let pairs = [("riskwright-store", "riskwright-documents"), ("riskwright-documents", "riskwright-store")];
    none(crates.paths_between(&pairs));
}

#[test]
fn only_the_shell_holds_tauri() {
    let crates = Crates::read();
    assert!(
        crates.reached("riskwright-desktop").iter().any(|name| name == "tauri"),
        "the shell is built on it"
    );
    let headless = DIRECTIONS.iter().map(|(name, _)| *name).filter(|name| *name != "riskwright-desktop");
    let holds = |name: &str| {
        crates.reached(name).into_iter().filter(|one| one == "tauri" || one.starts_with("tauri-"))
    };
    none(headless.flat_map(|name| holds(name).map(move |one| format!("{name} holds {one}"))).collect());
}

#[test]
fn the_domain_is_built_on_nothing_that_reads_the_world() {
    let crates = Crates::read();
    let worldly = ["rusqlite", "tempfile", "getrandom", "rand", "printpdf", "lopdf", "reqwest", "tokio"];
    let direct = crates.direct("riskwright-domain");
    let wrong = direct.iter().filter(|name| worldly.contains(&name.as_str()));
    none(wrong.map(|name| format!("riskwright-domain must not depend on {name}")).collect());
}

#[test]
fn the_domain_reads_no_file_clock_or_chance() {
    let marks = [
        "std::fs",
        "std::env",
        "std::net",
        "std::process",
        "SystemTime",
        "Instant::now",
        "Timestamp::now",
        "Zoned::now",
        "getrandom",
        "rand::",
        "now_v4",
        "now_v7",
        "Uuid::new_v4",
        "thread_rng",
    ];
    none(uses(|file| file.path.starts_with(DOMAIN), &marks, "the domain takes dates and ids as arguments"));
    let seen = uses(|file| file.path.starts_with("src-tauri/crates/app/src/"), &marks, "may");
    assert!(!seen.is_empty(), "the app reads the clock, and that is seen");
}

#[test]
fn sql_is_written_in_the_store_alone() {
    let found = |file: &&File| string_literals(&file.text).into_iter().any(|(_, text)| is_sql(&text));
    let (own, others): (Vec<&File>, Vec<&File>) = files()
        .iter()
        .filter(|file| file.is("rs"))
        .filter(found)
        .partition(|file| file.path.starts_with(STORE));
    assert!(own.len() > 5, "the store's own SQL is seen");
    none(others.into_iter().map(|file| format!("{}: SQL outside the store", file.path)).collect());
    let crates = Crates::read();
    let users =
        crates.ours().into_iter().filter(|name| crates.shipped(name).contains(&"rusqlite".to_owned()));
    assert_eq!(users.collect::<Vec<_>>(), ["riskwright-store"], "who talks to the database");
}

fn is_sql(text: &str) -> bool {
    let first: Vec<&str> = text.split_whitespace().take(2).collect();
    matches!(
        first[..],
        ["SELECT", _]
            | ["INSERT", "INTO" | "OR"]
            | ["UPDATE", _]
            | ["DELETE", "FROM"]
            | ["CREATE" | "DROP" | "ALTER", "TABLE" | "INDEX"]
            | ["PRAGMA", _]
    )
}

#[test]
fn the_page_reaches_the_core_through_one_folder() {
    let outside = |file: &File| file.path.starts_with("ui/src/") && !file.path.starts_with("ui/src/backend/");
    let mut broken = Vec::new();
    for file in files().iter().filter(|file| outside(file)) {
        let wrong = file.imports().into_iter().filter(|(_, from)| from.starts_with("@tauri-apps"));
        broken.extend(
            wrong.map(|(line, from)| {
                format!("{}:{line}: {from} is imported in ui/src/backend alone", file.path)
            }),
        );
    }
    none(broken);
    assert!(
        files().iter().any(|file| file.imports().iter().any(|(_, from)| from.starts_with("@tauri-apps")))
    );
}

#[test]
fn a_feature_of_the_page_imports_no_other_feature() {
    let feature = |path: &str| path.strip_prefix(FEATURES)?.split('/').next().map(str::to_owned);
    let mut broken = Vec::new();
    for file in files().iter().filter(|file| file.path.starts_with(FEATURES)) {
        let own = feature(&file.path);
        for (line, from) in file.resolved_imports() {
            if feature(&from).is_some_and(|other| Some(&other) != own.as_ref()) {
                broken.push(format!(
                    "{}:{line}: a feature must not import {from}; share it in ui/src/shared",
                    file.path
                ));
            }
        }
    }
    none(broken);
    let shared =
        |file: &File| file.resolved_imports().iter().any(|(_, from)| from.starts_with("ui/src/shared/"));
    assert!(files().iter().any(|file| file.path.starts_with(FEATURES) && shared(file)), "imports are seen");
}

#[test]
fn no_file_is_longer_than_anybody_reads() {
    let long = files().iter().filter(|file| file.is_code() && file.text.lines().count() > 500);
    none(
        long.map(|file| {
            format!("{} has {} lines; split it by subject", file.path, file.text.lines().count())
        })
        .collect(),
    );
}

#[test]
fn every_module_says_what_it_is_for() {
    let is_library =
        |file: &&File| file.is("rs") && file.path.starts_with("src-tauri/") && file.path.contains("/src/");
    let silent = files().iter().filter(is_library).filter(|file| !opens_with_words(&file.text));
    none(silent.map(|file| format!("{} does not open with //! and what it is for", file.path)).collect());
}

fn opens_with_words(text: &str) -> bool {
    let first = text.lines().find(|line| !line.trim().is_empty() && !line.starts_with("#!["));
    first.is_some_and(|line| line.starts_with("//! "))
}

#[test]
fn what_the_product_says_promises_nothing_in_law() {
    let words = [
        "compliant",
        "compliance guaranteed",
        "guarantees compliance",
        "not information blocking",
        "safe harbor",
    ];
    let mut broken = Vec::new();
    for file in files().iter().filter(|file| !EXPLAIN_THE_WORDS.contains(&file.path.as_str())) {
        for (number, line) in file.numbered() {
            let line = line.to_lowercase();
            let said = words.iter().filter(|words| line.contains(*words));
            broken.extend(said.map(|words| {
                format!(
                    "{}:{number}: says {words:?}; say that documentation supports the conditions",
                    file.path
                )
            }));
        }
    }
    none(broken);
}

#[test]
fn no_file_speaks_of_where_or_how_the_project_was_made() {
    let places = [
        ["../shared/", "design"],
        ["../shared/", "domain"],
        ["/wo", "rk/"],
        ["registry.", "npmjs"],
        ["issue ", "#"],
    ];
    let places = places.map(|parts| parts.concat());
    let mut broken = Vec::new();
    for file in files() {
        for (number, line) in file.numbered() {
            let said = places.iter().filter(|place| line.contains(place.as_str()));
            broken.extend(
                said.map(|place| format!("{}:{number}: {place:?} means nothing to a reader", file.path)),
            );
        }
    }
    none(broken);
}

#[test]
fn nothing_that_may_not_stay_is_left_in_the_product() {
    let marks = ["todo!(", "unimplemented!(", "dbg!(", "unsafe {", "TODO", "FIXME", "XXX"];
    let product =
        |file: &File| file.is("rs") && file.path.contains("/src/") && !file.path.starts_with("tests/");
    none(uses(product, &marks, "finish it or take it out"));
}

/// Every use of a mark in the code of some files, comments and tests left out.
fn uses(chosen: impl Fn(&File) -> bool, marks: &[&str], rule: &str) -> Vec<String> {
    let mut broken = Vec::new();
    for file in files().iter().filter(|file| file.is("rs") && chosen(file) && !file.is_test()) {
        for (number, line) in code(&file.text) {
            let found = marks.iter().filter(|mark| line.contains(*mark));
            broken.extend(found.map(|mark| format!("{}:{number}: {mark}: {rule}", file.path)));
        }
    }
    broken
}
