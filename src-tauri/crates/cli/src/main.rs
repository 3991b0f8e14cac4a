//! `riskwright`: the headless entry. It reads arguments and files, calls commands, prints answers.
//!
//! No rule lives here: whatever the window may do and may not do is decided in the app crate.

mod arguments;
mod command;
mod failure;
mod input;
mod output;
mod secret;

use arguments::{Arguments, Command};
use clap::Parser;
use failure::Failure;
use output::Output;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let output = Output::new(arguments.json);
    match run(&arguments, &output) {
        Ok(done) => done.into(),
        Err(failure) => output.failure(&failure),
    }
}

/// How a command ended that did what it was asked to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// Done, or the answer is yes: exit code 0.
    Yes,
    /// The answer is no: exit code 1.
    No,
    /// Some lines of the input were wrong: exit code 2.
    SomeWrong,
}

impl From<Done> for ExitCode {
    fn from(done: Done) -> Self {
        Self::from(match done {
            Done::Yes => 0,
            Done::No => 1,
            Done::SomeWrong => 2,
        })
    }
}

impl From<bool> for Done {
    fn from(yes: bool) -> Self {
        if yes { Self::Yes } else { Self::No }
    }
}

fn run(arguments: &Arguments, output: &Output) -> Result<Done, Failure> {
    let secret = &arguments.secret;
    match &arguments.command {
        Command::Demo { dir } => command::demo::run(dir, output),
        Command::New { workspace, organization, name } => {
            command::workspace::new(workspace, organization, name.as_deref(), secret, output)
        }
        Command::Import { workspace, file } => command::workspace::import(workspace, file, secret, output),
        Command::Export { workspace, out, known_at } => {
            command::workspace::export(workspace, out.as_deref(), *known_at, secret, output)
        }
        Command::Status { workspace, then } => command::workspace::status(workspace, *then, secret, output),
        Command::AsOf { workspace, then } => command::history::as_of(workspace, *then, secret, output),
        Command::Person(person) => command::person::run(person, secret, output),
        Command::Recover(recover) => command::recovery::recover(recover, secret, output),
        Command::RecoverySheet { workspace } => command::recovery::sheet(workspace, secret, output),
        Command::Inventory(what) => command::inventory::run(what, secret, output),
        Command::Risk(arguments::Risk::Rate) => command::risk::rate(output),
        Command::Policy(arguments::Policy::Lint { file, roles }) => {
            command::policy::lint(file.as_deref(), roles.as_deref(), output)
        }
        Command::Practice(arguments::Practice::Check { workspace, practice, then }) => {
            command::practice::check(workspace, practice.as_deref(), *then, secret, output)
        }
        Command::Document(arguments::Document::Write(write)) => {
            command::document::write(write, secret, output)
        }
        Command::Report(write) => command::report::write(write, secret, output),
        Command::Sign(sign) => command::document::sign(sign, secret, output),
        Command::Verify { file, workspace } => {
            command::document::verify(file, workspace.as_deref(), secret, output)
        }
        Command::Audit(audit) => command::audit::run(audit, secret, output),
        Command::Evidence(what) => command::evidence::run(what, secret, output),
        Command::Retention(what) => command::retention::run(what, secret, output),
        Command::Backup { workspace, out } => command::workspace::backup(workspace, out, secret, output),
        Command::Restore { file, out } => command::workspace::restore(file, out, output),
        Command::Backups(what) => command::backup::run(what, secret, output),
        Command::Commands => command::call::commands(output),
        Command::Call { workspace } => command::call::call(workspace.as_deref(), secret, output),
    }
}
