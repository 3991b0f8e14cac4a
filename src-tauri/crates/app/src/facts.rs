//! What the check judges by: the content, and which approved texts are no longer what was sealed.
//!
//! The domain cannot tell the latter: a seal is made of what the documents set.

use riskwright_documents::policy::{Sheet, seal_holds};
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::number::PolicyNumber;
use riskwright_domain::policy::{Policy, PolicyVersion};
use riskwright_domain::practice::Basis;
use riskwright_domain::practice::check::Facts;
use riskwright_domain::workspace::Content;
use std::collections::BTreeSet;

/// The facts of a content for the check of its practices.
#[must_use]
pub fn of(content: &Content) -> Facts<'_> {
    let rests_on: BTreeSet<(&PolicyNumber, &str)> = content
        .practices
        .iter()
        .filter_map(|practice| match &practice.basis {
            Some(Basis::Policy(basis)) => Some((&basis.policy, basis.version.as_str())),
            _ => None,
        })
        .collect();
    // Hashing every text would take longer than the check.
    let used = |policy: &Policy, version: &PolicyVersion| {
        rests_on.contains(&(&policy.number, version.number.as_str()))
    };
    Facts::new(Catalogue::embedded(), content).with_broken_seals(broken(content, used))
}

/// Every version whose text is not the one that was sealed, by policy and number.
#[must_use]
pub fn broken_seals(content: &Content) -> Vec<(PolicyNumber, String)> {
    broken(content, |_, _| true)
}

fn broken(
    content: &Content,
    wanted: impl Fn(&Policy, &PolicyVersion) -> bool,
) -> Vec<(PolicyNumber, String)> {
    let versions = content
        .policies
        .iter()
        .flat_map(|policy| policy.versions.iter().map(move |version| (policy, version)));
    let broken = |policy: &Policy, version: &PolicyVersion| {
        let sheet = Sheet::of(Catalogue::embedded(), content, policy, version);
        version.seal.as_ref().is_some_and(|seal| !seal_holds(&sheet, seal))
    };
    versions
        .filter(|(policy, version)| wanted(policy, version) && broken(policy, version))
        .map(|(policy, version)| (policy.number.clone(), version.number.clone()))
        .collect()
}
