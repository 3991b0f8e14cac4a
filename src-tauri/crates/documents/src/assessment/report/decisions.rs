//! The decisions on addressable specifications, each on one of its three branches: 45 CFR 164.306(d)(3).

use crate::assessment::risk_card::closed;
use crate::assessment::sheet::Sheet;
use crate::assessment::words;
use crate::block::{Block, Run};
use riskwright_domain::assessment::AddressableDecision;

pub fn blocks(sheet: &Sheet<'_>) -> Vec<Block> {
    let decisions = &sheet.assessment.decisions;
    let mut blocks = vec![
        Block::heading(1, "decisions", "Decisions on addressable specifications"),
        Block::paragraph(
            "An addressable specification is assessed by the four factors. It is implemented where it is reasonable and appropriate; where it is not, the reason is recorded and an equivalent alternative is implemented if that is reasonable and appropriate. Addressable does not mean optional.",
        ),
    ];
    if decisions.is_empty() {
        blocks.push(Block::paragraph("No decision is recorded yet."));
    }
    for decision in decisions {
        let citation = decision.specification.as_str();
        let title = format!("{} – {}", words::short(citation), sheet.safeguard(&decision.specification));
        blocks.push(Block::heading(2, format!("decision-{citation}"), title));
        blocks.push(Block::key_values(rows(sheet, decision)));
    }
    blocks
}

fn rows(sheet: &Sheet<'_>, decision: &AddressableDecision) -> Vec<(&'static str, Vec<Run>)> {
    let plain = |text: &str| vec![Run::plain(words::filled(text))];
    let mut rows = vec![
        ("Decision", branch(decision)),
        ("Contribution here", plain(&decision.contribution)),
        ("Size, complexity, capabilities", plain(&decision.size)),
        ("Infrastructure", plain(&decision.infrastructure)),
        ("Costs", plain(&decision.cost)),
        ("Probability, criticality", plain(&decision.probability)),
        ("Why", plain(&decision.rationale)),
    ];
    if decision.cost_is_main_reason {
        rows.push(("Cost", plain("Cost is the main reason against it, not the only one.")));
    }
    if !decision.risks.is_empty() {
        rows.push(("Risks it lowers", sheet.risk_links(&decision.risks)));
    }
    rows.push(("Approval, policy, next look", approval(sheet, decision)));
    rows
}

/// Which of the three ways the decision went.
fn branch(decision: &AddressableDecision) -> Vec<Run> {
    if decision.reasonable {
        let by = decision.implemented_by.map_or_else(String::new, |day| format!(" Implemented by {day}."));
        return vec![Run::bold("Reasonable and appropriate here: implemented."), Run::plain(by)];
    }
    match (&decision.alternative, &decision.no_alternative_reason) {
        (Some(alternative), _) => vec![
            Run::bold("Not reasonable and appropriate here: an equivalent alternative. "),
            Run::plain(closed(alternative)),
        ],
        (None, Some(reason)) => vec![
            Run::bold(
                "Neither it nor an alternative is reasonable and appropriate; the standard is met otherwise. ",
            ),
            Run::plain(closed(reason)),
        ],
        (None, None) => {
            vec![Run::bold("Not reasonable and appropriate here; what takes its place is not recorded yet.")]
        }
    }
}

fn approval(sheet: &Sheet<'_>, decision: &AddressableDecision) -> Vec<Run> {
    let mut parts = vec![decision.approval.as_ref().map_or_else(
        || "not approved yet".to_owned(),
        |one| format!("{}, {}, {}", sheet.person(&one.by), one.capacity.label().to_lowercase(), one.on),
    )];
    parts.extend(decision.policy.as_ref().map(ToString::to_string));
    parts.extend(decision.review_on.map(|day| format!("again {day}")));
    if decision.carried {
        parts.push("carried forward, not confirmed yet".to_owned());
    }
    vec![Run::plain(parts.join("; "))]
}
