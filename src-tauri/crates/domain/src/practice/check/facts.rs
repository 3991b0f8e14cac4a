//! The content of a workspace, indexed once for the check of many practices.
//!
//! What is found here is found by number and day; what it means for a criterion belongs to `predicate`.

use super::limit::Placed;
use super::subject::Versioned;
use crate::assessment::register::Registers;
use crate::catalogue::Catalogue;
use crate::number::PolicyNumber;
use crate::organization::{Evidence, Person};
use crate::policy::Policy;
use crate::workspace::Content;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use std::collections::{BTreeMap, BTreeSet};

/// Indexes over one content; build once, check many practices.
#[derive(Debug)]
pub struct Facts<'a> {
    /// The law and the catalogues.
    pub catalogue: &'a Catalogue,
    /// What is recorded.
    pub content: &'a Content,
    /// Assessments and risks.
    pub registers: Registers<'a>,
    people: BTreeMap<&'a str, &'a Person>,
    evidence: BTreeMap<&'a str, &'a Evidence>,
    policies: BTreeMap<&'a str, &'a Policy>,
    duties: BTreeMap<(String, String, Option<String>), Vec<Placed<'a>>>,
    broken_seals: BTreeSet<(PolicyNumber, String)>,
    zone: TimeZone,
}

impl<'a> Facts<'a> {
    /// The indexes; linear in the content but for the logarithm of look-up.
    #[must_use]
    pub fn new(catalogue: &'a Catalogue, content: &'a Content) -> Self {
        Self {
            catalogue,
            content,
            registers: Registers::new(&content.assessments),
            people: content.people.iter().map(|person| (person.number.as_str(), person)).collect(),
            evidence: content.evidence.iter().map(|item| (item.number.as_str(), item)).collect(),
            policies: content.policies.iter().map(|policy| (policy.number.as_str(), policy)).collect(),
            duties: duties(&content.policies),
            broken_seals: BTreeSet::new(),
            zone: zone(&content.organization.time_zone),
        }
    }

    /// The same facts, with the versions whose text is not the one that was sealed, by policy and number.
    #[must_use]
    pub fn with_broken_seals(self, broken: impl IntoIterator<Item = (PolicyNumber, String)>) -> Self {
        Self { broken_seals: broken.into_iter().collect(), ..self }
    }

    /// Whether the text of a version is not the one that was sealed.
    #[must_use]
    pub fn has_broken_seal(&self, named: Versioned<'_>) -> bool {
        self.broken_seals.contains(&(named.policy.number.clone(), named.version.number.clone()))
    }

    /// The person with the number.
    #[must_use]
    pub fn person(&self, number: &str) -> Option<&'a Person> {
        self.people.get(number).copied()
    }

    /// The item of evidence with the number.
    #[must_use]
    pub fn evidence(&self, number: &str) -> Option<&'a Evidence> {
        self.evidence.get(number).copied()
    }

    /// The policy with the number.
    #[must_use]
    pub fn policy(&self, number: &str) -> Option<&'a Policy> {
        self.policies.get(number).copied()
    }

    /// Whether the person was security official or the official's deputy on the day.
    #[must_use]
    pub fn is_security_official(&self, person: &str, day: Date) -> bool {
        let person = self.person(person);
        person.is_some_and(|person| self.content.organization.has_security_official(person, day))
    }

    /// The timeframes in force on the day that speak of the same trigger, action and severity.
    #[must_use]
    pub fn same_duty(&self, placed: &Placed<'_>, day: Date) -> Vec<Placed<'a>> {
        let same = self.duties.get(&placed.timeframe.duty()).into_iter().flatten().copied();
        let current = |other: &Placed<'_>| {
            let in_force = other.named.policy.in_force_on(day);
            in_force.is_some_and(|version| version.number == other.named.version.number)
        };
        same.filter(current).collect()
    }

    /// The civil date of an instant in the organization's time zone.
    #[must_use]
    pub fn date_of(&self, instant: Timestamp) -> Date {
        self.zone.to_datetime(instant).date()
    }
}

/// The timeframes of all versions by what they speak of.
fn duties(policies: &[Policy]) -> BTreeMap<(String, String, Option<String>), Vec<Placed<'_>>> {
    let mut duties: BTreeMap<_, Vec<Placed<'_>>> = BTreeMap::new();
    for policy in policies {
        for version in &policy.versions {
            let named = Versioned { policy, version };
            for timeframe in &version.timeframes {
                let placed = Placed { named, timeframe };
                duties.entry(placed.timeframe.duty()).or_default().push(placed);
            }
        }
    }
    duties
}

/// The zone by its IANA name from the data built into the program; UTC where the name is unknown.
fn zone(name: &str) -> TimeZone {
    TimeZoneDatabase::bundled().get(name).unwrap_or(TimeZone::UTC)
}
