//! `riskwright retention`.

use super::opened;
use crate::Done;
use crate::arguments::{Hold, Retention, Secret};
use crate::failure::Failure;
use crate::output::Output;
use jiff::civil::Date;
use riskwright_app::command::OnDay;
use riskwright_app::command::retention::{
    self, Dispose, HoldRow, PlaceHold, RecordName, ReleaseHold, RetentionRow, RetentionState,
};
use riskwright_app::{Effect, Needs};
use std::path::Path;

/// Lists, disposes, holds or releases.
pub fn run(what: &Retention, secret: &Secret, output: &Output) -> Result<Done, Failure> {
    match what {
        Retention::List { workspace, on } => list(workspace, *on, secret, output),
        Retention::Dispose { workspace, kind, id, reason } => {
            let request = Dispose { record: RecordName::new(kind, id.as_str()), reason: reason.clone() };
            dispose(workspace, request, secret, output)
        }
        Retention::Hold(hold) => self::hold(hold, secret, output),
        Retention::Release { workspace, number, reason } => {
            let request = ReleaseHold { number: number.clone(), reason: reason.clone() };
            release(workspace, request, secret, output)
        }
    }
}

fn list(workspace: &Path, on: Option<Date>, secret: &Secret, output: &Output) -> Result<Done, Failure> {
    let app = opened(workspace, secret)?;
    let request = OnDay { on, ..OnDay::default() };
    let found =
        app.run("retention::list", Effect::Read, Needs::Account, |state| retention::list(state, request))?;
    output.answer(&found, || {
        let mut lines: Vec<String> = found.records.iter().map(row_words).collect();
        lines.extend(found.holds.iter().map(hold_words));
        lines.push(found.rule.clone());
        lines.join("\n")
    });
    Ok(Done::Yes)
}

fn dispose(workspace: &Path, request: Dispose, secret: &Secret, output: &Output) -> Result<Done, Failure> {
    let app = opened(workspace, secret)?;
    let disposed = app.run("retention::dispose", Effect::Write, Needs::Official, |state| {
        retention::dispose(state, request)
    })?;
    output.answer(&disposed, || {
        format!(
            "Disposed of {}: {} bodies emptied, {} files removed; the trail keeps that it was there.",
            disposed.record.id, disposed.emptied, disposed.files
        )
    });
    Ok(Done::Yes)
}

fn hold(hold: &Hold, secret: &Secret, output: &Output) -> Result<Done, Failure> {
    let app = opened(&hold.workspace, secret)?;
    let request =
        PlaceHold { title: hold.title.clone(), reason: hold.reason.clone(), records: hold.records.clone() };
    let row =
        app.run("retention::hold", Effect::Write, Needs::Official, |state| retention::hold(state, request))?;
    output.answer(&row, || hold_words(&row));
    Ok(Done::Yes)
}

fn release(
    workspace: &Path,
    request: ReleaseHold,
    secret: &Secret,
    output: &Output,
) -> Result<Done, Failure> {
    let app = opened(workspace, secret)?;
    let row = app.run("retention::release", Effect::Write, Needs::Official, |state| {
        retention::release(state, request)
    })?;
    output.answer(&row, || hold_words(&row));
    Ok(Done::Yes)
}

fn row_words(row: &RetentionRow) -> String {
    let state = match (row.state, row.protected_until) {
        (RetentionState::Protected, Some(last)) => format!("protected until {last}"),
        (RetentionState::Held, _) => "held".to_owned(),
        (RetentionState::Needed, _) => "needed".to_owned(),
        (RetentionState::Disposable, _) => "may be disposed of".to_owned(),
        (RetentionState::InEffect | RetentionState::Protected, _) => "in effect".to_owned(),
    };
    let list = |label: &str, names: &[String]| {
        if names.is_empty() { String::new() } else { format!("; {label} {}", names.join(", ")) }
    };
    let record = &row.record;
    format!(
        "{record} {}: {state}{}{}",
        row.title,
        list("held by", &row.holds),
        list("needed by", &row.needed_by)
    )
}

fn hold_words(row: &HoldRow) -> String {
    let hold = &row.hold;
    let covers = if hold.records.is_empty() {
        "everything".to_owned()
    } else {
        hold.records.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
    };
    let end = match &hold.released {
        Some(release) => format!("ended on {}", release.on),
        None => "in force".to_owned(),
    };
    let HoldRow { placed_by, .. } = row;
    format!(
        "{} {}, placed by {placed_by} on {}, {end}: covers {covers}",
        hold.number, hold.title, hold.placed_on
    )
}
