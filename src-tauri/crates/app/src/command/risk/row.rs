//! Rows of the register, made from indexes, so that a large register takes no longer than its risks.

use super::RiskRow;
use crate::words;
use jiff::civil::Date;
use riskwright_domain::assessment::Assessment;
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::number::{AssetNumber, PersonNumber, RiskNumber, ThreatId};
use riskwright_domain::policy::coverage::{CoverageState, coverage};
use riskwright_domain::risk::Risk;
use riskwright_domain::workspace::Content;
use std::collections::BTreeMap;

/// Names behind the numbers of risks, policies that answer them, and how well they are covered on a day.
pub struct Names<'a> {
    content: &'a Content,
    threats: BTreeMap<&'a ThreatId, &'a str>,
    assets: BTreeMap<&'a AssetNumber, &'a str>,
    people: BTreeMap<&'a PersonNumber, &'a str>,
    policies: BTreeMap<&'a RiskNumber, Vec<String>>,
    coverage: BTreeMap<RiskNumber, CoverageState>,
}

impl<'a> Names<'a> {
    /// The names of a content; of a name that assessments give twice the newest counts.
    pub fn of(content: &'a Content, on: Date) -> Self {
        let assessments = || content.assessments.iter();
        let own = |assessment: &'a Assessment| {
            assessment.own_threats.iter().map(|own| (&own.id, own.name.as_str()))
        };
        let assets = |assessment: &'a Assessment| {
            assessment.assets.iter().map(|asset| (&asset.number, asset.name.as_str()))
        };
        let covered = coverage(content, on).risks.into_iter().map(|risk| (risk.risk, risk.state));
        Self {
            content,
            threats: assessments().flat_map(own).collect(),
            assets: assessments().flat_map(assets).collect(),
            people: content.people.iter().map(|person| (&person.number, person.name.as_str())).collect(),
            policies: policies(content),
            coverage: covered.collect(),
        }
    }

    /// The row of a risk.
    pub fn row(&self, risk: &Risk) -> RiskRow {
        let rating = risk.rating();
        let uncovered = CoverageState::Uncovered;
        RiskRow {
            number: risk.number.clone(),
            threat_id: risk.threat.to_string(),
            threat: self.threat(&risk.threat),
            asset_number: risk.asset.clone(),
            asset: named(self.assets.get(&risk.asset), &risk.asset),
            vulnerability: words::vulnerabilities(risk, Catalogue::embedded()),
            residual: risk.residual,
            likelihood: rating.map(|rating| rating.likelihood),
            impact: rating.map(|rating| rating.impact),
            level: rating.map(|rating| rating.level),
            rank_score: rating.map_or(0, |rating| u32::from(rating.rank_score)),
            inherent: risk.inherent.map(|values| values.rating().level),
            target: risk.target.map(|values| values.rating().level),
            treatment: words::treatment(self.content, risk),
            owner: named(self.people.get(&risk.owner), &risk.owner),
            rationale: risk.rationale.clone(),
            policies: self.policies.get(&risk.number).cloned().unwrap_or_default(),
            coverage: self.coverage.get(&risk.number).copied().unwrap_or(uncovered),
            status: risk.status,
        }
    }

    fn threat(&self, id: &ThreatId) -> String {
        let listed = || Catalogue::embedded().threat(id.as_str()).map(|threat| threat.name.as_str());
        self.threats.get(id).copied().or_else(listed).unwrap_or(id.as_str()).to_owned()
    }
}

/// Policies whose newest version answers a risk, by the risk.
fn policies(content: &Content) -> BTreeMap<&RiskNumber, Vec<String>> {
    let mut found: BTreeMap<&RiskNumber, Vec<String>> = BTreeMap::new();
    for policy in &content.policies {
        let statements = policy.newest().into_iter().flat_map(|version| &version.statements);
        for link in statements.flat_map(|statement| &statement.risks) {
            let policies = found.entry(&link.risk).or_default();
            if policies.last().is_none_or(|last| last != policy.number.as_str()) {
                policies.push(policy.number.to_string());
            }
        }
    }
    found
}

fn named(name: Option<&&str>, number: &impl ToString) -> String {
    name.map_or_else(|| number.to_string(), |name| (*name).to_owned())
}
