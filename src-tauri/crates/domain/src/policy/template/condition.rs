//! When a part of a template is for an organization: by size, kind, capacity under Part 171, and facts.

use crate::organization::{ActorType, EntityKind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// Everything that must hold; an empty list asks for nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Condition {
    /// One of these sizes.
    pub size: Vec<Size>,
    /// One of these kinds of entity.
    pub kind: Vec<EntityKind>,
    /// One of these capacities.
    pub actor: Vec<ActorType>,
    /// All of these facts.
    pub has: Vec<Fact>,
    /// None of these facts.
    pub lacks: Vec<Fact>,
}

impl Condition {
    /// Whether it holds for an organization.
    #[must_use]
    pub fn holds(&self, size: Size, kind: EntityKind, actors: &[ActorType], facts: &BTreeSet<Fact>) -> bool {
        (self.size.is_empty() || self.size.contains(&size))
            && (self.kind.is_empty() || self.kind.contains(&kind))
            && (self.actor.is_empty() || self.actor.iter().any(|one| actors.contains(one)))
            && self.has.iter().all(|fact| facts.contains(fact))
            && !self.lacks.iter().any(|fact| facts.contains(fact))
    }

    /// Whether it holds for every organization.
    #[must_use]
    pub fn is_always(&self) -> bool {
        *self == Self::default()
    }
}

/// Size by workforce; the rule sets no bands, these are ours: 45 CFR 164.306(b)(2)(i).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum Size {
    /// Up to 50 people.
    Small,
    /// 51 to 500.
    Medium,
    /// Above 500.
    Large,
}

impl Size {
    /// Every size, smallest first.
    pub const ALL: [Self; 3] = [Self::Small, Self::Medium, Self::Large];

    /// The size of a workforce.
    #[must_use]
    pub const fn of(workforce: u32) -> Self {
        match workforce {
            0..=50 => Self::Small,
            51..=500 => Self::Medium,
            _ => Self::Large,
        }
    }
}

/// Something that an organization has or has not.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// People work away from all sites.
    RemoteWork,
    /// Care at a distance.
    Telehealth,
    /// Medical devices on the network.
    MedicalDevices,
    /// Systems on the premises.
    OnPremises,
    /// Services run by vendors.
    Hosted,
    /// Work around the clock.
    AroundTheClock,
    /// Emergency or inpatient care.
    Inpatient,
    /// Research.
    Research,
    /// More than one site.
    MultipleSites,
    /// Programming interfaces or exchange connections.
    Interfaces,
    /// Records of a 42 CFR Part 2 program.
    #[serde(rename = "part_2")]
    Part2,
    /// Business associates.
    BusinessAssociates,
    /// Devices that leave a desk.
    MobileDevices,
    /// Affiliated covered entity or organized health care arrangement.
    Affiliated,
    /// A merger within the last year.
    Merger,
    /// Somebody beside the security official can approve.
    SecondPerson,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bands_meet() {
        let table = [
            (1, Size::Small),
            (50, Size::Small),
            (51, Size::Medium),
            (500, Size::Medium),
            (501, Size::Large),
        ];
        for (workforce, expected) in table {
            assert_eq!(Size::of(workforce), expected, "{workforce}");
        }
    }

    #[test]
    fn each_part_of_a_condition_counts() {
        let facts = BTreeSet::from([Fact::RemoteWork]);
        let holds = |condition: &Condition| {
            condition.holds(Size::Small, EntityKind::CoveredEntity, &[ActorType::HealthCareProvider], &facts)
        };
        let parts = [
            (Condition::default(), true),
            (Condition { size: vec![Size::Small, Size::Large], ..Condition::default() }, true),
            (Condition { size: vec![Size::Large], ..Condition::default() }, false),
            (Condition { kind: vec![EntityKind::BusinessAssociate], ..Condition::default() }, false),
            (Condition { actor: vec![ActorType::HealthCareProvider], ..Condition::default() }, true),
            (Condition { actor: vec![ActorType::HealthInformationNetwork], ..Condition::default() }, false),
            (Condition { has: vec![Fact::RemoteWork], ..Condition::default() }, true),
            (Condition { has: vec![Fact::RemoteWork, Fact::Telehealth], ..Condition::default() }, false),
            (Condition { lacks: vec![Fact::RemoteWork], ..Condition::default() }, false),
            (Condition { lacks: vec![Fact::Telehealth], ..Condition::default() }, true),
        ];
        for (condition, expected) in parts {
            assert_eq!(holds(&condition), expected, "{condition:?}");
        }
    }
}
