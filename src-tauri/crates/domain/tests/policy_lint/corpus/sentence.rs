//! A sentence of the corpus with its labels. The form is told in `tests/linter/corpus/README.md`.

use riskwright_domain::policy::lint::{Code, Context, Options, Relation, Unit};
use serde::Deserialize;

pub const DEVELOPMENT: &str = include_str!("../../../../../../tests/linter/corpus/development.yaml");
pub const HELD_OUT: &str = include_str!("../../../../../../tests/linter/corpus/held_out.yaml");
/// Written when the rules were done, by somebody who had not seen them.
pub const SECOND: &str = include_str!("../../../../../../tests/linter/corpus/second.yaml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sentence {
    pub id: String,
    pub pattern: String,
    pub text: String,
    /// The errors it has, each once.
    pub expect: Vec<Code>,
    /// Words that deserve a warning at most.
    #[serde(default, rename = "warn")]
    _warn: Vec<String>,
    #[serde(default)]
    defined: Vec<String>,
    roles: Option<Vec<String>>,
    #[serde(default)]
    context: Part,
    /// What a reader extracts, where the label says so.
    pub timeframes: Option<Vec<Extract>>,
    /// The reason for a label.
    #[serde(rename = "why")]
    _why: Option<String>,
}

/// A timeframe as a reader extracts it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extract {
    pub quantity: i64,
    #[serde(deserialize_with = "unit")]
    pub unit: String,
    #[serde(deserialize_with = "relation")]
    pub relation: String,
    pub trigger: String,
}

/// What part of a policy the sentence is.
#[derive(Default, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Part {
    #[default]
    Normative,
    LegalQuotation,
    Definition,
    Background,
}

#[derive(Deserialize)]
struct File {
    sentences: Vec<Sentence>,
}

/// The sentences of a half.
pub fn sentences(half: &str) -> Vec<Sentence> {
    serde_yaml::from_str::<File>(half).expect("the corpus has its form").sentences
}

impl Sentence {
    pub fn options(&self) -> Options {
        let context = match self.context {
            Part::Normative => Context::Normative,
            Part::LegalQuotation => Context::LegalQuotation,
            Part::Definition => Context::Definition,
            Part::Background => Context::NonNormative,
        };
        Options { roles: self.roles.clone(), defined: Some(self.defined.clone()), context }
    }
}

impl Extract {
    /// The same trigger in one spelling: a leading article or capitals do not matter.
    pub fn new(quantity: i64, unit: Unit, relation: Relation, trigger: &str) -> Self {
        let trigger = spelling(trigger);
        Self { quantity, unit: unit.words().to_owned(), relation: format!("{relation:?}"), trigger }
    }

    pub fn spelled(&self) -> Self {
        Self { trigger: spelling(&self.trigger), ..self.clone() }
    }
}

fn spelling(trigger: &str) -> String {
    let lower = trigger.to_lowercase();
    let bare = ["the ", "a ", "an "].into_iter().find_map(|article| lower.strip_prefix(article));
    bare.unwrap_or(&lower).to_owned()
}

fn unit<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    Unit::deserialize(deserializer).map(|unit| unit.words().to_owned())
}

fn relation<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    Relation::deserialize(deserializer).map(|relation| format!("{relation:?}"))
}
