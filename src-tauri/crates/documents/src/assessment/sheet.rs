//! What reports are made from, with the look-ups they share; each look-up takes logarithmic time.

use crate::block::Run;
use jiff::civil::Date;
use riskwright_domain::assessment::{Assessment, Asset, OwnThreat, Vendor};
use riskwright_domain::audit::Head;
use riskwright_domain::catalogue::{Catalogue, SecurityRule};
use riskwright_domain::number::{AssetNumber, Citation, EvidenceNumber, PersonNumber, RiskNumber, ThreatId};
use riskwright_domain::organization::{Evidence, Organization, Person};
use riskwright_domain::policy::coverage::{CoverageState, coverage};
use riskwright_domain::risk::Risk;
use riskwright_domain::workspace::Content;
use std::collections::{BTreeMap, BTreeSet};

/// What a copy of a report says of itself.
#[derive(Debug, Clone, Copy)]
pub struct Copy<'a> {
    /// Day it was made, in the organization's time zone.
    pub made_on: Date,
    /// Name of who made it.
    pub made_by: &'a str,
    /// End of the workspace's trail then.
    pub head: &'a Head,
}

/// One assessment and everything its reports speak of.
#[derive(Debug)]
pub struct Sheet<'a> {
    /// The law and the catalogues.
    pub catalogue: &'a Catalogue,
    /// The whole content.
    pub content: &'a Content,
    /// The assessment.
    pub assessment: &'a Assessment,
    /// The copy that is being made.
    pub copy: Copy<'a>,
    people: BTreeMap<&'a str, &'a Person>,
    evidence: BTreeMap<&'a str, &'a Evidence>,
    assets: BTreeMap<&'a str, &'a Asset>,
    vendors: BTreeMap<&'a str, &'a Vendor>,
    own_threats: BTreeMap<&'a str, &'a OwnThreat>,
    risks: BTreeSet<&'a str>,
    policies: BTreeMap<&'a str, BTreeSet<&'a str>>,
    coverage: BTreeMap<RiskNumber, CoverageState>,
}

impl<'a> Sheet<'a> {
    /// The sheet of an assessment within a content; coverage is that of the copy's day.
    #[must_use]
    pub fn of(
        catalogue: &'a Catalogue,
        content: &'a Content,
        assessment: &'a Assessment,
        copy: Copy<'a>,
    ) -> Self {
        Self {
            catalogue,
            content,
            assessment,
            copy,
            people: content.people.iter().map(|one| (one.number.as_str(), one)).collect(),
            evidence: content.evidence.iter().map(|one| (one.number.as_str(), one)).collect(),
            assets: assessment.assets.iter().map(|one| (one.number.as_str(), one)).collect(),
            vendors: assessment.vendors.iter().map(|one| (one.number.as_str(), one)).collect(),
            own_threats: assessment.own_threats.iter().map(|one| (one.id.as_str(), one)).collect(),
            risks: assessment.risks.iter().map(|one| one.number.as_str()).collect(),
            policies: policies(content),
            coverage: covered(content, assessment, copy.made_on),
        }
    }

