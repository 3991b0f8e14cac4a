//! SE-d2: the policy was prepared on the basis of, and is directly responsive to, identified and assessed risks.

use super::list;
use super::policy::{imported_approvals, no_version, version_field};
use crate::number::RiskNumber;
use crate::policy::{Effect, RiskLink, Statement, coverage};
use crate::practice::check::finding::{Finding, FixTarget};
use crate::practice::check::subject::{Subject, Versioned};

/// SE-d2-1: the version names an approved assessment whose approval is not after its own.
pub fn prepared_from(subject: &Subject<'_>) -> Finding {
    let Some(named) = subject.implemented else { return no_version(subject) };
    let target = version_field(named, "assessment");
    let assessment = named.version.assessment.as_ref();
    let Some(found) = assessment.and_then(|number| subject.facts.registers.assessment(number.as_str()))
    else {
        let fix = format!("Name the assessment that {} was prepared from.", named.name());
        let found = format!("{} names no assessment.", named.name());
        return Finding::unsatisfied(found, fix, target).on([named.name()]);
    };
    let evidence = [found.number.to_string(), named.name()];
    let assessors = found.assessors.iter().map(ToString::to_string);
    let Some(approved) = found.approved_on().filter(|approved| *approved <= subject.on) else {
        let target = FixTarget::Assessment { assessment: found.number.clone() };
        let fix = format!("Approve {} before the policy that rests on it.", found.number);
        return Finding::unsatisfied(format!("{} is not approved.", found.number), fix, target).on(evidence);
    };
    if named.version.approved_on().is_none_or(|policy| policy < approved) {
        let words = format!("{} was approved on {approved}, after {}.", found.number, named.name());
        let fix =
            format!("Prepare a new version of {} from {} and approve it.", named.policy.number, found.number);
        return Finding::unsatisfied(words, fix, target).on(evidence);
    }
    Finding::satisfied(format!("Prepared from {}, approved on {approved}.", found.number))
        .on(evidence)
        .on(assessors)
        .imported(imported_approvals(found.number.as_str(), &found.approvals))
}

/// SE-d2-2: each statement answers a known and rated risk; one that carries only a duty is refused where it is
/// what the practice implements, or where the policy may restrict EHI.
pub fn responds_to_risks(subject: &Subject<'_>) -> Finding {
    let Some(named) = subject.implemented else { return no_version(subject) };
    let statements = &named.version.statements;
    let implemented: Vec<_> = subject.statements().iter().map(|statement| statement.number.clone()).collect();
    let lacking = |statement: &&Statement| {
        let duty_only = statement.risks.is_empty() && !statement.safeguards.is_empty();
        let allowed = duty_only && !named.policy.may_restrict_ehi && !implemented.contains(&statement.number);
        statement.risks.is_empty() && !allowed
    };
    let unanswered = statements.iter().find(lacking);
    if statements.is_empty() || unanswered.is_some() {
        let words = match unanswered {
            Some(one) => format!("{}/{} answers no risk.", named.policy.number, one.number),
            None => format!("{} has no statement.", named.name()),
        };
        let fix = format!("Link each statement of {} to a risk it answers.", named.name());
        return Finding::unsatisfied(words, fix, statement_target(named, unanswered)).on([named.name()]);
    }
    let unrated = links(named).find(|(_, link)| !is_rated(subject, &link.risk));
    if let Some((statement, link)) = unrated {
        let words = format!(
            "{}/{} answers {}, which is not rated.",
            named.policy.number, statement.number, link.risk
        );
        let fix = format!("Rate {}, or link a rated risk in its place.", link.risk);
        return Finding::unsatisfied(words, fix, statement_target(named, Some(statement)))
            .on([link.risk.to_string()]);
    }
    let mut risks: Vec<String> = links(named).map(|(_, link)| link.risk.to_string()).collect();
    risks.sort();
    risks.dedup();
    Finding::satisfied(format!("Statements answer {}.", list(&risks))).on(risks).on([named.name()])
}

/// SE-d2-3: each link says which rating it lowers and by how much, or what it detects or recovers.
pub fn direct(subject: &Subject<'_>) -> Finding {
    let Some(named) = subject.implemented else { return no_version(subject) };
    let unstated = links(named).find(|(_, link)| !link.effect.as_ref().is_some_and(Effect::is_stated));
    if let Some((statement, link)) = unstated {
        let place = format!("{}/{}", named.policy.number, statement.number);
        let fix =
            format!("Say by how many levels {place} lowers {}, or what it detects or recovers.", link.risk);
        let words = format!("The effect of {place} on {} is not stated.", link.risk);
        return Finding::unsatisfied(words, fix, statement_target(named, Some(statement)))
            .on([link.risk.to_string()]);
    }
    let own = subject.statements();
    let effects =
        own.iter().flat_map(|one| &one.risks).filter_map(|link| Some((&link.risk, link.effect.as_ref()?)));
    let effects: Vec<String> =
        effects.map(|(risk, effect)| format!("{} of {risk}", effect.label())).collect();
    let risks = own.iter().flat_map(|one| &one.risks).map(|link| link.risk.to_string());
    Finding::satisfied(format!("Stated: {}.", effects.join("; "))).on(risks).on([named.name()])
}

/// SE-d2-4: no linked risk was closed, dropped or rated higher since the policy was last looked at.
pub fn refreshed(subject: &Subject<'_>) -> Finding {
    let Some(named) = subject.implemented else { return no_version(subject) };
    let registers = &subject.facts.registers;
    let reviewed = named.version.reviews.iter().map(|review| review.on).filter(|on| *on <= subject.on).max();
    let moved = links(named).find_map(|(_, link)| {
        let over = registers
            .risk_on(&link.risk, subject.on)
            .is_some_and(|found| registers.is_over(&found, subject.on));
        let rose = coverage::rerating(registers, named.version, link, subject.on);
        match rose {
            Some(rose) => {
                Some(format!("{} was rated {} on {}; it was {}.", link.risk, rose.to, rose.on, rose.from))
            }
            None => (over && reviewed.is_none())
                .then(|| format!("{} is closed or no longer in the register.", link.risk)),
        }
    });
    match moved {
        Some(words) => {
            let fix = format!("Review {} against the register and record the review.", named.name());
            Finding::unsatisfied(words, fix, version_field(named, "reviews")).on([named.name()])
        }
        None => Finding::satisfied("No linked risk has moved since the policy was last looked at.")
            .on([named.name()]),
    }
}

fn links<'a>(named: Versioned<'a>) -> impl Iterator<Item = (&'a Statement, &'a RiskLink)> {
    named
        .version
        .statements
        .iter()
        .flat_map(|statement| statement.risks.iter().map(move |link| (statement, link)))
}

fn is_rated(subject: &Subject<'_>, risk: &RiskNumber) -> bool {
    subject.facts.registers.risk_on(risk, subject.on).is_some_and(|found| found.is_rated())
}

fn statement_target(named: Versioned<'_>, statement: Option<&Statement>) -> FixTarget {
    FixTarget::PolicyStatements {
        policy: named.policy.number.clone(),
        version: named.version.number.clone(),
        statement: statement.map(|statement| statement.number.clone()),
    }
}
