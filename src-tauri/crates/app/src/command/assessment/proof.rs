//! What covers the limbs of 45 CFR 164.306(a), and what does not, in words; never a finding.

use super::Empty;
use super::form::*;
use crate::error::CommandResult;
use crate::state::State;
use crate::words;
use riskwright_domain::assessment::limbs::{Cover, CoverKind, Limb, limbs};
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::retention::RecordName;

/// Most records that one line names.
const NAMED: usize = 20;
const NOTE: &str = "This page shows which records support each limb of 45 CFR 164.306(a) and which are still \
                    missing. It is an aid for whoever decides; it finds neither that the Security Rule is \
                    fulfilled nor that it is not.";

/// Limb by limb, for the assessment at hand.
///
/// # Errors
/// `not_found` without an assessment.
pub fn proof(state: &mut State, _: Empty) -> CommandResult<Proof> {
    let session = state.session()?;
    let today = session.today()?;
    let content = session.content()?;
    let one = words::at_hand(content)?;
    let limbs = limbs(Catalogue::embedded(), content, one, today);
    Ok(Proof {
        assessment: one.number.clone(),
        limbs: limbs.iter().map(limb).collect(),
        note: NOTE.to_owned(),
    })
}

fn limb(limb: &Limb<'_>) -> ProofLimb {
    ProofLimb {
        citation: limb.factor.citation.clone(),
        title: limb.factor.title.clone(),
        requirement: limb.factor.requirement.clone(),
        covered: limb.covers.iter().filter_map(held).collect(),
        uncovered: limb.covers.iter().filter_map(lacking).collect(),
    }
}

fn held(cover: &Cover) -> Option<ProofItem> {
    let (held, total) = (cover.held.len(), cover.held.len() + cover.lacking.len());
    let (subject, state, _) = phrase(cover.what);
    (held > 0).then(|| item(format!("{held} of {total} {subject} {state}"), &cover.held))
}

/// Records that are not as they must be; where there are none at all, that there are none.
fn lacking(cover: &Cover) -> Option<ProofItem> {
    let (lacking, total) = (cover.lacking.len(), cover.held.len() + cover.lacking.len());
    let (subject, _, lack) = phrase(cover.what);
    if total == 0 {
        return essential(cover.what).then(|| item(format!("No {subject} recorded yet"), &[]));
    }
    (lacking > 0).then(|| item(format!("{lacking} of {total} {subject} {lack}"), &cover.lacking))
}

fn item(text: String, records: &[RecordName]) -> ProofItem {
    ProofItem { text, records: records.iter().take(NAMED).cloned().collect() }
}

/// Without these nothing is covered; the others may truly be none.
fn essential(what: CoverKind) -> bool {
    matches!(
        what,
        CoverKind::AssetsRated
            | CoverKind::FlowsProtected
            | CoverKind::ThreatsDecided
            | CoverKind::RisksRated
            | CoverKind::PoliciesInForce
    )
}

/// What the records are, and how they are where they cover the limb and where they do not.
fn phrase(what: CoverKind) -> (&'static str, &'static str, &'static str) {
    match what {
        CoverKind::AssetsRated => ("assets", "have an owner and three ratings", "lack an owner or a rating"),
        CoverKind::AssetsAtRisk => (
            "assets",
            "have a risk, or the reason why none applies",
            "have neither a risk nor a reason why none applies",
        ),
        CoverKind::FlowsProtected => {
            ("flows", "say how they are protected", "do not say how they are protected")
        }
        CoverKind::AgreementsHeld => (
            "business associates",
            "have an agreement with the terms looked at",
            "have no agreement that runs, or its terms were not looked at",
        ),
        CoverKind::SafeguardsInPlace => (
            "physical and technical safeguards that apply",
            "are in place or have an equivalent",
            "are not in place, or only in part",
        ),
        CoverKind::ThreatsDecided => ("threats", "are decided", "are not decided"),
        CoverKind::ThreatsAtRisk => ("threats that apply", "have a risk", "have no risk"),
        CoverKind::RisksRated => ("risks", "are rated with a reason", "are not rated, or without a reason"),
        CoverKind::RisksHandled => (
            "risks above tolerance",
            "have a plan within its day or an acceptance that holds",
            "have neither a plan within its day nor an acceptance that holds",
        ),
        CoverKind::RisksAnswered => (
            "risks above tolerance",
            "are answered by policy in force",
            "are not answered, or only in part, by policy in force",
        ),
        CoverKind::QuestionsAnswered => ("questions", "are answered", "are not answered"),
        CoverKind::OfficialNamed => {
            ("security officials", "hold the duty today", "are missing: nobody holds the duty today")
        }
        CoverKind::WorkforceSafeguards => (
            "safeguards about the workforce that apply",
            "are in place or have an equivalent",
            "are not in place, or only in part",
        ),
        CoverKind::PoliciesInForce => ("policies", "have a version in force", "have no version in force"),
    }
}
