//! Whole documents as files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout)]

mod sample;

use riskwright_documents::{Style, write};

#[test]
fn the_same_document_gives_the_same_bytes() {
    let (document, stamp) = (sample::policy(), sample::stamp());
    let first = write(&document, &Style::default(), &stamp).unwrap();
    let second = write(&document, &Style::default(), &stamp).unwrap();
    assert!(first == second, "two files of the same document differ");
    std::fs::write(concat!(env!("CARGO_TARGET_TMPDIR"), "/sample.pdf"), first).unwrap();
}
