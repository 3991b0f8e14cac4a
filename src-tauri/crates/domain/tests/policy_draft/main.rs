//! Drafts of every policy for two organizations: the sample clinic, and a hospital made from it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod organizations;
mod page;
mod reading;

use organizations::{clinic, hospital};
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::number::Citation;
use riskwright_domain::policy::Policy;
use riskwright_domain::policy::draft::{Beginning, Draft, Recommendation, Source, draft, recommend};
use riskwright_domain::policy::gate::{self, Refusal, RefusalCode, Scene};
use riskwright_domain::policy::template::{PolicyTemplate, read};
use riskwright_domain::workspace::Content;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 21);

static TEMPLATES: LazyLock<Vec<PolicyTemplate>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../policy-templates");
    let mut found: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path().join("policy.yaml"))
        .filter(|file| file.exists())
        .map(|file| {
            let name = file.display().to_string();
            read(&name, &std::fs::read_to_string(&file).unwrap(), Catalogue::embedded()).unwrap()
        })
        .collect();
    found.sort_by(|one, other| one.policy.cmp(&other.policy));
    found
});

fn source(content: &Content) -> Source<'_> {
    let assessment = content.current_assessment().unwrap();
    Source { catalogue: Catalogue::embedded(), content, assessment }
}

fn drafted(content: &Content, template: &PolicyTemplate) -> Draft {
    let beginning = Beginning {
        author: "P-001".into(),
        on: TODAY,
        number: "1.0".to_owned(),
        change_reason: "First version.".to_owned(),
    };
    draft(template, source(content), beginning)
}

fn recommended(content: &Content) -> Vec<Recommendation> {
    recommend(source(content), TODAY)
}

fn needed(content: &Content) -> Vec<String> {
    recommended(content).into_iter().filter(|one| one.needed).map(|one| one.policy.to_string()).collect()
}

/// A content in which the drafts are the policies, with everything that the gates look at.
fn refusals(content: &Content, template: &PolicyTemplate) -> Vec<Refusal> {
    let kind = Catalogue::embedded().policy(template.policy.as_str()).unwrap();
    let policy = Policy {
        id: uuid::Uuid::nil(),
        number: template.policy.clone(),
        title: kind.title.clone(),
        owner: "P-001".into(),
        may_restrict_ehi: kind.may_restrict_ehi,
        practice_types: template.practice_types.clone(),
        exceptions: Vec::new(),
        versions: vec![drafted(content, template).version],
    };
    let scene = Scene {
        catalogue: Catalogue::embedded(),
        content,
        policy: &policy,
        version: &policy.versions[0],
        on: TODAY,
    };
    gate::before_approval(scene)
}

#[test]
fn the_clinic_needs_28_policies_and_the_hospital_30() {
    let of_clinic = needed(&clinic());
    assert_eq!(of_clinic.len(), 28);
    assert!(!of_clinic.contains(&"POL-07".to_owned()) && !of_clinic.contains(&"POL-29".to_owned()));
    assert_eq!(needed(&hospital()).len(), 30);
    let spared = recommended(&clinic()).into_iter().find(|one| one.policy.as_str() == "POL-29").unwrap();
    assert!(spared.needed_when.is_some());
}

#[test]
fn statements_of_the_drafts_carry_each_item_that_applies() {
    for (content, items) in [(clinic(), 62), (hospital(), 68)] {
        let needed = needed(&content);
        let templates = TEMPLATES.iter().filter(|one| needed.contains(&one.policy.to_string()));
        let carried: BTreeSet<Citation> = templates
            .flat_map(|template| drafted(&content, template).version.statements)
            .flat_map(|statement| statement.safeguards)
            .collect();
        let rule = Catalogue::embedded().security_rules.on(TODAY).unwrap();
        let known: BTreeSet<Citation> = rule.safeguards.iter().map(|one| one.citation.clone()).collect();
        let lost: Vec<_> = known.difference(&carried).map(ToString::to_string).collect();
        assert_eq!(known.intersection(&carried).count(), items, "{lost:?}");
    }
}

