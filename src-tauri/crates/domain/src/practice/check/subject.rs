//! One practice on one day, with what it names already found.

use super::facts::Facts;
use super::finding::FixTarget;
use super::{CheckError, Path};
use crate::assessment::register::Registered;
use crate::catalogue::SecurityException;
use crate::number::{PersonNumber, PolicyNumber, RiskNumber};
use crate::organization::Person;
use crate::policy::{Policy, PolicyVersion, Statement};
use crate::practice::{Basis, CaseDetermination, PolicyBasis, Practice, PracticeReview, RecordedRisk, Scope};
use crate::risk::Level;
use jiff::civil::Date;

/// What every predicate is given.
#[derive(Debug)]
pub struct Subject<'a> {
    /// The indexed content.
    pub facts: &'a Facts<'a>,
    /// The edition of the rule in force on the day.
    pub rule: &'a SecurityException,
    /// The practice.
    pub practice: &'a Practice,
    /// The day.
    pub on: Date,
    /// The policy and version that the practice names, if both exist.
    pub implemented: Option<Versioned<'a>>,
    /// The risks of the register that it links.
    pub linked: Vec<Linked<'a>>,
}

/// A version of a policy.
#[derive(Debug, Clone, Copy)]
pub struct Versioned<'a> {
    /// The policy.
    pub policy: &'a Policy,
    /// The version.
    pub version: &'a PolicyVersion,
}

/// A risk that the practice names, and the register it was found in.
#[derive(Debug, Clone, Copy)]
pub struct Linked<'a> {
    /// The number that was named.
    pub number: &'a RiskNumber,
    /// Cause and effect, where the link is the practice's own.
    pub explanation: Option<&'a str>,
    /// Level when the link was made.
    pub level: Option<Level>,
    /// The risk, if a register that counts on the day has it.
    pub registered: Option<Registered<'a>>,
}

impl Versioned<'_> {
    /// The name on evidence: `POL-25 v1.0`.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{} v{}", self.policy.number, self.version.number)
    }
}

impl<'a> Subject<'a> {
    /// Finds what the practice names.
    ///
    /// # Errors
    /// [`CheckError::NoEdition`] if the day lies before any edition of the rule.
    pub fn new(facts: &'a Facts<'a>, practice: &'a Practice, on: Date) -> Result<Self, CheckError> {
        let earliest = || facts.catalogue.security_exceptions.earliest();
        let rule = facts.catalogue.security_exceptions.on(on);
        let rule = rule.ok_or_else(|| CheckError::NoEdition { on, earliest: earliest() })?;
        let mut subject = Self { facts, rule, practice, on, implemented: None, linked: Vec::new() };
        subject.implemented =
            subject.basis_policy().and_then(|basis| subject.version(&basis.policy, &basis.version));
        subject.linked = subject.links();
        Ok(subject)
    }

    /// The path that the facts choose.
    #[must_use]
    pub fn path(&self) -> Option<Path> {
        match self.practice.basis.as_ref()? {
            Basis::Policy(_) => Some(Path::D),
            Basis::Case(_) => Some(Path::E),
        }
    }

