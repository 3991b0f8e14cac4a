//! The inventory taken from a spreadsheet on the command line: every row is told of, and a dry run writes nothing.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod program;

use program::{Desk, WORKSPACE};

const SHEET: &str =
    "System,Type,Owner,Serial\nDental camera,device,Priya Raman,XC-1\n\nMoon rover,rocket,,\n";

/// The sample with an assessment being worked on: its file says that the yearly one is not finished.
fn desk() -> Desk {
    let desk = Desk::new();
    let sample = riskwright_app::sample::yaml();
    let (before, open) = sample.split_once("    status: approved\n    scope: >-").unwrap();
    let (kept, approved) = open.split_once("    approvals:\n").unwrap();
    let (_, rest) = approved.split_once("    answers:\n").unwrap();
    let changed = format!("{before}    status: in_progress\n    scope: >-{kept}    answers:\n{rest}");
    desk.put("clinic.yaml", changed);
    desk.run(&["import", WORKSPACE, "clinic.yaml"]).expect(0);
    desk.put("assets.csv", SHEET);
    desk
}

#[test]
fn a_dry_run_tells_of_every_row_and_writes_nothing() {
    let desk = desk();
    let before = desk.run(&["export", WORKSPACE]).expect(0).out;
    let told = desk.run(&["inventory", "import", WORKSPACE, "assets.csv", "--dry-run"]).expect(1).out;
    for line in [
        "note in column 4",
        "row 2: add Dental camera",
        "row 3: empty",
        "row 4: refused Moon rover",
        "\"rocket\"",
    ] {
        assert!(told.contains(line), "{line}:\n{told}");
    }
    assert_eq!(desk.run(&["export", WORKSPACE]).expect(0).out, before);
}

#[test]
fn a_refused_row_refuses_the_whole_unless_it_is_left_out() {
    let desk = desk();
    let refused = desk.run(&["inventory", "import", WORKSPACE, "assets.csv"]).expect(2);
    assert!(refused.err.contains("row 4"), "{}", refused.err);
    let taken = ["inventory", "import", WORKSPACE, "assets.csv", "--leave-out-refused"];
    let done = desk.run(&taken).expect(1).out;
    assert!(done.contains("Added 1, changed 0, left 0 as they are, left out 1."), "{done}");
    let content = desk.run(&["export", WORKSPACE]).expect(0).out;
    assert!(content.contains("Dental camera") && !content.contains("Moon rover"));
    let again =
        desk.run(&["inventory", "import", WORKSPACE, "assets.csv", "--dry-run", "--json"]).expect(1).lines();
    let fates: Vec<&str> = again.iter().filter_map(|line| line["fate"].as_str()).collect();
    assert_eq!(fates, ["same", "empty", "refused"]);
}

#[test]
fn a_missing_file_or_sheet_is_said_and_nothing_is_taken() {
    let desk = desk();
    desk.run(&["inventory", "import", WORKSPACE, "nowhere.csv"]).expect(2);
    let wrong = desk.run(&["inventory", "import", WORKSPACE, "assets.csv", "--sheet", "Moon"]).expect(2);
    assert!(wrong.err.contains("assets.csv"), "the sheets that there are: {}", wrong.err);
    let content = desk.run(&["export", WORKSPACE]).expect(0).out;
    assert!(!content.contains("Dental camera"));
}
