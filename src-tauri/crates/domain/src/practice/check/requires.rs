//! Which criteria wait for which: only those at the root of a fault are named.

use crate::catalogue::{Criterion, CriterionBasis};
use crate::number::CriterionId;
use std::collections::{BTreeMap, BTreeSet};

/// What each criterion requires, directly or through others.
pub(super) struct Requires<'a> {
    below: BTreeMap<&'a CriterionId, BTreeSet<&'a CriterionId>>,
}

impl<'a> Requires<'a> {
    /// The dependencies among these criteria; what is not among them, or is a rule of the product, is no reason
    /// to wait.
    pub(super) fn new(criteria: impl Iterator<Item = &'a Criterion> + Clone) -> Self {
        let strict = criteria.clone().filter(|criterion| criterion.basis != CriterionBasis::ProductRule);
        let known: BTreeMap<&CriterionId, &Criterion> =
            strict.map(|criterion| (&criterion.id, criterion)).collect();
        let below = criteria.map(|criterion| (&criterion.id, closure(criterion, &known))).collect();
        Self { below }
    }

    /// The criteria not met that this one waits for and that wait for none themselves.
    pub(super) fn roots(&self, id: &CriterionId, not_met: &BTreeSet<&CriterionId>) -> Vec<CriterionId> {
        let failing = self.below(id).filter(|required| not_met.contains(required));
        let roots = failing.filter(|required| self.below(required).all(|deeper| !not_met.contains(deeper)));
        roots.cloned().collect()
    }

    fn below(&self, id: &CriterionId) -> impl Iterator<Item = &'a CriterionId> + '_ {
        self.below.get(id).into_iter().flatten().copied()
    }
}

fn closure<'a>(
    criterion: &'a Criterion,
    known: &BTreeMap<&'a CriterionId, &'a Criterion>,
) -> BTreeSet<&'a CriterionId> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&Criterion> = vec![criterion];
    while let Some(next) = open.pop() {
        for (id, required) in next.requires.iter().filter_map(|id| known.get_key_value(id)) {
            if found.insert(*id) {
                open.push(required);
            }
        }
    }
    found
}
