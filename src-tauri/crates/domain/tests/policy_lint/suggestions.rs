//! What a finding suggests is objective itself: its example in the place of what was found leaves no error.

use std::sync::LazyLock;

use proptest::prelude::*;
use riskwright_domain::policy::lint::Code;
use serde::Deserialize;

use crate::{data, errors, plain};

#[derive(Deserialize)]
struct Word {
    word: String,
    code: Code,
}

static WORDS: LazyLock<Vec<Word>> = LazyLock::new(|| {
    let listed: Vec<Word> = serde_yaml::from_value(data("words")).unwrap();
    let further: Vec<Word> = serde_yaml::from_value(data("further_words")).unwrap();
    listed.into_iter().chain(further).collect()
});

/// The phrases in quotation marks, where the suggestion says what to write.
fn examples(suggestion: &str) -> Vec<String> {
    if suggestion.starts_with("Define") || suggestion.starts_with("Name the role") {
        return Vec::new();
    }
    suggestion.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

fn sentence(code: Code, duty: &str, phrase: &str) -> String {
    match code {
        Code::VagueThreshold => format!("The gateway owner shall lock the account after {phrase}."),
        _ => format!("The security official shall {duty} {phrase}."),
    }
}

fn is_clean_with_each_example(word: &Word, duty: &str) -> Result<usize, TestCaseError> {
    let text = sentence(word.code, duty, &word.word);
    let report = plain(&text);
    let mut tried = 0;
    for finding in errors(&report) {
        for example in examples(&finding.suggestion) {
            let better = sentence(word.code, duty, &example);
            let left = plain(&better);
            prop_assert!(errors(&left).is_empty(), "{}: {:?}", better, left.findings);
            tried += 1;
        }
    }
    Ok(tried)
}

const DUTIES: &[&str] = &[
    "review the access list",
    "tell the privacy officer",
    "patch the portal",
    "answer the request in writing",
    "close the alert and write down why",
];

proptest! {
    #[test]
    fn an_example_in_place_of_what_was_found_leaves_no_error(
        word in 0..WORDS.len(), duty in prop::sample::select(DUTIES)
    ) {
        is_clean_with_each_example(&WORDS[word], duty)?;
    }
}

#[test]
fn every_word_with_an_example_is_mended_by_it() {
    let tried: usize = WORDS.iter().map(|word| is_clean_with_each_example(word, DUTIES[0]).unwrap()).sum();
    assert!(tried > 150, "{tried} examples");
}

#[test]
fn the_example_behind_a_limit_without_event_names_one() {
    let report = plain("The security official shall act within 4 hours.");
    let finding = &report.findings[0];
    assert_eq!(finding.code, Code::MissingTrigger);
    for example in examples(&finding.suggestion) {
        let better = format!("The security official shall act {} {example}.", finding.text);
        assert!(errors(&plain(&better)).is_empty(), "{better}");
    }
}