    /// The legal entity.
    #[must_use]
    pub fn organization(&self) -> &'a Organization {
        &self.content.organization
    }

    /// The Security Rule as it was in force when the assessment was approved, else on the copy's day.
    #[must_use]
    pub fn rule(&self) -> Option<&'a SecurityRule> {
        let day = self.assessment.approved_on().unwrap_or(self.copy.made_on);
        self.catalogue.security_rules.on(day).or_else(|| self.catalogue.security_rules.latest())
    }

    /// The assessment that this one follows, if the content has it.
    #[must_use]
    pub fn previous(&self) -> Option<&'a Assessment> {
        let number = self.assessment.previous.as_ref()?;
        self.content.assessments.iter().find(|one| one.number == *number)
    }

    /// The person's name, or the number where it names nobody.
    #[must_use]
    pub fn person(&self, number: &PersonNumber) -> String {
        self.people.get(number.as_str()).map_or_else(|| number.to_string(), |one| one.name.clone())
    }

    /// Name and job title, or the number where it names nobody.
    #[must_use]
    pub fn person_with_title(&self, number: &PersonNumber) -> String {
        let known = self.people.get(number.as_str());
        known.map_or_else(|| number.to_string(), |one| format!("{}, {}", one.name, one.title))
    }

    /// The asset's name, or the number where the inventory does not have it.
    #[must_use]
    pub fn asset(&self, number: &AssetNumber) -> String {
        self.assets.get(number.as_str()).map_or_else(|| number.to_string(), |one| one.name.clone())
    }

    /// The vendor's name, or the number.
    #[must_use]
    pub fn vendor(&self, number: &str) -> String {
        self.vendors.get(number).map_or_else(|| number.to_owned(), |one| one.name.clone())
    }

    /// The threat's name: the organization's own, the catalogue's, or the id.
    #[must_use]
    pub fn threat(&self, id: &ThreatId) -> String {
        let own = self.own_threats.get(id.as_str()).map(|one| one.name.clone());
        own.or_else(|| self.catalogue.threat(id.as_str()).map(|one| one.name.clone()))
            .unwrap_or_else(|| id.to_string())
    }

    /// The item of evidence, if the register has it.
    #[must_use]
    pub fn evidence(&self, number: &EvidenceNumber) -> Option<&'a Evidence> {
        self.evidence.get(number.as_str()).copied()
    }

    /// Title of a safeguard item, or its citation.
    #[must_use]
    pub fn safeguard(&self, citation: &Citation) -> String {
        let known = self.rule().and_then(|rule| rule.safeguards.get(citation.as_str()));
        known.map_or_else(|| citation.to_string(), |item| item.title.clone())
    }

    /// Vulnerabilities and predisposing conditions of a risk in words.
    #[must_use]
    pub fn weaknesses(&self, risk: &Risk) -> Vec<String> {
        let known = risk.vulnerabilities.iter().map(|id| {
            self.catalogue.vulnerability(id.as_str()).map_or_else(|| id.to_string(), |one| one.name.clone())
        });
        let conditions = risk.predisposing_conditions.iter().map(|id| {
            let known = self.catalogue.predisposing_condition(id.as_str());
            known.map_or_else(|| id.to_string(), |one| one.name.clone())
        });
        known.chain(conditions).collect()
    }

    /// Policies whose newest version answers the risk, by number.
    #[must_use]
    pub fn policies_answering(&self, risk: &RiskNumber) -> Vec<&'a str> {
        self.policies.get(risk.as_str()).into_iter().flatten().copied().collect()
    }

    /// Whether policy covers the risk on the copy's day; none where another register counts or the risk is over.
    #[must_use]
    pub fn coverage(&self, risk: &RiskNumber) -> Option<CoverageState> {
        self.coverage.get(risk).copied()
    }

    /// Every risk, the highest level first; those that nobody rated come last.
    #[must_use]
    pub fn ranked(&self) -> Vec<&'a Risk> {
        let mut risks: Vec<&Risk> = self.assessment.risks.iter().collect();
        let rank = |risk: &Risk| risk.rating().map(|rating| (rating.level, rating.rank_score));
        risks.sort_by(|one, other| rank(other).cmp(&rank(one)).then_with(|| one.number.cmp(&other.number)));
        risks
    }

    /// Numbers as links to the cards of the report's register, with commas between them.
    #[must_use]
    pub fn risk_links(&self, numbers: &[RiskNumber]) -> Vec<Run> {
        let mut runs = Vec::new();
        for number in numbers {
            if !runs.is_empty() {
                runs.push(Run::plain(", "));
            }
            let text = number.as_str();
            runs.push(if self.risks.contains(text) {
                Run::link(text, super::risk_card::id(number))
            } else {
                Run::plain(text)
            });
        }
        runs
    }
}

fn policies(content: &Content) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut answering: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for policy in &content.policies {
        let statements = policy.newest().into_iter().flat_map(|version| &version.statements);
        for link in statements.flat_map(|statement| &statement.risks) {
            answering.entry(link.risk.as_str()).or_default().insert(policy.number.as_str());
        }
    }
    answering
}

fn covered(content: &Content, assessment: &Assessment, day: Date) -> BTreeMap<RiskNumber, CoverageState> {
    let coverage = coverage(content, day);
    if coverage.assessment.as_ref() != Some(&assessment.number) {
        return BTreeMap::new();
    }
    coverage.risks.into_iter().map(|one| (one.risk, one.state)).collect()
}
