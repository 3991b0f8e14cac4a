//! SE-e: a determination for the case, on its particular facts and circumstances.

use super::list;
use crate::number::EvidenceNumber;
use crate::organization::EvidenceKind;
use crate::practice::check::finding::Finding;
use crate::practice::check::lapse::days_after;
use crate::practice::check::subject::Subject;
use crate::practice::{Alternative, CaseDetermination};
use crate::text::blank;

/// Alternatives to weigh, unless there is a reason for fewer.
const ALTERNATIVES: usize = 2;
/// Longest time in days until the case is looked at again.
const LOOK_AGAIN: i64 = 30;
/// Earlier uses of the same reasoning in 90 days from which on a policy is due.
const REUSES: u32 = 2;

/// SE-e-0: why no policy covers it; and, where one in force lists its type, why it does not implement that.
pub fn no_policy(subject: &Subject<'_>) -> Finding {
    let Some(case) = subject.determination() else { return no_case(subject) };
    if blank(&case.no_policy_reason) {
        let fix = "Say why no organizational security policy covers this practice.";
        return Finding::unsatisfied("Not answered.", fix, subject.case_field("no_policy_reason"))
            .on([subject.name()]);
    }
    let listing = listing(subject);
    if !listing.is_empty() && blank(&case.not_this_policy_reason) {
        let found = format!("{} covers practices of this type.", list(&listing));
        let fix = format!("Say why this practice does not implement {}.", list(&listing));
        return Finding::unsatisfied(found, fix, subject.case_field("not_this_policy_reason")).on(listing);
    }
    let words = [case.no_policy_reason.trim(), case.not_this_policy_reason.trim()].join(" ");
    Finding::satisfied(words.trim()).on([subject.name()]).on(listing)
}

/// SE-e-1: facts, requestor, request and time of decision, which is not after the start; the lag of writing is
/// shown.
pub fn facts_recorded(subject: &Subject<'_>) -> Finding {
    let Some(case) = subject.determination() else { return no_case(subject) };
    let needed = [
        (!blank(&case.facts), "facts", "the facts and circumstances"),
        (!blank(&case.requestor), "requestor", "who asked"),
        (!blank(&case.request), "request", "what was asked for"),
        (case.decided_at.is_some(), "decided_at", "when it was decided"),
    ];
    let missing: Vec<&str> = needed.iter().filter(|(there, ..)| !there).map(|(.., words)| *words).collect();
    if let Some((_, field, _)) = needed.iter().find(|(there, ..)| !there) {
        let fix = format!("Record {}.", list(&missing));
        let words = format!("Missing: {}.", list(&missing));
        return Finding::unsatisfied(words, fix, subject.case_field(field)).on([subject.name()]);
    }
    let decided = case.decided_at.map(|at| subject.facts.date_of(at));
    let late = decided.zip(subject.practice.start_date).filter(|(decided, start)| start < decided);
    if let Some((decided, start)) = late {
        let words = format!("Decided on {decided}, after the practice began on {start}.");
        let fix = "A determination comes before the practice: correct the dates, or decide anew for the time ahead.";
        return Finding::unsatisfied(words, fix, subject.case_field("decided_at")).on([subject.name()]);
    }
    let on = decided.map_or_else(String::new, |decided| format!("Decided on {decided}"));
    Finding::satisfied(format!("{on}{}.", lag(case))).on([subject.name()])
}

/// SE-e1-1: a rated risk, and why the practice is necessary to mitigate it.
pub fn necessary(subject: &Subject<'_>) -> Finding {
    let Some(case) = subject.determination() else { return no_case(subject) };
    let Some(level) = subject.highest_level() else {
        let fix = "Link a rated risk, or record and rate the risk in the determination.";
        return Finding::unsatisfied("No rated risk.", fix, subject.case_field("recorded_risk"))
            .on([subject.name()]);
    };
    if blank(&case.necessity) {
        let fix = "Say why the practice is necessary and what would happen without it.";
        return Finding::unsatisfied("Not answered.", fix, subject.case_field("necessity"))
            .on([subject.name()]);
    }
    let risks = subject.linked.iter().map(|link| link.number.to_string());
    Finding::satisfied(format!("Against a risk rated {level}: {}", case.necessity.trim()))
        .on([subject.name()])
        .on(risks)
}

/// SE-e1-2: an alert, log, advisory or test result shows that the risk is real.
pub fn real_risk(subject: &Subject<'_>) -> Finding {
    let Some(case) = subject.determination() else { return no_case(subject) };
    let proof: Vec<String> =
        case.evidence.iter().filter(|number| is_proof(subject, number)).map(ToString::to_string).collect();
    if proof.is_empty() {
        let fix = "Attach an alert, log, advisory or test result.";
        return Finding::unsatisfied("No evidence of the risk.", fix, subject.case_field("evidence"))
            .on([subject.name()]);
    }
    Finding::satisfied(format!("Shown by {}.", list(&proof))).on(proof)
}

