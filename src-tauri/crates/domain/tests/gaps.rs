//! What an assessment lacks before approval: complete, with its place, and counted by step.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod builder;

use builder::{TODAY, assessment, complete, risk};
use jiff::civil::{Date, date};
use riskwright_domain::assessment::gaps::{ApproverFault, Gap, GapCode, Gaps, Step, approver_faults, gaps};
use riskwright_domain::assessment::{FactorAnswer, SafeguardState, ThreatAnswer};
use riskwright_domain::catalogue::{Catalogue, Designation};
use riskwright_domain::risk::{Acceptance, Level, RiskState, Treatment, TreatmentOption};
use riskwright_domain::workspace::Content;

fn after(change: impl FnOnce(&mut Content)) -> Gaps {
    let mut content = complete();
    change(&mut content);
    gaps(Catalogue::embedded(), &content, &content.assessments[0], TODAY)
}

fn only(found: &Gaps) -> (Step, GapCode, &str, bool) {
    match found.gaps.as_slice() {
        [Gap { step, code, path, blocking, .. }] => (*step, *code, path.as_str(), *blocking),
        many => panic!("one gap expected: {many:#?}"),
    }
}

fn set_status(content: &mut Content, place: usize, status: SafeguardState) {
    assessment(content).safeguards[place].status = status;
}

fn place(test: impl Fn(&riskwright_domain::catalogue::Safeguard) -> bool) -> usize {
    Catalogue::embedded().security_rules.on(TODAY).unwrap().safeguards.iter().position(test).unwrap()
}

#[test]
fn a_complete_assessment_lacks_nothing_and_every_step_is_done() {
    let found = after(|_| {});
    assert_eq!(found.gaps, Vec::new());
    assert!(found.may_be_approved());
    assert!(found.steps.iter().all(|step| step.done == step.total && step.total > 0), "{:?}", found.steps);
    let total = |step: Step| found.steps.iter().find(|one| one.step == step).unwrap().total;
    assert_eq!(total(Step::Safeguards), 68 + 1, "68 items and the question which standards are conditional");
    assert_eq!(found.steps.len(), 6);
}

