//! Whole documents as files: what a reader, an archive and a screen reader find in them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod sample;

use std::collections::{BTreeMap, BTreeSet};

use lopdf::content::Content;
use lopdf::{Dictionary, Document as File, Object, ObjectId};
use riskwright_documents::signature::{Authority, Details, Trust, Validity, sign, verify};
use riskwright_documents::{Block, Document, LayoutError, Run, Stamp, Style, WriteError, write};

fn bytes() -> Vec<u8> {
    write(&sample::policy(), &Style::default(), &sample::stamp()).unwrap()
}

fn file() -> File {
    File::load_mem(&bytes()).unwrap()
}

fn dictionary(file: &File, object: &Object) -> Dictionary {
    match object {
        Object::Reference(id) => file.get_dictionary(*id).unwrap().clone(),
        other => other.as_dict().unwrap().clone(),
    }
}

fn entry(file: &File, of: &Dictionary, key: &str) -> Dictionary {
    dictionary(file, of.get(key.as_bytes()).unwrap())
}

fn name(of: &Dictionary, key: &str) -> String {
    String::from_utf8(of.get(key.as_bytes()).unwrap().as_name().unwrap().to_vec()).unwrap()
}

fn text(object: &Object) -> String {
    let bytes = object.as_str().unwrap();
    match bytes.strip_prefix(&[0xFE, 0xFF]) {
        Some(units) => {
            let units: Vec<u16> =
                units.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16(&units).unwrap()
        }
        None => String::from_utf8(bytes.to_vec()).unwrap(),
    }
}

/// Every element of the structure tree with its id, in reading order.
fn elements(file: &File) -> Vec<(ObjectId, Dictionary)> {
    let root = entry(file, file.catalog().unwrap(), "StructTreeRoot");
    let mut found = Vec::new();
    let mut open: Vec<Object> = kids(&root).into_iter().rev().collect();
    while let Some(kid) = open.pop() {
        let Object::Reference(id) = kid else { continue };
        let element = file.get_dictionary(id).unwrap().clone();
        open.extend(kids(&element).into_iter().rev());
        found.push((id, element));
    }
    found
}

