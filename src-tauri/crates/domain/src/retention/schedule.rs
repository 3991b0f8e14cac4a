//! The retention schedule: every record under the rule, and what may be done with it on a day.

use super::hold::LegalHold;
use super::lifetime::{self, Lifetime};
use super::need::{Need, needs};
use super::record::{
    ASSESSMENT, DOCUMENT, EVIDENCE, INCIDENT, POLICY, POLICY_VERSION, PRACTICE, RecordName, WrittenDocument,
};
use crate::organization::Evidence;
use crate::workspace::Content;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// What the schedule is made from.
#[derive(Debug, Clone, Copy)]
pub struct Workspace<'a> {
    /// The current content.
    pub content: &'a Content,
    /// The documents that were written.
    pub documents: &'a [WrittenDocument],
    /// The day each record was first recorded, in the organization's time zone.
    pub first_recorded: &'a BTreeMap<RecordName, Date>,
    /// All holds, ended ones too.
    pub holds: &'a [LegalHold],
}

/// A record under the rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The record.
    pub record: RecordName,
    /// Its days.
    pub lifetime: Lifetime,
    /// What may be done with it.
    pub state: RetentionState,
    /// Numbers of the holds that cover it.
    pub holds: Vec<String>,
    /// What refers to it, in words.
    pub needed_by: Vec<String>,
}

/// What may be done with a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum RetentionState {
    /// In effect.
    InEffect,
    /// Within the six years.
    Protected,
    /// A legal hold stops disposal.
    Held,
    /// Past the six years, but something that is kept refers to it.
    Needed,
    /// May be disposed of.
    Disposable,
}

/// Every record under the rule on a day, soonest end first, those in effect last.
#[must_use]
pub fn schedule(workspace: Workspace<'_>, today: Date) -> Vec<Kept> {
    let needs = needs(workspace.content, workspace.documents);
    let lifetimes = lifetimes(workspace, &needs, today);
    let kept = lifetimes.into_iter().map(|(record, (lifetime, names))| {
        let covering = workspace.holds.iter().filter(|hold| hold.covers(&names));
        let holds: Vec<String> = covering.map(|hold| hold.number.clone()).collect();
        let needed_by: Vec<String> = words(needs.get(&record));
        let state = state(&lifetime, !holds.is_empty(), !needed_by.is_empty(), today);
        Kept { record, lifetime, state, holds, needed_by }
    });
    let mut kept: Vec<Kept> = kept.collect();
    kept.sort_by_key(|one| one.lifetime.protected_until().unwrap_or(Date::MAX));
    kept
}

fn state(lifetime: &Lifetime, held: bool, needed: bool, today: Date) -> RetentionState {
    match lifetime.protected_until() {
        None => RetentionState::InEffect,
        Some(last) if today <= last => RetentionState::Protected,
        Some(_) if held => RetentionState::Held,
        Some(_) if needed => RetentionState::Needed,
        Some(_) => RetentionState::Disposable,
    }
}

fn words(needs: Option<&BTreeSet<Need>>) -> Vec<String> {
    needs.into_iter().flatten().map(|need| need.words.clone()).collect()
}

/// Days of each record, and the names under which a hold keeps it.
type Lifetimes = BTreeMap<RecordName, (Lifetime, Vec<RecordName>)>;

fn lifetimes(
    workspace: Workspace<'_>,
    needs: &BTreeMap<RecordName, BTreeSet<Need>>,
    today: Date,
) -> Lifetimes {
    let Workspace { content, documents, first_recorded, .. } = workspace;
    let recorded = |name: &RecordName| first_recorded.get(name).copied();
    let mut found = Lifetimes::new();
    for assessment in &content.assessments {
        let name = RecordName::new(ASSESSMENT, assessment.number.as_str());
        let lifetime = lifetime::of_assessment(content, assessment, recorded(&name), today);
        found.insert(name.clone(), (lifetime, vec![name]));
    }
    for policy in &content.policies {
        for version in &policy.versions {
            let name = RecordName::version(&policy.number, &version.number);
            let lifetime = lifetime::of_version(policy, version, recorded(&name), today);
            let whole = RecordName::new(POLICY, policy.number.as_str());
            found.insert(name.clone(), (lifetime, vec![name, whole]));
        }
    }
    for practice in &content.practices {
        let name = RecordName::new(PRACTICE, practice.number.as_str());
        let lifetime = lifetime::of_practice(practice, recorded(&name), today);
        found.insert(name.clone(), (lifetime, vec![name]));
    }
    for incident in &content.incidents {
        let name = RecordName::new(INCIDENT, incident.number.as_str());
        let lifetime = lifetime::of_incident(incident, recorded(&name), today);
        found.insert(name.clone(), (lifetime, vec![name]));
    }
    for document in documents {
        let name = document.name();
        let version = found.get(&document.printed());
        let lifetime = lifetime::of_document(document, version.map(|(lifetime, _)| lifetime));
        let mut names = version.map(|(_, names)| names.clone()).unwrap_or_default();
        names.push(name.clone());
        found.insert(name, (lifetime, names));
    }
    for evidence in &content.evidence {
        let name = RecordName::new(EVIDENCE, evidence.number.as_str());
        let users = users(evidence, needs.get(&name), &found);
        let (lifetimes, names): (Vec<Lifetime>, Vec<_>) = users.into_iter().unzip();
        let lifetime = lifetime::of_evidence(evidence, &lifetimes);
        let names = names.into_iter().flatten().chain([name.clone()]).collect();
        found.insert(name, (lifetime, names));
    }
    found
}

/// What names the evidence, and what it is attached to: of a policy every version.
fn users(
    evidence: &Evidence,
    needs: Option<&BTreeSet<Need>>,
    found: &Lifetimes,
) -> Vec<(Lifetime, Vec<RecordName>)> {
    let naming = needs.into_iter().flatten().map(|need| need.by.clone());
    let attached = evidence.about.iter().map(RecordName::kept_as);
    let of: BTreeSet<RecordName> = naming.chain(attached).collect();
    let kinds = [POLICY_VERSION, ASSESSMENT, PRACTICE, INCIDENT, DOCUMENT];
    found
        .iter()
        .filter(|(name, _)| kinds.contains(&name.kind.as_str()))
        .filter(|(name, (_, names))| {
            of.contains(*name) || (name.kind == POLICY_VERSION && names.iter().any(|one| of.contains(one)))
        })
        .map(|(_, user)| user.clone())
        .collect()
}
