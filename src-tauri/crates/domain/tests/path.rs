//! The guided path: the factors in the suggested order, how each question stands, and what is next.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod builder;

use builder::{TODAY, assessment, complete, risk};
use riskwright_domain::assessment::FactorAnswer;
use riskwright_domain::assessment::path::{AnswerState, path};
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::risk::Level;
use riskwright_domain::workspace::Content;

/// The whole path as it stands after a change of a content in which every gap is closed.
fn after<T>(
    change: impl FnOnce(&mut Content),
    look: impl FnOnce(&riskwright_domain::assessment::path::Path<'_>) -> T,
) -> T {
    let mut content = complete();
    change(&mut content);
    look(&path(Catalogue::embedded(), &content, &content.assessments[0], TODAY))
}

fn stands(id: &str, change: impl FnOnce(&mut Content)) -> (AnswerState, u32, u32) {
    after(change, |path| {
        let mut questions = path.factors.iter().flat_map(|factor| &factor.questions);
        let one = questions.find(|one| one.question.id.as_str() == id).unwrap();
        (one.state, one.done, one.total)
    })
}

fn answer<'c>(content: &'c mut Content, question: &str) -> &'c mut FactorAnswer {
    let mut answers = assessment(content).answers.iter_mut();
    answers.find(|one| one.question.as_str() == question).unwrap()
}

#[test]
fn the_thirteen_factors_stand_in_the_suggested_order_with_every_question() {
    after(
        |_| {},
        |path| {
            let order: Vec<&str> = path.factors.iter().map(|one| one.factor.id.as_str()).collect();
            let expected = [
                "F-b2i", "F-a1", "F-b2ii", "F-a2", "F-a3", "F-a4", "F-b2iv", "F-b2iii", "F-c", "F-d1",
                "F-d2", "F-d3", "F-e",
            ];
            assert_eq!(order, expected);
            assert_eq!(path.factors.iter().map(|one| one.questions.len()).sum::<usize>(), 56);
        },
    );
}

type Case = (&'static str, fn(&mut Content), (AnswerState, u32, u32));

#[test]
fn each_question_stands_as_its_answer_or_its_records_do() {
    use AnswerState::{Answered, NotApplicable, Open, Partly, ToConfirm};
    let cases: &[Case] = &[
        ("Q018", |_| {}, (Answered, 1, 1)),
        ("Q018", |content| answer(content, "Q018").carried = true, (ToConfirm, 0, 1)),
        ("Q018", |content| answer(content, "Q018").complete = false, (Partly, 0, 1)),
        ("Q018", |content| assessment(content).answers.clear(), (Open, 0, 1)),
        (
            "Q030",
            |content| {
                answer(content, "Q030").not_applicable = Some("No certified health IT is used.".to_owned())
            },
            (NotApplicable, 1, 1),
        ),
        ("Q001", |_| {}, (Answered, 2, 2)),
        ("Q001", |content| answer(content, "Q001").complete = false, (Partly, 1, 2)),
        ("Q001", |content| assessment(content).assets[0].carried = true, (ToConfirm, 1, 2)),
        ("Q001", |content| assessment(content).assets.clear(), (Partly, 1, 2)),
        ("Q002", |content| assessment(content).assets[0].criticality = None, (Open, 0, 1)),
        ("Q002", |content| assessment(content).assets.clear(), (Open, 0, 0)),
        ("Q006", |_| {}, (Answered, 99, 99)),
        ("Q006", |content| assessment(content).threats.truncate(9), (Partly, 9, 99)),
        ("Q012", |_| {}, (Answered, 20, 20)),
        ("Q017", |_| {}, (Answered, 1, 1)),
        (
            "Q017",
            |content| {
                content.organization.duties.clear();
                content.people[0].access.clear();
            },
            (Open, 0, 1),
        ),
        ("Q022", |content| content.organization.size_band = None, (Open, 0, 1)),
        ("Q024", |content| content.organization.complexity.clear(), (Open, 0, 1)),
        ("Q036", |content| risk(content).residual = None, (Open, 0, 1)),
        ("Q039", |content| risk(content).residual = None, (Answered, 1, 1)),
        ("Q040", |_| {}, (NotApplicable, 0, 0)),
        (
            "Q040",
            |content| risk(content).residual.as_mut().unwrap().initiation = Level::VeryHigh,
            (Open, 0, 1),
        ),
        ("Q043", |_| {}, (Answered, 22, 22)),
        ("Q045", |_| {}, (Answered, 24, 24)),
        ("Q045", |content| assessment(content).safeguards.clear(), (Open, 0, 24)),
        ("Q046", |_| {}, (Answered, 22, 22)),
        ("Q048", |_| {}, (Answered, 22, 22)),
        ("Q049", |_| {}, (NotApplicable, 0, 0)),
        (
            "Q049",
            |content| {
                assessment(content).decisions[0].reasonable = false;
                assessment(content).decisions[0].rationale.clear();
            },
            (Open, 0, 1),
        ),
        ("Q050", |content| assessment(content).decisions[0].reasonable = false, (Open, 0, 1)),
        ("Q048", |content| assessment(content).decisions[0].reasonable = false, (Answered, 21, 21)),
        ("Q051", |_| {}, (Open, 0, 22)),
    ];
    for (id, change, expected) in cases {
        assert_eq!(stands(id, change), *expected, "{id}");
    }
}

#[test]
fn next_is_the_first_required_question_that_is_open_in_the_order_of_the_path() {
    let next = |change: fn(&mut Content)| after(change, |path| path.next.clone().unwrap().to_string());
    assert_eq!(next(|content| assessment(content).answers.clear()), "Q023", "the first of the first factor");
    assert_eq!(next(|_| {}), "Q027", "capabilities of the asset were not looked at");
    assert_eq!(
        next(|content| {
            assessment(content).assets[0].capabilities = Some(Vec::new());
            answer(content, "Q005").complete = false;
        }),
        "Q051",
        "what is not required comes last"
    );
}

#[test]
fn one_record_that_answers_several_questions_is_one_act() {
    let open = |change: fn(&mut Content)| after(change, |path| path.open);
    let before = open(|_| {});
    assert_eq!(before, 1 + 22, "the asset's capabilities and the approvals of 22 decisions");
    let unrated = open(|content| {
        risk(content).residual = None;
        risk(content).rationale.clear();
    });
    // Plans for risks nobody has rated yet are open as well.
    assert_eq!(unrated, before + 1 + 2, "one rating, whatever four questions ask of it; plans and targets");
    assert_eq!(
        open(|content| assessment(content).threats.truncate(9)),
        before + 90,
        "uses that are not permitted are threats too"
    );
}