#[test]
fn every_draft_passes_the_gates_that_wait_for_no_decision() {
    for content in [clinic(), hospital()] {
        let mut found = Vec::new();
        for template in TEMPLATES.iter().filter(|one| needed(&content).contains(&one.policy.to_string())) {
            let refused = refusals(&content, template).into_iter().filter(|one| !one.warning);
            found.extend(
                refused.map(|one| format!("{} {} {:?} {}", template.policy, one.path, one.code, one.subject)),
            );
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}

#[test]
fn a_gate_that_waits_for_a_decision_says_so() {
    let mut content = clinic();
    let assessment = content.assessments.last_mut().unwrap();
    assessment.decisions.clear();
    let template = TEMPLATES.iter().find(|one| one.policy.as_str() == "POL-05").unwrap();
    let missing: Vec<_> = refusals(&content, template)
        .into_iter()
        .filter(|one| one.code == RefusalCode::DecisionNotApproved)
        .map(|one| one.subject)
        .collect();
    let addressable =
        ["45 CFR 164.308(a)(3)(ii)(A)", "45 CFR 164.308(a)(3)(ii)(B)", "45 CFR 164.308(a)(3)(ii)(C)"];
    assert!(addressable.iter().all(|one| missing.contains(&(*one).to_owned())), "{missing:?}");
}

#[test]
fn each_draft_reads_as_before() {
    for (name, content) in [("clinic", clinic()), ("hospital", hospital())] {
        for template in TEMPLATES.iter() {
            let drafted = drafted(&content, template);
            let mut settings = insta::Settings::clone_current();
            settings.set_snapshot_path(format!("../snapshots/policy_draft/{name}"));
            settings.set_prepend_module_to_snapshot(false);
            settings.bind(|| insta::assert_snapshot!(template.policy.as_str(), page::of(&drafted)));
        }
    }
}

#[test]
fn nothing_of_the_template_language_is_left() {
    for content in [clinic(), hospital()] {
        for template in TEMPLATES.iter() {
            let page = page::of(&drafted(&content, template));
            assert!(!page.contains("{{") && !page.contains("}}"), "{}", template.policy);
        }
    }
}

#[test]
fn the_two_organizations_get_visibly_different_policies() {
    for template in TEMPLATES.iter() {
        let (small, large) = (drafted(&clinic(), template).version, drafted(&hospital(), template).version);
        let duties = |version: &riskwright_domain::policy::PolicyVersion| -> BTreeSet<String> {
            version.statements.iter().map(|one| one.text.clone()).collect()
        };
        let differ = duties(&small).symmetric_difference(&duties(&large)).count();
        assert!(differ >= 2, "{}: {differ} statements differ", template.policy);
        assert_ne!(small.procedures, large.procedures, "{}", template.policy);
    }
}

#[test]
fn statements_read_at_grade_12_or_below() {
    for content in [clinic(), hospital()] {
        for template in TEMPLATES.iter() {
            let version = drafted(&content, template).version;
            let texts: Vec<&str> = version.statements.iter().map(|one| one.text.as_str()).collect();
            let grade = reading::grade(&texts);
            assert!(grade <= 12.0, "{}: grade {grade:.1}", template.policy);
        }
    }
}

#[test]
fn drafting_links_each_statement_to_the_open_risks_of_its_threats() {
    let content = clinic();
    let assessment = content.current_assessment().unwrap();
    for template in TEMPLATES.iter() {
        let version = drafted(&content, template).version;
        for link in version.statements.iter().flat_map(|one| &one.risks) {
            let risk = assessment.risks.iter().find(|risk| risk.number == link.risk).unwrap();
            let named = template.statements.iter().flat_map(|one| &one.answers);
            assert!(named.flat_map(|one| &one.threats).any(|threat| *threat == risk.threat), "{}", link.risk);
            assert!(link.effect.is_some());
        }
    }
}

#[test]
fn a_statement_that_no_risk_asks_for_is_left_out_and_listed() {
    let mut content = clinic();
    content.assessments.last_mut().unwrap().risks.clear();
    let template = TEMPLATES.iter().find(|one| one.policy.as_str() == "POL-25").unwrap();
    let Draft { version, left_out } = drafted(&content, template);
    assert!(version.statements.is_empty(), "a policy that may restrict EHI stands on risks alone");
    assert!(left_out.len() >= 8 && left_out.iter().all(|one| one.text.contains(" shall ")));
}
