//! Numbers of a content: what exists, what exists twice, what is no number.

use super::Content;
use super::problem::{Problem, ProblemCode};
use crate::number::{ASSET, EVIDENCE, NumberForm, PERSON, PRACTICE, RISK, STATEMENT};
use std::collections::BTreeSet;

/// What references may name.
pub struct Index {
    /// People.
    pub people: BTreeSet<String>,
    /// Sites.
    pub sites: BTreeSet<String>,
    /// Evidence.
    pub evidence: BTreeSet<String>,
    /// Assessments.
    pub assessments: BTreeSet<String>,
    /// Risks of any assessment.
    pub risks: BTreeSet<String>,
    /// Assets of any assessment.
    pub assets: BTreeSet<String>,
    /// Policies.
    pub policies: BTreeSet<String>,
}

impl Index {
    /// The numbers of a content.
    pub fn of(content: &Content) -> Self {
        let assessments = || content.assessments.iter();
        Self {
            people: names(content.people.iter().map(|one| one.number.as_str())),
            sites: names(content.organization.sites.iter().map(|one| one.number.as_str())),
            evidence: names(content.evidence.iter().map(|one| one.number.as_str())),
            assessments: names(assessments().map(|one| one.number.as_str())),
            risks: names(assessments().flat_map(|one| one.risks.iter().map(|risk| risk.number.as_str()))),
            assets: names(assessments().flat_map(|one| one.assets.iter().map(|asset| asset.number.as_str()))),
            policies: names(content.policies.iter().map(|one| one.number.as_str())),
        }
    }

    /// Numbers, logins and versions that stand twice where each must be its own.
    pub fn duplicates(&self, content: &Content) -> Vec<Problem> {
        let mut found = twice("/people", "number", content.people.iter().map(|one| one.number.as_str()));
        found.extend(twice("/people", "login", content.people.iter().filter_map(|one| one.login.as_deref())));
        found.extend(twice("/evidence", "number", content.evidence.iter().map(|one| one.number.as_str())));
        found.extend(twice(
            "/assessments",
            "number",
            content.assessments.iter().map(|one| one.number.as_str()),
        ));
        for (at, one) in content.assessments.iter().enumerate() {
            let place = |list: &str| format!("/assessments/{at}/{list}");
            found.extend(twice(
                &place("assets"),
                "number",
                one.assets.iter().map(|asset| asset.number.as_str()),
            ));
            found.extend(twice(&place("risks"), "number", one.risks.iter().map(|risk| risk.number.as_str())));
            found.extend(twice(
                &place("threats"),
                "threat",
                one.threats.iter().map(|threat| threat.threat.as_str()),
            ));
            found.extend(twice(
                &place("safeguards"),
                "safeguard",
                one.safeguards.iter().map(|item| item.safeguard.as_str()),
            ));
            found.extend(twice(
                &place("decisions"),
                "specification",
                one.decisions.iter().map(|item| item.specification.as_str()),
            ));
            found.extend(twice(
                &place("answers"),
                "question",
                one.answers.iter().map(|item| item.question.as_str()),
            ));
        }
        found.extend(twice("/policies", "number", content.policies.iter().map(|one| one.number.as_str())));
        for (at, policy) in content.policies.iter().enumerate() {
            let versions = format!("/policies/{at}/versions");
            found.extend(twice(&versions, "number", policy.versions.iter().map(|one| one.number.as_str())));
            for (number, version) in policy.versions.iter().enumerate() {
                let statements = format!("{versions}/{number}/statements");
                found.extend(twice(
                    &statements,
                    "number",
                    version.statements.iter().map(|one| one.number.as_str()),
                ));
            }
        }
        found.extend(twice("/practices", "number", content.practices.iter().map(|one| one.number.as_str())));
        found.extend(twice("/incidents", "number", content.incidents.iter().map(|one| one.number.as_str())));
        found
    }
}

/// Numbers that do not have the form of their kind.
pub fn malformed(content: &Content) -> Vec<Problem> {
    let mut found = shapes(PERSON, "/people", content.people.iter().map(|one| one.number.as_str()));
    found.extend(shapes(EVIDENCE, "/evidence", content.evidence.iter().map(|one| one.number.as_str())));
    for (at, one) in content.assessments.iter().enumerate() {
        found.extend(shapes(
            ASSET,
            &format!("/assessments/{at}/assets"),
            one.assets.iter().map(|asset| asset.number.as_str()),
        ));
        found.extend(shapes(
            RISK,
            &format!("/assessments/{at}/risks"),
            one.risks.iter().map(|risk| risk.number.as_str()),
        ));
    }
    for (at, policy) in content.policies.iter().enumerate() {
        for (number, version) in policy.versions.iter().enumerate() {
            let place = format!("/policies/{at}/versions/{number}/statements");
            found.extend(shapes(STATEMENT, &place, version.statements.iter().map(|one| one.number.as_str())));
        }
    }
    found.extend(shapes(PRACTICE, "/practices", content.practices.iter().map(|one| one.number.as_str())));
    found
}

fn names<'a>(all: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    all.map(str::to_owned).collect()
}

fn twice<'a>(list: &str, field: &str, all: impl Iterator<Item = &'a str>) -> Vec<Problem> {
    let mut seen = BTreeSet::new();
    all.enumerate()
        .filter(|(_, value)| !seen.insert(*value))
        .map(|(at, value)| Problem {
            path: format!("{list}/{at}/{field}"),
            code: ProblemCode::Duplicate,
            value: value.to_owned(),
        })
        .collect()
}

fn shapes<'a>(form: NumberForm, list: &str, all: impl Iterator<Item = &'a str>) -> Vec<Problem> {
    all.enumerate()
        .filter(|(_, value)| !form.fits(value))
        .map(|(at, value)| Problem {
            path: format!("{list}/{at}/number"),
            code: ProblemCode::MalformedNumber,
            value: value.to_owned(),
        })
        .collect()
}
