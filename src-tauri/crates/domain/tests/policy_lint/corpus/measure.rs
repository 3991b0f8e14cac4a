//! Counts of hits, extras and misses over a half of the corpus.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use riskwright_domain::policy::lint::{Code, FindingLevel, Report, lint};

use super::sentence::{Extract, Sentence};

/// How the linter fares over some sentences, by pairs of sentence and code.
#[derive(Default)]
pub struct Measure {
    pub total: Tally,
    by_code: BTreeMap<Code, Tally>,
    by_pattern: BTreeMap<String, Tally>,
    /// Sentences without a wrong or missing code.
    exact: usize,
    sentences: usize,
    /// Of the sentences whose timeframes are labelled, those extracted exactly.
    extracted: usize,
    labelled: usize,
    /// One line for each sentence that is not as labelled.
    pub mismatches: Vec<String>,
}

#[derive(Default, Clone, Copy)]
pub struct Tally {
    hits: u32,
    extras: u32,
    misses: u32,
}

impl Measure {
    pub fn of(sentences: &[Sentence]) -> Self {
        let mut measure = Self::default();
        sentences.iter().for_each(|sentence| measure.add(sentence));
        measure
    }

    fn add(&mut self, sentence: &Sentence) {
        let report = lint(&sentence.text, &sentence.options());
        self.sentences += 1;
        self.add_codes(sentence, &report);
        if let Some(expected) = &sentence.timeframes {
            self.add_timeframes(sentence, expected, &report);
        }
    }

    fn add_codes(&mut self, sentence: &Sentence, report: &Report) {
        let expected: BTreeSet<Code> = sentence.expect.iter().copied().collect();
        let found: BTreeSet<Code> = report
            .findings
            .iter()
            .filter(|finding| finding.level == FindingLevel::Error)
            .map(|finding| finding.code)
            .collect();
        for code in expected.union(&found) {
            let tally = Tally::of(expected.contains(code), found.contains(code));
            self.total += tally;
            *self.by_code.entry(*code).or_default() += tally;
            *self.by_pattern.entry(sentence.pattern.clone()).or_default() += tally;
        }
        if expected == found {
            self.exact += 1;
            return;
        }
        let extra: Vec<_> =
            report.findings.iter().filter(|finding| !expected.contains(&finding.code)).collect();
        let extra: Vec<_> = extra.iter().map(|finding| (finding.code, &*finding.text)).collect();
        let missed: Vec<_> = expected.difference(&found).collect();
        self.mismatches
            .push(format!("{}: {}\n    missed {missed:?}, extra {extra:?}", sentence.id, sentence.text));
    }

    fn add_timeframes(&mut self, sentence: &Sentence, expected: &[Extract], report: &Report) {
        let mut expected: Vec<Extract> = expected.iter().map(Extract::spelled).collect();
        let found = report.timeframes.iter();
        let mut found: Vec<Extract> = found
            .map(|found| Extract::new(found.quantity, found.unit, found.relation, &found.trigger))
            .collect();
        expected.sort();
        found.sort();
        self.labelled += 1;
        if expected == found {
            self.extracted += 1;
            return;
        }
        self.mismatches.push(format!(
            "{}: {}\n    expected {}, extracted {}",
            sentence.id,
            sentence.text,
            list(&expected),
            list(&found)
        ));
    }
}

impl Tally {
    fn of(expected: bool, found: bool) -> Self {
        let [hits, extras, misses] =
            [expected && found, found && !expected, expected && !found].map(u32::from);
        Self { hits, extras, misses }
    }

    /// The share of what was found that is labelled.
    pub fn precision(self) -> f64 {
        share(self.hits, self.hits + self.extras)
    }

    /// The share of what is labelled that was found.
    pub fn recall(self) -> f64 {
        share(self.hits, self.hits + self.misses)
    }
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.hits += other.hits;
        self.extras += other.extras;
        self.misses += other.misses;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { hits, extras, misses } = self;
        let (precision, recall) = (self.precision(), self.recall());
        write!(out, "{hits:4} {extras:4} {misses:4}  {precision:.3}  {recall:.3}")
    }
}

/// A table; it names patterns and codes, never a sentence.
impl fmt::Display for Measure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{:26} hits more less  prec.  recall", "")?;
        writeln!(out, "{:26} {}", "all", self.total)?;
        for (code, tally) in &self.by_code {
            writeln!(out, "{:26} {tally}", format!("{code:?}"))?;
        }
        for (pattern, tally) in self.by_pattern.iter().filter(|(_, tally)| tally.extras + tally.misses > 0) {
            writeln!(out, "{pattern:26} {tally}")?;
        }
        writeln!(out, "sentences with exactly the labelled codes: {} of {}", self.exact, self.sentences)?;
        write!(out, "sentences with exactly the labelled timeframes: {} of {}", self.extracted, self.labelled)
    }
}

fn share(part: u32, whole: u32) -> f64 {
    if whole == 0 { 1.0 } else { f64::from(part) / f64::from(whole) }
}

fn list(extracts: &[Extract]) -> String {
    let one = |extract: &Extract| {
        let Extract { quantity, unit, relation, trigger } = extract;
        format!("[{relation} {quantity} {unit}: {trigger}]")
    };
    extracts.iter().map(one).collect::<Vec<_>>().join(" ")
}
