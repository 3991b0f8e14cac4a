//! Judging the signatures of a PDF: who signed what, whether it holds, and what was changed since.
//!
//! A signature is read from the file by itself, without the help of the program that made it. It is judged against
//! the file as it stood when it was made and against everything that was appended later; what cannot be read or
//! compared counts against the document.

mod algorithm;
mod byte_range;
mod chain;
mod change;
mod date;
mod fault;
mod history;
mod signed_data;

use std::collections::BTreeSet;

use jiff::Timestamp;
use lopdf::{Dictionary, Object};
use serde::Serialize;

use super::field::{Field, signature_fields};
use super::name;
use super::reader::{Read, ReadError, Revision};
use byte_range::Covered;
use fault::Fault;
use signed_data::Signed;

/// Signatures of one document; more are refused.
const MOST_SIGNATURES: usize = 32;

/// Certificates that a signer's certificate may lead to, each as DER.
///
/// Trust is a matter of whom, never of what: it does not change whether a signature is valid. A certificate leads to
/// one of these if the chain in the file does, every certificate in it valid at the claimed time. Revocation is not
/// looked up.
#[derive(Debug, Clone, Default)]
pub struct Trust {
    /// The organization's own authorities.
    pub organization: Vec<Vec<u8>>,
    /// Authorities that the system trusts.
    pub system: Vec<Vec<u8>>,
}

/// Whom a signer's certificate leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Trusted {
    /// To nobody who is known here.
    Unknown,
    /// To the organization's authority.
    Organization,
    /// To an authority that the system trusts.
    System,
}

/// What is to be said of all signatures of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema, ts_rs::TS)]
pub struct VerifyReport {
    /// Whether there is a signature, every signature is intact, none was followed by a change that it does not permit,
    /// and the last covers the whole file.
    pub valid: bool,
    /// Whether the last signature covers the file to its last byte.
    pub covers_whole_file: bool,
    /// The signatures in the order in which they were made; those whose place is unknown come last.
    pub signatures: Vec<SignatureReport>,
    /// Everything that makes the document invalid, in words, with the field's name where it is about one.
    pub problems: Vec<String>,
}

/// What is to be said of one signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema, ts_rs::TS)]
pub struct SignatureReport {
    /// The fully qualified name of the signature field.
    pub field: String,
    /// The common name in the signer's certificate; empty if there is none to be read.
    pub signer: String,
    /// The form of the signature, such as `ETSI.CAdES.detached`; empty if it names none.
    pub subfilter: String,
    /// Whether the signature fits the covered bytes and the signer's certificate.
    pub intact: bool,
    /// Whom the signer's certificate leads to; unknown for a signature that is not intact.
    pub trusted: Trusted,
    /// The time that a trusted time stamp proves; time stamps are not evaluated, so there is none.
    pub signed_at: Option<Timestamp>,
    /// The time by the signer's own clock, which proves nothing.
    pub claimed_at: Option<Timestamp>,
    /// What a certifying signature permits later (DocMDP, 1 to 3; ISO 32000-1, table 254).
    pub certification: Option<i64>,
    /// What was changed after the signature that it does not permit, in words.
    pub changes_after: Vec<String>,
}

/// Judges all signatures of a document.
///
/// It never fails: what cannot be read is a problem of the report. A document without a signature is not valid.
pub fn verify(pdf: &[u8], trust: &Trust) -> VerifyReport {
    examine(pdf, trust).unwrap_or_else(|error| VerifyReport {
        valid: false,
        covers_whole_file: false,
        signatures: Vec::new(),
        problems: vec![error.to_string()],
    })
}

fn examine(pdf: &[u8], trust: &Trust) -> Read<VerifyReport> {
    let newest = Revision::read(pdf)?;
    let fields = signature_fields(&newest)?;
    let filled: Vec<&Field> = fields.iter().filter(|field| field.is_filled()).collect();
    if filled.len() > MOST_SIGNATURES {
        return Err(ReadError::TooLarge);
    }
    let mut problems = of_fields(&newest, &fields);
    let mut judged: Vec<Judged> = filled.into_iter().map(|field| judge(&newest, field, trust)).collect();
    judged.sort_by_key(|one| one.end.unwrap_or(usize::MAX));
    add_changes(&newest, &mut judged)?;
    let covers_whole_file = judged.iter().any(|one| one.end == Some(pdf.len()));
    if !judged.is_empty() && !covers_whole_file {
        problems.push("no signature covers the whole file".to_owned());
    }
    problems.extend(judged.iter().flat_map(Judged::problems));
    let signatures: Vec<SignatureReport> = judged.into_iter().map(|one| one.report).collect();
    Ok(VerifyReport { valid: problems.is_empty(), covers_whole_file, signatures, problems })
}

