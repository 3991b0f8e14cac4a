//! Risks that the applicable threats propose for the assets they touch, to be looked at by a person; nothing is rated.
//!
//! A threat touches an asset that holds something it harms: one of confidentiality, integrity and availability whose
//! loss is rated above Very Low there. A threat that is about one kind of thing by its name touches only that kind.
//! Whether a proposal is a risk here, and how bad it is, a person says.

mod subject;

pub use subject::Subject;

use super::{Assessment, Asset, Capability, ThreatAnswer};
use crate::catalogue::{SecurityObjective, Threat, ThreatCatalogue};
use crate::number::{AssetNumber, ConditionId, ThreatId, VulnerabilityId};
use crate::risk::Level;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Most assets that one threat proposes: the most critical of those it touches.
pub const MOST_ASSETS: usize = 5;

/// Vulnerabilities that security capabilities close, with every capability that is needed for it.
const CLOSED_BY: [(&str, &[Capability]); 5] = [
    ("V-01", &[Capability::MultiFactor]),
    ("V-03", &[Capability::UniqueIds]),
    ("V-13", &[Capability::EncryptionAtRest]),
    ("V-14", &[Capability::EncryptionInTransit]),
    ("V-27", &[Capability::AutomaticLogoff]),
];

/// What the applicable threats of an assessment propose.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposals<'a> {
    /// In the order of the threats, each one's most critical asset first.
    pub proposed: Vec<Proposed<'a>>,
    /// Threats that apply and have neither a risk nor a proposal.
    pub without: Vec<&'a ThreatId>,
    /// Assets that nothing is proposed for because nobody rated them for the three.
    pub unrated: Vec<&'a Asset>,
}

/// A risk as it might be put into the register.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposed<'a> {
    /// The threat.
    pub threat: &'a ThreatId,
    /// The asset.
    pub asset: &'a Asset,
    /// Vulnerabilities of the catalogue's entry that nothing closes here.
    pub vulnerabilities: Vec<VulnerabilityId>,
    /// Those of the entry that capabilities of the asset close, and which.
    pub closed: Vec<(VulnerabilityId, &'static [Capability])>,
    /// Conditions of the catalogue's entry.
    pub conditions: Vec<ConditionId>,
    /// What the threat harms here, with how bad the loss would be.
    pub harms: Vec<(SecurityObjective, Level)>,
    /// What the threat is about.
    pub subject: Subject,
    /// Assets that the threat touches, those not proposed counted too.
    pub touched: usize,
}

/// A threat as the proposals need it.
struct Facts<'a> {
    id: &'a ThreatId,
    subject: Subject,
    cia: &'a [SecurityObjective],
    entry: Option<&'a Threat>,
}

/// What the applicable threats propose; a pair of threat and asset that has a risk is not proposed again.
#[must_use]
pub fn propose<'a>(assessment: &'a Assessment, catalogue: &'a ThreatCatalogue) -> Proposals<'a> {
    let register: BTreeSet<(&ThreatId, &AssetNumber)> =
        assessment.risks.iter().map(|risk| (&risk.threat, &risk.asset)).collect();
    let at_risk: BTreeSet<&ThreatId> = assessment.risks.iter().map(|risk| &risk.threat).collect();
    let applicable = assessment.threats.iter().filter(|one| one.answer == ThreatAnswer::Applicable);
    let (mut proposed, mut without) = (Vec::new(), Vec::new());
    for threat in applicable.map(|one| &one.threat) {
        let facts = facts(assessment, catalogue, threat);
        let mut found = facts.map(|facts| touched(assessment, &facts)).unwrap_or_default();
        found.retain(|one| !register.contains(&(one.threat, &one.asset.number)));
        if found.is_empty() && !at_risk.contains(threat) {
            without.push(threat);
        }
        proposed.append(&mut found);
    }
    let unrated = assessment.assets.iter().filter(|asset| asset.criticality.is_none()).collect();
    Proposals { proposed, without, unrated }
}

fn facts<'a>(
    assessment: &'a Assessment,
    catalogue: &'a ThreatCatalogue,
    id: &'a ThreatId,
) -> Option<Facts<'a>> {
    if let Some(own) = assessment.own_threats.iter().find(|own| own.id == *id) {
        return Some(Facts { id, subject: Subject::of(&own.name), cia: &own.cia, entry: None });
    }
    let entry = catalogue.threats.get(id.as_str())?;
    Some(Facts { id, subject: Subject::of(&entry.name), cia: &entry.cia, entry: Some(entry) })
}

/// The most critical of the assets that a threat touches.
fn touched<'a>(assessment: &'a Assessment, facts: &Facts<'a>) -> Vec<Proposed<'a>> {
    let fitting = assessment.assets.iter().filter(|asset| facts.subject.fits(asset));
    let mut found: Vec<_> = fitting
        .map(|asset| (asset, harms(asset, facts.cia)))
        .filter(|(_, harms)| !harms.is_empty())
        .collect();
    found.sort_by_key(|(asset, harms)| {
        let worst = harms.iter().map(|(_, level)| *level).max();
        (Reverse(worst), Reverse(asset.records), &asset.number)
    });
    let count = found.len();
    found.truncate(MOST_ASSETS);
    found.into_iter().map(|(asset, harms)| proposed(facts, asset, harms, count)).collect()
}

/// What a threat harms in an asset; one that says nothing may harm all three.
fn harms(asset: &Asset, cia: &[SecurityObjective]) -> Vec<(SecurityObjective, Level)> {
    use SecurityObjective::{Availability, Confidentiality, Integrity};
    let Some(rated) = asset.criticality else { return Vec::new() };
    let levels = [(Confidentiality, rated.c), (Integrity, rated.i), (Availability, rated.a)];
    let harmed = |objective: SecurityObjective| cia.is_empty() || cia.contains(&objective);
    levels.into_iter().filter(|(objective, level)| harmed(*objective) && *level > Level::VeryLow).collect()
}

fn proposed<'a>(
    facts: &Facts<'a>,
    asset: &'a Asset,
    harms: Vec<(SecurityObjective, Level)>,
    touched: usize,
) -> Proposed<'a> {
    let known = facts.entry.map(|entry| entry.vulnerabilities.as_slice()).unwrap_or_default();
    let closing = |id: &VulnerabilityId| Some((id.clone(), closed_by(asset, id)?));
    Proposed {
        threat: facts.id,
        asset,
        vulnerabilities: known.iter().filter(|id| closed_by(asset, id).is_none()).cloned().collect(),
        closed: known.iter().filter_map(closing).collect(),
        conditions: facts.entry.map(|entry| entry.predisposing_conditions.clone()).unwrap_or_default(),
        harms,
        subject: facts.subject,
        touched,
    }
}

/// The capabilities that close a vulnerability, if the asset has all of them.
fn closed_by(asset: &Asset, vulnerability: &VulnerabilityId) -> Option<&'static [Capability]> {
    let present = asset.capabilities.as_deref().unwrap_or_default();
    let (_, needed) = CLOSED_BY.iter().find(|(id, _)| *id == vulnerability.as_str())?;
    needed.iter().all(|capability| present.contains(capability)).then_some(*needed)
}
