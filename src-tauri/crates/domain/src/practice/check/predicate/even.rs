//! SE-c: implemented in a consistent and non-discriminatory manner.

use super::list;
use crate::number::RiskNumber;
use crate::practice::application::{DifferentiatorKind, NamedRequestor};
use crate::practice::check::finding::{Finding, FixTarget};
use crate::practice::check::lapse::days_after;
use crate::practice::check::subject::Subject;
use crate::practice::{ApplicationRecord, Differentiator, Reach, Scope};
use crate::text::blank;

/// Days for which training counts: 12 months.
const TRAINING: i64 = 366;

/// SE-c-1: a rule of application; a requestor is named individually only where the risk names it too.
pub fn same_rule(subject: &Subject<'_>) -> Finding {
    let application = &subject.practice.application;
    let target = subject.field("application.rule");
    if blank(&application.rule) {
        let fix = "Write down who is similarly situated and the rule that is the same for all of them.";
        return Finding::unsatisfied("No rule of application.", fix, target);
    }
    let alone = application.named_requestors.iter().filter(|named| !risk_names(subject, named));
    let alone: Vec<&str> = alone.map(|named| named.name.trim()).collect();
    if !alone.is_empty() {
        let found = format!("The rule names {} without a risk that names the same.", list(&alone));
        let fix = format!(
            "Put the rule in terms of the risk instead of {}, or link the risk that names it.",
            list(&alone)
        );
        return Finding::unsatisfied(found, fix, target).on([subject.name()]);
    }
    let risks =
        application.named_requestors.iter().filter_map(|named| named.risk.as_ref()).map(ToString::to_string);
    Finding::satisfied(application.rule.trim()).on([subject.name()]).on(risks)
}

/// SE-c-2: competitor, affiliation, revenue and identity make no difference without a rated risk difference.
pub fn differentiators(subject: &Subject<'_>) -> Finding {
    let target = subject.field("application.differentiators");
    let Some(used) = &subject.practice.application.differentiators else {
        let fix = "Say what the rule treats differently, or that it treats nothing differently.";
        return Finding::unsatisfied("Not answered.", fix, target);
    };
    let suspect = |one: &&Differentiator| one.kind != DifferentiatorKind::Behaviour;
    let untied = used.iter().filter(suspect).filter(|one| !subject.is_rated_risk(one.risk.as_ref()));
    let untied: Vec<&str> = untied.map(|one| difference(one.kind)).collect();
    if !untied.is_empty() {
        let found = format!("The rule depends on {} without a rated risk difference.", list(&untied));
        let fix = format!("Take {} out of the rule, or link the rated risk that differs.", list(&untied));
        return Finding::unsatisfied(found, fix, target).on([subject.name()]);
    }
    let risks: Vec<String> =
        used.iter().filter_map(|one| one.risk.as_ref()).map(RiskNumber::to_string).collect();
    let found = match used.len() {
        0 => "The rule treats nothing differently.".to_owned(),
        count => format!("Differences, each measured or tied to a rated risk: {count}."),
    };
    Finding::satisfied(found).on([subject.name()]).on(risks)
}

/// SE-c-3: own staff, affiliates and vendors with the same risk are treated the same, or the risk differs.
pub fn insiders(subject: &Subject<'_>) -> Finding {
    let target = subject.field("application.internal_comparison");
    let comparison = subject.practice.application.internal_comparison.as_ref();
    let Some(comparison) = comparison.filter(|comparison| !blank(&comparison.statement)) else {
        let fix = "Say whether own staff, affiliates and vendors with the same risk are treated the same, and how you know.";
        return Finding::unsatisfied("Not answered.", fix, target);
    };
    if !comparison.same && !subject.is_rated_risk(comparison.risk.as_ref()) {
        let fix = "Treat them the same, or link the rated risk that differs.";
        return Finding::unsatisfied("Treated differently without a rated risk difference.", fix, target)
            .on([subject.name()]);
    }
    let risk = comparison.risk.as_ref().map(RiskNumber::to_string);
    Finding::satisfied(comparison.statement.trim()).on([subject.name()]).on(risk)
}

