//! The words that evidence sheets print for values.

use riskwright_domain::catalogue::{CriterionBasis, CriterionResult, ResultState};
use riskwright_domain::organization::{ActorType, EvidenceKind};
use riskwright_domain::practice::application::DifferentiatorKind;
use riskwright_domain::practice::{PracticeState, ProtectionEffect, Reach, Restrictiveness, Scope};

/// Digits of a hash that are printed beside a record.
const PREFIX: usize = 12;

/// The conclusion in a few words, for the head and foot of a page.
pub fn conclusion(conclusion: ResultState) -> &'static str {
    match conclusion {
        ResultState::ExceptionNotNeeded => "No exception needed",
        ResultState::OutsideDefinition => "Outside the definition",
        ResultState::NotAssessed => "Not assessed yet",
        ResultState::NotSupported => "Not supported yet",
        ResultState::Expired => "Expired",
        ResultState::InReview => "In review",
        ResultState::Supported => "Documentation supports the conditions",
    }
}

pub fn result(result: CriterionResult) -> &'static str {
    match result {
        CriterionResult::Met => "Met",
        CriterionResult::NotMet => "Not met",
        CriterionResult::NeedsJudgement => "Waits for a judgement",
        CriterionResult::NotApplicable => "Not asked",
    }
}

/// Who asks for a criterion.
pub fn basis(basis: CriterionBasis) -> &'static str {
    match basis {
        CriterionBasis::Law => "Law",
        CriterionBasis::Reading => "Reading",
        CriterionBasis::LawWithProductThreshold => "Law, own threshold",
        CriterionBasis::ProductRule => "Own rule",
    }
}

pub fn actor(actor: ActorType) -> &'static str {
    match actor {
        ActorType::HealthCareProvider => "health care provider",
        ActorType::CertifiedHealthItDeveloper => "developer of certified health IT",
        ActorType::HealthInformationNetwork => "health information network or exchange",
    }
}

pub fn state(state: PracticeState) -> &'static str {
    match state {
        PracticeState::Proposed => "Proposed",
        PracticeState::Active => "In use",
        PracticeState::Ended => "Ended",
    }
}

pub fn restrictiveness(restrictiveness: Restrictiveness) -> &'static str {
    match restrictiveness {
        Restrictiveness::Delay => "Access comes later",
        Restrictiveness::Condition => "Access needs something first",
        Restrictiveness::Limit => "Less at a time",
        Restrictiveness::PartialBlock => "Some of it is stopped",
        Restrictiveness::FullBlock => "All of it is stopped",
    }
}

pub fn effect(effect: ProtectionEffect) -> &'static str {
    match effect {
        ProtectionEffect::Protects => "protects",
        ProtectionEffect::Unaffected => "leaves as it is",
        ProtectionEffect::Harms => "harms",
    }
}

pub fn difference(kind: DifferentiatorKind) -> &'static str {
    match kind {
        DifferentiatorKind::Competitor => "Competitor",
        DifferentiatorKind::Affiliation => "Affiliation",
        DifferentiatorKind::Revenue => "Payment",
        DifferentiatorKind::RequestorIdentity => "Identity or class",
        DifferentiatorKind::Behaviour => "Measured behaviour",
    }
}

pub fn evidence_kind(kind: EvidenceKind) -> &'static str {
    match kind {
        EvidenceKind::Alert => "alert",
        EvidenceKind::Log => "log",
        EvidenceKind::Advisory => "advisory",
        EvidenceKind::TestResult => "test result",
        EvidenceKind::Record => "record",
        EvidenceKind::Picture => "picture",
    }
}

/// Every dimension of a scope, also those without a limit.
pub fn reach(scope: &Scope) -> String {
    let parts = [
        ("who", &scope.requestors),
        ("data", &scope.data),
        ("systems", &scope.systems),
        ("when", &scope.time),
    ];
    let parts = parts.map(|(name, reach)| match reach {
        Reach::All => format!("{name}: no limit recorded"),
        Reach::Only(these) => format!("{name}: {}", these.iter().cloned().collect::<Vec<_>>().join(", ")),
    });
    parts.join("; ")
}

/// The first digits of a SHA-256 hash, fit to be compared by eye.
pub fn short_hash(hash: &str) -> String {
    format!("{}…", hash.trim().chars().take(PREFIX).collect::<String>())
}

/// Minutes as a person says them: `85 minutes`, `26 hours`, `3 days`.
pub fn lapse_of_time(minutes: i64) -> String {
    match minutes {
        1 => "1 minute".to_owned(),
        ..=119 => format!("{minutes} minutes"),
        120..=2879 => format!("{} hours", minutes / 60),
        _ => format!("{} days", minutes / 1440),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_said_in_the_unit_that_fits_it() {
        for (minutes, words) in [
            (0, "0 minutes"),
            (1, "1 minute"),
            (85, "85 minutes"),
            (119, "119 minutes"),
            (120, "2 hours"),
            (2879, "47 hours"),
            (2880, "2 days"),
        ] {
            assert_eq!(lapse_of_time(minutes), words);
        }
    }
}
