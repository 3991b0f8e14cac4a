//! SE-b: tailored to the specific security risk being addressed.

use super::list;
use crate::assessment::register::Registered;
use crate::practice::check::finding::{Finding, FixTarget};
use crate::practice::check::lapse::days_after;
use crate::practice::check::subject::Subject;
use crate::practice::{Alternative, Dimension, Reach, RecordedRisk, Restrictiveness};
use crate::risk::Level;
use crate::text::blank;
use std::collections::BTreeSet;

/// Longest interval of review in days: 12 months.
const INTERVAL: u32 = 366;
/// Longest emergency measure, and longest interval of its review, in days.
const EMERGENCY: u32 = 30;
/// Words that name no specific threat, vulnerability, asset or effect, in lower case.
const GENERIC: [&str; 20] = [
    "all",
    "any",
    "attack",
    "attacks",
    "breach",
    "cyber attack",
    "cyber attacks",
    "cyberattack",
    "cyberattacks",
    "data breach",
    "everything",
    "hackers",
    "hacking",
    "malware",
    "risk",
    "security",
    "security risk",
    "security risks",
    "threats",
    "various",
];

/// SE-b-1: threat, vulnerability, asset and effect set on every linked risk; generic entries are refused.
pub fn specific_risk(subject: &Subject<'_>) -> Finding {
    for link in &subject.linked {
        let Some(found) = link.registered else {
            let words = format!("{} is in no register that counts on {}.", link.number, subject.on);
            let fix = format!("Link a risk of the register in place of {}.", link.number);
            return Finding::unsatisfied(words, fix, subject.field("risks")).on([link.number.to_string()]);
        };
        let missing = unspecific(subject, &found);
        if !missing.is_empty() {
            let words = format!("{} does not name a specific {}.", link.number, list(&missing));
            let fix = format!("State the specific {} of {} in the register.", list(&missing), link.number);
            let target =
                FixTarget::Risk { assessment: found.assessment.number.clone(), risk: link.number.clone() };
            return Finding::unsatisfied(words, fix, target).on([link.number.to_string()]);
        }
    }
    let missing = subject.recorded_risk().map(unspecific_record).unwrap_or_default();
    if !missing.is_empty() {
        let fix = format!("State the specific {} of the risk in the determination.", list(&missing));
        let words = format!("The recorded risk does not name a specific {}.", list(&missing));
        return Finding::unsatisfied(words, fix, subject.case_field("recorded_risk")).on([subject.name()]);
    }
    let recorded =
        subject.recorded_risk().map(|risk| format!("{}: {}", risk.threat.trim(), risk.effect.trim()));
    let stated: Vec<String> =
        subject.registered().map(|found| found.risk.effect.trim().to_owned()).chain(recorded).collect();
    let numbers: Vec<String> = subject.linked.iter().map(|link| link.number.to_string()).collect();
    let evidence = if numbers.is_empty() { vec![subject.name()] } else { numbers };
    Finding::satisfied(stated.join(" ")).on(evidence)
}

/// SE-b-2: in each dimension the practice reaches no further than the risk, or says why.
pub fn scope(subject: &Subject<'_>) -> Finding {
    let explained: Vec<Dimension> = subject
        .practice
        .scope_reasons
        .iter()
        .filter(|reason| !blank(&reason.reason))
        .map(|reason| reason.dimension)
        .collect();
    let wider: Vec<Dimension> = Dimension::ALL.into_iter().filter(|one| !within(subject, *one)).collect();
    let open: Vec<&str> =
        wider.iter().filter(|one| !explained.contains(one)).map(|one| dimension(*one)).collect();
    let evidence: Vec<String> = subject.linked.iter().map(|link| link.number.to_string()).collect();
    if !open.is_empty() {
        let found = format!("Reaches further than the risk in {}.", list(&open));
        let fix =
            format!("Narrow the practice to the risk in {}, or say why it must reach further.", list(&open));
        return Finding::unsatisfied(found, fix, subject.field("scope")).on([subject.name()]).on(evidence);
    }
    let unlimited: Vec<&str> = Dimension::ALL
        .into_iter()
        .filter(|one| subject.practice.scope.reach(*one).is_all())
        .map(dimension)
        .collect();
    let mut found = "Reaches no further than the risk".to_owned();
    if !wider.is_empty() {
        let wider: Vec<&str> = wider.into_iter().map(dimension).collect();
        found = format!("{found}, save with a reason in {}", list(&wider));
    }
    if !unlimited.is_empty() {
        found = format!("{found}; no limit is recorded in {}", list(&unlimited));
    }
    Finding::satisfied(format!("{found}.")).on([subject.name()]).on(evidence)
}

