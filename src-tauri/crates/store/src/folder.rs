//! The folder of a workspace: names of its files, and writing so that an interruption leaves the old or the new.

use crate::error::OpenError;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::{NamedTempFile, TempDir};

/// Name of the database within the folder.
pub(crate) const DATABASE: &str = "workspace.db";
/// Name of the file of keys within the folder.
pub(crate) const KEYS: &str = "keys.json";
/// Name of the folder of evidence within the folder.
pub(crate) const EVIDENCE: &str = "evidence";
/// Name of the database under a new data key, until it takes the place of the other.
pub(crate) const NEXT_DATABASE: &str = "workspace.next.db";
/// How temporary names begin: hidden, and never like a workspace.
const UNFINISHED: &str = ".unfinished-";
const ABANDONED: Duration = Duration::from_secs(60 * 60);

/// A folder under construction beside its place; removed again unless it is published.
pub(crate) struct Staging {
    folder: TempDir,
    target: PathBuf,
}

impl Staging {
    /// Begins a folder that shall stand at `target`, which must be free.
    ///
    /// Its working name begins with a dot and does not end like a workspace, so that what an interruption
    /// leaves behind is never taken for one.
    pub(crate) fn begin(target: &Path) -> Result<Self, OpenError> {
        if target.symlink_metadata().is_ok() {
            return Err(OpenError::AlreadyExists);
        }
        let folder = new_folder(parent(target))?;
        fs::create_dir(folder.path().join(EVIDENCE))?;
        Ok(Self { folder, target: target.to_owned() })
    }

    /// Where the folder is being built.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Moves the finished folder to its place, durably.
    pub(crate) fn publish(self) -> Result<(), OpenError> {
        File::open(self.folder.path().join(DATABASE))?.sync_all()?;
        sync_folder(&self.folder.path().join(EVIDENCE))?;
        sync_folder(self.folder.path())?;
        if self.target.symlink_metadata().is_ok() {
            return Err(OpenError::AlreadyExists);
        }
        fs::rename(self.folder.path(), &self.target)?;
        sync_folder(parent(&self.target))?;
        // The folder has moved away: there is nothing left to remove.
        let _ = self.folder.keep();
        Ok(())
    }
}

/// Writes a file so that an interruption leaves the old one or the new one, whole.
pub(crate) fn write_atomically(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = new_file(parent(path))?;
    file.write_all(bytes)?;
    publish_file(file, path)
}

/// Writes a file as [`write_atomically`] does; only its owner may read and write it.
pub(crate) fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(parent(path))?;
    file.write_all(bytes)?;
    publish_file(file, path)
}

/// A temporary file that may become a document of the person: with the rights that any other would have.
pub(crate) fn new_file(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(UNFINISHED);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

/// A temporary folder for work in progress beside its result.
pub(crate) fn new_folder(within: &Path) -> io::Result<TempDir> {
    tempfile::Builder::new().prefix(UNFINISHED).tempdir_in(within)
}

/// Puts a finished temporary file of the same folder in its place, durably.
pub(crate) fn publish_file(file: NamedTempFile, path: &Path) -> io::Result<()> {
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    sync_folder(parent(path))
}

/// Removes what writes of long ago left when they were killed; no write lasts an hour.
pub(crate) fn sweep_unfinished(folder: &Path) {
    for part in [folder.to_owned(), folder.join(EVIDENCE)] {
        let Ok(entries) = fs::read_dir(part) else { continue };
        for entry in entries.flatten().filter(is_abandoned) {
            // A convenience: what cannot be removed now is tried again on the next opening.
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn is_abandoned(entry: &fs::DirEntry) -> bool {
    let modified = entry.metadata().and_then(|metadata| metadata.modified());
    let is_old = modified.is_ok_and(|at| at.elapsed().is_ok_and(|age| age > ABANDONED));
    is_old && entry.file_name().to_string_lossy().starts_with(UNFINISHED)
}

/// Whether a file in the folder of evidence is the workspace's own: the rest was left there by others.
pub(crate) fn is_evidence(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// The folder that holds this path.
pub(crate) fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// The write-ahead log that SQLite keeps beside a database.
pub(crate) fn write_ahead_log(database: &Path) -> PathBuf {
    with_suffix(database, "-wal")
}

/// A file beside another, its name longer by a suffix.
pub(crate) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    name.into()
}

/// Makes names written into or removed from a folder durable.
#[cfg(unix)]
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
pub(crate) fn sync_folder(_folder: &Path) -> io::Result<()> {
    // A folder cannot be opened as a file there; the rename itself is journalled.
    Ok(())
}
