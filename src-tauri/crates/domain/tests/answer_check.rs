//! What an answer to a guided question lacks or may not hold: every fault with its place.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod builder;

use builder::{TODAY, answered, complete};
use riskwright_domain::assessment::FactorAnswer;
use riskwright_domain::assessment::answer_check::{AnswerFaultCode, faults};
use riskwright_domain::catalogue::{Catalogue, Question};

fn question(id: &str) -> &'static Question {
    Catalogue::embedded().security_rules.on(TODAY).unwrap().question(id).unwrap()
}

/// The faults of a whole answer after a change, by place and code.
fn after(id: &str, change: impl FnOnce(&mut FactorAnswer)) -> Vec<(String, AnswerFaultCode)> {
    let mut answer = answered(question(id));
    change(&mut answer);
    let found = faults(question(id), &answer, &complete());
    found.into_iter().map(|fault| (fault.place, fault.code)).collect()
}

#[test]
fn a_whole_answer_has_no_fault_whatever_the_form() {
    let rule = Catalogue::embedded().security_rules.on(TODAY).unwrap();
    for question in rule.factors.iter().flat_map(|factor| &factor.questions) {
        assert_eq!(faults(question, &answered(question), &complete()), [], "{}", question.id);
    }
}

fn set(answer: &mut FactorAnswer, column: &str, value: &str) {
    answer.rows[0].insert(column.to_owned(), value.to_owned());
}

type Case = (&'static str, fn(&mut FactorAnswer), &'static [(&'static str, AnswerFaultCode)]);

#[test]
fn each_fault_is_found_at_its_place() {
    use AnswerFaultCode as Code;
    let cases: &[Case] = &[
        ("Q013", |one| one.answer = " ".to_owned(), &[("answer", Code::WordsMissing)]),
        ("Q013", |one| one.rows = vec![Default::default()], &[("rows", Code::RowsNotAsked)]),
        ("Q008", |one| one.choices.clear(), &[("choices", Code::ChoiceMissing)]),
        ("Q008", |one| one.choices.push("meteor".to_owned()), &[("choices/1", Code::UnknownChoice)]),
        ("Q008", |one| one.choices.push("none".to_owned()), &[("choices", Code::NoneAmongOthers)]),
        ("Q016", |one| one.choices = vec!["perhaps".to_owned()], &[("choices/0", Code::UnknownChoice)]),
        ("Q016", |one| one.choices.push("no".to_owned()), &[("choices", Code::TooManyChoices)]),
        ("Q016", |one| one.answer.clear(), &[("answer", Code::WordsMissing)]),
        ("Q044", |one| one.complete = false, &[("complete", Code::MarkMissing)]),
        ("Q007", |one| one.complete = false, &[("complete", Code::MarkMissing)]),
        ("Q007", |one| one.rows.clear(), &[]),
        (
            "Q007",
            |one| {
                one.rows.clear();
                one.complete = false;
                one.answer = "Eleven events, all in the log.".to_owned();
            },
            &[("rows", Code::WordsInsteadOfRows), ("complete", Code::MarkMissing)],
        ),
        ("Q020", |one| one.rows.clear(), &[("rows", Code::RowsMissing)]),
        ("Q031", |one| one.rows.push(one.rows[0].clone()), &[("rows", Code::TooManyRows)]),
        ("Q031", |one| set(one, "tested_on", "last May"), &[("rows/0/tested_on", Code::NotADate)]),
        ("Q031", |one| set(one, "tested_on", "2026-02-30"), &[("rows/0/tested_on", Code::NotADate)]),
        ("Q031", |one| set(one, "target_minutes", ""), &[]),
        ("Q031", |one| set(one, "minutes", ""), &[("rows/0/minutes", Code::ValueMissing)]),
        ("Q018", |one| set(one, "count", "-3"), &[("rows/0/count", Code::NotANumber)]),
        ("Q018", |one| set(one, "count", "1,200"), &[("rows/0/count", Code::NotANumber)]),
        ("Q018", |one| set(one, "count", "99999999999"), &[("rows/0/count", Code::NotANumber)]),
        ("Q018", |one| set(one, "count", "0"), &[]),
        ("Q018", |one| set(one, "shoe", "9"), &[("rows/0/shoe", Code::UnknownColumn)]),
        ("Q021", |one| set(one, "share", "101"), &[("rows/0/share", Code::NotAPercentage)]),
        ("Q021", |one| set(one, "share", "96.5"), &[("rows/0/share", Code::NotAPercentage)]),
        ("Q054", |one| set(one, "months", "13"), &[("rows/0/months", Code::TooLarge)]),
        ("Q054", |one| set(one, "months", "0"), &[("rows/0/months", Code::TooSmall)]),
        ("Q055", |one| set(one, "owner", "P-099"), &[("rows/0/owner", Code::UnknownPerson)]),
        ("Q028", |one| set(one, "asset", "A-099"), &[("rows/0/asset", Code::UnknownAsset)]),
        ("Q030", |one| set(one, "restricted", "maybe"), &[("rows/0/restricted", Code::NotYesOrNo)]),
        (
            "Q030",
            |one| one.not_applicable = Some("n/a".to_owned()),
            &[("not_applicable", Code::ReasonTooShort)],
        ),
        ("Q030", |one| one.not_applicable = Some("No certified health IT is in use here.".to_owned()), &[]),
        (
            "Q013",
            |one| one.not_applicable = Some("We are a very small practice indeed.".to_owned()),
            &[("not_applicable", Code::NotApplicableRefused)],
        ),
        ("Q013", |one| one.evidence = vec!["E-0001".into()], &[]),
        ("Q013", |one| one.evidence = vec!["E-0999".into()], &[("evidence/0", Code::UnknownEvidence)]),
        ("Q001", |one| one.complete = false, &[("complete", Code::MarkMissing)]),
        ("Q006", |one| one.answer = "All of them were looked at.".to_owned(), &[]),
    ];
    for (id, change, expected) in cases {
        let expected: Vec<_> = expected.iter().map(|(place, code)| ((*place).to_owned(), *code)).collect();
        assert_eq!(after(id, change), expected, "{id}");
    }
}

#[test]
fn the_list_of_faults_is_complete() {
    let found = after("Q055", |one| {
        one.rows[0].remove("finding");
        set(one, "found_on", "yesterday");
        set(one, "owner", "nobody");
        one.complete = false;
        one.evidence = vec!["E-0999".into()];
    });
    let places: Vec<&str> = found.iter().map(|(place, _)| place.as_str()).collect();
    assert_eq!(places, ["rows/0/finding", "rows/0/found_on", "rows/0/owner", "complete", "evidence/0"]);
}
