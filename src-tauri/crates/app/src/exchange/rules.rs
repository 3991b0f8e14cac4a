//! Rules between fields and records, with the place of each in the file.

use super::node::Node;
use crate::error::FieldError;
use crate::problem_words;
use riskwright_documents::policy::{Sheet, seal_holds};
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::workspace::{Content, Problem, ProblemCode, problems};
use validator::Validate;

/// Every broken rule, in the order of the file.
#[must_use]
pub fn mistakes(content: &Content, catalogue: &Catalogue, root: &Node) -> Vec<FieldError> {
    let mut found: Vec<FieldError> =
        problems(content, catalogue).iter().map(|problem| described(problem, root)).collect();
    found.extend(field_limits(content).into_iter().map(|limit| placed(limit, root)));
    found.extend(broken_seals(content, catalogue).iter().map(|problem| described(problem, root)));
    found.sort_by_key(|mistake| (mistake.line, mistake.column));
    found
}

fn described(problem: &Problem, root: &Node) -> FieldError {
    let (code, message) = problem_words::described(problem);
    root.mistake(&problem.path, code, message, None)
}

/// Approved versions whose text is not the one that was sealed.
fn broken_seals(content: &Content, catalogue: &Catalogue) -> Vec<Problem> {
    let mut found = Vec::new();
    for (at, policy) in content.policies.iter().enumerate() {
        for (number, version) in policy.versions.iter().enumerate() {
            let sheet = Sheet::of(catalogue, content, policy, version);
            if version.seal.as_ref().is_some_and(|seal| !seal_holds(&sheet, seal)) {
                found.push(Problem {
                    path: format!("/policies/{at}/versions/{number}/seal"),
                    code: ProblemCode::SealBroken,
                    value: format!("{} version {}", policy.number, version.number),
                });
            }
        }
    }
    found
}

fn field_limits(content: &Content) -> Vec<FieldError> {
    let mut found = limits(&content.organization, "/organization");
    for (index, person) in content.people.iter().enumerate() {
        found.extend(limits(person, &format!("/people/{index}")));
    }
    for (index, policy) in content.policies.iter().enumerate() {
        found.extend(limits(policy, &format!("/policies/{index}")));
    }
    found
}

fn limits(value: &impl Validate, prefix: &str) -> Vec<FieldError> {
    value.validate().err().map(|errors| crate::validation::fields(&errors, prefix)).unwrap_or_default()
}

fn placed(limit: FieldError, root: &Node) -> FieldError {
    root.mistake(&limit.field, &limit.code, limit.message, limit.limit)
}
