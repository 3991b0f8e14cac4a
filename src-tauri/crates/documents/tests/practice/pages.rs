//! The sheet as a file: reproducible, tagged, and whole.

use crate::sample::{BY_CASE, BY_POLICY, TODAY, content, sheet_of};
use lopdf::{Document as File, Object};
use riskwright_documents::practice::style;
use riskwright_documents::{Document, Stamp, write};
use std::fs;

fn bytes(document: &Document) -> Vec<u8> {
    let stamp = Stamp { created: "2026-11-21T22:30:00Z".parse().unwrap(), identifier: *b"0123456789abcdef" };
    write(document, &style(), &stamp).unwrap()
}

#[test]
fn the_same_sheet_and_time_give_the_same_bytes() {
    let make = || bytes(&sheet_of(&content(), BY_POLICY, TODAY));
    assert_eq!(make(), make());
    let mut other = content();
    other.practices[0].description.push_str(" And one word more.");
    assert_ne!(make(), bytes(&sheet_of(&other, BY_POLICY, TODAY)));
}

#[test]
fn each_sheet_of_the_sample_is_a_tagged_file() {
    let content = content();
    for number in ["PR-0001", "PR-0002", BY_CASE, "PR-0004"] {
        let bytes = bytes(&sheet_of(&content, number, TODAY));
        // Written where a person can look at it.
        fs::write(format!("{}/{number}.pdf", env!("CARGO_TARGET_TMPDIR")), &bytes).unwrap();
        let file = File::load_mem(&bytes).unwrap();
        assert!(file.catalog().unwrap().get(b"StructTreeRoot").is_ok(), "{number}");
        assert!((4..=20).contains(&file.get_pages().len()), "{number}: {}", file.get_pages().len());
        let tables = file.objects.values().filter(|object| is_tagged(object, b"Table")).count();
        assert!(tables > 12, "{number}: {tables}");
    }
}

fn is_tagged(object: &Object, tag: &[u8]) -> bool {
    let element = object.as_dict().ok();
    element.and_then(|element| element.get(b"S").ok()).and_then(|name| name.as_name().ok()) == Some(tag)
}
