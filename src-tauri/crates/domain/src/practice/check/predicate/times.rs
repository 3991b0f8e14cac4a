//! SE-d4: objective timeframes and other parameters for identifying, responding to and addressing incidents.
//!
//! They stand in the policy itself or in a policy in force that it incorporates by reference.

use super::list;
use super::policy::no_version;
use crate::policy::length;
use crate::policy::lint::{self, Code};
use crate::policy::{Parameter, Phase, Timeframe};
use crate::practice::check::finding::{Finding, FixTarget};
use crate::practice::check::limit::Placed;
use crate::practice::check::subject::{Subject, Versioned};

/// Codes of the linter that speak of a word, not of a field that is missing.
const WORDS: [Code; 7] = [
    Code::SubjectiveWord,
    Code::VagueQuantity,
    Code::VagueThreshold,
    Code::AmbiguousUnit,
    Code::ConditionalEscape,
    Code::NoUpperBound,
    Code::LegalPhraseWithoutLimit,
];

/// SE-d4-identify-time: an objective timeframe for identifying.
pub fn identify_time(subject: &Subject<'_>) -> Finding {
    timeframe(subject, Phase::Identify)
}

/// SE-d4-identify-param: a complete parameter for identifying.
pub fn identify_parameter(subject: &Subject<'_>) -> Finding {
    parameter(subject, Phase::Identify)
}

/// SE-d4-respond-time: an objective timeframe for responding.
pub fn respond_time(subject: &Subject<'_>) -> Finding {
    timeframe(subject, Phase::Respond)
}

/// SE-d4-respond-param: a complete parameter for responding.
pub fn respond_parameter(subject: &Subject<'_>) -> Finding {
    parameter(subject, Phase::Respond)
}

/// SE-d4-address-time: an objective timeframe for addressing.
pub fn address_time(subject: &Subject<'_>) -> Finding {
    timeframe(subject, Phase::Address)
}

/// SE-d4-address-param: a complete parameter for addressing.
pub fn address_parameter(subject: &Subject<'_>) -> Finding {
    parameter(subject, Phase::Address)
}

/// SE-d4-words: no statement has an error of the linter, and no timeframe a vague word.
pub fn words(subject: &Subject<'_>) -> Finding {
    let Some(named) = subject.implemented else { return no_version(subject) };
    for statement in &named.version.statements {
        let report = lint::lint(&statement.text, &lint::Options::default());
        if let Some(error) = report.findings.iter().find(|finding| finding.level == lint::FindingLevel::Error)
        {
            let place = format!("{}/{}", named.policy.number, statement.number);
            let target = FixTarget::PolicyStatements {
                policy: named.policy.number.clone(),
                version: named.version.number.clone(),
                statement: Some(statement.number.clone()),
            };
            let fix = format!("In {place}, replace “{}”: {}", error.text, error.suggestion);
            return Finding::unsatisfied(format!("{place} says “{}”.", error.text), fix, target)
                .on([named.name()]);
        }
    }
    for timeframe in &named.version.timeframes {
        if let Some(error) = timeframe.findings().iter().find(|finding| WORDS.contains(&finding.code)) {
            let place = format!("{}/{}", named.policy.number, timeframe.number);
            let fix = format!("In {place}, replace “{}”: {}", error.text, error.suggestion);
            let words = format!("{place} says “{}”.", error.text);
            return Finding::unsatisfied(words, fix, times(named, None)).on([named.name()]);
        }
    }
    Finding::satisfied("No subjective word for time stands in the statements.").on([named.name()])
}

/// SE-d4-consistency: no time beyond a legal cap, phases in order, and one limit for one trigger and action.
pub fn consistent(subject: &Subject<'_>) -> Finding {
    let Some(named) = subject.implemented else { return no_version(subject) };
    let all: Vec<Placed<'_>> = subject.with_incorporated().into_iter().flat_map(placed).collect();
    let fault = beyond_law(&all).or_else(|| out_of_order(&all)).or_else(|| contradicted(subject, &all));
    match fault {
        Some((words, fix)) => Finding::unsatisfied(words, fix, times(named, None)).on([named.name()]),
        None => {
            Finding::satisfied("The timeframes agree with each other and with the law.").on([named.name()])
        }
    }
}

