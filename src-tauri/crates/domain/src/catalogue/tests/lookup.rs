//! Look-ups by id, and where each entry comes from.

use crate::catalogue::*;
use jiff::civil::date;

#[test]
fn safeguards_are_found_by_citation_and_by_id() {
    let rules = Catalogue::embedded().rules_on(date(2026, 1, 1)).unwrap();
    let by_citation = rules.security_rule.safeguards.get("45 CFR 164.312(a)(2)(iv)").unwrap();
    assert_eq!(by_citation.title, "Encryption and decryption");
    assert_eq!(rules.security_rule.safeguards.get("HSR-312-a-2-iv"), Some(by_citation));
    assert_eq!(rules.security_rule.safeguards.get("45 CFR 164.999"), None);
}

#[test]
fn questions_are_found_within_their_factors() {
    let rules = Catalogue::embedded().rules_on(date(2026, 1, 1)).unwrap();
    let question = rules.security_rule.question("Q048").unwrap();
    assert_eq!(question.asked_if.as_ref().unwrap().answer, "yes");
    assert_eq!(rules.security_rule.question("Q057"), None);
}

#[test]
fn elements_are_accepted_where_listed_and_freely_where_not() {
    let cases = [
        ("nist-csf-2.0", "RS.MI-01", true),
        ("nist-csf-2.0", "RS.MI-09", false),
        ("nist-csf-2.0", "", false),
        ("nist-800-53r5", "AC-2", true),
        ("nist-800-53r5", "AC-2(3)", true),
        ("nist-800-53r5", "AC-2(x)", false),
        ("nist-800-53r5", "AC-2()", false),
        ("nist-800-53r5", "AC-13", false),
        ("nist-800-53r5", "AC-99(1)", false),
        ("nist-800-61r3", "DE.AE-08", true),
        ("nist-800-61r3", "3.2", false),
        ("cis-v8.1", "1.1", true),
        ("cis-v8.1", "19.1", false),
        ("iso-27001-2022", "A.8.24", true),
        ("hicp-2023", "HICP-P10", true),
        ("nist-800-88r2", "purge", true),
        ("nist-800-88r2", "  ", false),
        ("no-such-framework", "anything", false),
    ];
    for (framework, element, accepted) in cases {
        assert_eq!(
            Catalogue::embedded().accepts_element(framework, element),
            accepted,
            "{framework} {element:?}"
        );
    }
}

#[test]
fn an_enhancement_is_found_under_its_control() {
    let element = Catalogue::embedded().element("nist-800-53r5", "CP-9(1)").unwrap();
    assert_eq!(element.title.as_deref(), Some("System Backup"));
    assert_eq!(element.baselines, [Baseline::Low, Baseline::Moderate, Baseline::High]);
}

#[test]
fn catalogue_entries_are_found_by_id() {
    let catalogue = Catalogue::embedded();
    assert_eq!(catalogue.threat("T-007").unwrap().hicp_threat.as_deref(), Some("HICP-T2"));
    assert_eq!(catalogue.vulnerability("V-55").unwrap().kind, VulnerabilityKind::Organizational);
    assert_eq!(catalogue.predisposing_condition("PC-02").unwrap().name, "Premises open to the public");
    assert_eq!(catalogue.policy("POL-11").unwrap().title, "Security incident response");
    assert_eq!(catalogue.framework("hitrust-csf").unwrap().kind, FrameworkKind::IndustryFramework);
    assert!(catalogue.threat("T-100").is_none() && catalogue.policy("POL-31").is_none());
}

#[test]
fn every_entry_states_edition_and_citation() {
    let catalogue = Catalogue::embedded();
    let rules = catalogue.rules_on(date(2026, 9, 17)).unwrap();
    let threats = catalogue.threat_catalogues.latest().unwrap();
    let policies = catalogue.policy_catalogues.latest().unwrap();
    let (law, exception) = (rules.security_rule, rules.security_exception);
    let mut all = confirmed(&law.edition, &law.safeguards);
    all += confirmed(&law.edition, &law.factors);
    all += confirmed(&exception.edition, &exception.criteria);
    all += confirmed(&exception.edition, &exception.practice_types);
    all += confirmed(&rules.exceptions.edition, &rules.exceptions.exceptions);
    all += confirmed(&threats.edition, &threats.threats);
    all += confirmed(&threats.edition, &threats.vulnerabilities);
    all += confirmed(&threats.edition, &threats.predisposing_conditions);
    all += confirmed(&policies.edition, &policies.policies);
    assert_eq!(all, 68 + 13 + 46 + 14 + 10 + 99 + 55 + 12 + 30);
}

fn confirmed<T: Item>(edition: &RuleEdition, set: &Set<T>) -> usize {
    for item in set {
        let provenance = edition.provenance(item);
        assert_eq!(provenance.edition, edition.id);
        assert!(provenance.citation.contains("CFR") || provenance.citation.contains("NIST"), "{}", item.id());
        assert_eq!(provenance.confirmed_on, Some(edition.confirmed_on), "{}", item.id());
    }
    set.len()
}

#[test]
fn provenance_prefers_the_entry_s_own_citation() {
    let rules = Catalogue::embedded().rules_on(date(2026, 9, 17)).unwrap();
    let criterion = rules.security_exception.criteria.get("SE-d4-respond-time").unwrap();
    let provenance = rules.security_exception.edition.provenance(criterion);
    assert_eq!(provenance.citation, "45 CFR 171.203(d)(4)");
    assert_eq!(provenance.edition, "171.203/2020-11-04");
}

#[test]
fn a_framework_not_read_at_its_publisher_says_so() {
    let catalogue = Catalogue::embedded().framework_catalogues.latest().unwrap();
    for framework in &catalogue.frameworks {
        let unread = catalogue.edition.provenance(framework).confirmed_on.is_none();
        assert!(!unread || !framework.unverified.is_empty(), "{}", framework.id);
    }
}
