//! The documents that this program writes itself, signed by people with names from many languages.

use riskwright_documents::signature::{sign, verify};
use riskwright_documents::{Style, write};

use crate::people::{People, details, validity};
use crate::policy::{policy, stamp};

#[test]
fn the_people_named_in_a_policy_sign_it() {
    let people = People::new();
    let author = people.authority.issue("Nguyễn Thị Ánh", validity(), &[21]).unwrap();
    let approver = people.authority.issue("Łukasz Ørsted-O’Brien", validity(), &[22]).unwrap();
    let written = write(&policy(), &Style::default(), &stamp()).unwrap();
    let once = sign(&written, "author", &author, &details("Author, Security Officer")).unwrap();
    let twice = sign(&once, "approver", &approver, &details("Approver, Chief Executive")).unwrap();
    let report = verify(&twice, &people.trust());
    assert!(report.valid, "{report:#?}");
    let signers: Vec<&str> = report.signatures.iter().map(|one| one.signer.as_str()).collect();
    assert_eq!(signers, ["Nguyễn Thị Ánh", "Łukasz Ørsted-O’Brien"]);
}
