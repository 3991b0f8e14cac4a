//! The criteria of path (d), each broken on the practice that implements POL-25.

use crate::broken::Break;
use crate::builder::{D, assessment, policy, practice, risk, version};
use jiff::civil::date;
use riskwright_domain::policy::{Effect, VersionStatus};
use riskwright_domain::practice::Basis;
use riskwright_domain::risk::RiskState;
use riskwright_domain::workspace::Content;

pub const POLICY: &[Break] = &[
    ("SE-d-1", D, |content| version(content).status = VersionStatus::Approved),
    ("SE-d-1", D, |content| version(content).approvals.clear()),
    ("SE-d-1", D, |content| version(content).effective_from = Some(date(2026, 12, 1))),
    ("SE-d-1", D, |content| version(content).approvals[0].content_hash = Some("changed since".to_owned())),
    ("SE-d-1", D, |content| statements(content, &[])),
    ("SE-d-1", D, |content| statements(content, &["S-99"])),
    ("SE-d1-1", D, |content| version(content).seal = None),
    ("SE-d1-2", D, |content| version(content).distribution.clear()),
    ("SE-d1-2", D, |content| version(content).approvals[0].by = "P-099".into()),
    ("SE-d2-1", D, |content| version(content).assessment = None),
    ("SE-d2-1", D, |content| assessment(content).approvals[0].on = date(2026, 5, 21)),
    ("SE-d2-2", D, duty_only),
    ("SE-d2-2", D, |content| version(content).statements[0].risks.push(link_to("R-0099"))),
    ("SE-d2-3", D, |content| effect(content, None)),
    ("SE-d2-3", D, |content| effect(content, Some(Effect::LowersImpact(0)))),
    ("SE-d2-4", D, drop_other_risk),
    ("SE-d3-1", D, |content| alignment(content).framework = "nist-csf-1.1".into()),
    ("SE-d3-1", D, |content| alignment(content).element = "RS.MI-99".to_owned()),
    ("SE-d3-2", D, |content| alignment(content).explanation.clear()),
    ("SE-d3-2", D, restricting_without_standard),
    ("SE-d3-3", D, |content| alignment(content).applicability = " ".to_owned()),
    ("SE-d4-identify-time", D, |content| timeframe(content, 0).trigger.clear()),
    ("SE-d4-identify-param", D, |content| version(content).parameters[0].unit.clear()),
    ("SE-d4-respond-time", D, |content| timeframe(content, 1).unit = "days".to_owned()),
    ("SE-d4-respond-param", D, |content| version(content).parameters[1].value = "1".to_owned()),
    ("SE-d4-address-time", D, |content| policy(content, "POL-11").versions[0].timeframes.clear()),
    ("SE-d4-address-param", D, |content| policy(content, "POL-11").versions[0].parameters.clear()),
    ("SE-d4-words", D, |content| {
        version(content).statements[0].text = "Security Official shall suspend a client promptly.".to_owned();
    }),
    ("SE-d4-consistency", D, |content| timeframe(content, 0).quantity = 5),
    ("SE-d4-consistency", D, contradicted),
];

fn statements(content: &mut Content, numbers: &[&str]) {
    let Some(Basis::Policy(basis)) = practice(content, D).basis.as_mut() else {
        panic!("PR-0001 rests on a policy")
    };
    basis.statements = numbers.iter().map(|number| (*number).into()).collect();
}

/// A statement beside the implemented one that carries a duty and answers no risk.
fn duty_only(content: &mut Content) {
    let mut statement = policy(content, "POL-11").versions[0].statements[0].clone();
    statement.number = "S-02".into();
    version(content).statements.push(statement);
}

/// A risk of the register that was closed after the policy was approved, and is linked by no practice.
fn drop_other_risk(content: &mut Content) {
    let mut other = risk(content).clone();
    other.number = "R-0022".into();
    other.status = RiskState::Closed;
    assessment(content).risks.push(other);
    let mut statement = version(content).statements[0].clone();
    statement.number = "S-02".into();
    statement.risks[0].risk = "R-0022".into();
    version(content).statements.push(statement);
}

fn restricting_without_standard(content: &mut Content) {
    let mut statement = version(content).statements[0].clone();
    statement.number = "S-02".into();
    statement.alignments.clear();
    version(content).statements.push(statement);
}

/// Another policy in force that sets another limit to the same.
fn contradicted(content: &mut Content) {
    let mut timeframe = version(content).timeframes[0].clone();
    timeframe.quantity = 2;
    timeframe.trigger = " Detection ".to_owned();
    policy(content, "POL-11").versions[0].timeframes.push(timeframe);
}

fn effect(content: &mut Content, effect: Option<Effect>) {
    version(content).statements[0].risks[0].effect = effect;
}

fn link_to(risk: &str) -> riskwright_domain::policy::RiskLink {
    serde_json::from_str(&format!(r#"{{"risk":"{risk}","effect":{{"detects":"misuse"}}}}"#)).unwrap()
}

fn alignment(content: &mut Content) -> &mut riskwright_domain::policy::Alignment {
    &mut version(content).statements[0].alignments[0]
}

fn timeframe(content: &mut Content, place: usize) -> &mut riskwright_domain::policy::Timeframe {
    &mut version(content).timeframes[place]
}

#[test]
fn a_duty_without_risk_is_allowed_beside_in_a_policy_that_restricts_nothing() {
    let mut content = crate::builder::supported();
    duty_only(&mut content);
    policy(&mut content, "POL-25").may_restrict_ehi = false;
    let check = crate::builder::run(&content, D, crate::builder::TODAY);
    let found = crate::builder::finding(&check, "SE-d2-2");
    assert_eq!(found.result, riskwright_domain::catalogue::CriterionResult::Met, "{}", found.explanation);
    statements(&mut content, &["S-01", "S-02"]);
    let check = crate::builder::run(&content, D, crate::builder::TODAY);
    let found = crate::builder::finding(&check, "SE-d2-2");
    assert_eq!(
        found.result,
        riskwright_domain::catalogue::CriterionResult::NotMet,
        "the implemented one must answer a risk"
    );
}

#[test]
fn times_of_an_incorporated_policy_count_while_it_is_in_force_and_are_named() {
    let mut content = crate::builder::supported();
    let check = crate::builder::run(&content, D, crate::builder::TODAY);
    assert_eq!(crate::builder::finding(&check, "SE-d4-address-time").evidence, ["POL-11 v1.0 T-01"]);
    assert_eq!(crate::builder::finding(&check, "SE-d4-address-param").evidence, ["POL-11 v1.0 P-01"]);
    policy(&mut content, "POL-11").versions[0].status = VersionStatus::Draft;
    let check = crate::builder::run(&content, D, crate::builder::TODAY);
    let lost = ["SE-d4-address-time", "SE-d4-address-param"];
    assert_eq!(
        crate::builder::with_result(&check, riskwright_domain::catalogue::CriterionResult::NotMet),
        lost
    );
}
