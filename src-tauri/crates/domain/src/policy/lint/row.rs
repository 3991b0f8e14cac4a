//! A timeframe kept as a record: whether its fields make it objective.
//! What the record is and where it is kept is `policy::timeframe`'s.

use super::finding::{Code, Finding, FindingLevel};
use super::legal::{self, Claim};
use super::place::Place;
use super::role;
use super::rules::RULES;
use super::scan::scan;
use super::timeframe::{Relation, Unit};
use super::token::Token;

/// The fields of a timeframe that are judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeframeFields<'a> {
    /// The event that starts the clock.
    pub trigger: &'a str,
    /// One of the comparators of the grammar, such as `within`.
    pub comparator: &'a str,
    /// Whole number from 1.
    pub quantity: i64,
    /// One of the units of the grammar, such as `calendar days`.
    pub unit: &'a str,
    /// Who acts.
    pub role: &'a str,
    /// What is done.
    pub action: &'a str,
}

/// Everything that keeps a timeframe from being objective, by field; empty when a third party could check it.
#[must_use]
pub fn check_timeframe(fields: &TimeframeFields<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let relation = relation(fields.comparator);
    let unit = unit(fields.unit);
    let bounded = relation == Some(Relation::Le) && fields.quantity > 0;
    check_words("trigger", fields.trigger, Code::MissingTrigger, bounded, &mut findings);
    if relation.is_none() {
        findings.push(finding("comparator", fields.comparator, Code::MissingComparator));
    }
    if fields.quantity < 1 {
        findings.push(finding("quantity", &fields.quantity.to_string(), Code::QuantityNotPositive));
    }
    if let Err(code) = unit {
        findings.push(finding("unit", fields.unit, code));
    }
    check_role(fields.role, &mut findings);
    check_words("action", fields.action, Code::MissingAction, bounded, &mut findings);
    if let (Some(relation), Ok(unit)) = (relation, unit) {
        findings.extend(check_law(fields, relation, unit));
    }
    findings
}

fn check_words(field: &str, value: &str, missing: Code, bounded: bool, findings: &mut Vec<Finding>) {
    let tokens = tokens(value);
    if !tokens.iter().any(|token| token.is_word() || token.is_number()) {
        findings.push(finding(field, value, missing));
        return;
    }
    for word in RULES.words.find(&tokens).into_iter().filter(|word| !(bounded && word.rule.spared_by_limit)) {
        let code = word.rule.after_limit.unwrap_or(word.rule.code);
        let Some(place) = Place::of(value, &tokens, &word.span) else { continue };
        let found = Finding { field: Some(field.to_owned()), ..place.finding(code) };
        let suggestion = word.rule.suggestion.clone().unwrap_or_else(|| found.suggestion.clone());
        findings.push(Finding { suggestion, ..found });
    }
}

fn check_role(role: &str, findings: &mut Vec<Finding>) {
    if role.trim().is_empty() {
        findings.push(finding("role", role, Code::MissingRole));
    } else if !role::is_defined(role) {
        findings.push(finding("role", role, Code::RoleUndefined));
    }
}

fn check_law(fields: &TimeframeFields<'_>, relation: Relation, unit: Unit) -> Option<Finding> {
    let (action, event) = (tokens(fields.action), tokens(fields.trigger));
    let words = |tokens: &[Token<'_>]| tokens.iter().map(|token| token.lower.to_string()).collect::<Vec<_>>();
    let (action, event) = (words(&action), words(&event));
    let breach = legal::breach(&Claim {
        relation,
        quantity: fields.quantity,
        unit,
        action: action.iter().map(String::as_str).collect(),
        carried: Vec::new(),
        event: event.iter().map(String::as_str).collect(),
    })?;
    let limit = format!("{} {}", fields.quantity, fields.unit);
    Some(Finding { suggestion: breach.suggestion(), ..finding("quantity", &limit, breach.code) })
}

fn finding(field: &str, value: &str, code: Code) -> Finding {
    let place = Place { line: 1, column: 1, length: value.chars().count(), text: value.to_owned() };
    Finding { field: Some(field.to_owned()), level: FindingLevel::Error, ..place.finding(code) }
}

fn relation(comparator: &str) -> Option<Relation> {
    match comparator.trim().to_lowercase().as_str() {
        "within" | "no later than" | "not later than" => Some(Relation::Le),
        "every" | "at least every" => Some(Relation::Every),
        "for" => Some(Relation::For),
        "after" => Some(Relation::After),
        "before" => Some(Relation::Before),
        _ => None,
    }
}

fn unit(words: &str) -> Result<Unit, Code> {
    let words = words.trim().to_lowercase();
    let unit = Unit::ALL.into_iter().find(|unit| unit.words() == words);
    unit.ok_or(match words.as_str() {
        "day" | "days" | "working day" | "working days" => Code::UnitDayTypeUndefined,
        _ => Code::MissingUnit,
    })
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    scan(text, 0, 1, &mut tokens);
    tokens
}
