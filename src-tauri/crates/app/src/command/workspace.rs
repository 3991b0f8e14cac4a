//! Opening, creating, closing, exporting and importing workspaces.

use crate::account::Wrong;
use crate::error::{CommandError, CommandResult, ErrorCode};
use crate::exchange::{self, ReadError};
use crate::memory;
use crate::opening;
use crate::provision::{self, Account, First};
use crate::sample;
use crate::state::{State, idle_lock};
use riskwright_domain::audit::sha256_hex;
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::organization::{Access, Person};
use riskwright_domain::workspace::Content;
use riskwright_store::{KdfCost, Kind};
use secrecy::{ExposeSecret, SecretString};
use serde_json::json;
use std::path::{Path, PathBuf};
use validator::Validate;

mod form;

pub use self::form::*;
pub use super::{Empty, OnDay};
pub use crate::home::{Home, home};
pub use crate::opening::session;
pub use crate::recovery::{recover, recovery_sheet};

/// Id of the one record of its kind.
const SETTINGS: &str = "settings";

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
/// `wrong_passphrase`, `too_many_tries`, `not_a_workspace`, `damaged`, `newer_version`.
pub fn open(state: &mut State, request: Open) -> CommandResult<Opened> {
    let path = PathBuf::from(&request.path);
    let now = state.clock.now();
    let session =
        opening::session_at(state.memory.as_deref(), now, &path, &request.login, &request.passphrase)?;
    close(state, Empty {})?;
    opening::begin(state, session)
}

/// The workspace that is open or locked: what a page that was loaded again asks first.
///
/// # Errors
/// What the store answers.
pub fn current(state: &mut State, _: Empty) -> CommandResult<Current> {
    let opened = state.session.as_mut().map(opening::opened).transpose()?;
    Ok(Current { opened, locked: state.locked.clone() })
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
    state.locked = None;
    if let Some(session) = state.session.take() {
        let head = session.store.read(|reader| reader.head())?;
        memory::saw(state.memory.as_deref(), session.store.workspace(), head);
        session.store.close()?;
    }
    Ok(Empty {})
}

/// The whole content, as known now or at an instant, as one YAML file; an event in the trail.
///
/// # Errors
/// What the store answers.
pub fn export(state: &mut State, request: Export) -> CommandResult<Exported> {
    let session = state.session()?;
    let content = session.known(request.known_at)?;
    let yaml = exchange::write(&content).map_err(|_| CommandError::internal("export"))?;
    let sha256 = sha256_hex(yaml.as_bytes());
    let event = match request.known_at {
        Some(at) => json!({ "sha256": sha256, "known_at": at }),
        None => json!({ "sha256": sha256 }),
    };
    session.event("workspace::export", &event)?;
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
    let exchange::File { content, warnings } = read_file(&request.yaml)?;
    let sha256 = sha256_hex(request.yaml.as_bytes());
    let content = provision::prepared(content)?;
    let organization = content.organization.name.clone();
    let session = state.session()?;
    refuse_stranger(&content, &session.person, &session.login)?;
    session.write("workspace::import", |writer| {
        Ok(riskwright_store::content::replace_profile(writer, &content, Some(&sha256))?)
    })?;
    Ok(Imported { organization, sha256, warnings })
}

/// Creates a workspace from an exchange file, with a slot for one of its people; an empty folder may be there.
///
/// # Errors
/// `invalid` with every mistake, `not_found` where the login is not in the file, `exists`.
pub fn import_new(request: ImportNew) -> CommandResult<ImportedNew> {
    let exchange::File { content, warnings } = read_file(&request.yaml)?;
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
    let folder = Path::new(&request.path);
    let was_empty = is_empty_folder(folder) && std::fs::remove_dir(folder).is_ok();
    let created = provision::create(folder, &[account], first, KdfCost::standard());
    if created.is_err() && was_empty {
        // The folder was the person's own; that it cannot be put back is not worth hiding the error for.
        let _ = std::fs::create_dir(folder);
    }
    let (store, recovery) = created?;
    store.close()?;
    Ok(ImportedNew {
        path: request.path,
        organization,
        sha256,
        recovery_key: recovery.text().expose_secret().to_owned(),
        warnings,
    })
}

/// Whether there is a folder of this name that holds nothing: a workspace may be made in its place.
#[must_use]
pub fn is_empty_folder(path: &Path) -> bool {
    path.read_dir().is_ok_and(|mut entries| entries.next().is_none())
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
    Ok(read_file(yaml)?.content)
}

fn read_file(yaml: &str) -> CommandResult<exchange::File> {
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
    let mut wrong = Wrong::default();
    wrong.passphrase("passphrase", passphrase);
    wrong.refuse("The passphrase is too short.")
}

fn refuse_bad(request: &NewWorkspace) -> CommandResult<()> {
    let mut wrong = Wrong::default();
    wrong.text("organization", &request.organization, 2, 200);
    wrong.text("name", &request.name, 2, 120);
    wrong.login("login", &request.login);
    wrong.passphrase("passphrase", &request.passphrase);
    wrong.text("path", &request.path, 1, 4096);
    wrong.refuse("The workspace cannot be created yet.")
}

fn no_place() -> CommandError {
    CommandError::new(ErrorCode::Io, "The program's own folder cannot be written to.")
        .hint("Check the permissions of your home folder.")
}

/// Locks: keys and content leave memory; the passphrase opens again.
///
/// # Errors
/// None of its own: what cannot be written down locks all the same.
pub fn lock(state: &mut State, _: Empty) -> CommandResult<Empty> {
    state.lock("asked");
    Ok(Empty {})
}

/// How the workspace is set up.
///
/// # Errors
/// What the store answers.
pub fn settings(state: &mut State, _: Empty) -> CommandResult<SettingsView> {
    let store = &state.session()?.store;
    store.read(|reader| {
        let revision = reader.revision_number(Kind::Settings, SETTINGS)?;
        Ok(SettingsView { settings: reader.settings()?, revision })
    })
}

/// Changes how the workspace is set up.
///
/// # Errors
/// `invalid` with every wrong field, `conflict` when somebody changed it meanwhile.
pub fn save_settings(state: &mut State, request: SaveSettings) -> CommandResult<SettingsView> {
    request.settings.validate()?;
    let session = state.session()?;
    session.write("workspace::save_settings", |writer| {
        if writer.revision_number(Kind::Settings, SETTINGS)? != request.based_on_revision {
            return Err(CommandError::new(ErrorCode::Conflict, "Somebody changed the settings meanwhile.")
                .hint("Look at the settings as they are now, then save again."));
        }
        writer.put_settings(&request.settings)?;
        Ok(())
    })?;
    session.idle_lock = idle_lock(request.settings.idle_lock_minutes);
    settings(state, Empty {})
}

/// Leaves a line that a page was printed, where a workspace is open.
///
/// # Errors
/// What the store answers.
pub fn printed(state: &mut State, page: &str) -> CommandResult<()> {
    match &mut state.session {
        Some(session) => session.event("workspace::print", &json!({ "page": page })),
        None => Ok(()),
    }
}

/// Whether the folder lies where it is safe.
///
/// # Errors
/// What the store answers.
pub fn place(state: &mut State, _: Empty) -> CommandResult<PlaceView> {
    Ok(crate::place::view(&state.session()?.path))
}
