//! The criteria of both paths, each broken on a practice of either.

use crate::broken::Break;
use crate::builder::{D, E, practice, risk};
use jiff::civil::date;
use riskwright_domain::practice::application::{DifferentiatorKind, NamedRequestor};
use riskwright_domain::practice::{Differentiator, Dimension, Reach, Restrictiveness};
use riskwright_domain::workspace::Content;
use std::collections::BTreeSet;

pub const COMMON: &[Break] = &[
    ("SE-0-a", D, |content| content.organization.actor_types.clear()),
    ("SE-0-a", E, |content| content.organization.actor_types.clear()),
    ("SE-0-b", D, |content| practice(content, D).is_ehi = None),
    ("SE-0-b", E, |content| practice(content, E).is_ehi.as_mut().unwrap().reason.clear()),
    ("SE-0-1", D, |content| practice(content, D).description = "It is stopped.".to_owned()),
    ("SE-0-1", E, |content| practice(content, E).affected_ehi = vec![" ".to_owned()]),
    ("SE-0-2", D, |content| practice(content, D).interference = None),
    ("SE-0-2", E, |content| practice(content, E).interference.as_mut().unwrap().reason = " ".to_owned()),
    ("SE-0-3", D, |content| practice(content, D).required_by_law = None),
    ("SE-0-3", E, |content| practice(content, E).required_by_law = None),
    ("SE-0-4", D, |content| practice(content, D).reviews.clear()),
    ("SE-0-4", E, |content| practice(content, E).reviews[0].on = date(2026, 11, 30)),
    ("SE-a-1", D, |content| practice(content, D).protection.as_mut().unwrap().harm_reason.clear()),
    ("SE-a-1", E, |content| practice(content, E).protection.as_mut().unwrap().mechanism.clear()),
    ("SE-a-2", D, |content| practice(content, D).risks[0].explanation = "It stops it.".to_owned()),
    ("SE-a-2", D, |content| practice(content, D).risks.clear()),
    ("SE-a-2", E, short_link),
    ("SE-a-3", D, |content| practice(content, D).other_purposes.as_mut().unwrap().reviewer = None),
    ("SE-a-3", E, another_purpose),
    ("SE-a-4", D, |content| practice(content, D).decision.as_mut().unwrap().by = "P-003".into()),
    ("SE-a-4", E, |content| practice(content, E).decision.as_mut().unwrap().on = date(2026, 11, 13)),
    ("SE-b-1", D, |content| risk(content).effect = "Cyber attacks.".to_owned()),
    ("SE-b-1", E, |content| recorded(content).vulnerability = "various".to_owned()),
    ("SE-b-2", D, |content| practice(content, D).scope.requestors = Reach::All),
    ("SE-b-2", E, |content| practice(content, E).scope.data = only("all charts")),
    ("SE-b-3", D, |content| practice(content, D).review_interval_days = Some(400)),
    ("SE-b-3", E, |content| practice(content, E).review_interval_days = None),
    ("SE-b-4", D, |content| practice(content, D).restrictiveness = Some(Restrictiveness::FullBlock)),
    ("SE-b-4", E, |content| practice(content, E).restrictiveness = None),
    ("SE-b-5", D, |content| practice(content, D).alternatives.clear()),
    ("SE-b-5", E, no_alternative_with_reason),
    ("SE-c-1", D, |content| practice(content, D).application.rule.clear()),
    ("SE-c-1", E, |content| practice(content, E).application.named_requestors = vec![named("Heron app")]),
    ("SE-c-2", D, |content| practice(content, D).application.differentiators = Some(vec![competitor()])),
    ("SE-c-2", E, |content| practice(content, E).application.differentiators = None),
    ("SE-c-3", D, |content| {
        practice(content, D).application.internal_comparison.as_mut().unwrap().same = false
    }),
    ("SE-c-3", E, |content| practice(content, E).application.internal_comparison = None),
    ("SE-c-4", D, |content| practice(content, D).application.records.clear()),
    ("SE-c-4", E, |content| practice(content, E).application.records[0].deviation = Some(unapproved())),
    ("SE-c-5", D, |content| practice(content, D).application.training[0].completed_on = date(2025, 11, 1)),
    ("SE-c-5", E, |content| practice(content, E).application.applied_by = vec!["Help Desk".to_owned()]),
];

