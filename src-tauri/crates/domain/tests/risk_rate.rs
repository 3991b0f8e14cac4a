//! The rating against its data file: every cell, every golden and negative case, and that the tables never decrease.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

use std::collections::BTreeMap;

use proptest::prelude::*;
use riskwright_domain::risk::level::Level;
use riskwright_domain::risk::rate::{
    CiaImpact, StageProblem, StageValue, Stages, check_stages, check_submission, overall_likelihood, rate,
    rate_request, risk_level,
};
use riskwright_domain::risk::record::Likelihoods;
use serde::Deserialize;
use serde_json::json;

const DATA: &str = include_str!("../data/scoring/sp-800-30r1/scoring_tables.yaml");

#[derive(Deserialize)]
struct Tables {
    levels: Vec<Level>,
    semi_quantitative: BTreeMap<Level, Step>,
    #[serde(rename = "G5_overall_likelihood")]
    g5: Matrix,
    #[serde(rename = "I2_risk")]
    i2: Matrix,
    golden_cases: Vec<Golden>,
    negative_cases: Vec<Negative>,
}

#[derive(Deserialize)]
struct Step {
    band_0_100: [u8; 2],
    value_0_10: u8,
}

#[derive(Deserialize)]
struct Matrix {
    matrix: BTreeMap<Level, Vec<Level>>,
}

#[derive(Deserialize)]
struct Golden {
    id: String,
    input: GoldenInput,
    expected: GoldenResult,
    inherent: Option<GoldenStage>,
    target: Option<GoldenStage>,
}

#[derive(Deserialize)]
struct GoldenInput {
    likelihood_initiation: Level,
    likelihood_adverse: Level,
    impact_c: Level,
    impact_i: Level,
    impact_a: Level,
}

#[derive(Deserialize)]
struct GoldenStage {
    likelihood_adverse: Level,
    impact: Level,
}

#[derive(Deserialize)]
struct GoldenResult {
    overall_likelihood: Level,
    impact: Level,
    risk: Level,
    rank_score: u8,
    inherent_risk: Option<Level>,
    target_risk: Option<Level>,
}

#[derive(Deserialize)]
struct Negative {
    id: String,
}

fn tables() -> Tables {
    serde_yaml::from_str(DATA).expect("the data file has its form")
}

fn uniform(initiation: Level, adverse: Level, impact: Level) -> Likelihoods {
    Likelihoods { initiation, adverse, impact: CiaImpact { c: impact, i: impact, a: impact } }
}

#[test]
fn the_scale_is_the_files() {
    let tables = tables();
    assert_eq!(tables.levels, Level::ALL);
    for (level, step) in tables.semi_quantitative {
        assert_eq!(
            (step.band_0_100[0], step.value_0_10),
            (level.lower_bound(), level.value_0_10()),
            "{level}"
        );
        assert_eq!(Level::from_0_100(f64::from(step.band_0_100[1])), Ok(level), "top of the band of {level}");
    }
}

#[test]
fn every_cell_of_both_tables_is_the_files() {
    let tables = tables();
    let mut cells = 0;
    for (matrix, look_up) in
        [(tables.g5, overall_likelihood as fn(Level, Level) -> Level), (tables.i2, risk_level)]
    {
        for (row, columns) in matrix.matrix {
            for (column, cell) in Level::ALL.into_iter().zip(columns) {
                assert_eq!(look_up(row, column), cell, "row {row}, column {column}");
                cells += 1;
            }
        }
    }
    assert_eq!(cells, 50);
}

#[test]
fn every_golden_case_is_rated_as_the_file_says() {
    let cases = tables().golden_cases;
    assert_eq!(cases.len(), 20);
    for case in cases {
        let GoldenInput { likelihood_initiation, likelihood_adverse, impact_c, impact_i, impact_a } =
            case.input;
        let impact = CiaImpact { c: impact_c, i: impact_i, a: impact_a };
        let rating = rate(likelihood_initiation, likelihood_adverse, impact);
        let expected = (
            case.expected.overall_likelihood,
            case.expected.impact,
            case.expected.risk,
            case.expected.rank_score,
        );
        assert_eq!(
            (rating.likelihood, rating.impact, rating.level, rating.rank_score),
            expected,
            "{}",
            case.id
        );

        let stage =
            |stage: GoldenStage| uniform(likelihood_initiation, stage.likelihood_adverse, stage.impact);
        let residual = Likelihoods { initiation: likelihood_initiation, adverse: likelihood_adverse, impact };
        let (inherent, target) = (case.inherent.map(stage), case.target.map(stage));
        assert_eq!(
            inherent.map(|inherent| inherent.rating().level),
            case.expected.inherent_risk,
            "{}",
            case.id
        );
        assert_eq!(target.map(|target| target.rating().level), case.expected.target_risk, "{}", case.id);
        let stages = Stages { inherent: inherent.as_ref(), residual: &residual, target: target.as_ref() };
        assert_eq!(check_stages(stages), [], "{}", case.id);
    }
}

#[test]
fn every_negative_case_has_a_test() {
    let ids: Vec<_> = tables().negative_cases.into_iter().map(|case| case.id).collect();
    assert_eq!(
        ids,
        ["N-01", "N-02", "N-03", "N-04", "N-05", "N-06"],
        "N-05 and N-06 are among the tests of Level"
    );
}

