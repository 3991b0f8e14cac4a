//! Precedence of the conclusions, and the words for them.

use crate::builder::{D, E, TODAY, case, finding, judgement, practice, run, supported, version, with_result};
use jiff::civil::date;
use riskwright_domain::catalogue::{Catalogue, CriterionResult, ResultState};
use riskwright_domain::practice::check::conclusion_words;
use riskwright_domain::practice::{Answer, Interference, RequiredByLaw, YesNo};
use riskwright_domain::workspace::Content;

type Step = (ResultState, fn(&mut Content));

/// Each step leaves the ones before as they are; the higher one shows.
const LADDER: &[Step] = &[
    (ResultState::Supported, |_| {}),
    (ResultState::InReview, |content| {
        practice(content, D).judgements.retain(|one| one.criterion.as_str() != "SE-a-1")
    }),
    (ResultState::NotSupported, |content| practice(content, D).protection = None),
    (ResultState::NotAssessed, |content| practice(content, D).basis = None),
    (ResultState::OutsideDefinition, |content| {
        practice(content, D).required_by_law = Some(required("42 CFR 2.13"))
    }),
    (ResultState::ExceptionNotNeeded, |content| practice(content, D).interference = Some(not_likely())),
];

fn required(citation: &str) -> RequiredByLaw {
    RequiredByLaw { answer: YesNo::Yes, citation: citation.to_owned() }
}

fn not_likely() -> Answer<Interference> {
    Answer { answer: Interference::NotLikely, reason: "Nobody asks for access this way.".to_owned() }
}

#[test]
fn the_higher_conclusion_shows() {
    let mut content = supported();
    for (expected, change) in LADDER {
        change(&mut content);
        assert_eq!(run(&content, D, TODAY).conclusion, *expected);
    }
}

#[test]
fn expired_stands_between_not_supported_and_in_review() {
    let mut content = supported();
    version(&mut content).effective_to = Some(date(2026, 11, 1));
    assert_eq!(run(&content, D, TODAY).conclusion, ResultState::Expired);
    let mut unjudged = content.clone();
    practice(&mut unjudged, D).judgements.retain(|one| one.criterion.as_str() != "SE-a-1");
    assert_eq!(run(&unjudged, D, TODAY).conclusion, ResultState::NotSupported, "it never was supported");
    practice(&mut content, D).protection = None;
    assert_eq!(run(&content, D, TODAY).conclusion, ResultState::NotSupported);
}

#[test]
fn the_answer_that_ends_the_check_leaves_the_rest_unasked() {
    let ending: &[Step] = &[
        (ResultState::ExceptionNotNeeded, |content| practice(content, D).interference = Some(not_likely())),
        (ResultState::OutsideDefinition, |content| {
            practice(content, D).required_by_law = Some(required("42 CFR 2.13"))
        }),
        (ResultState::OutsideDefinition, |content| {
            practice(content, D).is_ehi.as_mut().unwrap().answer = YesNo::No
        }),
        (ResultState::OutsideDefinition, |content| content.organization.actor_types.clear()),
    ];
    for (expected, change) in ending {
        let mut content = supported();
        practice(&mut content, D).protection = None;
        change(&mut content);
        let check = run(&content, D, TODAY);
        assert_eq!(check.conclusion, *expected);
        let unasked = with_result(&check, CriterionResult::NotApplicable);
        assert_eq!(unasked.len(), 34, "all but the four basic questions");
        assert_eq!(finding(&check, "SE-a-1").fix, None);
    }
}

#[test]
fn an_ending_answer_needs_its_reason_and_does_not_survive_a_contrary_judgement() {
    let mut content = supported();
    practice(&mut content, D).interference = Some(Answer { reason: String::new(), ..not_likely() });
    assert_eq!(run(&content, D, TODAY).conclusion, ResultState::NotAssessed);
    practice(&mut content, D).interference = Some(not_likely());
    practice(&mut content, D).judgements.push(judgement("SE-0-2", false, TODAY));
    let check = run(&content, D, TODAY);
    assert_eq!(check.conclusion, ResultState::NotAssessed);
    assert_eq!(with_result(&check, CriterionResult::NotMet), ["SE-0-2"]);
    let mut content = supported();
    practice(&mut content, D).required_by_law = Some(required(" "));
    assert_eq!(run(&content, D, TODAY).conclusion, ResultState::NotAssessed, "permitted is not required");
}

#[test]
fn an_alternative_that_would_do_fails_the_case() {
    let mut content = supported();
    let better = &mut case(&mut content).alternatives[1];
    (better.less_interfering, better.reasonable) = (Some(true), Some(true));
    let check = run(&content, E, TODAY);
    assert_eq!(check.conclusion, ResultState::NotSupported);
    assert_eq!(finding(&check, "SE-e2-2").explanation, "It would do: Refuse all clients.");
}

#[test]
fn words_never_claim_what_only_courts_decide() {
    let all = &Catalogue::embedded().security_exceptions.on(TODAY).unwrap().logic.result_states;
    assert_eq!(all.len(), 7);
    let words: Vec<String> = all.iter().map(|one| format!("{one:?}: {}", conclusion_words(*one))).collect();
    for sentence in &words {
        let lower = sentence.to_lowercase();
        for claim in ["compliant", "compliance", "not information blocking", "safe harbor"] {
            assert!(!lower.contains(claim), "{sentence}");
        }
    }
    insta::assert_snapshot!(words.join("\n"));
}

#[test]
fn the_sentence_counts_what_is_left() {
    let mut content = supported();
    practice(&mut content, D).protection = None;
    practice(&mut content, D).judgements.retain(|one| !one.criterion.as_str().starts_with("SE-c"));
    let words = run(&content, D, TODAY).words;
    assert!(
        words.starts_with("Not supported yet — one condition is not met, four wait for your judgement."),
        "{words}"
    );
    practice(&mut content, D).basis = None;
    let words = run(&content, D, TODAY).words;
    assert!(words.starts_with("Not assessed yet — Say what the practice rests on"), "{words}");
}
