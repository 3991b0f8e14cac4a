//! The built-in data is free of faults and has the totals that the rules have.

use crate::catalogue::*;
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 9, 17);

#[test]
fn embedded_data_has_no_fault() {
    let (catalogue, problems) = read(embedded::FILES);
    assert_eq!(problems, vec![], "every reference resolves and every stated number agrees");
    assert_eq!(&catalogue, Catalogue::embedded());
}

#[test]
fn security_rule_has_its_68_items() {
    let rules = Catalogue::embedded().rules_on(TODAY).unwrap();
    let items = &rules.security_rule.safeguards;
    let of = |designation| items.iter().filter(|item| item.designation == designation).count();
    assert_eq!(items.len(), 68);
    assert_eq!(items.iter().filter(|item| item.kind == SafeguardKind::Standard).count(), 22);
    assert_eq!(of(Designation::Required), 24);
    assert_eq!(of(Designation::Addressable), 22);
    assert_eq!(of(Designation::StandardWithoutSpecifications), 7);
    let specified: usize = items
        .iter()
        .filter(|item| item.designation == Designation::StandardWithSpecifications)
        .map(|standard| rules.security_rule.specifications(standard.citation.as_str()).count())
        .sum();
    assert_eq!(specified, 46, "every specification is found under its standard");
    for standard in items.iter().filter(|item| item.kind == SafeguardKind::Standard) {
        let has = rules.security_rule.specifications(standard.citation.as_str()).next().is_some();
        assert_eq!(has, standard.designation == Designation::StandardWithSpecifications, "{}", standard.id);
    }
}

#[test]
fn designations_follow_the_kind_of_item() {
    let rules = Catalogue::embedded().rules_on(TODAY).unwrap();
    for item in &rules.security_rule.safeguards {
        let is_specification = matches!(item.designation, Designation::Required | Designation::Addressable);
        assert_eq!(is_specification, item.kind == SafeguardKind::Specification, "{}", item.id);
    }
}

#[test]
fn assessment_has_13_factors_and_56_questions() {
    let rules = Catalogue::embedded().rules_on(TODAY).unwrap();
    let factors = &rules.security_rule.factors;
    assert_eq!(factors.len(), 13);
    assert_eq!(factors.iter().map(|factor| factor.questions.len()).sum::<usize>(), 56);
    let choices = factors.iter().flat_map(|factor| &factor.questions);
    for question in choices
        .filter(|question| matches!(question.answer_type, AnswerType::Choice | AnswerType::MultiChoice))
    {
        assert!(question.options.len() >= 2, "{} offers a choice", question.id);
    }
}

#[test]
fn security_exception_has_46_criteria() {
    let rules = Catalogue::embedded().rules_on(TODAY).unwrap();
    let exception = rules.security_exception;
    let criteria = &exception.criteria;
    let basis = |basis| criteria.iter().filter(|criterion| criterion.basis == basis).count();
    let path = |path| criteria.iter().filter(|criterion| criterion.applies_to_path == path).count();
    assert_eq!(criteria.len(), 46);
    assert_eq!(criteria.iter().filter(|criterion| criterion.blocking).count(), 31);
    assert_eq!(criteria.iter().filter(|criterion| !criterion.human_judgement).count(), 20);
    assert_eq!(basis(CriterionBasis::Law), 7);
    assert_eq!(basis(CriterionBasis::Reading), 8);
    assert_eq!(basis(CriterionBasis::LawWithProductThreshold), 20);
    assert_eq!(basis(CriterionBasis::ProductRule), 11);
    assert_eq!(path(CriterionPath::Both), 20);
    assert_eq!(path(CriterionPath::OrganizationalPolicy), 18);
    assert_eq!(path(CriterionPath::CaseByCase), 8);
    let product_rules = criteria.iter().filter(|criterion| criterion.basis == CriterionBasis::ProductRule);
    assert!(
        product_rules.into_iter().all(|criterion| !criterion.blocking),
        "a product rule never decides by itself"
    );
    assert_eq!(exception.practice_types.len(), 14);
    assert_eq!(exception.concepts.len(), 7);
    assert!(exception.logic.result_states.is_sorted(), "the order of the data is the precedence of the type");
    assert_eq!(exception.logic.result_states.len(), 7);
    assert_eq!(exception.logic.basis_rule.len(), 4);
}

#[test]
fn a_criterion_requires_only_what_its_path_reaches() {
    let rules = Catalogue::embedded().rules_on(TODAY).unwrap();
    let criteria = &rules.security_exception.criteria;
    for criterion in criteria {
        for required in criterion.requires.iter().filter_map(|id| criteria.get(id.as_str())) {
            let reached =
                [CriterionPath::Both, criterion.applies_to_path].contains(&required.applies_to_path);
            assert!(reached, "{} waits for {}", criterion.id, required.id);
        }
    }
}

