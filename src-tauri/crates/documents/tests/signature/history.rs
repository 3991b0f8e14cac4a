//! What is appended to a document after it was signed.

use riskwright_documents::signature::{SignError, sign, verify};

use crate::attack::{ATTACKS, HARMLESS};
use crate::people::{People, details};
use crate::sample::{Form, update};

#[test]
fn every_update_that_is_not_permitted_is_named() {
    let people = People::new();
    for form in [Form::Table, Form::Streams] {
        let once = people.once(form);
        for attack in ATTACKS {
            let changed = update(&once, attack.change);
            let report = verify(&changed, &people.trust());
            let context = format!("{form:?}, {}: {report:#?}", attack.name);
            assert!(!report.valid && !report.covers_whole_file, "{context}");
            assert!(report.signatures[0].intact, "{context}");
            assert!(
                report.signatures[0].changes_after.iter().any(|change| change == attack.found),
                "{context}"
            );
            let refused = sign(&changed, "approver", &people.approver, &details("Approver"));
            assert!(
                matches!(refused, Err(SignError::Broken { .. } | SignError::Read(_))),
                "{context}: {refused:?}"
            );
        }
    }
}

#[test]
fn every_update_after_both_signatures_is_held_against_both() {
    let people = People::new();
    let twice = people.twice(Form::Table);
    for attack in ATTACKS.iter().filter(|attack| attack.name != "field moved") {
        let report = verify(&update(&twice, attack.change), &people.trust());
        for signature in &report.signatures {
            let is_found = signature.changes_after.iter().any(|change| change == attack.found);
            assert!(is_found, "{}, {}: {report:#?}", attack.name, signature.field);
        }
    }
}

#[test]
fn a_permitted_update_is_no_change_but_leaves_the_file_uncovered() {
    let people = People::new();
    for (name, change) in HARMLESS {
        let report = verify(&update(&people.once(Form::Table), change), &people.trust());
        assert_eq!(report.signatures[0].changes_after, Vec::<String>::new(), "{name}");
        assert_eq!(report.problems, ["no signature covers the whole file"], "{name}");
    }
}

#[test]
fn a_signature_that_is_taken_out_again_is_missed() {
    let people = People::new();
    let emptied = update(&people.once(Form::Table), |draft| {
        let field = draft.field("author");
        draft.edit(field).remove(b"V");
    });
    let report = verify(&emptied, &people.trust());
    assert!(report.problems.contains(&MISSED.to_owned()), "{report:#?}");
    // Nor does a signature over the emptied document hide it.
    let refused = sign(&emptied, "approver", &people.approver, &details("Approver"));
    assert!(
        matches!(&refused, Err(SignError::Broken { problems }) if problems.contains(&MISSED.to_owned())),
        "{refused:?}"
    );
}

const MISSED: &str = "author: an earlier revision holds a signature that the document no longer shows";

#[test]
fn a_copy_in_the_place_of_a_signature_does_not_pass() {
    let people = People::new();
    let exchanged = update(&people.once(Form::Table), |draft| {
        let field = draft.field("author");
        let copy = draft.edit(draft.reference(field, b"V")).clone();
        let copy = draft.add(copy);
        draft.edit(field).set("V", copy);
    });
    let report = verify(&exchanged, &people.trust());
    assert!(!report.valid && !report.signatures[0].intact, "{report:#?}");
    assert!(report.problems.contains(&MISSED.to_owned()), "{report:#?}");
}

#[test]
fn content_that_no_cross_reference_names_is_found() {
    let people = People::new();
    let once = people.once(Form::Table);
    let updated = update(&once, HARMLESS[0].1);
    let hidden = b"\n4 0 obj\n<</Length 5>>stream\n(bad)\nendstream\nendobj\n";
    let moved = insert(&updated, once.len() + 1, hidden);
    let report = verify(&moved, &people.trust());
    let expected = format!("author: after signing, the update hides content at byte {}", once.len());
    assert!(report.problems.contains(&expected), "{report:#?}");
}

/// Inserts bytes into the last update of a file with a cross-reference table, and moves its offsets along.
fn insert(pdf: &[u8], at: usize, bytes: &[u8]) -> Vec<u8> {
    let mut moved = [&pdf[..at], bytes, &pdf[at..]].concat();
    let table = moved.windows(5).rposition(|window| window == b"xref\n").unwrap();
    let table = moved[..table].windows(5).rposition(|window| window == b"xref\n").unwrap_or(table);
    let text = String::from_utf8(moved[table..].to_vec()).unwrap();
    let text: String = text
        .lines()
        .map(|line| match line.strip_suffix(" n ").and_then(|row| row.split_once(' ')) {
            Some((offset, generation)) if offset.len() == 10 => {
                let offset = offset.parse::<usize>().unwrap() + bytes.len();
                format!("{offset:010} {generation} n \n")
            }
            _ => match line.parse::<usize>() {
                Ok(start) if start == table - bytes.len() => format!("{table}\n"),
                _ => format!("{line}\n"),
            },
        })
        .collect();
    moved.truncate(table);
    moved.extend(text.as_bytes());
    moved
}
