//! The sample workspace holds what it says it holds: complete, consistent, and with four different conclusions.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout)]

use jiff::civil::{Date, date};
use riskwright_domain::assessment::{Assessment, SafeguardState, ThreatAnswer};
use riskwright_domain::catalogue::{Catalogue, Designation, ResultState};
use riskwright_domain::policy::lint::{self, Options};
use riskwright_domain::policy::{Phase, Policy, PolicyVersion, Seal, VersionStatus};
use riskwright_domain::practice::check::{self, CriterionResult};
use riskwright_domain::risk::{Level, Likelihoods, Risk};
use riskwright_domain::workspace::{Content, problems};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

const TODAY: Date = date(2026, 11, 21);

static SAMPLE: LazyLock<Content> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../app/sample/lakeside.yaml");
    let text = std::fs::read_to_string(path).expect("the sample is there");
    let value: serde_json::Value = serde_yaml::from_str(&text).expect("the sample is YAML");
    serde_json::from_value(value).expect("the sample has the shape of the exchange format")
});

fn assessment() -> &'static Assessment {
    SAMPLE.current_assessment().expect("an assessment")
}

fn effective() -> impl Iterator<Item = (&'static Policy, &'static PolicyVersion)> {
    let versions = SAMPLE.policies.iter().flat_map(|policy| policy.versions.iter().map(move |version| (policy, version)));
    versions.filter(|(_, version)| version.status == VersionStatus::Effective)
}

fn level(values: Likelihoods) -> Level {
    values.rating().level
}

#[test]
fn every_reference_resolves_and_no_rule_between_records_is_broken() {
    assert_eq!(problems(&SAMPLE, Catalogue::embedded()), Vec::new());
}

#[test]
fn every_question_is_answered() {
    let rules = Catalogue::embedded().rules_on(assessment().started_on).unwrap();
    let asked: BTreeSet<String> =
        rules.security_rule.factors.iter().flat_map(|factor| &factor.questions).map(|one| one.id.to_string()).collect();
    let answered: BTreeSet<String> = assessment().answers.iter().map(|answer| answer.question.to_string()).collect();
    assert_eq!(asked.len(), 56);
    assert_eq!(answered, asked);
    assert_eq!(assessment().answers.len(), 56, "each once");
}

#[test]
fn every_asset_has_an_owner_ratings_and_a_risk_or_a_reason() {
    let assessment = assessment();
    let at_risk: BTreeSet<&str> = assessment.risks.iter().map(|risk| risk.asset.as_str()).collect();
    assert!(assessment.assets.len() >= 16, "{} assets", assessment.assets.len());
    for asset in &assessment.assets {
        assert!(asset.owner.is_some() && asset.criticality.is_some(), "{}", asset.number);
        assert!(at_risk.contains(asset.number.as_str()) != asset.no_risk_reason.is_some(), "{}", asset.number);
    }
}

#[test]
fn every_threat_is_decided_and_every_applicable_one_rated() {
    let assessment = assessment();
    let catalogue = &Catalogue::embedded().threat_catalogues.latest().unwrap().threats;
    let rated: BTreeSet<&str> = assessment.risks.iter().map(|risk| risk.threat.as_str()).collect();
    let decided: BTreeSet<&str> = assessment.threats.iter().map(|one| one.threat.as_str()).collect();
    assert_eq!(decided.len(), 99);
    assert!(catalogue.iter().all(|threat| decided.contains(threat.id.as_str())));
    for one in &assessment.threats {
        let reason = one.reason.as_deref().unwrap_or_default();
        match one.answer {
            ThreatAnswer::Applicable => assert!(rated.contains(one.threat.as_str()), "{}", one.threat),
            ThreatAnswer::NotApplicable => assert!(reason.chars().count() >= 20, "{}", one.threat),
            ThreatAnswer::Unsure => panic!("{} is unsure", one.threat),
        }
    }
}

#[test]
fn every_risk_fits_its_threat_and_says_why_it_is_rated_so() {
    for risk in &assessment().risks {
        let threat = Catalogue::embedded().threat(risk.threat.as_str()).unwrap();
        let fits = risk.vulnerabilities.iter().all(|one| threat.vulnerabilities.contains(one))
            && risk.predisposing_conditions.iter().all(|one| threat.predisposing_conditions.contains(one));
        assert!(fits, "{} exploits what {} does not", risk.number, risk.threat);
        assert!(!risk.vulnerabilities.is_empty() || !risk.predisposing_conditions.is_empty(), "{}", risk.number);
        assert!(risk.rationale.chars().count() >= 60, "{}: {}", risk.number, risk.rationale);
    }
}

