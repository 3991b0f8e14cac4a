//! Consensus-based standards and best practice guidance that a policy may align with: 45 CFR 171.203(d)(3).

use super::edition::RuleEdition;
use super::item::{Item, Set};
use crate::number::FrameworkId;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// One edition of the list of frameworks.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FrameworkCatalogue {
    /// Which edition.
    pub edition: RuleEdition,
    /// Frameworks.
    pub frameworks: Set<Framework>,
    /// Elements of the frameworks whose elements are listed.
    pub elements: BTreeMap<FrameworkId, Set<FrameworkElement>>,
}

impl FrameworkCatalogue {
    /// The listed element of a framework, or of the framework whose ids it uses.
    ///
    /// An enhancement, `AC-2(3)`, is found under its control.
    #[must_use]
    pub fn element(&self, framework: &str, element: &str) -> Option<&FrameworkElement> {
        let elements = self.elements_of(framework)?;
        elements.get(element).or_else(|| elements.get(enhanced_control(element)?))
    }

    /// Whether an alignment may name the element: listed and not withdrawn, or any id where none are listed.
    #[must_use]
    pub fn accepts(&self, framework: &str, element: &str) -> bool {
        if self.elements_of(framework).is_some() {
            return self.element(framework, element).is_some_and(|found| !found.is_withdrawn());
        }
        self.frameworks.contains(framework) && !element.trim().is_empty()
    }

    /// The elements of a framework, its own or those it uses; `None` where none are listed.
    #[must_use]
    pub fn elements_of(&self, framework: &str) -> Option<&Set<FrameworkElement>> {
        let framework = self.frameworks.get(framework)?;
        let lender = framework.elements_from.as_ref().unwrap_or(&framework.id);
        self.elements.get(lender)
    }
}

fn enhanced_control(element: &str) -> Option<&str> {
    let (control, number) = element.strip_suffix(')')?.split_once('(')?;
    (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then_some(control)
}

/// A standard or guidance in one edition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Framework {
    /// Id: `nist-csf-2.0`.
    pub id: FrameworkId,
    /// Official title.
    pub name: String,
    /// Edition as the publisher names it.
    pub version: String,
    /// When it was published, as exactly as known.
    pub published: String,
    /// Who publishes it.
    pub publisher: String,
    /// What it is.
    pub kind: FrameworkKind,
    /// Whether the edition is current.
    pub status: FrameworkStatus,
    /// Whether an alignment with it can serve 45 CFR 171.203(d)(3).
    pub qualifies_for_171_203_d3: bool,
    /// What its licence lets the product carry.
    pub licence: String,
    /// The framework whose element ids it uses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub elements_from: Option<FrameworkId>,
    /// What its elements look like, where they are not listed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub element_form: Option<String>,
    /// What a reader should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// When it was read at its publisher or a faithful copy; absent if it was not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed_on: Option<Date>,
    /// Recollections to check at the source; kept out of everything that leaves the program.
    #[serde(default, skip_serializing)]
    #[schemars(skip)]
    #[ts(skip)]
    pub unverified: Vec<String>,
}

impl Framework {
    /// Whether the edition is current and qualifies for 45 CFR 171.203(d)(3).
    #[must_use]
    pub fn serves_d3(&self) -> bool {
        self.qualifies_for_171_203_d3 && self.status == FrameworkStatus::Current
    }
}

impl Item for Framework {
    fn id(&self) -> &str {
        self.id.as_str()
    }

    fn citation(&self) -> Option<String> {
        Some(format!("{}, {}, {}", self.publisher, self.name, self.version))
    }

    fn confirmed_on(&self, _edition: &RuleEdition) -> Option<Date> {
        self.confirmed_on
    }
}

/// What a framework is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum FrameworkKind {
    /// Made by a body with a consensus process.
    ConsensusStandard,
    /// Published guidance on best practice.
    BestPracticeGuidance,
    /// A list of controls.
    ControlCatalogue,
    /// A way of assessing.
    Method,
    /// A framework of an industry body.
    IndustryFramework,
    /// A tool, no standard.
    Tool,
}

/// Whether an edition of a framework is current.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum FrameworkStatus {
    /// The edition to use.
    Current,
    /// Replaced by a later edition.
    Superseded,
    /// Given up.
    Withdrawn,
}

/// A function, category, control or other part of a framework that has an official id.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct FrameworkElement {
    /// Official id: `RS.MI-01`.
    pub id: String,
    /// What it is.
    pub kind: ElementKind,
    /// The element it is part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Official title, where it has one that may be shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// A hint in our words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// Baselines that select it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub baselines: Vec<Baseline>,
}

impl FrameworkElement {
    /// Whether the publisher has withdrawn it.
    #[must_use]
    pub fn is_withdrawn(&self) -> bool {
        self.kind == ElementKind::WithdrawnControl
    }
}

impl Item for FrameworkElement {
    fn id(&self) -> &str {
        &self.id
    }
}

/// Kinds of element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum ElementKind {
    /// Function of NIST CSF.
    Function,
    /// Category of NIST CSF.
    Category,
    /// Subcategory of NIST CSF.
    Subcategory,
    /// Control family of NIST SP 800-53.
    Family,
    /// Control.
    Control,
    /// Control that later editions no longer have.
    WithdrawnControl,
    /// Safeguard of a CIS Control.
    Safeguard,
    /// Theme of ISO/IEC 27001 Annex A.
    Theme,
    /// Threat of HICP.
    Threat,
    /// Practice of HICP.
    Practice,
}

/// Baselines of NIST SP 800-53B.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Baseline {
    /// Low impact.
    Low,
    /// Moderate impact.
    Moderate,
    /// High impact.
    High,
    /// Privacy.
    Privacy,
}
