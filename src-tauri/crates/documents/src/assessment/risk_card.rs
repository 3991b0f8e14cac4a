//! One risk in full, as the report's register prints it.

use super::heat_map::Stage;
use super::sheet::Sheet;
use super::words;
use crate::block::{Block, Run};
use riskwright_domain::number::RiskNumber;
use riskwright_domain::practice::{Reach, Scope};
use riskwright_domain::risk::{Control, FourFactors, MeasureOption, Risk, Treatment};

/// Id of the card's heading.
pub fn id(number: &RiskNumber) -> String {
    format!("risk-{number}")
}

/// Heading and rows; what a risk does not have takes no row, but rating, rationale and treatment always do.
pub fn blocks(sheet: &Sheet<'_>, risk: &Risk) -> [Block; 2] {
    let title = format!("{} · {}", risk.number, sheet.threat(&risk.threat));
    let mut rows: Vec<(&str, Vec<Run>)> = vec![
        ("What could happen", what(sheet, risk)),
        ("Weakness", vec![Run::plain(words::filled(&sheet.weaknesses(risk).join("; ")))]),
        ("Rating", rating(risk)),
        ("Why", why(sheet, risk)),
        ("Controls in place", controls(&risk.controls)),
        ("Treatment", treatment(sheet, risk)),
    ];
    let plan = risk.treatment.as_ref();
    rows.extend(plan.and_then(|plan| plan.four_factors.as_ref()).map(|card| ("Four factors", factors(card))));
    rows.extend(
        plan.filter(|plan| !plan.options.is_empty()).map(|plan| ("Also weighed", options(&plan.options))),
    );
    rows.extend(risk.acceptance.as_ref().map(|_| ("Acceptance", acceptance(sheet, risk))));
    rows.push(("Owner, policy, evidence", trace(sheet, risk)));
    [Block::unnumbered_heading(3, id(&risk.number), title), Block::key_values(rows)]
}

fn what(sheet: &Sheet<'_>, risk: &Risk) -> Vec<Run> {
    let mut runs = vec![
        Run::bold(sheet.asset(&risk.asset)),
        Run::plain(format!(" ({}): {}", risk.asset, words::filled(&risk.effect))),
    ];
    runs.extend(scope(&risk.scope).map(|scope| Run::plain(format!(" Reach: {scope}."))));
    runs
}

/// The dimensions with a limit, in words.
pub fn scope(scope: &Scope) -> Option<String> {
    let parts = [
        ("who", &scope.requestors),
        ("data", &scope.data),
        ("systems", &scope.systems),
        ("when", &scope.time),
    ];
    let limited = parts.into_iter().filter_map(|(name, reach)| match reach {
        Reach::All => None,
        Reach::Only(these) => Some(format!("{name}: {}", words::listed(these))),
    });
    let limited = limited.collect::<Vec<_>>().join("; ");
    (!limited.is_empty()).then_some(limited)
}

fn rating(risk: &Risk) -> Vec<Run> {
    let Some((values, rating)) = risk.residual.zip(risk.rating()) else {
        return vec![Run::bold("Not rated yet")];
    };
    let impact = values.impact;
    let mut runs = vec![
        Run::bold(format!("{} risk", rating.level)),
        Run::plain(format!(
            ": likelihood {} (initiation {}, adverse effect {}), impact {} (confidentiality {}, integrity {}, availability {}).",
            rating.likelihood, values.initiation, values.adverse, rating.impact, impact.c, impact.i, impact.a
        )),
    ];
    let level = |stage: Stage| stage.rating(risk).map(|rating| rating.level);
    if let Some(inherent) = level(Stage::Inherent) {
        runs.push(Run::plain(format!(" Without own safeguards: {inherent}.")));
    }
    if let Some(target) = level(Stage::Target) {
        runs.push(Run::plain(format!(" When the plan is done: {target}.")));
    }
    runs
}

fn why(sheet: &Sheet<'_>, risk: &Risk) -> Vec<Run> {
    let mut runs = vec![Run::plain(words::filled(&risk.rationale))];
    let by = risk.rated_by.as_ref().map(|person| sheet.person(person));
    if let Some((by, on)) = by.zip(risk.rated_on) {
        runs.push(Run::italic(format!(" Rated by {by}, {on}.")));
    }
    runs
}