/// SE-b-3: an end or a review within 12 months; within 30 days for an emergency measure.
pub fn ends(subject: &Subject<'_>) -> Finding {
    let practice = subject.practice;
    let longest = if practice.emergency { EMERGENCY } else { INTERVAL };
    let interval = practice.review_interval_days.filter(|days| *days <= longest);
    let latest = practice.start_date.map(|start| days_after(start, i64::from(EMERGENCY)));
    let end =
        practice.end_date.filter(|end| !practice.emergency || latest.is_some_and(|latest| *end <= latest));
    let found = match (end, interval) {
        (Some(end), _) => format!("Ends on {end}."),
        (None, Some(days)) => format!("Reviewed every {days} calendar days."),
        (None, None) => {
            let within = if practice.emergency { "30 days" } else { "12 months" };
            let fix = format!("Set a last day, or an interval of review of {within} or less.");
            let target = subject.field("review_interval_days");
            return Finding::unsatisfied(format!("No end or review within {within}."), fix, target)
                .on([subject.name()]);
        }
    };
    Finding::satisfied(found).on([subject.name()])
}

/// SE-b-4: a full block needs a residual level of High or Very High, or a second approval.
pub fn proportionate(subject: &Subject<'_>) -> Finding {
    let Some(restrictiveness) = subject.practice.restrictiveness else {
        let fix = "Say how much the practice restricts access.";
        return Finding::unsatisfied("Not answered.", fix, subject.field("restrictiveness"));
    };
    let level = subject.highest_level();
    let evidence = subject.registered().map(|found| found.risk.number.to_string());
    let at = level.map_or_else(String::new, |level| format!(" against a risk rated {level}"));
    if restrictiveness != Restrictiveness::FullBlock || level.is_some_and(|level| level >= Level::High) {
        return Finding::satisfied(format!("{}{at}.", restricts(restrictiveness)))
            .on(evidence)
            .on([subject.name()]);
    }
    let first = subject.practice.decision.as_ref().map(|decision| &decision.by);
    let second = subject.practice.second_approval.as_ref().filter(|second| first != Some(&second.by));
    match second.and_then(|second| subject.person(Some(&second.by))) {
        Some(second) => {
            let found = format!("{}{at}, approved by a second person.", restricts(restrictiveness));
            Finding::satisfied(found).on(evidence).on([second.number.to_string()])
        }
        None => {
            let fix = "Restrict less, or have a second person approve the full block.";
            Finding::unsatisfied(format!("A full block{at}."), fix, subject.field("restrictiveness"))
                .on(evidence)
        }
    }
}

/// SE-b-5: at least one less restrictive option with the reason why not.
pub fn alternatives(subject: &Subject<'_>) -> Finding {
    let case = subject.determination().map_or(&[][..], |case| case.alternatives.as_slice());
    let weighed = |one: &&Alternative| !blank(&one.description) && !blank(&one.reason);
    let count = subject.practice.alternatives.iter().chain(case).filter(weighed).count();
    if count == 0 {
        let fix = "Name at least one less restrictive option and say why it was not taken.";
        return Finding::unsatisfied(
            "No less restrictive option is recorded.",
            fix,
            subject.field("alternatives"),
        );
    }
    Finding::satisfied(format!("Options weighed: {count}.")).on([subject.name()])
}

/// What a registered risk leaves unsaid or says only in general.
fn unspecific(subject: &Subject<'_>, found: &Registered<'_>) -> Vec<&'static str> {
    let risk = found.risk;
    let own = found.assessment.own_threats.iter().find(|own| own.id == risk.threat);
    let threat = subject.facts.catalogue.threat(risk.threat.as_str()).is_some()
        || own.is_some_and(|own| !generic(&own.name));
    let weakness = risk.vulnerabilities.iter().any(|one| !blank(one.as_str()))
        || risk.predisposing_conditions.iter().any(|one| !blank(one.as_str()));
    let asset = found.assessment.assets.iter().any(|asset| asset.number == risk.asset);
    absent([threat, weakness, asset, !generic(&risk.effect)])
}

fn unspecific_record(risk: &RecordedRisk) -> Vec<&'static str> {
    absent([&risk.threat, &risk.vulnerability, &risk.asset, &risk.effect].map(|text| !generic(text)))
}

fn absent(there: [bool; 4]) -> Vec<&'static str> {
    let names = ["threat", "vulnerability", "asset", "effect"];
    names.into_iter().zip(there).filter(|(_, there)| !there).map(|(name, _)| name).collect()
}

/// Whether a text says nothing, or nothing specific.
fn generic(text: &str) -> bool {
    let text = text.trim().trim_end_matches('.').to_lowercase();
    text.is_empty() || GENERIC.contains(&text.as_str())
}

/// Whether the practice reaches no further in one dimension than its risks together.
fn within(subject: &Subject<'_>, dimension: Dimension) -> bool {
    let mut union = BTreeSet::new();
    for scope in subject.risk_scopes() {
        match scope.reach(dimension) {
            Reach::All => return true,
            Reach::Only(some) => union.extend(some.iter().cloned()),
        }
    }
    subject.practice.scope.reach(dimension).within(&Reach::Only(union))
}

fn dimension(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Requestors => "requestors",
        Dimension::Data => "data",
        Dimension::Systems => "systems",
        Dimension::Time => "time",
    }
}

fn restricts(restrictiveness: Restrictiveness) -> &'static str {
    match restrictiveness {
        Restrictiveness::Delay => "Access comes later",
        Restrictiveness::Condition => "Access needs something first",
        Restrictiveness::Limit => "Less at a time",
        Restrictiveness::PartialBlock => "Some access is stopped",
        Restrictiveness::FullBlock => "All access is stopped",
    }
}
