//! Use cases: one function per command, the command table, errors as the outside sees them.
//!
//! Invariant: whoever calls (window, command line, bridge) obeys the same rules, because access, validation and
//! history are decided here. Each command loads, calls a pure function of the domain or documents, and stores the
//! result with its revision in one transaction. No SQL, no layout, no law.

mod access;
mod account;
mod audit;
mod automatic;
pub mod backup_folder;
mod calendar;
pub mod command;
pub mod commands;
pub mod demo;
pub mod error;
pub mod exchange;
mod facts;
mod faults;
pub mod file;
mod history;
mod home;
mod identity;
pub mod idle;
mod keep;
mod memory;
mod opening;
mod people;
mod place;
pub mod print;
mod problem_words;
pub mod provision;
mod recovery;
mod restoration;
pub mod sample;
mod seal;
mod state;
mod store_error;
mod template;
mod unlock;
mod validation;
mod words;

pub use access::{ACCESSES, Effect, Needs};
pub use commands::call;
pub use error::{CommandError, CommandResult, ErrorCode, FieldError};
pub use state::{App, Session, State, civil_today};
