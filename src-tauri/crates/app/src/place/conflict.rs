//! Copies that a synchronizing program leaves beside a file that two computers changed.

/// The workspace's own files, as stem and ending.
const OWN: [(&str, &str); 2] = [("workspace", ".db"), ("keys", ".json")];

/// The names that are copies of the workspace's own files.
#[must_use]
pub fn copies(names: Vec<String>) -> Vec<String> {
    names.into_iter().filter(|name| OWN.iter().any(|own| is_copy(name, *own))).collect()
}

/// `workspace (1).db`, `workspace-LAPTOP.db`, `keys.sync-conflict-20261122.json`, `keys.json (conflicted copy)`.
fn is_copy(name: &str, (stem, ending): (&str, &str)) -> bool {
    let name = name.to_lowercase();
    let Some(rest) = name.strip_prefix(stem) else { return false };
    let marked = rest.contains("conflict") || is_numbered(rest);
    // The computer's name, as OneDrive adds it; SQLite's own files go on after the ending.
    let added = rest.starts_with('-') && rest.ends_with(ending);
    (rest.contains(ending) && marked) || added
}

/// Whether it holds a number in parentheses.
fn is_numbered(text: &str) -> bool {
    text.split('(').skip(1).any(|part| {
        part.split_once(')')
            .is_some_and(|(within, _)| !within.is_empty() && within.bytes().all(|byte| byte.is_ascii_digit()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_told_from_the_files_that_belong_there() {
        let left = [
            "workspace (Dana's conflicted copy 2026-11-22).db",
            "workspace.sync-conflict-20261122-101500-ABCDEF.db",
            "workspace_conflict-20261122.db",
            "workspace (1).db",
            "Workspace (12).db",
            "workspace-LAPTOP-7.db",
            "keys (1).json",
            "keys.json (conflicted copy)",
        ];
        let own = [
            "workspace.db",
            "workspace.db-wal",
            "workspace.db-shm",
            "workspace.db-journal",
            "keys.json",
            "lock",
            "evidence",
            "monkeys (1).json",
            "workspace (1).txt",
            "workspace ().db",
        ];
        let all = left.iter().chain(&own).map(|name| (*name).to_owned()).collect();
        assert_eq!(copies(all), left);
    }
}
