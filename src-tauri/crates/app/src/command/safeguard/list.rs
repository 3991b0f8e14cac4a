//! The list of safeguards with what is in place, what was decided, and what bears on each.

use super::{Empty, SafeguardList, SafeguardRow, rule_on};
use crate::error::{CommandError, CommandResult};
use crate::state::{Session, State};
use crate::words;
use jiff::civil::Date;
use riskwright_domain::assessment::decision::{allowed, is_asked, lacks};
use riskwright_domain::assessment::{AddressableDecision, Assessment, SafeguardStatus};
use riskwright_domain::catalogue::{Catalogue, Safeguard, SecurityRule};
use riskwright_domain::number::{Citation, ThreatId};
use riskwright_domain::workspace::Content;
use riskwright_store::Kind;
use std::collections::{BTreeMap, BTreeSet};

/// Every item with its status and decision.
///
/// # Errors
/// `not_found` without an assessment.
pub fn list(state: &mut State, _: Empty) -> CommandResult<SafeguardList> {
    listed(state.session()?)
}

/// The list as it is now.
///
/// # Errors
/// As [`list`].
pub(super) fn listed(session: &mut Session) -> CommandResult<SafeguardList> {
    let today = session.today()?;
    let content = session.content()?;
    let mut list = rows(content, words::at_hand(content)?, rule_on(today)?, today);
    session.store.read(|reader| {
        for row in &mut list.items {
            let id = format!("{}/{}", list.assessment, row.safeguard.citation);
            if row.status.is_some() {
                row.status_revision = reader.revision_number(Kind::SafeguardStatus, &id)?;
            }
            if row.decision.is_some() {
                row.decision_revision = reader.revision_number(Kind::AddressableDecision, &id)?;
            }
        }
        Ok::<_, CommandError>(())
    })?;
    Ok(list)
}

fn rows(content: &Content, assessment: &Assessment, rule: &SecurityRule, on: Date) -> SafeguardList {
    let known = Known::of(content, assessment);
    SafeguardList {
        assessment: assessment.number.clone(),
        open: words::changeable(content).is_ok(),
        edition: rule.edition.id.clone(),
        items: rule.safeguards.iter().map(|item| known.row(item, on)).collect(),
    }
}

/// What the content knows of safeguards, by citation.
struct Known<'a> {
    statuses: BTreeMap<&'a Citation, &'a SafeguardStatus>,
    decisions: BTreeMap<&'a Citation, &'a AddressableDecision>,
    policies: BTreeMap<&'a Citation, BTreeSet<String>>,
    risks: BTreeMap<&'static Citation, BTreeSet<String>>,
}

impl<'a> Known<'a> {
    fn of(content: &'a Content, assessment: &'a Assessment) -> Self {
        Self {
            statuses: assessment.safeguards.iter().map(|one| (&one.safeguard, one)).collect(),
            decisions: assessment.decisions.iter().map(|one| (&one.specification, one)).collect(),
            policies: policies(content),
            risks: risks(assessment),
        }
    }

    fn row(&self, item: &Safeguard, on: Date) -> SafeguardRow {
        let status = self.statuses.get(&item.citation).copied();
        let decision = self.decisions.get(&item.citation).copied();
        let asked = decision.filter(|_| is_asked(item, status));
        let lacks = asked.map(|decision| lacks(decision, status, on)).unwrap_or_default();
        let names = |found: Option<&BTreeSet<String>>| found.into_iter().flatten().cloned().collect();
        SafeguardRow {
            safeguard: item.clone(),
            mark: item.designation.label().to_owned(),
            status: status.cloned(),
            allowed: allowed(item),
            status_revision: 0,
            decision: decision.cloned(),
            decision_revision: 0,
            decision_lacks: lacks.into_iter().map(|lack| lack.field().to_owned()).collect(),
            policies: names(self.policies.get(&item.citation)),
            risks: names(self.risks.get(&item.citation)),
        }
    }
}

/// Policies of the organization whose catalogue entry or newest text covers an item.
fn policies(content: &Content) -> BTreeMap<&Citation, BTreeSet<String>> {
    let mut found: BTreeMap<&Citation, BTreeSet<String>> = BTreeMap::new();
    for policy in &content.policies {
        let entry = Catalogue::embedded().policy(policy.number.as_str());
        let entry = entry.into_iter().flat_map(|entry| &entry.covers);
        let statements = policy.newest().into_iter().flat_map(|version| &version.statements);
        let text = statements.flat_map(|statement| &statement.safeguards);
        for citation in entry.chain(text) {
            found.entry(citation).or_default().insert(policy.number.to_string());
        }
    }
    found
}

/// Risks by the items that bear on their threats.
fn risks(assessment: &Assessment) -> BTreeMap<&'static Citation, BTreeSet<String>> {
    let mut by_threat: BTreeMap<&ThreatId, Vec<String>> = BTreeMap::new();
    for risk in &assessment.risks {
        by_threat.entry(&risk.threat).or_default().push(risk.number.to_string());
    }
    let mut found: BTreeMap<&'static Citation, BTreeSet<String>> = BTreeMap::new();
    for (threat, risks) in by_threat {
        let entry = Catalogue::embedded().threat(threat.as_str());
        for citation in entry.into_iter().flat_map(|entry| &entry.safeguards) {
            found.entry(citation).or_default().extend(risks.iter().cloned());
        }
    }
    found
}
