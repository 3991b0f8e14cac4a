//! Who approved exactly this, in which capacity, and from when to when it is in force.

use super::{REVIEW, Refusal, RefusalCode, Scene, refusal};
use crate::approval::{Approval, Capacity};
use crate::organization::{Access, Function, Person};
use crate::policy::PolicyVersion;
use crate::workspace::Content;
use jiff::civil::Date;

pub(super) fn refusals(scene: Scene<'_>) -> Vec<Refusal> {
    let mut found: Vec<Refusal> = lacking(scene.content, scene.version)
        .into_iter()
        .map(|capacity| refusal("/approvals", RefusalCode::ApprovalMissing { capacity }, capacity.label()))
        .collect();
    found.extend(bindings(scene));
    found.extend(days(scene));
    found
}

/// The capacities in which nobody has approved this content yet.
///
/// An organization without a second person needs both from one, given one by one.
#[must_use]
pub fn lacking(content: &Content, version: &PolicyVersion) -> Vec<Capacity> {
    let given = |capacity: Capacity| valid(version).any(|one| one.capacity == capacity);
    let mut lacking: Vec<Capacity> = [Capacity::SecurityOfficial, Capacity::Executive]
        .into_iter()
        .filter(|capacity| !given(*capacity))
        .collect();
    let mut people = valid(version).map(|one| &one.by);
    let first = people.next();
    let same = people.all(|one| Some(one) == first);
    if lacking.is_empty() && same && !content.organization.no_second_person {
        lacking.push(Capacity::Executive);
    }
    lacking
}

/// Why a person may not approve a version in a capacity on a day; nothing if they may.
#[must_use]
pub fn approver_refusal(
    content: &Content,
    version: &PolicyVersion,
    person: &Person,
    capacity: Capacity,
    on: Date,
) -> Option<RefusalCode> {
    let holds = match capacity {
        Capacity::SecurityOfficial => content.organization.has_security_official(person, on),
        Capacity::Executive => is_executive(person),
        Capacity::PrivacyOfficial => person.access.contains(&Access::Privacy),
        Capacity::OutsideReviewer => person.function == Function::Outside,
    };
    // One who is alone stands for the executive too, and the paper says so.
    let alone = capacity == Capacity::Executive
        && content.organization.no_second_person
        && content.organization.has_security_official(person, on);
    if !holds && !alone {
        return Some(RefusalCode::ApprovalMissing { capacity });
    }
    let author = version.author == person.number && !content.organization.no_second_person;
    let others = valid(version).any(|one| one.by != person.number);
    let both = valid(version).any(|one| one.by == person.number) && author && !others;
    both.then_some(RefusalCode::AuthorAlone)
}

/// A member of the executive by account; without an account, which only paper and returned files come from, whoever
/// works in management.
fn is_executive(person: &Person) -> bool {
    let outside_the_program = person.login.is_none() && person.function == Function::Administration;
    person.access.contains(&Access::Executive) || outside_the_program
}

fn valid(version: &PolicyVersion) -> impl Iterator<Item = &Approval> {
    let sealed = version.seal.as_ref().map(|seal| &seal.content_hash);
    version.approvals.iter().filter(move |one| sealed.is_some() && one.content_hash.as_ref() == sealed)
}

fn bindings(scene: Scene<'_>) -> Vec<Refusal> {
    let version = scene.version;
    let sealed = version.seal.as_ref().map(|seal| &seal.content_hash);
    let mut found: Vec<Refusal> = version
        .approvals
        .iter()
        .enumerate()
        .filter(|(_, one)| sealed.is_none() || one.content_hash.as_ref() != sealed)
        .map(|(at, one)| refusal(format!("/approvals/{at}"), RefusalCode::ApprovalOfOther, &one.by))
        .collect();
    let approved = valid(version).next().is_some();
    let alone = valid(version).all(|one| one.by == version.author);
    if approved && alone && !scene.content.organization.no_second_person {
        found.push(refusal("/approvals", RefusalCode::AuthorAlone, &version.author));
    }
    found
}

fn days(scene: Scene<'_>) -> Vec<Refusal> {
    let version = scene.version;
    let approved = valid(version).map(|one| one.on).max();
    let begins = version.effective_from;
    let early = begins.is_none() || begins.zip(approved).is_some_and(|(begins, approved)| begins < approved);
    let latest = begins.map(|day| REVIEW.after(day));
    let reviewed = version.next_review.zip(latest).is_some_and(|(review, latest)| review <= latest);
    let mut found = Vec::new();
    if early {
        found.push(refusal("/effective_from", RefusalCode::EffectiveDay, ""));
    }
    if !reviewed {
        found.push(refusal("/next_review", RefusalCode::NextReview, ""));
    }
    found
}
