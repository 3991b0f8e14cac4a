//! Any text before the linter, with and without roles: places lie within the text, hold the words they name, and stand
//! in order.

#![no_main]

use libfuzzer_sys::fuzz_target;
use riskwright_domain::policy::lint::{Context, Options, Report, lint};

fuzz_target!(|text: &str| {
    let roles = Some(vec!["Security Official".to_owned(), "IT lead".to_owned()]);
    let defined = Some(vec!["business day".to_owned()]);
    is_true_to(text, &lint(text, &Options::default()));
    is_true_to(text, &lint(text, &Options { roles, defined, ..Options::default() }));
    for context in [Context::LegalQuotation, Context::Definition, Context::NonNormative] {
        is_true_to(text, &lint(text, &Options { context, ..Options::default() }));
    }
});

fn is_true_to(text: &str, report: &Report) {
    let lines: Vec<Vec<char>> = text.split('\n').map(|line| line.chars().collect()).collect();
    for found in &report.findings {
        assert!(found.length > 0 && !found.suggestion.is_empty());
        let there = words(&lines, found.line, found.column, found.length);
        assert_eq!(there, one_line(&found.text));
    }
    for found in &report.timeframes {
        let length = found.text.chars().count();
        assert!(!words(&lines, found.line, found.column, length).is_empty());
        assert!(found.quantity >= 0 && !found.trigger.is_empty());
    }
    assert!(report.findings.is_sorted_by_key(|found| (found.line, found.column)));
    assert!(report.timeframes.is_sorted_by_key(|found| (found.line, found.column)));
}

/// So many characters from a place on, line breaks as spaces.
fn words(lines: &[Vec<char>], line: usize, column: usize, length: usize) -> String {
    let first = lines[line - 1][column - 1..].iter();
    let after = lines[line..].iter().flat_map(|line| std::iter::once(&'\n').chain(line));
    one_line(&first.chain(after).take(length).collect::<String>())
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
