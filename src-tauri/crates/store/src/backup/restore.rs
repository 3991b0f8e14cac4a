//! Restore: a backup becomes a new folder, after every byte was checked.

use super::manifest::{MANIFEST, Manifest, Member};
use crate::error::OpenError;
use crate::folder::{DATABASE, EVIDENCE, KEYS, Staging, is_evidence};
use crate::keys::KeysFile;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{BufReader, Read};
use std::path::Path;
use tar::{Archive, Entry};

/// The largest manifest that is read: far above what a workspace of this kind has.
const LONGEST_MANIFEST: u64 = 64 * 1024 * 1024;

/// Restores a backup into a new folder; the folder appears only when the backup proved whole.
///
/// # Errors
/// [`OpenError::AlreadyExists`] if the place is taken; [`OpenError::BackupDamaged`] for a file that is no
/// backup, truncated or edited; [`OpenError::NewerVersion`]; else if the file system refuses.
pub fn restore(backup: &Path, folder: &Path) -> Result<(), OpenError> {
    let file = File::open(backup)?;
    let staging = Staging::begin(folder)?;
    unpack(file, staging.path())?;
    KeysFile::parse(&fs::read(staging.path().join(KEYS))?)?;
    staging.publish()
}

fn unpack(file: File, folder: &Path) -> Result<(), OpenError> {
    let mut archive = Archive::new(BufReader::new(file));
    let mut entries = archive.entries().map_err(damaged)?;
    let first = entries.next().ok_or(OpenError::BackupDamaged)?.map_err(damaged)?;
    let manifest = read_manifest(first)?;
    let mut expected = manifest.members.iter();
    for entry in entries {
        let member = expected.next().ok_or(OpenError::BackupDamaged)?;
        unpack_member(entry.map_err(damaged)?, member, folder)?;
    }
    // A backup cut between two members ends without an error of the archive.
    if expected.next().is_some() || !has_needed(&manifest) {
        return Err(OpenError::BackupDamaged);
    }
    Ok(())
}

fn read_manifest(entry: Entry<'_, BufReader<File>>) -> Result<Manifest, OpenError> {
    if entry.path_bytes().as_ref() != MANIFEST.as_bytes() {
        return Err(OpenError::BackupDamaged);
    }
    let mut bytes = Vec::new();
    entry.take(LONGEST_MANIFEST).read_to_end(&mut bytes).map_err(damaged)?;
    Manifest::parse(&bytes)
}

fn unpack_member(entry: Entry<'_, BufReader<File>>, member: &Member, folder: &Path) -> Result<(), OpenError> {
    if entry.path_bytes().as_ref() != member.name.as_bytes() || !is_allowed(&member.name) {
        return Err(OpenError::BackupDamaged);
    }
    let file = File::create_new(folder.join(&member.name))?;
    // An error while reading is the archive's end come too early; one while writing is the disk's.
    let copied = Member::copy(&member.name, entry, &file);
    let copied = copied.map_err(|error| if is_early_end(&error) { damaged(error) } else { error.into() })?;
    if copied != *member {
        return Err(OpenError::BackupDamaged);
    }
    Ok(file.sync_all()?)
}

/// Only names that a backup writes: nothing leads out of the folder.
fn is_allowed(name: &str) -> bool {
    let evidence = name.strip_prefix(EVIDENCE).and_then(|rest| rest.strip_prefix('/'));
    name == KEYS || name == DATABASE || evidence.is_some_and(is_evidence)
}

fn has_needed(manifest: &Manifest) -> bool {
    let names: BTreeSet<&str> = manifest.members.iter().map(|member| member.name.as_str()).collect();
    names.len() == manifest.members.len() && names.contains(KEYS) && names.contains(DATABASE)
}

fn is_early_end(error: &std::io::Error) -> bool {
    matches!(error.kind(), std::io::ErrorKind::UnexpectedEof | std::io::ErrorKind::InvalidData)
}

fn damaged(_: std::io::Error) -> OpenError {
    OpenError::BackupDamaged
}
