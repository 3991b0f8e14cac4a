//! The assessment at hand in short: what it lacks, who approved it, what changed since.

use super::form::*;
use crate::error::CommandResult;
use crate::state::Session;
use crate::words;
use jiff::Timestamp;
use jiff::civil::Date;
use riskwright_domain::approval::Approval;
use riskwright_domain::assessment::carry::{self, to_confirm};
use riskwright_domain::assessment::gaps::{approver_faults, gaps};
use riskwright_domain::assessment::seal::content_hash;
use riskwright_domain::assessment::{Assessment, AssessmentStatus};
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::organization::{Access, Person};
use riskwright_domain::retention::RecordName;
use riskwright_domain::workspace::Content;
use riskwright_store::{Kind, RevisionFilter};
use std::collections::{BTreeMap, BTreeSet};

/// Kinds whose records belong to an assessment and may change after its approval.
const PARTS: [&str; 6] =
    [carry::ANSWER, carry::ASSET, carry::THREAT, carry::RISK, carry::SAFEGUARD, carry::DECISION];

/// The assessment being worked on, else the current one.
///
/// # Errors
/// `not_found` without an assessment.
pub fn of_at_hand(session: &mut Session) -> CommandResult<AssessmentView> {
    let today = session.today()?;
    let person = session.person.clone();
    let content = session.content()?.clone();
    let one = words::at_hand(&content)?;
    let found = gaps(Catalogue::embedded(), &content, one, today);
    let approved = one.approved_on().is_some();
    Ok(AssessmentView {
        number: one.number.clone(),
        year: one.year,
        kind: one.kind,
        status: one.status,
        scope: one.scope.clone(),
        method: one.method.clone(),
        started_on: one.started_on,
        due: one.due,
        assessors: one.assessors.clone(),
        sources: one.sources.clone(),
        open_items: one.open_items.clone(),
        previous: one.previous.clone(),
        approved_on: one.approved_on(),
        approvals: approvals(session, &content, one)?,
        content_hash: content_hash(one),
        changed_since: if approved { changed_since(session, one)? } else { Vec::new() },
        addenda: one.addenda.clone(),
        rejections: one.rejections.clone(),
        gaps: found.gaps,
        steps: found.steps,
        approver_faults: approver_faults(&content, one, &person, today),
        capacities: capacities(&content, &person, today),
        to_confirm: to_confirm(one),
        open: matches!(one.status, AssessmentStatus::Draft | AssessmentStatus::InProgress),
        revision: session
            .store
            .read(|reader| reader.revision_number(Kind::Assessment, one.number.as_str()))?,
    })
}

/// The capacities in which a person may approve an assessment on a day.
pub fn capacities(content: &Content, person: &Person, on: Date) -> Vec<Capacity> {
    let official = content.organization.has_security_official(person, on);
    let executive = person.access.contains(&Access::Executive);
    let held = [(official, Capacity::SecurityOfficial), (executive, Capacity::Executive)];
    held.into_iter().filter(|(holds, _)| *holds).map(|(_, capacity)| capacity).collect()
}

fn approvals(session: &Session, content: &Content, one: &Assessment) -> CommandResult<Vec<ApprovalView>> {
    let mut then: BTreeMap<Timestamp, Option<String>> = BTreeMap::new();
    let mut views = Vec::new();
    for approval in &one.approvals {
        let known = match approval.recorded.as_ref().map(|recorded| recorded.at) {
            Some(at) => match then.get(&at) {
                Some(hash) => hash.clone(),
                None => then.entry(at).or_insert(hash_then(session, one, at)?).clone(),
            },
            None => None,
        };
        views.push(ApprovalView {
            name: words::person(content, &approval.by),
            holds: known.is_some() && known == approval.content_hash,
            approval: Approval::clone(approval),
        });
    }
    Ok(views)
}

/// The hash of the content as the history has it at the instant of an approval.
fn hash_then(session: &Session, one: &Assessment, at: Timestamp) -> CommandResult<Option<String>> {
    let then = session.content_then(at)?.content;
    Ok(then.assessments.iter().find(|other| other.number == one.number).map(content_hash))
}

/// Records of the assessment with a line after the one that approved it first.
fn changed_since(session: &Session, one: &Assessment) -> CommandResult<Vec<RecordName>> {
    let instants = one.approvals.iter().filter_map(|approval| approval.recorded.as_ref());
    let Some(approved) = instants.map(|recorded| recorded.at).min() else { return Ok(Vec::new()) };
    let filter = RevisionFilter { since: Some(approved), ..RevisionFilter::default() };
    let lines = session.store.read(|reader| reader.revisions(&filter))?;
    let prefix = format!("{}/", one.number);
    let later = lines.into_iter().filter(|line| {
        line.recorded_at > approved && PARTS.contains(&line.kind.as_str()) && line.id.starts_with(&prefix)
    });
    let names: BTreeSet<RecordName> = later.map(|line| RecordName::new(&line.kind, line.id)).collect();
    Ok(names.into_iter().collect())
}
