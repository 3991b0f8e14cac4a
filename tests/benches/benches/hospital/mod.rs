//! A content as large as a hospital's: the sample clinic's texts, spread over many assets and risks.
//!
//! Pure and deterministic: the same numbers always give the same content.

use riskwright_app::sample;
use riskwright_domain::assessment::{Asset, ThreatAnswer, ThreatDisposition};
use riskwright_domain::number::ThreatId;
use riskwright_domain::risk::rate::CiaImpact;
use riskwright_domain::risk::{Level, Likelihoods, Risk};
use riskwright_domain::workspace::Content;
use uuid::Uuid;

/// The sample with so many assets and risks in its newest assessment.
pub fn content(assets: usize, risks: usize) -> Content {
    let mut content = sample::content().expect("the sample is read");
    let assessment = content.assessments.last_mut().expect("the sample has an assessment");
    let (known, templates) = (assessment.assets.clone(), assessment.risks.clone());
    assessment.assets = (0..assets).map(|at| asset(&known[at % known.len()], at)).collect();
    assessment.risks = (0..risks).map(|at| risk(&templates[at % templates.len()], at, assets)).collect();
    for flow in &mut assessment.flows {
        flow.from = number(0).into();
        flow.to = flow.to.is_some().then(|| number(1).into());
    }
    let applicable = |threat: &ThreatId| templates.iter().any(|risk| risk.threat == *threat);
    for ThreatDisposition { threat, answer, reason, .. } in &mut assessment.threats {
        if applicable(threat) {
            (*answer, *reason) = (ThreatAnswer::Applicable, None);
        }
    }
    content
}

fn asset(template: &Asset, at: usize) -> Asset {
    let name = format!("{}, unit {}", template.name, at + 1);
    let records = template.records + u32::try_from(at * 37 % 9_000).expect("a small number");
    Asset { id: Uuid::nil(), number: number(at).into(), name, records, ..template.clone() }
}

fn risk(template: &Risk, at: usize, assets: usize) -> Risk {
    let residual = values(at);
    Risk {
        id: Uuid::nil(),
        number: format!("R-{:04}", at + 1).into(),
        asset: number(at * 7 % assets).into(),
        residual: Some(residual),
        inherent: Some(Likelihoods { initiation: Level::VeryHigh, adverse: Level::VeryHigh, ..residual }),
        target: Some(Likelihoods { adverse: Level::VeryLow, ..residual }),
        ..template.clone()
    }
}

fn number(at: usize) -> String {
    format!("A-{:03}", at + 1)
}

/// Five levels out of the digits of a mixed number (the finalizer of SplitMix64).
fn values(at: usize) -> Likelihoods {
    let mut mixed = (at as u64).wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed ^= mixed >> 27;
    let level = |place: u32| Level::ALL[(mixed >> (8 * place)) as usize % 5];
    Likelihoods {
        initiation: level(0),
        adverse: level(1),
        impact: CiaImpact { c: level(2), i: level(3), a: level(4) },
    }
}