type Case = (Step, GapCode, &'static str, bool, fn(&mut Content));

const CASES: &[Case] = &[
    (Step::Organization, GapCode::ProfileIncomplete, "/organization/sites", false, |content| {
        content.organization.sites.clear();
    }),
    (Step::Organization, GapCode::QuestionUnanswered, "/assessments/0/answers", false, |content| {
        assessment(content).answers.retain(|one| one.question.as_str() != "Q018");
    }),
    (Step::Organization, GapCode::QuestionUnanswered, "/organization/size_band", false, |content| {
        content.organization.size_band = None;
    }),
    (Step::Inventory, GapCode::QuestionUnanswered, "/assessments/0/answers", false, |content| {
        answer(content, "Q001").complete = false;
    }),
    (Step::Inventory, GapCode::QuestionUnanswered, "/assessments/0/answers/0", false, |content| {
        // Words beside the rows of the inventory are no mark that it is complete.
        answer(content, "Q001").complete = false;
        answer(content, "Q001").answer = "Complete: one row.".to_owned();
    }),
    (Step::Inventory, GapCode::NotConfirmed, "/assessments/0/answers/0", true, |content| {
        answer(content, "Q001").carried = true;
    }),
    (Step::Inventory, GapCode::NotConfirmed, "/assessments/0/assets/0/carried", true, |content| {
        assessment(content).assets[0].carried = true;
    }),
    (Step::Inventory, GapCode::NotConfirmed, "/assessments/0/flows/0", true, |content| {
        let flow = r#"{"from":"A-001","method":"API","protection":"TLS","purpose":"Care","carried":true}"#;
        assessment(content).flows.push(serde_json::from_str(flow).unwrap());
    }),
    (Step::Inventory, GapCode::NotConfirmed, "/assessments/0/vendors/0", true, |content| {
        let vendor = r#"{"number":"V-001","name":"Host","service":"Hosting","business_associate":true,"carried":true}"#;
        assessment(content).vendors.push(serde_json::from_str(vendor).unwrap());
    }),
    (Step::Threats, GapCode::NotConfirmed, "/assessments/0/threats/1/carried", true, |content| {
        assessment(content).threats[1].carried = true;
    }),
    (Step::Ratings, GapCode::NotConfirmed, "/assessments/0/risks/0/carried", true, |content| {
        risk(content).carried = true;
    }),
    (Step::Safeguards, GapCode::NotConfirmed, "/assessments/0/safeguards/3/carried", true, |content| {
        assessment(content).safeguards[3].carried = true;
    }),
    (Step::Safeguards, GapCode::NotConfirmed, "/assessments/0/decisions/2/carried", true, |content| {
        assessment(content).decisions[2].carried = true;
    }),
    (Step::Inventory, GapCode::OwnerMissing, "/assessments/0/assets/0/owner", true, |content| {
        assessment(content).assets[0].owner = Some("P-099".into());
    }),
    (Step::Inventory, GapCode::CriticalityMissing, "/assessments/0/assets/0/criticality", true, |content| {
        assessment(content).assets[0].criticality = None;
    }),
    (Step::Inventory, GapCode::NoAsset, "/assessments/0/assets", true, |content| {
        assessment(content).assets.clear();
        answer(content, "Q028").rows.clear();
    }),
    (
        Step::Inventory,
        GapCode::AssetWithoutRisk,
        "/assessments/0/assets/1/no_risk_reason",
        false,
        |content| {
            let mut asset = assessment(content).assets[0].clone();
            asset.number = "A-002".into();
            assessment(content).assets.push(asset);
        },
    ),
    (Step::Threats, GapCode::ThreatUndecided, "/assessments/0/threats", true, |content| {
        assessment(content).threats.pop();
    }),
    (Step::Threats, GapCode::ThreatUnsure, "/assessments/0/threats/1/answer", true, |content| {
        assessment(content).threats[1].answer = ThreatAnswer::Unsure;
    }),
    (Step::Threats, GapCode::ReasonMissing, "/assessments/0/threats/1/reason", true, |content| {
        assessment(content).threats[1].reason = Some(" ".to_owned());
    }),
    (Step::Ratings, GapCode::ThreatWithoutRisk, "/assessments/0/risks", true, |content| {
        assessment(content).threats[1].answer = ThreatAnswer::Applicable;
    }),
    (Step::Ratings, GapCode::RiskNotRated, "/assessments/0/risks/0/status", true, |content| {
        risk(content).status = RiskState::Identified;
    }),
    (Step::Ratings, GapCode::RationaleMissing, "/assessments/0/risks/0/rationale", true, |content| {
        risk(content).rationale.clear();
    }),
    (Step::Ratings, GapCode::WeaknessMissing, "/assessments/0/risks/0/vulnerabilities", true, |content| {
        risk(content).vulnerabilities.clear();
    }),
    (Step::Ratings, GapCode::TargetAboveResidual, "/assessments/0/risks/0/target", true, |content| {
        let mut target = risk(content).residual.unwrap();
        target.initiation = Level::VeryHigh;
        risk(content).target = Some(target);
    }),
    (Step::Ratings, GapCode::PlanMissing, "/assessments/0/risks/0/treatment", true, high),
    (Step::Ratings, GapCode::PlanOverdue, "/assessments/0/risks/0/treatment/due", false, |content| {
        high(content);
        risk(content).treatment = Some(plan(date(2026, 11, 20)));
    }),
    (Step::Safeguards, GapCode::StatusMissing, "/assessments/0/safeguards", true, |content| {
        assessment(content).safeguards.pop();
    }),
    (Step::Safeguards, GapCode::ClosureMissing, "/assessments/0/safeguards/0/due", false, |content| {
        set_status(content, 0, SafeguardState::Partial);
    }),
    (Step::Safeguards, GapCode::DecisionMissing, "/assessments/0/decisions", false, |content| {
        assessment(content).decisions.pop();
    }),
    (
        Step::Safeguards,
        GapCode::DecisionIncomplete,
        "/assessments/0/decisions/0/alternative",
        false,
        |content| {
            assessment(content).decisions[0].reasonable = false;
        },
    ),
    (Step::Approval, GapCode::ScopeMissing, "/assessments/0/scope", false, |content| {
        assessment(content).scope.clear()
    }),
    (Step::Approval, GapCode::SourcesMissing, "/assessments/0/sources", false, |content| {
        assessment(content).sources.clear();
    }),
    (Step::Approval, GapCode::OpenItemWithoutOwner, "/assessments/0/open_items/0", true, |content| {
        let open = serde_json::from_str(r#"{"what":"The attic","owner":"P-001"}"#).unwrap();
        assessment(content).open_items.push(open);
    }),
    (Step::Approval, GapCode::NoApprover, "/assessments/0/approvals", true, |content| {
        content.people.retain(|person| person.number.as_str() != "P-002");
        assessment(content).assessors = vec!["P-001".into()];
    }),
];

fn answer<'c>(content: &'c mut Content, question: &str) -> &'c mut FactorAnswer {
    let mut answers = assessment(content).answers.iter_mut();
    answers.find(|one| one.question.as_str() == question).unwrap()
}

