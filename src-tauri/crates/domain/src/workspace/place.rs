//! Collects problems with their places while walking a content.

use super::problem::{Problem, ProblemCode};
use std::collections::BTreeSet;

/// What names the record being looked at, and where problems go.
pub struct Findings {
    found: Vec<Problem>,
}

impl Findings {
    /// Nothing found yet.
    pub fn new() -> Self {
        Self { found: Vec::new() }
    }

    /// A reference that must be among the known.
    pub fn refer(&mut self, known: &BTreeSet<String>, value: &str, path: impl FnOnce() -> String) {
        self.require(known.contains(value), value, path);
    }

    /// A reference of which it is known whether it leads anywhere.
    pub fn require(&mut self, known: bool, value: &str, path: impl FnOnce() -> String) {
        if !known {
            self.found.push(Problem {
                path: path(),
                code: ProblemCode::UnknownReference,
                value: value.to_owned(),
            });
        }
    }

    /// A problem that was found elsewhere.
    pub fn add(&mut self, problem: Problem) {
        self.found.push(problem);
    }

    /// Everything found.
    pub fn into_problems(self) -> Vec<Problem> {
        self.found
    }
}
