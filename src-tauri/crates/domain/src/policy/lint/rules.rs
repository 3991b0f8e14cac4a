//! The linter's data: words, suggestions, adverbs of frequency and limits of the law.
//! Matching them against text belongs to `word` and `legal`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::finding::Code;
use super::pattern::Patterns;
use super::sense::OtherSense;
use super::timeframe::{Relation, Unit};
use super::word::WordList;

/// The edition in use: `timeframe/2026-09-17`.
const DATA: &str = include_str!("../../../data/timeframe/2026-09-17/timeframe_lint.yaml");

/// The rules as read once. The data is part of the program, and a test reads it, so that it cannot fail here.
pub(super) static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::read(DATA).unwrap_or_default());

/// Everything that the linter looks up.
#[derive(Debug, Default)]
pub(super) struct Rules {
    pub words: WordList,
    pub limits: Vec<LegalLimit>,
    /// Adverbs of frequency, without hyphens, and the interval of each.
    pub adverbs: BTreeMap<String, (i64, Unit)>,
    suggestions: BTreeMap<Code, String>,
}

/// A word or phrase with its code, which gives its level, and what changes it.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct WordRule {
    pub word: String,
    pub code: Code,
    /// The code instead, where a number follows.
    pub before_number: Option<Code>,
    /// The code beside, where no definition gives the term.
    pub undefined: Option<Code>,
    /// The term to define, if it is not the word.
    pub defined_as: Option<String>,
    /// The code beside, where no interval stands in the sentence.
    pub without_interval: Option<Code>,
    /// The code beside, where it follows a limit.
    pub after_limit: Option<Code>,
    /// No finding where the sentence gives an upper limit.
    #[serde(default)]
    pub spared_by_limit: bool,
    /// It is about effort or the like, and never takes the place of a time.
    #[serde(default)]
    pub no_time: bool,
    pub suggestion: Option<String>,
}

impl WordRule {
    /// Whether the word takes the place of a time.
    pub fn sets_time(&self) -> bool {
        let time = matches!(
            self.code,
            Code::SubjectiveWord | Code::AmbiguousUnit | Code::LegalPhraseWithoutLimit | Code::VagueQuantity
        );
        (time || self.without_interval.is_some() || self.undefined.is_some()) && !self.no_time
    }
}

/// A limit that the law sets to a time.
#[derive(Debug, Clone)]
pub(super) struct LegalLimit {
    pub kind: LimitKind,
    pub quantity: i64,
    pub unit: Unit,
    pub cite: String,
    pub recognise: Recognise,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum LimitKind {
    /// No longer than.
    Cap,
    /// No shorter than.
    Floor,
    /// To be shown only.
    Note,
}

/// How text shows that a limit is meant; each entry is a set of words.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Recognise {
    pub action: Vec<Patterns>,
    /// Words that may stand beside the time or in its event.
    #[serde(default)]
    pub either: Vec<Patterns>,
    #[serde(default)]
    pub trigger: Vec<Patterns>,
    #[serde(default)]
    pub relation: Vec<Relation>,
    #[serde(default)]
    pub unless: Patterns,
}

impl Rules {
    fn read(data: &str) -> Result<Self, serde_yaml::Error> {
        let file: File = serde_yaml::from_str(data)?;
        Ok(Self {
            words: WordList::new(
                file.words.into_iter().chain(file.further_words).collect(),
                file.other_senses,
            ),
            adverbs: file
                .grammar
                .normalise
                .iter()
                .chain(&file.further_adverbs)
                .filter_map(|(adverb, form)| interval(adverb, form))
                .collect(),
            limits: file.legal_limits.into_iter().filter_map(LimitRow::confirmed).collect(),
            suggestions: file.suggestions,
        })
    }

    /// The general advice for a code.
    pub fn suggestion(&self, code: Code) -> &str {
        self.suggestions.get(&code).map_or("", String::as_str)
    }
}

#[derive(Deserialize)]
struct File {
    grammar: Grammar,
    words: Vec<WordRule>,
    further_adverbs: BTreeMap<String, String>,
    further_words: Vec<WordRule>,
    other_senses: Vec<OtherSense>,
    suggestions: BTreeMap<Code, String>,
    legal_limits: Vec<LimitRow>,
}

