//! SE-d and SE-d1: the practice implements an organizational security policy that is in writing.

use crate::approval::Approval;
use crate::practice::check::finding::{Finding, FixTarget};
use crate::practice::check::lapse;
use crate::practice::check::subject::{Subject, Versioned};
use crate::text::blank;

/// SE-d-1: the named version is in force on the day, and has the statements that the practice implements.
pub fn implements(subject: &Subject<'_>) -> Finding {
    let Some(basis) = subject.basis_policy() else {
        return Finding::unsatisfied(
            "No policy is named.",
            "Name the policy it implements.",
            subject.field("basis"),
        );
    };
    let Some(named) = subject.implemented else {
        let found = format!("{} v{} does not exist.", basis.policy, basis.version);
        let fix = "Name a policy and a version that exist.";
        return Finding::unsatisfied(found, fix, subject.field("basis")).on([subject.name()]);
    };
    if let Some(ended) = lapse::version_ended(subject) {
        return Finding::lapsed(ended.explanation.clone(), ended.cure()).on([named.name()]);
    }
    if !named.version.in_force_on(subject.on) || valid_approvals(subject, named).is_empty() {
        let found = format!("{} is not approved and in force on {}.", named.name(), subject.on);
        let fix = format!("Approve and publish {} under Policies.", named.name());
        let target = FixTarget::Policy { policy: named.policy.number.clone() };
        return Finding::unsatisfied(found, fix, target).on([named.name()]);
    }
    let known = |number| named.version.statements.iter().any(|statement| statement.number == number);
    if basis.statements.is_empty() || !basis.statements.iter().all(|number| known(number.clone())) {
        let found = format!("The section of {} is not named, or not there.", named.name());
        let fix = format!("Name the statements of {} that the practice implements.", named.name());
        return Finding::unsatisfied(found, fix, subject.field("basis")).on([named.name()]);
    }
    let sections = basis.statements.iter().map(|number| format!("{}/{number}", basis.policy));
    Finding::satisfied(format!("{} is in force on {}.", named.name(), subject.on))
        .on([named.name()])
        .on(sections)
        .imported(imported(subject, named))
}

/// SE-d1-1: the document is sealed with its hash, still is what was sealed, and took effect by the day.
pub fn in_writing(subject: &Subject<'_>) -> Finding {
    let Some(named) = subject.implemented else { return no_version(subject) };
    let hash =
        named.version.seal.as_ref().map(|seal| seal.content_hash.trim()).filter(|hash| !hash.is_empty());
    let from = named.version.effective_from.filter(|from| *from <= subject.on);
    let Some((hash, from)) = hash.zip(from) else {
        let found = format!("The text of {} was not sealed when it was approved.", named.name());
        let fix = format!("Write out {} as a document and approve that document.", named.name());
        let target = FixTarget::Policy { policy: named.policy.number.clone() };
        return Finding::unsatisfied(found, fix, target).on([named.name()]);
    };
    if subject.facts.has_broken_seal(named) {
        let found = format!("The text of {} is not the text that was sealed and approved.", named.name());
        let fix = format!("Compare {} with a signed copy or a backup; approve a new version.", named.name());
        let target = FixTarget::Policy { policy: named.policy.number.clone() };
        return Finding::unsatisfied(found, fix, target).on([named.name()]);
    }
    Finding::satisfied(format!("In writing and effective since {from}, hash {}.", shortened(hash)))
        .on([named.name()])
}

/// SE-d1-2: approved by a named person, versioned, and given to those who apply it.
pub fn available(subject: &Subject<'_>) -> Finding {
    let Some(named) = subject.implemented else { return no_version(subject) };
    let version = named.version;
    let by = valid_approvals(subject, named).into_iter().find(|one| subject.person(Some(&one.by)).is_some());
    let given = version.distribution.iter().find(|one| one.on <= subject.on && !blank(&one.to));
    let fault = match (by, given) {
        (None, _) => Some((
            "approvals",
            "has no approval by a person of the organization",
            "Have a named person approve",
        )),
        _ if blank(&version.number) => Some(("number", "has no version number", "Number the version of")),
        (_, None) => {
            Some(("distribution", "has no record of who was given it", "Record to whom and when you gave"))
        }
        _ if blank(&version.availability) => {
            Some(("availability", "does not say who can read it and where", "Say who can read, and where,"))
        }
        _ => None,
    };
    if let Some((field, lacks, cure)) = fault {
        let target = version_field(named, field);
        return Finding::unsatisfied(
            format!("{} {lacks}.", named.name()),
            format!("{cure} {}.", named.name()),
            target,
        )
        .on([named.name()]);
    }
    let to = given.map_or("", |given| given.to.trim());
    Finding::satisfied(format!("Approved, and given to {to}."))
        .on([named.name()])
        .on(by.map(|by| by.by.to_string()))
        .imported(imported(subject, named))
}

/// What a criterion of a version finds where there is none.
pub fn no_version(subject: &Subject<'_>) -> Finding {
    Finding::unsatisfied(
        "No policy version is named.",
        "Name the policy it implements.",
        subject.field("basis"),
    )
}

/// A field of a version as the place of a cure.
pub fn version_field(named: Versioned<'_>, field: &str) -> FixTarget {
    let Versioned { policy, version } = named;
    FixTarget::PolicyVersion {
        policy: policy.number.clone(),
        version: version.number.clone(),
        field: field.to_owned(),
    }
}

/// How an approval that came with a file is marked.
pub fn imported_approvals<'a>(what: &str, approvals: impl IntoIterator<Item = &'a Approval>) -> Vec<String> {
    let marked = approvals.into_iter().filter_map(|approval| {
        let hash = approval.recorded.as_ref()?.imported_from.as_ref()?;
        Some(format!("{what}: approval of {} on {}, imported from {hash}", approval.by, approval.on))
    });
    marked.collect()
}

/// Approvals given by the day for exactly the content that is sealed.
fn valid_approvals<'a>(subject: &Subject<'_>, named: Versioned<'a>) -> Vec<&'a Approval> {
    let sealed = named.version.seal.as_ref().map(|seal| &seal.content_hash);
    let given = named.version.approvals.iter().filter(|approval| approval.on <= subject.on);
    let bound = |approval: &&Approval| {
        approval.content_hash.as_ref().zip(sealed).is_none_or(|(approved, sealed)| approved == sealed)
    };
    given.filter(bound).collect()
}

fn imported(subject: &Subject<'_>, named: Versioned<'_>) -> Vec<String> {
    imported_approvals(&named.name(), valid_approvals(subject, named))
}

/// The first characters of a hash, enough to compare by eye.
fn shortened(hash: &str) -> String {
    hash.chars().take(12).collect()
}
