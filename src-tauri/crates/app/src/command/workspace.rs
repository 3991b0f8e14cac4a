//! Opening, creating, closing, exporting and importing workspaces.

use crate::error::{CommandError, CommandResult, ErrorCode, FieldError};
use crate::exchange::{self, ReadError};
use crate::memory::{self, RecentWorkspace};
use crate::provision::{self, Account, First, PrivatePart};
use crate::sample;
use crate::state::{Session, State};
use jiff::Timestamp;
use riskwright_domain::audit::sha256_hex;
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::organization::{Access, Person};
use riskwright_domain::workspace::Content;
use riskwright_store::{KdfCost, Opened as StoreOpened, Store};
use schemars::JsonSchema;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::path::{Path, PathBuf};
use ts_rs::TS;

pub use super::{Empty, OnDay};
pub use crate::home::{Home, home};

/// Workspaces that were open before.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct Recent {
    /// Newest first.
    pub workspaces: Vec<RecentWorkspace>,
}

/// The sample clinic, ready to be opened.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct Sample {
    /// Its folder.
    pub path: String,
    /// The published passphrase of every person in it.
    pub passphrase: String,
    /// Who can open it.
    pub people: Vec<SamplePerson>,
}

/// A person of the sample clinic.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct SamplePerson {
    /// Name for signing in.
    pub login: String,
    /// Full name.
    pub name: String,
    /// Job title.
    pub title: String,
}

/// A workspace to be created, with its first person.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct NewWorkspace {
    /// Folder to be made; its name ends in `.riskwright`.
    pub path: String,
    /// Name of the organization.
    pub organization: String,
    /// Full name of the security official.
    pub name: String,
    /// Name for signing in.
    pub login: String,
    /// Passphrase, 12 characters or more.
    #[schemars(with = "String")]
    #[ts(type = "string")]
    pub passphrase: SecretString,
}

/// A workspace that was created.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct NewWorkspaceDone {
    /// Its folder.
    pub path: String,
    /// The recovery key, to be printed and locked away; shown once.
    pub recovery_key: String,
}

/// A workspace to be opened.
#[derive(Debug, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Open {
    /// Its folder.
    pub path: String,
    /// Name for signing in.
    pub login: String,
    /// Passphrase.
    #[schemars(with = "String")]
    #[ts(type = "string")]
    pub passphrase: SecretString,
}

/// An open workspace.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct Opened {
    /// Its folder.
    pub path: String,
    /// Name of the organization.
    pub organization: String,
    /// Who opened it.
    pub person: Person,
}

/// The workspace that is open, if one is.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct Current {
    /// The open workspace.
    pub opened: Option<Opened>,
}

/// Where to export to.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Export {}

/// The exchange file of the workspace.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct Exported {
    /// The YAML text.
    pub yaml: String,
    /// Its SHA-256 (hex).
    pub sha256: String,
    /// What to tell whoever asked.
    pub warning: String,
}

/// An exchange file to be read into the open, empty workspace.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Import {
    /// The YAML text.
    pub yaml: String,
}

/// What was imported.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct Imported {
    /// Name of the organization.
    pub organization: String,
    /// SHA-256 (hex) of the file; approvals that came with it name it.
    pub sha256: String,
}

/// An exchange file to be read into a workspace that is to be created.
pub struct ImportNew {
    /// Folder to be made.
    pub path: String,
    /// The YAML text.
    pub yaml: String,
    /// Login of the person who gets the first slot; the security official of the file if left out.
    pub login: Option<String>,
    /// Passphrase of that person.
    pub passphrase: SecretString,
}

/// A workspace that was created from an exchange file.
#[derive(Debug, Clone, Serialize)]
pub struct ImportedNew {
    /// Its folder.
    pub path: String,
    /// Name of the organization.
    pub organization: String,
    /// SHA-256 (hex) of the file.
    pub sha256: String,
    /// The recovery key, to be printed and locked away; shown once.
    pub recovery_key: String,
}

/// Shortest passphrase taken, in characters.
const SHORTEST_PASSPHRASE: usize = 12;

