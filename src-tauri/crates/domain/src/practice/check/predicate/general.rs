//! SE-0: who acts, on what, whether Part 171 reaches it, and whether the conditions hold all the time.

use super::{length, list};
use crate::catalogue::ResultState;
use crate::organization::ActorType;
use crate::practice::check::finding::{Finding, FixTarget};
use crate::practice::check::lapse;
use crate::practice::check::subject::Subject;
use crate::practice::{Interference, YesNo};
use crate::text::blank;

/// Fewest characters of a description that says exactly what is done.
const DESCRIPTION: usize = 40;

/// SE-0-a: at least one actor type; none ends the check.
pub fn actor(subject: &Subject<'_>) -> Finding {
    let types = &subject.facts.content.organization.actor_types;
    if types.is_empty() {
        let target = FixTarget::Organization { field: "actor_types".to_owned() };
        let fix =
            "If the organization is an actor of 45 CFR 171.102, say in which capacity under Organization.";
        let found = "The organization is recorded as no actor of 45 CFR 171.102.";
        return Finding::unsatisfied(found, fix, target).ends(ResultState::OutsideDefinition);
    }
    let capacities: Vec<&str> = types.iter().map(|actor| capacity(*actor)).collect();
    Finding::satisfied(format!("The organization acts as {}.", list(&capacities)))
        .on(["organization".to_owned()])
        .basic()
}

/// SE-0-b: answered with a reason; no ends the check.
pub fn is_ehi(subject: &Subject<'_>) -> Finding {
    let Some(answer) = subject.practice.is_ehi.as_ref().filter(|answer| !blank(&answer.reason)) else {
        let fix = "Say whether the information is EHI as 45 CFR 171.102 defines it, and why.";
        return Finding::unsatisfied("Not answered with a reason.", fix, subject.field("is_ehi")).basic();
    };
    let reason = answer.reason.trim();
    match answer.answer {
        YesNo::Yes => Finding::satisfied(format!("It is EHI: {reason}")).on([subject.name()]).basic(),
        YesNo::No => {
            let found = Finding::satisfied(format!("It is not EHI: {reason}"));
            found.on([subject.name()]).ends(ResultState::OutsideDefinition)
        }
    }
}

/// SE-0-1: description of 40 characters or more, start, requestors and EHI.
pub fn described(subject: &Subject<'_>) -> Finding {
    let practice = subject.practice;
    let named = |items: &[String]| items.iter().any(|item| !blank(item));
    let needed = [
        (
            length(&practice.description) >= DESCRIPTION,
            "description",
            "a description of 40 characters or more",
        ),
        (practice.start_date.is_some(), "start_date", "the first day"),
        (named(&practice.affected_requestors), "affected_requestors", "whose access may be touched"),
        (named(&practice.affected_ehi), "affected_ehi", "which EHI may be touched"),
    ];
    let missing: Vec<&str> = needed.iter().filter(|(there, ..)| !there).map(|(.., words)| *words).collect();
    let Some((_, field, _)) = needed.iter().find(|(there, ..)| !there) else {
        let start = practice.start_date.map_or_else(String::new, |start| format!(" since {start}"));
        let who = list(&practice.affected_requestors);
        return Finding::satisfied(format!("Described{start}; it may touch access by {who}."))
            .on([subject.name()]);
    };
    let missing = list(&missing);
    Finding::unsatisfied(format!("Missing: {missing}."), format!("Fill in {missing}."), subject.field(field))
        .on([subject.name()])
}

/// SE-0-2: likely, not likely or unsure with a reason; not likely ends the check.
pub fn interference(subject: &Subject<'_>) -> Finding {
    let Some(answer) = subject.practice.interference.as_ref().filter(|answer| !blank(&answer.reason)) else {
        let fix =
            "Say whether the practice is likely to interfere with access, exchange or use of EHI, and why.";
        return Finding::unsatisfied("Not answered with a reason.", fix, subject.field("interference"))
            .basic();
    };
    let reason = answer.reason.trim();
    let found = match answer.answer {
        Interference::Likely => format!("Likely to interfere: {reason}"),
        Interference::NotLikely => format!("Not likely to interfere: {reason}"),
        Interference::Unsure => format!("Not known whether it interferes: {reason}"),
    };
    let finding = Finding::satisfied(found).on([subject.name()]);
    match answer.answer {
        Interference::NotLikely => finding.ends(ResultState::ExceptionNotNeeded),
        Interference::Likely | Interference::Unsure => finding.basic(),
    }
}

/// SE-0-3: whether law requires it; yes with the law ends the check.
pub fn required_by_law(subject: &Subject<'_>) -> Finding {
    let target = subject.field("required_by_law");
    let Some(answer) = &subject.practice.required_by_law else {
        let fix = "Say whether a law requires the practice; that a law permits it is not enough.";
        return Finding::unsatisfied("Not answered.", fix, target).basic();
    };
    match (answer.answer, answer.citation.trim()) {
        (YesNo::No, _) => Finding::satisfied("No law requires the practice.").on([subject.name()]).basic(),
        (YesNo::Yes, "") => {
            let fix = "Cite the law that requires the practice.";
            Finding::unsatisfied("Said to be required by law; no law is cited.", fix, target).basic()
        }
        (YesNo::Yes, law) => {
            let finding = Finding::satisfied(format!("Required by {law}.")).on([subject.name()]);
            finding.ends(ResultState::OutsideDefinition)
        }
    }
}

/// SE-0-4: the latest review is not older than the interval and left no finding open.
pub fn at_all_times(subject: &Subject<'_>) -> Finding {
    let Some(last) = subject.last_review() else {
        let fix = "Review the practice and record the review under Practices.";
        return Finding::unsatisfied("No review is on record.", fix, subject.field("reviews"))
            .on([subject.name()]);
    };
    let evidence = [subject.name(), last.by.to_string()];
    match lapse::review(subject) {
        Some(lapse) => Finding::lapsed(lapse.explanation.clone(), lapse.cure()).on(evidence),
        None => Finding::satisfied(format!("Reviewed on {} without open findings.", last.on)).on(evidence),
    }
}

fn capacity(actor: ActorType) -> &'static str {
    match actor {
        ActorType::HealthCareProvider => "health care provider",
        ActorType::CertifiedHealthItDeveloper => "developer of certified health IT",
        ActorType::HealthInformationNetwork => "health information network or exchange",
    }
}
