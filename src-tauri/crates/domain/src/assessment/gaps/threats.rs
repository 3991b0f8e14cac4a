//! A disposition for each threat of the catalogue and each of the organization's own; none unsure.

use super::{Found, GapCode, Item, Scene, only};
use crate::assessment::{ThreatAnswer, ThreatDisposition};
use crate::number::ThreatId;
use crate::text::blank;
use std::collections::BTreeMap;

/// One item a threat.
pub fn items(scene: &Scene<'_>) -> Vec<Item> {
    let dispositions: BTreeMap<&ThreatId, (usize, &ThreatDisposition)> =
        scene.assessment.threats.iter().enumerate().map(|(place, one)| (&one.threat, (place, one))).collect();
    let editions = &scene.catalogue.threat_catalogues;
    let catalogue = editions.get(&scene.assessment.catalogue).or(editions.latest());
    let listed =
        catalogue.into_iter().flat_map(|catalogue| catalogue.threats.iter()).map(|threat| &threat.id);
    let own = scene.assessment.own_threats.iter().map(|threat| &threat.id);
    let items = listed.chain(own).map(|threat| match dispositions.get(threat) {
        None => vec![scene.blocking(GapCode::ThreatUndecided, "/threats", threat)],
        Some((place, disposition)) => decided(scene, *place, disposition),
    });
    items.chain(carried(scene)).collect()
}

/// Threats of the organization's own that wait to be confirmed.
fn carried<'a>(scene: &'a Scene<'_>) -> impl Iterator<Item = Item> + 'a {
    let own = scene.assessment.own_threats.iter().enumerate().filter(|(_, threat)| threat.carried);
    own.map(|(at, threat)| only([scene.unconfirmed(true, &format!("/own_threats/{at}"), &threat.id)]))
}

fn decided(scene: &Scene<'_>, place: usize, disposition: &ThreatDisposition) -> Vec<Found> {
    let unsure = disposition.answer == ThreatAnswer::Unsure;
    let reasoned = disposition.reason.as_ref().is_some_and(|reason| !blank(reason));
    let excluded = disposition.answer == ThreatAnswer::NotApplicable;
    let field = |field: &str| format!("/threats/{place}/{field}");
    only([
        (unsure, scene.blocking(GapCode::ThreatUnsure, &field("answer"), &disposition.threat)),
        (
            excluded && !reasoned,
            scene.blocking(GapCode::ReasonMissing, &field("reason"), &disposition.threat),
        ),
        scene.unconfirmed(disposition.carried, &field("carried"), &disposition.threat),
    ])
}
