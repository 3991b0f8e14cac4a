//! Standards that statements may follow: those of the program, and catalogues of the organization's own.

mod form;
mod import;
mod look;
mod problem;

pub use super::Empty;
pub use form::*;
pub use import::{import, preview, remove, retire};
pub use look::{elements, list, propose};

use riskwright_domain::number::FrameworkId;
use riskwright_domain::workspace::Content;
use std::collections::BTreeSet;

/// The statements that name a framework, in any version, each once: `POL-11/S-03` and the element.
fn naming<'a>(content: &'a Content, framework: &FrameworkId) -> BTreeSet<(String, &'a str)> {
    let mut found = BTreeSet::new();
    for policy in &content.policies {
        for statement in policy.versions.iter().flat_map(|version| &version.statements) {
            let named = statement.alignments.iter().filter(|one| one.framework == *framework);
            found.extend(
                named.map(|one| (format!("{}/{}", policy.number, statement.number), one.element.as_str())),
            );
        }
    }
    found
}

/// Statements without the elements, each once.
fn statements(naming: &BTreeSet<(String, &str)>) -> BTreeSet<String> {
    naming.iter().map(|(statement, _)| statement.clone()).collect()
}