#[derive(Deserialize)]
struct Grammar {
    normalise: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct LimitRow {
    kind: LimitKind,
    /// A number, or words where the law differs from place to place.
    max: Option<serde_yaml::Value>,
    min: Option<i64>,
    unit: String,
    cite: String,
    /// `true`, or why not.
    confirmed: serde_yaml::Value,
    recognise: Option<Recognise>,
}

impl LimitRow {
    /// The limit, if it is confirmed law that text can be held against.
    fn confirmed(self) -> Option<LegalLimit> {
        if self.confirmed.as_bool() != Some(true) || self.kind == LimitKind::Note {
            return None;
        }
        Some(LegalLimit {
            kind: self.kind,
            quantity: self.min.or_else(|| self.max?.as_i64())?,
            unit: unit_of(&self.unit)?,
            cite: self.cite,
            recognise: self.recognise?,
        })
    }
}

/// Reads `every 12 months`; other forms have no interval of their own.
fn interval(adverb: &str, form: &str) -> Option<(String, (i64, Unit))> {
    let (quantity, unit) = form.strip_prefix("every ")?.split_once(' ')?;
    Some((adverb.replace('-', ""), (quantity.parse().ok()?, unit_of(unit)?)))
}

fn unit_of(words: &str) -> Option<Unit> {
    Unit::ALL.into_iter().find(|unit| unit.words() == words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::lint::finding::FindingLevel;

    #[test]
    fn the_data_reads_and_agrees_with_its_counts() {
        let rules = Rules::read(DATA).expect("the data has its form");
        let value: serde_yaml::Value = serde_yaml::from_str(DATA).unwrap();
        let length = |key: &str| value[key].as_sequence().unwrap().len();
        let count = |key: &str| usize::try_from(value["counts"][key].as_u64().unwrap()).unwrap();
        for key in ["words", "accept", "reject"] {
            assert_eq!(length(key), count(key), "{key}");
        }
        let ids = value["legal_limits"].as_sequence().unwrap().iter();
        let mut limits: Vec<_> =
            ids.map(|limit| limit["id"].as_str().unwrap().trim_end_matches(['a', 'b']).to_owned()).collect();
        limits.dedup();
        assert_eq!(limits.len(), count("legal_caps"), "parts a and b make one limit");
        assert_eq!(rules.words.len(), length("words") + length("further_words"));
        assert_eq!(rules.limits.len(), 13, "LC-12a, LC-12b and LC-14 are not judged by");
    }

    #[test]
    fn every_code_of_the_file_has_a_suggestion_and_is_an_error() {
        let value: serde_yaml::Value = serde_yaml::from_str(DATA).unwrap();
        let errors = value["errors"].as_mapping().unwrap();
        assert_eq!(errors.len(), 16);
        let rules = Rules::read(DATA).unwrap();
        for (code, _) in errors {
            let code: Code = serde_yaml::from_value(code.clone()).expect("a code of the program");
            assert_eq!(code.level(), FindingLevel::Error);
            assert!(!rules.suggestion(code).is_empty(), "{code:?}");
        }
        for code in [Code::VagueWord, Code::PassiveWithoutAgent, Code::MissingComparator, Code::MissingAction]
        {
            assert!(!rules.suggestion(code).is_empty(), "{code:?}");
        }
    }

    #[test]
    fn the_level_of_every_word_is_that_of_its_code() {
        let value: serde_yaml::Value = serde_yaml::from_str(DATA).unwrap();
        for word in value["words"].as_sequence().unwrap() {
            let level: FindingLevel = serde_yaml::from_value(word["level"].clone()).unwrap();
            let code: Code = serde_yaml::from_value(word["code"].clone()).unwrap();
            assert_eq!(code.level(), level, "{}", word["word"].as_str().unwrap());
        }
    }

    #[test]
    fn units_and_adverbs_of_the_file_are_the_programs() {
        let value: serde_yaml::Value = serde_yaml::from_str(DATA).unwrap();
        let units: Vec<Unit> = serde_yaml::from_value(value["grammar"]["fields"]["unit"].clone()).unwrap();
        assert_eq!(units, Unit::ALL);
        let normalise = value["grammar"]["normalise"].as_mapping().unwrap();
        let adverbs = Rules::read(DATA).unwrap().adverbs;
        let further = value["further_adverbs"].as_mapping().unwrap();
        let given = normalise.len() + further.len();
        assert_eq!(adverbs.len() + 1, given, "all but once per shift give an interval");
        assert_eq!(adverbs["semiannually"], (6, Unit::Months));
        assert_eq!(adverbs["weekly"], (7, Unit::CalendarDays));
    }
}
