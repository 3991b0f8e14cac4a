//! The law and the catalogues as data: safeguards, questions, criteria, exceptions, threats, frameworks, policies.
//!
//! Everything here is read from text, so that a change of the law is a change of data. What an organization
//! answers, rates or writes does not belong here.

pub mod criterion;
pub mod edition;
pub mod editions;
pub mod embedded;
pub mod exception;
pub mod factor;
pub mod framework;
pub mod item;
pub mod policy_kind;
pub mod practice_type;
pub mod problem;
pub mod rules;
pub mod safeguard;
pub mod threat;

mod read;

pub use criterion::{
    Concept, Criterion, CriterionBasis, CriterionPath, CriterionResult, ExceptionLogic, ResultState,
    SecurityException,
};
pub use edition::{ChangeKind, EditionChange, EditionStatus, RuleEdition, WatchItem};
pub use editions::{Dated, Editions};
pub use exception::{Exception, ExceptionSet, RuleChange, RuleChangeStatus, Subpart};
pub use factor::{AnswerType, AnsweredIn, AskedIf, AskedPer, Column, ColumnKind, Example, Factor, Question};
pub use framework::{
    Baseline, ElementKind, Framework, FrameworkCatalogue, FrameworkElement, FrameworkKind, FrameworkStatus,
};
pub use item::{Item, Provenance, Set};
pub use policy_kind::{ExampleTimeframe, PolicyCatalogue, PolicyKind};
pub use practice_type::PracticeType;
pub use problem::{CatalogueProblem, CatalogueProblemCode};
pub use read::read;
pub use rules::{EditionIds, MissingEdition, NoEdition, Rules};
pub use safeguard::{Crosswalk, Designation, Safeguard, SafeguardCategory, SafeguardKind, SecurityRule};
pub use threat::{
    PredisposingCondition, SecurityObjective, SourceClass, Threat, ThreatCatalogue, Vulnerability,
    VulnerabilityKind,
};

use jiff::civil::Date;
use std::sync::LazyLock;

/// Every edition of every rule and catalogue.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Catalogue {
    /// 45 CFR Part 164 Subpart C.
    pub security_rules: Editions<SecurityRule>,
    /// 45 CFR 171.203.
    pub security_exceptions: Editions<SecurityException>,
    /// The exceptions of 45 CFR Part 171.
    pub exception_sets: Editions<ExceptionSet>,
    /// Threats, vulnerabilities and predisposing conditions.
    pub threat_catalogues: Editions<ThreatCatalogue>,
    /// Standards and guidance.
    pub framework_catalogues: Editions<FrameworkCatalogue>,
    /// Policies.
    pub policy_catalogues: Editions<PolicyCatalogue>,
}

impl Catalogue {
    /// The catalogue that the program carries.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static EMBEDDED: LazyLock<Catalogue> = LazyLock::new(|| read(embedded::FILES).0);
        &EMBEDDED
    }

    /// The law in force on a day.
    ///
    /// # Errors
    /// [`NoEdition`] names every rule of which the catalogue has no edition for that day.
    pub fn rules_on(&self, date: Date) -> Result<Rules<'_>, NoEdition> {
        let security_rule = self.security_rules.on(date);
        let security_exception = self.security_exceptions.on(date);
        let exceptions = self.exception_sets.on(date);
        if let (Some(security_rule), Some(security_exception), Some(exceptions)) =
            (security_rule, security_exception, exceptions)
        {
            return Ok(Rules { date, security_rule, security_exception, exceptions });
        }
        let missing = [
            (read::SECURITY_RULE, security_rule.is_none(), self.security_rules.earliest()),
            (read::SECURITY_EXCEPTION, security_exception.is_none(), self.security_exceptions.earliest()),
            (read::EXCEPTIONS, exceptions.is_none(), self.exception_sets.earliest()),
        ];
        let missing = missing.into_iter().filter(|(_, absent, _)| *absent);
        let missing = missing.map(|(rule, _, earliest)| MissingEdition { rule: rule.to_owned(), earliest });
        Err(NoEdition { date, missing: missing.collect() })
    }

    /// The headers of all editions, the law first.
    #[must_use]
    pub fn editions(&self) -> Vec<&RuleEdition> {
        let law = self.security_rules.iter().map(Dated::edition);
        let law = law.chain(self.security_exceptions.iter().map(Dated::edition));
        let law = law.chain(self.exception_sets.iter().map(Dated::edition));
        let catalogues = self.threat_catalogues.iter().map(Dated::edition);
        let catalogues = catalogues.chain(self.framework_catalogues.iter().map(Dated::edition));
        law.chain(catalogues.chain(self.policy_catalogues.iter().map(Dated::edition))).collect()
    }

    /// What proposals would do to an item: edition and change.
    #[must_use]
    pub fn proposed_changes(&self, item: &str) -> Vec<(&RuleEdition, &EditionChange)> {
        let proposals =
            self.editions().into_iter().filter(|edition| edition.status == EditionStatus::Proposed);
        let changes =
            proposals.flat_map(|edition| edition.changes.iter().map(move |change| (edition, change)));
        changes.filter(|(_, change)| change.item == item).collect()
    }
}

