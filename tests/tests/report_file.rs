//! `riskwright report`: the file is whole, its name does not matter, and the trail has a line.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod program;

use program::{Desk, WORKSPACE};

#[test]
fn a_report_is_written_where_it_is_asked_for() {
    let desk = Desk::with_sample();
    for (kind, format, begin) in [
        ("assessment", "pdf", b"%PDF".as_slice()),
        ("treatment-plan", "xlsx", b"PK\x03\x04".as_slice()),
        ("register", "csv", b"\xEF\xBB\xBF\"Number\",".as_slice()),
        ("calendar", "ics", b"BEGIN:VCALENDAR\r\n".as_slice()),
    ] {
        let done = desk.run(&["report", kind, "--format", format, "-o", "report.out", WORKSPACE, "--json"]);
        let answer = done.expect(0).json();
        let bytes = desk.read("report.out");
        assert_eq!(answer["bytes"], bytes.len(), "{kind}");
        assert!(bytes.starts_with(begin), "{kind}");
    }
    let trail =
        desk.run(&["audit", "list", WORKSPACE, "--command", "report::write", "--json"]).expect(0).json();
    assert_eq!(trail["total"], 4);
}

#[test]
fn what_is_not_offered_is_refused_and_writes_nothing() {
    let desk = Desk::with_sample();
    desk.run(&["report", "summary", "--format", "csv", "-o", "report.out", WORKSPACE]).expect(2);
    desk.run(&["report", "everything", "--format", "pdf", "-o", "report.out", WORKSPACE]).expect(2);
    assert!(!desk.path("report.out").exists());
}
