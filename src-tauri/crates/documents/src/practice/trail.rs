//! From threat to what was done about it, risk by risk: what a reader can follow without knowing the program.

mod by_case;
mod by_policy;

use super::sheet::PracticeSheet;
use crate::assessment::risk_card::{closed, scope};
use crate::assessment::words::filled;
use crate::block::{Block, Run};
use riskwright_domain::assessment::register::Registered;
use riskwright_domain::practice::check::Path;
use riskwright_domain::practice::check::subject::{Linked, Subject};
use riskwright_domain::risk::rate::Rating;

pub fn blocks(sheet: &PracticeSheet<'_>, subject: &Subject<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::heading(1, "trail", "From threat to safeguard")];
    let nothing = subject.linked.is_empty() && subject.recorded_risk().is_none();
    if nothing {
        blocks
            .push(Block::warning("No risk is linked: the practice is not shown to act on an assessed risk."));
    }
    for link in &subject.linked {
        blocks.extend(risk(sheet, link));
        if subject.path() == Some(Path::D) {
            blocks.push(by_policy::answers(sheet, subject, link.number));
        }
    }
    match subject.path() {
        Some(Path::D) => blocks.extend(by_policy::others(subject)),
        Some(Path::E) => blocks.extend(by_case::blocks(sheet, subject)),
        None => {}
    }
    blocks
}

/// The card of one linked risk.
fn risk(sheet: &PracticeSheet<'_>, link: &Linked<'_>) -> Vec<Block> {
    let Some(found) = link.registered else {
        return vec![
            Block::heading(2, format!("trail-{}", link.number), link.number.as_str()),
            Block::warning(format!("{} is in no register that counts on {}.", link.number, sheet.on)),
        ];
    };
    let mut rows = vec![
        ("What could happen", effect(found)),
        ("Assessed", assessed(sheet, found)),
        ("Register", register(found)),
    ];
    rows.extend(link.level.map(|level| ("When it was linked", vec![Run::plain(format!("rated {level}"))])));
    rows.extend(
        link.explanation.map(|text| ("What the practice does to it", vec![Run::plain(filled(text))])),
    );
    let title = format!("{} · {}", link.number, threat(sheet, found));
    vec![Block::heading(2, format!("trail-{}", link.number), title), Block::key_values(rows)]
}

/// The threat's name: the organization's own, the catalogue's, or the id.
fn threat(sheet: &PracticeSheet<'_>, found: Registered<'_>) -> String {
    let id = &found.risk.threat;
    let own = found.assessment.own_threats.iter().find(|own| own.id == *id).map(|own| own.name.clone());
    let known = || sheet.catalogue.threat(id.as_str()).map(|known| known.name.clone());
    own.or_else(known).unwrap_or_else(|| id.to_string())
}

fn effect(found: Registered<'_>) -> Vec<Run> {
    let number = &found.risk.asset;
    let asset = found.assessment.assets.iter().find(|one| one.number == *number);
    let asset = asset.map_or_else(|| number.to_string(), |one| format!("{} ({number})", one.name));
    let reach = scope(&found.risk.scope).map(|reach| format!(" Reach: {reach}.")).unwrap_or_default();
    vec![Run::bold(asset), Run::plain(format!(": {}{reach}", closed(&found.risk.effect)))]
}

fn assessed(sheet: &PracticeSheet<'_>, found: Registered<'_>) -> Vec<Run> {
    let Some(rating) = found.risk.rating() else { return vec![Run::bold("Not rated")] };
    let on = found.risk.rated_on.map_or_else(|| "on a day not recorded".to_owned(), |on| format!("on {on}"));
    let by = found.risk.rated_by.as_ref().map(|by| format!(" by {}", sheet.person(by))).unwrap_or_default();
    let mut runs = level(rating);
    runs.push(Run::plain(format!(" Rated {on}{by}: {}", closed(&found.risk.rationale))));
    runs
}

fn register(found: Registered<'_>) -> Vec<Run> {
    let approved = found.assessment.approved_on();
    let approved = approved.map_or_else(|| "not approved".to_owned(), |on| format!("approved on {on}"));
    vec![Run::plain(format!("{}, {approved}", found.assessment.number))]
}

/// The level in bold, and what it was looked up from.
fn level(rating: Rating) -> Vec<Run> {
    vec![
        Run::bold(format!("{} risk", rating.level)),
        Run::plain(format!(" (likelihood {}, impact {}).", rating.likelihood, rating.impact)),
    ]
}
