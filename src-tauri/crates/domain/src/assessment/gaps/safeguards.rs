//! A status for each safeguard item that the rule allows for it, and a decision for each addressable one.

use super::{Found, GapCode, Item, Scene, blank, only};
use crate::assessment::{AddressableDecision, SafeguardState, SafeguardStatus};
use crate::catalogue::{Designation, Safeguard};
use crate::number::Citation;
use std::collections::BTreeMap;

/// One item a safeguard.
pub fn items(scene: &Scene<'_>) -> Vec<Item> {
    let Some(rule) = scene.catalogue.security_rules.on(scene.on).or(scene.catalogue.security_rules.latest())
    else {
        return Vec::new();
    };
    let statuses: BTreeMap<&Citation, (usize, &SafeguardStatus)> = scene
        .assessment
        .safeguards
        .iter()
        .enumerate()
        .map(|(place, one)| (&one.safeguard, (place, one)))
        .collect();
    let decisions: BTreeMap<&Citation, (usize, &AddressableDecision)> = scene
        .assessment
        .decisions
        .iter()
        .enumerate()
        .map(|(place, one)| (&one.specification, (place, one)))
        .collect();
    let items = rule.safeguards.iter().map(|safeguard| {
        let status = statuses.get(&safeguard.citation).copied();
        let decision = decisions.get(&safeguard.citation).copied();
        let mut item = match status {
            None => vec![scene.blocking(GapCode::StatusMissing, "/safeguards", &safeguard.citation)],
            Some((place, status)) => with_status(scene, safeguard, place, status),
        };
        item.extend(with_decision(scene, safeguard, status.map(|(_, status)| status), decision));
        item
    });
    items.collect()
}

/// What a status lacks: not applicable only where the item has a condition, an alternative only where it is
/// addressable.
fn with_status(
    scene: &Scene<'_>,
    safeguard: &Safeguard,
    place: usize,
    status: &SafeguardStatus,
) -> Vec<Found> {
    let field = |field: &str| format!("/safeguards/{place}/{field}");
    let addressable = safeguard.designation == Designation::Addressable;
    let refused = match status.status {
        SafeguardState::NotApplicable => safeguard.applies_if.is_none(),
        SafeguardState::Alternative => !addressable,
        _ => false,
    };
    let unreasoned = status.status == SafeguardState::NotApplicable && blank(&status.note);
    let open = matches!(
        status.status,
        SafeguardState::Partial | SafeguardState::Planned | SafeguardState::NotInPlace
    );
    let unclosed = open && (status.owner.is_none() || status.due.is_none());
    only([
        (refused, scene.blocking(GapCode::StatusNotAllowed, &field("status"), &safeguard.citation)),
        (unreasoned, scene.blocking(GapCode::ReasonMissing, &field("note"), &safeguard.citation)),
        (unclosed, scene.open(GapCode::ClosureMissing, &field("due"), &safeguard.citation)),
        scene.unconfirmed(status.carried, &field("carried"), &safeguard.citation),
    ])
}

/// What the decision on an addressable specification lacks: 45 CFR 164.306(d)(3).
fn with_decision(
    scene: &Scene<'_>,
    safeguard: &Safeguard,
    status: Option<&SafeguardStatus>,
    decision: Option<(usize, &AddressableDecision)>,
) -> Vec<Found> {
    if safeguard.designation != Designation::Addressable {
        return Vec::new();
    }
    let Some((place, decision)) = decision else {
        return vec![scene.open(GapCode::DecisionMissing, "/decisions", &safeguard.citation)];
    };
    let arguments = [
        &decision.contribution,
        &decision.size,
        &decision.infrastructure,
        &decision.cost,
        &decision.probability,
        &decision.rationale,
    ];
    let alternative = decision.alternative.as_ref().is_some_and(|alternative| !blank(alternative));
    let incomplete =
        arguments.into_iter().any(|argument| blank(argument)) || !decision.reasonable && !alternative;
    let other = status.is_some_and(|status| status.status == SafeguardState::Alternative);
    let path = format!("/decisions/{place}");
    only([
        (incomplete, scene.open(GapCode::DecisionIncomplete, &path, &safeguard.citation)),
        (
            other && decision.approval.is_none(),
            scene.open(GapCode::DecisionNotApproved, &format!("{path}/approval"), &safeguard.citation),
        ),
        scene.unconfirmed(decision.carried, &format!("{path}/carried"), &safeguard.citation),
    ])
}
