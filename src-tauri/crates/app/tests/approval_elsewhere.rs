//! Approvals of people who do not open the workspace: a returned PDF, or a copy signed in ink.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod signer;
mod work;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use riskwright_app::command::document::{self, FileSigner, sign_file};
use riskwright_app::{Effect, ErrorCode, Needs, exchange};
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::organization::Function;
use serde_json::{Value, json};
use work::{DANA, Desk, THEO, Work, in_days, today, with};

/// A policy that the sample does not have.
const NEW: &str = "POL-08";

/// A version that waits for its executive.
fn waiting(desk: &Desk) -> Value {
    desk.ok("policy::draft", json!({ "number": NEW }));
    let gates =
        desk.ok("policy::submit", json!({ "policy": NEW, "version": "1.0", "effective_from": today() }));
    desk.ok(
        "policy::approve",
        json!({ "policy": NEW, "version": "1.0", "capacity": "security_official",
            "statement": "I have read this version and approve it.", "content_hash": gates["content_hash"] }),
    )
}

/// Somebody of the sample who works in management and has no account.
fn manager(desk: &Desk) -> String {
    let people = exchange::read(&desk.content(), Catalogue::embedded()).unwrap().content.people;
    let found = people.iter().find(|one| one.login.is_none() && one.function == Function::Administration);
    found.unwrap().number.to_string()
}

fn request(person: &str) -> Value {
    json!({ "policy": NEW, "version": "1.0", "person": person, "capacity": "executive",
        "statement": "Approved as the managing partner." })
}

fn file(desk: &Desk, number: &str) -> Vec<u8> {
    let read = |state: &mut _| document::bytes(state, number);
    desk.app.run("document::open", Effect::Write, Needs::Account, read).unwrap().1
}

/// The PDF as somebody signs it with an identity of another program.
fn signed(pdf: &[u8], field: &str) -> Vec<u8> {
    let around = tempfile::tempdir().unwrap();
    let file = STANDARD.decode(signer::pkcs12(around.path(), "digitalSignature")).unwrap();
    let signer = FileSigner::Pkcs12 { file, passphrase: signer::PASSPHRASE.to_owned().into() };
    sign_file(pdf, field, &signer, Timestamp::now()).unwrap().pdf
}

fn approvals(desk: &Desk) -> Vec<Value> {
    let detail = desk.ok("policy::get", json!({ "number": NEW, "version": "1.0" }));
    detail["version"]["approvals"].as_array().cloned().unwrap_or_default()
}

#[test]
fn a_pdf_that_comes_back_signed_approves_what_was_sent() {
    let work = Work::sample();
    let dana = work.open(DANA);
    waiting(&dana);
    let person = manager(&dana);
    let sent = dana.ok("document::write", json!({ "policy": NEW, "version": "1.0" }));
    let number = sent["number"].as_str().unwrap();
    let pdf = file(&dana, number);
    let field = sent["places"].as_array().unwrap().last().unwrap()["field"].as_str().unwrap();
    let back = signed(&pdf, field);
    let of = |bytes: &[u8]| {
        with(request(&person), &[("document", json!(number)), ("file", json!(STANDARD.encode(bytes)))])
    };
    let unsigned = dana.faults("policy::approve_by_document", of(&pdf));
    assert_eq!(unsigned.1, ["file not_signed"]);
    let mut bent = back.clone();
    let middle = pdf.len() / 2;
    bent[middle] ^= 1;
    assert_eq!(dana.faults("policy::approve_by_document", of(&bent)).1, ["file not_this"]);
    let mut appended = back.clone();
    appended.extend_from_slice(b"\n% one line more\n");
    assert_eq!(dana.faults("policy::approve_by_document", of(&appended)).1, ["file not_signed"]);
    assert_eq!(approvals(&dana).len(), 1, "none of these approved anything");
    let gates = dana.ok("policy::approve_by_document", of(&back));
    assert_eq!(gates["status"], "approved");
    let last = approvals(&dana).pop().unwrap();
    assert_eq!((&last["by"], &last["on"]), (&json!(person), &json!(today())));
    assert_eq!(last["means"]["kind"], "signed_pdf");
    assert_eq!(last["means"]["signer"], "Dana of the Bar", "the name in the certificate, whoever that is");
    let detail = dana.ok("policy::get", json!({ "number": NEW, "version": "1.0" }));
    let line = detail["approvals"].as_array().unwrap().last().unwrap()["means"].as_str().unwrap();
    assert!(line.contains(number), "{line}");
    assert_eq!(file(&dana, number), back, "the signed file is kept");
}

#[test]
fn another_version_s_document_approves_nothing() {
    let work = Work::sample();
    let dana = work.open(DANA);
    waiting(&dana);
    let other = dana.ok("document::write", json!({ "policy": "POL-11" }));
    let pdf = file(&dana, other["number"].as_str().unwrap());
    let wrong = with(
        request(&manager(&dana)),
        &[("document", other["number"].clone()), ("file", json!(STANDARD.encode(pdf)))],
    );
    assert_eq!(dana.faults("policy::approve_by_document", wrong).1, ["document not_this"]);
}

#[test]
fn a_copy_signed_in_ink_names_the_hash_at_its_foot_and_its_scan() {
    let work = Work::sample();
    let dana = work.open(DANA);
    let gates = waiting(&dana);
    let person = manager(&dana);
    let scan = dana.ok("evidence::list", json!({}))["items"][0]["evidence"]["number"].clone();
    let shown: String = gates["content_hash"].as_str().unwrap().chars().take(12).collect();
    let good = with(
        request(&person),
        &[("on", json!(today())), ("evidence", scan.clone()), ("hash", json!(shown.to_uppercase()))],
    );
    let wrong = with(
        good.clone(),
        &[("hash", json!("0123456789ab")), ("on", json!(in_days(1))), ("evidence", json!("E-9999"))],
    );
    let (code, fields) = dana.faults("policy::approve_on_paper", wrong);
    assert_eq!(code, "invalid");
    assert_eq!(fields, ["hash not_this", "on in_future", "evidence unknown_reference"]);
    let gates = dana.ok("policy::approve_on_paper", good.clone());
    assert_eq!(gates["status"], "approved");
    assert_eq!(approvals(&dana).pop().unwrap()["means"], json!({ "kind": "wet_ink", "evidence": scan }));
    assert_eq!(dana.refused("policy::approve_on_paper", good).code, ErrorCode::Frozen, "it is approved");
}

#[test]
fn who_may_not_approve_does_not_do_so_on_paper_either() {
    let work = Work::sample();
    let dana = work.open(DANA);
    let gates = waiting(&dana);
    let scan = dana.ok("evidence::list", json!({}))["items"][0]["evidence"]["number"].clone();
    let shown: String = gates["content_hash"].as_str().unwrap().chars().take(12).collect();
    let paper = |person: &str| {
        with(request(person), &[("on", json!(today())), ("evidence", scan.clone()), ("hash", json!(shown))])
    };
    let contributor = "P-004";
    assert_eq!(dana.refused("policy::approve_on_paper", paper(contributor)).code, ErrorCode::Forbidden);
    assert_eq!(dana.refused("policy::approve_on_paper", paper("P-999")).code, ErrorCode::NotFound);
    let error = work.open(THEO).refused("policy::approve_on_paper", paper(&manager(&dana)));
    assert_eq!(error.code, ErrorCode::Forbidden, "the security official records it");
}
