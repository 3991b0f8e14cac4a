//! What restoring a backup may put back, and what it must leave: a pure rule over the differences.
//!
//! Left are people with their accounts, written documents, what was approved or put to use since, what a legal
//! hold covers, and whatever these refer to. Not here: files, and the writes themselves.

mod fields;
mod title;

pub use fields::changed_fields;
pub use title::title;

use riskwright_domain::assessment::AssessmentStatus;
use riskwright_domain::policy::VersionStatus;
use riskwright_domain::practice::PracticeState;
use riskwright_domain::retention::{ASSESSMENT, LegalHold, POLICY, PRACTICE, RecordName};
use riskwright_domain::workspace::Content;
use riskwright_store::{Difference, Kind};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeSet;

const PEOPLE: &str = "People and their accounts are not taken back.";
const DOCUMENT: &str = "A document that was written stays as it is.";
const APPROVED: &str =
    "It was approved since: approved documentation is kept for six years (45 CFR 164.316(b)(2)(i)).";
const PRACTICED: &str =
    "It is in use or was: records of what was done are kept for six years (45 CFR 164.316(b)(2)(i)).";
const HELD: &str = "A legal hold keeps it.";
const REFERRED: &str = "Something that stays refers to it.";

/// What a restore does and what it leaves.
#[derive(Debug, Default, PartialEq)]
pub struct Plan {
    /// What is put back.
    pub put_back: Vec<Difference>,
    /// What stays as it is now, each with the reason in a sentence.
    pub stays: Vec<(Difference, &'static str)>,
}

/// What protects records now.
#[derive(Debug, Default)]
pub struct Shield {
    /// Approved assessments and policy versions.
    approved: BTreeSet<RecordName>,
    /// Practices that are in use or were.
    practiced: BTreeSet<RecordName>,
    holds: Vec<LegalHold>,
}

impl Shield {
    /// The protection that a content and the legal holds give.
    #[must_use]
    pub fn of(content: &Content, holds: Vec<LegalHold>) -> Self {
        let assessments = content.assessments.iter().filter(|one| assessment_froze(one.status));
        let mut approved: BTreeSet<RecordName> =
            assessments.map(|one| RecordName::new(ASSESSMENT, one.number.as_str())).collect();
        for policy in &content.policies {
            let versions = policy.versions.iter().filter(|version| version_froze(version.status));
            approved.extend(versions.map(|version| RecordName::version(&policy.number, &version.number)));
        }
        let practices = content.practices.iter().filter(|one| one.state != PracticeState::Proposed);
        let practiced = practices.map(|one| RecordName::new(PRACTICE, one.number.as_str())).collect();
        Self { approved, practiced, holds }
    }

    fn holds(&self, difference: &Difference) -> bool {
        let whole = name(difference).kept_as();
        let policy = whole.id.split_once('/').map(|(policy, _)| RecordName::new(POLICY, policy));
        let names: Vec<RecordName> = [Some(whole), policy].into_iter().flatten().collect();
        self.holds.iter().any(|hold| hold.covers(&names))
    }
}

/// The name of the record that differs.
#[must_use]
pub fn name(difference: &Difference) -> RecordName {
    RecordName::new(difference.kind.name(), difference.id.as_str())
}

/// Tells what may be put back from what must stay.
#[must_use]
pub fn plan(differences: Vec<Difference>, shield: &Shield) -> Plan {
    let frozen: BTreeSet<RecordName> =
        differences.iter().filter(|one| approved_since(one, shield)).map(name).collect();
    let mut plan = Plan::default();
    for difference in differences.into_iter().filter_map(without_account) {
        match reason_to_stay(&difference, &frozen, shield) {
            Some(reason) => plan.stays.push((difference, reason)),
            None => plan.put_back.push(difference),
        }
    }
    keep_what_is_referred_to(&mut plan);
    plan
}

/// A person gets the earlier name, title and function; login and access stay, or stay away.
fn without_account(mut difference: Difference) -> Option<Difference> {
    if difference.kind != Kind::Person {
        return Some(difference);
    }
    if let Some(then) = difference.then.as_mut().and_then(Value::as_object_mut) {
        for field in ["login", "access"] {
            match difference.now.as_ref().and_then(|now| now.get(field)) {
                Some(value) => drop(then.insert(field.to_owned(), value.clone())),
                None => drop(then.remove(field)),
            }
        }
    }
    (difference.now != difference.then).then_some(difference)
}

fn reason_to_stay(
    difference: &Difference,
    frozen: &BTreeSet<RecordName>,
    shield: &Shield,
) -> Option<&'static str> {
    let goes_away = difference.then.is_none();
    let whole = name(difference).kept_as();
    match difference.kind {
        Kind::Person if goes_away => Some(PEOPLE),
        Kind::Document if difference.now.is_some() => Some(DOCUMENT),
        Kind::Organization if goes_away => Some(REFERRED),
        Kind::Approval if goes_away && shield.approved.contains(&whole) => Some(APPROVED),
        _ if frozen.contains(&whole) => Some(APPROVED),
        Kind::Practice if goes_away && shield.practiced.contains(&whole) => Some(PRACTICED),
        _ => (goes_away && shield.holds(difference)).then_some(HELD),
    }
}

