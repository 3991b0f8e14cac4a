//! `riskwright risk`.

use crate::Done;
use crate::failure::Failure;
use crate::output::Output;
use riskwright_app::command::risk::{self, RateRequest, Rating};
use riskwright_app::{App, CommandError, Effect, FieldError, Needs};
use serde_json::{Value, json};
use std::io::BufRead;
use std::path::Path;

/// Rates each line of standard input; a line that cannot be rated gives an error and the run goes on.
pub fn rate(output: &Output) -> Result<Done, Failure> {
    let app = App::new(None);
    let mut done = Done::Yes;
    for line in std::io::stdin().lock().lines() {
        let line = line.map_err(|error| Failure::file(Path::new("standard input"), error))?;
        if line.trim().is_empty() {
            continue;
        }
        match rated(&app, &line) {
            Ok(rating) => output.line(&rating),
            Err(error) => {
                done = Done::SomeWrong;
                output.line(&json!({ "error": error }));
            }
        }
    }
    Ok(done)
}

fn rated(app: &App, line: &str) -> Result<Rating, Value> {
    let request: Value = serde_json::from_str(line).map_err(|error| {
        json!({ "code": "not_json", "field": "", "message": format!("This line is not JSON: {error}.") })
    })?;
    app.run("risk::rate", Effect::Read, Needs::Nothing, |state| risk::rate(state, RateRequest(request)))
        .map_err(|error| flat(&error))
}

/// The first problem in front, all of them behind.
fn flat(error: &CommandError) -> Value {
    let one =
        |field: &FieldError| json!({ "code": field.code, "field": field.field, "message": field.message });
    let mut value = error
        .fields
        .first()
        .map_or_else(|| json!({ "code": error.code, "field": "", "message": error.message }), one);
    if let Some(object) = value.as_object_mut() {
        object.insert("errors".to_owned(), error.fields.iter().map(one).collect());
    }
    value
}
