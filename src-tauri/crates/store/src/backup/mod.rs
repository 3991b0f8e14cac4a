//! Backup into one file and restore from it.
//!
//! The file is a tar archive: first `manifest.json` with the SHA-256 of every other member, then `keys.json`,
//! `workspace.db` and the files of evidence. All of them are encrypted or under a MAC as in the folder; the
//! manifest only tells a whole backup from a damaged one before anything is put in its place.

mod difference;
mod manifest;
mod restore;

pub use difference::Difference;
pub use restore::restore;

use crate::connection;
use crate::error::OpenError;
use crate::evidence;
use crate::folder::{DATABASE, EVIDENCE, KEYS, new_file, new_folder, parent, publish_file};
use crate::store::{Store, checkpoint};
use manifest::{MANIFEST, Manifest, Member};
use rusqlite::OpenFlags;
use rusqlite::backup::Backup;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use tar::{Builder, EntryType, Header};

impl Store {
    /// Writes a backup of the workspace as it stands now; a file of that name is replaced once the new one is
    /// whole and on the disk.
    ///
    /// # Errors
    /// [`OpenError::Store`] if the database or the file system refuses; [`OpenError::KeysDamaged`] if
    /// `keys.json` does not belong to the workspace any more.
    pub fn backup(&self, to: &Path) -> Result<(), OpenError> {
        let work = new_folder(parent(to))?;
        let database = work.path().join(DATABASE);
        self.copy_database(&database)?;
        let sources = self.sources(database)?;
        let manifest = Manifest::of(self.workspace(), &sources)?;
        let archive = new_file(work.path())?;
        write_archive(archive.as_file(), &manifest, &sources)?;
        publish_file(archive, to)?;
        Ok(())
    }

    /// SQLite's backup interface: consistent while others write.
    fn copy_database(&self, to: &Path) -> Result<(), OpenError> {
        let mut copy = connection::unlocked(to, &self.data_key, OpenFlags::SQLITE_OPEN_CREATE)?;
        Backup::new(&self.connection, &mut copy)?.run_to_completion(
            i32::MAX,
            std::time::Duration::ZERO,
            None,
        )?;
        checkpoint(&copy)?;
        copy.close().map_err(|(_, source)| source)?;
        Ok(())
    }

    /// Names within the archive and where to read them.
    fn sources(&self, database: PathBuf) -> Result<Vec<(String, PathBuf)>, OpenError> {
        let keys = self.folder.join(KEYS);
        if !self.owns(&keys)? {
            return Err(OpenError::KeysDamaged);
        }
        let mut sources = vec![(KEYS.to_owned(), keys), (DATABASE.to_owned(), database)];
        let evidence = evidence::listed(&self.folder)?.into_iter();
        sources.extend(evidence.map(|(name, path)| (format!("{EVIDENCE}/{name}"), path)));
        Ok(sources)
    }
}

fn write_archive(file: &File, manifest: &Manifest, sources: &[(String, PathBuf)]) -> Result<(), OpenError> {
    let mut archive = Builder::new(file);
    let text = manifest.to_bytes()?;
    append(&mut archive, MANIFEST, text.len() as u64, text.as_slice())?;
    for (Member { name, size, .. }, (_, path)) in manifest.members.iter().zip(sources) {
        append(&mut archive, name, *size, File::open(path)?)?;
    }
    archive.finish()?;
    Ok(())
}

/// Owner, group and time are left out: they say nothing about the workspace.
fn append(archive: &mut Builder<&File>, name: &str, size: u64, data: impl Read) -> Result<(), OpenError> {
    let mut header = Header::new_gnu();
    header.set_entry_type(EntryType::Regular);
    header.set_mode(0o600);
    header.set_mtime(0);
    header.set_size(size);
    Ok(archive.append_data(&mut header, name, data)?)
}
