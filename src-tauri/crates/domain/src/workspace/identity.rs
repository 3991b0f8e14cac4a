//! Identities for records that have none yet: those written by hand.

use super::Content;
use crate::assessment::Assessment;
use crate::number::{AssetNumber, RiskNumber, StatementNumber};
use crate::policy::Policy;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Gives each record with the nil identity one from `next`.
///
/// Assets and risks keep theirs across assessments, statements across the versions of a policy.
pub fn give_ids(content: &mut Content, mut next: impl FnMut() -> Uuid) {
    give(&mut content.organization.id, &mut next);
    content.people.iter_mut().for_each(|one| give(&mut one.id, &mut next));
    content.evidence.iter_mut().for_each(|one| give(&mut one.id, &mut next));
    give_in_assessments(&mut content.assessments, &mut next);
    content.policies.iter_mut().for_each(|one| give_in_policy(one, &mut next));
    content.practices.iter_mut().for_each(|one| give(&mut one.id, &mut next));
    content.triggers.iter_mut().for_each(|one| give(&mut one.id, &mut next));
    content.incidents.iter_mut().for_each(|one| give(&mut one.id, &mut next));
}

fn give_in_assessments(assessments: &mut [Assessment], next: &mut impl FnMut() -> Uuid) {
    let mut assets: BTreeMap<AssetNumber, Uuid> = BTreeMap::new();
    let mut risks: BTreeMap<RiskNumber, Uuid> = BTreeMap::new();
    for assessment in assessments {
        give(&mut assessment.id, next);
        for asset in &mut assessment.assets {
            share(&mut asset.id, assets.entry(asset.number.clone()), next);
        }
        for risk in &mut assessment.risks {
            share(&mut risk.id, risks.entry(risk.number.clone()), next);
        }
    }
}

fn give_in_policy(policy: &mut Policy, next: &mut impl FnMut() -> Uuid) {
    give(&mut policy.id, next);
    let mut statements: BTreeMap<StatementNumber, Uuid> = BTreeMap::new();
    for version in &mut policy.versions {
        give(&mut version.id, next);
        for statement in &mut version.statements {
            share(&mut statement.id, statements.entry(statement.number.clone()), next);
        }
    }
}

fn give(id: &mut Uuid, next: &mut impl FnMut() -> Uuid) {
    if id.is_nil() {
        *id = next();
    }
}

fn share<K: Ord>(
    id: &mut Uuid,
    known: std::collections::btree_map::Entry<'_, K, Uuid>,
    next: &mut impl FnMut() -> Uuid,
) {
    let shared = *known.or_insert_with(|| if id.is_nil() { next() } else { *id });
    if id.is_nil() {
        *id = shared;
    }
}
