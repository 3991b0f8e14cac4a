//! Whether a workspace lies where SQLite can keep it whole: shares, synchronized folders, media, conflict copies.
//!
//! Linux tells what a folder is mounted from. Elsewhere only paths and the files around are looked at: a share
//! that Windows shows as `\\server` is seen, one that macOS mounts under `/Volumes` is not. Nothing is refused.

mod conflict;
mod mount;
mod synchronized;

use crate::command::workspace::{PlaceCode, PlaceFinding, PlaceView};
use mount::Mount;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

/// Everything that makes the place of a folder unsafe.
#[must_use]
pub fn view(folder: &Path) -> PlaceView {
    let real = folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf());
    let table = fs::read("/proc/self/mountinfo").unwrap_or_default();
    let mount = mount::of(&String::from_utf8_lossy(&table), &real);
    PlaceView { path: folder.display().to_string(), findings: findings(&real, mount.as_ref()) }
}

fn findings(folder: &Path, mount: Option<&Mount>) -> Vec<PlaceFinding> {
    let mut found = Vec::new();
    if mount.is_some_and(Mount::is_network) || is_unc(&folder.to_string_lossy()) {
        found.push(network());
    }
    if mount.is_some_and(Mount::is_removable) {
        found.push(removable());
    }
    let programs = synchronized::programs(folder, &|folder| names_in(folder));
    found.extend(programs.into_iter().map(synchronized_by));
    let copies = conflict::copies(names_in(folder));
    if !copies.is_empty() {
        found.push(conflicting(&copies));
    }
    found
}

/// `\\server\share`, also in the long form that Windows answers for it and for a mapped drive.
fn is_unc(path: &str) -> bool {
    let Some(rest) = path.strip_prefix(r"\\") else { return false };
    match rest.strip_prefix(r"?\") {
        Some(long) => long.to_ascii_uppercase().starts_with(r"UNC\"),
        None => !rest.starts_with(r".\") && !rest.is_empty(),
    }
}

/// Names in a folder; none where it cannot be read.
fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> =
        entries.map(|entry| OsStr::to_string_lossy(&entry.file_name()).into_owned()).collect();
    names.sort();
    names
}

fn network() -> PlaceFinding {
    PlaceFinding {
        code: PlaceCode::NetworkShare,
        message: "The workspace lies on another computer's disk. Locks on files and the memory that two \
                  programs share do not work reliably across a network, so two people who write at the same \
                  time, or a connection that breaks, can damage it."
            .to_owned(),
        cure: "Close it, move its folder to this computer's own disk, and send backups to the share."
            .to_owned(),
    }
}

fn removable() -> PlaceFinding {
    PlaceFinding {
        code: PlaceCode::RemovableMedium,
        message: "The workspace lies on a medium that can be pulled out, with a file system that keeps no \
                  journal: pulled out while something is written, it can lose the workspace."
            .to_owned(),
        cure: "Close it, move its folder to this computer's own disk, and put backups on the medium."
            .to_owned(),
    }
}

fn synchronized_by(program: &str) -> PlaceFinding {
    PlaceFinding {
        code: PlaceCode::SynchronizedFolder,
        message: format!(
            "The workspace lies in a folder that {program} seems to synchronize. It copies files one by one \
             while they are being written, so another computer may get halves that do not fit together, and \
             an older copy may take the place of a newer one."
        ),
        cure: format!(
            "Close it, move its folder out of the reach of {program}, and let {program} have backups instead."
        ),
    }
}

fn conflicting(copies: &[String]) -> PlaceFinding {
    PlaceFinding {
        code: PlaceCode::ConflictCopies,
        message: format!(
            "A program that synchronizes left copies beside the workspace's own files: {}. Two computers \
             wrote to the workspace, and each copy may hold work that the other lacks.",
            copies.join(", ")
        ),
        cure:
            "Close it and make a copy of the whole folder. Compare the audit trail with the one on the other \
               computer, keep the one whose trail holds and is longer, and move it out of the synchronized \
               folder."
                .to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(folder: &Path, mount: Option<&Mount>) -> Vec<PlaceCode> {
        findings(folder, mount).into_iter().map(|finding| finding.code).collect()
    }

    #[test]
    fn a_share_of_windows_is_seen_by_its_path() {
        for path in [r"\\server\share\Clinic.riskwright", r"\\?\UNC\server\share", r"\\?\unc\server\share"] {
            assert!(is_unc(path), "{path}");
        }
        for path in
            [r"C:\Clinic.riskwright", r"\\?\C:\Clinic.riskwright", r"\\.\pipe\x", "/home/dana", r"\\", ""]
        {
            assert!(!is_unc(path), "{path}");
        }
    }

    #[test]
    fn everything_that_is_wrong_is_listed() {
        let around = tempfile::tempdir().unwrap();
        let folder = around.path().join("Dropbox").join("Nextcloud").join("Clinic.riskwright");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("workspace (Dana's conflicted copy 2026-11-22).db"), "").unwrap();
        fs::write(folder.join("workspace.db"), "").unwrap();
        let share = mount::of("31 1 0:27 / / rw - nfs4 server:/export rw", &folder).unwrap();
        assert_eq!(
            codes(&folder, Some(&share)),
            [
                PlaceCode::NetworkShare,
                PlaceCode::SynchronizedFolder,
                PlaceCode::SynchronizedFolder,
                PlaceCode::ConflictCopies
            ]
        );
        let found = findings(&folder, None);
        let copies = found.iter().find(|finding| finding.code == PlaceCode::ConflictCopies).unwrap();
        assert!(copies.message.contains("workspace (Dana's conflicted copy 2026-11-22).db"));
    }

    #[test]
    fn a_plain_folder_on_a_disk_is_sound() {
        let around = tempfile::tempdir().unwrap();
        fs::write(around.path().join("workspace.db-wal"), "").unwrap();
        let disk = mount::of("25 1 8:1 / / rw - ext4 /dev/sda1 rw", around.path()).unwrap();
        assert_eq!(codes(around.path(), Some(&disk)), []);
    }
}
