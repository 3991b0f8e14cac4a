//! A draft as text that a person can review.

use riskwright_domain::policy::Phase;
use riskwright_domain::policy::draft::Draft;
use std::fmt::Write;

/// Everything of a draft that depends on the organization.
pub fn of(draft: &Draft) -> String {
    let version = &draft.version;
    let mut page = String::new();
    let mut section =
        |title: &str, text: &str| writeln!(page, "## {title}\n\n{}\n", text.trim_end()).unwrap();
    section("Purpose", &version.purpose);
    section("Scope", &version.scope.text);
    section(
        "Definitions",
        &lines(version.definitions.iter().map(|one| format!("{}: {}", one.term, one.meaning))),
    );
    section("Roles", &lines(version.roles.iter().map(|one| format!("{}: {}", one.role, one.authority))));
    section(
        "Statements",
        &lines(version.statements.iter().map(|one| {
            let risks: Vec<&str> = one.risks.iter().map(|link| link.risk.as_str()).collect();
            format!("{} {} [{}]", one.number, one.text, risks.join(" "))
        })),
    );
    section("Procedures", &version.procedures);
    section(
        "Timeframes",
        &lines(version.timeframes.iter().map(|one| {
            let severity = one.severity.as_ref().map(|one| format!(" (severity {one})")).unwrap_or_default();
            format!(
                "{} {}{severity}: {} shall {} {} {} {}, {}",
                one.number,
                Phase::label(one.phase),
                one.role,
                one.action,
                one.comparator,
                one.quantity,
                one.unit,
                one.trigger
            )
        })),
    );
    section(
        "Parameters",
        &lines(version.parameters.iter().map(|one| {
            format!(
                "{} {}: {} {} {} {}",
                one.number,
                Phase::label(one.phase),
                one.name,
                one.comparator,
                one.value,
                one.unit
            )
        })),
    );
    section("Even application", version.even_application.as_deref().unwrap_or("-"));
    section("Effect on access", version.effect_on_access.as_deref().unwrap_or("-"));
    let factors = &version.factors;
    section(
        "Factors",
        &[&factors.size, &factors.infrastructure, &factors.cost, &factors.probability]
            .map(String::as_str)
            .join("\n\n"),
    );
    section("Sanctions", &version.sanctions);
    section("Exceptions", &version.exceptions);
    section("Training", &version.training);
    section("Monitoring", &version.monitoring);
    section("Availability", &version.availability);
    section("Left out", &lines(draft.left_out.iter().map(|one| format!("{} {}", one.id, one.text))));
    page
}

fn lines(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join("\n")
}