    /// The policy statements that the practice says it implements.
    #[must_use]
    pub fn basis_policy(&self) -> Option<&'a PolicyBasis> {
        match self.practice.basis.as_ref()? {
            Basis::Policy(basis) => Some(basis),
            Basis::Case(_) => None,
        }
    }

    /// The determination it rests on.
    #[must_use]
    pub fn determination(&self) -> Option<&'a CaseDetermination> {
        match self.practice.basis.as_ref()? {
            Basis::Policy(_) => None,
            Basis::Case(determination) => Some(determination.as_ref()),
        }
    }

    /// The risk written into the determination.
    #[must_use]
    pub fn recorded_risk(&self) -> Option<&'a RecordedRisk> {
        self.determination()?.recorded_risk.as_ref()
    }

    /// The statements of the version that the practice implements.
    #[must_use]
    pub fn statements(&self) -> Vec<&'a Statement> {
        let Some((basis, implemented)) = self.basis_policy().zip(self.implemented) else { return Vec::new() };
        let named = |statement: &&Statement| basis.statements.contains(&statement.number);
        implemented.version.statements.iter().filter(named).collect()
    }

    /// The version itself and the versions in force of the policies it incorporates.
    #[must_use]
    pub fn with_incorporated(&self) -> Vec<Versioned<'a>> {
        let Some(own) = self.implemented else { return Vec::new() };
        let others = own.version.incorporates.iter().filter_map(|number| self.in_force(number));
        std::iter::once(own).chain(others.filter(|other| other.policy.number != own.policy.number)).collect()
    }

    /// The version of a policy in force on the day.
    #[must_use]
    pub fn in_force(&self, policy: &PolicyNumber) -> Option<Versioned<'a>> {
        let policy = self.facts.policy(policy.as_str())?;
        policy.in_force_on(self.on).map(|version| Versioned { policy, version })
    }

    /// The risks found in a register that counts on the day.
    pub fn registered(&self) -> impl Iterator<Item = Registered<'a>> + '_ {
        self.linked.iter().filter_map(|link| link.registered)
    }

    /// The reach of each risk the practice acts on, that of the determination included.
    #[must_use]
    pub fn risk_scopes(&self) -> Vec<&'a Scope> {
        let registered = self.registered().map(|found| &found.risk.scope);
        registered.chain(self.recorded_risk().map(|risk| &risk.scope)).collect()
    }

    /// The highest level among the risks it acts on.
    #[must_use]
    pub fn highest_level(&self) -> Option<Level> {
        let registered =
            self.registered().filter(Registered::is_rated).filter_map(|found| found.risk.level());
        registered.chain(self.recorded_risk().map(|risk| risk.rating.rating().level)).max()
    }

    /// Whether a risk that tells requestors apart exists and is rated.
    #[must_use]
    pub fn is_rated_risk(&self, number: Option<&RiskNumber>) -> bool {
        number
            .and_then(|number| self.facts.registers.risk_on(number, self.on))
            .is_some_and(|found| found.is_rated())
    }

    /// The latest review held by the day.
    #[must_use]
    pub fn last_review(&self) -> Option<&'a PracticeReview> {
        self.practice.reviews.iter().filter(|review| review.on <= self.on).max_by_key(|review| review.on)
    }

    /// The person, if the organization knows the number.
    #[must_use]
    pub fn person(&self, number: Option<&PersonNumber>) -> Option<&'a Person> {
        self.facts.person(number?.as_str())
    }

    /// The practice's number as evidence.
    #[must_use]
    pub fn name(&self) -> String {
        self.practice.number.to_string()
    }

    /// A field of the practice as the place of a cure.
    #[must_use]
    pub fn field(&self, field: &str) -> FixTarget {
        FixTarget::Practice { practice: self.practice.number.clone(), field: field.to_owned() }
    }

    /// A field of the determination as the place of a cure.
    #[must_use]
    pub fn case_field(&self, field: &str) -> FixTarget {
        FixTarget::Determination { practice: self.practice.number.clone(), field: field.to_owned() }
    }

    fn version(&self, policy: &PolicyNumber, number: &str) -> Option<Versioned<'a>> {
        let policy = self.facts.policy(policy.as_str())?;
        policy.version(number).map(|version| Versioned { policy, version })
    }

    fn links(&self) -> Vec<Linked<'a>> {
        let own =
            self.practice.risks.iter().map(|link| (&link.risk, Some(link.explanation.as_str()), link.level));
        let case = self.determination().and_then(|case| case.risk.as_ref());
        let case = case.filter(|number| self.practice.risks.iter().all(|link| link.risk != **number));
        own.chain(case.map(|number| (number, None, None)))
            .map(|(number, explanation, level)| {
                let registered = self.facts.registers.risk_on(number, self.on);
                Linked { number, explanation, level, registered }
            })
            .collect()
    }
}
