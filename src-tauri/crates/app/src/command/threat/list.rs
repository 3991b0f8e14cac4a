//! The list of threats with what was decided about each.

use super::{Empty, NamedId, ThreatList, ThreatRow, catalogue_of, condition, vulnerability};
use crate::error::CommandResult;
use crate::state::State;
use crate::words;
use riskwright_domain::assessment::{Assessment, OwnThreat, ThreatDisposition};
use riskwright_domain::catalogue::Threat;
use riskwright_domain::number::ThreatId;
use riskwright_store::Kind;
use std::collections::BTreeMap;

/// Every threat with its decision: those of the catalogue in its order, then the organization's own.
///
/// # Errors
/// `not_found` without an assessment.
pub fn list(state: &mut State, _: Empty) -> CommandResult<ThreatList> {
    let session = state.session()?;
    let content = session.content()?;
    let open = words::changeable(content).is_ok();
    let mut list = listed(words::at_hand(content)?, open);
    session.store.read(|reader| {
        for row in list.threats.iter_mut().filter(|row| row.answer.is_some()) {
            let id = format!("{}/{}", list.assessment, row.id);
            row.revision = reader.revision_number(Kind::ThreatDisposition, &id)?;
        }
        Ok::<_, crate::error::CommandError>(())
    })?;
    Ok(list)
}

fn listed(assessment: &Assessment, open: bool) -> ThreatList {
    let catalogue = catalogue_of(assessment);
    let known = Known::of(assessment);
    let listed = catalogue.into_iter().flat_map(|catalogue| catalogue.threats.iter());
    let listed = listed.map(|threat| known.decided(of_catalogue(threat)));
    let own = assessment.own_threats.iter().map(|threat| known.decided(of_organization(threat)));
    ThreatList {
        assessment: assessment.number.clone(),
        open,
        catalogue: catalogue.map_or_else(String::new, |catalogue| catalogue.edition.id.clone()),
        threats: listed.chain(own).collect(),
    }
}

/// What the assessment knows of threats, by id.
struct Known<'a> {
    decisions: BTreeMap<&'a ThreatId, &'a ThreatDisposition>,
    risks: BTreeMap<&'a ThreatId, Vec<String>>,
}

impl<'a> Known<'a> {
    fn of(assessment: &'a Assessment) -> Self {
        let decisions = assessment.threats.iter().map(|one| (&one.threat, one)).collect();
        let mut risks: BTreeMap<&ThreatId, Vec<String>> = BTreeMap::new();
        for risk in &assessment.risks {
            risks.entry(&risk.threat).or_default().push(risk.number.to_string());
        }
        Self { decisions, risks }
    }

    fn decided(&self, row: ThreatRow) -> ThreatRow {
        let decision = self.decisions.get(&row.id);
        ThreatRow {
            answer: decision.map(|one| one.answer),
            reason: decision.and_then(|one| one.reason.clone()),
            carried: row.carried || decision.is_some_and(|one| one.carried),
            risks: self.risks.get(&row.id).cloned().unwrap_or_default(),
            ..row
        }
    }
}

fn of_catalogue(threat: &Threat) -> ThreatRow {
    ThreatRow {
        id: threat.id.clone(),
        name: threat.name.clone(),
        description: threat.description.clone(),
        source_class: Some(threat.source_class),
        source: threat.source.clone(),
        hicp_threat: threat.hicp_threat.clone(),
        cia: threat.cia.clone(),
        impermissible_use: threat.impermissible_use,
        own: false,
        answer: None,
        reason: None,
        carried: false,
        vulnerabilities: threat.vulnerabilities.iter().map(vulnerability).collect(),
        conditions: threat.predisposing_conditions.iter().map(condition).collect(),
        safeguards: threat.safeguards.iter().map(ToString::to_string).collect(),
        risks: Vec::new(),
        revision: 0,
    }
}

fn of_organization(threat: &OwnThreat) -> ThreatRow {
    let none: Vec<NamedId> = Vec::new();
    ThreatRow {
        id: threat.id.clone(),
        name: threat.name.clone(),
        description: threat.description.clone(),
        source_class: threat.source_class,
        source: String::new(),
        hicp_threat: None,
        cia: threat.cia.clone(),
        impermissible_use: threat.impermissible_use,
        own: true,
        answer: None,
        reason: None,
        carried: threat.carried,
        vulnerabilities: none.clone(),
        conditions: none,
        safeguards: Vec::new(),
        risks: Vec::new(),
        revision: 0,
    }
}