fn short_link(content: &mut Content) {
    let mut link = practice(content, D).risks[0].clone();
    link.explanation = "It stops it.".to_owned();
    practice(content, E).risks.push(link);
    practice(content, E)
        .scope_reasons
        .push(serde_json::from_str(r#"{"dimension":"requestors","reason":"One."}"#).unwrap());
}

fn another_purpose(content: &mut Content) {
    let other = practice(content, E).other_purposes.as_mut().unwrap();
    other.answer = riskwright_domain::practice::YesNo::Yes;
    other.concurs = Some("P-001".into());
}

fn recorded(content: &mut Content) -> &mut riskwright_domain::practice::RecordedRisk {
    crate::builder::case(content).recorded_risk.as_mut().unwrap()
}

/// The options of the practice go; those of the determination stay without the reason that SE-b-5 asks for.
fn no_alternative_with_reason(content: &mut Content) {
    practice(content, E).alternatives.clear();
    let case = crate::builder::case(content);
    case.alternatives.clear();
    case.few_alternatives_reason = "There was one way only.".to_owned();
}

fn only(name: &str) -> Reach {
    Reach::Only(BTreeSet::from([name.to_owned()]))
}

fn named(name: &str) -> NamedRequestor {
    NamedRequestor { name: name.to_owned(), risk: None }
}

fn competitor() -> Differentiator {
    Differentiator {
        kind: DifferentiatorKind::Competitor,
        description: "Clients of the other clinic in town.".to_owned(),
        risk: None,
    }
}

fn unapproved() -> riskwright_domain::practice::application::Deviation {
    serde_json::from_str(r#"{"approved_by":"P-001"}"#).unwrap()
}

#[test]
fn a_reason_a_risk_or_a_second_person_mends_what_may_be_mended() {
    let mended: &[Break] = &[
        ("SE-b-2", D, |content| {
            practice(content, D).scope.requestors = Reach::All;
            let reason = "Clients cannot be told apart before they sign in.".to_owned();
            practice(content, D)
                .scope_reasons
                .push(riskwright_domain::practice::ScopeReason { dimension: Dimension::Requestors, reason });
        }),
        ("SE-b-4", D, |content| {
            practice(content, D).restrictiveness = Some(Restrictiveness::FullBlock);
            let mut second = practice(content, D).decision.clone().unwrap();
            second.by = "P-002".into();
            practice(content, D).second_approval = Some(second);
        }),
        ("SE-b-4", E, |content| practice(content, E).restrictiveness = Some(Restrictiveness::FullBlock)),
        ("SE-c-1", E, |content| {
            practice(content, E).application.named_requestors = vec![named("Bluebird app")]
        }),
        ("SE-c-2", D, |content| {
            let tied = Differentiator { risk: Some("R-0021".into()), ..competitor() };
            practice(content, D).application.differentiators = Some(vec![tied]);
        }),
        ("SE-c-4", D, |content| {
            practice(content, D).application.records.clear();
            practice(content, D).application.not_yet_applied = true;
        }),
        ("SE-a-3", D, |content| {
            let other = practice(content, D).other_purposes.as_mut().unwrap();
            other.answer = riskwright_domain::practice::YesNo::Yes;
            other.concurs = Some("P-002".into());
        }),
        ("SE-a-4", D, |content| {
            let decision = practice(content, D).decision.as_mut().unwrap();
            decision.on = date(2026, 6, 20);
            decision.late_reason = "The attack was under way.".to_owned();
        }),
    ];
    for (id, number, change) in mended {
        let mut content = crate::builder::supported();
        change(&mut content);
        let check = crate::builder::run(&content, number, crate::builder::TODAY);
        let found = crate::builder::finding(&check, id);
        assert_eq!(
            found.result,
            riskwright_domain::catalogue::CriterionResult::Met,
            "{id}: {}",
            found.explanation
        );
    }
}
