//! What hangs on the records that an event names: their risks, and the safeguards and policies behind those.

use crate::assessment::Assessment;
use crate::assessment::carry::{ASSET, OWN_THREAT, RISK, SAFEGUARD, THREAT, VENDOR};
use crate::number::RiskNumber;
use crate::policy::{Policy, PolicyVersion};
use crate::retention::{POLICY, RecordName};
use crate::risk::{Risk, RiskState};
use crate::workspace::Content;
use std::collections::BTreeSet;

/// Kinds of record that an event may name.
pub const NAMEABLE: [&str; 7] = [ASSET, VENDOR, THREAT, OWN_THREAT, RISK, SAFEGUARD, POLICY];

/// Whether a record can be named: it is there in the assessment at hand, or among the policies.
#[must_use]
pub fn known(content: &Content, record: &RecordName) -> bool {
    let key = key(record);
    if record.kind == POLICY {
        return content.policies.iter().any(|policy| policy.number.as_str() == key);
    }
    content.assessment_at_hand().is_some_and(|one| match record.kind.as_str() {
        ASSET => one.assets.iter().any(|it| it.number.as_str() == key),
        VENDOR => one.vendors.iter().any(|it| it.number.as_str() == key),
        THREAT => one.threats.iter().any(|it| it.threat.as_str() == key),
        OWN_THREAT => one.own_threats.iter().any(|it| it.id.as_str() == key),
        RISK => one.risks.iter().any(|it| it.number.as_str() == key),
        SAFEGUARD => one.safeguards.iter().any(|it| it.safeguard.as_str() == key),
        _ => false,
    })
}

/// The records named, then what hangs on them, each once: risks that are not closed, the safeguards that lower those
/// risks or that the named policies carry, and the policies whose newest version answers one of the risks.
#[must_use]
pub fn touched(content: &Content, named: &[RecordName]) -> Vec<RecordName> {
    let mut found: Vec<RecordName> = named.to_vec();
    if let Some(one) = content.assessment_at_hand() {
        let risks = risks(one, named);
        found.extend(risks.iter().map(|risk| name(one, RISK, risk.number.as_str())));
        found.extend(safeguards(one, &risks, named));
        found.extend(policies(content, &risks));
    }
    let mut seen = BTreeSet::new();
    found.retain(|record| seen.insert(record.clone()));
    found
}

/// Risks on a named asset, on an asset that a named vendor runs, or of a named threat.
fn risks<'a>(one: &'a Assessment, named: &[RecordName]) -> Vec<&'a Risk> {
    let keys = |kinds: &[&str]| -> BTreeSet<&str> {
        named.iter().filter(|record| kinds.contains(&record.kind.as_str())).map(key).collect()
    };
    let (vendors, threats, risks) = (keys(&[VENDOR]), keys(&[THREAT, OWN_THREAT]), keys(&[RISK]));
    let mut assets = keys(&[ASSET]);
    let runs = |vendor: &Option<crate::number::VendorNumber>| {
        vendor.as_ref().is_some_and(|vendor| vendors.contains(vendor.as_str()))
    };
    assets.extend(one.assets.iter().filter(|asset| runs(&asset.vendor)).map(|asset| asset.number.as_str()));
    let hangs = |risk: &&Risk| {
        let on = assets.contains(risk.asset.as_str());
        let of = threats.contains(risk.threat.as_str());
        (on || of || risks.contains(risk.number.as_str())) && risk.status != RiskState::Closed
    };
    one.risks.iter().filter(hangs).collect()
}

fn safeguards(one: &Assessment, risks: &[&Risk], named: &[RecordName]) -> Vec<RecordName> {
    let lower: BTreeSet<&str> = risks
        .iter()
        .flat_map(|risk| &risk.controls)
        .flat_map(|control| &control.safeguards)
        .map(|citation| citation.as_str())
        .collect();
    let policies: BTreeSet<&str> = named.iter().filter(|record| record.kind == POLICY).map(key).collect();
    let touched = one.safeguards.iter().filter(|status| {
        let carried = status.policies.iter().any(|policy| policies.contains(policy.as_str()));
        carried || lower.contains(status.safeguard.as_str())
    });
    touched.map(|status| name(one, SAFEGUARD, status.safeguard.as_str())).collect()
}

fn policies(content: &Content, risks: &[&Risk]) -> Vec<RecordName> {
    let risks: BTreeSet<&RiskNumber> = risks.iter().map(|risk| &risk.number).collect();
    let answers = |version: &PolicyVersion| {
        version.statements.iter().flat_map(|one| &one.risks).any(|link| risks.contains(&link.risk))
    };
    let answering = |policy: &&Policy| policy.newest().is_some_and(answers);
    let found = content.policies.iter().filter(answering);
    found.map(|policy| RecordName::new(POLICY, policy.number.as_str())).collect()
}

fn name(one: &Assessment, kind: &str, key: &str) -> RecordName {
    RecordName::new(kind, format!("{}/{key}", one.number))
}

/// The number within the assessment: `A-001` of `AS-2026/A-001`.
fn key(record: &RecordName) -> &str {
    record.id.split_once('/').map_or(record.id.as_str(), |(_, key)| key)
}