/// Approved now and, as far as the backup knows, not yet.
fn approved_since(difference: &Difference, shield: &Shield) -> bool {
    let froze_then = match (difference.kind, &difference.then) {
        (Kind::Assessment, Some(then)) => status(then).is_some_and(assessment_froze),
        (Kind::PolicyVersion, Some(then)) => status(then).is_some_and(version_froze),
        (Kind::Assessment | Kind::PolicyVersion, None) => false,
        _ => return false,
    };
    shield.approved.contains(&name(difference)) && !froze_then
}

/// Moves to what stays, until nothing more is found, whatever something that stays refers to.
fn keep_what_is_referred_to(plan: &mut Plan) {
    loop {
        let needs: Vec<Needs> = plan.stays.iter().filter_map(|(one, _)| Needs::of(one)).collect();
        let needed = |one: &Difference| one.then.is_none() && needs.iter().any(|needs| needs.name(&one.id));
        let (stays, put_back): (Vec<_>, Vec<_>) =
            std::mem::take(&mut plan.put_back).into_iter().partition(needed);
        plan.put_back = put_back;
        if stays.is_empty() {
            return;
        }
        plan.stays.extend(stays.into_iter().map(|one| (one, REFERRED)));
    }
}

/// What a record that stays cannot be without.
struct Needs<'a> {
    id: &'a str,
    /// An assessment stays with all its parts, a version with its approvals.
    whole: bool,
    texts: BTreeSet<&'a str>,
}

impl<'a> Needs<'a> {
    fn of(difference: &'a Difference) -> Option<Self> {
        let mut texts = BTreeSet::new();
        collect_texts(difference.now.as_ref()?, &mut texts);
        let whole = matches!(difference.kind, Kind::Assessment | Kind::PolicyVersion);
        Some(Self { id: &difference.id, whole, texts })
    }

    fn name(&self, other: &str) -> bool {
        let below =
            |owner: &str, part: &str| part.strip_prefix(owner).is_some_and(|rest| rest.starts_with('/'));
        let beside = || {
            let (owner, part) = other.split_once('/').unwrap_or_default();
            self.texts.contains(part) && below(owner, self.id)
        };
        self.texts.contains(other)
            || below(other, self.id)
            || (self.whole && below(self.id, other))
            || beside()
    }
}

fn collect_texts<'a>(value: &'a Value, into: &mut BTreeSet<&'a str>) {
    match value {
        Value::String(text) => drop(into.insert(text)),
        Value::Array(items) => items.iter().for_each(|item| collect_texts(item, into)),
        Value::Object(fields) => fields.values().for_each(|field| collect_texts(field, into)),
        _ => {}
    }
}

fn status<T: DeserializeOwned>(body: &Value) -> Option<T> {
    serde_json::from_value(body.get("status")?.clone()).ok()
}

fn assessment_froze(status: AssessmentStatus) -> bool {
    matches!(status, AssessmentStatus::Approved | AssessmentStatus::Superseded)
}

fn version_froze(status: VersionStatus) -> bool {
    !matches!(status, VersionStatus::Draft | VersionStatus::InReview)
}

#[cfg(test)]
mod tests;