#[test]
fn target_is_never_above_residual_nor_residual_above_inherent() {
    for risk in &assessment().risks {
        let residual = risk.rating().level;
        assert!(risk.target.is_none_or(|target| level(target) <= residual), "{}", risk.number);
        assert!(risk.inherent.is_none_or(|inherent| residual <= level(inherent)), "{}", risk.number);
    }
}

#[test]
fn the_register_has_a_believable_mix_of_levels() {
    let mut counts: BTreeMap<Level, usize> = BTreeMap::new();
    for risk in &assessment().risks {
        *counts.entry(risk.rating().level).or_default() += 1;
    }
    let expected = [(Level::VeryLow, 1), (Level::Low, 44), (Level::Moderate, 40), (Level::High, 4)];
    assert_eq!(counts, BTreeMap::from(expected));
}

#[test]
fn every_risk_above_tolerance_has_a_plan_or_an_acceptance_that_holds() {
    let tolerance = SAMPLE.organization.risk_tolerance;
    let approved = assessment().approved_on().unwrap();
    for risk in assessment().risks.iter().filter(|risk| risk.rating().level > tolerance) {
        let planned = risk.treatment.as_ref().is_some_and(|plan| approved < plan.due);
        let running = risk.treatment.as_ref().is_some_and(|plan| plan.done_on.is_some() || TODAY <= plan.due);
        let accepted = risk.acceptance.as_ref().is_some_and(|one| TODAY <= one.expires && one.expires < one.on.saturating_add(jiff::Span::new().years(1)));
        assert!(running || accepted, "{} is neither treated nor accepted on {TODAY}", risk.number);
        assert!(risk.rating().level < Level::High || planned, "{} is high and has no plan", risk.number);
    }
}

#[test]
fn every_safeguard_has_a_status_that_its_designation_allows() {
    let rule = Catalogue::embedded().rules_on(TODAY).unwrap().security_rule;
    let statuses: BTreeMap<&str, SafeguardState> =
        assessment().safeguards.iter().map(|one| (one.safeguard.as_str(), one.status)).collect();
    assert_eq!((assessment().safeguards.len(), statuses.len()), (68, 68));
    for item in rule.safeguards.iter() {
        let status = statuses[item.citation.as_str()];
        let addressable = item.designation == Designation::Addressable;
        assert!(status != SafeguardState::Alternative || addressable, "{}", item.citation);
        assert!(status != SafeguardState::NotApplicable || item.applies_if.is_some(), "{}", item.citation);
    }
    for one in &assessment().safeguards {
        let open = matches!(one.status, SafeguardState::Partial | SafeguardState::Planned | SafeguardState::NotInPlace);
        assert!(!open || one.owner.is_some() && one.due.is_some(), "{}", one.safeguard);
    }
}

#[test]
fn every_addressable_specification_is_decided_by_the_four_factors() {
    let decisions = &assessment().decisions;
    let decided: BTreeSet<&str> = decisions.iter().map(|one| one.specification.as_str()).collect();
    let rule = Catalogue::embedded().rules_on(TODAY).unwrap().security_rule;
    let addressable: BTreeSet<&str> = rule
        .safeguards
        .iter()
        .filter(|item| item.designation == Designation::Addressable)
        .map(|item| item.citation.as_str())
        .collect();
    assert_eq!((decisions.len(), &decided), (22, &addressable));
    for one in decisions {
        let argued = [&one.contribution, &one.size, &one.infrastructure, &one.cost, &one.probability, &one.rationale];
        assert!(argued.iter().all(|text| text.chars().count() >= 15), "{}", one.specification);
        assert!(one.approval.is_some() && one.review_on.is_some(), "{}", one.specification);
        assert_eq!(one.alternative.is_none(), one.reasonable, "{}", one.specification);
    }
    assert_eq!(decisions.iter().filter(|one| !one.reasonable).count(), 2, "two alternatives");
}

#[test]
fn ten_policies_are_in_force_and_one_is_a_draft() {
    let in_force: Vec<&str> =
        SAMPLE.policies.iter().filter(|policy| policy.in_force_on(TODAY).is_some()).map(|one| one.number.as_str()).collect();
    assert_eq!(in_force, ["POL-04", "POL-05", "POL-10", "POL-11", "POL-13", "POL-14", "POL-20", "POL-24", "POL-25", "POL-30"]);
    assert_eq!(SAMPLE.policies.iter().filter(|one| one.newest().unwrap().status == VersionStatus::Draft).count(), 1);
}

