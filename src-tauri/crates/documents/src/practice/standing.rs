//! What the sheet opens with: which practice, in which state, checked when and under which text, and the conclusion.

use super::sheet::PracticeSheet;
use super::words;
use crate::assessment::words::{filled, listed};
use crate::block::{Block, Content, Run};
use riskwright_domain::practice::check::subject::Subject;
use riskwright_domain::practice::{Basis, Practice, Protection};

/// Names and values below the title.
pub fn front_matter(sheet: &PracticeSheet<'_>) -> Vec<(&'static str, Content)> {
    let check = sheet.check;
    let copy = format!("made {} by {}", sheet.copy.made_on, sheet.copy.made_by);
    vec![
        ("Practice", format!("{} · {}", sheet.practice.number, sheet.practice.title).into()),
        ("Organization", organization(sheet).into()),
        ("State", state(sheet.practice).into()),
        ("Rests on", rests_on(sheet.practice).into()),
        (
            "Checked for",
            format!("{}, under 45 CFR 171.203 in the edition {}", sheet.on, check.rule_edition).into(),
        ),
        ("Conclusion", Run::bold(words::conclusion(check.conclusion)).into()),
        ("Copy", copy.into()),
    ]
}

/// The panel with the conclusion of the check in its own words, and what the sheet is not.
pub fn conclusion(sheet: &PracticeSheet<'_>) -> Block {
    let runs = vec![
        Run::bold(sheet.check.words.as_str()),
        Run::plain(
            " This sheet is documentation: what the organization recorded and what was found in it. It is not legal advice.",
        ),
    ];
    if sheet.check.conclusion.is_no() { Block::warning(runs) } else { Block::info(runs) }
}

/// What is done, why, to whom, and how far it reaches.
pub fn blocks(sheet: &PracticeSheet<'_>, subject: &Subject<'_>) -> Vec<Block> {
    let practice = sheet.practice;
    let mut rows: Vec<(&str, Vec<Run>)> = vec![
        ("Kind of practice", plain(kind(subject))),
        ("First and last day", plain(days(practice))),
        ("Review", plain(review(subject))),
        ("Whose access may be touched", told(&practice.affected_requestors)),
        ("EHI that may be touched", told(&practice.affected_ehi)),
        ("How much it restricts", restriction(practice)),
        ("Reach", plain(words::reach(&practice.scope))),
        ("What it protects", protection(practice.protection.as_ref())),
    ];
    rows.extend(
        practice.scope_reasons.iter().map(|one| ("Reaches further because", plain(filled(&one.reason)))),
    );
    vec![Block::heading(1, "practice", "What is done"), described(practice), Block::key_values(rows)]
}

fn described(practice: &Practice) -> Block {
    match practice.description.trim() {
        "" => Block::warning("No description is recorded."),
        description => Block::paragraph(description),
    }
}

fn organization(sheet: &PracticeSheet<'_>) -> String {
    let organization = sheet.organization();
    let actors: Vec<&str> = organization.actor_types.iter().map(|one| words::actor(*one)).collect();
    match actors.as_slice() {
        [] => format!("{} (recorded as no actor of 45 CFR 171.102)", organization.name),
        actors => format!("{} (actor: {})", organization.name, actors.join(", ")),
    }
}

fn state(practice: &Practice) -> String {
    let state = words::state(practice.state);
    match (practice.start_date, practice.end_date) {
        (Some(start), Some(end)) => format!("{state}: {start} to {end}"),
        (Some(start), None) => format!("{state} since {start}"),
        (None, _) => format!("{state}; no first day is recorded"),
    }
}

fn rests_on(practice: &Practice) -> String {
    match &practice.basis {
        Some(Basis::Policy(basis)) => {
            let statements = listed(&basis.statements);
            format!("{} v{}, statements {statements}: 45 CFR 171.203(d)", basis.policy, basis.version)
        }
        Some(Basis::Case(_)) => "A determination for this case: 45 CFR 171.203(e)".to_owned(),
        None => "Not said: neither a policy (d) nor a determination for the case (e) is named".to_owned(),
    }
}

fn kind(subject: &Subject<'_>) -> String {
    let Some(id) = &subject.practice.practice_type else { return "Of no listed kind".to_owned() };
    let known = subject.rule.practice_types.get(id.as_str());
    known.map_or_else(|| id.to_string(), |one| format!("{id}: {}", one.name))
}

fn days(practice: &Practice) -> String {
    let day = |day: Option<jiff::civil::Date>| {
        day.map_or_else(|| "none recorded".to_owned(), |day| day.to_string())
    };
    let emergency = if practice.emergency { "; begun in an emergency" } else { "" };
    format!("first {}, last {}{emergency}", day(practice.start_date), day(practice.end_date))
}

fn review(subject: &Subject<'_>) -> String {
    let interval = subject.practice.review_interval_days;
    let every =
        interval.map_or_else(|| "no interval set".to_owned(), |days| format!("every {days} calendar days"));
    let last = subject.last_review();
    let last = last.map_or_else(|| "none held".to_owned(), |review| format!("last held on {}", review.on));
    format!("{every}; {last}")
}

fn restriction(practice: &Practice) -> Vec<Run> {
    let Some(one) = practice.restrictiveness else { return missing("Not said") };
    plain(words::restrictiveness(one).to_owned())
}

fn protection(protection: Option<&Protection>) -> Vec<Run> {
    let Some(one) = protection else { return missing("Not said") };
    let effects = format!(
        "Confidentiality: {}; integrity: {}; availability: {}. ",
        words::effect(one.confidentiality),
        words::effect(one.integrity),
        words::effect(one.availability)
    );
    let mut runs = vec![Run::plain(effects + &filled(&one.mechanism))];
    if !one.harm_reason.trim().is_empty() {
        runs.push(Run::plain(format!(" Harm accepted because: {}", one.harm_reason.trim())));
    }
    runs
}

fn told(all: &[String]) -> Vec<Run> {
    let all: Vec<&str> = all.iter().map(|one| one.trim()).filter(|one| !one.is_empty()).collect();
    if all.is_empty() { missing("Not said") } else { plain(all.join("; ")) }
}

fn plain(text: String) -> Vec<Run> {
    vec![Run::plain(text)]
}

fn missing(text: &str) -> Vec<Run> {
    vec![Run::bold(text)]
}
