//! Standards and implementation specifications of the Security Rule: 45 CFR 164.308 to 164.316.

use super::edition::RuleEdition;
use super::factor::{Factor, Question};
use super::item::{Item, Set};
use crate::number::{Citation, FrameworkId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// One edition of the Security Rule: its safeguards and the guided questions on 45 CFR 164.306.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SecurityRule {
    /// Which text.
    pub edition: RuleEdition,
    /// Standards and specifications, found by citation or id.
    pub safeguards: Set<Safeguard>,
    /// What each designation asks for, by designation.
    pub designation_rules: BTreeMap<String, String>,
    /// Where the links to frameworks come from.
    pub crosswalks: Vec<Crosswalk>,
    /// The general requirements and factors with their questions.
    pub factors: Set<Factor>,
    /// Factor ids in the order of the rule.
    pub order: Vec<String>,
    /// Factor ids in the order in which an assessment best asks.
    pub suggested_flow: Vec<String>,
    /// What a reader should know.
    pub notes: Vec<String>,
}

impl SecurityRule {
    /// The question with the id.
    #[must_use]
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.factors.iter().flat_map(|factor| &factor.questions).find(|question| question.id.as_str() == id)
    }

    /// The specifications of a standard, in the order of the rule.
    pub fn specifications<'a>(&'a self, standard: &'a str) -> impl Iterator<Item = &'a Safeguard> {
        self.safeguards
            .iter()
            .filter(move |item| item.parent.as_ref().is_some_and(|parent| parent.as_str() == standard))
    }
}

/// A standard or an implementation specification.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Safeguard {
    /// Id: `HSR-312-a-2-iv`.
    pub id: String,
    /// The citation by which content refers to it.
    pub citation: Citation,
    /// Standard or specification.
    pub kind: SafeguardKind,
    /// The section's subject.
    pub category: SafeguardCategory,
    /// Official title.
    pub title: String,
    /// Whether `title` is the rule's own; four items have none.
    #[serde(default = "yes")]
    pub title_is_official: bool,
    /// What the rule asks for.
    pub designation: Designation,
    /// The standard that a specification belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<Citation>,
    /// Further paragraphs with the same duty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also_cites: Vec<Citation>,
    /// Whether Appendix A to subpart C lists it.
    pub in_appendix_a: bool,
    /// The duty in our words.
    pub summary: String,
    /// When it applies; only such an item may be marked not applicable (45 CFR 164.306(c)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub applies_if: Option<String>,
    /// Related controls of NIST SP 800-53 Rev. 5.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nist_800_53r5: Vec<String>,
    /// Related subcategories of NIST CSF 2.0; standards only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub csf_2_0: Vec<String>,
    /// What a reader should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

fn yes() -> bool {
    true
}

impl Item for Safeguard {
    fn id(&self) -> &str {
        self.citation.as_str()
    }

    fn alias(&self) -> Option<&str> {
        Some(&self.id)
    }

    fn citation(&self) -> Option<String> {
        Some(self.citation.to_string())
    }
}

/// Standard or implementation specification.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum SafeguardKind {
    /// A standard.
    Standard,
    /// A specification of how to meet a standard.
    Specification,
}

/// Subjects of the sections.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum SafeguardCategory {
    /// 45 CFR 164.308.
    Administrative,
    /// 45 CFR 164.310.
    Physical,
    /// 45 CFR 164.312.
    Technical,
    /// 45 CFR 164.314.
    Organizational,
    /// 45 CFR 164.316.
    PoliciesProceduresDocumentation,
}

/// What the rule asks for: 45 CFR 164.306(c)-(d).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Designation {
    /// Implement it.
    Required,
    /// Assess it; implement it, or record why not and an equivalent alternative.
    Addressable,
    /// Meet the standard itself.
    StandardWithoutSpecifications,
    /// Meet the standard through its specifications.
    StandardWithSpecifications,
}

impl Designation {
    /// The mark in words for paper and screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Required => "Required",
            Self::Addressable => "Addressable",
            Self::StandardWithoutSpecifications => "Standard (required)",
            Self::StandardWithSpecifications => "Standard",
        }
    }
}

/// Where the links from safeguards to a framework come from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Crosswalk {
    /// The framework linked to.
    pub framework: FrameworkId,
    /// The mapping it rests on.
    pub basis: String,
    /// Links in all.
    pub pairs: u32,
    /// How to read a link.
    pub note: String,
}