/// Workspaces that were open before and are still there.
///
/// # Errors
/// None of its own.
pub fn recent(state: &mut State, _: Empty) -> CommandResult<Recent> {
    Ok(Recent { workspaces: memory::recent(state.memory.as_deref()) })
}

/// Makes or finds the sample clinic in the program's own folder.
///
/// # Errors
/// What creating a workspace answers.
pub fn sample(state: &mut State, _: Empty) -> CommandResult<Sample> {
    let folder = state.memory.clone().ok_or_else(|| {
        CommandError::new(ErrorCode::NotFound, "There is no folder for the sample clinic here.")
            .hint("`riskwright demo DIR` writes it to a folder of your choice.")
    })?;
    let path = folder.join("sample").join("lakeside.riskwright");
    if !path.exists() {
        std::fs::create_dir_all(folder.join("sample")).map_err(|_| no_place())?;
        sample::create(&path)?;
    }
    let content = sample::content()?;
    let people = content
        .people
        .iter()
        .filter_map(|person| {
            Some(SamplePerson {
                login: person.login.clone()?,
                name: person.name.clone(),
                title: person.title.clone(),
            })
        })
        .collect();
    Ok(Sample { path: path.display().to_string(), passphrase: sample::PASSPHRASE.to_owned(), people })
}

/// Creates a workspace with its security official.
///
/// # Errors
/// `invalid` with every wrong field, `exists`.
pub fn new(state: &mut State, request: NewWorkspace) -> CommandResult<NewWorkspaceDone> {
    refuse_bad(&request)?;
    let content = sample::first_content(&request.organization, &request.name, &request.login);
    let account = Account {
        person: sample::FIRST_PERSON.into(),
        name: request.name,
        login: request.login,
        access: vec![Access::Official],
        passphrase: request.passphrase,
    };
    let first = First { content, command: "workspace::new", imported_from: None };
    let login = account.login.clone();
    let (store, recovery) =
        provision::create(Path::new(&request.path), &[account], first, KdfCost::standard())?;
    store.close()?;
    memory::opened_by(state.memory.as_deref(), Path::new(&request.path), Some(&login));
    Ok(NewWorkspaceDone { path: request.path, recovery_key: recovery.text().expose_secret().to_owned() })
}

/// Opens a workspace; the one that was open is closed first.
///
/// # Errors
/// `wrong_passphrase`, `not_a_workspace`, `damaged`, `newer_version`.
pub fn open(state: &mut State, request: Open) -> CommandResult<Opened> {
    let path = PathBuf::from(&request.path);
    let session = session(&path, &request.login, &request.passphrase)?;
    close(state, Empty {})?;
    let opened = begin(state, session)?;
    Ok(opened)
}

/// The workspace that is open: what a page that was loaded again asks first.
///
/// # Errors
/// What the store answers.
pub fn current(state: &mut State, _: Empty) -> CommandResult<Current> {
    let opened = state.session.as_mut().map(opened).transpose()?;
    Ok(Current { opened })
}

/// Opens the sample clinic as its security official, making it first where it is not there.
///
/// # Errors
/// As [`sample`] and [`open`].
pub fn open_sample(state: &mut State) -> CommandResult<Opened> {
    let sample = sample(state, Empty {})?;
    let login = sample.people.first().map(|person| person.login.clone()).unwrap_or_default();
    open(state, Open { path: sample.path, login, passphrase: SecretString::from(sample.passphrase) })
}

/// The login of the one person of a workspace, if this machine knows it.
#[must_use]
pub fn only_login(state: &State, path: &Path) -> Option<String> {
    memory::only_login(state.memory.as_deref(), path)
}

/// Closes the open workspace, if there is one.
///
/// # Errors
/// What the store answers.
pub fn close(state: &mut State, _: Empty) -> CommandResult<Empty> {
    if let Some(session) = state.session.take() {
        let head = session.store.read(|reader| reader.head())?;
        memory::saw(state.memory.as_deref(), session.store.workspace(), head);
        session.store.close()?;
    }
    Ok(Empty {})
}

