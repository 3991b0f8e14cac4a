//! Known ways to wrap a genuine signature around other content, and signatures that other programs made.

use riskwright_documents::signature::{SignError, Trust, sign, verify};

use crate::attack::HARMLESS;
use crate::people::{People, details};
use crate::sample::{Form, update};

const CERTIFIED: &[u8] = include_bytes!("fixtures/foreign-certified.pdf");
const PSS: &[u8] = include_bytes!("fixtures/foreign-pss.pdf");
const PKCS7: &[u8] = include_bytes!("fixtures/foreign-pkcs7.pdf");

#[test]
fn signatures_of_another_program_are_judged() {
    for (name, pdf, subfilter, certification) in [
        ("certified", CERTIFIED, "ETSI.CAdES.detached", Some(1)),
        ("pss", PSS, "ETSI.CAdES.detached", None),
        ("pkcs7", PKCS7, "adbe.pkcs7.detached", None),
    ] {
        let report = verify(pdf, &Trust::default());
        assert!(report.valid, "{name}: {report:#?}");
        let signature = &report.signatures[0];
        assert_eq!(
            (signature.subfilter.as_str(), signature.certification),
            (subfilter, certification),
            "{name}"
        );
        let mut damaged = pdf.to_vec();
        damaged[200] ^= 1;
        assert!(!verify(&damaged, &Trust::default()).valid, "{name}");
    }
}

#[test]
fn one_signs_after_another_program_unless_it_certified_against_it() {
    let people = People::new();
    let signed = sign(PSS, "approver", &people.approver, &details("Approver")).unwrap();
    assert!(verify(&signed, &Trust::default()).valid);
    let refused = sign(CERTIFIED, "approver", &people.approver, &details("Approver"));
    assert_eq!(refused.unwrap_err(), SignError::Certified);
    let updated = update(CERTIFIED, HARMLESS[0].1);
    let changes = &verify(&updated, &Trust::default()).signatures[0].changes_after;
    assert_eq!(*changes, ["the document was changed although it is certified against it"]);
}

/// Replaces the first occurrence of some bytes by as many others.
fn replace(pdf: &[u8], old: &str, new: &str) -> Vec<u8> {
    assert_eq!(old.len(), new.len());
    let at = pdf.windows(old.len()).position(|window| window == old.as_bytes()).expect(old);
    [&pdf[..at], new.as_bytes(), &pdf[at + old.len()..]].concat()
}

#[test]
fn a_signature_dictionary_without_its_parts_is_not_intact() {
    let people = People::new();
    let once = people.once(Form::Table);
    for (old, new, found) in [
        (
            "/ByteRange",
            "/ByteRangX",
            "author: the byte range is not two spans around the signature's own value",
        ),
        (
            "/ByteRange[0",
            "/ByteRange[1",
            "author: the byte range is not two spans around the signature's own value",
        ),
        ("/ByteRange[0", "/ByteRange[-", "author: the signature dictionary cannot be read"),
        ("/Contents<30", "/Contentx<30", "author: the signature dictionary cannot be read"),
        ("/Contents<30", "/Contents<>0", "author: the signature dictionary cannot be read"),
        ("/Contents<3082", "/Contents<0000", "author: the signature's container cannot be read"),
        ("ETSI.CAdES.detached", "ETSI.CAdES.attached", "author: the form of the signature is not supported"),
        ("Access is", "Excess is", "author: the covered bytes were changed after signing"),
    ] {
        let report = verify(&replace(&once, old, new), &people.trust());
        assert!(!report.valid, "{new}");
        assert!(!report.signatures[0].intact, "{new}");
        assert!(report.problems.contains(&found.to_owned()), "{new}: {report:#?}");
    }
}

#[test]
fn nothing_but_the_value_fits_between_the_covered_spans() {
    let people = People::new();
    let once = people.once(Form::Table);
    // The zeros behind the container are not covered: an attacker may end the string early and put more entries there.
    for (inserted, found) in [
        ("0>/ByteRange[0 9 9 9]/X<0", "author: the signature dictionary cannot be read"),
        ("0>/Contents<0000>/X<00000", "author: the signature dictionary cannot be read"),
        (
            "0>/Y 1/X<0000000000000000",
            "author: the byte range is not two spans around the signature's own value",
        ),
        (
            "00                      00",
            "author: the byte range is not two spans around the signature's own value",
        ),
    ] {
        let report = verify(&replace(&once, &"0".repeat(inserted.len()), inserted), &people.trust());
        assert!(!report.valid && !report.signatures[0].intact, "{inserted}");
        assert!(report.problems.contains(&found.to_owned()), "{inserted}: {report:#?}");
    }
}

#[test]
fn a_history_that_leaves_out_the_signed_revision_is_refused() {
    let people = People::new();
    let once = people.once(Form::Table);
    // A copy of the newest cross-references that goes straight to the unsigned document: it shows every object of the
    // signed revision, but the revision itself is no longer one of the file's.
    let table = once.windows(6).rposition(|window| window == b"\nxref\n").unwrap() + 1;
    let end = once.windows(9).rposition(|window| window == b"startxref").unwrap();
    let mut bypassed = once.clone();
    bypassed.push(b'\n');
    let start = bypassed.len();
    bypassed.extend(&once[table..end]);
    bypassed.extend(format!("startxref\n{start}\n%%EOF").as_bytes());
    let report = verify(&bypassed, &people.trust());
    let found = "author: the covered revision is not part of the document's history".to_owned();
    assert!(report.problems.contains(&found), "{report:#?}");
}
