//! The project as a heap of files and a graph of crates, for rules to be checked against.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

/// A file of the project that holds text.
pub struct File {
    /// Its path from the root, with slashes.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// The crates that the project is built from.
pub struct Crates {
    names: BTreeMap<String, String>,
    ours: BTreeSet<String>,
    /// By id: id and whether it is shipped, that is no dependency of tests alone.
    needs: BTreeMap<String, Vec<(String, bool)>>,
}

impl File {
    /// Whether its name ends so.
    pub fn is(&self, ending: &str) -> bool {
        Path::new(&self.path).extension().is_some_and(|one| one == ending)
    }

    /// Whether people write code in it.
    pub fn is_code(&self) -> bool {
        ["rs", "ts", "svelte", "mjs", "js", "css", "py"].iter().any(|ending| self.is(ending))
    }

    /// Whether it holds nothing but tests.
    pub fn is_test(&self) -> bool {
        self.path.split('/').any(|part| part == "tests" || part == "tests.rs")
    }

    /// Lines with their numbers from 1.
    pub fn numbered(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(at, line)| (at + 1, line))
    }

    /// What a file of the page imports, with the line.
    pub fn imports(&self) -> Vec<(usize, String)> {
        if !["ts", "svelte"].iter().any(|ending| self.is(ending)) {
            return Vec::new();
        }
        let marks = [" from \"", " from '", "import \"", "import '", "import(\"", "import('"];
        let named = |line: &str| {
            let behind = marks.iter().find_map(|mark| line.split_once(mark))?.1;
            behind.split(['"', '\'']).next().map(str::to_owned)
        };
        self.numbered().filter_map(|(number, line)| Some((number, named(line)?))).collect()
    }

    /// The files of the project that a file of the page imports, from the root.
    pub fn resolved_imports(&self) -> Vec<(usize, String)> {
        let folder = Path::new(&self.path).parent().unwrap_or(Path::new("")).to_path_buf();
        let relative = self.imports().into_iter().filter(|(_, from)| from.starts_with('.'));
        relative.map(|(line, from)| (line, normal(&folder.join(from)))).collect()
    }
}

fn normal(path: &Path) -> String {
    let mut parts: Vec<String> = Vec::new();
    for part in path.components() {
        match part.as_os_str().to_str() {
            Some(".") => {}
            Some("..") => drop(parts.pop()),
            Some(name) => parts.push(name.to_owned()),
            None => panic!("{path:?} is not UTF-8"),
        }
    }
    parts.join("/")
}

/// Every file of the project that holds text written by people; lock files are written by tools.
pub fn files() -> &'static [File] {
    static FILES: LazyLock<Vec<File>> = LazyLock::new(|| {
        let mut found = Vec::new();
        collect(&root(), &mut found);
        assert!(found.len() > 300, "the whole project is read");
        found
    });
    &FILES
}

const NOT_OURS: [&str; 10] =
    [".git", "target", "node_modules", "dist", "dist-bridge", "gen", ".venv", "demo", "output", "bindings"];

fn collect(folder: &Path, found: &mut Vec<File>) {
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            if !NOT_OURS.contains(&name.as_str()) {
                collect(&path, found);
            }
        } else if !name.ends_with(".lock") && name != "package-lock.json" {
            let Ok(text) = std::fs::read_to_string(&path) else { continue };
            let path = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
            found.push(File { path, text });
        }
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

/// Lines of Rust without comments and without a module of tests at the end, with their numbers.
pub fn code(text: &str) -> Vec<(usize, &str)> {
    let lines = text.lines().enumerate().take_while(|(_, line)| !line.starts_with("#[cfg(test)]"));
    lines.filter(|(_, line)| !is_comment(line)).map(|(at, line)| (at + 1, line)).collect()
}

fn is_comment(line: &str) -> bool {
    line.trim_start().starts_with("//")
}

