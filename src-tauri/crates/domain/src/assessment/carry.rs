//! What comes forward from one assessment to the next, and what of it still waits to be confirmed or changed.

use super::{AddressableDecision, Assessment, AssessmentKind, AssessmentStatus};
use crate::number::AssessmentNumber;
use crate::retention::RecordName;
use crate::risk::RiskState;
use jiff::civil::Date;
use uuid::Uuid;

/// Kind of an asset in the history.
pub const ASSET: &str = "asset";
/// Kind of an answer.
pub const ANSWER: &str = "factor_answer";
/// Kind of the disposition of a threat.
pub const THREAT: &str = "threat_disposition";
/// Kind of a risk.
pub const RISK: &str = "risk";
/// Kind of the status of a safeguard.
pub const SAFEGUARD: &str = "safeguard_status";
/// Kind of the decision on an addressable specification.
pub const DECISION: &str = "addressable_decision";
/// Kind of a flow, which stands in the assessment's own row: `AS-2026/0`, by its place.
pub const FLOW: &str = "flow";
/// Kind of a vendor, in the assessment's own row: `AS-2026/V-001`.
pub const VENDOR: &str = "vendor";
/// Kind of a threat of the organization's own, in the assessment's own row: `AS-2026/TX-01`.
pub const OWN_THREAT: &str = "own_threat";

/// What a new assessment says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beginning {
    /// Its number.
    pub number: AssessmentNumber,
    /// Calendar year it counts for.
    pub year: i16,
    /// Yearly or triggered.
    pub kind: AssessmentKind,
    /// What it covers.
    pub scope: String,
    /// Edition of the threat catalogue it is made with.
    pub catalogue: String,
    /// First day of work on it.
    pub started_on: Date,
    /// The approved assessment it follows.
    pub previous: Option<AssessmentNumber>,
}

/// The method of every assessment as printed.
pub const METHOD: &str = "NIST SP 800-30 Rev. 1";

/// An assessment without answers.
#[must_use]
pub fn blank(beginning: Beginning) -> Assessment {
    Assessment {
        id: Uuid::nil(),
        number: beginning.number,
        year: beginning.year,
        kind: beginning.kind,
        status: AssessmentStatus::InProgress,
        scope: beginning.scope,
        method: METHOD.to_owned(),
        catalogue: beginning.catalogue,
        started_on: beginning.started_on,
        due: None,
        assessors: Vec::new(),
        sources: Vec::new(),
        previous: beginning.previous,
        approvals: Vec::new(),
        answers: Vec::new(),
        assets: Vec::new(),
        flows: Vec::new(),
        vendors: Vec::new(),
        own_threats: Vec::new(),
        threats: Vec::new(),
        risks: Vec::new(),
        safeguards: Vec::new(),
        decisions: Vec::new(),
        open_items: Vec::new(),
        rejections: Vec::new(),
        addenda: Vec::new(),
    }
}

/// An assessment with everything of the one before, each record marked as carried.
///
/// Closed risks stay behind; the approval of a decision falls away once its day of review has passed. Sources do
/// not come forward: they are consulted anew.
#[must_use]
pub fn carried_forward(previous: &Assessment, beginning: Beginning) -> Assessment {
    let on = beginning.started_on;
    let mut next = blank(beginning);
    next.answers.clone_from(&previous.answers);
    next.assets.clone_from(&previous.assets);
    next.flows.clone_from(&previous.flows);
    next.vendors.clone_from(&previous.vendors);
    next.own_threats.clone_from(&previous.own_threats);
    next.threats.clone_from(&previous.threats);
    next.risks = previous.risks.iter().filter(|risk| risk.status != RiskState::Closed).cloned().collect();
    next.safeguards.clone_from(&previous.safeguards);
    next.decisions = previous.decisions.iter().map(|one| reviewed(one, on)).collect();
    next.open_items.clone_from(&previous.open_items);
    mark(&mut next, |_, _| true);
    next
}

fn reviewed(decision: &AddressableDecision, on: Date) -> AddressableDecision {
    let due = decision.review_on.is_none_or(|day| day < on);
    let approval = decision.approval.clone().filter(|_| !due);
    AddressableDecision { approval, ..decision.clone() }
}

/// Records that came forward and wait, by kind and in the order of their lists.
#[must_use]
pub fn to_confirm(assessment: &Assessment) -> Vec<RecordName> {
    let mut found = Vec::new();
    let mut copy = assessment.clone();
    mark(&mut copy, |name, carried| {
        if carried {
            found.push(name);
        }
        carried
    });
    found
}

/// Takes the mark off the records named; how many of them carried it.
pub fn confirm(assessment: &mut Assessment, records: &[RecordName]) -> usize {
    let mut confirmed = 0;
    mark(assessment, |name, carried| {
        let named = carried && records.contains(&name);
        confirmed += usize::from(named);
        carried && !named
    });
    confirmed
}

/// Gives each record the mark that `wanted` answers for its name and its mark so far.
fn mark(assessment: &mut Assessment, mut wanted: impl FnMut(RecordName, bool) -> bool) {
    let number = assessment.number.clone();
    let mut set = |kind: &str, key: &str, carried: &mut bool| {
        *carried = wanted(RecordName::new(kind, format!("{number}/{key}")), *carried);
    };
    for one in &mut assessment.answers {
        set(ANSWER, one.question.as_str(), &mut one.carried);
    }
    for one in &mut assessment.assets {
        set(ASSET, one.number.as_str(), &mut one.carried);
    }
    for (place, one) in assessment.flows.iter_mut().enumerate() {
        set(FLOW, &place.to_string(), &mut one.carried);
    }
    for one in &mut assessment.vendors {
        set(VENDOR, one.number.as_str(), &mut one.carried);
    }
    for one in &mut assessment.own_threats {
        set(OWN_THREAT, one.id.as_str(), &mut one.carried);
    }
    for one in &mut assessment.threats {
        set(THREAT, one.threat.as_str(), &mut one.carried);
    }
    for one in &mut assessment.risks {
        set(RISK, one.number.as_str(), &mut one.carried);
    }
    for one in &mut assessment.safeguards {
        set(SAFEGUARD, one.safeguard.as_str(), &mut one.carried);
    }
    for one in &mut assessment.decisions {
        set(DECISION, one.specification.as_str(), &mut one.carried);
    }
}
