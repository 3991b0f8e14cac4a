//! What 45 CFR 171.203(d)(1) to (4) need of a policy, taken away from POL-25 of the sample one at a time.

use riskwright_domain::policy::{Alignment, Phase, PolicyVersion, Statement, Timeframe};
use riskwright_domain::workspace::Content;

/// Something taken away, and the criterion that must be named for it.
pub struct Removal {
    /// What is missing then.
    pub what: &'static str,
    /// The criterion at fault.
    pub root: &'static str,
    /// Takes it away.
    pub make: fn(&mut Content),
}

/// Every removal.
pub const REMOVALS: &[Removal] = &[
    removal("all approvals", "SE-d-1", |content| version(content).approvals.clear()),
    removal("approvals of this text", "SE-d-1", approve_another_text),
    removal("a day in force", "SE-d-1", |content| version(content).effective_from = None),
    removal("the sealed text", "SE-d1-1", |content| version(content).seal = None),
    removal("the assessment", "SE-d2-1", |content| version(content).assessment = None),
    removal("a statement's risks", "SE-d2-2", |content| statement(content).risks.clear()),
    removal("every statement's risks", "SE-d2-2", |content| each(content, |one| one.risks.clear())),
    removal("the effect on every risk", "SE-d2-3", |content| each(content, forget_effects)),
    removal("every alignment", "SE-d3-1", |content| each(content, |one| one.alignments.clear())),
    removal("editions that exist", "SE-d3-1", |content| each_alignment(content, outdate)),
    removal("the standard behind a restriction", "SE-d3-2", |content| statement(content).alignments.clear()),
    removal("how a standard is followed", "SE-d3-2", |content| {
        statement(content).alignments[0].explanation.clear()
    }),
    removal("why the standards apply here", "SE-d3-3", |content| {
        each_alignment(content, |one| one.applicability.clear())
    }),
    removal("times to identify", "SE-d4-identify-time", |content| no_times(content, Phase::Identify)),
    removal("times to respond", "SE-d4-respond-time", |content| no_times(content, Phase::Respond)),
    removal("times to address", "SE-d4-address-time", |content| no_times(content, Phase::Address)),
    removal("a number in the time to identify", "SE-d4-identify-time", |content| {
        spoil(content, Phase::Identify, |one| one.quantity = 0)
    }),
    removal("an event in the time to identify", "SE-d4-identify-time", |content| {
        spoil(content, Phase::Identify, |one| one.trigger.clear())
    }),
    removal("a limit in the times to respond", "SE-d4-respond-time", |content| {
        spoil(content, Phase::Respond, |one| one.comparator = "promptly".to_owned())
    }),
    removal("somebody who responds", "SE-d4-respond-time", |content| {
        spoil(content, Phase::Respond, |one| one.role.clear())
    }),
    removal("the kind of days in the times to address", "SE-d4-address-time", |content| {
        spoil(content, Phase::Address, |one| one.unit = "days".to_owned())
    }),
    removal("parameters to identify", "SE-d4-identify-param", |content| {
        no_parameters(content, Phase::Identify)
    }),
    removal("parameters to respond", "SE-d4-respond-param", |content| no_parameters(content, Phase::Respond)),
    removal("parameters to address", "SE-d4-address-param", |content| no_parameters(content, Phase::Address)),
    removal("values of the parameters to identify", "SE-d4-identify-param", vague_parameters),
];

const fn removal(what: &'static str, root: &'static str, make: fn(&mut Content)) -> Removal {
    Removal { what, root, make }
}

/// The version of POL-25 in force.
pub fn version(content: &mut Content) -> &mut PolicyVersion {
    let policy = content.policies.iter_mut().find(|one| one.number.as_str() == "POL-25").unwrap();
    &mut policy.versions[0]
}

/// S-03, which the practice implements and which restricts EHI.
fn statement(content: &mut Content) -> &mut Statement {
    version(content).statements.iter_mut().find(|one| one.number.as_str() == "S-03").unwrap()
}

fn each(content: &mut Content, change: fn(&mut Statement)) {
    version(content).statements.iter_mut().for_each(change);
}

fn each_alignment(content: &mut Content, change: fn(&mut Alignment)) {
    version(content).statements.iter_mut().flat_map(|one| &mut one.alignments).for_each(change);
}

fn approve_another_text(content: &mut Content) {
    for approval in &mut version(content).approvals {
        approval.content_hash = Some("another text".to_owned());
    }
}

fn forget_effects(statement: &mut Statement) {
    statement.risks.iter_mut().for_each(|link| link.effect = None);
}

fn outdate(alignment: &mut Alignment) {
    alignment.framework = "nist-csf-1.1".into();
}

fn no_times(content: &mut Content, phase: Phase) {
    version(content).timeframes.retain(|one| one.phase != phase);
}

fn spoil(content: &mut Content, phase: Phase, change: fn(&mut Timeframe)) {
    version(content).timeframes.iter_mut().filter(|one| one.phase == phase).for_each(change);
}

fn no_parameters(content: &mut Content, phase: Phase) {
    version(content).parameters.retain(|one| one.phase != phase);
}

fn vague_parameters(content: &mut Content) {
    for parameter in version(content).parameters.iter_mut().filter(|one| one.phase == Phase::Identify) {
        parameter.value = "too many".to_owned();
    }
}