#[test]
fn policies_in_force_came_after_the_assessment_and_from_two_approvers() {
    let approved = assessment().approved_on().unwrap();
    for (policy, version) in effective() {
        let by: BTreeSet<&str> = version.approvals.iter().map(|one| one.by.as_str()).collect();
        let from = version.effective_from.unwrap();
        assert!(by.len() == 2 && by != BTreeSet::from([version.author.as_str()]), "{}", policy.number);
        assert!(version.approvals.iter().all(|one| approved <= one.on && one.on <= from), "{}", policy.number);
        let next = version.next_review.unwrap();
        assert!(TODAY < next && next <= from.saturating_add(jiff::Span::new().months(12)), "{}", policy.number);
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
            wrong.extend(found.map(|one| format!("{}/{}: {:?} {:?}", policy.number, statement.number, one.code, one.text)));
        }
        for row in &version.timeframes {
            let found = row.findings().into_iter();
            wrong.extend(found.map(|one| format!("{}/{}: {:?} {:?}", policy.number, row.number, one.code, one.text)));
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
            assert!(terms.contains(&row.trigger.to_lowercase()), "{}/{}: {}", policy.number, row.number, row.trigger);
        }
    }
}

#[test]
fn every_statement_in_force_answers_a_risk_and_follows_a_standard() {
    let catalogue = Catalogue::embedded();
    for (policy, version) in effective() {
        for statement in &version.statements {
            let stated = statement.risks.iter().all(|link| link.effect.as_ref().is_some_and(|effect| effect.is_stated()));
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
        assert!(version.even_application.is_some() && version.effect_on_access.is_some(), "{}", policy.number);
        for phase in [Phase::Identify, Phase::Respond, Phase::Address] {
            assert!(version.timeframes.iter().any(|row| row.phase == phase), "{} {phase:?}", policy.number);
            assert!(version.parameters.iter().any(|one| one.phase == phase), "{} {phase:?}", policy.number);
        }
    }
}

#[test]
fn the_four_practices_reach_four_conclusions() {
    let content = sealed();
    let conclusion = |number: &str| {
        let practice = content.practices.iter().find(|one| one.number.as_str() == number).unwrap();
        let check = check::check(Catalogue::embedded(), &content, practice, TODAY).unwrap();
        let open = check.criteria.into_iter().filter(|one| !matches!(one.result, CriterionResult::Met));
        let open = open.map(|one| format!("{} {:?}: {}", one.id, one.result, one.explanation)).collect::<Vec<_>>();
        (check.conclusion, check.lapses, open)
    };
    assert_eq!(conclusion("PR-0001"), (ResultState::Supported, Vec::new(), Vec::new()));
    assert_eq!(conclusion("PR-0003"), (ResultState::Supported, Vec::new(), Vec::new()));
    let (state, lapses, open) = conclusion("PR-0002");
    assert_eq!((state, lapses), (ResultState::InReview, Vec::new()));
    assert!(open.len() == 2 && open[0].starts_with("SE-b-2 NeedsJudgement"), "{open:#?}");
    assert!(open[1].starts_with("SE-c-1 NeedsJudgement"), "{open:#?}");
    let (state, lapses, open) = conclusion("PR-0004");
    assert_eq!((state, lapses), (ResultState::NotSupported, Vec::new()));
    assert!(open.len() == 1 && open[0].starts_with("SE-b-2 NotMet: Reaches further"), "{open:#?}");
}

/// The sample as import leaves it: what is in force is sealed.
fn sealed() -> Content {
    let mut content = SAMPLE.clone();
    let ratings: BTreeMap<String, &Risk> = assessment().risks.iter().map(|risk| (risk.number.to_string(), risk)).collect();
    let versions = content.policies.iter_mut().flat_map(|policy| &mut policy.versions);
    for version in versions.filter(|version| version.status == VersionStatus::Effective) {
        let hash = "5a".repeat(32);
        version.approvals.iter_mut().for_each(|one| one.content_hash = Some(hash.clone()));
        version.seal = Some(Seal { content_hash: hash, template_hash: "7e".repeat(32), blocks: "[]".to_owned() });
        for link in version.statements.iter_mut().flat_map(|statement| &mut statement.risks) {
            let risk = ratings[link.risk.as_str()];
            (link.rating_hash, link.level) = (Some(risk.rating_hash()), Some(risk.rating().level));
        }
    }
    content
}
