//! Deciding about threats, and the organization's own.

use super::{DecideThreat, Empty, SaveOwnThreat, Saved, ThreatName, catalogue_of};
use crate::error::{CommandError, CommandResult, ErrorCode};
use crate::faults::{Faults, LONGEST, REASON};
use crate::history::{Based, begun_or_carried};
use crate::state::State;
use crate::words;
use riskwright_domain::assessment::{Assessment, OwnThreat, ThreatAnswer, ThreatDisposition};
use riskwright_domain::number::{AssessmentNumber, ThreatId};
use riskwright_store::{Kind, Series, Writer};

/// Saves the decision about a threat.
///
/// # Errors
/// `invalid` without a reason where it does not apply, `frozen`, `conflict`.
pub fn decide(state: &mut State, request: DecideThreat) -> CommandResult<Saved> {
    let session = state.session()?;
    let assessment = words::changeable(session.content()?)?;
    if !is_known(assessment, &request.threat) {
        return Err(CommandError::not_found("threat", &request.threat));
    }
    let number = assessment.number.clone();
    let reason = request.reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty());
    refuse_reason(request.answer, reason)?;
    let key = format!("{number}/{}", request.threat);
    let based = Based { kind: Kind::ThreatDisposition, id: &key, revision: request.based_on_revision };
    let wanted = ThreatDisposition {
        threat: request.threat.clone(),
        answer: request.answer,
        reason: reason.map(str::to_owned),
        carried: false,
    };
    let revision = session.write("threat::decide", |writer| {
        let decided = begun_or_carried(writer, &based, |_| Ok(wanted))?;
        writer.put_threat_disposition(&number, &decided)?;
        Ok::<_, CommandError>(writer.revision_number(Kind::ThreatDisposition, &key)?)
    })?;
    Ok(Saved { number: request.threat.to_string(), revision })
}

/// Saves a threat of the organization's own.
///
/// # Errors
/// `invalid` with every wrong field, `not_found`, `frozen`.
pub fn save_own(state: &mut State, request: SaveOwnThreat) -> CommandResult<Saved> {
    let session = state.session()?;
    let assessment = words::changeable(session.content()?)?;
    let number = assessment.number.clone();
    refuse_own(assessment, &request)?;
    session.write("threat::save_own", |writer| {
        let mut assessment = own_row(writer, &number)?;
        let id = match &request.id {
            Some(id) => id.clone(),
            None => writer.next_number(Series::OwnThreat)?.into(),
        };
        let threat = own(id.clone(), request);
        match assessment.own_threats.iter_mut().find(|own| own.id == id) {
            Some(there) => *there = threat,
            None => assessment.own_threats.push(threat),
        }
        writer.put_assessment_row(&assessment)?;
        let revision = writer.revision_number(Kind::Assessment, number.as_str())?;
        Ok::<_, CommandError>(Saved { number: id.to_string(), revision })
    })
}

/// Removes a threat of the organization's own that no risk names, with the decision about it.
///
/// # Errors
/// `not_found`, `in_use`, `frozen`.
pub fn remove_own(state: &mut State, request: ThreatName) -> CommandResult<Empty> {
    let session = state.session()?;
    let assessment = words::changeable(session.content()?)?;
    let number = assessment.number.clone();
    if !assessment.own_threats.iter().any(|own| own.id == request.id) {
        return Err(CommandError::not_found("threat of its own", &request.id));
    }
    let risks = assessment.risks.iter().filter(|risk| risk.threat == request.id);
    let risks: Vec<&str> = risks.map(|risk| risk.number.as_str()).collect();
    if !risks.is_empty() {
        let message = format!("{} is named by {}.", request.id, risks.join(", "));
        return Err(CommandError::new(ErrorCode::InUse, message).hint(
            "Remove those risks first where they were never rated; else say that the threat does not apply.",
        ));
    }
    session.write("threat::remove_own", |writer| {
        let mut assessment = own_row(writer, &number)?;
        assessment.own_threats.retain(|own| own.id != request.id);
        writer.put_assessment_row(&assessment)?;
        writer.remove_threat_disposition(&number, &request.id)?;
        Ok::<_, CommandError>(Empty {})
    })
}

/// Whether a threat is of the catalogue of an assessment, or its own.
pub(super) fn is_known(assessment: &Assessment, id: &ThreatId) -> bool {
    let listed = catalogue_of(assessment).is_some_and(|catalogue| catalogue.threats.contains(id.as_str()));
    listed || assessment.own_threats.iter().any(|own| own.id == *id)
}

fn refuse_reason(answer: ThreatAnswer, reason: Option<&str>) -> CommandResult<()> {
    let mut faults = Faults::new();
    let least = if answer == ThreatAnswer::NotApplicable { REASON } else { 0 };
    faults.length("reason", reason.unwrap_or_default(), least, LONGEST);
    faults.refuse("A threat that does not apply needs its reason.")
}

fn refuse_own(assessment: &Assessment, request: &SaveOwnThreat) -> CommandResult<()> {
    let unknown = request.id.as_ref().filter(|id| !assessment.own_threats.iter().any(|own| own.id == **id));
    if let Some(id) = unknown {
        return Err(CommandError::not_found("threat of its own", id));
    }
    let mut faults = Faults::new();
    faults.length("name", &request.name, 3, 200);
    faults.length("description", &request.description, 10, LONGEST);
    faults.unless(!request.cia.is_empty(), "cia", "required", "Say which of the three it harms.");
    let name = request.name.trim().to_lowercase();
    let others = assessment.own_threats.iter().filter(|own| request.id.as_ref() != Some(&own.id));
    let twice = others.into_iter().any(|own| own.name.to_lowercase() == name);
    faults.unless(!twice, "name", "duplicate", "Another threat of the organization's own has this name.");
    faults.refuse("The threat cannot be saved like this.")
}

fn own(id: ThreatId, request: SaveOwnThreat) -> OwnThreat {
    let mut cia = request.cia;
    cia.sort_unstable();
    cia.dedup();
    OwnThreat {
        id,
        name: request.name.trim().to_owned(),
        description: request.description.trim().to_owned(),
        source_class: Some(request.source_class),
        cia,
        impermissible_use: request.impermissible_use,
        carried: false,
    }
}

fn own_row(writer: &Writer<'_>, number: &AssessmentNumber) -> CommandResult<Assessment> {
    writer.assessment(number)?.ok_or_else(|| CommandError::not_found("assessment", number))
}