/// SE-e2-1: two alternatives or a reason for fewer, each answered in full.
pub fn alternatives(subject: &Subject<'_>) -> Finding {
    let Some(case) = subject.determination() else { return no_case(subject) };
    let target = subject.case_field("alternatives");
    if case.alternatives.len() < ALTERNATIVES && blank(&case.few_alternatives_reason) {
        let fix = "Weigh at least two alternatives that interfere less, or say why there are fewer.";
        let words = format!("Alternatives considered: {}.", case.alternatives.len());
        return Finding::unsatisfied(words, fix, target).on([subject.name()]);
    }
    if let Some(place) = case.alternatives.iter().position(|one| !is_answered(one)) {
        let words = format!("Alternative {} is not answered in full.", place + 1);
        let fix = format!(
            "Say for alternative {} what it is, whether it addresses the risk, interferes less and is reasonable, and why.",
            place + 1
        );
        return Finding::unsatisfied(words, fix, target).on([subject.name()]);
    }
    Finding::satisfied(format!("Alternatives considered: {}.", case.alternatives.len())).on([subject.name()])
}

/// SE-e2-2: no alternative addresses the risk, interferes less, and is reasonable and appropriate.
pub fn no_alternative(subject: &Subject<'_>) -> Finding {
    let Some(case) = subject.determination() else { return no_case(subject) };
    let better =
        |one: &&Alternative| [one.addresses_risk, one.less_interfering, one.reasonable] == [Some(true); 3];
    if let Some(better) = case.alternatives.iter().find(better) {
        let words = format!("It would do: {}", better.description.trim());
        let fix = "Take that alternative instead; it addresses the risk with less interference.";
        return Finding::unsatisfied(words, fix, subject.case_field("alternatives")).on([subject.name()]);
    }
    let words = match case.conclusion.trim() {
        "" => "No alternative has all three answers yes.",
        conclusion => conclusion,
    };
    Finding::satisfied(words).on([subject.name()])
}

/// SE-e-3: decided by the security official or a deputy, for this case only, and not a third time.
pub fn decided(subject: &Subject<'_>) -> Finding {
    let Some(case) = subject.determination() else { return no_case(subject) };
    let day = case.decided_at.map_or(subject.on, |at| subject.facts.date_of(at));
    let official = case.approver.as_ref().filter(|by| subject.facts.is_security_official(by.as_str(), day));
    let fault = match official {
        None => Some((
            "approver",
            "Not decided by the security official or a deputy.",
            "Have the security official or a deputy decide.",
        )),
        Some(_) if !case.single_case => {
            Some(("single_case", "Not limited to this case.", "Limit the determination to this case."))
        }
        Some(_) if case.reuses_in_90_days >= REUSES => Some((
            "reuses_in_90_days",
            "The same reasoning was used a third time in 90 days.",
            "Write a policy for this kind of case.",
        )),
        Some(_) => None,
    };
    if let Some((field, words, fix)) = fault {
        return Finding::unsatisfied(words, fix, subject.case_field(field)).on([subject.name()]);
    }
    let by = official.map(ToString::to_string);
    Finding::satisfied(format!("Decided on {day} for this case only.")).on([subject.name()]).on(by)
}

/// SE-e-4: a day within 30 days to look again, and what ends the practice.
pub fn ends(subject: &Subject<'_>) -> Finding {
    let Some(case) = subject.determination() else { return no_case(subject) };
    let from = case.decided_at.map(|at| subject.facts.date_of(at)).or(subject.practice.start_date);
    let latest = from.map(|from| days_after(from, LOOK_AGAIN));
    let review = case.review_on.filter(|review| latest.is_some_and(|latest| *review <= latest));
    let Some(review) = review else {
        let fix = "Set a day within 30 days of the decision to look at it again.";
        return Finding::unsatisfied("No review within 30 days.", fix, subject.case_field("review_on"))
            .on([subject.name()]);
    };
    if blank(&case.end_condition) {
        let fix = "Say what ends the practice.";
        return Finding::unsatisfied("No end is set.", fix, subject.case_field("end_condition"))
            .on([subject.name()]);
    }
    let words = format!("Looked at again by {review}; ends when: {}", case.end_condition.trim());
    Finding::satisfied(words).on([subject.name()])
}

fn no_case(subject: &Subject<'_>) -> Finding {
    let fix = "Record the determination for this case.";
    Finding::unsatisfied("No determination.", fix, subject.field("basis"))
}

/// The versions in force of policies that list the practice's type.
fn listing(subject: &Subject<'_>) -> Vec<String> {
    let Some(of_type) = &subject.practice.practice_type else { return Vec::new() };
    let policies =
        subject.facts.content.policies.iter().filter(|policy| policy.practice_types.contains(of_type));
    policies.filter_map(|policy| subject.in_force(&policy.number)).map(|named| named.name()).collect()
}

fn is_proof(subject: &Subject<'_>, number: &EvidenceNumber) -> bool {
    let kinds = [EvidenceKind::Alert, EvidenceKind::Log, EvidenceKind::Advisory, EvidenceKind::TestResult];
    subject.facts.evidence(number.as_str()).is_some_and(|item| kinds.contains(&item.kind))
}

fn is_answered(one: &Alternative) -> bool {
    let answers = [one.addresses_risk, one.less_interfering, one.reasonable];
    answers.iter().all(Option::is_some) && !blank(&one.description) && !blank(&one.reason)
}

/// How long after the decision it was written down.
fn lag(case: &CaseDetermination) -> String {
    let Some((decided, recorded)) = case.decided_at.zip(case.recorded_at) else { return String::new() };
    let minutes = (recorded.as_second() - decided.as_second()) / 60;
    match minutes {
        ..=0 => ", written down at once".to_owned(),
        1..=119 => format!(", written down {minutes} minutes later"),
        120..=2879 => format!(", written down {} hours later", minutes / 60),
        _ => format!(", written down {} days later", minutes / 1440),
    }
}
