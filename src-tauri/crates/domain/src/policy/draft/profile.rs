//! What a template may ask about an organization.

use crate::assessment::{Assessment, Asset, AssetKind};
use crate::organization::{ActorType, Complexity, EntityKind, Organization};
use crate::policy::template::{Condition, Fact, Size};
use crate::workspace::Content;
use std::collections::BTreeSet;

/// Size, kind, capacities and facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile<'a> {
    /// Size by workforce.
    pub size: Size,
    /// Kind of entity.
    pub kind: EntityKind,
    /// Capacities under Part 171.
    pub actors: &'a [ActorType],
    /// What it has.
    pub facts: BTreeSet<Fact>,
}

impl<'a> Profile<'a> {
    /// That of an organization with the inventory of an assessment.
    #[must_use]
    pub fn of(content: &'a Content, assessment: &Assessment) -> Self {
        let organization = &content.organization;
        let facts = of_organization(organization).into_iter().chain(of_inventory(assessment));
        Self {
            size: Size::of(organization.workforce),
            kind: organization.kind,
            actors: &organization.actor_types,
            facts: facts.filter(|(_, there)| *there).map(|(fact, _)| fact).collect(),
        }
    }

    /// Whether a condition holds.
    #[must_use]
    pub fn holds(&self, condition: &Condition) -> bool {
        condition.holds(self.size, self.kind, self.actors, &self.facts)
    }
}

fn of_organization(one: &Organization) -> [(Fact, bool); 10] {
    let has = |what: Complexity| one.complexity.contains(&what);
    [
        (Fact::RemoteWork, one.remote_workers.is_some_and(|people| people > 0)),
        (Fact::Telehealth, has(Complexity::Telehealth)),
        (Fact::MedicalDevices, has(Complexity::NetworkedMedicalDevices)),
        (Fact::OnPremises, has(Complexity::OnPremisesServers)),
        (Fact::AroundTheClock, has(Complexity::AroundTheClock)),
        (Fact::Inpatient, has(Complexity::EmergencyOrInpatient)),
        (Fact::Research, has(Complexity::Research)),
        (Fact::MultipleSites, one.sites.len() > 1),
        (Fact::Affiliated, has(Complexity::AffiliatedOrOrganized)),
        (Fact::SecondPerson, !one.no_second_person),
    ]
}

fn of_inventory(assessment: &Assessment) -> [(Fact, bool); 6] {
    let any = |fits: &dyn Fn(&Asset) -> bool| assessment.assets.iter().any(fits);
    let kind = |kind: AssetKind| any(&|asset| asset.kind == kind);
    [
        (Fact::OnPremises, kind(AssetKind::System)),
        (Fact::Hosted, kind(AssetKind::HostedService)),
        (Fact::Interfaces, kind(AssetKind::Interface)),
        (Fact::Part2, any(&|asset| asset.part_2_records)),
        (Fact::MobileDevices, kind(AssetKind::Device)),
        (Fact::BusinessAssociates, assessment.vendors.iter().any(|vendor| vendor.business_associate)),
    ]
}
