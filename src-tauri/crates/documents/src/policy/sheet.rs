//! What a policy is printed from, with the look-ups that sections share.

use riskwright_domain::assessment::Assessment;
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::framework::{OwnFramework, Standards};
use riskwright_domain::number::{PersonNumber, RiskNumber};
use riskwright_domain::organization::{Organization, Person};
use riskwright_domain::policy::{Policy, PolicyVersion};
use riskwright_domain::risk::Risk;
use riskwright_domain::workspace::Content;
use serde_json::{Value, json};

/// One version of one policy and what it speaks of.
#[derive(Debug, Clone, Copy)]
pub struct Sheet<'a> {
    /// The law and the catalogues.
    pub catalogue: &'a Catalogue,
    /// The legal entity.
    pub organization: &'a Organization,
    /// People by number.
    pub people: &'a [Person],
    /// Standards of the organization's own.
    pub frameworks: &'a [OwnFramework],
    /// All policies, for what is incorporated.
    pub policies: &'a [Policy],
    /// The policy.
    pub policy: &'a Policy,
    /// The version.
    pub version: &'a PolicyVersion,
    /// The assessment it was prepared from.
    pub assessment: Option<&'a Assessment>,
}

impl<'a> Sheet<'a> {
    /// The sheet of a version within a workspace's content.
    #[must_use]
    pub fn of(
        catalogue: &'a Catalogue,
        content: &'a Content,
        policy: &'a Policy,
        version: &'a PolicyVersion,
    ) -> Self {
        let named = version.assessment.as_ref();
        Self {
            catalogue,
            organization: &content.organization,
            people: &content.people,
            frameworks: &content.frameworks,
            policies: &content.policies,
            policy,
            version,
            assessment: named.and_then(|number| content.assessments.iter().find(|one| one.number == *number)),
        }
    }

    /// The frameworks that statements may follow.
    #[must_use]
    pub fn standards(&self) -> Standards<'a> {
        Standards { catalogue: self.catalogue, own: self.frameworks }
    }

    /// The person's name, or the number where it names nobody.
    #[must_use]
    pub fn person(&self, number: &PersonNumber) -> String {
        self.people
            .iter()
            .find(|person| person.number == *number)
            .map_or_else(|| number.to_string(), |person| person.name.clone())
    }

    /// The person's name and title.
    #[must_use]
    pub fn person_with_title(&self, number: &PersonNumber) -> String {
        self.people
            .iter()
            .find(|person| person.number == *number)
            .map_or_else(|| number.to_string(), |person| format!("{}, {}", person.name, person.title))
    }

    /// The risk of the assessment.
    #[must_use]
    pub fn risk(&self, number: &RiskNumber) -> Option<&'a Risk> {
        self.assessment?.risks.iter().find(|risk| risk.number == *number)
    }

    /// The name of a risk's threat.
    #[must_use]
    pub fn threat_name(&self, risk: &Risk) -> String {
        let own =
            self.assessment.and_then(|one| one.own_threats.iter().find(|threat| threat.id == risk.threat));
        own.map(|threat| threat.name.clone())
            .or_else(|| self.catalogue.threat(risk.threat.as_str()).map(|threat| threat.name.clone()))
            .unwrap_or_else(|| risk.threat.to_string())
    }

    /// The name of a risk's asset.
    #[must_use]
    pub fn asset_name(&self, risk: &Risk) -> String {
        self.assessment
            .and_then(|one| one.assets.iter().find(|asset| asset.number == risk.asset))
            .map_or_else(|| risk.asset.to_string(), |asset| asset.name.clone())
    }

    /// Risks that the statements answer, each once, in the order of their numbers.
    #[must_use]
    pub fn linked_risks(&self) -> Vec<&'a Risk> {
        let mut numbers: Vec<&RiskNumber> = self
            .version
            .statements
            .iter()
            .flat_map(|statement| statement.risks.iter().map(|link| &link.risk))
            .collect();
        numbers.sort();
        numbers.dedup();
        numbers.into_iter().filter_map(|number| self.risk(number)).collect()
    }

    /// What a template may name.
    #[must_use]
    pub fn context(&self) -> Value {
        json!({
            "organization": { "name": self.organization.name, "workforce": self.organization.workforce, "sites": self.organization.sites.len() },
            "policy": { "number": self.policy.number, "title": self.policy.title, "may_restrict_ehi": self.policy.may_restrict_ehi },
            "version": { "number": self.version.number, "review_months": self.version.review_months },
            "assessment": self.assessment.map(|one| json!({ "number": one.number, "year": one.year, "approved_on": one.approved_on() })),
        })
    }
}