#[test]
fn n_01_all_three_impacts_are_required() {
    let request = json!({"initiation": "high", "adverse": "low", "impact": {"c": "high", "a": "low"}});
    let error = serde_json::to_value(rate_request(&request).unwrap_err()).unwrap();
    assert_eq!((&error["code"], &error["field"]), (&json!("required"), &json!("impact.i")));
}

#[test]
fn n_02_residual_above_inherent_warns() {
    let residual = uniform(Level::Low, Level::High, Level::Low);
    let inherent = uniform(Level::Low, Level::Moderate, Level::Low);
    let problems = check_stages(Stages { inherent: Some(&inherent), residual: &residual, target: None });
    let expected = StageProblem::ResidualAboveInherent {
        value: StageValue::Adverse,
        residual: Level::High,
        inherent: Level::Moderate,
    };
    assert_eq!(problems, [expected]);
    assert!(!expected.is_error());
}

#[test]
fn n_03_target_above_residual_is_an_error() {
    let residual = uniform(Level::High, Level::Moderate, Level::Moderate);
    let target = uniform(Level::High, Level::VeryHigh, Level::VeryHigh);
    let problems = check_stages(Stages { inherent: None, residual: &residual, target: Some(&target) });
    let expected = StageProblem::TargetAboveResidual { target: Level::VeryHigh, residual: Level::Moderate };
    assert_eq!(problems, [expected]);
    assert!(expected.is_error());
}

#[test]
fn n_04_a_rationale_is_required_on_submit_only() {
    let residual = uniform(Level::High, Level::Moderate, Level::Moderate);
    let stages = Stages { inherent: None, residual: &residual, target: None };
    assert_eq!(check_stages(stages), []);
    assert_eq!(check_submission(stages, "Sign-in logs of the last 12 months."), []);
    assert_eq!(check_submission(stages, " \n"), [StageProblem::RationaleRequired]);
    assert!(StageProblem::RationaleRequired.is_error());
}

#[test]
fn a_request_is_answered_in_the_published_form() {
    let request = json!({"initiation":"high","adverse":"moderate","impact":{"c":"high","i":"low","a":"low"}});
    let answer = serde_json::to_string(&rate_request(&request).unwrap()).unwrap();
    assert_eq!(answer, r#"{"likelihood":"moderate","impact":"high","level":"moderate","rank_score":40}"#);
}

#[test]
fn numbers_from_0_to_100_stand_for_levels() {
    let request = json!({"initiation": 80, "adverse": 79.5, "impact": {"c": 95, "i": 5, "a": 20.9}});
    let rating = rate_request(&request).unwrap();
    assert_eq!((rating.likelihood, rating.impact, rating.rank_score), (Level::Moderate, Level::High, 40));
}

#[test]
fn every_problem_of_a_request_is_named_in_the_order_of_the_fields() {
    let request = json!({"adverse": "medium", "impact": {"c": 101, "i": "low", "a": -1}});
    let error = serde_json::to_value(rate_request(&request).unwrap_err()).unwrap();
    insta::assert_json_snapshot!(error);
}

#[test]
fn what_is_no_request_is_refused() {
    let whole = [json!(null), json!([]), json!("high"), json!(1)];
    for request in whole {
        let error = rate_request(&request).unwrap_err();
        assert_eq!((error.problems[0].code(), error.problems[0].field()), ("not_an_object", ""), "{request}");
    }
    let cases = [
        (json!({}), vec!["initiation", "adverse", "impact.c", "impact.i", "impact.a"]),
        (json!({"initiation": "low", "adverse": "low", "impact": "high"}), vec!["impact"]),
        (
            json!({"initiation": true, "adverse": [], "impact": null}),
            vec!["initiation", "adverse", "impact.c", "impact.i", "impact.a"],
        ),
    ];
    for (request, fields) in cases {
        let error = rate_request(&request).unwrap_err();
        let found: Vec<_> = error.problems.iter().map(|problem| problem.field()).collect();
        assert_eq!(found, fields, "{request}");
    }
}

fn level() -> impl Strategy<Value = Level> {
    proptest::sample::select(Level::ALL.to_vec())
}

proptest! {
    #[test]
    fn a_higher_argument_never_lowers_the_result(a in level(), b in level(), other in level()) {
        let (lower, higher) = (a.min(b), a.max(b));
        for look_up in [overall_likelihood as fn(Level, Level) -> Level, risk_level] {
            prop_assert!(look_up(lower, other) <= look_up(higher, other));
            prop_assert!(look_up(other, lower) <= look_up(other, higher));
        }
    }

    #[test]
    fn the_highest_impact_counts_in_any_order(
        initiation in level(), adverse in level(), c in level(), i in level(), a in level(),
    ) {
        let rating = rate(initiation, adverse, CiaImpact { c, i, a });
        let highest = c.max(i).max(a);
        prop_assert_eq!(rating.impact, highest);
        prop_assert_eq!(rating, rate(initiation, adverse, CiaImpact { c: highest, i: Level::VeryLow, a: Level::VeryLow }));
        prop_assert_eq!(rating, rate(initiation, adverse, CiaImpact { c: a, i: c, a: i }));
    }

    #[test]
    fn a_number_reads_as_the_level_whose_lower_bound_it_reached(value in 0.0..=100.0f64) {
        let level = Level::from_0_100(value).unwrap();
        prop_assert!(f64::from(level.lower_bound()) <= value);
        prop_assert!(Level::ALL.into_iter().filter(|other| *other > level).all(|other| value < f64::from(other.lower_bound())));
    }
}
