//! One risk in full: its row, its past ratings, what may be chosen and what may be done.

use super::limit::limit;
use super::row::Names;
use super::{NamedId, RatingRecord, RiskDetail};
use crate::command::threat::{condition, vulnerability};
use crate::error::CommandResult;
use crate::state::Session;
use crate::words;
use riskwright_domain::audit::Revision;
use riskwright_domain::catalogue::{Catalogue, Item, Set};
use riskwright_domain::number::RiskNumber;
use riskwright_domain::risk::Risk;
use riskwright_store::{Kind, RevisionFilter};
use std::collections::BTreeSet;

/// The risk of the assessment at hand.
///
/// # Errors
/// `not_found`.
pub fn detail(session: &mut Session, number: &RiskNumber) -> CommandResult<RiskDetail> {
    let today = session.today()?;
    let person = session.person.clone();
    let content = session.content()?;
    let key = format!("{}/{number}", words::at_hand(content)?.number);
    let risk = words::risk(content, number)?.clone();
    let row = Names::of(content, today).row(&risk);
    let rated_by = risk.rated_by.as_ref().map(|person| words::person(content, person));
    let limit = limit(&content.organization, &person, &risk, today);
    let open = words::changeable(content).is_ok();
    let filter = RevisionFilter { kind: Some(Kind::Risk), id: Some(&key), ..RevisionFilter::default() };
    let lines = session.store.read(|reader| reader.revisions(&filter))?;
    let revision = lines.iter().map(|one| one.number).max().unwrap_or_default();
    let (vulnerabilities, conditions) = choices(&risk);
    let history = ratings(&lines);
    Ok(RiskDetail { row, risk, rated_by, open, limit, vulnerabilities, conditions, revision, history })
}

/// Each rating once, newest first; a change of anything else is none.
fn ratings(lines: &[Revision]) -> Vec<RatingRecord> {
    let mut found: Vec<RatingRecord> = Vec::new();
    let mut before = None;
    for line in lines {
        let Some(risk) = line.body.as_deref().and_then(|body| serde_json::from_str::<Risk>(body).ok()) else {
            continue;
        };
        let rating = (risk.residual, risk.rationale.clone(), risk.rated_by.clone(), risk.rated_on);
        if before.as_ref() != Some(&rating) {
            found.extend(record(line, &risk));
        }
        before = Some(rating);
    }
    found.reverse();
    found
}

fn record(line: &Revision, risk: &Risk) -> Option<RatingRecord> {
    Some(RatingRecord {
        revision: line.number,
        recorded_at: line.recorded_at,
        by: line.by.clone(),
        level: risk.level()?,
        rationale: risk.rationale.clone(),
    })
}

/// Vulnerabilities and conditions to choose from, those of the threat first.
fn choices(risk: &Risk) -> (Vec<NamedId>, Vec<NamedId>) {
    let Some(catalogue) = Catalogue::embedded().threat_catalogues.latest() else {
        return (Vec::new(), Vec::new());
    };
    let threat = catalogue.threats.get(risk.threat.as_str());
    let first = threat.map(|threat| threat.vulnerabilities.as_slice()).unwrap_or_default();
    let vulnerabilities =
        ordered(first.iter().map(vulnerability), &catalogue.vulnerabilities, |id| vulnerability(&id.into()));
    let first = threat.map(|threat| threat.predisposing_conditions.as_slice()).unwrap_or_default();
    let conditions =
        ordered(first.iter().map(condition), &catalogue.predisposing_conditions, |id| condition(&id.into()));
    (vulnerabilities, conditions)
}

fn ordered<T: Item>(
    first: impl Iterator<Item = NamedId>,
    all: &Set<T>,
    named: impl Fn(&str) -> NamedId,
) -> Vec<NamedId> {
    let mut found: Vec<NamedId> = first.collect();
    let there: BTreeSet<String> = found.iter().map(|one| one.id.clone()).collect();
    found.extend(all.iter().filter(|one| !there.contains(one.id())).map(|one| named(one.id())));
    found
}
