//! Wrong passphrases in a row: when they were, so that the next try may have to wait. No logins.
//!
//! The file is a brake, not a proof: whoever may write to the folder can take it away, and one that cannot be
//! written or read is none.

use crate::folder::{parent, write_atomically};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};

/// Name of the file within the folder.
const ATTEMPTS: &str = "attempts.json";
/// Tries that need not wait.
const FREE: usize = 3;
/// The longest wait, in seconds.
const LONGEST: i64 = 60;
/// Instants that are kept; the newest.
const KEPT: usize = 200;

/// The wrong tries since a workspace was opened last.
#[derive(Debug)]
pub struct Attempts {
    file: PathBuf,
    failed: Vec<Timestamp>,
}

#[derive(Serialize, Deserialize)]
struct Written {
    failed: Vec<Timestamp>,
}

impl Attempts {
    /// Those of a workspace.
    #[must_use]
    pub fn of(folder: &Path) -> Self {
        let file = folder.join(ATTEMPTS);
        let read = fs::read(&file).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        Self { file, failed: read.map_or_else(Vec::new, |written: Written| written.failed) }
    }

    /// Whole seconds until the next try is taken; 0 if it is taken now.
    ///
    /// After three in a row it is 1, 2, 4, … up to 60 seconds from the last. A last try in the future was made before
    /// the clock was set back and holds nobody up.
    #[must_use]
    pub fn wait(&self, now: Timestamp) -> i64 {
        let Some(last) = self.failed.last().filter(|last| **last <= now) else { return 0 };
        let Some(over) = self.failed.len().checked_sub(FREE) else { return 0 };
        let whole = if over < 6 { 1 << over } else { LONGEST };
        let passed = now.duration_since(*last);
        let left = SignedDuration::from_secs(whole) - passed;
        (left.as_secs() + i64::from(left.subsec_nanos() > 0)).max(0)
    }

    /// Writes down that a try was wrong.
    pub fn failed(&mut self, now: Timestamp) {
        self.failed.push(now);
        let over = self.failed.len().saturating_sub(KEPT);
        self.failed.drain(..over);
        let Ok(bytes) = serde_json::to_vec(&Written { failed: self.failed.clone() }) else { return };
        if parent(&self.file).is_dir() {
            let _ = write_atomically(&self.file, &bytes);
        }
    }

    /// When they were, oldest first.
    #[must_use]
    pub fn times(&self) -> &[Timestamp] {
        &self.failed
    }

    /// Forgets them, once they are in the trail.
    pub fn clear(&mut self) {
        self.failed.clear();
        let _ = fs::remove_file(&self.file);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan;

    fn start() -> Timestamp {
        "2026-03-02T08:00:00Z".parse().unwrap()
    }

    #[test]
    fn three_tries_are_free_and_then_the_wait_doubles_up_to_a_minute() {
        let folder = tempfile::tempdir().unwrap();
        let mut waits = Vec::new();
        for _ in 0..11 {
            Attempts::of(folder.path()).failed(start());
            waits.push(Attempts::of(folder.path()).wait(start()));
        }
        assert_eq!(waits, [0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
    }

    #[test]
    fn the_wait_runs_down_and_ends() {
        let folder = tempfile::tempdir().unwrap();
        let mut attempts = Attempts::of(folder.path());
        (0..5).for_each(|_| attempts.failed(start()));
        let after = |milliseconds: i64| attempts.wait(start() + milliseconds.milliseconds());
        assert_eq!([0, 1, 999, 1000, 3999, 4000, 90_000].map(after), [4, 4, 4, 3, 1, 0, 0]);
        assert_eq!(attempts.wait(start() - 1.hour()), 0, "the clock was set back");
    }

    #[test]
    fn what_is_kept_is_bounded_and_names_nobody() {
        let folder = tempfile::tempdir().unwrap();
        let mut attempts = Attempts::of(folder.path());
        (0..300).for_each(|_| attempts.failed(start()));
        assert_eq!(Attempts::of(folder.path()).times().len(), KEPT);
        let text = fs::read_to_string(folder.path().join(ATTEMPTS)).unwrap();
        assert!(text.starts_with("{\"failed\":[\"2026-03-02T08:00:00Z\""), "{text}");
        attempts.clear();
        assert!(Attempts::of(folder.path()).times().is_empty());
        assert!(!folder.path().join(ATTEMPTS).exists());
    }

    #[test]
    fn a_file_that_is_no_list_of_times_or_cannot_be_written_holds_nobody_up() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(ATTEMPTS), "[1, 2").unwrap();
        assert_eq!(Attempts::of(folder.path()).wait(start()), 0);
        let mut nowhere = Attempts::of(&folder.path().join("missing"));
        (0..4).for_each(|_| nowhere.failed(start()));
        assert!(!folder.path().join("missing").exists());
    }
}
