//! Files that replace others: whole or not at all.

use std::io::{Result, Write as _};
use std::path::Path;

/// Writes beside the file and renames: whoever reads it finds the old content or the new, never a part.
///
/// # Errors
/// What the file system answers; then the old content is still there.
pub fn replace(file: &Path, bytes: &[u8]) -> Result<()> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut temporary = tempfile::NamedTempFile::new_in(folder)?;
    temporary.write_all(bytes)?;
    temporary.as_file().sync_all()?;
    temporary.persist(file).map(drop).map_err(|error| error.error)
}