/// What is wrong with the signature fields as such.
fn of_fields(newest: &Revision, fields: &[Field]) -> Vec<String> {
    let mut problems = Vec::new();
    if !fields.iter().any(Field::is_filled) {
        problems.push("the document holds no signature".to_owned());
    }
    let mut names = BTreeSet::new();
    for field in fields.iter().filter(|field| !names.insert(&field.name)) {
        problems.push(format!("{}: there are two signature fields of this name", field.name));
    }
    for name in history::lost_signatures(newest, fields) {
        problems
            .push(format!("{name}: an earlier revision holds a signature that the document no longer shows"));
    }
    problems
}

/// A signature with what is known of its place.
struct Judged {
    report: SignatureReport,
    /// The length of the file when it was signed.
    end: Option<usize>,
    fault: Option<Fault>,
}

impl Judged {
    fn problems(&self) -> Vec<String> {
        let field = &self.report.field;
        let fault = self.fault.map(|fault| format!("{field}: {fault}"));
        let changes =
            self.report.changes_after.iter().map(|change| format!("{field}: after signing, {change}"));
        fault.into_iter().chain(changes).collect()
    }
}

fn judge(newest: &Revision, field: &Field, trust: &Trust) -> Judged {
    let mut report = empty(field);
    if let Some(dictionary) = dictionary(newest, field) {
        describe(&mut report, newest, &dictionary);
    }
    let covered = match byte_range::check(newest, field) {
        Ok(covered) => covered,
        Err(fault) => return Judged { report, end: None, fault: Some(fault) },
    };
    let fault = judge_container(&mut report, &covered, trust).err();
    Judged { report, end: Some(covered.end), fault }
}

fn judge_container(report: &mut SignatureReport, covered: &Covered, trust: &Trust) -> Result<(), Fault> {
    let signed = Signed::read(&covered.contents)?;
    report.signer = name::common_name(&signed.certificate.tbs_certificate.subject);
    let names_certificate = match report.subfilter.as_str() {
        "ETSI.CAdES.detached" => true,
        "adbe.pkcs7.detached" => false,
        _ => return Err(Fault::SubFilter),
    };
    signed.check(&covered.parts, names_certificate)?;
    report.intact = true;
    report.trusted = if chain::leads_to(&signed, &trust.organization, report.claimed_at) {
        Trusted::Organization
    } else if chain::leads_to(&signed, &trust.system, report.claimed_at) {
        Trusted::System
    } else {
        Trusted::Unknown
    };
    Ok(())
}

fn empty(field: &Field) -> SignatureReport {
    SignatureReport {
        field: field.name.clone(),
        signer: String::new(),
        subfilter: String::new(),
        intact: false,
        trusted: Trusted::Unknown,
        signed_at: None,
        claimed_at: None,
        certification: None,
        changes_after: Vec::new(),
    }
}

fn dictionary(newest: &Revision, field: &Field) -> Option<Dictionary> {
    match newest.follow(&field.value) {
        Ok(Object::Dictionary(dictionary)) => Some(dictionary),
        _ => None,
    }
}

fn describe(report: &mut SignatureReport, newest: &Revision, dictionary: &Dictionary) {
    let value = |key: &[u8]| dictionary.get(key).ok().and_then(|value| newest.follow(value).ok());
    let subfilter = value(b"SubFilter").and_then(|value| value.as_name().map(<[u8]>::to_vec).ok());
    report.subfilter = String::from_utf8_lossy(&subfilter.unwrap_or_default()).into_owned();
    report.claimed_at = value(b"M").and_then(|value| date::moment(value.as_str().ok()?));
    report.certification = certification(newest, dictionary);
}

fn certification(newest: &Revision, dictionary: &Dictionary) -> Option<i64> {
    let references = newest.follow(dictionary.get(b"Reference").ok()?).ok()?;
    references.as_array().ok()?.iter().find_map(|reference| {
        let reference = newest.follow(reference).ok()?;
        let reference = reference.as_dict().ok()?;
        let method = newest.follow(reference.get(b"TransformMethod").ok()?).ok()?;
        if method.as_name().ok()? != b"DocMDP" {
            return None;
        }
        let parameters = newest.dictionary_in(reference, b"TransformParams").ok()?.unwrap_or_default();
        Some(parameters.get(b"P").and_then(Object::as_i64).unwrap_or(2))
    })
}

/// Notes for each signature what every later revision changed that it does not permit.
fn add_changes(newest: &Revision, judged: &mut [Judged]) -> Read<()> {
    let ends: Vec<usize> = judged.iter().filter_map(|one| one.end).collect();
    for (step, changes) in history::steps(newest, &ends)?.into_iter().enumerate() {
        for one in judged.iter_mut().take(step + 1) {
            one.report.changes_after.extend(changes.iter().map(ToString::to_string));
        }
    }
    for one in judged.iter_mut() {
        let is_followed = one.end.is_some_and(|end| end < newest.bytes.len());
        if is_followed && one.report.certification == Some(1) {
            one.report.changes_after.push(change::Change::Certified.to_string());
        }
    }
    Ok(())
}