#[test]
fn every_fault_of_an_answer_is_a_gap_at_its_place() {
    let found = after(|content| {
        let row = &mut answer(content, "Q018").rows[0];
        row.insert("count".to_owned(), "many".to_owned());
        row.remove("role");
    });
    let place =
        complete().assessments[0].answers.iter().position(|one| one.question.as_str() == "Q018").unwrap();
    let gaps: Vec<_> = found.gaps.iter().map(|gap| (gap.code, gap.path.clone(), gap.blocking)).collect();
    let expected = ["role", "count"].map(|column| {
        (GapCode::AnswerFaulty, format!("/assessments/0/answers/{place}/rows/0/{column}"), false)
    });
    assert_eq!(gaps, expected);
}

fn high(content: &mut Content) {
    risk(content).residual.as_mut().unwrap().initiation = Level::VeryHigh;
}

fn plan(due: Date) -> Treatment {
    Treatment {
        option: TreatmentOption::Mitigate,
        plan: "Bind tokens to the client.".to_owned(),
        owner: "P-001".into(),
        due,
        cost_once: None,
        cost_yearly: None,
        four_factors: None,
        options: Vec::new(),
        done_on: None,
    }
}

#[test]
fn each_lack_is_found_alone_with_its_step_and_place() {
    for (step, code, path, blocking, change) in CASES {
        let found = after(change);
        assert_eq!(only(&found), (*step, *code, *path, *blocking));
        assert_eq!(found.may_be_approved(), !*blocking, "{code:?}");
        let count = found.steps.iter().find(|one| one.step == *step).unwrap();
        assert!(count.done < count.total, "{code:?}: {count:?}");
    }
}

#[test]
fn without_a_security_official_the_duty_is_open() {
    let found = after(|content| {
        content.organization.duties.clear();
        content.people[0].access.clear();
    });
    assert_eq!(
        only(&found),
        (Step::Organization, GapCode::NoSecurityOfficial, "/organization/duties", false)
    );
}

#[test]
fn not_applicable_needs_a_condition_of_the_rule_and_a_reason() {
    let (fixed, conditional) =
        (place(|item| item.applies_if.is_none()), place(|item| item.applies_if.is_some()));
    let found = after(|content| set_status(content, fixed, SafeguardState::NotApplicable));
    assert_eq!(only(&found).1, GapCode::StatusNotAllowed);
    assert_eq!(
        after(|content| set_status(content, conditional, SafeguardState::NotApplicable)).gaps,
        Vec::new()
    );
    let found = after(|content| {
        set_status(content, conditional, SafeguardState::NotApplicable);
        assessment(content).safeguards[conditional].note.clear();
    });
    assert_eq!(only(&found).1, GapCode::ReasonMissing);
}

