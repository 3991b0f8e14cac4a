//! Files generated from the code and committed: a difference means that somebody forgot `make bindings`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use riskwright_app::commands::{table, typescript};
use riskwright_app::exchange;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The page's own acts, beside the commands of the table.
const NATIVE: [&str; 9] = [
    "native_choose_workspace",
    "native_choose_new_workspace",
    "native_open_document",
    "native_view_evidence",
    "native_save_document",
    "native_print",
    "native_save_audit",
    "native_save_report",
    "native_save_practice_sheet",
];

/// What the page needs to hear that the core has locked the workspace by itself.
const EVENTS: [&str; 2] = ["core:event:allow-listen", "core:event:allow-unlisten"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..")
}

fn check(path: &str, text: &str) {
    let file = root().join(path);
    if std::env::var_os("RISKWRIGHT_WRITE_GENERATED").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, text).unwrap();
        return;
    }
    let committed = fs::read_to_string(&file).unwrap_or_default();
    assert!(committed == text, "{path} is not what the code says: run `make bindings` and commit");
}

#[test]
fn the_exchange_schema_is_current() {
    let text = serde_json::to_string_pretty(&exchange::schema()).unwrap() + "\n";
    check("docs/exchange.schema.json", &text);
}

#[test]
fn the_permission_matrix_is_current() {
    let mut text = String::from(
        "# Who may call which command\n\nGenerated from the command table; `make bindings` writes it anew.\n\n\
         | command | effect | official | privacy | executive | contributor | reviewer | auditor |\n\
         |---|---|---|---|---|---|---|---|\n",
    );
    for command in table() {
        let allowed = command.access.allowed();
        let marks: Vec<&str> = riskwright_app::ACCESSES
            .iter()
            .map(|access| if allowed.is_empty() || allowed.contains(access) { "yes" } else { "–" })
            .collect();
        let effect = serde_json::to_value(command.effect).unwrap();
        text += &format!("| `{}` | {} | {} |\n", command.name, effect.as_str().unwrap(), marks.join(" | "));
    }
    check("docs/permissions.md", &text);
}

#[test]
fn the_shell_names_every_command() {
    let mut names: Vec<String> = table().iter().map(|command| command.name.replace("::", "_")).collect();
    names.extend(NATIVE.map(str::to_owned));
    check("src-tauri/commands.txt", &(names.join("\n") + "\n"));
    let mut permissions: Vec<String> =
        names.iter().map(|name| format!("allow-{}", name.replace('_', "-"))).collect();
    permissions.extend(EVENTS.map(str::to_owned));
    let capability = serde_json::json!({
        "identifier": "main",
        "description": "What the page of the main window may call: each command by name, the event of locking, and nothing else.",
        "windows": ["main"],
        "permissions": permissions,
    });
    check("src-tauri/capabilities/main.json", &(serde_json::to_string_pretty(&capability).unwrap() + "\n"));
}

#[test]
fn the_typescript_types_are_current() {
    let folder = tempfile::tempdir().unwrap();
    let commands = typescript(folder.path()).unwrap();
    fs::write(folder.path().join("Commands.ts"), &commands).unwrap();
    let files = written(folder.path(), folder.path());
    let index: String = files
        .keys()
        .map(|name| name.trim_end_matches(".ts"))
        .filter(|name| !name.contains('/'))
        .map(|name| format!("export type * from \"./{name}\";\n"))
        .collect();
    for (name, text) in &files {
        check(&format!("ui/src/backend/bindings/{name}"), text);
    }
    check("ui/src/backend/bindings/index.ts", &format!("// Generated; do not edit.\n{index}"));
    let committed = written(&root().join("ui/src/backend/bindings"), &root().join("ui/src/backend/bindings"));
    let left: Vec<&String> =
        committed.keys().filter(|name| *name != "index.ts" && !files.contains_key(*name)).collect();
    assert!(left.is_empty(), "types that no command names any more: {left:?}");
}

fn written(root: &Path, folder: &Path) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files.extend(written(root, &path));
        } else {
            let name = path.strip_prefix(root).unwrap().display().to_string();
            files.insert(name, fs::read_to_string(&path).unwrap());
        }
    }
    files
}
