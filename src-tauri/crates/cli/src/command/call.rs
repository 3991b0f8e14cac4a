//! `riskwright commands` and `riskwright call`: the command table for programs.

use super::{app, opened};
use crate::Done;
use crate::arguments::Secret;
use crate::failure::Failure;
use crate::output::Output;
use riskwright_app::commands::{LARGEST_REQUEST, call as run_call, read_request, table};
use riskwright_app::{App, CommandError};
use serde_json::{Value, json};
use std::io::{BufRead, Read};
use std::path::Path;

/// Every command, a line each.
pub fn commands(output: &Output) -> Result<Done, Failure> {
    for command in table() {
        output.line(&command);
    }
    Ok(Done::Yes)
}

/// Runs commands from standard input; each answer is printed after its transaction is on disk.
pub fn call(workspace: Option<&Path>, secret: &Secret, output: &Output) -> Result<Done, Failure> {
    let app = match workspace {
        Some(workspace) => opened(workspace, secret)?,
        None => app(),
    };
    let mut done = Done::Yes;
    let mut input = std::io::stdin().lock();
    while let Some(line) = line(&mut input)? {
        if line.trim().is_empty() {
            continue;
        }
        match answered(&app, &line) {
            Ok(answer) => output.line(&json!({ "ok": answer })),
            Err(error) => {
                done = Done::SomeWrong;
                output.line(&json!({ "error": error }));
            }
        }
    }
    Ok(done)
}

/// The next line, never more of it than a request may have and a byte to show that it is too long.
fn line(input: &mut impl BufRead) -> Result<Option<String>, Failure> {
    let failed = |error| Failure::file(Path::new("standard input"), error);
    let most = u64::try_from(LARGEST_REQUEST + 1).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    input.by_ref().take(most).read_until(b'\n', &mut bytes).map_err(failed)?;
    if bytes.len() > LARGEST_REQUEST {
        skip_line(input).map_err(failed)?;
    }
    Ok((!bytes.is_empty()).then(|| String::from_utf8_lossy(&bytes).into_owned()))
}

fn skip_line(input: &mut impl BufRead) -> std::io::Result<()> {
    loop {
        let (used, found) = {
            let buffer = input.fill_buf()?;
            match buffer.iter().position(|byte| *byte == b'\n') {
                Some(at) => (at + 1, true),
                None => (buffer.len(), buffer.is_empty()),
            }
        };
        input.consume(used);
        if found {
            return Ok(());
        }
    }
}

fn answered(app: &App, line: &str) -> Result<Value, CommandError> {
    let (command, request) = read_request(line)?;
    run_call(app, &command, request)
}
