//! The program under test, run as a user runs it: its own process, files, exit codes, standard streams.
//!
//! What a subject expects of it belongs to the subject's own file.

#![allow(dead_code)] // Each subject uses a part.

pub mod calls;

use assert_cmd::Command;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::LazyLock;
use tempfile::TempDir;

/// The sample's security official.
pub const OFFICIAL: &str = "dana.whitfield";
/// The sample's auditor, who may read and not write.
pub const AUDITOR: &str = "ingrid.solheim";
/// Name of the sample workspace on a [`Desk`].
pub const WORKSPACE: &str = "lakeside.riskwright";
/// The day whose state the sample describes.
pub const SAMPLE_DAY: &str = "2026-11-21";

/// A folder of one test in which the program runs, with a home of its own.
pub struct Desk {
    folder: TempDir,
}

/// What the program answered.
#[derive(Debug)]
pub struct Answer {
    /// The exit code.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Desk {
    /// An empty folder.
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder") }
    }

    /// A folder with a copy of the sample workspace.
    pub fn with_sample() -> Self {
        let desk = Self::new();
        copy(&demo().join(WORKSPACE), &desk.path(WORKSPACE));
        desk
    }

    /// A path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file into the folder.
    pub fn put(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(name), bytes).expect("a file of the test");
    }

    /// Reads a file of the folder.
    pub fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Runs the program as the security official of the sample.
    pub fn run(&self, arguments: &[&str]) -> Answer {
        self.run_as(OFFICIAL, arguments)
    }

    /// Runs the program as somebody with the sample's passphrase.
    pub fn run_as(&self, login: &str, arguments: &[&str]) -> Answer {
        answer(self.command(arguments).env("RISKWRIGHT_PERSON", login))
    }

    /// Runs the program as the security official with a standard input.
    pub fn feed(&self, arguments: &[&str], input: &str) -> Answer {
        self.feed_as(OFFICIAL, arguments, input)
    }

    /// Runs the program as somebody with a standard input.
    pub fn feed_as(&self, login: &str, arguments: &[&str], input: &str) -> Answer {
        answer(self.command(arguments).env("RISKWRIGHT_PERSON", login).write_stdin(input))
    }

    /// The program in this folder, still without a person.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(program());
        command
            .current_dir(self.folder.path())
            .env("XDG_STATE_HOME", self.path(".state"))
            .env("RISKWRIGHT_PASSPHRASE", riskwright_app::sample::PASSPHRASE)
            .env_remove("RISKWRIGHT_PERSON")
            .args(arguments);
        command
    }
}

impl Answer {
    /// Fails unless the program ended with this code.
    #[track_caller]
    pub fn expect(self, code: i32) -> Self {
        assert_eq!(self.code, code, "\nstandard output: {}\nstandard error: {}", self.out, self.err);
        self
    }

    /// Standard output as one JSON object.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error} in {}", self.out))
    }

    /// Standard output as JSON objects, one a line.
    pub fn lines(&self) -> Vec<Value> {
        let line =
            |line: &str| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error} in {line}"));
        self.out.lines().map(line).collect()
    }
}

/// Runs a command and takes what it answers.
pub fn answer(command: &mut Command) -> Answer {
    let output = command.output().expect("the program runs");
    Answer {
        code: output.status.code().expect("the program ends by itself"),
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        err: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

/// The demonstration, written once for all tests of a subject; never to be changed.
pub fn demo() -> &'static Path {
    static DEMO: LazyLock<PathBuf> = LazyLock::new(|| {
        let name = format!("demo-{}", env!("CARGO_CRATE_NAME"));
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&folder);
        let desk = Desk::new();
        let mut command = desk.command(&["demo"]);
        command.arg(&folder).env_remove("RISKWRIGHT_PASSPHRASE");
        answer(&mut command).expect(0);
        folder
    });
    &DEMO
}

/// The signed policies of the demonstration.
pub fn signed_policies() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(demo().join("policies")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// The signed policy of this number.
pub fn signed_policy(number: &str) -> Vec<u8> {
    let is_it = |file: &&PathBuf| file.file_name().unwrap().to_string_lossy().starts_with(number);
    fs::read(signed_policies().iter().find(is_it).unwrap()).unwrap()
}

/// Every file below a folder with its bytes, to be compared.
pub fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(contents(&path));
        } else {
            let bytes = fs::read(&path).unwrap();
            files.insert(path, bytes);
        }
    }
    files
}

/// Copies a folder.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// The program, built from what lies here now.
pub fn program() -> &'static Path {
    static PROGRAM: LazyLock<PathBuf> = LazyLock::new(build);
    &PROGRAM
}

/// The program that `make test` has built; without make, cargo builds it.
fn build() -> PathBuf {
    if let Some(program) = std::env::var_os("RISKWRIGHT_PROGRAM") {
        return PathBuf::from(program);
    }
    let built = process::Command::new(env!("CARGO"))
        .args([
            "build",
            "--locked",
            "--package",
            "riskwright-cli",
            "--message-format",
            "json-render-diagnostics",
        ])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    let told = String::from_utf8_lossy(&built.stdout);
    let program = told.lines().filter_map(executable).next();
    program.unwrap_or_else(|| panic!("no program was built: {}", String::from_utf8_lossy(&built.stderr)))
}

fn executable(line: &str) -> Option<PathBuf> {
    let message: Value = serde_json::from_str(line).ok()?;
    let is_program = message["target"]["name"] == "riskwright";
    message["executable"].as_str().filter(|_| is_program).map(PathBuf::from)
}
