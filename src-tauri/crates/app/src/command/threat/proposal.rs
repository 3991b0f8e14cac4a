//! The risks that applicable threats propose, in words.

use super::{Empty, NamedId, Proposal, Proposals, catalogue_of, condition, vulnerability};
use crate::error::CommandResult;
use crate::state::State;
use crate::words;
use riskwright_domain::assessment::propose::{MOST_ASSETS, Proposed, Subject};
use riskwright_domain::assessment::{Capability, propose as rules};
use riskwright_domain::catalogue::SecurityObjective;
use riskwright_domain::workspace::Content;

/// The risks that applicable threats propose for the assets they touch; nothing is rated and nothing is written.
///
/// # Errors
/// `not_found` without an assessment.
pub fn propose(state: &mut State, _: Empty) -> CommandResult<Proposals> {
    let content = state.session()?.content()?;
    let assessment = words::at_hand(content)?;
    let most_assets = u32::try_from(MOST_ASSETS).unwrap_or(u32::MAX);
    let Some(catalogue) = catalogue_of(assessment) else {
        let (proposals, without, unrated_assets) = (Vec::new(), Vec::new(), Vec::new());
        return Ok(Proposals { proposals, without, unrated_assets, most_assets });
    };
    let found = rules::propose(assessment, catalogue);
    let named = |id: &str, name: String| NamedId { id: id.to_owned(), name };
    let unrated = found.unrated.iter().map(|asset| named(asset.number.as_str(), asset.name.clone()));
    Ok(Proposals {
        proposals: found.proposed.iter().map(|one| proposal(content, one)).collect(),
        without: found.without.iter().map(|id| named(id.as_str(), words::threat(content, id))).collect(),
        unrated_assets: unrated.collect(),
        most_assets,
    })
}

fn proposal(content: &Content, one: &Proposed<'_>) -> Proposal {
    Proposal {
        threat: one.threat.clone(),
        threat_name: words::threat(content, one.threat),
        asset: one.asset.number.clone(),
        asset_name: one.asset.name.clone(),
        vulnerabilities: one.vulnerabilities.iter().map(vulnerability).collect(),
        conditions: one.conditions.iter().map(condition).collect(),
        because: because(one),
    }
}

/// Why a risk is proposed, and what was left out of it.
fn because(one: &Proposed<'_>) -> String {
    let harms: Vec<String> =
        one.harms.iter().map(|(objective, level)| format!("{} ({level})", harmed(*objective))).collect();
    let mut text =
        format!("The threat is about {}, and here it would harm {}.", about(one.subject), list(&harms));
    if one.touched > MOST_ASSETS {
        text += &format!(" It touches {} assets; proposed are the {MOST_ASSETS} most critical.", one.touched);
    }
    for (id, by) in &one.closed {
        let by: Vec<String> = by.iter().map(|capability| switched_on(*capability).to_owned()).collect();
        text += &format!(" Left out, because {} is switched on here: {}.", list(&by), vulnerability(id).name);
    }
    text
}

fn list(words: &[String]) -> String {
    match words {
        [rest @ .., last] if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        words => words.join(""),
    }
}

fn harmed(objective: SecurityObjective) -> &'static str {
    match objective {
        SecurityObjective::Confidentiality => "confidentiality",
        SecurityObjective::Integrity => "integrity",
        SecurityObjective::Availability => "availability",
    }
}

fn about(subject: Subject) -> &'static str {
    match subject {
        Subject::MedicalDevices => "medical devices",
        Subject::Endpoints => "computers and devices that people use",
        Subject::Media => "media and equipment that hold data",
        Subject::Vendors => "vendors and what they run",
        Subject::Interfaces => "portals, interfaces and applications",
        Subject::Networks => "networks and lines",
        Subject::Premises => "sites and what stands there",
        Subject::Anything => "any system that holds ePHI",
    }
}

fn switched_on(capability: Capability) -> &'static str {
    match capability {
        Capability::UniqueIds => "one account a person",
        Capability::MultiFactor => "multi-factor authentication",
        Capability::RoleBasedAccess => "access by role",
        Capability::AuditLog => "a log of access",
        Capability::LogExport => "export of the log",
        Capability::EncryptionAtRest => "encryption at rest",
        Capability::EncryptionInTransit => "encryption in transit",
        Capability::AutomaticLogoff => "automatic logoff",
        Capability::Backup => "backup",
    }
}
