//! What statements rest on: risks of an approved assessment or a required duty, decisions, standards.

use super::{Refusal, RefusalCode, Scene, refusal, warning};
use crate::catalogue::Designation;
use crate::framework::Standards;
use crate::number::Citation;
use crate::policy::{Effect, Statement};
use crate::text::blank;

pub(super) fn refusals(scene: Scene<'_>) -> Vec<Refusal> {
    let mut found = assessed(scene);
    for (at, statement) in scene.version.statements.iter().enumerate() {
        found.extend(of_statement(scene, at, statement));
        found.extend(of_links(scene, at, statement));
        found.extend(of_standards(scene, at, statement));
    }
    found.extend(decisions(scene));
    let standards = Standards::of(scene.catalogue, scene.content);
    let mut alignments = scene.version.statements.iter().flat_map(|one| &one.alignments);
    let qualified = alignments.any(|one| standards.serves_d3(one.framework.as_str(), scene.on));
    if !qualified {
        found.push(refusal("/statements", RefusalCode::NoStandard, ""));
    }
    found
}

fn assessed(scene: Scene<'_>) -> Vec<Refusal> {
    let approved = scene.assessment().and_then(|one| one.approved_on()).is_some_and(|on| on <= scene.on);
    let named = scene.version.assessment.as_ref().map(ToString::to_string).unwrap_or_default();
    let mut found = Vec::new();
    if !approved {
        found.push(refusal("/assessment", RefusalCode::AssessmentNotApproved, named));
    }
    let answers = scene.version.statements.iter().any(|one| !one.risks.is_empty());
    if scene.policy.may_restrict_ehi && !answers {
        found.push(refusal("/statements", RefusalCode::NoRisk, ""));
    }
    found
}

fn of_statement(scene: Scene<'_>, at: usize, one: &Statement) -> Vec<Refusal> {
    let mut found = Vec::new();
    if blank(&one.role) || !one.text.trim_start().starts_with(one.role.trim()) {
        found.push(refusal(format!("/statements/{at}/role"), RefusalCode::RoleMissing, &one.number));
    }
    if one.risks.is_empty() {
        let path = format!("/statements/{at}/risks");
        if scene.policy.may_restrict_ehi {
            found.push(refusal(path, RefusalCode::DutyAlone, &one.number));
        } else if !one.safeguards.iter().any(|citation| scene.catalogue.is_required(citation.as_str())) {
            found.push(refusal(path, RefusalCode::NoBasis, &one.number));
        }
    }
    found
}

fn of_links(scene: Scene<'_>, at: usize, one: &Statement) -> Vec<Refusal> {
    let known = |number: &str| {
        scene.assessment().is_some_and(|it| it.risks.iter().any(|risk| risk.number.as_str() == number))
    };
    let mut found = Vec::new();
    for (place, link) in one.risks.iter().enumerate() {
        let path = format!("/statements/{at}/risks/{place}");
        if !known(link.risk.as_str()) {
            found.push(refusal(format!("{path}/risk"), RefusalCode::RiskUnknown, &link.risk));
        }
        if !link.effect.as_ref().is_some_and(Effect::is_stated) {
            found.push(refusal(format!("{path}/effect"), RefusalCode::EffectMissing, &link.risk));
        }
    }
    found
}

fn of_standards(scene: Scene<'_>, at: usize, one: &Statement) -> Vec<Refusal> {
    let mut found = Vec::new();
    let standards = Standards::of(scene.catalogue, scene.content);
    for (place, alignment) in one.alignments.iter().enumerate() {
        let path = format!("/statements/{at}/alignments/{place}");
        let subject = format!("{} {}", alignment.framework, alignment.element);
        if standards.is_superseded(alignment.framework.as_str(), scene.on) {
            found.push(warning(path.clone(), RefusalCode::StandardSuperseded, &subject));
        }
        if !standards.accepts(alignment.framework.as_str(), &alignment.element) {
            found.push(refusal(path, RefusalCode::ElementUnknown, subject));
        }
    }
    found
}

/// Every addressable item that the version carries needs an approved decision: 45 CFR 164.306(d)(3).
fn decisions(scene: Scene<'_>) -> Vec<Refusal> {
    let decided = |citation: &Citation| {
        scene.assessment().is_some_and(|it| {
            it.decisions.iter().any(|one| one.specification == *citation && one.approval.is_some())
        })
    };
    let version = scene.version;
    let mut carried: Vec<&Citation> =
        version.safeguards.iter().chain(version.statements.iter().flat_map(|one| &one.safeguards)).collect();
    carried.sort();
    carried.dedup();
    let addressable = carried.into_iter().filter(|citation| {
        let item = scene.catalogue.safeguard(citation.as_str());
        item.is_some_and(|item| item.designation == Designation::Addressable)
    });
    addressable
        .filter(|citation| !decided(citation))
        .map(|citation| refusal("/safeguards", RefusalCode::DecisionNotApproved, citation))
        .collect()
}
