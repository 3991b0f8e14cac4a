//! `riskwright as-of`.

use super::opened;
use crate::Done;
use crate::arguments::{Secret, Then};
use crate::failure::Failure;
use crate::output::Output;
use riskwright_app::command::history::{
    ApprovalThen, AsOf, AsOfView, AssessmentThen, PolicyThen, as_of as run_as_of,
};
use riskwright_app::{Effect, Needs};
use std::path::Path;

/// Shows what was in force on a day, as recorded by an instant.
pub fn as_of(workspace: &Path, then: Then, secret: &Secret, output: &Output) -> Result<Done, Failure> {
    let app = opened(workspace, secret)?;
    let request = AsOf { on: then.on, known_at: then.known_at };
    let view = app.run("history::as_of", Effect::Read, Needs::Account, |state| run_as_of(state, request))?;
    output.answer(&view, || words(&view));
    Ok(Done::Yes)
}

fn words(view: &AsOfView) -> String {
    let mut lines =
        vec![format!("{} on {}, as recorded by {:.0}", view.organization, view.on, view.known_at)];
    match &view.assessment {
        Some(one) => lines.extend(assessment(one)),
        None => lines.push("No assessment was approved by then.".to_owned()),
    }
    lines.push(format!("Policies in force: {}", view.policies.len()));
    lines.extend(view.policies.iter().flat_map(policy));
    lines.push(format!("Practices that ran: {}", view.practices.len()));
    lines.extend(
        view.practices
            .iter()
            .map(|one| format!("  {} {} ({})\n    {}", one.number, one.title, one.basis, one.conclusion)),
    );
    lines.extend(view.notes.iter().map(|note| format!("Note: {note}")));
    lines.join("\n")
}

fn assessment(one: &AssessmentThen) -> Vec<String> {
    let [very_low, low, moderate, high, very_high] = one.levels;
    let mut lines = vec![
        format!("{}: {} ({}), recorded {:.0}", one.number, one.title, one.status, one.recorded_at),
        format!(
            "  risks: {very_high} very high, {high} high, {moderate} moderate, {low} low, {very_low} very low"
        ),
    ];
    lines.extend(one.approvals.iter().map(approval));
    lines
}

fn policy(one: &PolicyThen) -> Vec<String> {
    let mut line =
        format!("  {} {}, version {} from {}", one.policy, one.title, one.version, one.effective_from);
    if let Some(to) = one.effective_to {
        line += &format!(" to {to}");
    }
    let mut lines = vec![line];
    lines.extend(one.approvals.iter().map(approval));
    lines
}

fn approval(one: &ApprovalThen) -> String {
    let imported = if one.imported_from.is_some() { ", imported" } else { "" };
    format!(
        "    approved by {} ({}) on {}; recorded {:.0}{imported}",
        one.name, one.capacity, one.on, one.recorded_at
    )
}
