//! The corpus of `tests/linter/corpus`: how many of its errors the linter finds, and how many of its own are none.
//! Of the held-out half and of the second set only counts are ever printed, so that nobody tunes the linter to their
//! sentences.

mod measure;
mod sentence;

use std::collections::BTreeSet;

use measure::Measure;
use sentence::{DEVELOPMENT, HELD_OUT, SECOND, Sentence, sentences};

/// The least precision and recall of each half and of the second set: what was reached, rounded down to two digits.
const DEVELOPMENT_LEAST: (f64, f64) = (1.0, 1.0);
const HELD_OUT_LEAST: (f64, f64) = (0.97, 0.98);
const SECOND_LEAST: (f64, f64) = (0.94, 0.96);

#[test]
fn the_corpus_is_large_and_its_sentences_are_told_apart() {
    let both: Vec<Sentence> = [DEVELOPMENT, HELD_OUT, SECOND].into_iter().flat_map(sentences).collect();
    let ids: BTreeSet<&str> = both.iter().map(|sentence| &*sentence.id).collect();
    let patterns: BTreeSet<&str> = both.iter().map(|sentence| &*sentence.pattern).collect();
    assert_eq!(ids.len(), both.len(), "every id once");
    assert!(both.len() >= 400, "{} sentences", both.len());
    assert!(patterns.len() >= 15, "{} patterns", patterns.len());
}

#[test]
fn the_development_half_keeps_its_figures() {
    let measure = Measure::of(&sentences(DEVELOPMENT));
    println!("{measure}\n{}", measure.mismatches.join("\n"));
    assert_reaches(&measure, DEVELOPMENT_LEAST, &measure.mismatches.join("\n"));
}

#[test]
fn the_held_out_half_keeps_its_figures() {
    let measure = Measure::of(&sentences(HELD_OUT));
    println!("{measure}");
    assert_reaches(&measure, HELD_OUT_LEAST, "its sentences are not shown");
}

#[test]
fn the_second_set_keeps_its_figures() {
    let measure = Measure::of(&sentences(SECOND));
    println!("{measure}");
    assert_reaches(&measure, SECOND_LEAST, "its sentences are not shown");
}

fn assert_reaches(measure: &Measure, (precision, recall): (f64, f64), details: &str) {
    let reached = measure.total.precision() >= precision && measure.total.recall() >= recall;
    assert!(reached, "less than {precision} or {recall}:\n{measure}\n{details}");
}