#[test]
fn part_171_has_ten_exceptions() {
    let rules = Catalogue::embedded().rules_on(TODAY).unwrap();
    let exceptions = &rules.exceptions.exceptions;
    let of = |subpart| exceptions.iter().filter(|exception| exception.subpart == subpart).count();
    assert_eq!(exceptions.len(), 10);
    assert_eq!((of(Subpart::B), of(Subpart::C), of(Subpart::D)), (6, 3, 1));
    for exception in exceptions {
        let section = exception.id.strip_prefix("EX-").unwrap();
        assert_eq!(exception.citation, format!("45 CFR 171.{section}"));
    }
}

#[test]
fn threat_catalogue_has_99_threats_55_vulnerabilities_12_conditions() {
    let catalogue = Catalogue::embedded().threat_catalogues.latest().unwrap();
    assert_eq!(catalogue.threats.len(), 99);
    assert_eq!(catalogue.vulnerabilities.len(), 55);
    assert_eq!(catalogue.predisposing_conditions.len(), 12);
    for vulnerability in &catalogue.vulnerabilities {
        let used = catalogue.threats.iter().any(|threat| threat.vulnerabilities.contains(&vulnerability.id));
        assert!(used, "{} is exploited by some threat", vulnerability.id);
    }
}

#[test]
fn framework_catalogue_has_18_frameworks() {
    let catalogue = Catalogue::embedded().framework_catalogues.latest().unwrap();
    let count = |framework: &str, kind| {
        catalogue.elements_of(framework).unwrap().iter().filter(|element| element.kind == kind).count()
    };
    assert_eq!(catalogue.frameworks.len(), 18);
    assert_eq!(count("nist-csf-2.0", ElementKind::Function), 6);
    assert_eq!(count("nist-csf-2.0", ElementKind::Category), 22);
    assert_eq!(count("nist-csf-2.0", ElementKind::Subcategory), 106);
    assert_eq!(count("nist-800-53r5", ElementKind::Family), 20);
    assert_eq!(count("nist-800-53r5", ElementKind::Control), 300);
    assert_eq!(count("cis-v8.1", ElementKind::Safeguard), 153);
    assert_eq!(count("iso-27001-2022", ElementKind::Control), 93);
    assert_eq!(count("hicp-2023", ElementKind::Practice), 10);
    let tool = catalogue.frameworks.get("hhs-sra").unwrap();
    assert!(!tool.serves_d3(), "a tool is no standard");
}

#[test]
fn policies_cover_every_safeguard() {
    let catalogue = Catalogue::embedded();
    let rules = catalogue.rules_on(TODAY).unwrap();
    assert_eq!(catalogue.policy_catalogues.latest().unwrap().policies.len(), 30);
    let mut by_policies_for_all = 0;
    for item in &rules.security_rule.safeguards {
        let covering: Vec<_> = catalogue.policies_covering(item.citation.as_str()).collect();
        assert!(!covering.is_empty(), "{} is covered", item.id);
        by_policies_for_all += usize::from(covering.iter().any(|policy| policy.needed_when.is_none()));
    }
    assert_eq!(by_policies_for_all, 62);
}

#[test]
fn policies_that_may_restrict_ehi_are_those_that_practices_name() {
    let catalogue = Catalogue::embedded();
    let rules = catalogue.rules_on(TODAY).unwrap();
    for policy in &catalogue.policy_catalogues.latest().unwrap().policies {
        let named =
            rules.security_exception.practice_types.iter().any(|kind| kind.policies.contains(&policy.id));
        assert_eq!(named, policy.may_restrict_ehi, "{}", policy.id);
    }
}

#[test]
fn every_policy_answers_some_threat() {
    let catalogue = Catalogue::embedded();
    for policy in &catalogue.policy_catalogues.latest().unwrap().policies {
        assert!(catalogue.threats_of_policy(policy.id.as_str()).next().is_some(), "{}", policy.id);
    }
}

#[test]
fn every_question_with_an_answer_of_its_own_shows_two_examples_that_fit_its_form() {
    let rules = Catalogue::embedded().rules_on(TODAY).unwrap();
    let questions = rules.security_rule.factors.iter().flat_map(|factor| &factor.questions);
    let own = questions.filter(|one| one.answered_in.is_none() && one.answer_type != AnswerType::Acknowledge);
    let mut shown = 0;
    for question in own {
        let example = question.example.as_ref().unwrap_or_else(|| panic!("{} has no example", question.id));
        assert!(!example.small.is_empty() && !example.large.is_empty(), "{}", question.id);
        shown += 1;
    }
    assert_eq!(shown, 23);
}

#[test]
fn uses_that_are_not_permitted_are_marked_whoever_makes_them() {
    let threats = &Catalogue::embedded().threat_catalogues.latest().unwrap().threats;
    let marked = |id: &str| threats.get(id).unwrap().impermissible_use;
    assert_eq!(threats.iter().filter(|threat| threat.impermissible_use).count(), 20);
    for id in ["T-020", "T-025", "T-029", "T-030", "T-031", "T-032", "T-053", "T-060", "T-096"] {
        assert!(marked(id), "{id}");
    }
    for id in ["T-001", "T-007", "T-047", "T-072", "T-091"] {
        assert!(!marked(id), "{id}");
    }
}
