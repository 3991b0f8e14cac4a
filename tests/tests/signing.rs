//! Writing a policy's PDF, signing it as a person of a workspace or with a PKCS#12 file, and verifying it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod program;

use jiff::Timestamp;
use program::{AUDITOR, Desk, OFFICIAL, WORKSPACE};
use riskwright_app::command::document::{WriteDocument, pdf};
use riskwright_app::command::workspace::session;
use riskwright_app::sample::PASSPHRASE;
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};
use std::process::Command;

const EXECUTIVE: &str = "miriam.okafor";
const AT: &str = "2026-11-21T10:00:00Z";

fn written(desk: &Desk) {
    desk.run(&["document", "write", WORKSPACE, "POL-25", "-o", "policy.pdf", "--at", AT]).expect(0);
}

fn report(desk: &Desk, code: i32) -> Value {
    desk.run(&["verify", "--json", "policy.pdf", "--workspace", WORKSPACE]).expect(code).json()
}

/// Field and signer of each signature.
fn signers(report: &Value) -> Vec<[String; 2]> {
    let signatures = report["signatures"].as_array().unwrap().iter();
    signatures.map(|one| ["field", "signer"].map(|name| one[name].as_str().unwrap().to_owned())).collect()
}

/// Makes a key, a certificate and a PKCS#12 file as other programs make them.
fn identity(desk: &Desk, name: &str, passphrase: &str) {
    let run = |arguments: &[&str]| {
        let output =
            Command::new("openssl").args(arguments).current_dir(desk.path("")).output().expect("openssl");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    let (subject, secret) = (format!("/CN={name}"), format!("pass:{passphrase}"));
    run(&[
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-nodes",
        "-days",
        "30",
        "-subj",
        &subject,
        "-keyout",
        "key.pem",
        "-out",
        "certificate.pem",
    ]);
    run(&[
        "pkcs12",
        "-export",
        "-inkey",
        "key.pem",
        "-in",
        "certificate.pem",
        "-out",
        "identity.p12",
        "-passout",
        &secret,
    ]);
    desk.put("secret.txt", format!("{passphrase}\n"));
}

#[test]
fn the_same_content_trail_and_time_give_the_same_bytes() {
    let desk = Desk::with_sample();
    let mut session = session(&desk.path(WORKSPACE), OFFICIAL, &SecretString::from(PASSPHRASE)).unwrap();
    let request = WriteDocument { policy: "POL-25".into(), version: None };
    let mut written = |at: &str| pdf(&mut session, &request, at.parse::<Timestamp>().unwrap()).unwrap().pdf;
    let (first, again, later) = (written(AT), written(AT), written("2026-11-21T10:00:01Z"));
    assert!(first == again, "{} and {} bytes", first.len(), again.len());
    assert!(first != later, "another time is another document");
}

#[test]
fn the_answer_says_which_version_was_written_and_when() {
    let desk = Desk::with_sample();
    let arguments = ["document", "write", WORKSPACE, "POL-25", "-o", "policy.pdf", "--at", AT, "--json"];
    let answer = desk.run(&arguments).expect(0).json();
    assert_eq!(
        [&answer["policy"], &answer["version"], &answer["at"]],
        [&json!("POL-25"), &json!("1.0"), &json!(AT)]
    );
    assert_eq!(answer["bytes"].as_u64().unwrap(), desk.read("policy.pdf").len() as u64);
    assert!(answer["content_hash"].as_str().unwrap().len() == 64);
}

#[test]
fn what_is_not_there_cannot_be_written() {
    let desk = Desk::with_sample();
    let calls: [&[&str]; 3] = [&["POL-99"], &["POL-25", "--version", "9.9"], &["POL-25", "--at", "noon"]];
    for call in calls {
        let mut arguments = vec!["document", "write", WORKSPACE, "-o", "policy.pdf"];
        arguments.extend(call);
        desk.run(&arguments).expect(2);
        assert!(!desk.path("policy.pdf").exists(), "{call:?}");
    }
}

#[test]
fn two_people_of_a_workspace_sign_one_behind_the_other() {
    let desk = Desk::with_sample();
    written(&desk);
    let unsigned = desk.read("policy.pdf");
    desk.run(&["sign", "policy.pdf", "--workspace", WORKSPACE, "--field", "author"]).expect(0);
    let once = desk.read("policy.pdf");
    desk.run_as(EXECUTIVE, &["sign", "policy.pdf", "--workspace", WORKSPACE, "--field", "approver"])
        .expect(0);
    assert!(
        once.starts_with(&unsigned) && desk.read("policy.pdf").starts_with(&once),
        "nothing signed is rewritten"
    );
    let report = report(&desk, 0);
    let expected = [["author", "Dana Whitfield"], ["approver", "Miriam Okafor, MD"]];
    assert_eq!(signers(&report), expected.map(|one| one.map(str::to_owned)));
    assert!(
        report["signatures"].as_array().unwrap().iter().all(|one| one["trusted"] == "organization"),
        "{report}"
    );
}

#[test]
fn a_signed_copy_may_go_to_another_file() {
    let desk = Desk::with_sample();
    written(&desk);
    let unsigned = desk.read("policy.pdf");
    desk.run(&["sign", "policy.pdf", "--workspace", WORKSPACE, "--field", "author", "-o", "signed.pdf"])
        .expect(0);
    assert_eq!(desk.read("policy.pdf"), unsigned);
    desk.run(&["verify", "signed.pdf"]).expect(0);
    desk.run(&["verify", "policy.pdf"]).expect(1);
}

#[test]
fn a_signature_that_cannot_be_made_leaves_the_file_as_it_is() {
    let desk = Desk::with_sample();
    written(&desk);
    desk.run(&["sign", "policy.pdf", "--workspace", WORKSPACE, "--field", "author"]).expect(0);
    desk.put("page.txt", "not a document");
    let before = program::contents(&desk.path(""));
    let calls: [&[&str]; 4] = [
        &["sign", "policy.pdf", "--workspace", WORKSPACE, "--field", "nobody"],
        &["sign", "policy.pdf", "--workspace", WORKSPACE, "--field", "author"],
        &["sign", "page.txt", "--workspace", WORKSPACE, "--field", "author"],
        &["sign", "nowhere.pdf", "--workspace", WORKSPACE, "--field", "author"],
    ];
    for call in calls {
        desk.run(call).expect(2);
        assert_eq!(program::contents(&desk.path("")), before, "{call:?}");
    }
    let wrong = desk.command(&["sign", "policy.pdf", "--workspace", WORKSPACE, "--field", "approver"]);
    let mut wrong = wrong;
    program::answer(wrong.env("RISKWRIGHT_PERSON", EXECUTIVE).env("RISKWRIGHT_PASSPHRASE", "not this one"))
        .expect(2);
    let mut after = program::contents(&desk.path(""));
    assert!(after.remove(&desk.path(WORKSPACE).join("attempts.json")).is_some(), "the try is braked");
    assert!(after == before, "nothing else was written");
}

#[test]
fn nobody_fills_a_place_that_is_for_somebody_else() {
    let desk = Desk::with_sample();
    written(&desk);
    let before = desk.read("policy.pdf");
    let sign = |login: &str, field: &str| {
        desk.run_as(login, &["sign", "policy.pdf", "--workspace", WORKSPACE, "--field", field, "--json"])
    };
    for (login, field, owner) in [
        (EXECUTIVE, "author", "Dana Whitfield"),
        (OFFICIAL, "approver", "Miriam Okafor, MD"),
        (AUDITOR, "author", "Dana Whitfield"),
    ] {
        let refused = sign(login, field).expect(2);
        let told = format!("{}{}", refused.out, refused.err);
        assert!(told.contains(&format!("This place is for {owner}.")), "{login} {field}: {told}");
        assert_eq!(desk.read("policy.pdf"), before, "{login} {field}");
    }
    sign(OFFICIAL, "author").expect(0);
    let refused = sign(OFFICIAL, "approver").expect(2);
    assert!(
        format!("{}{}", refused.out, refused.err).contains("Miriam Okafor"),
        "signed once, it is still known"
    );
    sign(EXECUTIVE, "approver").expect(0);
}

#[test]
fn the_place_of_a_document_from_elsewhere_is_for_whom_the_document_names() {
    let desk = Desk::with_sample();
    written(&desk);
    let new = ["new", "other.riskwright", "--organization", "Other Clinic", "--name", "Miriam Okafor, MD"];
    desk.run_as("miriam", &new).expect(0);
    let sign = |field: &str| {
        desk.run_as("miriam", &["sign", "policy.pdf", "--workspace", "other.riskwright", "--field", field])
    };
    sign("author").expect(2);
    sign("approver").expect(0);
    assert_eq!(signers(&report(&desk, 0)), [["approver", "Miriam Okafor, MD"].map(str::to_owned)]);
}

#[test]
fn what_was_signed_before_a_recovery_stays_trusted() {
    let desk = Desk::with_sample();
    written(&desk);
    desk.run(&["sign", "policy.pdf", "--workspace", WORKSPACE, "--field", "author"]).expect(0);
    let open = session(&desk.path(WORKSPACE), OFFICIAL, &SecretString::from(PASSPHRASE)).unwrap();
    desk.put("key.txt", open.store.recovery_key().text().expose_secret());
    open.store.close().unwrap();
    desk.put("new.txt", "found in the safe\n");
    let arguments =
        ["recover", WORKSPACE, "--recovery-key-file", "key.txt", "--new-passphrase-file", "new.txt"];
    desk.run(&arguments).expect(0);
    desk.run(&["verify", "policy.pdf", "--workspace", WORKSPACE]).expect(2);

    let as_now = |arguments: &[&str]| {
        let mut command = desk.command(arguments);
        command.env("RISKWRIGHT_PERSON", OFFICIAL).env("RISKWRIGHT_PASSPHRASE", "found in the safe");
        program::answer(&mut command).expect(0)
    };
    let verify = |file: &str| as_now(&["verify", "--json", file, "--workspace", WORKSPACE]).json();
    let trusted = |report: &Value| report["signatures"][0]["trusted"].clone();
    assert_eq!(trusted(&verify("policy.pdf")), "organization", "by the authority of before");

    as_now(&["document", "write", WORKSPACE, "POL-25", "-o", "later.pdf", "--at", AT]);
    as_now(&["sign", "later.pdf", "--workspace", WORKSPACE, "--field", "author"]);
    assert_eq!(trusted(&verify("later.pdf")), "organization", "by the new authority");
    let made = as_now(&["audit", "list", WORKSPACE, "--command", "workspace::recover", "--json"]).json();
    assert_eq!(made["total"], 3, "the recovery, a new authority, a new identity: {made}");
}

#[test]
fn the_holder_of_a_pkcs12_file_signs_too() {
    let desk = Desk::with_sample();
    written(&desk);
    desk.run(&["sign", "policy.pdf", "--workspace", WORKSPACE, "--field", "author"]).expect(0);
    identity(&desk, "Ada Quill", "words of the file");
    let arguments = [
        "sign",
        "policy.pdf",
        "--p12",
        "identity.p12",
        "--p12-passphrase-file",
        "secret.txt",
        "--field",
        "approver",
    ];
    desk.run(&arguments).expect(0);
    let report = report(&desk, 0);
    assert_eq!(signers(&report)[1], ["approver", "Ada Quill"].map(str::to_owned));
    let trusted: Vec<&str> =
        report["signatures"].as_array().unwrap().iter().map(|one| one["trusted"].as_str().unwrap()).collect();
    assert_eq!(trusted, ["organization", "unknown"], "a stranger's certificate is no reason to refuse");
}

#[test]
fn a_pkcs12_file_opens_only_with_its_passphrase() {
    let desk = Desk::with_sample();
    written(&desk);
    identity(&desk, "Ada Quill", "words of the file");
    desk.put("secret.txt", "other words\n");
    let before = desk.read("policy.pdf");
    let arguments = [
        "sign",
        "policy.pdf",
        "--p12",
        "identity.p12",
        "--p12-passphrase-file",
        "secret.txt",
        "--field",
        "author",
    ];
    let refused = desk.run(&arguments).expect(2);
    assert!(!refused.err.contains("other words"), "{}", refused.err);
    assert_eq!(desk.read("policy.pdf"), before);
    desk.run(&["sign", "policy.pdf", "--field", "author"]).expect(2);
}
