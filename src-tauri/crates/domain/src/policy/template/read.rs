//! From the text of a file to a template, or to every fault in it.

use super::PolicyTemplate;
use super::check::check;
use super::problem::{TemplateProblem, TemplateProblemCode};
use crate::catalogue::Catalogue;

/// Reads and checks a template; `file` is its name as problems give it.
///
/// # Errors
/// The first fault of the parser, else every fault that the check finds.
pub fn read(file: &str, text: &str, catalogue: &Catalogue) -> Result<PolicyTemplate, Vec<TemplateProblem>> {
    // An effect is written as a mapping with one key, not as a YAML tag.
    let template: PolicyTemplate =
        serde_yaml::with::singleton_map_recursive::deserialize(serde_yaml::Deserializer::from_str(text))
            .map_err(|error| vec![unparsable(file, &error)])?;
    let problems = check(file, text, &template, catalogue);
    if problems.is_empty() { Ok(template) } else { Err(problems) }
}

fn unparsable(file: &str, error: &serde_yaml::Error) -> TemplateProblem {
    TemplateProblem {
        file: file.to_owned(),
        line: error.location().map(|location| location.line()),
        place: "YAML".to_owned(),
        reason: TemplateProblemCode::Unparsable { detail: error.to_string() },
    }
}
