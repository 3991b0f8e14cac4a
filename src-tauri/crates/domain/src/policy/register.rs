//! The registers of a policy: exceptions that were granted from it, and who acknowledged a version.
//!
//! That an exception has an end of at most twelve months is a rule of the product; that each has an approver and a
//! reason is what even application is shown by (45 CFR 171.203(c)).

use super::Policy;
use crate::number::{POLICY_EXCEPTION, PersonNumber, StatementNumber};
use crate::risk::acceptance::Term;
use crate::text::blank;
use crate::workspace::{Problem, ProblemCode};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Longest time for which an exception may be granted: a rule of the product.
pub const LONGEST: Term = Term::Months(12);

/// Leave not to follow a policy, or one statement of it, for a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PolicyException {
    /// Number within the policy: `E-01`.
    pub number: String,
    /// For whom or what.
    pub who: String,
    /// The statement; the whole policy if none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statement: Option<StatementNumber>,
    /// Why.
    pub reason: String,
    /// What protects instead.
    pub measures: String,
    /// Who granted it.
    pub granted_by: PersonNumber,
    /// First day.
    pub from: Date,
    /// Last day, at most twelve months after the first.
    pub until: Date,
    /// That it ended before its last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<ExceptionEnd>,
}

/// The early end of an exception.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ExceptionEnd {
    /// First day on which it no longer held.
    pub on: Date,
    /// Why.
    pub reason: String,
}

/// That somebody has read a version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Acknowledgement {
    /// When.
    pub on: Date,
    /// Who.
    pub who: String,
    /// How: signed form, portal, quiz.
    pub how: String,
}

impl PolicyException {
    /// Whether it holds on a day.
    #[must_use]
    pub fn is_open(&self, on: Date) -> bool {
        let ended = self.ended.as_ref().is_some_and(|end| end.on <= on);
        self.from <= on && on <= self.until && !ended
    }

    /// Whether it is from this statement, by itself or with the whole policy.
    #[must_use]
    pub fn concerns(&self, statement: &StatementNumber) -> bool {
        self.statement.as_ref().is_none_or(|one| one == statement)
    }
}

/// The number of the next exception from a policy.
#[must_use]
pub fn next_exception(policy: &Policy) -> String {
    let given = policy.exceptions.iter().map(|one| one.number.strip_prefix(POLICY_EXCEPTION.prefix));
    let given = given.filter_map(|digits| digits?.parse::<u32>().ok()).filter(|number| *number < u32::MAX);
    let highest = given.max().unwrap_or_default();
    POLICY_EXCEPTION.next(highest)
}

/// Everything that is amiss with an exception as granted or ended by a day, with places within the exception as JSON
/// pointers (RFC 6901): `/until`.
///
/// Whether the granter is a person of the organization is for whoever knows the people.
#[must_use]
pub fn exception_problems(policy: &Policy, exception: &PolicyException, today: Date) -> Vec<Problem> {
    let mut found = said(exception);
    if !POLICY_EXCEPTION.fits(&exception.number) {
        found.push(problem("/number", ProblemCode::MalformedNumber, &exception.number));
    }
    if policy.exceptions.iter().filter(|other| other.number == exception.number).count() > 1 {
        found.push(problem("/number", ProblemCode::Duplicate, &exception.number));
    }
    let written = |number: &StatementNumber| {
        policy.versions.iter().flat_map(|version| &version.statements).any(|one| one.number == *number)
    };
    let unknown = exception.statement.as_ref().filter(|number| !written(number));
    found.extend(unknown.map(|number| problem("/statement", ProblemCode::UnknownReference, number.as_str())));
    found.extend(days(exception, today));
    found
}

fn said(exception: &PolicyException) -> Vec<Problem> {
    let ended = exception.ended.as_ref();
    let texts = [
        ("/who", blank(&exception.who)),
        ("/reason", blank(&exception.reason)),
        ("/measures", blank(&exception.measures)),
        ("/granted_by", blank(exception.granted_by.as_str())),
        ("/ended/reason", ended.is_some_and(|end| blank(&end.reason))),
    ];
    let empty = texts.into_iter().filter(|(_, empty)| *empty);
    empty.map(|(path, _)| problem(path, ProblemCode::TooShort, "")).collect()
}

fn days(exception: &PolicyException, today: Date) -> Vec<Problem> {
    let PolicyException { from, until, ended, .. } = exception;
    let mut found = Vec::new();
    if until <= from {
        let value = format!("{until} is not after {from}");
        found.push(problem("/until", ProblemCode::DateOrder, &value));
    }
    let latest = LONGEST.after(*from);
    if latest < *until {
        found.push(problem("/until", ProblemCode::OutOfRange, &format!("{until} is after {latest}")));
    }
    match ended {
        None if *until < today => {
            found.push(problem("/until", ProblemCode::DateOrder, &format!("{until} is before {today}")));
        }
        Some(end) if end.on < *from => {
            let value = format!("{} is before {from}", end.on);
            found.push(problem("/ended/on", ProblemCode::DateOrder, &value));
        }
        Some(end) if today < end.on => {
            let value = format!("{} is after {today}", end.on);
            found.push(problem("/ended/on", ProblemCode::DateOrder, &value));
        }
        _ => {}
    }
    found
}

fn problem(path: &str, code: ProblemCode, value: &str) -> Problem {
    Problem { path: path.to_owned(), code, value: value.to_owned() }
}
