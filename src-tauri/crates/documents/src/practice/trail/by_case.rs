//! What answers a risk on path (e): the facts of the case, the risk recorded in it, and why it was necessary.

use super::level;
use crate::assessment::risk_card::{closed, scope};
use crate::assessment::words::filled;
use crate::block::{Block, Run};
use crate::practice::sheet::PracticeSheet;
use riskwright_domain::practice::RecordedRisk;
use riskwright_domain::practice::check::subject::Subject;

pub fn blocks(sheet: &PracticeSheet<'_>, subject: &Subject<'_>) -> Vec<Block> {
    let Some(case) = subject.determination() else { return Vec::new() };
    let mut blocks = Vec::new();
    if let Some(recorded) = &case.recorded_risk {
        blocks.push(Block::heading(2, "trail-recorded", "The risk recorded in the determination"));
        blocks.push(Block::key_values(recorded_rows(recorded)));
    }
    let by = case.approver.as_ref().map(|by| sheet.person_with_title(by));
    blocks.push(Block::heading(2, "trail-case", "The determination"));
    blocks.push(Block::key_values([
        ("Who asked", text(&case.requestor)),
        ("What was asked for", text(&case.request)),
        ("Facts and circumstances", text(&case.facts)),
        ("Why the practice is necessary", text(&case.necessity)),
        ("Why no policy covers it", text(&case.no_policy_reason)),
        ("Why it implements no listed policy", optional(&case.not_this_policy_reason)),
        ("Decided by", by.map_or_else(|| text(""), |by| vec![Run::plain(by)])),
        ("For this case only", vec![Run::plain(if case.single_case { "Yes" } else { "Not recorded" })]),
        ("Same reasoning in the 90 days before", vec![Run::plain(case.reuses_in_90_days.to_string())]),
        ("What ends it", text(&case.end_condition)),
    ]));
    blocks
}

fn recorded_rows(recorded: &RecordedRisk) -> Vec<(&'static str, Vec<Run>)> {
    let reach = scope(&recorded.scope).unwrap_or_else(|| "no limit recorded".to_owned());
    vec![
        ("Threat", text(&recorded.threat)),
        ("Vulnerability", text(&recorded.vulnerability)),
        ("Asset", text(&recorded.asset)),
        ("What could happen", vec![Run::plain(closed(&recorded.effect))]),
        ("Assessed", level(recorded.rating.rating())),
        ("Reach", vec![Run::plain(filled(&reach))]),
    ]
}

/// The text, or plainly that there is none.
fn text(text: &str) -> Vec<Run> {
    match text.trim() {
        "" => vec![Run::bold("Not recorded")],
        text => vec![Run::plain(text)],
    }
}

fn optional(text: &str) -> Vec<Run> {
    vec![Run::plain(filled(text))]
}