/// Look-ups in the latest editions, for words and references; results rest on [`Catalogue::rules_on`].
impl Catalogue {
    /// The safeguard item with the citation or id, in the latest edition of the Security Rule.
    #[must_use]
    pub fn safeguard(&self, citation: &str) -> Option<&Safeguard> {
        self.security_rules.latest()?.safeguards.get(citation)
    }

    /// Whether the citation names an item that an entity must implement as it stands: a standard or a required
    /// specification, 45 CFR 164.306(c)-(d)(2).
    #[must_use]
    pub fn is_required(&self, citation: &str) -> bool {
        self.safeguard(citation).is_some_and(|item| item.designation != Designation::Addressable)
    }

    /// The threat with the id.
    #[must_use]
    pub fn threat(&self, id: &str) -> Option<&Threat> {
        self.threat_catalogues.latest()?.threats.get(id)
    }

    /// The vulnerability with the id.
    #[must_use]
    pub fn vulnerability(&self, id: &str) -> Option<&Vulnerability> {
        self.threat_catalogues.latest()?.vulnerabilities.get(id)
    }

    /// The predisposing condition with the id.
    #[must_use]
    pub fn predisposing_condition(&self, id: &str) -> Option<&PredisposingCondition> {
        self.threat_catalogues.latest()?.predisposing_conditions.get(id)
    }

    /// The policy with the number.
    #[must_use]
    pub fn policy(&self, number: &str) -> Option<&PolicyKind> {
        self.policy_catalogues.latest()?.policies.get(number)
    }

    /// The framework with the id.
    #[must_use]
    pub fn framework(&self, id: &str) -> Option<&Framework> {
        self.framework_catalogues.latest()?.frameworks.get(id)
    }

    /// The listed element of a framework; an enhancement is found under its control.
    #[must_use]
    pub fn element(&self, framework: &str, element: &str) -> Option<&FrameworkElement> {
        self.framework_catalogues.latest()?.element(framework, element)
    }

    /// Whether an alignment may name the element of the framework.
    #[must_use]
    pub fn accepts_element(&self, framework: &str, element: &str) -> bool {
        self.framework_catalogues.latest().is_some_and(|catalogue| catalogue.accepts(framework, element))
    }

    /// The policies that cover a safeguard, by citation.
    pub fn policies_covering<'a>(&'a self, safeguard: &'a str) -> impl Iterator<Item = &'a PolicyKind> {
        let policies =
            self.policy_catalogues.latest().into_iter().flat_map(|catalogue| catalogue.policies.iter());
        policies.filter(move |policy| policy.covers.iter().any(|covered| covered.as_str() == safeguard))
    }

    /// The threats that a policy usually answers.
    pub fn threats_of_policy<'a>(&'a self, number: &'a str) -> impl Iterator<Item = &'a Threat> {
        let threats =
            self.threat_catalogues.latest().into_iter().flat_map(|catalogue| catalogue.threats.iter());
        threats.filter(move |threat| threat.policies.iter().any(|policy| policy.as_str() == number))
    }
}

macro_rules! dated {
    ($($edition:ty)*) => {$(
        impl Dated for $edition {
            fn edition(&self) -> &RuleEdition {
                &self.edition
            }

            fn edition_mut(&mut self) -> &mut RuleEdition {
                &mut self.edition
            }
        }
    )*};
}

dated! { SecurityRule SecurityException ExceptionSet ThreatCatalogue FrameworkCatalogue PolicyCatalogue }

#[cfg(test)]
mod tests;
