//! `riskwright practice`.

use super::opened;
use crate::Done;
use crate::arguments::{Secret, Then};
use crate::failure::Failure;
use crate::output::Output;
use riskwright_app::command::OnDay;
use riskwright_app::command::practice::{Check, CheckRequest, check as run_check, list};
use riskwright_app::{Effect, Needs};
use std::path::Path;

/// Checks one practice or all; the answer is no where one is not supported, expired or not assessed.
pub fn check(
    workspace: &Path,
    practice: Option<&str>,
    then: Then,
    secret: &Secret,
    output: &Output,
) -> Result<Done, Failure> {
    let app = opened(workspace, secret)?;
    let Then { on, known_at } = then;
    let checks = app.run("practice::check", Effect::Read, Needs::Account, |state| {
        let numbers = match practice {
            Some(number) => vec![number.into()],
            None => {
                list(state, OnDay { on, known_at })?.practices.into_iter().map(|row| row.number).collect()
            }
        };
        numbers
            .into_iter()
            .map(|number| run_check(state, CheckRequest { number, on, known_at }))
            .collect::<Result<Vec<_>, _>>()
    })?;
    for check in &checks {
        output.answer(check, || words(check));
    }
    Ok(checks.iter().all(|check| !check.conclusion.is_no()).into())
}

fn words(check: &Check) -> String {
    let mut text = format!("{} on {}: {}", check.practice, check.on, check.words);
    for one in check.criteria.iter().filter(|one| one.fix.is_some()) {
        text += &format!("\n  {} {}: {}", one.paragraph, one.id, one.fix.as_deref().unwrap_or_default());
    }
    text
}
