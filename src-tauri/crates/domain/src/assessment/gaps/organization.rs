//! Profile, security official, and the guided questions asked once for the whole organization.

use super::{Found, GapCode, Item, Scene, Step, blank, only};
use crate::catalogue::{AskedPer, Factor, Question};
use std::collections::BTreeSet;

/// Shortest text of the profile that says something.
const TEXT: usize = 10;

/// The profile, the sites and the security official.
pub fn items(scene: &Scene<'_>) -> Vec<Item> {
    let organization = &scene.content.organization;
    let short = |text: &str| text.trim().chars().count() < TEXT;
    let profile = [
        ("name", blank(&organization.name)),
        ("capabilities", short(&organization.capabilities)),
        ("infrastructure", short(&organization.infrastructure)),
        ("budget", short(&organization.budget)),
        ("sites", organization.sites.is_empty()),
    ];
    let profile = profile.map(|(field, amiss)| {
        let path = format!("/organization/{field}");
        only([(amiss, Found { path, ..scene.open(GapCode::ProfileIncomplete, "", field) })])
    });
    let held = scene.content.people.iter().any(|person| organization.has_security_official(person, scene.on));
    let path = "/organization/duties".to_owned();
    let official = Found { path, ..scene.open(GapCode::NoSecurityOfficial, "", "45 CFR 164.308(a)(2)") };
    profile.into_iter().chain([only([(!held, official)])]).collect()
}

/// The required questions of a step that are asked once; answered by words, choices or the mark of a list.
pub fn questions(scene: &Scene<'_>, step: Step) -> Vec<Item> {
    let Some(rule) = scene.catalogue.security_rules.on(scene.on).or(scene.catalogue.security_rules.latest())
    else {
        return Vec::new();
    };
    let answers = scene.assessment.answers.iter();
    let answered =
        answers.filter(|one| !blank(&one.answer) || !one.choices.is_empty()).map(|one| &one.question);
    let answered: BTreeSet<_> = answered.collect();
    let factors = rule.factors.iter().filter(|factor| step_of(factor) == step);
    let asked = |question: &&Question| question.required && question.per == AskedPer::Organization;
    let questions = factors.flat_map(|factor| &factor.questions).filter(asked);
    let items = questions.map(|question| {
        let open = scene.open(GapCode::QuestionUnanswered, "/answers", &question.id);
        only([(!answered.contains(&question.id), open)])
    });
    items.collect()
}

/// The step in which a factor of 45 CFR 164.306 is worked through.
fn step_of(factor: &Factor) -> Step {
    match factor.id.as_str() {
        "F-a1" => Step::Inventory,
        "F-a2" | "F-a3" => Step::Threats,
        "F-b2iv" => Step::Ratings,
        "F-c" | "F-d1" | "F-d2" | "F-d3" => Step::Safeguards,
        _ => Step::Organization,
    }
}
