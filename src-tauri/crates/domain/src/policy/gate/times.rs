//! Whether times are objective, within the law, defined, in order, and there for each phase.

use super::{Refusal, RefusalCode, Scene, refusal, warning};
use crate::policy::length;
use crate::policy::lint::{self, FindingLevel, Options};
use crate::policy::{Parameter, Phase, PolicyVersion, Timeframe};

/// The phases that 45 CFR 171.203(d)(4) names.
const PHASES: [Phase; 3] = [Phase::Identify, Phase::Respond, Phase::Address];

pub(super) fn refusals(scene: Scene<'_>) -> Vec<Refusal> {
    let mut found = sentences(scene.version);
    found.extend(rows(scene.version));
    found.extend(order(scene.version));
    found.extend(phases(scene));
    found
}

/// What the linter is told about statements of this version: its roles, its definitions.
#[must_use]
pub fn options(version: &PolicyVersion) -> Options {
    Options {
        roles: Some(version.roles.iter().map(|role| role.role.clone()).collect()),
        defined: Some(version.definitions.iter().map(|definition| definition.term.clone()).collect()),
        ..Options::default()
    }
}

fn sentences(version: &PolicyVersion) -> Vec<Refusal> {
    let options = options(version);
    let mut found = Vec::new();
    for (at, statement) in version.statements.iter().enumerate() {
        let errors = lint::lint(&statement.text, &options).findings.into_iter();
        for one in errors.filter(|one| one.level == FindingLevel::Error) {
            let code = RefusalCode::Time { code: one.code };
            found.push(refusal(
                format!("/statements/{at}/text"),
                code,
                format!("{}: {}", statement.number, one.text),
            ));
        }
    }
    found
}

fn rows(version: &PolicyVersion) -> Vec<Refusal> {
    let mut found = Vec::new();
    for (at, row) in version.timeframes.iter().enumerate() {
        let errors = row.findings().into_iter().filter(|one| one.level == FindingLevel::Error);
        for one in errors {
            let field = one.field.as_deref().unwrap_or("action");
            let code = RefusalCode::Time { code: one.code };
            found.push(refusal(format!("/timeframes/{at}/{field}"), code, &row.number));
        }
        if row.phase != Phase::Govern && !is_defined(version, &row.trigger) {
            found.push(refusal(
                format!("/timeframes/{at}/trigger"),
                RefusalCode::TriggerUndefined,
                &row.trigger,
            ));
        }
    }
    for (at, row) in version.parameters.iter().enumerate().filter(|(_, row)| !Parameter::is_complete(row)) {
        found.push(refusal(format!("/parameters/{at}"), RefusalCode::ParameterIncomplete, &row.number));
    }
    found
}

/// Whether a term of the definitions is a word of the event, or the event of the term.
fn is_defined(version: &PolicyVersion, trigger: &str) -> bool {
    let trigger = trigger.trim().to_lowercase();
    let trigger =
        ["the ", "a ", "an "].iter().find_map(|article| trigger.strip_prefix(article)).unwrap_or(&trigger);
    version.definitions.iter().any(|one| {
        let term = one.term.to_lowercase();
        trigger.contains(&term) || term.contains(trigger)
    })
}

/// Times of the same event and severity in another order than identify, respond, address.
fn order(version: &PolicyVersion) -> Option<Refusal> {
    let rows: Vec<&Timeframe> = version.timeframes.iter().collect();
    let (earlier, later) = length::out_of_order(&rows)?;
    let name = |at: usize| rows.get(at).map(|row| row.number.to_string()).unwrap_or_default();
    let subject = format!("{} ends after {}", name(earlier), name(later));
    Some(refusal(format!("/timeframes/{later}/quantity"), RefusalCode::OutOfOrder, subject))
}

fn phases(scene: Scene<'_>) -> Vec<Refusal> {
    let version = scene.version;
    let mut found = Vec::new();
    let mut others: Vec<&PolicyVersion> = Vec::new();
    for (at, number) in version.incorporates.iter().enumerate() {
        let policy = scene.content.policies.iter().find(|one| one.number == *number);
        match policy.and_then(|policy| policy.in_force_on(scene.on)) {
            Some(other) => others.push(other),
            None => found.push(warning(format!("/incorporates/{at}"), RefusalCode::NotInForce, number)),
        }
    }
    if !scene.policy.may_restrict_ehi {
        return found;
    }
    let all = || std::iter::once(version).chain(others.iter().copied());
    for phase in PHASES {
        let timed = all().flat_map(|one| &one.timeframes).any(|one| one.phase == phase && one.is_objective());
        let measured =
            all().flat_map(|one| &one.parameters).any(|one| one.phase == phase && one.is_complete());
        if !timed {
            found.push(refusal("/timeframes", RefusalCode::NoTimeframe { phase }, phase.label()));
        }
        if !measured {
            found.push(refusal("/parameters", RefusalCode::NoParameter { phase }, phase.label()));
        }
    }
    found
}
