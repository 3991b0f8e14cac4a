//! Approvals of people who do not open the workspace: a PDF that came back signed, or a printed copy signed in ink.
//!
//! Both bind to the content as it was sealed: the returned file begins with every byte that was sent, and the signed
//! pages carry the hash at their foot.

use super::form::*;
use super::gate::gates_of;
use super::life::{begun, named, record_approval};
use crate::error::{CommandError, CommandResult, FieldError};
use crate::faults::{Faults, LONGEST, REASON};
use crate::state::{Session, State};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::civil::Date;
use riskwright_documents::signature::{SignatureReport, VerifyReport, verify};
use riskwright_domain::approval::{Approval, ApprovalMeans};
use riskwright_domain::audit::sha256_hex;
use riskwright_store::{StoredDocument, content};

/// Characters of the content hash at the foot of a page.
const SHOWN: usize = 12;

/// Records an approval by a PDF that came back with a digital signature.
///
/// # Errors
/// `not_found`, `frozen` for a version that is not in review, `invalid` for a file that is not the one that was sent
/// with one intact signature more, `forbidden` for a person or capacity that may not approve.
pub fn approve_by_document(state: &mut State, request: ApproveByDocument) -> CommandResult<Gates> {
    let (session, today) = begun(state)?;
    declared(&request.statement)?;
    let sent = sent(session, &request)?;
    let pdf =
        STANDARD.decode(&request.file).map_err(|_| field("file", "malformed", "The file is not base64."))?;
    let signature = signature(session, &sent, &pdf)?;
    let on = signed_on(session, &signature, today)?;
    let means = ApprovalMeans::SignedPdf {
        document: request.document.clone(),
        sha256: sha256_hex(&pdf),
        signer: signature.signer.clone(),
    };
    session.write("policy::approve_by_document", |writer| {
        let sealed = sent.summary.content_hash.clone();
        let given = Approval::given(request.person.clone(), request.capacity, on, &request.statement, sealed);
        let approval = Approval { means: Some(means), ..given };
        record_approval(writer, (&request.policy, &request.version), approval, today)?;
        let mut returned = StoredDocument { pdf, ..sent };
        returned.summary.signed.push(signature.field);
        writer.put_document(&returned)?;
        Ok(())
    })?;
    gates_of(session, &request.policy, &request.version)
}

/// Records an approval by a printed copy that was signed in ink and scanned.
///
/// # Errors
/// `not_found`, `frozen` for a version that is not in review, `invalid` for another content, a day to come or a scan
/// that is not there, `forbidden` for a person or capacity that may not approve.
pub fn approve_on_paper(state: &mut State, request: ApproveOnPaper) -> CommandResult<Gates> {
    let (session, today) = begun(state)?;
    declared(&request.statement)?;
    session.write("policy::approve_on_paper", |writer| {
        let content = content::load(writer)?;
        let (_, version) = named(&content, &request.policy, &request.version)?;
        let sealed = version.seal.as_ref().map(|seal| seal.content_hash.clone()).unwrap_or_default();
        let mut faults = Faults::new();
        let shown: String = sealed.chars().take(SHOWN).collect();
        let same = !shown.is_empty() && request.hash.trim().eq_ignore_ascii_case(&shown);
        let message = "The signed pages show another content hash: they are not this version.";
        faults.unless(same, "hash", "not_this", message);
        faults.unless(request.on <= today, "on", "in_future", "It is recorded once it was signed.");
        let known = |number: &str| content.evidence.iter().any(|one| one.number.as_str() == number);
        faults.known("evidence", [request.evidence.as_str()], known);
        faults.refuse("The approval cannot be recorded like this.")?;
        let given =
            Approval::given(request.person.clone(), request.capacity, request.on, &request.statement, sealed);
        let means = Some(ApprovalMeans::WetInk { evidence: request.evidence.clone() });
        let approval = Approval { means, ..given };
        record_approval(writer, (&request.policy, &request.version), approval, today)
    })?;
    gates_of(session, &request.policy, &request.version)
}

fn declared(statement: &str) -> CommandResult<()> {
    let mut faults = Faults::new();
    faults.length("statement", statement, REASON, LONGEST);
    faults.refuse("An approval says what it declares.")
}

/// The document as it was sent, if it is one of this version.
fn sent(session: &Session, request: &ApproveByDocument) -> CommandResult<StoredDocument> {
    let stored = session.store.read(|reader| reader.document(&request.document))?;
    let stored = stored.ok_or_else(|| CommandError::not_found("document", &request.document))?;
    if stored.summary.policy == request.policy && stored.summary.version == request.version {
        return Ok(stored);
    }
    Err(field("document", "not_this", "This document prints another version."))
}

/// The signature that the returned file has and the sent one has not.
fn signature(session: &Session, sent: &StoredDocument, pdf: &[u8]) -> CommandResult<SignatureReport> {
    if !pdf.starts_with(&sent.pdf) {
        let message = "This is not the file that was sent: its first bytes differ. Ask for the file as it was signed, not printed anew or saved as another PDF.";
        return Err(field("file", "not_this", message));
    }
    let report: VerifyReport = verify(pdf, &session.trust());
    let mut new = report.signatures.iter().filter(|one| !sent.summary.signed.contains(&one.field));
    let found = new.next().filter(|one| report.valid && one.intact).cloned();
    found.ok_or_else(|| {
        let said = report.problems.join(" ");
        field("file", "not_signed", &format!("No new signature in it holds. {said}"))
    })
}

/// The day by the signer's clock, never one to come.
fn signed_on(session: &mut Session, signature: &SignatureReport, today: Date) -> CommandResult<Date> {
    let zone = crate::history::known::zone(session.content()?);
    let claimed = signature.claimed_at.map(|at| at.to_zoned(zone).date());
    Ok(claimed.map_or(today, |day| day.min(today)))
}

fn field(name: &str, code: &str, message: &str) -> CommandError {
    CommandError::invalid(
        "The approval cannot be recorded like this.",
        vec![FieldError::new(name, code, message)],
    )
}
