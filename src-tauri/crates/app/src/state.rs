//! What the program holds while it runs: the open workspace and who opened it.

use crate::access::{Effect, Needs};
use crate::command::workspace::Locked;
use crate::error::{CommandError, CommandResult, ErrorCode};
use crate::idle::{Clock, Moment, SystemClock};
use crate::memory;
use jiff::Timestamp;
use jiff::civil::Date;
use riskwright_documents::signature::Trust;
use riskwright_domain::organization::Person;
use riskwright_domain::workspace::Content;
use riskwright_store::{Act, SlotChange, Store, Writer};
use secrecy::SecretSlice;
use serde_json::json;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Commands that a page calls by itself: they do not show that somebody is there.
const PASSIVE: [&str; 2] = ["workspace::current", "history::undo_state"];

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
    /// The workspace that was open and is locked.
    pub locked: Option<Locked>,
    /// What the time is.
    pub clock: Arc<dyn Clock>,
    /// When the last command ran that somebody asked for; none where nothing locks by itself.
    last_used: Option<Moment>,
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
    /// What the slot holds beside the data key: the signing identity.
    pub private: Option<SecretSlice<u8>>,
    /// Certificates (DER) of the organization's authorities, all that were ever recorded.
    pub authorities: Vec<Vec<u8>>,
    /// Time without a command after which the workspace locks.
    pub idle_lock: Duration,
    /// The content as last read, and the head it was read at.
    cache: Option<(i64, Content)>,
}

impl App {
    /// A program without an open workspace; `memory` is the folder for recent workspaces and heads seen.
    #[must_use]
    pub fn new(memory: Option<PathBuf>) -> Self {
        Self::with_clock(memory, Arc::new(SystemClock::default()))
    }

    /// As [`App::new`], with a clock of the caller's.
    #[must_use]
    pub fn with_clock(memory: Option<PathBuf>, clock: Arc<dyn Clock>) -> Self {
        let last_used = Some(Moment::of(clock.as_ref()));
        Self { state: Mutex::new(State { memory, session: None, locked: None, clock, last_used }) }
    }

    /// The same program that never locks by itself, for scripts.
    #[must_use]
    pub fn without_idle_lock(self) -> Self {
        self.state().last_used = None;
        self
    }

    /// Locks if nobody has done anything for as long as the settings say; whether it locked just now.
    pub fn lock_if_idle(&self) -> bool {
        self.state().lock_if_idle()
    }

    /// Locks at once, because the machine slept; whether there was something to lock.
    pub fn lock_after_sleep(&self) -> bool {
        self.state().lock("sleep")
    }

    /// Runs a body with the access checked first; a refusal leaves an event in the trail.
    ///
    /// # Errors
    /// `no_workspace`, `locked`, `forbidden`, or what the body answers.
    pub fn run<T>(
        &self,
        name: &'static str,
        effect: Effect,
        needs: Needs,
        body: impl FnOnce(&mut State) -> CommandResult<T>,
    ) -> CommandResult<T> {
        let mut state = self.state();
        state.lock_if_idle();
        if needs != Needs::Nothing {
            state.session()?.authorize(name, effect, needs)?;
        }
        let outcome = body(&mut state);
        if !PASSIVE.contains(&name) {
            state.used();
        }
        outcome
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// The open workspace.
    ///
    /// # Errors
    /// `no_workspace`, `locked`.
    pub fn session(&mut self) -> CommandResult<&mut Session> {
        let locked = self.locked.is_some();
        self.session.as_mut().ok_or_else(|| if locked { is_locked() } else { none_open() })
    }

    /// Drops the keys and everything that was read, and keeps what the page shows of a locked workspace.
    ///
    /// Whatever fails on the way, nothing stays open; whether there was something to lock.
    pub fn lock(&mut self, reason: &str) -> bool {
        let Some(mut session) = self.session.take() else { return false };
        let organization = session.content().map(|content| content.organization.name.clone());
        self.locked = Some(Locked {
            path: session.path.display().to_string(),
            organization: organization.unwrap_or_default(),
            login: session.login.clone(),
            name: session.person.name.clone(),
            at: self.clock.now(),
        });
        let _ = session.event("workspace::lock", &json!({ "reason": reason }));
        if let Ok(head) = session.store.read(|reader| reader.head()) {
            memory::saw(self.memory.as_deref(), session.store.workspace(), head);
        }
        let _ = session.store.close();
        true
    }

    fn lock_if_idle(&mut self) -> bool {
        let Some((session, last)) = self.session.as_ref().zip(self.last_used) else { return false };
        let idle = Moment::of(self.clock.as_ref()).since(last);
        idle >= session.idle_lock && self.lock("idle")
    }

    fn used(&mut self) {
        if self.last_used.is_some() {
            self.last_used = Some(Moment::of(self.clock.as_ref()));
        }
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
        private: Option<SecretSlice<u8>>,
    ) -> Self {
        let minutes = store.read(|reader| reader.settings()).unwrap_or_default().idle_lock_minutes;
        let idle_lock = idle_lock(minutes);
        Self { store, path, person, login, private, authorities: Vec::new(), idle_lock, cache: None }
    }

    /// What this workspace trusts: the certificate authorities of its organization.
    #[must_use]
    pub fn trust(&self) -> Trust {
        Trust { organization: self.authorities.clone(), system: Vec::new() }
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

    /// One command that changes slots with what it writes.
    ///
    /// # Errors
    /// What the body or the store answers; then neither is written.
    pub fn write_with_slots<T>(
        &mut self,
        command: &'static str,
        body: impl FnOnce(&mut Writer<'_>) -> CommandResult<(T, Vec<SlotChange>)>,
    ) -> CommandResult<T> {
        let act = Act { command, by: &self.login, at: Timestamp::now() };
        self.store.write_with_slots(&act, body)
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
        self.know_person_anew()?;
        if needs.met_by(&self.person.access) {
            return Ok(());
        }
        self.event("access::refused", &json!({ "command": name, "effect": effect }))?;
        Err(CommandError::new(ErrorCode::Forbidden, "Your access does not include this.")
            .hint("Ask the security official to do it, or to change your access."))
    }

    /// Somebody else may have changed the access or closed the account meanwhile.
    fn know_person_anew(&mut self) -> CommandResult<()> {
        let number = self.person.number.clone();
        // A content that cannot be read is for the command to tell, if it needs one.
        let Ok(content) = self.content() else { return Ok(()) };
        let known = content.people.iter().find(|one| one.number == number).cloned();
        match known {
            Some(person) if person.login.is_some() => self.person = person,
            _ => {
                return Err(CommandError::new(ErrorCode::Forbidden, "Your account was closed.")
                    .hint("Ask the security official."));
            }
        }
        Ok(())
    }
}

/// Time without a command after which a workspace locks.
#[must_use]
pub fn idle_lock(minutes: u16) -> Duration {
    Duration::from_secs(u64::from(minutes) * 60)
}

fn none_open() -> CommandError {
    CommandError::new(ErrorCode::NoWorkspace, "No workspace is open.")
        .hint("Open a workspace, or explore the sample clinic, first.")
}

fn is_locked() -> CommandError {
    CommandError::new(ErrorCode::Locked, "The workspace is locked.").hint("Enter your passphrase to go on.")
}

/// Today's civil date in a zone; UTC where the zone is unknown.
#[must_use]
pub fn civil_today(zone: &str) -> Date {
    let zone = jiff::tz::TimeZone::get(zone).unwrap_or(jiff::tz::TimeZone::UTC);
    Timestamp::now().to_zoned(zone).date()
}
