//! Damage done to a signed PDF: single bytes, and updates appended by somebody else.

use lopdf::{Dictionary, Document, IncrementalDocument, Object, Stream};

/// One byte to be changed, and what that breaks.
pub struct Flip {
    /// The place, in words.
    pub place: &'static str,
    /// Where it is in a file signed by author and approver.
    pub at: fn(&[u8]) -> usize,
    /// Fields whose signatures cannot hold any more.
    pub breaks: &'static [&'static str],
    /// Fields whose signatures hold as before.
    pub leaves: &'static [&'static str],
}

/// Places in every part of a file with two signatures.
pub const FLIPS: &[Flip] = &[
    Flip {
        place: "the content of the first page",
        at: |pdf| find(pdf, b"stream", 0) + 40,
        breaks: &["author", "approver"],
        leaves: &[],
    },
    Flip {
        place: "the end of the unsigned document",
        at: |pdf| find(pdf, b"%%EOF", 0) - 3,
        breaks: &["author", "approver"],
        leaves: &[],
    },
    Flip {
        place: "the range that the author's signature covers",
        at: |pdf| values(pdf)[0].0 - 30,
        breaks: &["author", "approver"],
        leaves: &[],
    },
    Flip {
        place: "the author's signature value",
        at: |pdf| last_digit(pdf, values(pdf)[0]),
        breaks: &["author", "approver"],
        leaves: &[],
    },
    Flip {
        place: "the update that holds the approver's signature",
        at: |pdf| find(pdf, b"stream", find(pdf, b"%%EOF", values(pdf)[0].1)) + 40,
        breaks: &["approver"],
        leaves: &["author"],
    },
    Flip {
        place: "the approver's signature value",
        at: |pdf| last_digit(pdf, values(pdf)[1]),
        breaks: &["approver"],
        leaves: &["author"],
    },
    Flip {
        place: "the start of the approver's container",
        at: |pdf| values(pdf)[1].0 + 20,
        breaks: &["approver"],
        leaves: &["author"],
    },
];

/// The same file with one bit of one byte changed.
pub fn flipped(pdf: &[u8], at: usize) -> Vec<u8> {
    let mut damaged = pdf.to_vec();
    damaged[at] ^= 1;
    damaged
}

/// Puts other content in the place of the first page's, in an update behind the signed file.
pub fn replace_first_page(pdf: &[u8]) -> Vec<u8> {
    update(pdf, |draft, page| {
        let content = page.get(b"Contents").unwrap().clone();
        let content =
            content.as_reference().or_else(|_| content.as_array().unwrap()[0].as_reference()).unwrap();
        let drawn = b"BT /F1 12 Tf 72 720 Td (Nothing is reviewed.) Tj ET".to_vec();
        draft.new_document.set_object(content, Stream::new(Dictionary::new(), drawn));
    })
}

/// Draws over the first page in an update behind the signed file, and leaves what was there.
pub fn append_to_first_page(pdf: &[u8]) -> Vec<u8> {
    update(pdf, |draft, page| {
        let bar = draft.new_document.add_object(Stream::new(Dictionary::new(), b"0 0 595 300 re f".to_vec()));
        let before = match page.get(b"Contents").unwrap().clone() {
            Object::Array(parts) => parts,
            part => vec![part],
        };
        let parts: Vec<Object> = before.into_iter().chain([Object::Reference(bar)]).collect();
        let first = draft.get_prev_documents().get_pages()[&1];
        let mut page = page.clone();
        page.set("Contents", parts);
        draft.new_document.set_object(first, page);
    })
}

fn update(pdf: &[u8], change: impl FnOnce(&mut IncrementalDocument, &Dictionary)) -> Vec<u8> {
    let signed = Document::load_mem(pdf).unwrap();
    let page = signed.get_dictionary(signed.get_pages()[&1]).unwrap().clone();
    let mut draft = IncrementalDocument::create_from(pdf.to_vec(), signed);
    change(&mut draft, &page);
    let mut bytes = Vec::new();
    draft.save_to(&mut bytes).unwrap();
    bytes
}

/// Where the hexadecimal digits of the signatures' values begin and end, in the order of the file.
fn values(pdf: &[u8]) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut from = 0;
    while let Some(start) = position(pdf, b"/Contents", from) {
        let open = start + b"/Contents".len() + usize::from(pdf[start + b"/Contents".len()] == b' ');
        from = open;
        if pdf[open] == b'<' && pdf[open + 1] == b'3' {
            found.push((open + 1, find(pdf, b">", open)));
        }
    }
    assert_eq!(found.len(), 2, "two signatures");
    found
}

/// The last digit of a value that is not padding: part of the signature itself.
fn last_digit(pdf: &[u8], (start, end): (usize, usize)) -> usize {
    start + pdf[start..end].iter().rposition(|digit| *digit != b'0').unwrap()
}

fn find(pdf: &[u8], mark: &[u8], from: usize) -> usize {
    position(pdf, mark, from).unwrap_or_else(|| panic!("no {:?}", String::from_utf8_lossy(mark)))
}

fn position(pdf: &[u8], mark: &[u8], from: usize) -> Option<usize> {
    pdf[from..].windows(mark.len()).position(|window| window == mark).map(|at| at + from)
}
