//! Whatever the text, the linter ends, and what it reports is true to the text.

use proptest::prelude::*;
use riskwright_domain::policy::lint::{Options, Report, lint};

use crate::plain;

/// Words that the grammar knows, so that random texts come near to it.
const PIECES: &[&str] = &[
    "within",
    "no later than",
    "every",
    "each",
    "for",
    "after",
    "at least",
    "up to",
    "upon the",
    "by",
    "on the",
    "next",
    "fifth",
    "24",
    "-",
    "24-48",
    "1.5",
    "17:00",
    "zero",
    "sixty",
    "(60)",
    "a",
    "few",
    "hours",
    "days",
    "calendar days",
    "business days",
    "minutes",
    "shift",
    "of",
    "before",
    "detection",
    "discovery of the breach",
    "sign-in",
    "the officer",
    "shall",
    "is removed",
    "notify individuals",
    "retain documentation",
    "promptly",
    "as needed",
    "where feasible",
    "without unreasonable delay",
    "business hours",
    "means",
    "when",
    "if",
    ",",
    ".",
    ";",
    ":",
    "\n",
    "\n\n",
    "\n- ",
    "“",
    "”",
    "(",
    ")",
    "é",
    "𝄞",
    "e.g.",
    "164.404(b)",
    "and",
    "or",
    "whichever is later",
    "bi-weekly",
    "\u{a0}",
    "\r\n",
];

fn pieces() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.join(" "))
}

fn is_true_to(text: &str, report: &Report) -> Result<(), TestCaseError> {
    let lines: Vec<Vec<char>> = text.split('\n').map(|line| line.chars().collect()).collect();
    let rest = |line: usize, column: usize| -> String {
        let first = lines[line - 1][column - 1..].iter().collect::<String>();
        let after = lines[line..].iter().map(|line| line.iter().collect::<String>());
        std::iter::once(first).chain(after).collect::<Vec<_>>().join("\n")
    };
    for finding in &report.findings {
        let there: String = rest(finding.line, finding.column).chars().take(finding.length).collect();
        let one_line =
            if there.contains('\n') { there.split_whitespace().collect::<Vec<_>>().join(" ") } else { there };
        prop_assert_eq!(&one_line, &finding.text);
    }
    for found in &report.timeframes {
        let first = found.text.split_whitespace().next().unwrap_or_default();
        prop_assert!(rest(found.line, found.column).starts_with(first));
        prop_assert!(found.quantity >= 0 && !found.trigger.is_empty());
    }
    prop_assert!(report.findings.is_sorted_by_key(|finding| (finding.line, finding.column)));
    prop_assert!(report.timeframes.is_sorted_by_key(|found| (found.line, found.column)));
    Ok(())
}

proptest! {
    #[test]
    fn any_characters(text in any::<String>()) {
        is_true_to(&text, &plain(&text))?;
    }

    #[test]
    fn any_words_near_the_grammar(text in pieces()) {
        is_true_to(&text, &plain(&text))?;
    }

    #[test]
    fn the_same_text_gives_the_same_report(text in pieces()) {
        let options = Options { roles: Some(vec!["the officer".to_owned()]), ..Options::default() };
        prop_assert_eq!(lint(&text, &options), lint(&text, &options));
    }

    #[test]
    fn paragraphs_do_not_touch_each_other(first in pieces(), second in pieces()) {
        // Definitions and words before a list reach further on purpose.
        let [first, second] =
            [first, second].map(|text| text.replace(':', ";").replace("means", "goes").replace("is removed", "goes"));
        let lines = first.matches('\n').count() + 2;
        let mut expected = plain(&first);
        let mut after = plain(&second);
        after.findings.iter_mut().for_each(|finding| finding.line += lines);
        after.timeframes.iter_mut().for_each(|found| found.line += lines);
        expected.findings.extend(after.findings);
        expected.timeframes.extend(after.timeframes);
        prop_assert_eq!(plain(&format!("{first}\n\n{second}")), expected);
    }

    #[test]
    fn a_text_said_twice_is_found_twice(text in pieces(), times in 2..20usize) {
        let text = text.replace(':', ";").replace("means", "goes");
        let paragraph = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let one = plain(&paragraph);
        let all = plain(&vec![&*paragraph; times].join("\n\n"));
        prop_assert_eq!(all.findings.len(), one.findings.len() * times);
        prop_assert_eq!(all.timeframes.len(), one.timeframes.len() * times);
    }

    #[test]
    fn a_sentence_without_end_has_no_more_to_say_than_words(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 200..2_000)
    ) {
        let text = pieces.join(" ").replace(['.', '\n', '\r'], " ");
        let report = plain(&text);
        let words = text.split_whitespace().count();
        prop_assert!(report.findings.len() <= 3 * words && report.timeframes.len() <= words);
        is_true_to(&text, &report)?;
    }

    #[test]
    fn every_whole_number_and_unit_is_read_back(quantity in 1..=100_000i64, unit in 0..7usize) {
        let unit = riskwright_domain::policy::lint::Unit::ALL[unit];
        let report = plain(&format!("The lead shall act within {quantity} {} of detection.", unit.words()));
        prop_assert_eq!(report.timeframes.len(), 1);
        prop_assert_eq!((report.timeframes[0].quantity, report.timeframes[0].unit), (quantity, unit));
    }
}
