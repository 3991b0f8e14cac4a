//! Files grouped by edition: a header and the tables beside it.

use super::problems::{Place, Problems};
use crate::catalogue::problem::CatalogueProblemCode;
use serde_yaml::{Mapping, Value};
use std::collections::BTreeMap;

/// Name of the header of an edition.
pub(super) const HEADER: &str = "edition.yaml";

/// The files of one edition, parsed.
#[derive(Debug, Clone)]
pub(super) struct Folder {
    /// Rule and edition: `part-171/2024-12-17`.
    pub path: String,
    /// The header.
    pub header: Mapping,
    /// The other files by name, as mappings.
    pub tables: BTreeMap<String, Mapping>,
    /// Whether the tables are another edition's with changes, so that faults in them are faults of the header.
    pub is_overlay: bool,
}

impl Folder {
    /// The rule that the folder lies under.
    pub fn rule(&self) -> &str {
        self.path.split('/').next().unwrap_or_default()
    }

    /// The name of a file of this edition, or of the header where the edition is made of changes.
    pub fn file(&self, name: &str) -> String {
        let name = if self.is_overlay { HEADER } else { name };
        format!("{}/{name}", self.path)
    }
}

/// Parses and groups the files; files that cannot be placed are reported and left out.
pub(super) fn group(files: &[(&str, &str)], problems: &mut Problems<'_>) -> Vec<Folder> {
    let mut folders: BTreeMap<String, Found> = BTreeMap::new();
    for (file, text) in files {
        let place = Place { file, ..Place::default() };
        let Some((path, name)) = file.rsplit_once('/').filter(|(path, _)| path.contains('/')) else {
            problems.add(place, None, CatalogueProblemCode::UnknownFile);
            continue;
        };
        let found = folders.entry(path.to_owned()).or_default();
        found.has_header |= name == HEADER;
        let Some(mapping) = parse(place, text, problems) else { continue };
        if name == HEADER {
            found.header = Some(mapping);
        } else {
            found.tables.insert(name.to_owned(), mapping);
        }
    }
    folders.into_iter().filter_map(|(path, found)| found.headed(path, problems)).collect()
}

/// What was found of a folder so far.
#[derive(Default)]
struct Found {
    has_header: bool,
    header: Option<Mapping>,
    tables: BTreeMap<String, Mapping>,
}

impl Found {
    /// The folder, if it has a header that could be parsed.
    fn headed(self, path: String, problems: &mut Problems<'_>) -> Option<Folder> {
        if !self.has_header {
            let file = format!("{path}/{HEADER}");
            problems.add(Place { file: &file, ..Place::default() }, None, CatalogueProblemCode::MissingFile);
        }
        let header = self.header?;
        Some(Folder { path, header, tables: self.tables, is_overlay: false })
    }
}

fn parse(place: Place<'_>, text: &str, problems: &mut Problems<'_>) -> Option<Mapping> {
    match serde_yaml::from_str(text) {
        Ok(Value::Mapping(mapping)) => Some(mapping),
        Ok(_) => {
            let detail = "not a mapping".to_owned();
            problems.add(place, None, CatalogueProblemCode::Malformed { detail });
            None
        }
        Err(error) => {
            let line = error.location().map(|location| location.line());
            problems.add(place, line, CatalogueProblemCode::Unparsable { detail: error.to_string() });
            None
        }
    }
}