fn kids(element: &Dictionary) -> Vec<Object> {
    match element.get(b"K") {
        Ok(Object::Array(kids)) => kids.clone(),
        Ok(kid) => vec![kid.clone()],
        Err(_) => Vec::new(),
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let (first, second) = (bytes(), bytes());
    assert!(first == second, "two files of the same document differ");
    // To be looked at.
    std::fs::write(concat!(env!("CARGO_TARGET_TMPDIR"), "/sample.pdf"), first).unwrap();
}

#[test]
fn the_identifier_and_the_dates_come_from_the_stamp() {
    let stamp = sample::stamp();
    let later = Stamp { created: stamp.created + jiff::SignedDuration::from_secs(1), ..stamp };
    let other = Stamp { identifier: [7; 16], ..stamp };
    let mut seen = BTreeSet::new();
    for stamp in [stamp, later, other] {
        let bytes = write(&sample::policy(), &Style::default(), &stamp).unwrap();
        let file = File::load_mem(&bytes).unwrap();
        let ids = file.trailer.get(b"ID").unwrap().as_array().unwrap();
        assert_eq!(ids[0], ids[1]);
        assert_eq!(ids[0].as_str().unwrap().len(), 16);
        seen.insert(ids[0].as_str().unwrap().to_vec());
        let information = dictionary(&file, file.trailer.get(b"Info").unwrap());
        let date = text(information.get(b"CreationDate").unwrap());
        let second = if stamp == later { "01" } else { "00" };
        assert_eq!(date, format!("D:202611212230{second}+00'00'"));
        assert_eq!(text(information.get(b"ModDate").unwrap()), date);
        assert_eq!(text(information.get(b"Producer").unwrap()), "Riskwright");
    }
    assert_eq!(seen.len(), 3, "stamps that differ share an identifier");
}

#[test]
fn the_catalogue_says_what_an_accessible_archive_file_must() {
    let (bytes, file) = (bytes(), file());
    assert!(bytes.starts_with(b"%PDF-1.7"));
    let catalog = file.catalog().unwrap();
    assert_eq!(text(catalog.get(b"Lang").unwrap()), "en-US");
    assert_eq!(name(catalog, "PageMode"), "UseOutlines");
    assert_eq!(entry(&file, catalog, "MarkInfo").get(b"Marked").unwrap(), &Object::Boolean(true));
    let preferences = entry(&file, catalog, "ViewerPreferences");
    assert_eq!(preferences.get(b"DisplayDocTitle").unwrap(), &Object::Boolean(true));
    let intent = dictionary(&file, &catalog.get(b"OutputIntents").unwrap().as_array().unwrap()[0]);
    assert_eq!(name(&intent, "S"), "GTS_PDFA1");
    for (_, page) in file.get_pages() {
        assert_eq!(name(file.get_dictionary(page).unwrap(), "Tabs"), "S");
    }
}

#[test]
fn metadata_is_well_formed_whatever_the_title_says() {
    let mut document = Document::new("A & B <LLC>", "\"Quotes\" & <tags> ]]> §");
    document.number = "POL&1".to_owned();
    let bytes = write(&document, &Style::default(), &sample::stamp()).unwrap();
    let file = File::load_mem(&bytes).unwrap();
    let stream = file.catalog().unwrap().get(b"Metadata").unwrap().as_reference().unwrap();
    let stream = file.get_object(stream).unwrap().as_stream().unwrap();
    assert!(stream.dict.get(b"Filter").is_err(), "metadata must not be compressed");
    let xmp = String::from_utf8(stream.content.clone()).unwrap();
    assert!(xmp.contains("&quot;Quotes&quot; &amp; &lt;tags&gt; ]]&gt; §"), "{xmp}");
    assert!(xmp.contains("<rdf:li>A &amp; B &lt;LLC&gt;</rdf:li>"), "{xmp}");
    assert!(xmp.contains("<pdfuaid:part>1</pdfuaid:part>"), "{xmp}");
    let information = dictionary(&file, file.trailer.get(b"Info").unwrap());
    assert_eq!(text(information.get(b"Title").unwrap()), document.title);
}

#[test]
fn every_marked_sequence_belongs_to_one_element_and_back() {
    let file = file();
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    let mut owners: BTreeMap<(ObjectId, i64), ObjectId> = BTreeMap::new();
    for (id, element) in elements(&file) {
        let page = element.get(b"Pg").and_then(Object::as_reference).ok();
        for kid in kids(&element) {
            let place = match &kid {
                Object::Integer(number) => (page.unwrap(), *number),
                Object::Dictionary(kid) if name(kid, "Type") == "MCR" => (
                    kid.get(b"Pg").unwrap().as_reference().unwrap(),
                    kid.get(b"MCID").unwrap().as_i64().unwrap(),
                ),
                _ => continue,
            };
            assert_eq!(owners.insert(place, id), None, "{place:?} has two elements");
        }
    }
    let root = entry(&file, file.catalog().unwrap(), "StructTreeRoot");
    let numbers = entry(&file, &root, "ParentTree").get(b"Nums").unwrap().as_array().unwrap().clone();
    for (number, page) in pages.into_iter().enumerate() {
        let parents = numbers[2 * number + 1].as_array().unwrap();
        let content = Content::decode(&file.get_page_content(page)).unwrap();
        let begun = content.operations.iter().filter(|operation| operation.operator == "BDC").count();
        assert_eq!(begun, parents.len(), "page {}", number + 1);
        for (sequence, parent) in parents.iter().enumerate() {
            let owner = owners.remove(&(page, i64::try_from(sequence).unwrap()));
            assert_eq!(owner, Some(parent.as_reference().unwrap()), "page {}, {sequence}", number + 1);
        }
    }
    assert!(owners.is_empty(), "elements name sequences that no page has: {owners:?}");
}

#[test]
fn nothing_is_drawn_outside_marked_content() {
    let file = file();
    for page in file.get_pages().into_values() {
        let content = Content::decode(&file.get_page_content(page)).unwrap();
        let mut depth = 0;
        for operation in &content.operations {
            match operation.operator.as_str() {
                "BMC" | "BDC" => depth += 1,
                "EMC" => depth -= 1,
                "TJ" | "Tj" | "S" | "f" | "f*" | "B" | "b" => {
                    assert_eq!(depth, 1, "{}", operation.operator);
                }
                _ => {}
            }
        }
        assert_eq!(depth, 0);
    }
}

#[test]
fn headings_do_not_skip_a_level_and_tables_say_what_their_headers_head() {
    let file = file();
    let mut level = 0;
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (_, element) in elements(&file) {
        let tag = name(&element, "S");
        if let Some(next) = tag.strip_prefix('H').and_then(|level| level.parse::<u32>().ok()) {
            assert!(next <= level + 1, "H{next} after H{level}");
            level = next;
        }
        if tag == "TH" {
            assert!(["Row", "Column"].contains(&name(&entry(&file, &element, "A"), "Scope").as_str()));
        }
        *counts.entry(tag).or_default() += 1;
    }
    let expected =
        [("Title", 1), ("TOC", 1), ("TOCI", 16), ("Form", 3), ("Table", 9), ("H3", 6), ("Caption", 7)];
    for (tag, count) in expected {
        assert_eq!(counts.get(tag), Some(&count), "{tag} in {counts:?}");
    }
}

#[test]
fn signature_fields_are_merged_widgets_and_forms_hold_them_directly() {
    let file = file();
    let form = entry(&file, file.catalog().unwrap(), "AcroForm");
    let fields: Vec<ObjectId> = form
        .get(b"Fields")
        .unwrap()
        .as_array()
        .unwrap()
        .iter()
        .map(|field| field.as_reference().unwrap())
        .collect();
    let names: Vec<String> = fields
        .iter()
        .map(|id| {
            let field = file.get_dictionary(*id).unwrap();
            assert_eq!((name(field, "FT"), name(field, "Subtype")), ("Sig".to_owned(), "Widget".to_owned()));
            assert!(field.get(b"Kids").is_err() && field.get(b"V").is_err() && field.get(b"P").is_ok());
            text(field.get(b"T").unwrap())
        })
        .collect();
    assert_eq!(names, ["author", "approver", "witness"]);
    let forms = elements(&file).into_iter().filter(|(_, element)| name(element, "S") == "Form");
    let held: Vec<ObjectId> = forms
        .map(|(_, form)| {
            let kid = form.get(b"K").unwrap().as_dict().expect("a dictionary and no array");
            assert_eq!(name(kid, "Type"), "OBJR");
            kid.get(b"Obj").unwrap().as_reference().unwrap()
        })
        .collect();
    assert_eq!(held, fields);
}

#[test]
fn a_written_document_takes_the_signatures_of_its_signers() {
    let created = sample::stamp().created;
    let validity = Validity { from: created, until: created + jiff::SignedDuration::from_hours(24 * 365) };
    let authority = Authority::create("Lakeside", validity, &[1]).unwrap();
    let mut signed = bytes();
    for (number, field) in [(2, "author"), (3, "approver"), (4, "witness")] {
        let details = Details { role: "Approver".to_owned(), at: created };
        let identity = authority.issue(field, validity, &[number]).unwrap();
        signed = sign(&signed, field, &identity, &details).unwrap();
    }
    // To be looked at.
    std::fs::write(concat!(env!("CARGO_TARGET_TMPDIR"), "/sample-signed.pdf"), &signed).unwrap();
    let report = verify(&signed, &Trust::default());
    assert!(report.valid && report.covers_whole_file, "{report:?}");
    assert_eq!(report.signatures.len(), 3);
}

#[test]
fn every_annotation_leads_back_to_its_element_and_says_what_it_is() {
    let file = file();
    let root = entry(&file, file.catalog().unwrap(), "StructTreeRoot");
    let numbers = entry(&file, &root, "ParentTree").get(b"Nums").unwrap().as_array().unwrap().clone();
    let parents: BTreeMap<i64, &Object> =
        numbers.chunks(2).map(|pair| (pair[0].as_i64().unwrap(), &pair[1])).collect();
    let mut links = 0;
    for page in file.get_pages().into_values() {
        for annotation in file.get_page_annotations(page).unwrap() {
            let key = annotation.get(b"StructParent").unwrap().as_i64().unwrap();
            let element = dictionary(&file, parents[&key]);
            let expected = if name(annotation, "Subtype") == "Link" { "Link" } else { "Form" };
            assert_eq!(name(&element, "S"), expected);
            assert!(!text(annotation.get(b"Contents").unwrap()).is_empty());
            if expected == "Link" {
                links += 1;
                let place = annotation.get(b"Dest").unwrap().as_array().unwrap();
                assert!(file.get_pages().values().any(|id| place[0].as_reference().unwrap() == *id));
            }
        }
    }
    assert!(links > 50, "{links} links");
}

#[test]
fn bookmarks_are_nested_as_the_headings_are() {
    fn below(file: &File, parent: &Dictionary, depth: usize, found: &mut Vec<(usize, String)>) {
        let mut next = parent.get(b"First").and_then(Object::as_reference).ok();
        while let Some(id) = next {
            let bookmark = file.get_dictionary(id).unwrap();
            found.push((depth, text(bookmark.get(b"Title").unwrap())));
            below(file, bookmark, depth + 1, found);
            next = bookmark.get(b"Next").and_then(Object::as_reference).ok();
        }
    }
    let file = file();
    let mut found = Vec::new();
    below(&file, &entry(&file, file.catalog().unwrap(), "Outlines"), 0, &mut found);
    let start: Vec<(usize, &str)> =
        found.iter().take(5).map(|(depth, title)| (*depth, title.as_str())).collect();
    let expected = [
        (0, "1 Purpose"),
        (1, "1.1 Scope"),
        (0, "2 Authorization and supervision"),
        (1, "2.1 Rules"),
        (2, "2.1.1 Times"),
    ];
    assert_eq!(start, expected);
    assert_eq!(found.last().unwrap(), &(0, "Approval and signatures".to_owned()));
}

#[test]
fn only_the_glyphs_in_use_are_embedded() {
    let mut document = Document::new("A", "B");
    document.blocks = vec![Block::paragraph([Run::plain("C"), Run::bold("D")])];
    let bytes = write(&document, &Style::default(), &sample::stamp()).unwrap();
    assert!(bytes.len() < 20_000, "{} bytes for a page with a few letters", bytes.len());
    let file = File::load_mem(&bytes).unwrap();
    let fonts: BTreeSet<String> = file
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(|object| object.get(b"Type").and_then(Object::as_name).ok() == Some(b"FontDescriptor"))
        .map(|descriptor| {
            assert!(descriptor.get(b"FontFile2").is_ok());
            name(descriptor, "FontName").split_once('+').unwrap().1.to_owned()
        })
        .collect();
    assert_eq!(fonts, BTreeSet::from(["SourceSans3-Bold".to_owned(), "SourceSans3-Regular".to_owned()]));
}

#[test]
fn text_can_be_copied_with_ligatures_accents_and_signs() {
    let file = file();
    let text = file.extract_text(&[1, 2]).unwrap();
    let flat: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in
        ["Nguyễn Thị Ánh, Security Officer", "§ 164.308(a)(3)–(5)", "Office systems", "Łukasz Ørsted-O’Brien"]
    {
        assert!(flat.contains(words), "{words:?} is not in {flat:?}");
    }
}

#[test]
fn a_document_that_cannot_be_printed_is_not_written() {
    let mut document = Document::new("A", "B");
    document.blocks = vec![Block::paragraph("心")];
    let error = write(&document, &Style::default(), &sample::stamp()).unwrap_err();
    assert!(matches!(error, WriteError::Layout(LayoutError::Document(_))), "{error:?}");
}

#[test]
fn a_document_without_blocks_is_one_page_without_form_and_bookmarks() {
    let bytes = write(&Document::new("A", "B"), &Style::default(), &sample::stamp()).unwrap();
    let file = File::load_mem(&bytes).unwrap();
    assert_eq!(file.get_pages().len(), 1);
    assert!(file.catalog().unwrap().get(b"AcroForm").is_err());
    assert!(file.catalog().unwrap().get(b"Outlines").is_err());
}
