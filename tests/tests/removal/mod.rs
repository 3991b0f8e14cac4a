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
    Removal { what: "all approvals", root: "SE-d-1", make: |content| version(content).approvals.clear() },
    Removal { what: "approvals of this text", root: "SE-d-1", make: approve_another_text },
    Removal {
        what: "a day in force",
        root: "SE-d-1",
        make: |content| version(content).effective_from = None,
    },
    Removal { what: "the sealed text", root: "SE-d1-1", make: |content| version(content).seal = None },
    Removal { what: "the assessment", root: "SE-d2-1", make: |content| version(content).assessment = None },
    Removal {
        what: "a statement's risks",
        root: "SE-d2-2",
        make: |content| statement(content).risks.clear(),
    },
    Removal {
        what: "every statement's risks",
        root: "SE-d2-2",
        make: |content| each(content, |one| one.risks.clear()),
    },
    Removal {
        what: "the effect on every risk",
        root: "SE-d2-3",
        make: |content| each(content, forget_effects),
    },
    Removal {
        what: "every alignment",
        root: "SE-d3-1",
        make: |content| each(content, |one| one.alignments.clear()),
    },
    Removal {
        what: "editions that exist",
        root: "SE-d3-1",
        make: |content| each_alignment(content, outdate),
    },
    Removal {
        what: "the standard behind a restriction",
        root: "SE-d3-2",
        make: |content| statement(content).alignments.clear(),
    },
    Removal {
        what: "how a standard is followed",
        root: "SE-d3-2",
        make: |content| statement(content).alignments[0].explanation.clear(),
    },
    Removal {
        what: "why the standards apply here",
        root: "SE-d3-3",
        make: |content| each_alignment(content, |one| one.applicability.clear()),
    },
    Removal {
        what: "times to identify",
        root: "SE-d4-identify-time",
        make: |content| no_times(content, Phase::Identify),
    },
    Removal {
        what: "times to respond",
        root: "SE-d4-respond-time",
        make: |content| no_times(content, Phase::Respond),
    },
    Removal {
        what: "times to address",
        root: "SE-d4-address-time",
        make: |content| no_times(content, Phase::Address),
    },
    Removal {
        what: "a number in the time to identify",
        root: "SE-d4-identify-time",
        make: |content| spoil(content, Phase::Identify, |one| one.quantity = 0),
    },
    Removal {
        what: "an event in the time to identify",
        root: "SE-d4-identify-time",
        make: |content| spoil(content, Phase::Identify, |one| one.trigger.clear()),
    },
    Removal {
        what: "a limit in the times to respond",
        root: "SE-d4-respond-time",
        make: |content| spoil(content, Phase::Respond, |one| one.comparator = "promptly".to_owned()),
    },
    Removal {
        what: "somebody who responds",
        root: "SE-d4-respond-time",
        make: |content| spoil(content, Phase::Respond, |one| one.role.clear()),
    },
    Removal {
        what: "the kind of days in the times to address",
        root: "SE-d4-address-time",
        make: |content| spoil(content, Phase::Address, |one| one.unit = "days".to_owned()),
    },
    Removal {
        what: "parameters to identify",
        root: "SE-d4-identify-param",
        make: |content| no_parameters(content, Phase::Identify),
    },
    Removal {
        what: "parameters to respond",
        root: "SE-d4-respond-param",
        make: |content| no_parameters(content, Phase::Respond),
    },
    Removal {
        what: "parameters to address",
        root: "SE-d4-address-param",
        make: |content| no_parameters(content, Phase::Address),
    },
    Removal {
        what: "values of the parameters to identify",
        root: "SE-d4-identify-param",
        make: vague_parameters,
    },
];

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
