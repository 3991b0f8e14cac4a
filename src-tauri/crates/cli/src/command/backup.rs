//! `riskwright backups`: the backups that the program keeps of a workspace.

use super::opened;
use crate::Done;
use crate::arguments::{Backups, KeptBackups, Secret};
use crate::failure::Failure;
use crate::output::Output;
use riskwright_app::backup_folder::BackupFolder;
use riskwright_app::command::Empty;
use riskwright_app::command::backup::{
    BackupList, BackupPreview, KeptRecord, RestoreChange, RestoreKind, Restored, kept_folder, list_in, make,
    make_in, preview_in, restore_in,
};
use riskwright_app::{CommandResult, Effect, Needs, State};

/// Lists, makes, previews or restores.
pub fn run(what: &Backups, secret: &Secret, output: &Output) -> Result<Done, Failure> {
    match what {
        Backups::List(of) => {
            let list = run_on(of, secret, "backup::list", Effect::Read, Needs::Account, |_, folder| {
                Ok(list_in(folder))
            })?;
            output.answer(&list, || listed(&list));
        }
        Backups::Make(of) => {
            let row = run_on(of, secret, "backup::make", Effect::Write, Needs::Account, |state, folder| {
                if of.backups.is_some() { make_in(state, folder) } else { make(state, Empty {}) }
            })?;
            output.answer(&row, || format!("Made {} ({} bytes).", row.name, row.bytes));
        }
        Backups::Preview { of, name } => {
            let preview =
                run_on(of, secret, "backup::preview", Effect::Read, Needs::Official, |state, folder| {
                    preview_in(state, folder, name)
                })?;
            output.answer(&preview, || previewed(&preview));
        }
        Backups::Restore { of, name } => {
            let done =
                run_on(of, secret, "backup::restore", Effect::Write, Needs::Official, |state, folder| {
                    restore_in(state, folder, name)
                })?;
            output.answer(&done, || restored(&done));
        }
    }
    Ok(Done::Yes)
}

/// Runs a body on the folder that was asked for, or on the program's own.
fn run_on<T>(
    of: &KeptBackups,
    secret: &Secret,
    name: &'static str,
    effect: Effect,
    needs: Needs,
    body: impl FnOnce(&mut State, &BackupFolder) -> CommandResult<T>,
) -> Result<T, Failure> {
    let app = opened(&of.workspace, secret)?;
    Ok(app.run(name, effect, needs, |state| {
        let folder = match &of.backups {
            Some(folder) => BackupFolder::at(folder.clone()),
            None => kept_folder(state)?,
        };
        body(state, &folder)
    })?)
}

fn listed(list: &BackupList) -> String {
    let row = |row: &riskwright_app::command::backup::BackupRow| format!("{:>12}  {}", row.bytes, row.name);
    let mut lines: Vec<String> = list.backups.iter().map(row).collect();
    lines.extend(list.folder.iter().map(|folder| format!("In {folder}.")));
    lines.push(list.keep_rule.clone());
    lines.join("\n")
}

fn previewed(preview: &BackupPreview) -> String {
    let mut lines: Vec<String> = preview.changes.iter().map(change).collect();
    if lines.is_empty() {
        lines.push("Restoring it would change nothing.".to_owned());
    }
    lines.extend(stays(&preview.kept));
    lines.join("\n")
}

fn change(change: &RestoreChange) -> String {
    let title = &change.title;
    match change.change {
        RestoreKind::ComesBack => format!("comes back: {title}"),
        RestoreKind::GoesAway => format!("goes away:  {title}"),
        RestoreKind::Changes => format!("changes:    {title} ({})", change.fields.join(", ")),
    }
}

fn restored(done: &Restored) -> String {
    let mut lines = vec![format!("Restored; {} records changed.", done.changed)];
    lines.extend(done.before.iter().map(|row| format!("What was there before is in {}.", row.name)));
    lines.extend(stays(&done.kept));
    lines.join("\n")
}

fn stays(kept: &[KeptRecord]) -> Vec<String> {
    kept.iter().map(|one| format!("stays:      {} – {}", one.title, one.reason)).collect()
}
