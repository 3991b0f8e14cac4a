//! The folder of backups that the program keeps of a workspace: names, list, writing and thinning out.
//!
//! Not here: what a backup holds and how it is restored.

use crate::command::backup::{BackupReason, BackupRow};
use crate::error::{CommandError, CommandResult, ErrorCode};
use crate::keep::{self, Made};
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use riskwright_store::Store;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;
use uuid::Uuid;

/// How the names of the folders begin in which a backup is looked at.
pub const PREVIEW: &str = ".preview-";
/// Longer than anybody looks at a backup.
const ABANDONED: Duration = Duration::from_secs(60 * 60);
const SUFFIX: &str = ".riskwright-backup";
const INSTANT: &str = "%Y-%m-%dT%H%M%SZ";
const REASONS: [(BackupReason, &str); 4] = [
    (BackupReason::Daily, "daily"),
    (BackupReason::Migration, "migration"),
    (BackupReason::BeforeRestore, "before_restore"),
    (BackupReason::Request, "request"),
];

/// A folder that holds the backups of one workspace, `2026-11-22T034105Z-daily.riskwright-backup`, and what
/// else somebody laid there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupFolder {
    path: PathBuf,
}

impl BackupFolder {
    /// The folder in the program's own memory.
    #[must_use]
    pub fn of(memory: &Path, workspace: Uuid) -> Self {
        Self::at(memory.join("backups").join(workspace.to_string()))
    }

    /// The folder at this place; it need not be there yet.
    #[must_use]
    pub fn at(path: PathBuf) -> Self {
        Self { path }
    }

    /// Its place.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Removes what looking at a backup left when the program was killed; the data in it is encrypted.
    pub fn sweep_previews(&self) {
        let entries = fs::read_dir(&self.path).into_iter().flatten().flatten();
        for entry in entries.filter(is_abandoned_preview) {
            // What cannot be removed now is tried again on the next opening.
            let _ = fs::remove_dir_all(entry.path());
        }
    }

    /// Its backups, newest first; other files, folders and links are passed over.
    #[must_use]
    pub fn list(&self) -> Vec<BackupRow> {
        let entries = fs::read_dir(&self.path).into_iter().flatten().flatten();
        let mut rows: Vec<BackupRow> =
            entries.filter_map(|entry| self.row(entry.file_name().to_str()?)).collect();
        rows.sort_by(|one, other| (other.made_at, &other.name).cmp(&(one.made_at, &one.name)));
        rows
    }

    /// The backup of this name and its file; a name is never a path.
    ///
    /// # Errors
    /// `not_found` for whatever is no backup of this folder.
    pub fn find(&self, name: &str) -> CommandResult<(BackupRow, PathBuf)> {
        let row = self.row(name).ok_or_else(|| {
            CommandError::new(ErrorCode::NotFound, "There is no backup of that name.")
                .hint("Choose one from the list of backups; a name is never a path.")
        })?;
        Ok((row, self.path.join(name)))
    }

    /// Writes a backup of the workspace as it stands.
    ///
    /// # Errors
    /// `io` where the folder cannot be made, else what the store answers.
    pub fn make(&self, store: &Store, reason: BackupReason, at: Timestamp) -> CommandResult<BackupRow> {
        fs::create_dir_all(&self.path).map_err(|_| unwritable())?;
        let name = self.free_name(reason, at);
        store.backup(&self.path.join(&name))?;
        self.row(&name).ok_or_else(unwritable)
    }

    /// Removes what the rule does not keep; what cannot be removed stays until the next time.
    pub fn thin_out(&self, today: Date, zone: &TimeZone) {
        let rows = self.list();
        let made: Vec<Made> =
            rows.iter().map(|row| Made { on: civil(row.made_at, zone), reason: row.reason }).collect();
        let kept = keep::kept(&made, today);
        for (row, _) in rows.iter().zip(kept).filter(|(_, kept)| !kept) {
            let _ = fs::remove_file(self.path.join(&row.name));
        }
    }

    /// Whether a backup was made for this reason on this day.
    #[must_use]
    pub fn has(&self, reason: BackupReason, day: Date, zone: &TimeZone) -> bool {
        self.list().iter().any(|row| row.reason == reason && civil(row.made_at, zone) == day)
    }

    fn row(&self, name: &str) -> Option<BackupRow> {
        let (made_at, reason) = parse(name)?;
        // Not the file that a link leads to.
        let metadata = fs::symlink_metadata(self.path.join(name)).ok()?;
        let row = BackupRow { name: name.to_owned(), made_at, bytes: metadata.len(), reason };
        metadata.is_file().then_some(row)
    }

    /// Names tell seconds: a second backup within one takes the next.
    fn free_name(&self, reason: BackupReason, mut at: Timestamp) -> String {
        let mut name = named(reason, at);
        while self.path.join(&name).symlink_metadata().is_ok() {
            at = at.saturating_add(1.second()).unwrap_or(Timestamp::MAX);
            name = named(reason, at);
        }
        name
    }
}

fn named(reason: BackupReason, at: Timestamp) -> String {
    let word = REASONS.iter().find(|(one, _)| *one == reason).map_or("request", |(_, word)| word);
    format!("{}-{word}{SUFFIX}", at.strftime(INSTANT))
}

