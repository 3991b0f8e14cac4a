//! A status for each safeguard item that the rule allows for it, and a decision for each addressable one.

use super::{Found, GapCode, Item, Scene, only};
use crate::assessment::{AddressableDecision, SafeguardState, SafeguardStatus, decision};
use crate::catalogue::Safeguard;
use crate::number::Citation;
use crate::text::blank;
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

/// What a status lacks.
fn with_status(
    scene: &Scene<'_>,
    safeguard: &Safeguard,
    place: usize,
    status: &SafeguardStatus,
) -> Vec<Found> {
    let field = |field: &str| format!("/safeguards/{place}/{field}");
    let refused = !decision::allowed(safeguard).contains(&status.status);
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

/// What the decision on an addressable specification lacks, one gap a field: 45 CFR 164.306(d)(3).
fn with_decision(
    scene: &Scene<'_>,
    safeguard: &Safeguard,
    status: Option<&SafeguardStatus>,
    decision: Option<(usize, &AddressableDecision)>,
) -> Vec<Found> {
    if !decision::is_asked(safeguard, status) {
        return Vec::new();
    }
    let Some((place, decision)) = decision else {
        return vec![scene.open(GapCode::DecisionMissing, "/decisions", &safeguard.citation)];
    };
    let field = |field: &str| format!("/decisions/{place}/{field}");
    let lacks = decision::lacks(decision, status, scene.on).into_iter();
    let incomplete = |field: String| scene.open(GapCode::DecisionIncomplete, &field, &safeguard.citation);
    let mut found: Vec<_> = lacks.map(|lack| incomplete(field(lack.field()))).collect();
    let other = status.is_some_and(|status| status.status == SafeguardState::Alternative);
    let unapproved = scene.open(GapCode::DecisionNotApproved, &field("approval"), &safeguard.citation);
    found.extend(only([
        (other && decision.approval.is_none(), unapproved),
        scene.unconfirmed(decision.carried, &field("carried"), &safeguard.citation),
    ]));
    found
}
