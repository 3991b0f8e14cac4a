//! Where signing identities come from.

use riskwright_documents::signature::{
    Authority, Identity, IdentityError, KeyError, PrivateKey, Trust, Validity, import, sign, verify,
};

use crate::people::{People, details, validity};
use crate::sample::{Form, document};

const RSA: &[u8] = include_bytes!("fixtures/rsa.p12");
const P256: &[u8] = include_bytes!("fixtures/p256.p12");
const P256_LEGACY: &[u8] = include_bytes!("fixtures/p256-legacy.p12");
const P384: &[u8] = include_bytes!("fixtures/p384.p12");
const ED25519: &[u8] = include_bytes!("fixtures/ed25519.p12");
const NO_KEY: &[u8] = include_bytes!("fixtures/no-key.p12");

#[test]
fn an_imported_identity_signs() {
    for (name, file) in [("rsa", RSA), ("p256", P256), ("p256", P256_LEGACY), ("p384", P384)] {
        let identity = import(file, "fixture").unwrap();
        assert_eq!(identity.name(), format!("Fixture {name}"));
        for form in [Form::Table, Form::Streams] {
            let signed = sign(&document(form), "author", &identity, &details("Author")).unwrap();
            let report = verify(&signed, &Trust::default());
            assert!(report.valid, "{name}: {report:#?}");
            assert_eq!(report.signatures[0].signer, identity.name());
        }
    }
}

#[test]
fn an_imported_chain_leads_to_its_authority() {
    let identity = import(P384, "fixture").unwrap();
    let [authority] = identity.chain() else { panic!("{} certificates above", identity.chain().len()) };
    let trust = Trust { organization: Vec::new(), system: vec![authority.clone()] };
    let mut now = details("Author");
    now.at = "2027-01-01T00:00:00Z".parse().unwrap();
    let signed = sign(&document(Form::Table), "author", &identity, &now).unwrap();
    let trusted = verify(&signed, &trust).signatures[0].trusted;
    assert_eq!(serde_json::to_value(trusted).unwrap(), "system");
}

#[test]
fn a_file_without_a_usable_identity_says_why() {
    let table = [
        ("wrong passphrase", RSA, "wrong", IdentityError::WrongPassphrase),
        ("wrong passphrase, legacy", P256_LEGACY, "", IdentityError::WrongPassphrase),
        ("no key", NO_KEY, "fixture", IdentityError::NoKey),
        ("ed25519", ED25519, "fixture", IdentityError::Key(KeyError::Unsupported)),
        ("no file", b"", "fixture", IdentityError::NotPkcs12),
        ("another file", b"-----BEGIN PRIVATE KEY-----", "fixture", IdentityError::NotPkcs12),
        ("cut off", RSA.split_at(1000).0, "fixture", IdentityError::NotPkcs12),
    ];
    for (name, file, passphrase, expected) in table {
        assert_eq!(import(file, passphrase).unwrap_err(), expected, "{name}");
    }
}

#[test]
fn an_identity_survives_being_stored() {
    let people = People::new();
    let key = people.author.key().pkcs8().to_vec();
    let (certificate, chain) = (people.author.certificate().to_vec(), people.author.chain().to_vec());
    let loaded = Identity::load(&key, certificate, chain).unwrap();
    let signed = sign(&document(Form::Table), "author", &loaded, &details("Author")).unwrap();
    let report = verify(&signed, &people.trust());
    assert_eq!((report.valid, report.signatures[0].signer.as_str()), (true, "Ana Author"));
}

#[test]
fn an_authority_that_was_stored_goes_on_issuing() {
    let people = People::new();
    let loaded = Authority::load(people.authority.key().pkcs8(), people.authority.certificate()).unwrap();
    let third = loaded.issue("Cy Third", validity(), &[4]).unwrap();
    let signed = sign(&document(Form::Table), "author", &third, &details("Author")).unwrap();
    let trusted = verify(&signed, &people.trust()).signatures[0].trusted;
    assert_eq!(serde_json::to_value(trusted).unwrap(), "organization");
}

#[test]
fn a_key_and_a_certificate_of_another_do_not_make_an_identity() {
    let people = People::new();
    let key = people.author.key().pkcs8();
    let load = |certificate: &[u8]| Identity::load(key, certificate.to_vec(), Vec::new()).unwrap_err();
    assert_eq!(load(people.approver.certificate()), IdentityError::Mismatch);
    assert_eq!(load(b"certificate"), IdentityError::Certificate);
    assert_eq!(PrivateKey::from_pkcs8(b"key").unwrap_err(), KeyError::Unsupported);
}

#[test]
fn serial_numbers_and_validities_are_checked() {
    let Validity { from, until } = validity();
    let table = [
        (validity(), &[][..], IdentityError::Serial),
        (validity(), &[0, 0], IdentityError::Serial),
        (validity(), &[0x80], IdentityError::Serial),
        (validity(), &[1; 21], IdentityError::Serial),
        (Validity { from: until, until: from }, &[1], IdentityError::Validity),
        (Validity { from: "1969-12-31T23:59:59Z".parse().unwrap(), until }, &[1], IdentityError::Validity),
    ];
    for (validity, serial, expected) in table {
        assert_eq!(
            Authority::create("Clinic", validity, serial).unwrap_err(),
            expected,
            "{validity:?} {serial:?}"
        );
    }
}

#[test]
fn a_printed_identity_shows_no_key() {
    let people = People::new();
    let printed = format!("{:?}", people.author.key());
    assert_eq!(printed, "PrivateKey { algorithm: P256, .. }");
}
