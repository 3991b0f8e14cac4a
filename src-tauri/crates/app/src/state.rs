//! What the program holds while it runs: the open workspace and who opened it.

use crate::access::{Effect, Needs};
use crate::error::{CommandError, CommandResult, ErrorCode};
use jiff::Timestamp;
use jiff::civil::Date;
use riskwright_domain::organization::Person;
use riskwright_domain::workspace::Content;
use riskwright_store::{Act, Store, Writer};
use serde_json::json;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// The program; commands reach it one at a time.
pub struct App {
    state: Mutex<State>,
}

/// The state that commands work on.
pub struct State {
    /// Folder for what the program itself remembers; none in scripts and tests.
    pub memory: Option<PathBuf>,
    /// The open workspace.
    pub session: Option<Session>,
}

/// An open workspace and the person who opened it.
pub struct Session {
    /// The workspace.
    pub store: Store,
    /// Its folder.
    pub path: PathBuf,
    /// Who opened it.
    pub person: Person,
    /// The login used.
    pub login: String,
    /// Certificate (DER) of the organization's authority, from the slot that was opened.
    pub authority: Option<Vec<u8>>,
    /// The content as last read, and the head it was read at.
    cache: Option<(i64, Content)>,
}

impl App {
    /// A program without an open workspace; `memory` is the folder for recent workspaces and heads seen.
    #[must_use]
    pub fn new(memory: Option<PathBuf>) -> Self {
        Self { state: Mutex::new(State { memory, session: None }) }
    }

    /// Runs a body with the access checked first; a refusal leaves an event in the trail.
    ///
    /// # Errors
    /// `no_workspace`, `forbidden`, or what the body answers.
    pub fn run<T>(
        &self,
        name: &'static str,
        effect: Effect,
        needs: Needs,
        body: impl FnOnce(&mut State) -> CommandResult<T>,
    ) -> CommandResult<T> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if needs != Needs::Nothing {
            state.session()?.authorize(name, effect, needs)?;
        }
        body(&mut state)
    }
}

impl State {
    /// The open workspace.
    ///
    /// # Errors
    /// `no_workspace`.
    pub fn session(&mut self) -> CommandResult<&mut Session> {
        self.session.as_mut().ok_or_else(|| {
            CommandError::new(ErrorCode::NoWorkspace, "No workspace is open.")
                .hint("Open a workspace, or explore the sample clinic, first.")
        })
    }
}

impl Session {
    /// A session on a workspace that was just opened.
    #[must_use]
    pub fn new(
        store: Store,
        path: PathBuf,
        person: Person,
        login: String,
        authority: Option<Vec<u8>>,
    ) -> Self {
        Self { store, path, person, login, authority, cache: None }
    }

    /// The whole current content; read again only when the trail has grown.
    ///
    /// # Errors
    /// What the store answers.
    pub fn content(&mut self) -> CommandResult<&Content> {
        let head = self.store.read(|reader| reader.head())?.sequence;
        let stale = self.cache.as_ref().is_none_or(|(at, _)| *at != head);
        if stale {
            let content = self.store.read(riskwright_store::content::load)?;
            self.cache = Some((head, content));
        }
        self.cache.as_ref().map(|(_, content)| content).ok_or_else(|| CommandError::internal("content"))
    }

    /// One command as one transaction with its revisions.
    ///
    /// # Errors
    /// What the body or the store answers; then nothing is written.
    pub fn write<T>(
        &mut self,
        command: &'static str,
        body: impl FnOnce(&mut Writer<'_>) -> CommandResult<T>,
    ) -> CommandResult<T> {
        let act = Act { command, by: &self.login, at: Timestamp::now() };
        self.store.write(&act, body)
    }

    /// Leaves an event in the trail.
    ///
    /// # Errors
    /// What the store answers.
    pub fn event(&mut self, command: &'static str, body: &serde_json::Value) -> CommandResult<()> {
        self.write(command, |writer| Ok(writer.event(command, body)?))
    }

    /// Today in the organization's time zone.
    ///
    /// # Errors
    /// What the store answers.
    pub fn today(&mut self) -> CommandResult<Date> {
        let zone = self.content()?.organization.time_zone.clone();
        Ok(civil_today(&zone))
    }

    fn authorize(&mut self, name: &'static str, effect: Effect, needs: Needs) -> CommandResult<()> {
        if needs.met_by(&self.person.access) {
            return Ok(());
        }
        self.event("access::refused", &json!({ "command": name, "effect": effect }))?;
        Err(CommandError::new(ErrorCode::Forbidden, "Your access does not include this.")
            .hint("Ask the security official to do it, or to change your access."))
    }
}

/// Today's civil date in a zone; UTC where the zone is unknown.
#[must_use]
pub fn civil_today(zone: &str) -> Date {
    let zone = jiff::tz::TimeZone::get(zone).unwrap_or(jiff::tz::TimeZone::UTC);
    Timestamp::now().to_zoned(zone).date()
}
