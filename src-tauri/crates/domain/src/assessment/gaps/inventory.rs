//! The inventory: an owner and three ratings for each asset, a risk or the reason why none applies; what came forward.

use super::{GapCode, Item, Scene, only};
use crate::text::blank;
use std::collections::BTreeSet;

/// One item an asset; one gap if there is none.
pub fn items(scene: &Scene<'_>) -> Vec<Item> {
    let mut items = assets(scene);
    items.extend(carried(scene));
    items
}

/// Flows and vendors that wait to be confirmed; they lack nothing else.
fn carried(scene: &Scene<'_>) -> Vec<Item> {
    let flows = scene.assessment.flows.iter().enumerate().filter(|(_, flow)| flow.carried);
    let flows = flows.map(|(at, flow)| (format!("/flows/{at}"), format!("{} {}", flow.from, flow.method)));
    let vendors = scene.assessment.vendors.iter().enumerate().filter(|(_, vendor)| vendor.carried);
    let vendors = vendors.map(|(at, vendor)| (format!("/vendors/{at}"), vendor.number.to_string()));
    flows.chain(vendors).map(|(path, subject)| only([scene.unconfirmed(true, &path, subject)])).collect()
}

fn assets(scene: &Scene<'_>) -> Vec<Item> {
    if scene.assessment.assets.is_empty() {
        return vec![vec![scene.blocking(GapCode::NoAsset, "/assets", &scene.assessment.number)]];
    }
    let people: BTreeSet<_> = scene.content.people.iter().map(|person| &person.number).collect();
    let at_risk: BTreeSet<_> = scene.assessment.risks.iter().map(|risk| &risk.asset).collect();
    let assets = scene.assessment.assets.iter().enumerate();
    let items = assets.map(|(place, asset)| {
        let field = |field: &str| format!("/assets/{place}/{field}");
        let unowned = asset.owner.as_ref().is_none_or(|owner| !people.contains(owner));
        let reasoned = asset.no_risk_reason.as_ref().is_some_and(|reason| !blank(reason));
        only([
            (unowned, scene.blocking(GapCode::OwnerMissing, &field("owner"), &asset.number)),
            (
                asset.criticality.is_none(),
                scene.blocking(GapCode::CriticalityMissing, &field("criticality"), &asset.number),
            ),
            (
                !reasoned && !at_risk.contains(&asset.number),
                scene.open(GapCode::AssetWithoutRisk, &field("no_risk_reason"), &asset.number),
            ),
            scene.unconfirmed(asset.carried, &field("carried"), &asset.number),
        ])
    });
    items.collect()
}