fn timeframe(subject: &Subject<'_>, phase: Phase) -> Finding {
    let Some(named) = subject.implemented else { return no_version(subject) };
    let versions = subject.with_incorporated();
    let of_phase: Vec<Placed<'_>> =
        versions.into_iter().flat_map(placed).filter(|placed| placed.timeframe.phase == phase).collect();
    let objective: Vec<&Placed<'_>> =
        of_phase.iter().filter(|placed| placed.timeframe.is_objective()).collect();
    let Some(first) = objective.first() else {
        let words = match of_phase.first() {
            Some(vague) => format!("{} is not objective: {}.", vague.name(), faults(vague.timeframe)),
            None => format!("No timeframe for {}.", verb(phase)),
        };
        let fix = format!(
            "Give {} a timeframe for {} with trigger, limit, role and action.",
            named.name(),
            verb(phase)
        );
        return Finding::unsatisfied(words, fix, times(named, Some(phase))).on([named.name()]);
    };
    let Timeframe { role, action, comparator, quantity, unit, trigger, .. } = first.timeframe;
    let unit = if *quantity == 1 { unit.trim_end_matches('s') } else { unit };
    Finding::satisfied(format!("{role} shall {action} {comparator} {quantity} {unit} of {trigger}."))
        .on(objective.iter().map(|placed| placed.name()))
}

fn parameter(subject: &Subject<'_>, phase: Phase) -> Finding {
    let Some(named) = subject.implemented else { return no_version(subject) };
    let versions = subject.with_incorporated();
    let complete: Vec<(String, &Parameter)> = versions
        .iter()
        .flat_map(|one| {
            one.version.parameters.iter().map(|parameter| (parameter_name(*one, parameter), parameter))
        })
        .filter(|(_, parameter)| parameter.phase == phase && parameter.is_complete())
        .collect();
    let Some((_, first)) = complete.first() else {
        let fix = format!(
            "Give {} a parameter for {}: a threshold, severity or escalation point with its value.",
            named.name(),
            verb(phase)
        );
        let target = FixTarget::PolicyParameters {
            policy: named.policy.number.clone(),
            version: named.version.number.clone(),
            phase,
        };
        return Finding::unsatisfied(format!("No complete parameter for {}.", verb(phase)), fix, target)
            .on([named.name()]);
    };
    let words = [&first.name, &first.comparator, &first.value, &first.unit].map(|text| text.trim());
    let words = words.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ");
    Finding::satisfied(format!("{words}.")).on(complete.iter().map(|(name, _)| name.clone()))
}

fn placed<'a>(named: Versioned<'a>) -> impl Iterator<Item = Placed<'a>> {
    named.version.timeframes.iter().map(move |timeframe| Placed { named, timeframe })
}

fn parameter_name(named: Versioned<'_>, parameter: &Parameter) -> String {
    format!("{} {}", named.name(), parameter.number)
}

fn times(named: Versioned<'_>, phase: Option<Phase>) -> FixTarget {
    FixTarget::PolicyTimeframes {
        policy: named.policy.number.clone(),
        version: named.version.number.clone(),
        phase,
    }
}

fn verb(phase: Phase) -> &'static str {
    match phase {
        Phase::Identify => "identifying security incidents",
        Phase::Respond => "responding to security incidents",
        Phase::Address => "addressing security incidents",
        Phase::Govern => "upkeep",
    }
}

/// The fields that keep a timeframe from being objective.
fn faults(timeframe: &Timeframe) -> String {
    let findings = timeframe.findings();
    let errors = findings.iter().filter(|finding| finding.level == lint::FindingLevel::Error);
    let mut fields: Vec<&str> = errors.filter_map(|finding| finding.field.as_deref()).collect();
    fields.dedup();
    list(&fields)
}

type Fault = (String, String);

fn beyond_law(all: &[Placed<'_>]) -> Option<Fault> {
    all.iter().find_map(|placed| {
        let findings = placed.timeframe.findings();
        let beyond =
            findings.iter().find(|one| matches!(one.code, Code::ExceedsLegalCap | Code::BelowLegalFloor))?;
        Some((format!("{} is beyond what the law allows.", placed.name()), beyond.suggestion.clone()))
    })
}

/// A phase that ends before the one it follows, for the same severity and trigger.
fn out_of_order(all: &[Placed<'_>]) -> Option<Fault> {
    let rows: Vec<&Timeframe> = all.iter().map(|placed| placed.timeframe).collect();
    let (earlier, later) = length::out_of_order(&rows)?;
    let (earlier, later) = all.get(earlier).zip(all.get(later))?;
    let words = format!("{} ends after {}, which follows it.", earlier.name(), later.name());
    Some((words, format!("Shorten {} or lengthen {}.", earlier.name(), later.name())))
}

/// Another policy in force, or the same one, that sets another limit to the same trigger and action.
fn contradicted(subject: &Subject<'_>, all: &[Placed<'_>]) -> Option<Fault> {
    all.iter().find_map(|placed| {
        let others = subject.facts.same_duty(placed, subject.on);
        let other = others.into_iter().find(|other| other.timeframe.length() != placed.timeframe.length())?;
        let words = format!("{} and {} set different limits to the same.", placed.name(), other.name());
        Some((words, format!("Give {} and {} the same limit.", placed.name(), other.name())))
    })
}
