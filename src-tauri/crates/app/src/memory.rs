//! What the program itself remembers: recent workspaces and the highest head it saw of each.
//!
//! No content and no secret: names, paths and hashes. Losing this file loses only convenience and the check
//! against a cut trail on this machine.

use jiff::Timestamp;
use riskwright_domain::audit::Head;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};
use ts_rs::TS;
use uuid::Uuid;

/// A workspace that was open before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct RecentWorkspace {
    /// Its folder.
    pub path: String,
    /// The organization's name.
    pub name: String,
    /// When it was opened last.
    pub opened_at: Timestamp,
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct Remembered {
    #[serde(default)]
    recent: Vec<RecentWorkspace>,
    #[serde(default)]
    heads: std::collections::BTreeMap<Uuid, Head>,
    /// Login of the one person of a workspace, by its folder; kept only where there is one.
    #[serde(default)]
    only_logins: std::collections::BTreeMap<String, String>,
}

const MOST_RECENT: usize = 10;

/// Workspaces opened before that still exist, newest first.
#[must_use]
pub fn recent(folder: Option<&Path>) -> Vec<RecentWorkspace> {
    let mut recent = load(folder).recent;
    recent.retain(|one| Path::new(&one.path).is_dir());
    recent
}

/// The highest head seen of a workspace on this machine.
#[must_use]
pub fn head(folder: Option<&Path>, workspace: Uuid) -> Option<Head> {
    load(folder).heads.get(&workspace).cloned()
}

/// Remembers that a workspace was opened.
pub fn opened(folder: Option<&Path>, one: RecentWorkspace) {
    change(folder, |remembered| {
        remembered.recent.retain(|other| other.path != one.path);
        remembered.recent.insert(0, one);
        remembered.recent.truncate(MOST_RECENT);
    });
}

/// The login of the one person of a workspace, if this machine opened it before.
#[must_use]
pub fn only_login(folder: Option<&Path>, workspace: &Path) -> Option<String> {
    load(folder).only_logins.get(&place(workspace)).cloned()
}

/// Remembers the one person of a workspace, or forgets it where there are several.
pub fn opened_by(folder: Option<&Path>, workspace: &Path, login: Option<&str>) {
    let key = place(workspace);
    let known = load(folder).only_logins.get(&key).cloned();
    if known.as_deref() == login {
        return;
    }
    change(folder, |remembered| match login {
        Some(login) => drop(remembered.only_logins.insert(key, login.to_owned())),
        None => drop(remembered.only_logins.remove(&key)),
    });
}

fn place(workspace: &Path) -> String {
    workspace.canonicalize().unwrap_or_else(|_| workspace.to_path_buf()).display().to_string()
}

/// Remembers a head if it is the highest yet.
pub fn saw(folder: Option<&Path>, workspace: Uuid, head: Head) {
    change(folder, |remembered| {
        let known = remembered.heads.get(&workspace).map_or(0, |known| known.sequence);
        if head.sequence > known {
            remembered.heads.insert(workspace, head);
        }
    });
}

fn load(folder: Option<&Path>) -> Remembered {
    file(folder)
        .and_then(|file| fs::read_to_string(file).ok())
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default()
}

/// Convenience must never stop work: a memory that cannot be written is left as it was.
fn change(folder: Option<&Path>, edit: impl FnOnce(&mut Remembered)) {
    let Some(file) = file(folder) else { return };
    let mut remembered = load(folder);
    edit(&mut remembered);
    let Ok(text) = serde_json::to_string_pretty(&remembered) else { return };
    let _ = crate::file::replace(&file, text.as_bytes());
}

fn file(folder: Option<&Path>) -> Option<PathBuf> {
    folder.map(|folder| folder.join("memory.json"))
}
