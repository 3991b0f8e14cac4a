//! Whether the sections that a policy must have are there.

use super::{Refusal, RefusalCode, Scene, refusal, warning};
use crate::text::blank;

/// Fewest characters of a purpose.
const PURPOSE: usize = 40;

/// Words of a length of time: an exception without one is for ever.
const EXCEPTION: &[&str] = &["month", "day", "week", "year"];

pub(super) fn refusals(scene: Scene<'_>) -> Vec<Refusal> {
    let mut found = empty(scene);
    let version = scene.version;
    let mut add = |amiss: bool, path: &str, code: RefusalCode| {
        if amiss {
            found.push(refusal(path, code, ""));
        }
    };
    add(version.purpose.trim().chars().count() < PURPOSE, "/purpose", RefusalCode::PurposeShort);
    add(version.scope.assets.is_empty(), "/scope/assets", RefusalCode::ScopeWithoutAsset);
    let named = version.sanctions.contains("POL-03") || scene.policy.number.as_str() == "POL-03";
    add(!blank(&version.sanctions) && !named, "/sanctions", RefusalCode::SanctionsUnnamed);
    let limited = EXCEPTION.iter().any(|unit| version.exceptions.contains(unit));
    add(!blank(&version.exceptions) && !limited, "/exceptions", RefusalCode::ExceptionUnlimited);
    add(!(1..=12).contains(&version.review_months), "/review_months", RefusalCode::ReviewInterval);
    found.extend(unlisted(scene));
    found
}

fn empty(scene: Scene<'_>) -> Vec<Refusal> {
    let version = scene.version;
    let said = |text: &Option<String>| text.as_ref().is_some_and(|text| !blank(text));
    let restricting = scene.policy.may_restrict_ehi;
    let blocking = [
        ("/scope/text", blank(&version.scope.text)),
        ("/definitions", version.definitions.is_empty()),
        ("/roles", version.roles.is_empty()),
        ("/statements", version.statements.is_empty()),
        ("/safeguards", version.safeguards.is_empty()),
        ("/even_application", restricting && !said(&version.even_application)),
        ("/effect_on_access", restricting && !said(&version.effect_on_access)),
        ("/factors/size", blank(&version.factors.size)),
        ("/factors/infrastructure", blank(&version.factors.infrastructure)),
        ("/factors/cost", blank(&version.factors.cost)),
        ("/factors/probability", blank(&version.factors.probability)),
        ("/sanctions", blank(&version.sanctions)),
        ("/exceptions", blank(&version.exceptions)),
        ("/training", blank(&version.training)),
        ("/review_triggers", version.review_triggers.is_empty()),
        ("/availability", blank(&version.availability)),
    ];
    let worth_a_look = [
        ("/procedures", blank(&version.procedures)),
        ("/monitoring", blank(&version.monitoring)),
        ("/related", version.related.is_empty()),
    ];
    let only = |rows: &[(&'static str, bool)]| {
        rows.iter().filter(|(_, empty)| *empty).map(|(path, _)| *path).collect::<Vec<_>>()
    };
    let blocking = only(&blocking).into_iter().map(|path| refusal(path, RefusalCode::SectionEmpty, ""));
    let worth = only(&worth_a_look).into_iter().map(|path| warning(path, RefusalCode::SectionEmpty, ""));
    blocking.chain(worth).collect()
}

/// Roles that act and are not among the roles.
fn unlisted(scene: Scene<'_>) -> Vec<Refusal> {
    let version = scene.version;
    let listed = |role: &str| version.roles.iter().any(|one| one.role == role);
    let of_statements = version.statements.iter().enumerate().map(|(at, one)| ("statements", at, &one.role));
    let of_times = version.timeframes.iter().enumerate().map(|(at, one)| ("timeframes", at, &one.role));
    of_statements
        .chain(of_times)
        .filter(|(.., role)| !blank(role) && !listed(role))
        .map(|(section, at, role)| refusal(format!("/{section}/{at}/role"), RefusalCode::RoleUnlisted, role))
        .collect()
}
