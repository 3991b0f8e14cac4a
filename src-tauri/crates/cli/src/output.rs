//! Where answers and errors go: people read sentences, programs read JSON, one object a line.

#![allow(clippy::print_stderr)]

use crate::failure::Failure;
use riskwright_app::{CommandError, FieldError};
use serde::Serialize;
use std::io::Write;
use std::process::ExitCode;

/// How answers are printed.
pub struct Output {
    json: bool,
}

impl Output {
    /// Sentences, or JSON.
    pub fn new(json: bool) -> Self {
        Self { json }
    }

    /// An answer: as JSON, or as the sentences given.
    pub fn answer(&self, value: &impl Serialize, words: impl FnOnce() -> String) {
        if self.json {
            self.line(value);
        } else {
            self.text(&format!("{}\n", words()));
        }
    }

    /// One JSON object as one line, flushed: whoever reads it may act on it.
    pub fn line(&self, value: &impl Serialize) {
        if let Ok(text) = serde_json::to_string(value) {
            self.text(&format!("{text}\n"));
        }
    }

    /// A text as it is; a reader that has gone away misses it, which is no error of ours.
    pub fn text(&self, text: &str) {
        let mut out = std::io::stdout().lock();
        let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    }

    /// Something to know that is no answer.
    pub fn note(&self, text: &str) {
        eprintln!("{text}");
    }

    /// An error, and its exit code.
    pub fn failure(&self, failure: &Failure) -> ExitCode {
        let error = failure.error();
        if self.json {
            self.line(&serde_json::json!({ "error": error }));
        } else {
            eprintln!("{}", described(&error));
        }
        ExitCode::from(failure.exit_code())
    }
}

fn described(error: &CommandError) -> String {
    let mut text = format!("error: {}", error.message);
    for field in &error.fields {
        text += &format!("\n  {}", placed(field));
    }
    if let Some(hint) = &error.hint {
        text += &format!("\n{hint}");
    }
    text
}

fn placed(field: &FieldError) -> String {
    let line = match (field.line, field.column) {
        (Some(line), Some(column)) => format!("line {line}, column {column}: "),
        _ => String::new(),
    };
    let name = if field.field.is_empty() { String::new() } else { format!("{}: ", field.field) };
    format!("{line}{name}{}", field.message)
}
