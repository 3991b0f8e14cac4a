//! Updates that a second signature covers.
//!
//! Only this crate can make them: [`sign`](super::sign()) refuses to sign on top of a signature that does not hold.
//! Another program would, so they are what an attacker who may sign leaves behind.

use super::field::signature_fields;
use super::reader::Revision;
use super::sign::{Details, sign, sign_unjudged};
use super::verify::{Trust, verify};
use super::{Authority, Validity};
use attack::{ATTACKS, HARMLESS};
use sample::{Draft, Form, document, update};

#[path = "../../tests/signature/attack.rs"]
mod attack;
#[path = "../../tests/signature/sample.rs"]
mod sample;

/// The author signs, the update is appended, the approver signs whatever is there then.
fn signed_over(form: Form, change: fn(&mut Draft)) -> Vec<u8> {
    let validity = Validity {
        from: "2026-01-01T00:00:00Z".parse().unwrap(),
        until: "2031-01-01T00:00:00Z".parse().unwrap(),
    };
    let authority = Authority::create("Lakeside Clinic", validity, &[1]).unwrap();
    let details = Details { role: "Author".to_owned(), at: "2026-11-21T22:30:00Z".parse().unwrap() };
    let author = authority.issue("Ana Author", validity, &[2]).unwrap();
    let approver = authority.issue("Ben Approver", validity, &[3]).unwrap();
    let signed = sign(&document(form), "author", &author, &details).unwrap();
    let updated = update(&signed, change);
    let revision = Revision::read(&updated).unwrap();
    let fields = signature_fields(&revision).unwrap();
    let field = fields.iter().find(|field| field.name == "approver").unwrap();
    sign_unjudged(&revision, field, false, &approver, &details).unwrap()
}

#[test]
fn a_later_signature_does_not_heal_what_was_changed_before_it() {
    for form in [Form::Table, Form::Streams] {
        for attack in ATTACKS {
            let signed = signed_over(form, attack.change);
            let report = verify(&signed, &Trust::default());
            let context = format!("{form:?}, {}: {report:#?}", attack.name);
            let [author, approver] = report.signatures.as_slice() else { panic!("{context}") };
            assert!(!report.valid && report.covers_whole_file, "{context}");
            assert!(author.intact && approver.intact, "{context}");
            assert!(author.changes_after.iter().any(|change| change == attack.found), "{context}");
            assert!(approver.changes_after.is_empty(), "{context}");
            let named = format!("author: after signing, {}", attack.found);
            assert!(report.problems.contains(&named), "{context}");
        }
    }
}

#[test]
fn a_later_signature_may_follow_a_permitted_update() {
    for form in [Form::Table, Form::Streams] {
        for (name, change) in HARMLESS {
            let signed = signed_over(form, *change);
            let report = verify(&signed, &Trust::default());
            assert!(report.valid, "{form:?}, {name}: {report:#?}");
        }
    }
}