/// The string literals of Rust code with the lines they begin on, escapes left as they are.
pub fn string_literals(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut open: Option<(usize, String)> = None;
    let mut before = ' ';
    let mut line = 1;
    let lines = text.lines().map(|line| if is_comment(line) { "" } else { line });
    for character in lines.flat_map(|line| line.chars().chain(['\n'])) {
        match (&mut open, character) {
            (None, '"') if before != '\'' => open = Some((line, String::new())),
            (Some(_), '"') if before != '\\' => found.extend(open.take()),
            (Some((_, literal)), other) => literal.push(other),
            (None, _) => {}
        }
        line += usize::from(character == '\n');
        before = if before == '\\' && character == '\\' { ' ' } else { character };
    }
    found
}

impl Crates {
    /// Asks cargo.
    pub fn read() -> Self {
        let output = Command::new(env!("CARGO"))
            .args(["metadata", "--format-version", "1", "--locked", "--offline"])
            // A build fetches the crates of its own platform alone.
            .args(["--filter-platform", &host()])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .expect("cargo runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let told: Value = serde_json::from_slice(&output.stdout).unwrap();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let list = |value: &Value| value.as_array().unwrap().clone();
        let packages = list(&told["packages"]);
        Self {
            names: packages.iter().map(|one| (text(&one["id"]), text(&one["name"]))).collect(),
            ours: list(&told["workspace_members"]).iter().map(text).collect(),
            needs: list(&told["resolve"]["nodes"]).iter().map(|one| (text(&one["id"]), needs(one))).collect(),
        }
    }

    /// Names of the crates of the project.
    pub fn ours(&self) -> Vec<String> {
        self.ours.iter().map(|id| self.names[id].clone()).collect()
    }

    /// Names of what a crate of ours depends on directly, for whatever purpose.
    pub fn direct(&self, name: &str) -> Vec<String> {
        self.needs[self.id(name)].iter().map(|(id, _)| self.names[id].clone()).collect()
    }

    /// Names of what a crate of ours depends on directly and not for its tests alone.
    pub fn shipped(&self, name: &str) -> Vec<String> {
        let shipped = self.needs[self.id(name)].iter().filter(|(_, shipped)| *shipped);
        shipped.map(|(id, _)| self.names[id].clone()).collect()
    }

    /// Names of everything that a crate of ours is built from, its tests included.
    pub fn reached(&self, name: &str) -> BTreeSet<String> {
        let own = self.id(name);
        let mut seen = BTreeSet::from([own]);
        let mut open = vec![own];
        while let Some(id) = open.pop() {
            let next =
                self.needs[id].iter().filter(|(_, shipped)| *shipped || id == own).map(|(id, _)| id.as_str());
            open.extend(next.filter(|next| seen.insert(next)));
        }
        seen.into_iter().map(|id| self.names[id].clone()).collect()
    }

    /// Says of each pair whether the first is built from the second.
    pub fn paths_between(&self, pairs: &[(&str, &str)]) -> Vec<String> {
        let sees = pairs.iter().filter(|(one, other)| self.reached(one).contains(*other));
        sees.map(|(one, other)| format!("{one} must not see {other}")).collect()
    }

    fn id(&self, name: &str) -> &str {
        self.ours
            .iter()
            .find(|id| self.names[*id] == name)
            .unwrap_or_else(|| panic!("there is no crate {name}"))
    }
}

fn needs(node: &Value) -> Vec<(String, bool)> {
    let of_tests =
        |one: &Value| one["dep_kinds"].as_array().unwrap().iter().all(|kind| kind["kind"] == "dev");
    let all = node["deps"].as_array().unwrap().iter();
    all.map(|one| (one["pkg"].as_str().unwrap().to_owned(), !of_tests(one))).collect()
}

/// The platform of this compiler: `x86_64-unknown-linux-gnu`.
fn host() -> String {
    let told = Command::new("rustc").arg("-vV").output();
    let told = String::from_utf8(told.expect("rustc runs").stdout).unwrap();
    told.lines().find_map(|line| line.strip_prefix("host: ")).expect("rustc names its host").to_owned()
}
