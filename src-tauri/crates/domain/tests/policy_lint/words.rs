//! The word list: every word at its level, and the conditions that its notes set.

use riskwright_domain::policy::lint::{Code, Context, FindingLevel, Options, lint};
use serde::Deserialize;

use crate::{data, error_codes, plain};

#[derive(Deserialize)]
struct Word {
    word: String,
    level: FindingLevel,
}

fn words() -> Vec<Word> {
    serde_yaml::from_value(data("words")).unwrap()
}

fn levels_at(text: &str, word: &str) -> Vec<FindingLevel> {
    let report = plain(text);
    let at = report.findings.iter().filter(|finding| finding.text.eq_ignore_ascii_case(word));
    at.map(|finding| finding.level).collect()
}

#[test]
fn every_word_is_found_at_its_level_wherever_and_however_it_is_written() {
    let words = words();
    assert_eq!(words.len(), 79);
    for Word { word, level } in words {
        let (first, rest) = word.split_at(1);
        let capital = first.to_uppercase() + rest;
        let texts = [
            format!("The security official shall review it {word}."),
            format!("{capital}, the security official reviews it."),
            format!("THE SECURITY OFFICIAL SHALL REVIEW IT {} AT THE SITE.", word.to_uppercase()),
            format!("Notes: “{word}”."),
        ];
        for text in texts {
            assert!(levels_at(&text, &word).contains(&level), "{text}: {:?}", plain(&text).findings);
        }
    }
}

#[test]
fn hyphens_and_line_breaks_inside_a_phrase_do_not_hide_it() {
    for (text, found) in [
        ("The system shall forward logs in real-time.", "real-time"),
        ("The officer shall review access bi-weekly.", "bi-weekly"),
        ("The officer shall review access semi-regularly.", "semi-regularly"),
        ("The officer shall respond as soon as\npossible.", "as soon as possible"),
    ] {
        assert!(!levels_at(text, found).is_empty(), "{text}: {:?}", plain(text).findings);
    }
}

#[test]
fn only_whole_words_count() {
    let free =
        "The improvement sooner, untimely, aroundabout, regularlyish, quicklyy and asapx are no words.";
    assert_eq!(plain(free).findings, []);
    assert_eq!(levels_at("The lead shall act as soon as possible.", "soon"), [], "the longest phrase alone");
}

#[test]
fn a_legal_phrase_is_free_beside_an_upper_limit_with_number_and_unit() {
    let code = Code::LegalPhraseWithoutLimit;
    let cases = [
        ("The officer shall notify without unreasonable delay.", true),
        (
            "The officer shall notify without unreasonable delay and within 60 calendar days after discovery.",
            false,
        ),
        (
            "No later than 60 calendar days after discovery, the officer shall notify without unreasonable delay.",
            false,
        ),
        (
            "The officer shall notify without unreasonable delay and keep the notice for 6 years from creation.",
            true,
        ),
        (
            "The officer shall notify without unreasonable delay. She acts within 60 calendar days of discovery.",
            true,
        ),
    ];
    for (text, found) in cases {
        assert_eq!(error_codes(text).contains(&code), found, "{text}");
    }
}

#[test]
fn about_and_around_are_errors_before_a_number_only() {
    for word in ["about", "around"] {
        for number in ["4 hours", "four hours", "17:00"] {
            let text = format!("The analyst shall respond in {word} {number}.");
            assert_eq!(levels_at(&text, word), [FindingLevel::Error], "{text}");
        }
        let text = format!("The analyst shall ask {word} the incident.");
        assert_eq!(levels_at(&text, word), [FindingLevel::Warning], "{text}");
    }
}

#[test]
fn times_of_day_are_errors_until_something_defines_them() {
    for word in ["business hours", "end of day", "same day", "next day", "by close of business"] {
        let text = format!("The help desk shall answer {word}.");
        assert!(error_codes(&text).contains(&Code::UnitDayTypeUndefined), "{text}");

        let term = word.trim_start_matches("by ");
        let defined = format!("{text}\n\n\"{term}\" means a time from 08:00 to 17:00 Central Time.");
        assert_eq!(levels_at(&defined, word), [FindingLevel::Warning], "{defined}");

        let options = Options { defined: Some(vec![term.to_uppercase()]), ..Options::default() };
        let levels: Vec<_> = lint(&text, &options).findings.iter().map(|finding| finding.level).collect();
        assert_eq!(levels, [FindingLevel::Warning], "{text} with the term defined elsewhere");
    }
}

#[test]
fn a_definition_with_a_number_may_use_the_word_it_defines() {
    assert_eq!(plain("\"Promptly\" means within 4 hours of detection.").findings, []);
    assert_eq!(error_codes("\"Promptly\" means quickly."), [Code::SubjectiveWord, Code::SubjectiveWord]);
    assert_eq!(
        error_codes("\"Promptly\" means within 4 hours of detection. The lead shall act promptly."),
        [Code::SubjectiveWord]
    );
}

#[test]
fn the_context_decides_how_much_a_word_weighs() {
    let text = "The team acts promptly and where feasible within 4 hours.";
    let found = |context| {
        let report = lint(text, &Options { context, ..Options::default() });
        report.findings.iter().map(|finding| (finding.level, finding.code)).collect::<Vec<_>>()
    };
    assert_eq!(found(Context::LegalQuotation), []);
    let info = (FindingLevel::Info, Code::VagueWord);
    assert_eq!(found(Context::NonNormative), [info, info]);
    assert!(found(Context::Normative).contains(&(FindingLevel::Error, Code::SubjectiveWord)));
    let definition = Options { context: Context::Definition, ..Options::default() };
    assert_eq!(lint("Prompt: 4 hours from detection.", &definition).findings, []);
    assert_eq!(lint("Prompt: with good grace.", &definition).findings.len(), 1);
}
