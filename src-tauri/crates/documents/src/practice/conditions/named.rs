//! The records that a criterion rests on, named so that a reader can find and compare them.

use crate::policy::basis::short_name;
use crate::practice::sheet::PracticeSheet;
use crate::practice::words::short_hash;
use riskwright_domain::framework::Standards;
use riskwright_domain::number::{FrameworkId, PersonNumber};

/// A record that the check names, with the hash it is bound to where it has one: `E-0027 (SHA-256 3f9a…)`.
pub fn record(sheet: &PracticeSheet<'_>, name: &str) -> String {
    person(sheet, name)
        .or_else(|| evidence(sheet, name))
        .or_else(|| version(sheet, name))
        .or_else(|| assessment(sheet, name))
        .or_else(|| standard(sheet, name))
        .unwrap_or_else(|| {
            if name == "organization" { "organization profile".to_owned() } else { name.to_owned() }
        })
}

fn person(sheet: &PracticeSheet<'_>, name: &str) -> Option<String> {
    let known = sheet.content.people.iter().any(|one| one.number.as_str() == name);
    known.then(|| sheet.person(&PersonNumber::from(name)))
}

fn evidence(sheet: &PracticeSheet<'_>, name: &str) -> Option<String> {
    let found = sheet.content.evidence.iter().find(|one| one.number.as_str() == name)?;
    Some(match &found.sha256 {
        Some(hash) => format!("{name} (SHA-256 {})", short_hash(hash)),
        None => format!("{name} (no file)"),
    })
}

/// `POL-25 v1.0` with the hash of its seal; parts of a version are named as they are.
fn version(sheet: &PracticeSheet<'_>, name: &str) -> Option<String> {
    let (policy, number) = name.split_once(" v")?;
    let policy = sheet.content.policies.iter().find(|one| one.number.as_str() == policy)?;
    let seal = policy.version(number)?.seal.as_ref()?;
    Some(format!("{name} (SHA-256 {})", short_hash(&seal.content_hash)))
}

fn assessment(sheet: &PracticeSheet<'_>, name: &str) -> Option<String> {
    let found = sheet.content.assessments.iter().find(|one| one.number.as_str() == name)?;
    let hash = found.approvals.iter().find_map(|one| one.content_hash.as_deref())?;
    Some(format!("{name} (SHA-256 {})", short_hash(hash)))
}

/// `nist-csf-2.0 RS.MI-01` or a framework alone, by its short name.
fn standard(sheet: &PracticeSheet<'_>, name: &str) -> Option<String> {
    let (framework, element) = name.split_once(' ').unwrap_or((name, ""));
    let standards = Standards::of(sheet.catalogue, sheet.content);
    standards.name(framework)?;
    let short = short_name(standards, &FrameworkId::from(framework));
    Some(format!("{short} {element}").trim_end().to_owned())
}
