//! The policy templates that the program carries, found by policy number.

use include_dir::{Dir, include_dir};
use riskwright_documents::policy::Template;

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

/// The template of a policy: its own folder (`POL-25-…`), else the one for every policy (`_default`).
#[must_use]
pub fn for_policy(number: &str) -> Found {
    let own = format!("{number}-");
    let folder = TEMPLATES.dirs().find(|folder| {
        folder.path().file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with(&own))
    });
    let file = folder
        .and_then(|folder| folder.get_file(folder.path().join("body.md.tera")))
        .or_else(|| TEMPLATES.get_file("_default/body.md.tera"));
    let name = file.map(|file| file.path().display().to_string()).unwrap_or_default();
    Found {
        name: format!("policy-templates/{name}"),
        source: file.and_then(|file| file.contents_utf8()).unwrap_or_default(),
    }
}
