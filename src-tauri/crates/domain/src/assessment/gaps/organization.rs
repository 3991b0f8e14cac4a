//! Profile, security official, and the guided questions asked once for the whole organization.

use super::{Found, GapCode, Item, Scene, Step, only};
use crate::assessment::FactorAnswer;
use crate::assessment::answer_check::{faults, is_empty};
use crate::assessment::path::is_asked;
use crate::catalogue::{AnsweredIn, Factor, Question};
use crate::text::blank;

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

/// The required questions of a step that have an answer of their own, and every answer that came forward.
///
/// A question that records answer has none: what they lack is a gap of theirs. Where a list needs the mark that it
/// is complete, the mark is the answer.
pub fn questions(scene: &Scene<'_>, step: Step) -> Vec<Item> {
    let Some(rule) = scene.catalogue.security_rules.on(scene.on).or(scene.catalogue.security_rules.latest())
    else {
        return Vec::new();
    };
    let factors = rule.factors.iter().filter(|factor| step_of(factor) == step);
    factors.flat_map(|factor| &factor.questions).filter_map(|question| asked(scene, question)).collect()
}

fn asked(scene: &Scene<'_>, question: &Question) -> Option<Item> {
    let mut answers = scene.assessment.answers.iter().enumerate();
    let answer = answers.find(|(_, one)| one.question == question.id);
    let own = question.answered_in.is_none() || question.has_mark();
    let profile = question.answered_in == Some(AnsweredIn::Profile);
    let due = question.required && is_asked(question, scene.assessment) && (own || profile);
    let mut item = match (due, profile) {
        (true, true) => of_profile(scene, question, answer.map(|(_, one)| one)),
        (true, false) => answered(scene, question, answer),
        (false, _) => Vec::new(),
    };
    let carried = answer.filter(|(_, one)| one.carried);
    item.extend(
        carried.map(|(at, _)| scene.blocking(GapCode::NotConfirmed, &format!("/answers/{at}"), &question.id)),
    );
    (due || carried.is_some()).then_some(item)
}

fn answered(scene: &Scene<'_>, question: &Question, answer: Option<(usize, &FactorAnswer)>) -> Item {
    let Some((at, answer)) = answer.filter(|(_, one)| !is_empty(one)) else {
        return vec![scene.open(GapCode::QuestionUnanswered, "/answers", &question.id)];
    };
    let faults = faults(question, answer, scene.content);
    if question.answered_in.is_some() && !faults.is_empty() {
        return vec![scene.open(GapCode::QuestionUnanswered, &format!("/answers/{at}"), &question.id)];
    }
    let found = faults.into_iter().map(|fault| {
        scene.open(GapCode::AnswerFaulty, &format!("/answers/{at}/{}", fault.place), &question.id)
    });
    found.collect()
}

/// Fields of the profile that a question fills; the mark says that an empty list was looked at.
fn of_profile(scene: &Scene<'_>, question: &Question, answer: Option<&FactorAnswer>) -> Item {
    let organization = &scene.content.organization;
    let fields = [
        ("size_band", organization.size_band.is_none()),
        ("complexity", organization.complexity.is_empty()),
        ("actor_types", organization.actor_types.is_empty()),
    ];
    let marked = answer.is_some_and(|one| one.complete);
    let filled = fields.into_iter().filter(|(field, _)| question.fills(&format!("Organization.{field}")));
    only(filled.map(|(field, empty)| {
        let path = format!("/organization/{field}");
        (empty && !marked, Found { path, ..scene.open(GapCode::QuestionUnanswered, "", &question.id) })
    }))
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
