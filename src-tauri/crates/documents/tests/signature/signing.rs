//! Two people sign one after the other.

use riskwright_documents::signature::{Details, ReadError, SignError, Trust, sign, verify};

use crate::people::{People, details};
use crate::sample::{Form, document, update};

#[test]
fn author_and_approver_sign_and_both_hold() {
    let people = People::new();
    for form in [Form::Table, Form::Streams] {
        let signed = people.twice(form);
        let report = verify(&signed, &people.trust());
        insta::assert_json_snapshot!("author_and_approver", report);
    }
}

#[test]
fn an_unsigned_document_is_not_valid() {
    let report = verify(&document(Form::Table), &Trust::default());
    assert!(!report.valid);
    assert_eq!(report.problems, ["the document holds no signature"]);
}

#[test]
fn the_bytes_that_were_there_stay_as_they_were() {
    let people = People::new();
    let (original, once, twice) =
        (document(Form::Table), people.once(Form::Table), people.twice(Form::Table));
    assert!(once.starts_with(&original));
    let again = sign(&once, "approver", &people.approver, &details("Approver")).unwrap();
    assert!(again.starts_with(&once));
    assert!(twice.len() - once.len() < 64 << 10, "a signature takes {} bytes", twice.len() - once.len());
}

#[test]
fn trust_does_not_change_validity() {
    let people = People::new();
    let signed = people.twice(Form::Table);
    let strangers = People::new().trust();
    for trust in [Trust::default(), strangers] {
        let report = verify(&signed, &trust);
        assert!(report.valid);
        let trusted: Vec<_> = report.signatures.iter().map(|signature| signature.trusted).collect();
        assert_eq!(serde_json::to_value(trusted).unwrap(), serde_json::json!(["unknown", "unknown"]));
    }
}

#[test]
fn a_certificate_is_trusted_only_while_it_is_valid() {
    let people = People::new();
    for (at, expected) in [
        ("2025-12-31T23:59:59Z", "unknown"),
        ("2026-01-01T00:00:00Z", "organization"),
        ("2031-01-01T00:00:00Z", "organization"),
        ("2031-01-01T00:00:01Z", "unknown"),
    ] {
        let details = Details { role: "Author".to_owned(), at: at.parse().unwrap() };
        let signed = sign(&document(Form::Table), "author", &people.author, &details).unwrap();
        let report = verify(&signed, &people.trust());
        let trusted = serde_json::to_value(report.signatures[0].trusted).unwrap();
        assert_eq!((report.valid, trusted), (true, expected.into()), "{at}");
    }
}

#[test]
fn names_outside_of_ascii_are_signed_and_read_back() {
    let people = People::new();
    let person = people.authority.issue("Zoë Čapek-Ωmega", crate::people::validity(), &[9]).unwrap();
    let signed = sign(&document(Form::Table), "author", &person, &details("Prüferin – Vorstand")).unwrap();
    assert_eq!(verify(&signed, &people.trust()).signatures[0].signer, "Zoë Čapek-Ωmega");
}

#[test]
fn a_character_without_a_glyph_is_named() {
    let people = People::new();
    let error = sign(&document(Form::Table), "author", &people.author, &details("審査")).unwrap_err();
    assert_eq!(error.to_string(), "the font has no glyph for '審'");
}

#[test]
fn a_field_that_is_absent_or_signed_is_refused() {
    let people = People::new();
    let once = people.once(Form::Table);
    let existing = vec!["author".to_owned(), "approver".to_owned()];
    assert_eq!(
        sign(&once, "owner", &people.author, &details("")).unwrap_err(),
        SignError::NoSuchField { field: "owner".to_owned(), existing }
    );
    assert_eq!(
        sign(&once, "author", &people.approver, &details("")).unwrap_err(),
        SignError::AlreadySigned { field: "author".to_owned() }
    );
}

#[test]
fn what_is_no_document_is_refused() {
    let people = People::new();
    let mut encrypted = lopdf::Document::load_mem(&document(Form::Table)).unwrap();
    let key = encrypted.add_object(lopdf::dictionary! { "Filter" => "Standard", "V" => 1, "R" => 2 });
    encrypted.trailer.set("Encrypt", key);
    let mut bytes = Vec::new();
    encrypted.save_to(&mut bytes).unwrap();
    for (pdf, expected) in [
        (&b""[..], ReadError::NotPdf),
        (b"PK\x03\x04", ReadError::NotPdf),
        (b"%PDF-1.7\n", ReadError::NoCrossReference),
        (&bytes, ReadError::Encrypted),
    ] {
        let error = sign(pdf, "author", &people.author, &details("")).unwrap_err();
        assert_eq!(error, SignError::Read(expected));
        let report = verify(pdf, &people.trust());
        assert_eq!((report.valid, report.problems), (false, vec![expected.to_string()]));
    }
}

#[test]
fn nobody_signs_on_top_of_a_signature_that_does_not_hold() {
    let people = People::new();
    let changed = update(&people.once(Form::Table), |draft| {
        let page = draft.page(1);
        draft.edit(page).set("Rotate", 90);
    });
    let Err(SignError::Broken { problems }) =
        sign(&changed, "approver", &people.approver, &details("Approver"))
    else {
        panic!("a changed document was signed");
    };
    assert!(
        problems.contains(&"author: after signing, page 1 was changed (Rotate)".to_owned()),
        "{problems:?}"
    );
}
