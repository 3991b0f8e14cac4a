//! Two versions word by word.

use super::form::{CompareVersions, ComparedSection, ComparedSide, ComparedWords, Comparison};
use crate::error::{CommandError, CommandResult};
use crate::state::State;
use crate::words;
use riskwright_domain::policy::PolicyVersion;
use similar::{ChangeTag, TextDiff};
use std::collections::BTreeSet;

/// Every section of which some words differ.
///
/// # Errors
/// `not_found`.
pub fn compare(state: &mut State, request: CompareVersions) -> CommandResult<Comparison> {
    let content = state.session()?.content()?;
    let policy = words::policy(content, request.policy.as_str())?;
    let version =
        |number: &str| policy.version(number).ok_or_else(|| CommandError::not_found("version", number));
    Ok(Comparison { sections: sections(version(&request.from)?, version(&request.to)?) })
}

fn sections(from: &PolicyVersion, to: &PolicyVersion) -> Vec<ComparedSection> {
    let (from, to) = (texts(from), texts(to));
    let mut seen = BTreeSet::new();
    let places = to.iter().chain(&from).map(|(place, _)| place).filter(|place| seen.insert((*place).clone()));
    let text = |texts: &[(Place, String)], place: &Place| {
        texts.iter().find(|(one, _)| one == place).map(|(_, text)| text.clone()).unwrap_or_default()
    };
    places
        .map(|place| (place, text(&from, place), text(&to, place)))
        .filter(|(_, from, to)| from != to)
        .map(|((section, row), from, to)| ComparedSection {
            section: (*section).to_owned(),
            row: row.clone(),
            words: compared(&from, &to),
        })
        .collect()
}

fn compared(from: &str, to: &str) -> Vec<ComparedWords> {
    let mut words: Vec<ComparedWords> = Vec::new();
    for change in TextDiff::from_words(from, to).iter_all_changes() {
        let side = match change.tag() {
            ChangeTag::Equal => ComparedSide::Both,
            ChangeTag::Delete => ComparedSide::From,
            ChangeTag::Insert => ComparedSide::To,
        };
        match words.last_mut().filter(|last| last.side == side) {
            Some(last) => last.text.push_str(change.value()),
            None => words.push(ComparedWords { side, text: change.value().to_owned() }),
        }
    }
    words
}

type Place = (&'static str, Option<String>);

/// Every text of a version with its place, in the order of the paper.
fn texts(one: &PolicyVersion) -> Vec<(Place, String)> {
    let mut texts = vec![(("purpose", None), one.purpose.clone()), (("scope", None), one.scope.text.clone())];
    texts.extend(
        one.definitions.iter().map(|it| (("definitions", Some(it.term.clone())), it.meaning.clone())),
    );
    texts.extend(one.roles.iter().map(|it| (("roles", Some(it.role.clone())), it.authority.clone())));
    texts.extend(
        one.statements.iter().map(|it| (("statements", Some(it.number.to_string())), it.text.clone())),
    );
    texts.extend(one.timeframes.iter().map(|it| {
        let words = format!(
            "{} shall {} {} {} {} of {}",
            it.role, it.action, it.comparator, it.quantity, it.unit, it.trigger
        );
        (("timeframes", Some(it.number.to_string())), words)
    }));
    texts.extend(one.parameters.iter().map(|it| {
        let words = format!("{} {} {} {}", it.name, it.comparator, it.value, it.unit);
        (("parameters", Some(it.number.to_string())), words)
    }));
    let factors = &one.factors;
    let rest = [
        ("procedures", one.procedures.clone()),
        ("even_application", one.even_application.clone().unwrap_or_default()),
        ("effect_on_access", one.effect_on_access.clone().unwrap_or_default()),
        (
            "factors",
            [&factors.size, &factors.infrastructure, &factors.cost, &factors.probability]
                .map(String::as_str)
                .join("\n"),
        ),
        ("sanctions", one.sanctions.clone()),
        ("exceptions", one.exceptions.clone()),
        ("training", one.training.clone()),
        ("monitoring", one.monitoring.clone()),
        ("review", format!("{} months; {}", one.review_months, one.review_triggers.join("; "))),
        ("availability", one.availability.clone()),
        ("related", one.related.join("; ")),
    ];
    texts.extend(rest.map(|(section, text)| ((section, None), text)));
    texts
}
