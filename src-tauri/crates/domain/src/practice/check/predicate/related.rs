//! SE-a: directly related to safeguarding confidentiality, integrity and availability of EHI.

use super::{length, list};
use crate::organization::{Function, Person};
use crate::practice::check::finding::Finding;
use crate::practice::check::subject::{Linked, Subject};
use crate::practice::{OtherPurposes, ProtectionEffect, YesNo};
use crate::text::blank;

/// Fewest characters of a sentence of cause and effect.
const SENTENCE: usize = 40;

/// SE-a-1: each of the three answered, one protected with its mechanism, a harm with its reason.
pub fn protects(subject: &Subject<'_>) -> Finding {
    let target = subject.field("protection");
    let Some(protection) = &subject.practice.protection else {
        let fix =
            "Say what the practice does for confidentiality, integrity and availability of EHI, and how.";
        return Finding::unsatisfied("Not answered.", fix, target);
    };
    let three = [
        ("confidentiality", protection.confidentiality),
        ("integrity", protection.integrity),
        ("availability", protection.availability),
    ];
    let of = |effect: ProtectionEffect| -> Vec<&str> {
        three.iter().filter(|(_, is)| *is == effect).map(|(name, _)| *name).collect()
    };
    let (protected, harmed) = (of(ProtectionEffect::Protects), of(ProtectionEffect::Harms));
    if protected.is_empty() || blank(&protection.mechanism) {
        let fix =
            "Say which of confidentiality, integrity and availability it protects, and by what mechanism.";
        return Finding::unsatisfied("No protection with its mechanism is recorded.", fix, target)
            .on([subject.name()]);
    }
    if !harmed.is_empty() && blank(&protection.harm_reason) {
        let fix = format!("Say why the harm to {} is accepted.", list(&harmed));
        return Finding::unsatisfied(format!("Harms {} without a reason.", list(&harmed)), fix, target)
            .on([subject.name()]);
    }
    let found = format!("Protects {}: {}", list(&protected), protection.mechanism.trim());
    Finding::satisfied(found).on([subject.name()])
}

/// SE-a-2: a linked risk, analyzed or later, of an approved or current assessment, each link with a sentence;
/// on path (e) a risk recorded in the determination suffices.
pub fn acts_on_risk(subject: &Subject<'_>) -> Finding {
    let target = subject.field("risks");
    let short =
        |link: &&Linked<'_>| link.explanation.is_some_and(|explanation| length(explanation) < SENTENCE);
    if let Some(link) = subject.linked.iter().find(short) {
        let fix =
            format!("Say in a sentence of 40 characters or more how the practice acts on {}.", link.number);
        let found = format!("The link to {} does not say how the practice acts on it.", link.number);
        return Finding::unsatisfied(found, fix, target).on([link.number.to_string()]);
    }
    let rated = |link: &&Linked<'_>| link.registered.is_some_and(|found| found.is_rated());
    let acted_on: Vec<String> =
        subject.linked.iter().filter(rated).map(|link| link.number.to_string()).collect();
    if acted_on.is_empty() && subject.recorded_risk().is_none() {
        let fix = "Link a risk of an approved or current assessment that is analyzed, and say how the practice acts on it.";
        return Finding::unsatisfied("No analyzed risk is linked.", fix, target).on([subject.name()]);
    }
    if acted_on.is_empty() {
        return Finding::satisfied("Acts on the risk recorded in the determination.").on([subject.name()]);
    }
    let registers = subject.registered().map(|found| found.assessment.number.to_string());
    let found = format!("Acts on {}.", list(&acted_on));
    Finding::satisfied(found).on(acted_on).on(registers)
}

/// SE-a-3: answered and reviewed; another purpose needs a second reviewer outside IT and commercial functions.
pub fn other_purposes(subject: &Subject<'_>) -> Finding {
    let target = subject.field("other_purposes");
    let Some(other) = subject.practice.other_purposes.as_ref().filter(|other| !blank(&other.statement))
    else {
        let fix = "Say whether a commercial, competitive, convenience or cost purpose explains the practice.";
        return Finding::unsatisfied("Not answered.", fix, target);
    };
    let Some(reviewer) = subject.person(other.reviewer.as_ref()) else {
        return Finding::unsatisfied("No reviewer is named.", "Name who reviewed the answer.", target);
    };
    let evidence = [subject.name(), reviewer.number.to_string()];
    if other.answer == YesNo::No {
        return Finding::satisfied(format!("No other purpose: {}", other.statement.trim())).on(evidence);
    }
    match concurring(subject, other, reviewer) {
        Some(second) => {
            let found =
                format!("Another purpose, with {} concurring: {}", second.number, other.statement.trim());
            Finding::satisfied(found).on(evidence).on([second.number.to_string()])
        }
        None => {
            let fix = "Have a second reviewer outside IT and commercial functions concur.";
            Finding::unsatisfied("Another purpose, and no independent second reviewer.", fix, target)
                .on(evidence)
        }
    }
}

/// SE-a-4: decided by the security official or a deputy, on a record, not after the start or with a reason.
pub fn decided(subject: &Subject<'_>) -> Finding {
    let target = subject.field("decision");
    let Some(decision) = subject.practice.decision.as_ref().filter(|decision| !blank(&decision.record))
    else {
        return Finding::unsatisfied(
            "No decision with its record.",
            "Record who decided it, when and on what.",
            target,
        );
    };
    let evidence = [subject.name(), decision.by.to_string()];
    if !subject.facts.is_security_official(decision.by.as_str(), decision.on) {
        let found = format!("{} was neither security official nor deputy on {}.", decision.by, decision.on);
        let fix = "Have the security official or a deputy decide.";
        return Finding::unsatisfied(found, fix, target).on(evidence);
    }
    let late = subject.practice.start_date.is_some_and(|start| start < decision.on);
    if late && blank(&decision.late_reason) {
        let found = format!("Decided on {}, after the practice began.", decision.on);
        return Finding::unsatisfied(found, "Say why it was decided after it began.", target).on(evidence);
    }
    Finding::satisfied(format!("Decided on {}: {}", decision.on, decision.record.trim())).on(evidence)
}

/// The second reviewer, if that is another person outside IT and commercial functions.
fn concurring<'a>(subject: &Subject<'a>, other: &OtherPurposes, reviewer: &Person) -> Option<&'a Person> {
    let second = subject.person(other.concurs.as_ref())?;
    let independent = !matches!(second.function, Function::InformationTechnology | Function::Commercial);
    (independent && second.number != reviewer.number).then_some(second)
}