/// SE-c-4: a record of application or "not yet applied"; every deviation and every exception from the policy
/// approved with a reason.
pub fn as_written(subject: &Subject<'_>) -> Finding {
    if let Some(unfounded) = unfounded_exceptions(subject) {
        return unfounded;
    }
    let application = &subject.practice.application;
    let target = subject.field("application.records");
    let records: Vec<&ApplicationRecord> =
        application.records.iter().filter(|record| record.on <= subject.on).collect();
    if records.is_empty() && application.not_yet_applied {
        return Finding::satisfied("Not yet applied.").on([subject.name()]);
    }
    if records.is_empty() {
        let fix = "Record each application, or say that it has not been applied yet.";
        return Finding::unsatisfied("No application on record.", fix, target).on([subject.name()]);
    }
    let deviations: Vec<_> =
        records.iter().filter_map(|record| Some((record.on, record.deviation.as_ref()?))).collect();
    let open = deviations.iter().filter(|(_, deviation)| {
        subject.person(deviation.approved_by.as_ref()).is_none() || blank(&deviation.reason)
    });
    let open: Vec<String> = open.map(|(on, _)| on.to_string()).collect();
    if !open.is_empty() {
        let found = format!("Deviation without approver or reason on {}.", list(&open));
        let fix = format!("Name who approved the deviation of {}, and why.", list(&open));
        return Finding::unsatisfied(found, fix, target).on([subject.name()]);
    }
    let found = format!("Applications: {}; deviations, each approved: {}.", records.len(), deviations.len());
    Finding::satisfied(found).on([subject.name()])
}

/// SE-c-5: every role that applies it was trained in the past 12 months.
pub fn trained(subject: &Subject<'_>) -> Finding {
    let application = &subject.practice.application;
    let since = days_after(subject.on, -TRAINING);
    let target = subject.field("application.training");
    if application.applied_by.is_empty() {
        return Finding::unsatisfied("No role is named.", "Name the roles that apply the practice.", target);
    }
    let trained = |role: &str| {
        let role = role.trim().to_lowercase();
        application.training.iter().any(|training| {
            let recent = since <= training.completed_on && training.completed_on <= subject.on;
            recent && training.role.trim().to_lowercase() == role
        })
    };
    let untrained: Vec<&String> = application.applied_by.iter().filter(|role| !trained(role)).collect();
    if untrained.is_empty() {
        let found = format!("Trained in the past 12 months: {}.", list(&application.applied_by));
        return Finding::satisfied(found).on([subject.name()]);
    }
    let found = format!("Not trained in the past 12 months: {}.", list(&untrained));
    let fix = format!("Train {} and record the day.", list(&untrained));
    Finding::unsatisfied(found, fix, target).on([subject.name()])
}

/// Exceptions from the statements it implements, granted by the day, that name no approver or no reason.
fn unfounded_exceptions(subject: &Subject<'_>) -> Option<Finding> {
    let policy = subject.implemented?.policy;
    let statements = subject.statements();
    let granted = policy.exceptions.iter().filter(|one| {
        one.from <= subject.on && statements.iter().any(|statement| one.concerns(&statement.number))
    });
    let unfounded =
        granted.filter(|one| subject.person(Some(&one.granted_by)).is_none() || blank(&one.reason));
    let numbers: Vec<String> = unfounded.map(|one| format!("{}/{}", policy.number, one.number)).collect();
    if numbers.is_empty() {
        return None;
    }
    let found = format!("Exception without approver or reason: {}.", list(&numbers));
    let fix = format!("Name who granted {}, and why.", list(&numbers));
    let target = FixTarget::Policy { policy: policy.number.clone() };
    Some(Finding::unsatisfied(found, fix, target).on(numbers))
}

/// Whether a risk names the requestor too: one of the register, or the one of the determination.
fn risk_names(subject: &Subject<'_>, named: &NamedRequestor) -> bool {
    let says = |scope: &Scope, effect: &str| {
        let listed = matches!(&scope.requestors, Reach::Only(some) if some.contains(named.name.trim()));
        listed || effect.to_lowercase().contains(&named.name.trim().to_lowercase())
    };
    match &named.risk {
        _ if blank(&named.name) => false,
        Some(number) => {
            let found = subject.facts.registers.risk_on(number, subject.on);
            found.is_some_and(|found| says(&found.risk.scope, &found.risk.effect))
        }
        None => subject.recorded_risk().is_some_and(|risk| says(&risk.scope, &risk.effect)),
    }
}

fn difference(kind: DifferentiatorKind) -> &'static str {
    match kind {
        DifferentiatorKind::Competitor => "whether the requestor is a competitor",
        DifferentiatorKind::Affiliation => "whether the requestor is affiliated",
        DifferentiatorKind::Revenue => "whether the requestor pays",
        DifferentiatorKind::RequestorIdentity => "who the requestor is",
        DifferentiatorKind::Behaviour => "measured behaviour",
    }
}
