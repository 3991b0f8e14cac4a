//! The policy templates that the program carries, found by policy number.

use crate::error::{CommandError, CommandResult, ErrorCode, FieldError};
use include_dir::{Dir, include_dir};
use riskwright_documents::policy::Template;
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::policy::template::{self, PolicyTemplate, TemplateProblem};

static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../../policy-templates");

/// A template that was found.
pub struct Found {
    name: String,
    source: &'static str,
}

impl Found {
    /// The form that documents take.
    #[must_use]
    pub fn as_source(&self) -> Template<'_> {
        Template { name: &self.name, source: self.source }
    }
}

/// What the program has to say about a policy of the catalogue, before an organization adopts it.
///
/// # Errors
/// `not_found` for a policy without a template; `document` with file, line and reason for one that is broken.
pub fn of_policy(number: &str) -> CommandResult<PolicyTemplate> {
    let file = folder(number).and_then(|folder| folder.get_file(folder.path().join("policy.yaml")));
    let text = file.and_then(|file| Some((file, file.contents_utf8()?)));
    let (file, text) = text.ok_or_else(|| CommandError::not_found("template", number))?;
    let name = format!("policy-templates/{}", file.path().display());
    template::read(&name, text, Catalogue::embedded()).map_err(|problems| broken(&problems))
}

fn broken(problems: &[TemplateProblem]) -> CommandError {
    let fields = problems.iter().map(|one| FieldError::new(one.place.clone(), "template", one.to_string()));
    let mut error = CommandError::new(ErrorCode::Document, "The template is broken.");
    error.fields = fields.collect();
    error
}

/// The template of a policy: its own folder (`POL-25-…`), else the one for every policy (`_default`).
#[must_use]
pub fn for_policy(number: &str) -> Found {
    let file = folder(number)
        .and_then(|folder| folder.get_file(folder.path().join("body.md.tera")))
        .or_else(|| TEMPLATES.get_file("_default/body.md.tera"));
    let name = file.map(|file| file.path().display().to_string()).unwrap_or_default();
    Found {
        name: format!("policy-templates/{name}"),
        source: file.and_then(|file| file.contents_utf8()).unwrap_or_default(),
    }
}

/// The folder of a policy: `POL-25-…`.
fn folder(number: &str) -> Option<&'static Dir<'static>> {
    let own = format!("{number}-");
    TEMPLATES.dirs().find(|folder| {
        folder.path().file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with(&own))
    })
}