/// The whole content as one YAML file; an event in the trail.
///
/// # Errors
/// What the store answers.
pub fn export(state: &mut State, _: Export) -> CommandResult<Exported> {
    let session = state.session()?;
    let yaml = exchange::write(session.content()?).map_err(|_| CommandError::internal("export"))?;
    let sha256 = sha256_hex(yaml.as_bytes());
    session.event("workspace::export", &json!({ "sha256": sha256 }))?;
    let warning =
        "The exchange file is not encrypted: whoever has it can read where the organization is weak."
            .to_owned();
    Ok(Exported { yaml, sha256, warning })
}

/// Reads an exchange file into the open workspace, which must hold nothing but its first person.
///
/// # Errors
/// `invalid` with every mistake, `newer_version`, `exists` where there is content.
pub fn import(state: &mut State, request: Import) -> CommandResult<Imported> {
    let content = read(&request.yaml)?;
    let sha256 = sha256_hex(request.yaml.as_bytes());
    let content = provision::prepared(content)?;
    let organization = content.organization.name.clone();
    let session = state.session()?;
    refuse_stranger(&content, &session.person, &session.login)?;
    session.write("workspace::import", |writer| {
        Ok(riskwright_store::content::replace_profile(writer, &content, Some(&sha256))?)
    })?;
    Ok(Imported { organization, sha256 })
}

/// Creates a workspace from an exchange file, with a slot for one of its people.
///
/// # Errors
/// `invalid` with every mistake, `not_found` where the login is not in the file, `exists`.
pub fn import_new(request: ImportNew) -> CommandResult<ImportedNew> {
    let content = read(&request.yaml)?;
    let sha256 = sha256_hex(request.yaml.as_bytes());
    let person = first_person(&content, request.login.as_deref())?;
    refuse_short(&request.passphrase)?;
    let account = Account {
        person: person.number.clone(),
        name: person.name.clone(),
        login: person.login.clone().unwrap_or_default(),
        access: person.access.clone(),
        passphrase: request.passphrase,
    };
    let organization = content.organization.name.clone();
    let first = First { content, command: "workspace::import", imported_from: Some(&sha256) };
    let (store, recovery) =
        provision::create(Path::new(&request.path), &[account], first, KdfCost::standard())?;
    store.close()?;
    Ok(ImportedNew {
        path: request.path,
        organization,
        sha256,
        recovery_key: recovery.text().expose_secret().to_owned(),
    })
}

/// A consistent copy of the open workspace in one file.
///
/// # Errors
/// What the store answers.
pub fn backup(state: &mut State, out: &Path) -> CommandResult<()> {
    let session = state.session()?;
    session.event("workspace::backup", &json!({}))?;
    Ok(session.store.backup(out)?)
}

/// Makes a workspace from a backup.
///
/// # Errors
/// `damaged`, `exists`.
pub fn restore(file: &Path, out: &Path) -> CommandResult<()> {
    Ok(riskwright_store::restore(file, out)?)
}

/// Reads an exchange file.
///
/// # Errors
/// `invalid` with every mistake, `newer_version`.
pub fn read(yaml: &str) -> CommandResult<Content> {
    exchange::read(yaml, Catalogue::embedded()).map_err(|error| match error {
        ReadError::TooLarge { bytes } => CommandError::new(
            ErrorCode::Invalid,
            format!("The file has {bytes} bytes; at most {} are taken.", exchange::LARGEST_FILE),
        )
        .hint("An exchange file of a large hospital has a few megabytes; check that this is the right file."),
        ReadError::NewerFormat { found } => CommandError::new(
            ErrorCode::NewerVersion,
            format!("A newer version of Riskwright wrote this file (format {found})."),
        )
        .hint("Install the newest version; nothing was changed."),
        ReadError::Mistakes(fields) => {
            let count = fields.len();
            let noun = if count == 1 { "mistake" } else { "mistakes" };
            CommandError::invalid(format!("The file has {count} {noun}; nothing was written."), fields)
                .hint("Correct each at its line, then import again.")
        }
    })
}