/// What is in place, with the day it was last shown to work.
pub fn controls(controls: &[Control]) -> Vec<Run> {
    let words = controls.iter().map(|control| match control.tested_on {
        Some(day) => format!("{} (tested {day})", control.description.trim_end_matches('.')),
        None => control.description.trim_end_matches('.').to_owned(),
    });
    vec![Run::plain(words::filled(&words.collect::<Vec<_>>().join("; ")))]
}

fn treatment(sheet: &Sheet<'_>, risk: &Risk) -> Vec<Run> {
    match &risk.treatment {
        Some(plan) => planned(sheet, plan),
        None if risk.acceptance.is_some() => vec![Run::plain("No plan; accepted, see below.")],
        None => vec![Run::plain(without_plan(sheet, risk))],
    }
}

fn without_plan(sheet: &Sheet<'_>, risk: &Risk) -> String {
    let tolerance = sheet.organization().risk_tolerance;
    match risk.level() {
        Some(level) if level <= tolerance => {
            format!("None; within the tolerance that the organization set ({tolerance}).")
        }
        Some(_) => format!("No plan and no acceptance, and above the tolerance ({tolerance})."),
        None => "None; the risk is not rated yet.".to_owned(),
    }
}

fn planned(sheet: &Sheet<'_>, plan: &Treatment) -> Vec<Run> {
    let mut text = format!(": {} ", closed(&plan.plan));
    text += &format!("{}, due {}", sheet.person(&plan.owner), plan.due);
    if let Some(costs) = words::costs(plan.cost_once, plan.cost_yearly) {
        text += &format!("; {costs}");
    }
    text += &plan.done_on.map_or_else(|| "; not done yet.".to_owned(), |day| format!("; done {day}."));
    vec![Run::bold(words::option(plan.option)), Run::plain(text)]
}

fn factors(card: &FourFactors) -> Vec<Run> {
    let parts = [
        ("Size, complexity, capabilities: ", &card.size),
        (" Infrastructure: ", &card.infrastructure),
        (" Cost: ", &card.cost),
        (" Probability and criticality: ", &card.probability),
    ];
    let filled = parts.into_iter().filter(|(_, text)| !text.trim().is_empty());
    filled.flat_map(|(name, text)| [Run::italic(name), Run::plain(closed(text))]).collect()
}

fn options(options: &[MeasureOption]) -> Vec<Run> {
    let all = options.iter().map(|one| {
        let costs = words::costs(one.cost_once, one.cost_yearly);
        let level = one.level.map(|level| format!("would leave {level}"));
        let aside: Vec<String> = costs.into_iter().chain(level).collect();
        let aside = if aside.is_empty() { String::new() } else { format!(" ({})", aside.join("; ")) };
        format!("{}{aside}: {}", one.measure.trim_end_matches('.'), closed(&one.reason))
    });
    vec![Run::plain(all.collect::<Vec<_>>().join(" "))]
}

fn acceptance(sheet: &Sheet<'_>, risk: &Risk) -> Vec<Run> {
    let Some(acceptance) = &risk.acceptance else { return Vec::new() };
    let lapsed = acceptance.expires < sheet.copy.made_on;
    let state = if lapsed { "Lapsed on" } else { "Until" };
    vec![
        Run::bold(format!("{state} {}", acceptance.expires)),
        Run::plain(format!(
            ", by {} on {}: {}",
            sheet.person_with_title(&acceptance.by),
            acceptance.on,
            closed(&acceptance.reason)
        )),
    ]
}

fn trace(sheet: &Sheet<'_>, risk: &Risk) -> Vec<Run> {
    let mut text = format!("Owner {}; {}", sheet.person(&risk.owner), words::risk_state(risk.status));
    let policies = sheet.policies_answering(&risk.number);
    if !policies.is_empty() {
        text += &format!("; policy {}", words::listed(policies));
    }
    if let Some(state) = sheet.coverage(&risk.number) {
        text += &format!(" ({})", words::coverage(Some(state)));
    }
    if !risk.evidence.is_empty() {
        text += &format!("; evidence {}", words::evidence(&risk.evidence));
    }
    if risk.carried {
        text += "; carried forward and not confirmed yet";
    }
    vec![Run::plain(text + ".")]
}

/// The sentence with a full stop.
pub fn closed(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() {
        words::NONE.to_owned()
    } else if text.ends_with(['.', '!', '?']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}