/// Only what [`named`] writes: nothing with a separator, a dot of its own or a second spelling.
fn parse(name: &str) -> Option<(Timestamp, BackupReason)> {
    let stem = name.strip_suffix(SUFFIX)?;
    let (instant, word) = stem.split_once("Z-")?;
    let (reason, _) = REASONS.iter().find(|(_, one)| *one == word)?;
    let at = DateTime::strptime(INSTANT, format!("{instant}Z")).ok()?;
    let at = at.to_zoned(TimeZone::UTC).ok()?.timestamp();
    (named(*reason, at) == name).then_some((at, *reason))
}

fn civil(at: Timestamp, zone: &TimeZone) -> Date {
    at.to_zoned(zone.clone()).date()
}

fn unwritable() -> CommandError {
    CommandError::new(ErrorCode::Io, "The folder of backups cannot be written to.")
        .hint("Check the permissions of your home folder, or that the disk is there.")
}

/// A folder, not a link to one, of that name, and so old that nobody looks at it any more.
fn is_abandoned_preview(entry: &fs::DirEntry) -> bool {
    let Ok(about) = entry.metadata() else { return false };
    let is_old = about.modified().is_ok_and(|at| at.elapsed().is_ok_and(|age| age > ABANDONED));
    about.is_dir() && is_old && entry.file_name().to_string_lossy().starts_with(PREVIEW)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_when_and_why_and_nothing_else_is_one() {
        let at: Timestamp = "2026-11-22T03:41:05Z".parse().unwrap();
        for (reason, word) in REASONS {
            let name = named(reason, at);
            assert_eq!(name, format!("2026-11-22T034105Z-{word}.riskwright-backup"));
            assert_eq!(parse(&name), Some((at, reason)));
        }
        let strangers = [
            "",
            "..",
            ".riskwright-backup",
            "../2026-11-22T034105Z-daily.riskwright-backup",
            "sub/2026-11-22T034105Z-daily.riskwright-backup",
            "sub\\2026-11-22T034105Z-daily.riskwright-backup",
            "2026-11-22T034105Z-daily.riskwright-backup/",
            "2026-11-22T034105Z-daily",
            "2026-11-22T034105Z-weekly.riskwright-backup",
            "2026-11-22T034105Z-daily.riskwright-backup.riskwright-backup",
            "2026-13-22T034105Z-daily.riskwright-backup",
            "2026-11-22T34105Z-daily.riskwright-backup",
            " 2026-11-22T034105Z-daily.riskwright-backup",
        ];
        for name in strangers {
            assert_eq!(parse(name), None, "{name:?}");
        }
    }

    #[test]
    fn only_files_of_its_own_form_are_listed_newest_first() {
        let around = tempfile::tempdir().unwrap();
        let folder = BackupFolder::at(around.path().join("backups"));
        assert_eq!(folder.list(), []);
        fs::create_dir(folder.path()).unwrap();
        let old = "2026-11-20T100000Z-daily.riskwright-backup";
        let new = "2026-11-21T090000Z-request.riskwright-backup";
        fs::write(folder.path().join(old), "four").unwrap();
        fs::write(folder.path().join(new), "").unwrap();
        fs::write(folder.path().join("notes.txt"), "").unwrap();
        fs::create_dir(folder.path().join("2026-11-22T034105Z-daily.riskwright-backup")).unwrap();
        let rows: Vec<(String, u64)> = folder.list().into_iter().map(|row| (row.name, row.bytes)).collect();
        assert_eq!(rows, [(new.to_owned(), 0), (old.to_owned(), 4)]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_no_backup() {
        let around = tempfile::tempdir().unwrap();
        let folder = BackupFolder::at(around.path().to_path_buf());
        let name = "2026-11-22T034105Z-daily.riskwright-backup";
        fs::write(around.path().join("elsewhere"), "secret").unwrap();
        std::os::unix::fs::symlink(around.path().join("elsewhere"), around.path().join(name)).unwrap();
        assert_eq!(folder.find(name).unwrap_err().code, ErrorCode::NotFound);
        assert_eq!(folder.list(), []);
    }

    #[test]
    fn only_previews_that_were_left_behind_long_ago_are_swept() {
        let around = tempfile::tempdir().unwrap();
        let folder = BackupFolder::at(around.path().join("backups"));
        folder.sweep_previews();
        let long_ago = std::time::SystemTime::now() - 2 * ABANDONED;
        let kept = [".preview-new/x", "other/x", ".unfinished-x/x"];
        for (name, age) in [(".preview-old/x", true), (kept[0], false), (kept[1], true), (kept[2], true)] {
            let file = folder.path().join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(&file, "encrypted").unwrap();
            if age {
                fs::File::open(file.parent().unwrap()).unwrap().set_modified(long_ago).unwrap();
            }
        }
        folder.sweep_previews();
        assert!(!folder.path().join(".preview-old").exists());
        for name in kept {
            assert!(folder.path().join(name).is_file(), "{name}");
        }
    }

    #[test]
    fn a_name_that_is_taken_moves_on_by_a_second() {
        let around = tempfile::tempdir().unwrap();
        let folder = BackupFolder::at(around.path().to_path_buf());
        let at: Timestamp = "2026-11-22T03:41:59Z".parse().unwrap();
        fs::write(around.path().join(named(BackupReason::Request, at)), "").unwrap();
        assert_eq!(
            folder.free_name(BackupReason::Request, at),
            "2026-11-22T034200Z-request.riskwright-backup"
        );
    }
}
