//! What a predicate says about one criterion, before judgement and dependencies are weighed.

use crate::catalogue::ResultState;
use crate::number::{
    AssessmentNumber, CriterionId, PolicyNumber, PracticeNumber, RiskNumber, StatementNumber,
};
use crate::policy::Phase;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The automatic part of one criterion: what was found, on which evidence.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Whether the facts pass.
    pub automatic: Automatic,
    /// What was found, in words.
    pub found: String,
    /// Records it rests on, by number: `R-0021`, `POL-25 v1.0`.
    pub evidence: Vec<String>,
    /// Approvals it rests on that came with an imported file, in words.
    pub imported: Vec<String>,
    /// What the finding means for the check as a whole.
    pub bearing: Bearing,
}

/// Whether the facts pass.
#[derive(Debug, Clone, PartialEq)]
pub enum Automatic {
    /// They do.
    Satisfied,
    /// They do not, and this is the cure.
    Unsatisfied(Cure),
    /// They did, until a day that has passed.
    Lapsed(Cure),
}

/// What a finding means for the check as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bearing {
    /// One criterion among the others.
    Ordinary,
    /// A basic question: while it is not met, nothing can be assessed.
    Basic,
    /// The answer to a basic question ends the check with this conclusion.
    Ends(ResultState),
}

/// What to do about a finding, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct Cure {
    /// One sentence.
    pub fix: String,
    /// The place.
    pub target: FixTarget,
}

/// The place where a fault is mended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FixTarget {
    /// A field of the organization's profile.
    Organization {
        /// Name of the field.
        field: String,
    },
    /// A field of the practice.
    Practice {
        /// The practice.
        practice: PracticeNumber,
        /// Name of the field: `scope`, `application.rule`.
        field: String,
    },
    /// A field of the practice's case determination.
    Determination {
        /// The practice.
        practice: PracticeNumber,
        /// Name of the field.
        field: String,
    },
    /// The place where a person judges a criterion.
    Judgement {
        /// The practice.
        practice: PracticeNumber,
        /// The criterion.
        criterion: CriterionId,
    },
    /// A policy as a whole: its versions, approval and publication.
    Policy {
        /// The policy.
        policy: PolicyNumber,
    },
    /// One field of one version.
    PolicyVersion {
        /// The policy.
        policy: PolicyNumber,
        /// The version.
        version: String,
        /// Name of the field.
        field: String,
    },
    /// The statements of a version, or one of them.
    PolicyStatements {
        /// The policy.
        policy: PolicyNumber,
        /// The version.
        version: String,
        /// The statement, where one is at fault.
        statement: Option<StatementNumber>,
    },
    /// The alignments of a version.
    PolicyAlignments {
        /// The policy.
        policy: PolicyNumber,
        /// The version.
        version: String,
    },
    /// The timeframes of a version.
    PolicyTimeframes {
        /// The policy.
        policy: PolicyNumber,
        /// The version.
        version: String,
        /// The phase that lacks one, where one does.
        phase: Option<Phase>,
    },
    /// The parameters of a version.
    PolicyParameters {
        /// The policy.
        policy: PolicyNumber,
        /// The version.
        version: String,
        /// The phase that lacks one.
        phase: Phase,
    },
    /// A risk of a register.
    Risk {
        /// The assessment.
        assessment: AssessmentNumber,
        /// The risk.
        risk: RiskNumber,
    },
    /// An assessment.
    Assessment {
        /// The assessment.
        assessment: AssessmentNumber,
    },
}

impl Finding {
    /// The facts pass.
    pub fn satisfied(found: impl Into<String>) -> Self {
        Self::new(Automatic::Satisfied, found.into())
    }

    /// The facts do not pass.
    pub fn unsatisfied(found: impl Into<String>, fix: impl Into<String>, target: FixTarget) -> Self {
        Self::new(Automatic::Unsatisfied(Cure { fix: fix.into(), target }), found.into())
    }

    /// The facts passed until a day that has passed.
    pub fn lapsed(found: impl Into<String>, cure: Cure) -> Self {
        Self::new(Automatic::Lapsed(cure), found.into())
    }

    /// With the records it rests on; each is named once.
    pub fn on(mut self, evidence: impl IntoIterator<Item = String>) -> Self {
        for item in evidence {
            if !self.evidence.contains(&item) {
                self.evidence.push(item);
            }
        }
        self
    }

    /// With approvals that came with an imported file.
    pub fn imported(mut self, approvals: Vec<String>) -> Self {
        self.imported = approvals;
        self
    }

    /// As the finding on a basic question.
    pub fn basic(mut self) -> Self {
        self.bearing = Bearing::Basic;
        self
    }

    /// As an answer that ends the check.
    pub fn ends(mut self, conclusion: ResultState) -> Self {
        self.bearing = Bearing::Ends(conclusion);
        self
    }

    fn new(automatic: Automatic, found: String) -> Self {
        Self { automatic, found, evidence: Vec::new(), imported: Vec::new(), bearing: Bearing::Ordinary }
    }
}