/// Opens a workspace as a person; an event in the trail.
///
/// # Errors
/// As [`open`].
pub fn session(path: &Path, login: &str, passphrase: &SecretString) -> CommandResult<Session> {
    let StoreOpened { store, person, private } = Store::open(path, login, passphrase)?;
    let content = store.read(riskwright_store::content::load)?;
    let person = content
        .people
        .into_iter()
        .find(|one| one.number == person)
        .ok_or_else(|| CommandError::not_found("person", &person))?;
    let authority = private.as_ref().and_then(|bytes| PrivatePart::authority(bytes.expose_secret()));
    let mut session = Session::new(store, path.to_path_buf(), person, login.to_owned(), authority);
    session.event("workspace::open", &json!({}))?;
    Ok(session)
}

fn opened(session: &mut Session) -> CommandResult<Opened> {
    Ok(Opened {
        path: session.path.display().to_string(),
        organization: session.content()?.organization.name.clone(),
        person: session.person.clone(),
    })
}

fn begin(state: &mut State, mut session: Session) -> CommandResult<Opened> {
    let opened = opened(&mut session)?;
    let alone = session.content()?.people.iter().filter(|person| person.login.is_some()).count() == 1;
    let login = alone.then(|| session.login.clone());
    memory::opened_by(state.memory.as_deref(), &session.path, login.as_deref());
    let recent = RecentWorkspace {
        path: opened.path.clone(),
        name: opened.organization.clone(),
        opened_at: Timestamp::now(),
    };
    memory::opened(state.memory.as_deref(), recent);
    state.session = Some(session);
    Ok(opened)
}

/// Whoever imports must still be somebody in the imported content.
fn refuse_stranger(content: &Content, person: &Person, login: &str) -> CommandResult<()> {
    let same = |one: &&Person| one.number == person.number && one.login.as_deref() == Some(login);
    if content.people.iter().any(|one| same(&one)) {
        return Ok(());
    }
    let problem = format!(
        "The file has no person {} with the login {login}, who has opened this workspace.",
        person.number
    );
    Err(CommandError::new(ErrorCode::Invalid, problem).hint(
        "Import into a new folder instead: `riskwright import NEW.riskwright FILE` as a person of the file.",
    ))
}

fn first_person<'a>(content: &'a Content, login: Option<&str>) -> CommandResult<&'a Person> {
    let wanted = |person: &&Person| match login {
        Some(login) => person.login.as_deref() == Some(login),
        None => person.login.is_some() && person.access.contains(&Access::Official),
    };
    content.people.iter().find(wanted).ok_or_else(|| {
        CommandError::not_found("person with the login", login.unwrap_or("of a security official"))
    })
}

fn refuse_short(passphrase: &SecretString) -> CommandResult<()> {
    if passphrase.expose_secret().chars().count() >= SHORTEST_PASSPHRASE {
        return Ok(());
    }
    Err(CommandError::invalid(
        "The passphrase is too short.",
        vec![too_short("passphrase", SHORTEST_PASSPHRASE)],
    ))
}

fn too_short(field: &str, least: usize) -> FieldError {
    FieldError {
        limit: Some(least.to_string()),
        ..FieldError::new(field, "too_short", format!("Must have {least} characters or more."))
    }
}

fn refuse_bad(request: &NewWorkspace) -> CommandResult<()> {
    let mut fields = Vec::new();
    let mut short = |field: &str, text: &str, least: usize| {
        if text.trim().chars().count() < least {
            fields.push(too_short(field, least));
        }
    };
    short("organization", &request.organization, 2);
    short("name", &request.name, 2);
    short("login", &request.login, 2);
    short("passphrase", request.passphrase.expose_secret(), SHORTEST_PASSPHRASE);
    short("path", &request.path, 1);
    if fields.is_empty() {
        Ok(())
    } else {
        Err(CommandError::invalid("The workspace cannot be created yet.", fields))
    }
}

fn no_place() -> CommandError {
    CommandError::new(ErrorCode::Io, "The program's own folder cannot be written to.")
        .hint("Check the permissions of your home folder.")
}
