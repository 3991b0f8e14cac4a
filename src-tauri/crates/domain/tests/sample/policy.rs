//! The policies: ten in force, one in draft.

use crate::practice::sealed;
use crate::{SAMPLE, TODAY, assessment};
use jiff::Span;
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::policy::coverage::{CoverageLack, CoverageState, coverage};
use riskwright_domain::policy::lint::{self, Options};
use riskwright_domain::policy::{Phase, Policy, PolicyVersion, VersionStatus};
use std::collections::BTreeSet;

#[test]
fn ten_policies_are_in_force_and_one_is_a_draft() {
    let in_force: Vec<&str> = SAMPLE
        .policies
        .iter()
        .filter(|policy| policy.in_force_on(TODAY).is_some())
        .map(|one| one.number.as_str())
        .collect();
    assert_eq!(
        in_force,
        ["POL-04", "POL-05", "POL-10", "POL-11", "POL-13", "POL-14", "POL-20", "POL-24", "POL-25", "POL-30"]
    );
    assert_eq!(
        SAMPLE.policies.iter().filter(|one| one.newest().unwrap().status == VersionStatus::Draft).count(),
        1
    );
}

#[test]
fn policies_in_force_came_after_the_assessment_and_from_two_approvers() {
    let approved = assessment().approved_on().unwrap();
    for (policy, version) in effective() {
        let by: BTreeSet<&str> = version.approvals.iter().map(|one| one.by.as_str()).collect();
        let from = version.effective_from.unwrap();
        assert!(by.len() == 2 && by != BTreeSet::from([version.author.as_str()]), "{}", policy.number);
        assert!(
            version.approvals.iter().all(|one| approved <= one.on && one.on <= from),
            "{}",
            policy.number
        );
        let next = version.next_review.unwrap();
        assert!(TODAY < next && next <= from.saturating_add(Span::new().months(12)), "{}", policy.number);
    }
}

#[test]
fn statements_and_timeframes_in_force_have_no_finding_of_the_linter() {
    let mut wrong = Vec::new();
    for (policy, version) in effective() {
        let options = Options {
            roles: Some(version.roles.iter().map(|one| one.role.clone()).collect()),
            defined: Some(version.definitions.iter().map(|one| one.term.to_lowercase()).collect()),
            ..Options::default()
        };
        for statement in &version.statements {
            let found = lint::lint(&statement.text, &options).findings.into_iter();
            wrong.extend(
                found.map(|one| {
                    format!("{}/{}: {:?} {:?}", policy.number, statement.number, one.code, one.text)
                }),
            );
        }
        for row in &version.timeframes {
            let found = row.findings().into_iter();
            wrong.extend(
                found.map(|one| format!("{}/{}: {:?} {:?}", policy.number, row.number, one.code, one.text)),
            );
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn every_parameter_in_force_is_complete() {
    for (policy, version) in effective() {
        for one in &version.parameters {
            assert!(one.is_complete(), "{}/{}", policy.number, one.number);
        }
    }
}

#[test]
fn the_draft_shows_what_the_linter_is_for() {
    let draft = SAMPLE.policies.iter().find(|one| one.number.as_str() == "POL-21").unwrap().newest().unwrap();
    let found = draft.statements.iter().flat_map(|one| lint::lint(&one.text, &Options::default()).findings);
    assert_eq!(found.map(|one| one.text).collect::<Vec<_>>(), ["promptly"]);
}

#[test]
fn roles_and_triggers_are_named_and_defined_in_the_policy_itself() {
    for (policy, version) in effective() {
        let roles: BTreeSet<&str> = version.roles.iter().map(|one| one.role.as_str()).collect();
        let terms: BTreeSet<String> = version.definitions.iter().map(|one| one.term.to_lowercase()).collect();
        for statement in &version.statements {
            assert!(roles.contains(statement.role.as_str()), "{}/{}", policy.number, statement.number);
            assert!(statement.text.starts_with(&format!("{} shall ", statement.role)), "{}", statement.text);
        }
        for row in &version.timeframes {
            assert!(roles.contains(row.role.as_str()), "{}/{}", policy.number, row.number);
            assert!(
                terms.contains(&row.trigger.to_lowercase()),
                "{}/{}: {}",
                policy.number,
                row.number,
                row.trigger
            );
        }
    }
}

#[test]
fn every_statement_in_force_answers_a_risk_and_follows_a_standard() {
    let catalogue = Catalogue::embedded();
    for (policy, version) in effective() {
        for statement in &version.statements {
            let stated = statement
                .risks
                .iter()
                .all(|link| link.effect.as_ref().is_some_and(|effect| effect.is_stated()));
            assert!(stated && !statement.risks.is_empty(), "{}/{}", policy.number, statement.number);
            assert!(!statement.alignments.is_empty(), "{}/{}", policy.number, statement.number);
            for one in &statement.alignments {
                let listed = catalogue.accepts_element(one.framework.as_str(), &one.element);
                assert!(listed, "{}/{}: {} {}", policy.number, statement.number, one.framework, one.element);
                assert!(!one.explanation.is_empty() && !one.applicability.is_empty(), "{}", one.element);
            }
        }
    }
}

#[test]
fn what_may_restrict_ehi_says_to_whom_for_how_long_and_by_which_numbers() {
    let restricting: Vec<_> = effective().filter(|(policy, _)| policy.may_restrict_ehi).collect();
    assert_eq!(restricting.len(), 5);
    for (policy, version) in restricting {
        assert!(
            version.even_application.is_some() && version.effect_on_access.is_some(),
            "{}",
            policy.number
        );
        for phase in [Phase::Identify, Phase::Respond, Phase::Address] {
            assert!(version.timeframes.iter().any(|row| row.phase == phase), "{} {phase:?}", policy.number);
            assert!(version.parameters.iter().any(|one| one.phase == phase), "{} {phase:?}", policy.number);
        }
    }
}

#[test]
fn what_is_above_tolerance_is_covered_but_for_policies_still_to_be_written() {
    let coverage = coverage(&sealed(), TODAY);
    let above = coverage.risks.iter().filter(|one| one.level > Some(SAMPLE.organization.risk_tolerance));
    let open: Vec<_> = above.filter(|one| one.state != CoverageState::Covered).collect();
    let numbers: Vec<&str> = open.iter().map(|one| one.risk.as_str()).collect();
    let to_be_written = ["R-0003", "R-0029", "R-0031", "R-0034", "R-0052", "R-0055", "R-0070", "R-0072"];
    assert_eq!(numbers, to_be_written);
    assert!(open.iter().all(|one| one.lacks == [CoverageLack::NoStatement]), "{open:#?}");
    assert!(coverage.without_risk.iter().all(|one| one.policy.as_str() == "POL-21"), "the draft only");
}

fn effective() -> impl Iterator<Item = (&'static Policy, &'static PolicyVersion)> {
    let versions = SAMPLE
        .policies
        .iter()
        .flat_map(|policy| policy.versions.iter().map(move |version| (policy, version)));
    versions.filter(|(_, version)| version.status == VersionStatus::Effective)
}
