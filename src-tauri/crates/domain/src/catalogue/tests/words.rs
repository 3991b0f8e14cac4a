//! What leaves the program carries no recollection and no promise.

use crate::catalogue::*;
use serde::Serialize;

/// Everything of the catalogue that can be shown, printed or sent, as JSON.
fn everything() -> Vec<String> {
    let catalogue = Catalogue::embedded();
    let mut lines: Vec<String> = catalogue.editions().iter().copied().map(json).collect();
    for rule in catalogue.security_rules.iter() {
        lines.extend(rule.safeguards.iter().map(json));
        lines.extend(rule.factors.iter().map(json));
        lines.extend([json(&rule.notes), json(&rule.crosswalks), json(&rule.designation_rules)]);
    }
    for exception in catalogue.security_exceptions.iter() {
        lines.extend(exception.criteria.iter().map(json));
        lines.extend(exception.concepts.iter().map(json));
        lines.extend(exception.practice_types.iter().map(json));
        lines.push(json(&exception.logic));
    }
    for set in catalogue.exception_sets.iter() {
        lines.extend(set.exceptions.iter().map(json));
        lines.extend(set.rule_history.iter().map(json));
    }
    for threats in catalogue.threat_catalogues.iter() {
        lines.extend(threats.threats.iter().map(json));
        lines.extend(threats.vulnerabilities.iter().map(json));
    }
    for frameworks in catalogue.framework_catalogues.iter() {
        lines.extend(frameworks.frameworks.iter().map(json));
        lines.extend(frameworks.elements.values().flat_map(|set| set.iter().map(json)));
    }
    for policies in catalogue.policy_catalogues.iter() {
        lines.extend(policies.policies.iter().map(json));
    }
    lines
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap()
}

#[test]
fn recollections_never_leave_the_program() {
    let kept: usize = Catalogue::embedded().editions().iter().map(|edition| edition.unverified.len()).sum();
    assert!(kept > 0, "the data holds recollections to keep back");
    for line in everything() {
        for mark in ["unverified", "from memory", "recall", "VERIFY"] {
            assert!(!line.contains(mark), "{mark:?} in {line}");
        }
    }
}

#[test]
fn no_entry_names_a_file_or_a_workshop() {
    for line in everything() {
        for mark in [".yaml", ".md", "github", "sha256"] {
            assert!(!line.contains(mark), "{mark:?} in {line}");
        }
    }
}

#[test]
fn no_entry_promises_compliance() {
    let quoted = |line: &str| line.contains("\"wording_rule\"");
    for line in everything().into_iter().filter(|line| !quoted(line)) {
        for mark in ["compliant", "safe harbor", "not information blocking"] {
            assert!(!line.to_lowercase().contains(mark), "{mark:?} in {line}");
        }
    }
}

#[test]
fn what_is_written_can_be_read_back() {
    let rules = Catalogue::embedded().rules_on(jiff::civil::date(2026, 9, 17)).unwrap();
    for criterion in &rules.security_exception.criteria {
        assert_eq!(&serde_json::from_str::<Criterion>(&json(criterion)).unwrap(), criterion);
    }
    for safeguard in &rules.security_rule.safeguards {
        assert_eq!(&serde_json::from_str::<Safeguard>(&json(safeguard)).unwrap(), safeguard);
    }
}