#[test]
fn an_alternative_is_for_addressable_items_with_an_approved_decision() {
    let required = place(|item| item.designation == Designation::Required);
    let addressable = place(|item| item.designation == Designation::Addressable);
    let found = after(|content| set_status(content, required, SafeguardState::Alternative));
    assert_eq!(only(&found).1, GapCode::StatusNotAllowed);
    let found = after(|content| set_status(content, addressable, SafeguardState::Alternative));
    assert_eq!(only(&found).1, GapCode::DecisionNotApproved);
}

#[test]
fn a_high_risk_is_accepted_by_the_right_person_for_the_time_allowed() {
    let accepted = |very_high: bool, by: &'static str, days: i64| {
        after(move |content| {
            risk(content).residual.as_mut().unwrap().initiation = Level::VeryHigh;
            if very_high {
                risk(content).residual.as_mut().unwrap().impact.c = Level::VeryHigh;
            }
            risk(content).owner = "P-003".into();
            let on = date(2026, 11, 1);
            let expires = on.saturating_add(jiff::Span::new().days(days));
            risk(content).acceptance =
                Some(Acceptance { by: by.into(), on, reason: "Until then.".to_owned(), expires });
        })
    };
    let refused = GapCode::AcceptanceNotAllowed;
    assert_eq!(accepted(false, "P-002", 90).gaps, Vec::new(), "an executive, 90 days");
    assert_eq!(accepted(false, "P-003", 90).gaps, Vec::new(), "the owner, 90 days");
    assert_eq!(only(&accepted(false, "P-002", 91)).1, refused);
    assert_eq!(only(&accepted(false, "P-001", 60)).1, refused, "neither executive nor owner");
    assert_eq!(accepted(true, "P-002", 30).gaps, Vec::new());
    assert_eq!(only(&accepted(true, "P-002", 31)).1, refused);
    assert_eq!(only(&accepted(true, "P-003", 30)).1, refused, "the owner may not accept a very high risk");
    assert_eq!(only(&accepted(false, "P-002", 19)).1, GapCode::PlanMissing, "expired the day before");
}

#[test]
fn the_list_is_complete_and_in_the_order_of_the_steps() {
    let found = after(|content| {
        assessment(content).scope.clear();
        risk(content).rationale.clear();
        risk(content).effect.clear();
        assessment(content).assets[0].owner = None;
    });
    let codes: Vec<GapCode> = found.gaps.iter().map(|gap| gap.code).collect();
    let expected =
        [GapCode::OwnerMissing, GapCode::EffectMissing, GapCode::RationaleMissing, GapCode::ScopeMissing];
    assert_eq!(codes, expected);
    let ratings = found.steps.iter().find(|step| step.step == Step::Ratings).unwrap();
    assert_eq!((ratings.done, ratings.total), (0, 1), "two gaps of one risk");
}

#[test]
fn the_approver_has_the_capacity_and_did_not_make_it_alone() {
    let content = complete();
    let faults = |content: &Content, place: usize| {
        approver_faults(content, &content.assessments[0], &content.people[place], TODAY)
    };
    assert_eq!(faults(&content, 0), [], "official, one of two assessors");
    assert_eq!(faults(&content, 1), [], "executive");
    assert_eq!(faults(&content, 2), [ApproverFault::WrongCapacity]);
    let mut alone = content.clone();
    alone.assessments[0].assessors = vec!["P-001".into()];
    assert_eq!(faults(&alone, 0), [ApproverFault::SoleAuthor]);
    alone.organization.no_second_person = true;
    assert_eq!(faults(&alone, 0), [], "nobody else is there");
}
