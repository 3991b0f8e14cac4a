//! The reports as PDF: they can be set, are tagged, carry their status on every page, and the summary fits one page.

use crate::sample::{whole, with_sheet};
use lopdf::{Dictionary, Document as File, Object};
use riskwright_documents::assessment::{
    heat_map, one_page_style, register, report, safeguard_gaps, style, summary, treatment_plan,
};
use riskwright_documents::{Document, Stamp, Style, write};
use std::collections::BTreeMap;
use std::fs;

fn stamp() -> Stamp {
    Stamp { created: "2026-11-21T22:30:00Z".parse().unwrap(), identifier: *b"0123456789abcdef" }
}

/// Written where a person can look at it.
fn file(name: &str, document: &Document, style: &Style) -> File {
    let bytes = write(document, style, &stamp()).unwrap();
    fs::write(format!("{}/{name}.pdf", env!("CARGO_TARGET_TMPDIR")), &bytes).unwrap();
    File::load_mem(&bytes).unwrap()
}

fn all() -> Vec<(&'static str, Document, Style)> {
    with_sheet(&whole(), |sheet| {
        vec![
            ("assessment", report::document(sheet), style()),
            ("summary", summary::document(sheet), one_page_style()),
            ("register", register::document(sheet), style()),
            ("heat-maps", heat_map::document(sheet), style()),
            ("treatment-plan", treatment_plan::document(sheet), style()),
            ("safeguard-gaps", safeguard_gaps::document(sheet), style()),
        ]
    })
}

/// How often each structure type occurs.
fn tags(file: &File) -> BTreeMap<String, usize> {
    let mut tags = BTreeMap::new();
    for object in file.objects.values() {
        let Ok(element) = object.as_dict() else { continue };
        let is_element =
            element.get(b"Type").and_then(Object::as_name).is_ok_and(|name| name == b"StructElem");
        if is_element {
            let tag = element.get(b"S").and_then(Object::as_name).unwrap();
            *tags.entry(String::from_utf8(tag.to_vec()).unwrap()).or_default() += 1;
        }
    }
    tags
}

fn catalog(file: &File) -> &Dictionary {
    file.catalog().unwrap()
}

#[test]
fn each_report_is_a_tagged_file() {
    for (name, document, style) in all() {
        let file = file(name, &document, &style);
        assert!(catalog(&file).get(b"StructTreeRoot").is_ok(), "{name}");
        assert!(catalog(&file).get(b"MarkInfo").is_ok(), "{name}");
        let tags = tags(&file);
        assert_eq!(tags["Document"], 1, "{name}");
        assert!(tags["Table"] > 0 && tags["TH"] > 0 && tags["TD"] > 0, "{name}: {tags:?}");
    }
}

#[test]
fn a_heat_map_is_a_table_of_six_by_six() {
    let document = with_sheet(&whole(), heat_map::document);
    let mut only = Document::new("Clinic", "Map");
    only.blocks = document
        .blocks
        .into_iter()
        .filter(|block| matches!(block, riskwright_documents::Block::HeatMap { .. }))
        .take(1)
        .collect();
    let tags = tags(&file("map", &only, &style()));
    // Five titles across, five down; 25 cells and the empty corner.
    assert_eq!((tags["Table"], tags["Caption"], tags["TR"], tags["TH"], tags["TD"]), (1, 1, 6, 10, 26));
}

#[test]
fn the_summary_fits_one_page() {
    let document = with_sheet(&whole(), summary::document);
    assert_eq!(file("summary", &document, &one_page_style()).get_pages().len(), 1);
}

#[test]
fn the_same_sheet_gives_the_same_bytes() {
    let bytes = || write(&with_sheet(&whole(), report::document), &style(), &stamp()).unwrap();
    assert!(bytes() == bytes());
}
