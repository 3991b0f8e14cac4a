//! Every reference of a content that leads nowhere is told, at its place.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::workspace::{Content, ProblemCode, problems};
use serde_json::{Value, json};
use std::sync::LazyLock;

static SAMPLE: LazyLock<Value> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../app/sample/lakeside.yaml");
    let text = std::fs::read_to_string(path).expect("the sample is there");
    serde_yaml::from_str(&text).expect("the sample is YAML")
});

/// A place of the sample and a name that nothing has.
const NOWHERE: &[(&str, &str)] = &[
    ("/organization/duties/0/holders/0/person", "P-999"),
    ("/assessments/0/assessors/0", "P-999"),
    ("/assessments/0/answers/0/by", "P-999"),
    ("/assessments/0/answers/0/question", "Q999"),
    ("/assessments/0/risks/0/asset", "A-999"),
    ("/assessments/0/risks/0/threat", "T-999"),
    ("/assessments/0/risks/0/rated_by", "P-999"),
    ("/assessments/0/risks/0/controls/0/safeguards/0", "45 CFR 164.399"),
    ("/assessments/0/safeguards/0/safeguard", "45 CFR 164.399"),
    ("/assessments/0/safeguards/0/policies/0", "POL-99"),
    ("/assessments/0/safeguards/0/owner", "P-999"),
    ("/assessments/0/decisions/0/policy", "POL-99"),
    ("/assessments/0/decisions/0/approval/by", "P-999"),
    ("/assessments/0/open_items/0/owner", "P-999"),
    ("/policies/0/owner", "P-999"),
    ("/policies/0/practice_types/0", "PT-99"),
    ("/policies/0/versions/0/reviews/0/by", "P-999"),
    ("/policies/0/versions/0/statements/0/safeguards/0", "45 CFR 164.399"),
    ("/practices/0/practice_type", "PT-99"),
    ("/practices/0/risks/0/risk", "R-9999"),
    ("/practices/0/judgements/0/criterion", "SE-z-9"),
    ("/practices/0/judgements/0/by", "P-999"),
    ("/practices/0/other_purposes/reviewer", "P-999"),
    ("/practices/0/other_purposes/concurs", "P-999"),
    ("/practices/0/decision/by", "P-999"),
    ("/practices/0/second_approval/by", "P-999"),
    ("/practices/0/application/named_requestors/0/risk", "R-9999"),
    ("/practices/0/application/differentiators/0/risk", "R-9999"),
    ("/practices/0/application/internal_comparison/risk", "R-9999"),
    ("/practices/0/application/records/4/deviation/approved_by", "P-999"),
    ("/practices/0/basis/policy/policy", "POL-99"),
    ("/practices/0/basis/policy/version", "9.9"),
    ("/practices/0/basis/policy/statements/0", "S-99"),
    ("/practices/2/basis/case/risk", "R-9999"),
    ("/practices/2/basis/case/approver", "P-999"),
    ("/practices/2/basis/case/evidence/0", "E-9999"),
];

/// The sample with a value at a place, made where the sample leaves it out.
fn with(pointer: &str, name: &str) -> Content {
    let mut value = SAMPLE.clone();
    fill(&mut value);
    *value.pointer_mut(pointer).unwrap_or_else(|| panic!("nothing at {pointer}")) = json!(name);
    serde_json::from_value(value).unwrap_or_else(|error| panic!("{pointer}: {error}"))
}

/// Fields that the sample does not use, filled in rightly.
fn fill(value: &mut Value) {
    let review = json!({"on": "2026-06-01", "by": "P-001", "outcome": "No change was needed."});
    let decision = json!({"by": "P-002", "on": "2026-04-02", "record": "Minutes"});
    let lines: [(&str, &str, Value); 8] = [
        ("/assessments/0", "open_items", json!([{"what": "Ask the vendor.", "owner": "P-001"}])),
        ("/assessments/0/safeguards/0", "owner", json!("P-001")),
        ("/assessments/0/decisions/0", "approval", json!({"by": "P-002", "role": "x", "on": "2026-03-03"})),
        ("/policies/0", "practice_types", json!(["PT-01"])),
        ("/policies/0/versions/0", "reviews", json!([review])),
        ("/practices/0", "second_approval", decision),
        ("/practices/0/application", "named_requestors", json!([{"name": "One", "risk": "R-0046"}])),
        ("/practices/2/basis/case", "risk", json!("R-0046")),
    ];
    for (place, field, right) in lines {
        value.pointer_mut(place).expect(place)[field] = right;
    }
    let approval = value["assessments"][0]["approvals"][0].clone();
    value["assessments"][0]["decisions"][0]["approval"] = approval;
    value["practices"][0]["application"]["internal_comparison"]["risk"] = json!("R-0049");
    value["assessments"][0]["safeguards"][0]["policies"] = json!(["POL-04"]);
    value["assessments"][0]["decisions"][0]["policy"] = json!("POL-04");
    value["assessments"][0]["risks"][0]["controls"][0]["safeguards"] = json!(["45 CFR 164.312(b)"]);
}

#[test]
fn what_is_filled_in_rightly_is_no_problem() {
    let mut value = SAMPLE.clone();
    fill(&mut value);
    let content: Content = serde_json::from_value(value).unwrap();
    assert_eq!(problems(&content, Catalogue::embedded()), []);
}

#[test]
fn every_reference_that_leads_nowhere_is_told_once_at_its_place() {
    for (pointer, name) in NOWHERE {
        let found = problems(&with(pointer, name), Catalogue::embedded());
        let at_place: Vec<_> = found.iter().filter(|problem| problem.path == *pointer).collect();
        assert_eq!(at_place.len(), 1, "{pointer}: {found:?}");
        assert_eq!((at_place[0].code, at_place[0].value.as_str()), (ProblemCode::UnknownReference, *name));
    }
}

#[test]
fn all_of_many_wrong_references_are_told_at_once() {
    let mut value = SAMPLE.clone();
    fill(&mut value);
    let apart = NOWHERE.iter().filter(|(pointer, _)| !pointer.ends_with("basis/policy/policy"));
    let apart: Vec<_> = apart.filter(|(pointer, _)| !pointer.ends_with("basis/policy/version")).collect();
    for (pointer, name) in &apart {
        *value.pointer_mut(pointer).unwrap() = json!(name);
    }
    let found = problems(&serde_json::from_value(value).unwrap(), Catalogue::embedded());
    for (pointer, _) in apart {
        assert!(found.iter().any(|problem| problem.path == *pointer), "{pointer}");
    }
}
