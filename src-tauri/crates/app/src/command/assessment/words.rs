//! What an assessment lacks, in words for whoever hands it in.

use crate::error::FieldError;
use crate::words::code;
use riskwright_domain::assessment::gaps::{Gap, GapCode};

/// A gap as a wrong field: its place, its code and what to do.
pub fn field(gap: &Gap) -> FieldError {
    let message = format!("{}: {}", gap.subject, sentence(gap.code));
    FieldError::new(gap.path.clone(), code(&gap.code), message)
}

fn sentence(code: GapCode) -> &'static str {
    match code {
        GapCode::ProfileIncomplete => "fill in this field of the profile.",
        GapCode::NoSecurityOfficial => "name a security official.",
        GapCode::QuestionUnanswered => "answer the question.",
        GapCode::AnswerFaulty => "complete the answer.",
        GapCode::NotConfirmed => "confirm or change what came forward from the assessment before.",
        GapCode::NoAsset => "list at least one place where ePHI is.",
        GapCode::OwnerMissing => "name its owner.",
        GapCode::CriticalityMissing => "rate its confidentiality, integrity and availability.",
        GapCode::AssetWithoutRisk => "add a risk, or say why none applies.",
        GapCode::ThreatUndecided => "decide whether the threat applies.",
        GapCode::ThreatUnsure => "settle whether the threat applies.",
        GapCode::ReasonMissing => "say why it does not apply.",
        GapCode::ThreatWithoutRisk => "add a risk for this threat.",
        GapCode::RiskNotRated => "rate the risk.",
        GapCode::WeaknessMissing => "name a vulnerability or a predisposing condition.",
        GapCode::EffectMissing => "say what would happen.",
        GapCode::RationaleMissing => "say why it is rated so.",
        GapCode::TargetAboveResidual => "set a target that is not above the level today.",
        GapCode::PlanMissing => "set a plan with a day, or have the risk accepted for a time.",
        GapCode::AcceptanceNotAllowed => {
            "have it accepted by the right person for a time that the method allows."
        }
        GapCode::PlanOverdue => "finish the plan, or set a new day.",
        GapCode::StatusMissing => "state what is in place.",
        GapCode::StatusNotAllowed => "choose a status that this item allows.",
        GapCode::ClosureMissing => "name who closes the gap, and by when.",
        GapCode::DecisionMissing => "decide on this specification.",
        GapCode::DecisionIncomplete => "complete the arguments, or name the alternative.",
        GapCode::DecisionNotApproved => "have the decision approved.",
        GapCode::OpenItemWithoutOwner => "name who follows it up, and by when.",
        GapCode::ScopeMissing => "describe the scope.",
        GapCode::SourcesMissing => "name the sources of threat information.",
        GapCode::NoApprover => {
            "nobody may approve it: name an official or executive who did not make it alone."
        }
    }
}
