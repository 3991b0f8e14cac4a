//! Timeframes kept as records.

use riskwright_domain::policy::lint::{Code, FindingLevel, TimeframeFields, check_timeframe};

const SOUND: TimeframeFields<'_> = TimeframeFields {
    trigger: "first alert or report",
    comparator: "within",
    quantity: 1,
    unit: "hours",
    role: "on-call responder",
    action: "triage and assign severity",
};

fn found(fields: &TimeframeFields<'_>) -> Vec<(String, Code)> {
    let findings = check_timeframe(fields);
    findings.into_iter().map(|finding| (finding.field.expect("the field of a row"), finding.code)).collect()
}

#[test]
fn a_sound_row_has_no_finding() {
    assert_eq!(found(&SOUND), []);
    for comparator in ["no later than", "not later than", "every", "at least every", "for", "after", "before"]
    {
        assert_eq!(found(&TimeframeFields { comparator, ..SOUND }), [], "{comparator}");
    }
}

#[test]
fn each_field_is_asked_for() {
    let cases = [
        (TimeframeFields { trigger: " ", ..SOUND }, "trigger", Code::MissingTrigger),
        (TimeframeFields { trigger: "as soon as possible", ..SOUND }, "trigger", Code::SubjectiveWord),
        (TimeframeFields { comparator: "", ..SOUND }, "comparator", Code::MissingComparator),
        (TimeframeFields { comparator: "in about", ..SOUND }, "comparator", Code::MissingComparator),
        (TimeframeFields { quantity: 0, ..SOUND }, "quantity", Code::QuantityNotPositive),
        (TimeframeFields { quantity: -3, ..SOUND }, "quantity", Code::QuantityNotPositive),
        (TimeframeFields { unit: "", ..SOUND }, "unit", Code::MissingUnit),
        (TimeframeFields { unit: "days", ..SOUND }, "unit", Code::UnitDayTypeUndefined),
        (TimeframeFields { unit: "fortnights", ..SOUND }, "unit", Code::MissingUnit),
        (TimeframeFields { role: "", ..SOUND }, "role", Code::MissingRole),
        (TimeframeFields { role: "the team", ..SOUND }, "role", Code::RoleUndefined),
        (TimeframeFields { action: "", ..SOUND }, "action", Code::MissingAction),
        (TimeframeFields { action: "contain where feasible", ..SOUND }, "action", Code::ConditionalEscape),
    ];
    for (fields, field, code) in cases {
        assert_eq!(found(&fields), [(field.to_owned(), code)], "{fields:?}");
        assert_eq!(check_timeframe(&fields)[0].level, FindingLevel::Error, "{fields:?}");
    }
}

#[test]
fn everything_that_is_wrong_is_said_at_once() {
    let nothing =
        TimeframeFields { trigger: "", comparator: "", quantity: 0, unit: "", role: "", action: "" };
    let fields: Vec<_> = found(&nothing).into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["trigger", "comparator", "quantity", "unit", "role", "action"]);
}

#[test]
fn limits_of_the_law_bind_rows_too() {
    let notice = TimeframeFields {
        trigger: "discovery of the breach",
        comparator: "no later than",
        quantity: 60,
        unit: "calendar days",
        role: "privacy officer",
        action: "notify affected individuals",
    };
    assert_eq!(found(&notice), []);
    let late = found(&TimeframeFields { quantity: 61, ..notice });
    assert_eq!(late, [("quantity".to_owned(), Code::ExceedsLegalCap)]);
    let short = TimeframeFields {
        comparator: "for",
        quantity: 5,
        unit: "years",
        action: "retain documentation",
        ..notice
    };
    assert_eq!(found(&short), [("quantity".to_owned(), Code::BelowLegalFloor)]);
}

#[test]
fn every_example_of_the_policy_catalogue_is_objective() {
    let file = include_str!("../../data/policies/2026-09-17/policies.yaml");
    let file: serde_yaml::Value = serde_yaml::from_str(file).unwrap();
    let mut examples = 0;
    for policy in file["policies"].as_sequence().unwrap() {
        for row in policy["example_timeframes"].as_sequence().into_iter().flatten() {
            let text = |key: &str| row[key].as_str().unwrap_or_default();
            let fields = TimeframeFields {
                trigger: text("trigger"),
                comparator: text("comparator"),
                quantity: row["quantity"].as_i64().unwrap_or_default(),
                unit: text("unit"),
                role: text("role"),
                action: text("action"),
            };
            assert_eq!(found(&fields), [], "{fields:?}");
            examples += 1;
        }
    }
    assert!(examples > 40, "{examples} examples");
}
