//! What refers to what: a record that something kept refers to may not go first.

use super::record::{ASSESSMENT, EVIDENCE, INCIDENT, PRACTICE, RecordName, WrittenDocument};
use crate::assessment::Assessment;
use crate::number::{AssessmentNumber, EvidenceNumber, PolicyNumber, RiskNumber};
use crate::policy::{Policy, PolicyVersion};
use crate::practice::{Basis, Practice};
use crate::workspace::Content;
use std::collections::{BTreeMap, BTreeSet};

/// A reference to a record.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Need {
    /// The record that refers, or that what refers is kept with.
    pub by: RecordName,
    /// The place in words: `POL-11 S-03 (version 1.0)`.
    pub words: String,
}

/// Every reference between records that are disposed of by themselves, by the record referred to.
#[must_use]
pub fn needs(content: &Content, documents: &[WrittenDocument]) -> BTreeMap<RecordName, BTreeSet<Need>> {
    let mut walk = Walk::new(content);
    for (at, assessment) in content.assessments.iter().enumerate() {
        walk.assessment(at, assessment);
    }
    for policy in &content.policies {
        for version in &policy.versions {
            walk.version(policy, version);
        }
    }
    for practice in &content.practices {
        walk.practice(practice);
    }
    for incident in &content.incidents {
        let by = RecordName::new(INCIDENT, incident.number.as_str());
        walk.refer(RecordName::version(&incident.policy, &incident.version), &by, incident.number.clone());
    }
    for document in documents {
        walk.refer(document.printed(), &document.name(), document.number.clone());
    }
    walk.found
}

struct Walk<'a> {
    /// Assessments that hold a risk or asset of this number.
    holders: BTreeMap<&'a str, BTreeSet<&'a AssessmentNumber>>,
    /// The one version of a policy that has no other.
    last_versions: BTreeMap<&'a PolicyNumber, RecordName>,
    found: BTreeMap<RecordName, BTreeSet<Need>>,
}

impl<'a> Walk<'a> {
    fn new(content: &'a Content) -> Self {
        let mut holders: BTreeMap<&str, BTreeSet<&AssessmentNumber>> = BTreeMap::new();
        for assessment in &content.assessments {
            let risks = assessment.risks.iter().map(|risk| risk.number.as_str());
            let assets = assessment.assets.iter().map(|asset| asset.number.as_str());
            for number in risks.chain(assets) {
                holders.entry(number).or_default().insert(&assessment.number);
            }
        }
        let last = |policy: &'a Policy| match policy.versions.as_slice() {
            [only] => Some((&policy.number, RecordName::version(&policy.number, &only.number))),
            _ => None,
        };
        let last_versions = content.policies.iter().filter_map(last).collect();
        Self { holders, last_versions, found: BTreeMap::new() }
    }

    fn refer(&mut self, to: RecordName, by: &RecordName, words: String) {
        if to != *by {
            self.found.entry(to).or_default().insert(Need { by: by.clone(), words });
        }
    }

    /// A risk or asset that several assessments hold needs none of them alone.
    fn held(&mut self, number: &str, by: &RecordName, words: &str) {
        let Some(holders) = self.holders.get(number) else { return };
        if let (1, Some(only)) = (holders.len(), holders.first()) {
            let to = RecordName::new(ASSESSMENT, only.as_str());
            self.refer(to, by, words.to_owned());
        }
    }

    /// A reference to a policy is one to its last version, with which it goes.
    fn policy(&mut self, number: &PolicyNumber, by: &RecordName, words: &str) {
        if let Some(version) = self.last_versions.get(number) {
            self.refer(version.clone(), by, words.to_owned());
        }
    }

    fn evidence(&mut self, numbers: &[EvidenceNumber], by: &RecordName, words: &str) {
        for number in numbers {
            self.refer(RecordName::new(EVIDENCE, number.as_str()), by, words.to_owned());
        }
    }

    fn assessment(&mut self, at: usize, assessment: &Assessment) {
        let by = RecordName::new(ASSESSMENT, assessment.number.as_str());
        // The oldest may go: what follows it then says so by a number that leads nowhere.
        if let Some(previous) = assessment.previous.as_ref().filter(|_| at > 1) {
            let to = RecordName::new(ASSESSMENT, previous.as_str());
            self.refer(to, &by, assessment.number.to_string());
        }
        for risk in &assessment.risks {
            self.evidence(&risk.evidence, &by, &format!("{} ({})", risk.number, assessment.number));
        }
        for item in &assessment.safeguards {
            let words = format!("{} ({})", item.safeguard, assessment.number);
            self.evidence(&item.evidence, &by, &words);
            for policy in &item.policies {
                self.policy(policy, &by, &words);
            }
        }
    }

    fn version(&mut self, policy: &Policy, version: &PolicyVersion) {
        let by = RecordName::version(&policy.number, &version.number);
        let words = format!("{} version {}", policy.number, version.number);
        if let Some(assessment) = &version.assessment {
            self.refer(RecordName::new(ASSESSMENT, assessment.as_str()), &by, words.clone());
        }
        for asset in &version.scope.assets {
            self.held(asset.as_str(), &by, &words);
        }
        for other in &version.incorporates {
            self.policy(other, &by, &words);
        }
        for statement in &version.statements {
            let words = format!("{} {} (version {})", policy.number, statement.number, version.number);
            for link in &statement.risks {
                self.held(link.risk.as_str(), &by, &words);
            }
        }
    }

    fn practice(&mut self, practice: &Practice) {
        let by = RecordName::new(PRACTICE, practice.number.as_str());
        let words = practice.number.to_string();
        match &practice.basis {
            Some(Basis::Policy(basis)) => {
                self.refer(RecordName::version(&basis.policy, &basis.version), &by, words.clone());
            }
            Some(Basis::Case(case)) => self.evidence(&case.evidence, &by, &words),
            None => {}
        }
        for risk in risks_of(practice) {
            self.held(risk.as_str(), &by, &words);
        }
    }
}

fn risks_of(practice: &Practice) -> impl Iterator<Item = &RiskNumber> {
    let application = &practice.application;
    let named = application.named_requestors.iter().filter_map(|one| one.risk.as_ref());
    let different = application.differentiators.iter().flatten().filter_map(|one| one.risk.as_ref());
    let compared = application.internal_comparison.iter().filter_map(|one| one.risk.as_ref());
    let case = match &practice.basis {
        Some(Basis::Case(case)) => case.risk.as_ref(),
        _ => None,
    };
    practice.risks.iter().map(|link| &link.risk).chain(named).chain(different).chain(compared).chain(case)
}
