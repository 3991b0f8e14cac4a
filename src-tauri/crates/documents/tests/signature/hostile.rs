//! Files that are made to make a reader run away, and one that is merely long.

use std::fmt::Write as _;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use riskwright_documents::signature::{Trust, sign, verify};

use crate::people::{People, details};
use crate::sample::{Form, document};

/// A file of objects numbered from 1, of which the first is the catalog.
fn file(objects: &[&str], trailer: &str) -> Vec<u8> {
    let mut text = "%PDF-1.7\n".to_owned();
    let mut rows = String::new();
    for (index, object) in objects.iter().enumerate() {
        writeln!(rows, "{:010} 00000 n ", text.len()).unwrap();
        write!(text, "{} 0 obj\n{object}\nendobj\n", index + 1).unwrap();
    }
    let start = text.len();
    let size = objects.len() + 1;
    write!(
        text,
        "xref\n0 {size}\n0000000000 65535 f \n{rows}trailer\n<</Root 1 0 R/Size {size}{trailer}>>\n"
    )
    .unwrap();
    write!(text, "startxref\n{start}\n%%EOF").unwrap();
    text.into_bytes()
}

/// A file whose cross-references are a stream with the given entries.
fn stream_file(entries: &str, data: &str) -> Vec<u8> {
    let body = format!(
        "1 0 obj\n<</Type/XRef/Root 2 0 R/Length {}{entries}>>stream\n{data}\nendstream\nendobj\n",
        data.len()
    );
    format!("%PDF-1.7\n{body}startxref\n9\n%%EOF").into_bytes()
}

const SIGNED: &str = "<</Type/Catalog/Pages 4 0 R/AcroForm<</Fields[2 0 R]>>>>";

#[test]
fn a_file_that_makes_a_reader_run_away_is_only_invalid() {
    let deep = "[".repeat(200_000);
    let deep_text = format!("({}", "(".repeat(200_000));
    let many: Vec<String> = (2..4_000).map(|next| format!("<</Kids[{} 0 R]>>", next + 1)).collect();
    let mut fields = vec![SIGNED];
    fields.extend(many.iter().map(String::as_str));
    let table: Vec<(&str, Vec<u8>)> = vec![
        ("deep arrays", file(&[&deep], "")),
        ("deep text", file(&[&deep_text], "")),
        ("deep fields", file(&fields, "")),
        ("field below itself", file(&[SIGNED, "<</FT/Sig/T(a)/Kids[2 0 R]>>"], "")),
        (
            "fields that are one",
            file(&[SIGNED, "<</FT/Sig/T(a)/Kids[3 0 R 3 0 R]>>", "<</T(b)/V 1 0 R>>"], ""),
        ),
        ("reference to itself", file(&["1 0 R"], "")),
        ("references in a ring", file(&["2 0 R", "3 0 R", "1 0 R"], "")),
        ("previous section is itself", file(&[SIGNED], "/Prev 9")),
        ("previous section far away", file(&[SIGNED], "/Prev 99999999999")),
        ("negative previous section", file(&[SIGNED], "/Prev -1")),
        ("hidden section is itself", file(&[SIGNED], "/XRefStm 9")),
        ("length of a stream is itself", file(&["<</Length 1 0 R>>stream\n\nendstream"], "")),
        ("length beyond the file", file(&["<</Length 9223372036854775807>>stream\n\nendstream"], "")),
        ("negative length", file(&["<</Length -1>>stream\n\nendstream"], "")),
        ("huge widths", stream_file("/Size 3/W[9223372036854775807 1 1]", "")),
        ("huge count", stream_file("/Size 9223372036854775807/W[0 0 1]", "aaa")),
        ("huge index", stream_file("/Size 3/W[1 1 1]/Index[9223372036854775807 2]", "\u{1}aaaaa")),
        (
            "object stream within itself",
            stream_file("/Size 3/W[1 1 1]/Index[2 2]", "\u{2}\u{3}\u{0}\u{2}\u{3}\u{1}"),
        ),
        (
            "huge predictor",
            stream_file(
                "/Size 3/W[1 1 1]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 9223372036854775807>>",
                "aaa",
            ),
        ),
        (
            "huge byte range",
            file(
                &[
                    SIGNED,
                    "<</FT/Sig/T(a)/V 3 0 R>>",
                    "<</ByteRange[0 9223372036854775807 9223372036854775807 1]/Contents<00>>>",
                ],
                "",
            ),
        ),
        (
            "byte range of many",
            file(&[SIGNED, "<</FT/Sig/T(a)/V 3 0 R>>", "<</ByteRange[0 1 2 3 4]/Contents<00>>>"], ""),
        ),
        ("signature in the field itself", file(&[SIGNED, "<</FT/Sig/T(a)/V<</ByteRange[0 1 2 3]>>>>"], "")),
    ];
    for (name, bytes) in table {
        let report = verify(&bytes, &Trust::default());
        assert!(!report.valid && !report.problems.is_empty(), "{name}: {report:#?}");
    }
}

#[test]
fn a_stream_that_decompresses_without_end_is_refused() {
    let mut bomb = Stream::new(
        dictionary! { "Type" => "XRef", "Size" => 1, "W" => vec![1.into(), 1.into(), 1.into()] },
        vec![0; 80 << 20],
    );
    bomb.compress().unwrap();
    bomb.dict.set("Root", Object::Reference((2, 0)));
    let mut bytes = b"%PDF-1.7\n1 0 obj\n".to_vec();
    let filter = "<</Type/XRef/Size 1/W[1 1 1]/Root 2 0 R/Filter/FlateDecode/Length ";
    bytes.extend(format!("{filter}{}>>stream\n", bomb.content.len()).as_bytes());
    bytes.extend(&bomb.content);
    bytes.extend(b"\nendstream\nendobj\nstartxref\n9\n%%EOF");
    assert!(bytes.len() < 1 << 20);
    assert!(!verify(&bytes, &Trust::default()).valid);
}

#[test]
fn a_row_of_references_may_be_as_long_as_the_file() {
    let people = People::new();
    let mut long = Document::load_mem(&document(Form::Table)).unwrap();
    let last = long.add_object(Dictionary::new());
    let first = (0..10_000).fold(last, |next: ObjectId, _| long.add_object(dictionary! { "Next" => next }));
    let catalog = long.trailer.get(b"Root").unwrap().as_reference().unwrap();
    long.get_dictionary_mut(catalog).unwrap().set("Outlines", first);
    let mut bytes = Vec::new();
    long.save_to(&mut bytes).unwrap();
    let once = sign(&bytes, "author", &people.author, &details("Author")).unwrap();
    let twice = sign(&once, "approver", &people.approver, &details("Approver")).unwrap();
    assert!(verify(&twice, &people.trust()).valid);
}
